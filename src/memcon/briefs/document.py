"""A brief as a Word document: headings, lists, tables and an endnote list whose numbers are linked to the text.

The look is the styles of a document of one's own, where one is given: its text goes, its styles, header and footer
stay.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from memcon.briefs.citations import Sentence
from memcon.briefs.findings import Change, Readouts
from memcon.briefs.page import Brief, Group, Item, Section
from memcon.briefs.rendering import CHECKS, TemplateFault, made_line, note_text, readouts_rows

_BOOKMARK = "note_{}"


def as_docx(subject: Brief | Readouts, template: Path | None = None) -> bytes:
    """A brief or a comparison as the bytes of a Word document.

    Args:
        subject: what is written.
        template: a Word document or template whose styles, header and footer are taken.

    Raises:
        TemplateFault: ``template`` is no Word document.
    """
    import docx

    try:
        document = docx.Document(str(template)) if template else docx.Document()
    except Exception as problem:  # python-docx raises what zipfile, lxml and its own parts raise
        raise TemplateFault(f"{template}: is no Word document ({type(problem).__name__})") from None
    if template:
        _emptied(document)
    else:
        _styled(document)
    document.core_properties.author = ""
    writer = _Writer(document)
    if isinstance(subject, Brief):
        document.core_properties.title = subject.title
        writer.brief(subject)
    else:
        document.core_properties.title = " and ".join(subject.titles)
        writer.readouts(subject)
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def _emptied(document: Any) -> None:
    for element in list(document.element.body):
        if not element.tag.endswith("}sectPr"):
            document.element.body.remove(element)


def _styled(document: Any) -> None:
    from docx.shared import Cm, Pt, RGBColor

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Georgia", Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    for name, size in (("Title", 18), ("Heading 1", 13), ("Heading 2", 11)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Georgia", Pt(size), RGBColor(0x1D, 0x1D, 0x1B)
        style.element.rPr.rFonts.attrib.clear()
        style.font.name = "Georgia"
    for section in document.sections:
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin = section.bottom_margin = Cm(2.3)


class _Writer:
    """Writes into a document of python-docx, whose names are untyped."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self._marks = 0
        # A document of one's own may lack a style; its text then takes the style of a plain paragraph.
        self._styles = {style.name: style.style_id for style in document.styles}

    def brief(self, brief: Brief) -> None:
        self._paragraph("Title", brief.title)
        self._faint(made_line(brief))
        for section in brief.sections:
            self._section(section, brief)
        if brief.notes:
            self._paragraph("Heading 1", "Sources")
            for note in brief.notes:
                said = note_text(note.citation)
                paragraph = self._paragraph("Normal")
                self._bookmark(paragraph, _BOOKMARK.format(note.number), f"{note.number}.")
                words = f": “{said.words}”" if said.words else ""
                paragraph.add_run(f" {said.where}. {said.place}{words}")
                self._hanging(paragraph)

    def _section(self, section: Section, brief: Brief) -> None:
        self._paragraph("Heading 1", section.title)
        if section.remark:
            self._faint(section.remark)
        for group in section.groups:
            self._group(group, brief)
        for table in section.tables:
            self._faint(table.title)
            self._table([table.columns, *table.rows])

    def _group(self, group: Group, brief: Brief) -> None:
        if group.title:
            self._paragraph("Heading 2", group.title)
        if group.remark:
            self._faint(group.remark)
        for item in group.items:
            self._item(item, group, brief)

    def _item(self, item: Item, group: Group, brief: Brief) -> None:
        paragraph = self._paragraph("List Bullet")
        if group.dated:
            paragraph.add_run(item.day or "no day").bold = True
            notes = ", ".join(filter(None, (f"({item.note})" if item.note else "", item.label)))
            paragraph.add_run(f" {notes}: " if notes else ": ")
        self._sentence(paragraph, item.sentence, brief)
        if item.check:
            why = f": {item.why}" if item.why else ""
            paragraph.add_run(f" {CHECKS.get(item.check, item.check)}{why}").italic = True
        for part in item.parts:
            self._sentence(self._below(), part, brief)
        if item.earlier:
            below = self._below()
            below.add_run(f"Last time, {item.earlier_day}: ")
            self._sentence(below, item.earlier, brief)
            below = self._below()
            below.add_run("The change: ")
            self._changes(below, item.changes)
        if item.outcome:
            below = self._below()
            below.add_run(item.outcome)
            for one in item.later:
                below.add_run(" ")
                self._sentence(below, one, brief)

    def readouts(self, readouts: Readouts) -> None:
        self._paragraph("Title", " and ".join(readouts.titles))
        if readouts.remark:
            self._paragraph("Normal", readouts.remark)
        for title, rows in readouts_rows(readouts):
            self._paragraph("Heading 1", title)
            for first, second, changes in rows:
                for name, words in ((readouts.first, first), (readouts.second, second)):
                    if words:
                        paragraph = self._paragraph("List Bullet")
                        paragraph.add_run(f"{name}: ").bold = True
                        paragraph.add_run(words)
                if changes:
                    below = self._below()
                    below.add_run("The change: ")
                    self._changes(below, changes)

    # ---- pieces

    def _paragraph(self, style: str, words: str = "") -> Any:
        paragraph = self.document.add_paragraph(words)
        if style != "Normal" and style in self._styles:
            paragraph._p.style = self._styles[style]
        return paragraph

    def _below(self) -> Any:
        return self._paragraph("List Bullet 2")

    def _faint(self, words: str) -> None:
        self._paragraph("Normal").add_run(words).italic = True

    def _sentence(self, paragraph: Any, sentence: Sentence, brief: Brief) -> None:
        paragraph.add_run(sentence.text)
        for place, number in enumerate(brief.numbers_of(sentence)):
            if place:
                paragraph.add_run(",").font.superscript = True
            self._link(paragraph, _BOOKMARK.format(number), str(number))

    def _changes(self, paragraph: Any, changes: Iterable[Change]) -> None:
        for change in changes:
            run = paragraph.add_run(change.text)
            if change.kind == "left out":
                run.font.strike = True
            elif change.kind == "added":
                run.bold = run.underline = True
            paragraph.add_run(" ")

    def _table(self, rows: list[tuple[str, ...]]) -> None:
        table = self.document.add_table(rows=0, cols=len(rows[0]))
        if "Light List" in self._styles:
            table.style = "Light List"
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        self._paragraph("Normal")

    def _bookmark(self, paragraph: Any, name: str, words: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._marks))
        start.set(qn("w:name"), name)
        paragraph._p.append(start)
        paragraph.add_run(words)
        paragraph._p.append(end)

    def _link(self, paragraph: Any, name: str, words: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), name)
        run = paragraph.add_run(words)
        run.font.superscript = True
        link.append(run._r)
        paragraph._p.append(link)

    def _hanging(self, paragraph: Any) -> None:
        from docx.shared import Cm, Pt

        paragraph.paragraph_format.left_indent = Cm(0.8)
        paragraph.paragraph_format.first_line_indent = Cm(-0.8)
        for run in paragraph.runs:
            run.font.size = Pt(9)
