"""How much of an input is taken in: enough for any report, too little to harm."""

# A report of a million characters has some 160,000 words; the longest summit documents have a tenth of that, and the
# parser needs a gigabyte of memory for each hundred thousand words.
MOST_CHARACTERS = 1_000_000

# UTF-8 needs at most four bytes a character, but a text that is all such characters is not English.
MOST_BYTES = 2 * MOST_CHARACTERS

# A line of JSON lines holds one report, escaped ("\u00e9" for one character).
MOST_LINE_BYTES = 8 * MOST_CHARACTERS

# Pages and feeds carry scripts, styles and pictures written out in text; the largest news pages have some 5 MB.
MOST_PAGE_BYTES = 10_000_000
MOST_FEED_BYTES = 10_000_000
MOST_XML_BYTES = 10_000_000

# Readouts with pictures; mails with attachments.
MOST_PDF_BYTES = 50_000_000
MOST_PDF_PAGES = 500
MOST_MAIL_BYTES = 50_000_000
MOST_DOCX_BYTES = 50_000_000

# Of what is packed: a file, all files of an archive together, their number, archives within archives.
MOST_UNPACKED_BYTES = 200_000_000
MOST_ARCHIVE_BYTES = 2_000_000_000
MOST_ARCHIVE_FILES = 10_000
MOST_NESTING = 3

# Files in a folder, items of a feed: more is a mistake or a trap.
MOST_FOLDER_FILES = 100_000
MOST_FEED_ITEMS = 5_000

# Seconds that one page or PDF may take in the reader's process, and the memory that process may have.
MOST_SECONDS = 30.0
MOST_MEMORY_BYTES = 2_000_000_000


def size(count: int) -> str:
    """A number of bytes for people: ``50 MB``."""
    for unit, scale in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if count >= scale:
            return f"{count / scale:.0f} {unit}"
    return f"{count} bytes"
