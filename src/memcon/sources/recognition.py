"""What form an input has, told from its first bytes."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import PurePath

from memcon.sources.outcome import Unreadable

# Signatures that leave no doubt, each with the form that is read or the name of what is not.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
)
_NOT_READ: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as .docx"),
    (b"{\\rtf", "an RTF document; save it as .docx"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "a recording or an image"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it and read the files"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it and read the files"),
    (b"BZh9", "a bzip2 archive; unpack it and read the files"),
    (b"\xfd7zXZ", "an xz archive; unpack it and read the files"),
)
_NOT_READ_SUFFIXES = {
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages"), "a word-processor file; save it as .docx"),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "a spreadsheet; save the sheet as .csv"),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), "a set of slides; save its text"),
    **dict.fromkeys((".msg", ".pst"), "an Outlook file; save the mail as .eml"),
    **dict.fromkeys((".tar", ".tgz", ".bz2", ".xz", ".7z", ".rar"), "an archive; unpack it and read the files"),
    **dict.fromkeys((".mht", ".mhtml", ".epub"), "a saved page or book; save it as .html"),
}
_TAR_MARK = (257, b"ustar")

_ROOTS = {
    **dict.fromkeys(("rss", "feed", "rdf"), "feed"),
    **dict.fromkeys(
        ("newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "nitf", "newsml"),
        "newsml",
    ),
    **dict.fromkeys(("contentset", "contentmeta", "itemmeta", "inlinexml", "itemset"), "newsml"),
    "html": "html",
}
_PROLOGUE = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+(?P<doctype>[\w:.-]+)[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
    r"(?:<(?:[\w.-]+:)?(?P<root>[A-Za-z][\w.-]*))?",
    re.DOTALL | re.IGNORECASE,
)
_HTML_START = re.compile(
    r"\s*<(?:head|body|title|meta|div|article|section|p|h1|script|style|table)\b[^>]*>", re.IGNORECASE
)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_MAIL_HEADERS = frozenset((b"from", b"to", b"date", b"subject"))
# A memorandum has those too; what only mail programs write tells the two apart.
_TRANSPORT_HEADERS = frozenset((b"message-id", b"received", b"return-path", b"mime-version", b"delivered-to"))
_MBOX_LINE = re.compile(rb"From \S+.* \d\d:\d\d(?::\d\d)? .*\r?\n[A-Za-z][A-Za-z0-9-]*:")


def certain_form(head: bytes) -> str | None:
    """The form of an input whose first bytes leave no doubt, else None.

    Raises:
        Unreadable: it is surely of a form that is not read.
    """
    for signature, form in _SIGNATURES:
        if head.startswith(signature):
            return "docx" if form == "zip" and _is_docx(head) else form
    for signature, name in _NOT_READ:
        if head.startswith(signature):
            raise Unreadable(_refusal(name))
    first = head.partition(b"\n")[0].split(b"\t")
    if b"Event ID" in first and (b"CAMEO Code" in first or b"Event Mode" in first):
        raise Unreadable("is a table of coded events (ICEWS or POLECAT), not of reports; see memcon overlap --help")
    if head[_TAR_MARK[0] :].startswith(_TAR_MARK[1]):
        raise Unreadable(_refusal("a tar archive; unpack it and read the files"))
    start = _as_text(head)
    if not start.lstrip().startswith("<"):
        return "mbox" if _MBOX_LINE.match(head) else None
    found = _PROLOGUE.match(start)
    if found is None:
        return None
    root = (found["root"] or "").lower()
    if (found["doctype"] or "").lower() == "html" or root == "html":
        return "html"
    if root in _ROOTS:
        return _ROOTS[root]
    if start.lstrip().startswith("<?xml") and root:
        kind = "an image" if root == "svg" else f"XML of a kind that is not read (<{found['root']}>)"
        raise Unreadable(_refusal(kind))
    return None


def likely_form(name: str, head: bytes) -> str:
    """The form that an input without a telling signature or ending most likely has; plain text if no other.

    Raises:
        Unreadable: the ending names a form that is not read.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _NOT_READ_SUFFIXES:
        raise Unreadable(_refusal(_NOT_READ_SUFFIXES[suffix]))
    if _HTML_START.match(_as_text(head)):
        return "html"
    if _is_mail(head):
        return "email"
    return _json_form(head)


def _refusal(name: str) -> str:
    kind, _, advice = name.partition("; ")
    return f"is {kind}, not text; {advice or 'save its text and read that'}"


def _is_docx(head: bytes) -> bool:
    """Office documents name their parts in the first entries; a word-processor's are in ``word/``."""
    return b"[Content_Types].xml" in head[:200] or (b"word/document.xml" in head and b"_rels/.rels" in head)


def _as_text(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _is_mail(head: bytes) -> bool:
    """Whether the first lines are the header fields of a mail."""
    known, at = set(), 0
    while field := _HEADER.match(head, at):
        known.add(field[0].split(b":", 1)[0].lower())
        at = field.end()
    return len(known & _MAIL_HEADERS) >= 2 and bool(known & _TRANSPORT_HEADERS)


def _json_form(head: bytes) -> str:
    """JSON where the first bytes begin an object or a list, else plain text."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not start.startswith((b"{", b"[")):
        return "text"
    first, ended, _ = start.partition(b"\n")
    try:
        value = json.loads(first)
    except RecursionError:
        return "json"
    except ValueError:
        # One long line cut off, or an object spread over lines: both begin with a quoted name.
        inside = start[1:].lstrip()
        if start.startswith(b"{") and inside.startswith(b'"'):
            return "json" if ended else "jsonl"
        return "json" if start.startswith(b"[") and inside.startswith(b"{") else "text"
    return "jsonl" if isinstance(value, dict) else "text" if not isinstance(value, list) else "json"
