"""What a date expression says before it is counted from anything: a calendar point, a weekday, a step, a duration."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.reading.dates.values import Point


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar point, perhaps without its year: ``25 September``, ``May 1992``, ``the second quarter``.

    ``mod`` is a TIMEX3 modifier (START, MID, END), ``clock`` a TIMEX3 time (``T06:00``, ``TNI``), ``weekday`` the day
    of the week the text gives with it, ``other`` the second reading of a figure such as 4/9/2021.  ``year_step`` and
    ``year_from`` count the year from this one (``now``) or the one just told of (``told``): ``August of that year``.
    ``toward`` is -1 for ``last April``, 1 for ``next June``, 0 for ``this March``; with ``toward_told`` it is counted
    from the date just told of (``the previous April``).  ``holiday`` names a day whose date depends on the year.
    """

    point: Point
    mod: str | None = None
    clock: str | None = None
    weekday: int | None = None
    other: Point | None = None
    year_step: int | None = None
    year_from: str = "now"
    holiday: str | None = None
    fiscal: bool = False
    toward: int | None = None
    toward_told: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week.

    ``which`` is bare, last, this, next, told (``that Friday``), after (``the following Friday``) or before.
    """

    weekday: int
    which: str = "bare"
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A calendar unit some steps from now or from the date just told: ``yesterday``, ``last month``, ``that year``.

    ``whole``: the unit itself is meant (``last week``), not a distance (``a week ago``).
    """

    unit: str
    amount: float | None
    told: bool = False
    mod: str | None = None
    clock: str | None = None
    whole: bool = True
    part: int | None = None
    season: str | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of the month just told of: ``the 28th``."""

    day: int
    month_told: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day whose day stands elsewhere: ``at 5 a.m.``."""

    clock: str


@dataclass(frozen=True, slots=True)
class Span:
    """A duration; ``window`` -1 where it ends now (``the past 30 days``), +1 where it begins now."""

    value: str
    amount: float | None = None
    unit: str = "D"
    window: int = 0
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that is read off the words: PAST_REF, a set (``every week``)."""

    value: str | None


Form = Calendar | Weekday | Step | DayOfMonth | Clock | Span | Fixed


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression as the text writes it.

    ``timex_type``: DATE, TIME, DURATION or SET.  ``closes`` is the index of the mention that opens the range which this
    one ends (``from August 14 to 16``), None where it ends none.
    """

    start: int
    end: int
    text: str
    timex_type: str
    form: Form
    closes: int | None = None
