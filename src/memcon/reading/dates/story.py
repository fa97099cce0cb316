"""What is known while a text is read: publication, the date just told of, the year a history is in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from memcon.reading.dates.forms import Calendar, DateMention, Step, Weekday
from memcon.reading.dates.tenses import sentence_bounds, tense
from memcon.reading.dates.values import Point, as_date

#: How far (years) a date told in passing may lie from a history's own time and still move it.
_REACH = 8


@dataclass(slots=True)
class Story:
    """The state of a reading.

    ``now`` is the publication day, ``year`` its year (perhaps known without the day).  ``told`` is the date last told
    of (``told_day`` the last of them that is a day and not ahead of publication), ``line`` the one that a history has
    reached (a look back or ahead leaves it), ``event_day`` the day of what is reported, ``days`` every day told of
    with its place in the text.
    """

    text: str
    now: date | None
    year: int | None
    narrative: bool
    day_first: bool
    tense_at: Callable[[int], str | None] | None
    told: Point | None = None
    told_at: int = -1
    told_day: Point | None = None
    told_year_at: int = -1
    line: Point | None = None
    aside: Point | None = None
    event_day: date | None = None
    mentions: Sequence[DateMention] = ()
    days: list[tuple[int, date]] = field(default_factory=list)

    def tense(self, mention: DateMention) -> str | None:
        """The tense of the clause a mention stands in."""
        return tense(self.text, mention.start, mention.end, self.tense_at)

    def sentence_start(self, offset: int) -> int:
        """Where the sentence around an offset begins."""
        return sentence_bounds(self.text, offset)[0]

    def remember(self, mention: DateMention, point: Point) -> None:
        """Takes a resolved date as the one last told of, and moves the line of a history where it does."""
        self.told, self.told_at = point, mention.start
        form = mention.form
        explicit = isinstance(form, Calendar) and form.point.year is not None
        if explicit:
            self.told_year_at = mention.start
        if self.narrative:
            self._move_line(mention, point, explicit)
        day = as_date(point)
        if day:
            self.days.append((mention.start, day))
        if point.unit == "day" and (day is None or self.now is None or day <= self.now):
            self.told_day = point
        if day and self.event_day is None and self.now and 0 <= (self.now - day).days <= 7:
            self.event_day = day

    def _move_line(self, mention: DateMention, point: Point, explicit: bool) -> None:
        if point.year is None or point.unit in ("decade", "century"):
            return
        line = self.line
        if line is None or line.year is None:
            self.line = point
            return
        if point.unit == "year" and not explicit:
            return
        far = abs(point.year - line.year) > _REACH
        if far and self.aside is not None and self.aside.year is not None and abs(point.year - self.aside.year) <= 2:
            far = False
        if point.unit == "year" and point.year != line.year and not self._opens(mention):
            self.aside = point
            return
        if point.unit == "year" and point.year == line.year:
            return
        if far and not _is_heading(self.text, mention):
            self.aside = point
            return
        self.line, self.aside = point, None

    def _opens(self, mention: DateMention) -> bool:
        """Whether a year opens its sentence or stands in the first of a paragraph or in a heading."""
        start = self.sentence_start(mention.start)
        return self.text[start - 1 : start] == "\n" or mention.start - start <= 16 or _is_heading(self.text, mention)


def paragraph_bounds(text: str, mention: DateMention, reach: int = 3000) -> tuple[int, int]:
    """The line a mention stands in, at most ``reach`` characters either way."""
    left = text.rfind("\n", max(0, mention.start - reach), mention.start) + 1 or max(0, mention.start - reach)
    right = text.find("\n", mention.end, mention.end + reach)
    return left, min(len(text), mention.end + reach) if right < 0 else right


def _is_heading(text: str, mention: DateMention) -> bool:
    left, right = paragraph_bounds(text, mention)
    return right - left < 90 and text[right - 1 : right] not in (".", "!", "?", "”", '"', ",", ";")


def is_narrative(mentions: Sequence[DateMention], now: date | None) -> bool:
    """Whether a text tells history in its own time rather than news from a day of publication."""
    elsewhere = here = 0
    dated = False
    for mention in mentions:
        form = mention.form
        if isinstance(form, Calendar):
            if form.point.year is not None:
                dated = True
                near = now is not None and abs(form.point.year - now.year) <= 1
                elsewhere += not near
                here += near and form.point.unit == "day" and now is not None and form.point.year == now.year
            elif form.point.unit in ("day", "month") and not dated and form.year_step is None:
                here += 2
        elif isinstance(form, Weekday):
            here += form.which in ("bare", "last", "next", "this")
        elif isinstance(form, Step):
            here += not form.told and (form.unit in ("day", "week", "month") or form.amount == -1)
    if now is None:
        return elsewhere >= 2 and not here
    return elsewhere >= 8 and elsewhere > 4 * here


def day_first(mentions: Sequence[DateMention], text: str) -> bool:
    """Whether 4/9/2021 is the fourth of September here: by unambiguous figures, then by how days are written."""
    votes = 0
    for mention in mentions:
        form = mention.form
        if isinstance(form, Calendar) and form.point.unit == "day":
            word = mention.text
            if re.match(r"\d\d?\s?[-/]\s?\d\d?\s?[-/]", word):
                if form.other is None:
                    first, second = (int(x) for x in re.findall(r"\d+", word)[:2])
                    votes += 100 * ((first > 12) - (second > 12))
            elif word[:2] == "20" or word[:2] == "19":
                pass
            elif re.match(r"(?:the\s+)?\d", word):
                votes += 1
            elif re.match(r"[A-Za-z]", word):
                votes -= 1
    return votes >= 0
