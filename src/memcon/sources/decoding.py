"""Bytes become text: the encoding is found, the text is kept exactly as it decodes."""

from __future__ import annotations

import codecs

from memcon.sources.outcome import Unreadable

# The longer marks first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
)

# Above this share of bytes outside ASCII a text is hardly English in a western encoding, and the statistics decide.
_MANY_HIGH_BYTES = 0.30
_SAMPLE = 200_000


def decode(raw: bytes) -> str:
    """The text that ``raw`` encodes, without a byte-order mark, line ends as they are.

    A byte-order mark decides; else UTF-8 where it is valid; else UTF-16 where every second byte is empty; else
    Windows-1252 byte by byte, the usual encoding of older English pages; charset-normalizer decides where much is not
    ASCII.

    Raises:
        Unreadable: the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError as problem:
                at = problem.start + len(mark)
                raise Unreadable(f"says it is {encoding.upper()}, but byte {at} is not") from None
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            raise Unreadable(f"is {name}, not text; save its text and read that")
    if b"\x00" in raw:
        return _wide(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = _eight_bit(raw)
    if _garbled(text):
        raise Unreadable("is binary, not text")
    return text


def _wide(raw: bytes) -> str:
    """UTF-16 without a mark: in English text every second byte is zero."""
    sample = raw[:4000]
    half = len(sample) // 2
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if half and sample[offset::2].count(0) > 0.7 * half and sample[1 - offset :: 2].count(0) < 0.05 * half:
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                break
    raise Unreadable("is binary, not text")


def _eight_bit(raw: bytes) -> str:
    sample = raw[:_SAMPLE]
    if sum(byte > 0x7F for byte in sample) <= _MANY_HIGH_BYTES * len(sample):
        return raw.decode("utf-8", "memcon-windows")
    from charset_normalizer import from_bytes

    guess = from_bytes(sample).best()
    if guess is None:
        raise Unreadable("is in no encoding that could be told; save it as UTF-8")
    return raw.decode(guess.encoding, "replace")


def _one_windows_byte(problem: UnicodeError) -> tuple[str, int]:
    assert isinstance(problem, UnicodeDecodeError)
    byte = problem.object[problem.start : problem.start + 1]
    return byte.decode("cp1252", "replace"), problem.start + 1


# A page pasted together from two has both encodings: each byte that is no UTF-8 is read as Windows-1252.
codecs.register_error("memcon-windows", _one_windows_byte)


def _garbled(text: str) -> bool:
    """Whether control characters abound, as in binary bytes that happen to decode."""
    sample = text[:4000]
    controls = sum(ch < " " and ch not in "\t\n\r\f\v\x1b" for ch in sample)
    return controls > max(2, len(sample) // 50)
