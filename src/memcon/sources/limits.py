"""How much of an input is taken in: enough for any report, too little to harm."""

# A report of a million characters has some 160,000 words; the longest summit documents have a tenth of that, and the
# parser needs a gigabyte of memory for each hundred thousand words.
MOST_CHARACTERS = 1_000_000

# UTF-8 needs at most four bytes a character, but a text that is all such characters is not English.
MOST_BYTES = 2 * MOST_CHARACTERS

# A line of JSON lines holds one report, escaped ("\u00e9" for one character).
MOST_LINE_BYTES = 8 * MOST_CHARACTERS


def size(count: int) -> str:
    """A number of bytes for people: ``50 MB``."""
    for unit, scale in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if count >= scale:
            return f"{count / scale:.0f} {unit}"
    return f"{count} bytes"
