"""Organisations and bodies: the United Nations system, other bodies of states, parties, armed groups, media …"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from memcon.reference.folding import fold
from memcon.reference.states import split
from memcon.reference.tables import table


@dataclass(frozen=True, slots=True)
class Body:
    """One body.  ``key`` is its key in the membership tables; ``code`` its CAMEO/PLOVER actor code.

    ``kind``: un, igo, ngo, armed, party, opposition, media, government, military, intelligence, police,
    legislature, court, company, social.  ``standing`` is what it is in the UN system (“specialized agency”).
    """

    key: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    code: str
    aliases: tuple[str, ...]
    standing: str = ""
    parent: str = ""
    founded: str = ""
    seat: str = ""
    source: str = "own statement of the public record"
    agreement: str = "single"


# In the UN table these are words of everyday use, or another body's name.
_NOT_A_NAME = frozenset(
    (
        "the Fund",
        "the Bank",
        "SC",
        "GA",
        "Mechanism",
        "climate convention",
        "atomic agency",
        "Monetary Fund",
        "WTO (tourism)",
    )
)
_UN_MORE = {
    "UN": ("UN", "U.N.", "United Nations", "United Nations Organisation", "the United Nations"),
    "UNSC": ("UNSC", "UN Security Council", "United Nations Security Council", "Security Council", "UN SC"),
    "UNGA": ("UNGA", "United Nations General Assembly", "UN General Assembly", "General Assembly"),
    "ICC": ("ICC", "International Criminal Court"),
    "UNHCR": ("UNHCR", "United Nations High Commissioner for Refugees", "UN refugee agency"),
    "OHCHR": ("OHCHR", "UN human rights office", "UN Human Rights Office"),
    "UNSecretariat": ("UN Secretariat",),
    "UNFCCC": ("UNFCCC",),
    "WHO": ("WHO", "World Health Organization"),
    "IAEA": ("IAEA", "International Atomic Energy Agency", "International Atomic Energy Authority"),
}
_UN_SECTORS = {"REF": ("UNHCR", "UNRWA", "IOM"), "MED": ("WHO", "UNAIDS"), "AGR": ("FAO", "IFAD")}
_DROP_KEYS = frozenset(
    ("UNSecretariat", "HRC", "PBC", "CTC", "IDA", "OLA", "DGC", "ECE", "ECA", "ITC", "UN Tourism", "CSW")
)


@lru_cache(maxsize=1)
def bodies() -> tuple[Body, ...]:
    """Every body known, the UN system first."""
    found = []
    for row in table("un_system").each():
        key = row["acronym"]
        court = "court" in row["kind"] or "tribunal" in row["kind"] or key in ("ICJ", "ITLOS")
        sectors = ("IGO", "JUD") if court else ("IGO", *(s for s, keys in _UN_SECTORS.items() if key in keys))
        if row["kind"].startswith("peacekeeping"):
            sectors = ("IGO", "MIL")
        names = [*_UN_MORE.get(key, ()), *split(row["aliases"])]
        if key not in _DROP_KEYS:
            names.insert(0, key)
        names = [n for n in names if n not in _NOT_A_NAME and "(" not in n]
        if row["name"].startswith("United Nations "):
            names.append("UN " + row["name"][15:])
        code = "IGOUNO" if key != "ICC" else "IGOICC"
        found.append(
            Body(
                key,
                row["name"],
                "un" if key != "ICC" else "igo",
                None,
                sectors,
                code,
                tuple(dict.fromkeys(names)),
                row["kind"],
                row["parent"],
                row["founded"],
                row["seat"],
                row["source"],
                row["agreement"],
            )
        )
    for row in table("bodies").each():
        own = (row["key"],) if row["kind"] == "igo" and row["key"] not in _KEY_IS_NO_NAME else ()
        names = [n for n in (*own, *split(row["aliases"])) if n != row["name"]]
        found.append(
            Body(
                row["key"],
                row["name"],
                row["kind"],
                row["country"] or None,
                tuple(row["sectors"].split(",")),
                row["code"],
                tuple(dict.fromkeys(names)),
            )
        )
    return tuple(found)


_KEY_IS_NO_NAME = frozenset(
    [
        "EUCommission",
        "EUCouncil",
        "CouncilEU",
        "EUParliament",
        "AUPSC",
        "MinskGroup",
        "Venice",
        "OPECplus",
        "AES",
        "G5Sahel",
        "ECO",
        "Quartet",
        "Quad",
        "FiveEyes",
        "NormandyFormat",
        "ContactGroup",
        "Visegrad",
        "NordicCouncil",
        "ArcticCouncil",
        "Commonwealth",
        "ANDEAN",
        "ALBA",
        "RioGroup",
        "LimaGroup",
        "WarsawPact",
        "Comecon",
        "LeagueNations",
        "CCE",
        "Coalition",
        "GlobalFund",
        "PCA",
        "BIS",
        "E3",
        "AMU",
        "EAC",
        "MFO",
        "UNASUR",
    ]
)

# Names that many states have a body of; another state's where the text names one.
SHARED_NAMES = frozenset(
    fold(n)
    for n in [
        "Labour Party",
        "Conservative Party",
        "Democratic Party",
        "Republican Party",
        "People's Party",
        "Workers' Party",
        "National Assembly",
        "Supreme Court",
        "National Guard",
        "Senate",
        "Congress",
        "House of Representatives",
        "Foreign Office",
        "Home Office",
        "Cabinet Office",
        "State Council",
        "Federation Council",
        "Liberal Democratic Party",
        "Christian Democratic Union",
        "People's Democratic Party",
        "Democratic Alliance",
        "Republicans",
        "Democrats",
        "Communist Party",
        "National Front",
        "National Democratic Party",
        "National Congress Party",
        "House of Commons",
        "House of Lords",
        "Marine Corps",
        "Department of Defense",
        "Defense Department",
        "Department of State",
        "Department of Foreign Affairs and Trade",
        "Treasury Department",
        "Justice Department",
        "Commerce Department",
        "National Intelligence Service",
        "National Transitional Council",
        "Northern Alliance",
        "Shura Council",
        "Congress Party",
        "Nationalist Party",
        "Social Democratic Party",
        "Security Council",
        "General Assembly",
        "Human Rights Council",
        "Office of Legal Affairs",
        "Counter-Terrorism Committee",
        "Secretariat",
        "National Liberation Army",
        "National Liberation Front",
        "Solidarity",
        "Contact Group",
        "Global Coalition",
        "European Council",
        "Democratic Unionist Party",
        "Revolutionary Guard",
        "Christian Social Union",
        "Department of Economic and Social Affairs",
        "Office for Disarmament Affairs",
        "Office of Counter-Terrorism",
    ]
)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for body in bodies():
        for name in (body.name, *body.aliases):
            found.setdefault(fold(name), body)
    return found


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Body]:
    return {body.key: body for body in reversed(bodies())}


def body(key: str) -> Body | None:
    """The body of that key (``UNSC``, ``NATO``, ``CoE``)."""
    return _by_key().get(key)


def find_body(phrase: str) -> Body | None:
    """The body of that name, acronym or alias (case does not matter here), or None."""
    key = fold(phrase)
    found = _by_name().get(key) or (_by_name().get(key[4:]) if key.startswith("the ") else None)
    return found or _by_key().get(phrase)
