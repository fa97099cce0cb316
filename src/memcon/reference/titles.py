"""Titles in text brought to one standard form: “Foreign Secretary” of the United Kingdom → Minister of Foreign Affairs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from memcon.reference.folding import fold


@dataclass(frozen=True, slots=True)
class Title:
    """A title as read.  ``office`` is its key in the tables (head_of_state, foreign_minister …) or empty.

    ``standing``: now, acting, former, designate, deputy, candidate, honorary.  ``sectors``: of its holder, most specific first.
    """

    standard: str
    office: str
    standing: str = "now"
    sectors: tuple[str, ...] = ("GOV",)


_STANDING = (
    (re.compile(r"^(?:then[- ]|the |his excellency |her excellency |h\.?e\.? |right honou?rable |incumbent |outgoing |newly elected |new |current |visiting )+"), ""),
    (re.compile(r"^(?:former|ex(?=[- ])|late|one-time|past|erstwhile|previous|deposed|ousted|onetime)[- ]?(?=\w)"), "former"),
    (re.compile(r"^(?:acting|interim|caretaker|transitional|provisional|ad interim) "), "acting"),
    (re.compile(r"^(?:president-elect|prime minister-elect)"), "designate"),
    (re.compile(r"^(?:designated|incoming) "), "designate"),
    (re.compile(r"[- ](?:designate|elect|in-waiting)$"), "designate"),
    (re.compile(r"[- ]emeritus$"), "former"),
    (re.compile(r" ad interim$"), "acting"),
    (re.compile(r" (?:candidate|hopeful|nominee|contender)$"), "candidate"),
    (re.compile(r"^(?:candidate for|presumptive) "), "candidate"),
)  # fmt: skip

_PORTFOLIOS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (r"foreign(?: and (?:european|expatriates?|diaspora))?(?: affairs| relations| office)?(?:(?:,| and)? .*)?|external (?:affairs|relations)(?: .*)?"
     r"|international relations and cooperation|europe and foreign affairs|european and foreign affairs|european and international affairs",
     "Foreign Affairs", "foreign_minister", ("GOV",)),
    (r"(?:national )?defen[cs]e(?: .*)?|war|armed forces|national security and defen[cs]e", "Defence", "defence_minister", ("MIL", "GOV")),
    (r"(?:economy and )?finance(?: .*)?|(?:the )?treasury|financial affairs", "Finance", "finance_minister", ("GOV",)),
    (r"(?:the )?interior(?: .*)?|home(?: affairs)?|internal affairs|public security|homeland security|the home department", "Interior", "interior_minister", ("GOV",)),
    (r"justice(?: .*)?", "Justice", "justice_minister", ("GOV",)),
    (r"(?:the )?econom(?:y|ic affairs|ics)(?: .*)?", "Economy", "", ("GOV",)),
    (r"(?:foreign |international )?trade(?: .*)?|commerce(?: .*)?", "Trade", "", ("GOV",)),
    (r"(?:public )?health(?: .*)?", "Health", "", ("GOV", "MED")),
    (r"energy(?: .*)?|petroleum(?: .*)?|oil", "Energy", "", ("GOV",)),
    (r"(?:the )?environment(?: .*)?|climate(?: .*)?|ecology(?: .*)?", "Environment", "", ("GOV",)),
    (r"education(?: .*)?", "Education", "", ("GOV", "EDU")),
    (r"agriculture(?: .*)?", "Agriculture", "", ("GOV", "AGR")),
    (r"culture(?: .*)?", "Culture", "", ("GOV",)),
    (r"transport(?:ation)?(?: .*)?", "Transport", "", ("GOV",)),
    (r"labou?r(?: .*)?", "Labour", "", ("GOV",)),
    (r"information(?: .*)?|communications?(?: .*)?", "Information", "", ("GOV",)),
    (r"development(?: .*)?|international development(?: .*)?|international cooperation", "International Development", "", ("GOV",)),
    (r"tourism(?: .*)?", "Tourism", "", ("GOV",)),
    (r"(?:state |national )?security(?: .*)?|intelligence(?: .*)?", "Security", "", ("SPY", "GOV")),
    (r"european(?: union)? affairs|europe|(?:eu|european) integration", "European Affairs", "", ("GOV",)),
)  # fmt: skip
_PORTFOLIO = tuple(
    (re.compile(rf"(?:{pattern})$"), name, office, sectors) for pattern, name, office, sectors in _PORTFOLIOS
)

_FIXED: dict[str, Title] = {}


def _fix(standard: str, office: str, sectors: str, *names: str) -> None:
    for name in (standard, *names):
        _FIXED[fold(name)] = Title(standard, office, sectors=tuple(sectors.split(",")))


_fix(
    "President",
    "head_of_state",
    "GOV",
    "Pres.",
    "State President",
    "President of the Republic",
    "Federal President",
    "Executive President",
    "Head of State",
    "Chief of State",
    "Chairman of the Presidency",
    "Chairman of the State Council",
    "President of the Swiss Confederation",
    "president of the country",
    "Chairman of the Sovereignty Council",
    "Chairman of the Transitional Sovereignty Council",
    "Chairman of the Presidential Leadership Council",
    "Chairman of the Presidential Council",
    "Interim President",
    "Madam President",
    "Madame President",
    "POTUS",
)
_fix(
    "Vice President",
    "vice_president",
    "GOV",
    "Vice-President",
    "First Vice President",
    "Second Vice President",
    "Veep",
    "Executive Vice President",
    "First Vice-President",
)
_fix(
    "Prime Minister",
    "head_of_government",
    "GOV",
    "PM",
    "Premier",
    "Head of Government",
    "Chairman of the Council of Ministers",
    "Chairperson of the Council of Ministers",
    "President of the Council of Ministers",
    "President of the Government",
    "Minister-President",
    "Chairman of the Cabinet of Ministers",
    "Chairman of the Government",
    "Chairman of the Cabinet",
    "President of the Council",
    "Minister President",
)
_fix("Chancellor", "head_of_government", "GOV", "Federal Chancellor")
_fix("Taoiseach", "head_of_government", "GOV")
_fix("Tánaiste", "deputy_head_of_government", "GOV", "Tanaiste")
_fix(
    "Deputy Prime Minister",
    "deputy_head_of_government",
    "GOV",
    "Vice Prime Minister",
    "Deputy Premier",
    "Vice Premier",
    "First Deputy Prime Minister",
    "Vice Chancellor",
    "Vice-Chancellor",
    "Second Deputy Prime Minister",
    "Vice-Premier",
    "Deputy PM",
    "Deputy Chancellor",
)
_fix("Chief Executive", "head_of_government", "GOV")
for _monarch in ("King", "Queen", "Emperor", "Emir", "Sultan", "Grand Duke", "Grand Duchess", "Paramount Ruler"):
    _fix(
        _monarch,
        "head_of_state",
        "GOV",
        *{
            "Emir": ("Amir", "Ameer"),
            "Paramount Ruler": ("Yang di-Pertuan Agong",),
            "King": ("His Majesty King", "Monarch"),
            "Queen": ("Her Majesty the Queen", "Her Majesty Queen"),
            "Emperor": ("Mikado",),
        }.get(_monarch, ()),
    )
_fix("Crown Prince", "heir", "GOV", "Crown Princess", "Heir Apparent")
_fix("Prince", "", "ELI", "Princess", "Sovereign Prince")
_fix("Pope", "head_of_state", "REL", "Pontiff", "Supreme Pontiff", "Holy Father", "Bishop of Rome")
_fix("Supreme Leader", "head_of_state", "GOV", "Supreme Guide", "Leader of the Islamic Revolution", "Paramount Leader")
_fix("Governor-General", "governor_general", "GOV", "Governor General")
_fix("First Lady", "", "ELI", "First Vice-Lady", "First Gentleman")
_fix(
    "Minister of Foreign Affairs",
    "foreign_minister",
    "GOV",
    "Foreign Minister",
    "Minister for Foreign Affairs",
    "FM",
    "Chief Diplomat",
    "top diplomat",
    "Minister of External Affairs",
    "External Affairs Minister",
    "Minister for External Affairs",
    "EAM",
    "Secretary of Foreign Affairs",
    "Secretary for Foreign Affairs",
    "Foreign Affairs Minister",
    "Chancellor of Foreign Affairs",
)
_fix(
    "Secretary-General",
    "secretary_general",
    "IGO",
    "Secretary General",
    "SG",
    "Sec-Gen",
    "Sec. Gen.",
    "Secretary-general",
    "UN chief",
    "U.N. chief",
)
_fix("Deputy Secretary-General", "deputy_secretary_general", "IGO", "Deputy Secretary General")
_fix("Under-Secretary-General", "", "IGO", "Under Secretary General", "USG")
_fix("Assistant Secretary-General", "", "IGO", "Assistant Secretary General")
_fix("Director-General", "director_general", "IGO", "Director General")
_fix("Managing Director", "managing_director", "IGO")
_fix("High Commissioner", "high_commissioner", "GOV")
_fix("Executive Director", "executive_director", "IGO")
_fix(
    "High Representative for Foreign Affairs",
    "high_representative",
    "IGO",
    "High Representative",
    "foreign policy chief",
    "EU foreign policy chief",
    "High Representative of the Union for Foreign Affairs and Security Policy",
    "High Representative for Foreign Affairs and Security Policy",
    "High Representative/Vice-President",
    "HR/VP",
)
_fix(
    "President of the European Commission",
    "commission_president",
    "IGO",
    "European Commission President",
    "Commission President",
    "EU Commission President",
    "Commission chief",
    "European Commission chief",
)
_fix(
    "President of the European Council",
    "council_president",
    "IGO",
    "European Council President",
    "EU Council President",
    "Council President",
)
_fix("President of the European Parliament", "parliament_president", "IGO,LEG", "European Parliament President")
_fix(
    "President of the General Assembly",
    "ga_president",
    "IGO",
    "General Assembly President",
    "President of the UN General Assembly",
    "President of the United Nations General Assembly",
    "UNGA President",
)
_fix(
    "Special Envoy",
    "",
    "GOV",
    "Special Representative",
    "Envoy",
    "Special Presidential Envoy",
    "Special Adviser",
    "Personal Envoy",
    "Presidential Envoy",
    "Special Coordinator",
)
_fix("Ambassador", "", "GOV", "Amb.", "Ambassador Extraordinary and Plenipotentiary", "Ambassador-at-Large")
_fix(
    "Permanent Representative",
    "",
    "GOV",
    "Permanent Representative to the United Nations",
    "UN Ambassador",
    "Ambassador to the United Nations",
    "U.N. Ambassador",
)
_fix("Chargé d'Affaires", "", "GOV", "Charge d'Affaires", "Chargé d’affaires ad interim")
_fix("Consul General", "", "GOV", "Consul-General", "Consul")
_fix(
    "National Security Adviser",
    "",
    "GOV",
    "National Security Advisor",
    "Secretary of the Security Council",
    "Security Council Secretary",
    "NSA",
)
_fix("Chief of Staff", "", "GOV")
_fix("Press Secretary", "", "GOV", "Spokesperson", "Spokesman", "Spokeswoman")
_fix("Attorney General", "", "GOV,JUD", "Prosecutor General", "Prosecutor-General", "Chief Prosecutor")
_fix(
    "Speaker of Parliament",
    "",
    "LEG",
    "Speaker",
    "Parliament Speaker",
    "Speaker of the House",
    "House Speaker",
    "Speaker of the National Assembly",
    "President of Parliament",
    "Chairman of Parliament",
    "Chairperson of Parliament",
    "Parliamentary Speaker",
    "Speaker of the Milli Majlis",
    "President of the Senate",
    "Speaker of the House of Representatives",
)
_fix("Senator", "", "LEG", "Sen.")
_fix(
    "Member of Parliament",
    "",
    "LEG",
    "MP",
    "Lawmaker",
    "Deputy",
    "MEP",
    "Member of the European Parliament",
    "Legislator",
    "Parliamentarian",
)
_fix("Member of Congress", "", "LEG", "Congressman", "Congresswoman", "Representative", "Rep.")
_fix("Governor", "", "GOV", "Gov.")
_fix("Mayor", "", "GOV", "Lord Mayor")
_fix("Chief Minister", "", "GOV")
_fix("Chief Justice", "", "JUD", "Judge", "Justice")
_fix(
    "Chief of Defence",
    "",
    "MIL",
    "Chief of the General Staff",
    "Chief of Defense",
    "Chief of Defence Staff",
    "Army Chief",
    "Chief of Army Staff",
    "Chairman of the Joint Chiefs of Staff",
    "Chief of Staff of the Armed Forces",
)
for _rank in (
    "General",
    "Lieutenant General",
    "Major General",
    "Brigadier General",
    "Colonel",
    "Admiral",
    "Captain",
    "Commander",
    "Marshal",
    "Field Marshal",
    "Brigadier",
    "Major",
):
    _fix(_rank, "", "MIL")
for _short, _long in (
    ("Gen.", "General"),
    ("Lt. Gen.", "Lieutenant General"),
    ("Maj. Gen.", "Major General"),
    ("Brig. Gen.", "Brigadier General"),
    ("Col.", "Colonel"),
    ("Adm.", "Admiral"),
):
    _FIXED[fold(_short)] = _FIXED[fold(_long)]
_fix(
    "Chairman",
    "chair",
    "GOV",
    "Chair",
    "Chairwoman",
    "Chairperson",
    "Chairman-in-Office",
    "Chairperson-in-Office",
    "Chair-in-Office",
)
_fix("Leader", "", "GOV")
_fix(
    "Cardinal",
    "",
    "REL",
    "Archbishop",
    "Patriarch",
    "Ayatollah",
    "Grand Mufti",
    "Catholicos",
    "Imam",
    "Bishop",
    "Dalai Lama",
)

_SECRETARIES_ABROAD = frozenset(("USA", "PHL", "MEX", "HND", "GBR", "SMR", "HKG"))
_MINISTER = re.compile(
    r"^(?P<rank>(?:first |second |third )?(?:deputy|vice|junior|assistant|associate)[- ])?(?:federal |union |state |cabinet )?"
    r"(?:(?P<role>minister|secretary|secretary of state|state secretary|minister of state|commissioner|under[- ]secretary(?: of state)?|assistant secretary(?: of state)?|parliamentary under[- ]secretary(?: of state)?)"
    r" (?:of|for) (?:the )?(?P<after>.+)|(?P<before>.+?) (?P<role2>minister|secretary|commissioner))$"
)  # fmt: skip


@lru_cache(maxsize=8192)
def read_title(text: str, iso3: str | None = None) -> Title | None:
    """The title that a phrase states, of a holder from ``iso3`` where that is known; None where it is none.

    “Secretary of State” is a foreign minister in the United States, “Foreign Secretary” in the United Kingdom (in India,
    Pakistan and Bangladesh a civil servant); “former”, “acting”, “-elect”, “candidate” go to ``standing``.
    """
    key = fold(text.replace("’", "'")).strip("' ")
    standing = "now"
    for pattern, means in _STANDING:
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
    if key in ("foreign secretary", "secretary of state for foreign and commonwealth affairs") and iso3 in (
        "IND",
        "PAK",
        "BGD",
        "NPL",
        "LKA",
        "MDV",
        "BTN",
    ):
        return Title("Foreign Secretary", "")
    if key == "minister of state" and iso3 == "MCO":
        return Title("Prime Minister", "head_of_government")
    if found := _FIXED.get(key):
        return found
    if found := _FIXED.get(key.replace("-", " ")):
        return found
    if key in ("presidential", "prime ministerial"):
        return _FIXED["president" if key == "presidential" else "prime minister"]
    match = _MINISTER.match(key)
    if not match:
        return None
    role = match["role"] or match["role2"]
    field = (match["after"] or match["before"]).strip()
    for pattern, name, office, sectors in _PORTFOLIO:
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
        return Title(
            " ".join(w if w in ("of", "and", "for", "the") else w.capitalize() for w in f"{role} for {field}".split()),
            "",
            "deputy",
        )
    if role == "minister":
        where = " ".join(w if w in ("of", "and", "for", "the") else w.capitalize() for w in field.split())
        return Title(
            f"{'Deputy ' if match['rank'] else ''}Minister of {where}", "", "deputy" if match["rank"] else "now"
        )
    return None


def standard_title(text: str, iso3: str | None = None) -> str | None:
    """The standard form of a title (“Foreign Secretary”, GBR → “Minister of Foreign Affairs”), or None."""
    found = read_title(text, iso3)
    return found.standard if found else None
