"""A timeline and bars as inline SVG, without scripts and style attributes, for pages with a strict policy.

Colours come from the page: shapes have classes (``quad-vcoop``, ``bar``), text takes ``currentColor``.  The numbers
stand beside the drawing as a table; the drawing itself is told in its title and description.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from html import escape
from itertools import count

from memcon.briefs.findings import Chronology, Line

WIDTH = 720
_LANES = {
    "VCOOP": "words that bring closer",
    "MCOOP": "deeds that help",
    "VCONF": "words that set apart",
    "MCONF": "deeds that harm",
}
_LANE, _TOP, _LEFT, _RIGHT = 26, 12, 150, 14
_BAR, _GAP = 16, 6
_MOST_BARS = 40
_numbers = count(1)


def timeline(found: Chronology) -> str:
    """The dated events of a chronology along a line of days, a row for each PLOVER quad; empty where none has a day.

    Events of one quad that fall on one point are one dot, the larger the more there are.
    """
    dated = [line for line in found.events if line.day and line.quad in _LANES]
    if not dated:
        return ""
    first = date.fromisoformat(min(line.day or "" for line in dated))
    last = date.fromisoformat(max(line.day or "" for line in dated))
    lanes = [quad for quad in _LANES if any(line.quad == quad for line in dated)]
    height = _TOP + _LANE * len(lanes) + 30
    days = max(1, (last - first).days)

    def across(day: str) -> float:
        share = (date.fromisoformat(day) - first).days / days if last > first else 0.5
        return round(_LEFT + 10 + share * (WIDTH - _LEFT - _RIGHT - 20), 1)

    shapes: list[str] = []
    for number, quad in enumerate(lanes):
        y = _TOP + _LANE * number + _LANE / 2
        shapes.append(_text(_LEFT - 8, y + 4, _LANES[quad], "end"))
        shapes.append(f'<line class="lane" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>')
        shapes += _dots([line for line in dated if line.quad == quad], across, y, quad)
    base = _TOP + _LANE * len(lanes) + 4
    shapes.append(f'<line class="axis" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{base}" y2="{base}"/>')
    for label, day in _ticks(first, last):
        x = across(day)
        shapes.append(f'<line class="axis" x1="{x}" x2="{x}" y1="{base}" y2="{base + 4}"/>')
        shapes.append(_text(x, base + 17, label, "middle"))
    told = f"{len(dated):,} events from {first.isoformat()} to {last.isoformat()}: " + ", ".join(
        f"{sum(line.quad == quad for line in dated):,} {_LANES[quad]}" for quad in lanes
    )
    return _drawing("Timeline", told, WIDTH, height, shapes)


def _dots(lines: list[Line], across: object, y: float, quad: str) -> list[str]:
    assert callable(across)
    points: Counter[float] = Counter(across(line.day) for line in lines)
    days: dict[float, str] = {}
    for line in lines:
        days.setdefault(across(line.day), f"{line.day}: {line.label}")
    return [
        f'<circle class="dot quad-{quad.lower()}" cx="{x}" cy="{y}" r="{min(9.0, 3.5 + many**0.5)}">'
        f"<title>{escape(days[x] if many == 1 else f'{days[x]} and {many - 1} more')}</title></circle>"
        for x, many in sorted(points.items())
    ]


def _ticks(first: date, last: date) -> list[tuple[str, str]]:
    """Where the axis is marked: years, or the first and last day of a span within one year."""
    years = range(first.year + 1, last.year + 1)
    if len(years) < 2:
        ends = dict.fromkeys((first, last))
        return [(f"{day.day}.{day.month}.{day.year}", day.isoformat()) for day in ends]
    step = max(1, -(-len(years) // 10))
    return [(str(year), f"{year:04d}-01-01") for year in years if year % step == 0]


def bars(numbers: Mapping[str, int], title: str) -> str:
    """Numbers as horizontal bars, each with its name and its number; empty where there is none.

    Args:
        numbers: name → how many.
        title: what is counted.
    """
    shown = list(numbers.items())[-_MOST_BARS:]
    if not shown:
        return ""
    most = max(number for _, number in shown)
    height = _TOP + len(shown) * (_BAR + _GAP) + 4
    shapes = []
    for place, (name, number) in enumerate(shown):
        y = _TOP + place * (_BAR + _GAP)
        width = round(max(1.0, number / most * (WIDTH - _LEFT - 80)), 1)
        shapes.append(_text(_LEFT - 8, y + 12, name, "end"))
        shapes.append(f'<rect class="bar" x="{_LEFT}" y="{y}" width="{width}" height="{_BAR}" rx="2"/>')
        shapes.append(_text(_LEFT + width + 6, y + 12, f"{number:,}", "start"))
    told = "; ".join(f"{name}: {number:,}" for name, number in shown)
    return _drawing(title, told, WIDTH, height, shapes)


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


def _drawing(title: str, told: str, width: int, height: float, shapes: list[str]) -> str:
    number = next(_numbers)
    names = f"drawing-{number}-title", f"drawing-{number}-told"
    return (
        f'<svg class="drawing" role="img" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg"'
        f' aria-labelledby="{names[0]} {names[1]}" font-size="12" fill="currentColor">'
        f'<title id="{names[0]}">{escape(title)}</title><desc id="{names[1]}">{escape(told)}</desc>'
        + "".join(shapes)
        + "</svg>"
    )
