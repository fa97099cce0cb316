"""Where an issuer keeps its day: a feed stamps UTC, the release says “today” of its own city."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

# Matched against the outlet's name and the host of the address; the more telling names first.
_ISSUERS = tuple(
    (re.compile(pattern), zone)
    for pattern, zone in (
        (r"(?:^|\.)(?:state|whitehouse|defense|treasury|usaid)\.gov$|whitehouse\.archives\.gov$", "America/New_York"),
        (r"\bWhite House\b|\b(?:US|U\.S\.) Department\b|\bState Department\b|Department of State", "America/New_York"),
        (r"(?:^|\.)un\.org$|^United Nations$|^UN News$", "America/New_York"),
        (r"\bForeign, Commonwealth\b", "Europe/London"),
        (r"(?:^|\.)(?:europa\.eu|nato\.int)$|^European (?:Council|Commission|Union)$|^NATO$", "Europe/Brussels"),
        (r"(?:^|\.)(?:osce|iaea)\.org$|^OSCE$|^IAEA$", "Europe/Vienna"),
        (r"(?:^|\.)africa-union\.org$|(?:^|\.)au\.int$|^African Union$", "Africa/Addis_Ababa"),
        (r"(?:^|\.)asean\.org$|^ASEAN$", "Asia/Jakarta"),
        (r"(?:^|\.)who\.int$|(?:^|\.)ungeneva\.org$|(?:^|\.)icrc\.org$", "Europe/Zurich"),
        (r"(?:^|\.)(?:gov|mil)$", "America/New_York"),
    )
)

# Top-level domains of small states that everybody uses; under them only a government's own host tells its seat.
_EVERYBODYS_DOMAINS = "ac ag ai bz cc cd co fm gg gs im io la lc li ly me ms nu sc sh st tk tl to tv vc vg vu ws"
_EVERYBODYS = frozenset(_EVERYBODYS_DOMAINS.split())
_GOVERNMENT = re.compile(r"(?:^|\.)(?:gov|gob|gouv|govt|go|gv|gub|mil|mfa|parliament|president)\.\w\w$")

# States with several zones whose first in the table is not that of the capital.
_CAPITALS = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "FM": "Pacific/Pohnpei",
    "PS": "Asia/Hebron",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}


def seat(outlet: str | None, url: str | None) -> str | None:
    """The time zone of an issuer's seat (an IANA name), or None where it is not known.

    Args:
        outlet: its name.
        url: the address of what it issued; its host may name the state.
    """
    host = re.split(r"[/?#:]", (url or "").lower().partition("://")[2])[0]
    for pattern, zone in _ISSUERS:
        if (host and pattern.search(host)) or (outlet and pattern.search(outlet)):
            return zone
    state = host.rpartition(".")[2]
    if len(state) != 2 or (state in _EVERYBODYS and not _GOVERNMENT.search(host)):
        return None
    return _zones().get("GB" if state == "uk" else state.upper())


@cache
def _zones() -> dict[str, str]:
    """The zone of each state's seat by ISO 3166-1 alpha-2, from the table of the IANA time zone database."""
    found: dict[str, str] = {}
    for line in files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            state, _, zone = line.split("\t")[:3]
            found.setdefault(state, zone.strip())
    return {**found, **_CAPITALS}
