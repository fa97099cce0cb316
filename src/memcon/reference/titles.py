"""Titles in text brought to one standard form: “Foreign Secretary” of the United Kingdom → Minister of Foreign
Affairs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from memcon.reference.folding import fold
from memcon.reference.tables import table


@dataclass(frozen=True, slots=True)
class Title:
    """A title as read.  ``office`` is its key in the tables (head_of_state, foreign_minister …) or empty.

    ``standing``: now, acting, former, designate, deputy, candidate, honorary.  ``sectors``: of its holder, most
    specific first.
    """

    standard: str
    office: str
    standing: str = "now"
    sectors: tuple[str, ...] = ("GOV",)


_STANDING = (
    (r"^(?:then[- ]|the |his excellency |her excellency |h\.?e\.? |right honou?rable |incumbent |outgoing )+", ""),
    (r"^(?:newly elected |new |current |visiting )+", ""),
    (r"^(?:former|ex(?=[- ])|late|one-time|past|erstwhile|previous|deposed|ousted|onetime)[- ]?(?=\w)", "former"),
    (r"^(?:acting|interim|caretaker|transitional|provisional|ad interim) ", "acting"),
    (r"^(?:designated|incoming) ", "designate"),
    (r"[- ](?:designate|elect|in-waiting)$", "designate"),
    (r"[- ]emeritus$", "former"),
    (r" ad interim$", "acting"),
    (r" (?:candidate|hopeful|nominee|contender)$", "candidate"),
    (r"^(?:candidate for|presumptive) ", "candidate"),
)


@dataclass(frozen=True, slots=True)
class _Rules:
    """The tables of titles made ready: fixed titles, portfolios, and words of standing."""

    fixed: Mapping[str, Title]
    portfolios: tuple[tuple[re.Pattern[str], str, str, tuple[str, ...]], ...]
    standing: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    fixed: dict[str, Title] = {}
    for row in table("titles").each():
        title = Title(row["standard"], row["office"], sectors=tuple(row["sectors"].split(",")))
        for name in (row["standard"], *filter(None, row["names"].split("|"))):
            fixed[fold(name)] = title
    portfolios = tuple(
        (re.compile(rf"(?:{r['pattern']})$"), r["name"], r["office"], tuple(r["sectors"].split(",")))
        for r in table("portfolios").each()
    )
    return _Rules(fixed, portfolios, tuple((re.compile(p), standing) for p, standing in _STANDING))


_SECRETARIES_ABROAD = frozenset(("USA", "PHL", "MEX", "HND", "GBR", "SMR", "HKG"))
_RANKS = r"(?:first |second |third )?(?:deputy|vice|junior|assistant|associate)[- ]"
_ROLES = (
    r"minister|secretary|secretary of state|state secretary|minister of state|commissioner|"
    r"under[- ]secretary(?: of state)?|assistant secretary(?: of state)?|parliamentary under[- ]secretary(?: of state)?"
)
_MINISTER = re.compile(
    rf"^(?P<rank>{_RANKS})?(?:federal |union |state |cabinet )?(?:(?P<role>{_ROLES}) (?:of|for) (?:the )?(?P<after>.+)"
    r"|(?P<before>.+?) (?P<role2>minister|secretary|commissioner))$"
)
#: Words that rank a minister and name no portfolio: “the vice minister”.
_RANK_WORDS = frozenset(
    ("vice", "deputy", "first deputy", "first vice", "junior", "state", "cabinet", "senior", "assistant")
)
#: Portfolios of their own beside those of the table, as they stand at the end of a long title.
_FURTHER = frozenset(
    ("abroad", "housing", "planning", "investment", "industry", "science", "sports", "youth", "cooperation")
)
_SMALL_WORDS = frozenset(("of", "and", "for", "the"))


def _capitalised(words: str) -> str:
    return " ".join(w if w in _SMALL_WORDS else w.capitalize() for w in words.split())


@lru_cache(maxsize=8192)
def read_title(text: str, iso3: str | None = None) -> Title | None:
    """The title that a phrase states, of a holder from ``iso3`` where that is known; None where it is none.

    “Secretary of State” is a foreign minister in the United States, “Foreign Secretary” in the United Kingdom (in
    India,
    Pakistan and Bangladesh a civil servant); “former”, “acting”, “-elect”, “candidate” go to ``standing``.
    """
    key = fold(text.replace("’", "'")).strip("' ")
    standing = "now"
    for pattern, means in _rules().standing:
        if key == "president-elect":
            key, standing = "president", "designate"
            break
        shorter = pattern.sub("", key, count=1)
        if shorter != key and shorter:
            key = shorter.strip("- ")
            standing = means or standing
    found = _lookup(key, iso3)
    if found is None:
        return None
    return (
        found
        if standing == "now"
        else Title(
            found.standard, found.office, standing if found.standing != "deputy" else found.standing, found.sectors
        )
    )


def _lookup(key: str, iso3: str | None) -> Title | None:
    if key == "secretary of state":
        if iso3 in (None, "USA"):
            return Title("Minister of Foreign Affairs", "foreign_minister")
        return Title("Secretary of State", "head_of_government" if iso3 == "VAT" else "")
    if key == "foreign secretary" and iso3 not in (None, *_SECRETARIES_ABROAD):
        return Title("Foreign Secretary", "")
    if key == "minister of state" and iso3 == "MCO":
        return Title("Prime Minister", "head_of_government")
    if key == "representative" and iso3 not in (None, "USA"):
        # Of a movement or a body: only in the United States a seat in the lower house.
        return Title("Representative", "")
    if found := _rules().fixed.get(key):
        return found
    if found := _rules().fixed.get(key.replace("-", " ")):
        return found
    if key in ("presidential", "prime ministerial"):
        return _rules().fixed["president" if key == "presidential" else "prime minister"]
    match = _MINISTER.match(key)
    if not match:
        return None
    role = match["role"] or match["role2"]
    field = (match["after"] or match["before"]).strip()
    if field in _RANK_WORDS:
        return None
    for pattern, name, office, sectors in _rules().portfolios:
        if pattern.match(field):
            junior = (
                match["rank"]
                or "under" in role
                or "assistant" in role
                or role in ("minister of state", "state secretary")
            )
            if role == "commissioner":
                return Title(f"Commissioner for {name}", "", sectors=("IGO",))
            if (
                role == "secretary"
                and name == "Foreign Affairs"
                and match["before"]
                and iso3 not in (None, *_SECRETARIES_ABROAD)
            ):
                return Title("Foreign Secretary", "")
            if junior:
                return Title(f"Deputy Minister of {name}", "", "deputy", sectors)
            return Title(f"Minister of {name}", office, sectors=sectors)
    if "under" in role or "assistant" in role:
        return Title(_capitalised(key), "", "deputy")
    if role == "secretary" and iso3 == "GBR" and match["before"] and not match["rank"]:
        return Title(f"Secretary of State for {_capitalised(field)}", "")
    if role == "minister":
        where = _capitalised(field)
        return Title(
            f"{'Deputy ' if match['rank'] else ''}Minister of {where}", "", "deputy" if match["rank"] else "now"
        )
    return None


@lru_cache(maxsize=4096)
def is_portfolio(words: str) -> bool:
    """Whether words alone name what a minister is in charge of: “trade”, “public security”."""
    key = fold(words)
    return key.split(" ")[-1] in _FURTHER or any(
        pattern.match(key) and (" " not in key or not pattern.match(key.split(" ")[0]))
        for pattern, *_ in _rules().portfolios
    )


# Offices that go by a name of their own where the tables know them by another: the end of what a text writes, folded,
# and the title to show.
_OWN_TITLES = tuple(
    (re.compile(rf"(?:^|[ .-])(?:{pattern})$"), title)
    for pattern, title in (
        (r"secretary of state", "Secretary of State"),
        (r"foreign secretary", "Foreign Secretary"),
        (r"secretary of (?:foreign|external) affairs", "Secretary of Foreign Affairs"),
        (r"(?:minister (?:of|for) external affairs|external affairs minister)", "Minister of External Affairs"),
        (r"(?:secretary of defense|defense secretary)", "Secretary of Defense"),
        (r"(?:secretary of war|war secretary)", "Secretary of War"),
        (r"(?:secretary of (?:the )?treasury|treasury secretary)", "Secretary of the Treasury"),
        (r"secretary of homeland security", "Secretary of Homeland Security"),
        (r"defence secretary", "Defence Secretary"),
        (r"home secretary", "Home Secretary"),
        (r"chancellor of the exchequer", "Chancellor of the Exchequer"),
    )
)
_BELOW = re.compile(r"\b(?:under|deputy|assistant|vice|parliamentary|permanent|shadow)\b")


@lru_cache(maxsize=4096)
def own_title(words: str, standard: str) -> str:
    """The name a text gives to an office that the tables know by another, where the office goes by that name.

    Args:
        words: the title as the text writes it (“U.S. Secretary of State”).
        standard: the title in the tables, given back where the text's own is none that is kept.

    Returns:
        “Secretary of State”, “Foreign Secretary”, … or ``standard``; :func:`read_title` finds the same office by both.
    """
    key = fold(words)
    if not standard.startswith("Minister of ") or _BELOW.search(key):
        return standard
    return next((title for pattern, title in _OWN_TITLES if pattern.search(key)), standard)


def standard_title(text: str, iso3: str | None = None) -> str | None:
    """The standard form of a title (“Foreign Secretary”, GBR → “Minister of Foreign Affairs”), or None."""
    found = read_title(text, iso3)
    return found.standard if found else None
