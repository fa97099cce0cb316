"""The forms in which reports arrive: a small registry, one reader a form, open to readers of one's own.

A reader of one's own is a :class:`Form` that an installed package names in the entry-point group
``memcon.sources``; WARC, one of ours, comes in that way.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from memcon.record import Document
from memcon.sources.intake import Intake, Reader
from memcon.sources.outcome import SourceError, Unreadable
from memcon.sources.recognition import certain_form, likely_form

GROUP = "memcon.sources"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of input.

    Attributes:
        name: what it is called on the command line.
        suffixes: the file endings it goes by, in small letters with their dot.
        reader: the function that reads it, or its place (``package.module:function``), imported when it is first used.
        looks_like: whether the first bytes (up to 64 kB) are of this form; for forms that come as plug-ins.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: Reader | str
    looks_like: Callable[[bytes], bool] | None = None

    def read(self, intake: Intake) -> Iterator[Document | SourceError]:
        """The documents of an input, a SourceError in the place of each that cannot be read."""
        reader = _imported(self.reader) if isinstance(self.reader, str) else self.reader
        try:
            yield from reader(intake)
        except Unreadable as problem:
            yield SourceError(intake.name, intake.name, str(problem))
        except OSError:
            raise
        except Exception as fault:
            if os.environ.get("MEMCON_DEBUG"):
                raise
            what = " ".join(f"{type(fault).__name__}: {fault}".split())[:200]
            yield SourceError(intake.name, intake.name, f"could not be read as {self.name} ({what})")


FORMS = {
    form.name: form
    for form in (
        Form("text", (".txt", ".text", ".md"), "memcon.sources.plain:read_plain"),
        Form("jsonl", (".jsonl", ".ndjson"), "memcon.sources.json_lines:read_json_lines"),
        Form("json", (".json", ".ninjs"), "memcon.sources.json_object:read_json"),
        Form("html", (".html", ".htm", ".xhtml"), "memcon.sources.page:read_page"),
        Form("feed", (".rss", ".atom"), "memcon.sources.feed:read_feed"),
        Form("pdf", (".pdf",), "memcon.sources.pdf:read_pdf"),
        Form("docx", (".docx",), "memcon.sources.docx:read_docx"),
        Form("email", (".eml",), "memcon.sources.mail:read_mail"),
        Form("mbox", (".mbox",), "memcon.sources.mail:read_mailbox"),
        Form("newsml", (".nitf",), "memcon.sources.newsml:read_newsml"),
        Form("csv", (".csv", ".tsv"), "memcon.sources.table:read_table"),
        Form("zip", (".zip",), "memcon.sources.packed:read_zip"),
        Form("gzip", (".gz",), "memcon.sources.packed:read_gzip"),
    )
}


def read_any(intake: Intake, form: str | None = None) -> Iterator[Document | SourceError]:
    """The documents of an input whatever its form: by its content, then by its name.

    Args:
        intake: the input; its stream need not be seekable.
        form: the name of a form, where it is known.
    """
    try:
        if form is None:
            head, intake = intake.peeked()
            chosen = form_for(intake.name, head)
        else:
            chosen = form_named(form)
        yield from chosen.read(intake)
    except Unreadable as problem:
        yield SourceError(intake.name, intake.name, str(problem))


def form_for(name: str, head: bytes) -> Form:
    """The form of the input ``name`` whose first bytes are ``head``.

    A signature that leaves no doubt decides; then the file's ending; then the look of the content.

    Raises:
        Unreadable: it is of a form that is not read.
    """
    certain = certain_form(head)
    if certain:
        return FORMS[certain]
    ending = name.lower()
    for form in FORMS.values():
        if ending.endswith(form.suffixes):
            return form
    for form in plug_ins().values():
        if ending.endswith(form.suffixes) or (form.looks_like and form.looks_like(head)):
            return form
    return FORMS[likely_form(name, head)]


def form_named(name: str) -> Form:
    """The form of that name, built in or a plug-in.

    Raises:
        Unreadable: there is none; says which there are.
    """
    form = FORMS.get(name) or plug_ins().get(name)
    if form is None:
        raise Unreadable(f"{name!r} is no form of input; the forms are {', '.join([*FORMS, *plug_ins()])}")
    return form


@cache
def plug_ins() -> dict[str, Form]:
    """The forms that installed packages bring; one that cannot be loaded is left out.

    Looked for only where no form of ours fits: going through all installed packages takes a moment.
    """
    from importlib.metadata import entry_points

    found: dict[str, Form] = {}
    for entry in entry_points(group=GROUP):
        try:
            form = entry.load()
        except Exception as problem:
            found[entry.name] = Form(entry.name, (), _broken(f"{type(problem).__name__}: {problem}"))
            continue
        if isinstance(form, Form) and form.name not in FORMS:
            found[form.name] = form
    return found


def _broken(why: str) -> Reader:
    def read(intake: Intake) -> Iterator[Document | SourceError]:
        raise Unreadable(f"needs a plug-in that cannot be loaded ({why.splitlines()[0][:200]})")
        yield

    return read


def _imported(place: str) -> Reader:
    module, _, name = place.partition(":")
    reader: Reader = getattr(importlib.import_module(module), name)
    return reader
