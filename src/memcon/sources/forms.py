"""The forms in which reports arrive: a small registry, one reader a form."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from memcon.record import Document
from memcon.sources.json_lines import read_json_lines
from memcon.sources.json_object import read_json
from memcon.sources.outcome import SourceError, Unreadable
from memcon.sources.plain import read_plain

Reader = Callable[[BinaryIO, str, str | None], Iterator[Document | SourceError]]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of input: its name on the command line, the file endings it goes by, its reader.

    ``read`` takes a binary stream, the input's name and a date of publication for documents that give none.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader


FORMS = {
    form.name: form
    for form in (
        Form("text", (".txt", ".text", ".md"), read_plain),
        Form("jsonl", (".jsonl", ".ndjson"), read_json_lines),
        Form("json", (".json",), read_json),
    )
}

# Endings that say a file is not text whatever its first bytes look like.
_OTHERS = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mht"), "a web page"),
    **dict.fromkeys((".xml", ".rss", ".atom", ".nitf"), "XML"),
    **dict.fromkeys((".csv", ".tsv"), "a table"),
    **dict.fromkeys((".docx", ".doc", ".odt", ".rtf"), "a word-processor file"),
    **dict.fromkeys((".eml", ".msg"), "an e-mail"),
    **dict.fromkeys((".zip", ".gz", ".tar", ".warc", ".7z"), "an archive"),
    ".pdf": "a PDF",
}


def form_for(name: str, head: bytes) -> Form:
    """The form of the input ``name`` whose first bytes are ``head``: by its ending, else by its look.

    Raises:
        Unreadable: the ending names a form that is not read.
    """
    suffix = PurePath(name).suffix.lower()
    for form in FORMS.values():
        if suffix in form.suffixes:
            return form
    if suffix in _OTHERS:
        raise Unreadable(
            f"is {_OTHERS[suffix]} ({suffix}); memcon reads plain text (.txt), JSON lines (.jsonl) and JSON (.json)"
        )
    return FORMS[sniff(head)]


def sniff(head: bytes) -> str:
    """The name of the form that the first bytes look like; plain text unless they begin a JSON object."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
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
