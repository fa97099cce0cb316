"""A brief as Markdown, HTML, DOCX or JSON; the templates of the first two are the user's to change.

A template is Jinja2 and is run in a sandbox: it can print what it is given and nothing else.  What it is given:

* ``brief``: the :class:`~memcon.briefs.page.Brief` (for a comparison ``readouts``).
* ``numbers(sentence)``: the numbers of what a sentence cites; ``cited(sentence)``: the same as the format writes them.
* ``note(citation)``: what a numbered citation says, as pieces (``where``, ``place``, ``words``).
* ``made``: when the brief was made and from what, in a sentence.
* ``points``: the kinds of points of a comparison with their headings.
* ``days(first, last)``: two ISO days in words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, is_dataclass
from pathlib import Path
from typing import Any

from memcon.briefs.citations import AnyCitation, ReportCitation, Sentence
from memcon.briefs.findings import Change, Readouts
from memcon.briefs.labelling import reports_of_days
from memcon.briefs.page import Brief
from memcon.briefs.row_wording import row_in_words
from memcon.reference import fold
from memcon.wording.days import day_in_words

FORMS = ("markdown", "html", "docx", "json")
SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".json": "json",
}
_FILES = {"markdown": "md", "html": "html"}
_FOLDER = Path(__file__).with_name("templates")


class TemplateFault(ValueError):
    """A template that cannot be read or does not run; says where."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """What a numbered citation says.

    Attributes:
        where: the report with its outlet and day, or the table with its source.
        place: the sentence and the characters; the row of the table.
        words: the cited words; empty for a table.
        url: of the report, where it has one.
    """

    where: str
    place: str
    words: str
    url: str | None = None


def note_text(citation: AnyCitation) -> NoteText:
    """A citation in words: report, sentence and span; or table, row and source."""
    if isinstance(citation, ReportCitation):
        report = citation.report
        day = day_in_words(report.published, report.published_until or report.published)
        title = f"“{report.title}”" if report.title else "" if report.url else report.name.rsplit("/", 1)[-1]
        where = ", ".join(filter(None, (report.outlet, report.byline, title, day)))
        sentence = f"sentence {citation.sentence}, " if citation.sentence else ""
        place = f"{report.id}, {sentence}characters {citation.start}–{citation.end}"
        return NoteText(where or report.name or report.id, place, " ".join(citation.text.split()), report.url)
    row = row_in_words(citation.row)
    return NoteText(f"Reference table “{citation.table}” ({citation.source})", row, "")


#: What the check of an entry means, in words.
CHECKS = {
    "supported": "supported by the tables",
    "contradicted": "contradicted by the tables",
    "disputed": "disputed",
    "not_covered": "not covered by the tables",
    "accepted": "accepted by a person",
    "edited": "edited by a person",
}


def made_line(brief: Brief) -> str:
    """When a brief was made, by what and from what."""
    searched = brief.searched
    kind = "Brief" if brief.kind == "brief" else "Chronology"
    period = f", {brief.period}" if brief.period else ""
    reports = f"{searched.reports:,} report{'' if searched.reports == 1 else 's'}"
    days = reports_of_days(searched.first, searched.last)
    return f"{kind}{period}. Made on {day_in_words(brief.made, brief.made)} by {brief.made_by} from {reports}{days}."


Row = tuple[str, str, tuple[Change, ...]]


def readouts_rows(readouts: Readouts) -> list[tuple[str, list[Row]]]:
    """A comparison as headed rows: the words of the first readout, those of the second, what changed."""
    differences: list[Row] = [
        (_told(each.first, each.what), _told(each.second, each.what), ()) for each in readouts.differences
    ]
    groups = [("Who, when and where", differences)]
    for kind, title in POINTS.items():
        groups.append((title.format(first=readouts.first, second=readouts.second), [
            (_words(one.first), _words(one.second), one.changes if kind == "reworded" else ())
            for one in readouts.of(kind)
        ]))  # fmt: skip
    return [(title, rows) for title, rows in groups if rows]


#: The kinds of points of a comparison and their headings, in the order in which they are printed.
POINTS = {
    "reworded": "Both say, in other words",
    "same": "Both say, in the same words",
    "left out": "Only {first} says",
    "added": "Only {second} says",
}


def _told(sentence: Sentence | None, what: str) -> str:
    return f"{what}: {sentence.text}" if sentence else f"{what}: not told"


def _words(citation: ReportCitation | None) -> str:
    if citation is None:
        return ""
    return f"{' '.join(citation.text.split())} [{note_text(citation).place}]"


def shipped_template(form: str, kind: str = "brief") -> str:
    """The text of the template of a form: a start for one's own.

    Args:
        form: markdown or html.
        kind: brief (chronologies too) or comparison.
    """
    template = (_FOLDER / f"{kind}.{_FILES[form]}").read_text(encoding="utf-8")
    # Whole, so that a template that is printed stands alone.
    return template.replace('{% include "style.css" %}\n', (_FOLDER / "style.css").read_text(encoding="utf-8"))


def as_text(subject: Brief | Readouts, form: str, template: str | None = None) -> str:
    """A brief or a comparison as Markdown, HTML or JSON.

    Args:
        subject: what is printed.
        form: markdown, html or json.
        template: the text of one's own template.

    Raises:
        TemplateFault: the template does not run.
    """
    if form == "json":
        return as_json(subject)
    kind = "comparison" if isinstance(subject, Readouts) else "brief"
    return _run(template if template is not None else shipped_template(form, kind), subject, form)


def _run(template: str, subject: Brief | Readouts, form: str) -> str:
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    html = form == "html"
    environment = ImmutableSandboxedEnvironment(
        autoescape=html, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["md"] = _markdown
    environment.filters["oneline"] = lambda words: " ".join(str(words).split())
    environment.filters["checked"] = lambda check: CHECKS.get(check, check)
    environment.filters["slug"] = lambda words: "-".join(fold(str(words)).lower().split())
    numbers: Callable[[Sentence], list[int]] = subject.numbers_of if isinstance(subject, Brief) else lambda sentence: []

    def cited(sentence: Sentence) -> str:
        found = numbers(sentence)
        if html:
            links = ", ".join(
                "–".join(f'<a href="#note-{number}">{number}</a>' for number in dict.fromkeys(run))
                for run in _runs(found)
            )
            return Markup(f'<sup class="cited">{links}</sup>')
        return "".join(f"[^{number}]" for number in found)

    given: dict[str, Any] = {
        "brief": subject,
        "readouts": subject,
        "numbers": numbers,
        "cited": cited,
        "note": note_text,
        "days": day_in_words,
        "made": made_line(subject) if isinstance(subject, Brief) else "",
        "points": POINTS,
        "svg": Markup if html else str,
    }
    try:
        return environment.from_string(template).render(given)
    except SecurityError as problem:
        raise TemplateFault(f"the template may not do that: {problem}") from None
    except (
        TemplateError,
        TypeError,
        ValueError,
        AttributeError,
        LookupError,
        ArithmeticError,
        RecursionError,
    ) as problem:
        line = getattr(problem, "lineno", None)
        where = f" in line {line}" if line else ""
        raise TemplateFault(f"the template does not run{where}: {str(problem).splitlines()[0]}") from None


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Numbers as runs of first and last: 4, 5, 6, 9 as 4–6 and 9."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _markdown(words: object) -> str:
    """Words with what Markdown would take for a sign of its own escaped."""
    return "".join(f"\\{ch}" if ch in "\\`*_[]<>#|~" else ch for ch in str(words))


def as_json(subject: Brief | Readouts) -> str:
    """Every field as JSON; a cited report without its whole text."""
    import json

    assert is_dataclass(subject)
    return json.dumps(_plain(asdict(subject)), ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _plain(each)
            for name, each in value.items()
            if name not in ("numbers", "drawings") and not (name in ("text", "sha256") and "sha256" in value)
        }
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value
