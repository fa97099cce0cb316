"""What stands around a report rather than in it: byline, dateline, outlet, a title line.

Nothing is cut from the text; what is found here only fills the document's own fields.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from memcon.record import Dated, Span

_MONTHS = calendar.month_name[1:]
_MONTH = "|".join(_MONTHS) + r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
_NAME = r"[^\W\d_][\w.’'\-]*(?: (?:(?:de|del|der|di|al|bin|van|von|la|le) )*[A-Z][\w.’'\-]*){1,3}"

_NAMES = rf"(?P<who>(?:{_NAME}(?:, {_NAME}){{0,4}} and )?{_NAME})"
_BYLINE = re.compile(rf"[ \t]*(?:By|BY) {_NAMES}(?:(?:,| of| in| for) [^\n]{{0,60}})?[ \t]*\r?\Z")
_CREDIT = re.compile(rf"\(?(?:Additional )?[Rr]eporting by {_NAMES}")
_FULL = rf"(?P<date>(?:\d{{1,2}}[ ](?i:{_MONTH})|(?i:{_MONTH})[ ]\d{{1,2}}),?[ ](?P<year>(?:19|20)\d\d))"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?"
#: A line that is nothing but a day, with the place before it: “New Delhi, 20 August 2020”, “Released: 4 May 2021”.
_DATE_LINE = re.compile(
    r"[ \t]*(?:(?:Date|Published|Released?|Issued|Posted|Updated)(?:[ ]on)?:?[ ]"
    r"|[A-ZÀ-Þ][\w.’'\-]+(?:[ ][A-ZÀ-Þ][\w.’'\-]+){0,3},[ ])?"
    rf"{_WEEKDAY}(?:{_FULL}|(?P<iso>(?:19|20)\d\d-\d\d-\d\d))[.,]?[ \t]*\r?\Z"
)
#: A day set off at the end of a title: “Press Briefing – March 14, 2023”.
_DATED_TITLE = re.compile(rf"[^\n]{{8,}}[ ](?:[–—]|--?|\()[ ]?{_FULL}\)?[ \t]*\r?\Z")
_DATELINE = re.compile(
    rf"""[ \t]*
    (?:\((?P<agency>[A-Z][\w .&’'\-]{{1,40}})\)[ ]?(?:[–—]|--|-)[ ]?)?   # (ANSA) - TUNIS, JUL 16, 2023 -
    (?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.’'\-]+(?:[ ][A-ZÀ-Þ][A-ZÀ-Þ.’'\-]*){{0,3}}
        (?:/[A-ZÀ-Þ][A-ZÀ-Þ .’'\-]+)?                      # GENEVA/NEW YORK
        (?:,[ ](?!(?:{_MONTH})\b)[A-Z][\w.]+(?:[ ][A-Z][\w.]+)?)?    # ASTANA, Kazakhstan
        |[A-ZÀ-Þ][\w.’'\-]+(?:[ ][A-ZÀ-Þ][\w.’'\-]+){{0,2}}  # Baku, 3 May –
            (?=,[ ](?:\d{{1,2}}[ ](?:{_MONTH})|(?:{_MONTH})[ ]\d)))
    (?:,?[ ](?P<date>(?:\d{{1,2}}[ ](?i:{_MONTH})|(?i:{_MONTH})[ ]\d{{1,2}})(?:,?[ ](?P<year>(?:19|20)\d\d))?))?
    (?:[ ]?\((?P<outlet>[A-Z][\w .&’'\-]{{1,40}})\))?
    (?:[ ]?(?:[–—]|--|-)[ ]?|(?<=\))[ ]           # HAVANA, July 12 (Prensa Latina) The president …
        |\.[ ]/(?P<wire>[A-Z][\w ]{{1,20}})/\.[ ])(?=\S)      # MOSCOW, May 5. /TASS/. The president …
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?:;,…]['’”\")\]]*\Z")
_TITLE_LIMIT = 160
_LETTERHEAD_LIMIT = 90
#: A line that goes on in the next one is no title.
_OPEN_END = re.compile(r"\b(?:a|an|and|as|at|by|for|from|has|have|in|is|of|on|or|said|that|the|to|was|were|with)\Z")
_WHY = "the date at the head of the text"
_HEADING_LINES = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """What a text says about itself; None where it does not say it beyond doubt."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: Dated | None = None


def heading_of(text: str) -> Heading:
    """Byline, dateline, outlet and title of a report, from its first lines and its closing credit."""
    title = byline = outlet = None
    dated: Dated | None = None
    for number, (start, line) in enumerate(_first_lines(text)):
        if byline is None and (found := _BYLINE.match(line)):
            byline = found["who"]
            continue
        if found := _DATELINE.match(line):
            outlet = found["outlet"] or found["agency"] or found["wire"]
            dated = _day_of(text, start, found) or dated
            break
        if (found := _DATE_LINE.match(line)) and not text[:start].rstrip().endswith((",", " the", " on")):
            # A later line tells when it was published, not when it was last touched.
            if dated is None or not line.lstrip().startswith("Updated"):
                dated = _day_of(text, start, found)
            continue
        if number == 0 and (found := _DATED_TITLE.match(line)):
            dated = _day_of(text, start, found)
        if number == 0 and _is_title(text, start, line):
            title = line.strip()
            continue
        if _SENTENCE_END.search(line.rstrip()) or len(line) > _TITLE_LIMIT:
            break
    if byline is None and (credit := _CREDIT.search(text, max(0, len(text) - 600))):
        byline = credit["who"]
    return Heading(title, byline, outlet, dated)


def _first_lines(text: str) -> list[tuple[int, str]]:
    """The first lines that are not blank, each with its offset: as many as a heading may have."""
    lines: list[tuple[int, str]] = []
    start = 0
    while start < len(text) and len(lines) < _HEADING_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            lines.append((start, line[:2000]))
        elif len(lines) == 0 and start > 2000:
            break
        start = end + 1
    return lines


def _is_title(text: str, start: int, line: str) -> bool:
    """A short first line without a full stop above a longer text, set off by a blank line or by lines of a heading."""
    bare = line.strip()
    if not 8 <= len(bare) <= _TITLE_LIMIT or _SENTENCE_END.search(bare) or len(bare.split()) < 3:
        return False
    rest = text[start + len(line) :]
    if not _is_set_off(rest) or _OPEN_END.search(bare):
        return False
    body = rest.strip()
    return len(body) > 1.5 * len(bare) and re.search(r"[.!?]['’”\")]*(?:\s|\Z)", body) is not None


def _is_set_off(rest: str) -> bool:
    """Whether a blank line, dateline, byline or day follows the first line, if need be after a letterhead.

    A letterhead is one or two short lines, each with a capital letter at its head and no stop at its end.
    """
    if re.match(r"\r?\n[ \t]*\r?\n", rest):
        return True
    for line in (line for _, line in _first_lines(rest)[:3]):
        if _DATELINE.match(line) or _BYLINE.match(line) or _DATE_LINE.match(line):
            return True
        bare = line.strip()
        if len(bare) > _LETTERHEAD_LIMIT or not bare[:1].isupper() or _SENTENCE_END.search(bare):
            return False
    return False


def _day_of(text: str, offset: int, found: re.Match[str]) -> Dated | None:
    """The full date of a dateline, a line or a title; one without a year stays for the reading of dates."""
    iso_day = found.groupdict().get("iso")
    if iso_day:
        try:
            iso = date.fromisoformat(iso_day).isoformat()
        except ValueError:
            return None
        start = offset + found.start("iso")
        return Dated(iso, iso, "stated", Span.of(text, start, start + 10), _WHY)
    if not found["year"]:
        return None
    words = found["date"].replace(",", " ").replace(".", " ").split()
    number = next(int(w) for w in words if w.isdigit() and len(w) <= 2)
    name = next(w for w in words if not w.isdigit())
    month = next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(name[:3].capitalize()))
    try:
        iso = date(int(found["year"]), month, number).isoformat()
    except ValueError:
        return None
    start, end = offset + found.start("date"), offset + found.end("date")
    return Dated(iso, iso, "stated", Span.of(text, start, end), _WHY)
