"""Finds the date expressions of a text: runs of words that may belong to one are read by local rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from memcon.reading.dates import day_rules, duration_rules, relative_rules, year_rules
from memcon.reading.dates.forms import Calendar, DateMention, DayOfMonth, Span, Step, Weekday
from memcon.reading.dates.lexicon import LEXICON, LIVE, TOKEN
from memcon.reading.dates.patterns import PART
from memcon.reading.dates.relative_rules import DAY_PHRASE
from memcon.reading.dates.rule import Builder, Reading, day_part, full_year, mention
from memcon.reading.dates.values import Point

_RULES: Final[dict[str, list[tuple[re.Pattern[str], Builder]]]] = {}
for _kinds, _pattern, _builder in (
    *day_rules.rules(),
    *year_rules.rules(),
    *relative_rules.rules(),
    *duration_rules.rules(),
):
    for _kind in _kinds:
        _RULES.setdefault(_kind, []).append((_pattern, _builder))

_PART: Final = re.compile(PART, re.IGNORECASE)
_MODS: Final = {
    "early": "START",
    "earlier": "START",
    "beginning": "START",
    "start": "START",
    "opening": "START",
    "dawn": "START",
    "turn": "START",
    "first": "START",
    "late": "END",
    "end": "END",
    "close": "END",
    "closing": "END",
    "latter": "END",
    "final": "END",
    "dying": "END",
    "last": "END",
    "mid": "MID",
    "middle": "MID",
}
_HALVES: Final = {"first half": 1, "second half": 2, "latter half": 2}


def find(text: str, tense_at: Callable[[int], str | None] | None = None) -> tuple[DateMention, ...]:
    """Every date expression of a text, in order, none overlapping another.

    Purely textual: nothing is counted from anything yet (see :func:`memcon.reading.dates.resolve`).  ``tense_at`` is
    accepted for symmetry and not needed.  Never raises.
    """
    found: list[DateMention] = []
    run: list[tuple[str, int]] = []
    live = False
    kind_of = LEXICON.get
    for token in TOKEN.finditer(text):
        word = token[0]
        kind = kind_of(word) or kind_of(word.lower())
        if kind is None:
            first = word[0]
            if "0" <= first <= "9":
                kind = "d"
                if not live:
                    end = token.end()
                    live = len(word) > 2 or not word.isdigit() or text[end : end + 2].lstrip()[:1] in _JOINTS
            else:
                if live:
                    _read_run(text, run, found)
                if run:
                    run = []
                live = False
                continue
        elif kind in LIVE:
            live = True
        run.append((kind, token.start()))
    if live:
        _read_run(text, run, found)
    return tuple(_linked(text, found))


_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_JOINTS: Final = frozenset("-/.:–apAP")


def _read_run(text: str, run: list[tuple[str, int]], found: list[DateMention]) -> None:
    at = found[-1].end if found else 0
    for kind, start in run:
        if start < at:
            continue
        if kind == "d" and start and text[start - 1] in "'’‘":
            start -= 1 if start - 1 >= at else 0
        got = _read_at(text, kind, start)
        if got:
            base = len(found)
            found.extend(replace(m, closes=m.closes + base) if m.closes is not None else m for m in got)
            at = found[-1].end


def _read_at(text: str, kind: str, start: int, depth: int = 0) -> Reading:
    """The longest reading that begins at ``start``; ``late`` or ``the night of`` is put on what it is a part of."""
    best: Reading = []
    for pattern, build in _RULES.get(kind, ()):
        match = pattern.match(text, start)
        if match is not None and match.end() > (best[-1].end if best else start):
            if "\n" in match[0] and _BLANK_LINE.search(match[0]):
                continue  # a heading and the paragraph under it
            got = build(text, match)
            if got and got[-1].end > (best[-1].end if best else start):
                best = got
    if depth < 2 and kind in "tePU":
        for part in (_read_part(text, start, depth), _read_day_phrase(text, start, depth)):
            if part and part[-1].end > (best[-1].end if best else start):
                best = part
    if kind == "d" and text[start] in "'’‘":
        match = year_rules.SHORT.match(text, start)
        if match and not best and _short_year_cue(text, start):
            year = full_year(match["y"])
            best = [mention(text, start, match.end(), Calendar(Point("year", year)))]
    return best


def _short_year_cue(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:in|since|of|by|until|from|to|and|summer|spring|class|the)\s+$", text[max(0, start - 8) : start], re.I
        )
    )


def _kind_at(text: str, start: int) -> str | None:
    token = TOKEN.match(text, start)
    if token is None:
        return "d" if text[start : start + 1] in ("'", "’") else None
    word = token[0]
    return LEXICON.get(word) or LEXICON.get(word.lower()) or ("d" if "0" <= word[0] <= "9" else None)


def _read_part(text: str, start: int, depth: int) -> Reading:
    match = _PART.match(text, start)
    if match is None:
        return []
    kind = _kind_at(text, match.end())
    if kind is None:
        return []
    inner = _read_at(text, kind, match.end(), depth + 1)
    if not inner:
        return []
    head, *rest = inner
    words = re.sub(r"^(?:the\s+)?(?:very\s+)?", "", (match["part"] or match["edge"]).lower())
    words = re.sub(r"\s+", " ", words)
    form = head.form
    if words.split()[0] in ("later",):
        mod = None
    elif words in _HALVES and isinstance(form, Calendar) and form.point.unit == "year":
        form = replace(form, point=replace(form.point, unit="half", part=_HALVES[words]))
        mod = None
    else:
        mod = _MODS.get(words.split()[0])
    if isinstance(form, Weekday | DayOfMonth | Span) or (isinstance(form, Step) and form.unit == "day"):
        if isinstance(form, Span) or "half" in words:
            return []
        mod = None
    elif isinstance(form, Calendar | Step):
        form = replace(form, mod=mod or form.mod)
    else:
        return []
    head = replace(head, start=start, text=text[start : head.end], form=form)
    return [head, *rest]


def _read_day_phrase(text: str, start: int, depth: int) -> Reading:
    match = DAY_PHRASE.match(text, start)
    if match is None:
        return []
    kind = _kind_at(text, match.end())
    if kind is None:
        return []
    inner = _read_at(text, kind, match.end(), depth + 1)
    if not inner:
        return []
    head, *rest = inner
    word = match["part"].lower().split()
    form = head.form
    if word[-1] in ("week", "weekend"):
        if not (isinstance(form, Calendar) and form.point.unit == "day"):
            return []
        form = replace(form, mod="WEEK" if word[-1] == "week" else "WEEKEND", weekday=None)
        return [replace(head, start=start, text=text[start : head.end], form=form)]
    if word[-1] in ("day", "month", "year", "eve"):
        if word[-1] == "eve" or not isinstance(form, Calendar) or form.point.unit not in ("day", "month", "year"):
            return []
        return [replace(head, start=start, text=text[start : head.end]), *rest]
    clock = "TMO" if word[-1] == "hours" else day_part(" ".join(word))
    if (isinstance(form, Calendar) and form.point.unit == "day") or isinstance(form, Weekday | Step):
        if isinstance(form, Step) and form.unit != "day":
            return []
        form = replace(form, clock=clock)
        return [replace(head, start=start, text=text[start : head.end], form=form, timex_type="TIME"), *rest]
    if isinstance(form, DayOfMonth):
        return [replace(head, start=start, text=text[start : head.end]), *rest]
    return []


_RANGE: Final = re.compile(
    r"\s*(?:[-–—]|\bto\b|\bthrough\b|\buntil\b|\btill\b|\bthru\b|\band\b)\s*(?:the\s+)?$", re.IGNORECASE
)
_AND: Final = re.compile(r"\s*(?:,|,?\s*\band\b|\bor\b|&)\s*$", re.IGNORECASE)


def _linked(text: str, found: list[DateMention]) -> list[DateMention]:
    """Ranges joined, and the year of ``between May and July 2021`` given to its May as well."""
    out = list(found)
    for index in range(len(out) - 1, 0, -1):
        right, left = out[index], out[index - 1]
        between = text[left.end : right.start]
        if len(between) > 14 or not isinstance(left.form, Calendar) or not isinstance(right.form, Calendar):
            continue
        joined = _RANGE.match(between)
        listed = _AND.match(between)
        if not joined and not listed:
            continue
        a, b = left.form, right.form
        if a.holiday or b.holiday:
            continue
        word = between.strip().lower()
        opener = text[max(0, left.start - 9) : left.start].lower()
        is_range = bool(joined) and (
            word in ("-", "–", "—", "through")
            or (word.startswith("and") and "between " in opener)
            or (word[:2] in ("to", "un", "ti") and (a.point.unit == b.point.unit))
        )
        if is_range and right.closes is None and left.closes is None:
            out[index] = right = replace(right, closes=index - 1)
        if (
            a.point.year is None
            and a.year_step is None
            and a.point.month is not None
            and b.point.month is not None
            and (b.point.year is not None or b.year_step is not None)
        ):
            year, step = b.point.year, b.year_step
            if a.point.month > b.point.month and is_range:
                year = None if year is None else year - 1
                step = None if step is None else step - 1
            out[index - 1] = replace(
                left, form=replace(a, point=replace(a.point, year=year), year_step=step, year_from=b.year_from)
            )
        elif (
            a.point.year is None and a.point.unit == "season" and b.point.unit == "season" and b.point.year is not None
        ):
            out[index - 1] = replace(left, form=replace(a, point=replace(a.point, year=b.point.year)))
    return out
