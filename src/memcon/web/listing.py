"""What the lists of the reading room share: pages of rows, texts with marks, names as links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams

from memcon.archive import Hit
from memcon.archive.narrowing import narrowed
from memcon.archive.parties import slug
from memcon.archive.query import days_of
from memcon.briefs import AnyCitation, ReportCitation, Side
from memcon.record import Event, Span
from memcon.wording.days import interval
from memcon.wording.labels import TYPES, kind_of, status_of
from memcon.wording.relations import RELATIONS
from memcon.wording.words import VERDICT_WORD

#: Rows on a page, and what a reader may ask for instead.
A_PAGE = 50
SIZES = (50, 200, 1000)

Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text: whether it is of the passage that was read, and of the words that were asked for."""

    text: str
    passage: bool
    word: bool


def segments(text: str, passage: Mark | None, words: Sequence[Mark] = ()) -> list[Segment]:
    """A text cut where the passage and the words begin and end; together it is the text, whatever is in it."""
    if passage is None and not words:
        return [Segment(text, False, False)]
    edges = {0, len(text), *(edge for mark in (*words, *([passage] if passage else [])) for edge in mark)}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    return [
        Segment(
            text[start:end],
            passage is not None and passage[0] <= start < passage[1],
            any(first <= start < last for first, last in words),
        )
        for start, end in pairwise(cuts)
    ]


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows of a list are asked for: ``number`` from 1, ``size`` rows each."""

    number: int
    size: int

    @property
    def offset(self) -> int:
        """Rows before it."""
        return (self.number - 1) * self.size


def page_of(params: QueryParams) -> Page:
    """The page that ``?page=`` and ``?rows=`` ask for; the first where they are no numbers."""
    number, rows = (_number(params.get(name)) for name in ("page", "rows"))
    return Page(min(max(1, number or 1), 100_000), rows if rows in SIZES else A_PAGE)


def _number(told: str | None) -> int | None:
    return int(told) if told and told.isascii() and told.isdigit() and len(told) < 8 else None


def with_params(path: str, params: dict[str, object]) -> str:
    """An address with those parameters that say something."""
    said = {name: str(value) for name, value in params.items() if value not in (None, "", 1)}
    return f"{path}?{urlencode(said, quote_via=quote)}" if said else path


@lru_cache(maxsize=4096)
def party_address(name: str) -> str:
    """Where the page of a party is."""
    return f"/party/{quote(name, safe='')}"


def pair_address(one: str, other: str) -> str:
    """Where the page of two parties is."""
    return with_params("/pair", {"one": one, "other": other})


def search_address(query: str) -> str:
    """Where a query is answered."""
    return with_params("/search", {"q": query})


def address_of(hit: Hit) -> str:
    """Where an answer stands marked in its report."""
    if hit.id != hit.report:
        return f"/report/{hit.report}#{hit.id}"
    return f"/report/{hit.report}/span/{hit.start}-{hit.end}#here" if hit.end else f"/report/{hit.report}"


@lru_cache(maxsize=4096)
def _event_label(type: str, act: str | None, mode: str | None, cameo: str | None, status: str) -> str:
    nothing = Span(0, 0, "")
    event = Event("", type, cameo, "", (), (), status, False, None, nothing, nothing, mode=mode, act=act)
    return " ".join(filter(None, (status_of(event), kind_of(event))))


def label_of(hit: Hit) -> str:
    """What an answer is, in a word or two: “visit”, “request: talks”, “is a member of”."""
    if hit.kind == "event":
        return _event_label(hit.what or "", hit.act, hit.mode, hit.cameo, hit.status or "happened")
    if hit.kind == "fact" and hit.what:
        relation = hit.what.removeprefix("not ")
        said, denied = RELATIONS.get(relation, f"{relation} | not {relation}").split(" | ")
        return said if relation == hit.what else denied
    return hit.what or hit.kind


def facet_word(facet: str, label: str) -> str:
    """The value of a facet for people: “talks”, “Sep 2021”, “not covered”."""
    if facet == "type":
        return f"{TYPES[label]} · {label}" if label in TYPES else label
    if facet == "on" and (days := days_of(label)):
        return interval(*days)
    if facet == "kind":
        return f"{label}s"
    return label.replace("_", " ") if facet in ("verdict", "status") else label


def _export_address(query: str, format: str) -> str:
    return with_params("/search/export", {"q": query, "format": format})


@lru_cache(maxsize=4096)
def _interval(days: tuple[str | None, str | None]) -> str:
    return interval(*days)


def _hit_segments(hit: Hit) -> list[Segment]:
    return segments(hit.text, hit.passage, hit.words)


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation as a link: where it leads, its short name, what it says."""

    address: str
    name: str
    told: str


def cited(citations: Iterable[AnyCitation]) -> list[Cite]:
    """Links to the passages and tables that a sentence rests on, each once."""
    found: dict[str, Cite] = {}
    for one in citations:
        if isinstance(one, ReportCitation):
            where = f"/report/{one.report.id}" + (f"#{one.item}" if one.item else "")
            told = " · ".join(filter(None, (one.report.outlet, one.report.title, one.report.published)))
            found.setdefault(one.report.id, Cite(where, one.report.id, told))
        else:
            found.setdefault(one.table, Cite(with_params("/who", {"q": _asked_of(one.row)}), "table", one.source))
    return list(found.values())


def _asked_of(row: Mapping[str, object]) -> str:
    """What to ask the tables for, to see a row."""
    names = (str(row.get(column) or "") for column in ("person", "country", "iso3", "member", "body"))
    return next((name for name in names if name), "")


def _list_address(name: str, sides: Sequence[Side], format: str) -> str:
    other = sides[1].name if len(sides) > 1 else None
    return with_params(f"/lists/{name}", {"one": sides[0].name, "other": other, "format": format})


def _side_words(sides: Sequence[Side]) -> str:
    kinds = {"state": "state", "organization": "body", "person": "person"}
    return " and ".join(kinds.get(side.kind, side.kind) for side in sides).capitalize()


def _brief_address(sides: Sequence[Side], form: str) -> str:
    other = sides[1].name if len(sides) > 1 else None
    return with_params("/brief", {"one": sides[0].name, "other": other, "form": form})


def _side_query(sides: Sequence[Side]) -> str:
    query = ""
    for side in sides:
        query = narrowed(query, "with", side.country or side.name)
    return query


def _shortened(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


#: What the templates of lists may ask for.
FILTERS = {
    "address": address_of,
    "brief_address": _brief_address,
    "cited": cited,
    "export_address": _export_address,
    "facet_word": facet_word,
    "group": lambda number: f"{number:,}",
    "interval": _interval,
    "label": label_of,
    "list_address": _list_address,
    "pair_address": pair_address,
    "party_address": party_address,
    "search_address": search_address,
    "segments": _hit_segments,
    "shortened": _shortened,
    "side_query": _side_query,
    "side_words": _side_words,
    "slug": slug,
    "type_word": lambda type: TYPES.get(type, type),
    "verdict": lambda verdict: VERDICT_WORD.get(verdict, verdict),
}
