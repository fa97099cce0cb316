"""The PLOVER ontology and the CAMEO codes as data, with the crosswalk both ways.

Sources: CAMEO 1.1b3 (code, name, Goldstein score) and the crosswalk of PLOVER draft 0.8 (2021); each row of
``cameo.tsv`` names its own.  The descriptions in ``plover.toml`` are ours, and so are the few codes that memcon files
under another type than the crosswalk does (``departures``), each with its reason.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_COOPERATIVE = frozenset({"VCOOP", "MCOOP"})


class OntologyError(LookupError):
    """A type or a code that PLOVER or CAMEO does not have."""


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 PLOVER types, its quad class, what belongs there, and its modes."""

    name: str
    quad: str
    description: str
    modes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code: Goldstein score (-10 worst to 10 best), and the PLOVER type it is filed under.

    ``type`` is None for the roots without a PLOVER counterpart (01, statements).  ``crosswalk`` is the type that
    PLOVER's own crosswalk gives the code: another than ``type`` for the few of which memcon departs from it, and
    ``departure`` says why.
    """

    code: str
    name: str
    goldstein: float
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    source: str
    crosswalk: str | None = None
    departure: str | None = None

    @property
    def root(self) -> str:
        """The first two digits."""
        return self.code[:2]


@cache
def _plover() -> dict[str, dict[str, dict[str, object]]]:
    return tomllib.loads(files("memcon.ontology").joinpath("plover.toml").read_text("utf-8"))


@cache
def types() -> Mapping[str, EventType]:
    """The 16 types by name, in PLOVER's order."""
    told = _plover()["types"]
    return {
        name: EventType(
            name,
            str(told[name]["quad"]),
            str(told[name]["description"]),
            dict(told[name].get("modes", {})),  # type: ignore[call-overload]
        )
        for name in TYPES
    }


@cache
def contexts() -> Mapping[str, str]:
    """PLOVER contexts with a description each."""
    return {name: str(told) for name, told in _plover()["contexts"].items()}


@cache
def sectors() -> Mapping[str, str]:
    """PLOVER sectors with a description each."""
    return {name: str(told) for name, told in _plover()["sectors"].items()}


@cache
def quads() -> Mapping[str, str]:
    """The four quad classes with a description each."""
    return {name: str(told) for name, told in _plover()["quads"].items()}


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """All CAMEO codes, in the order of the codebook."""
    rows = files("memcon.ontology").joinpath("cameo.tsv").read_text("utf-8").splitlines()[1:]
    departures = _plover()["departures"]
    found = {}
    for row in rows:
        code, name, goldstein, kind, mode, context, quad, source = row.split("\t")
        own = departures.get(code, {"type": kind, "mode": mode})
        found[code] = CameoCode(
            code,
            name,
            float(goldstein),
            str(own["type"]) or None,
            str(own.get("mode", "")) or None,
            tuple(context.split()),
            quad,
            source,
            kind or None,
            str(own["why"]) if "why" in own else None,
        )
    return found


def event_type(name: str) -> EventType:
    """The PLOVER type of that name; raises OntologyError, naming the valid ones."""
    try:
        return types()[name]
    except KeyError:
        raise OntologyError(f"PLOVER has no type {name!r} (it has {', '.join(TYPES)})") from None


def cameo(code: str) -> CameoCode:
    """The CAMEO code; raises OntologyError for one the codebook does not have."""
    try:
        return cameo_codes()[code]
    except KeyError:
        raise OntologyError(f"CAMEO has no code {code!r}") from None


def quad_of(kind: str) -> str:
    """The quad class of a PLOVER type: VCOOP, MCOOP, VCONF or MCONF."""
    return event_type(kind).quad


def cooperative(kind: str) -> bool:
    """Whether a PLOVER type brings parties closer."""
    return quad_of(kind) in _COOPERATIVE


def plover_of(code: str) -> str | None:
    """The PLOVER type that a CAMEO code is filed under, None where there is none."""
    return cameo(code).type


def codes_of(kind: str) -> tuple[CameoCode, ...]:
    """The CAMEO codes that are filed under a type."""
    event_type(kind)
    return tuple(x for x in cameo_codes().values() if x.type == kind)


def goldstein_of(code: str | None) -> float | None:
    """The Goldstein score of a code, None for no code or an unknown one."""
    known = cameo_codes().get(code or "")
    return known.goldstein if known else None


def general_code(kind: str) -> str:
    """The most general CAMEO code of a type, for events of which no more is known."""
    return _GENERAL[kind]


_GENERAL = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "CONCEDE": "080", "COOPERATE": "060", "AID": "070",
    "RETREAT": "080", "REQUEST": "020", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140",
    "SANCTION": "160", "MOBILIZE": "150", "COERCE": "170", "ASSAULT": "190",
}  # fmt: skip
