"""The record's codes in the words a desk officer would use."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.record import Event, Fact


@dataclass(frozen=True, slots=True)
class Verb:
    """One way to say an act: past (“met”), infinitive (“meet”), participle (“met”); ``link`` joins the other party."""

    past: str
    bare: str
    participle: str
    link: str = ""


_TYPES = {
    "AGREE": Verb("came to an agreement", "agree", "agreed", "with"),
    "CONSULT": Verb("met", "meet", "met"),
    "SUPPORT": Verb("supported", "support", "supported"),
    "CONCEDE": Verb("gave way", "give way", "given way", "to"),
    "COOPERATE": Verb("worked together", "work together", "worked together", "with"),
    "AID": Verb("gave aid", "give aid", "given aid", "to"),
    "RETREAT": Verb("yielded", "yield", "yielded", "to"),
    "REQUEST": Verb("made a request", "make a request", "made a request", "of"),
    "ACCUSE": Verb("accused or criticised", "accuse or criticise", "accused or criticised"),
    "REJECT": Verb("rejected or refused", "reject or refuse", "rejected or refused"),
    "THREATEN": Verb("warned or threatened", "warn or threaten", "warned or threatened"),
    "PROTEST": Verb("protested", "protest", "protested", "against"),
    "SANCTION": Verb("took sanctions", "take sanctions", "taken sanctions", "against"),
    "MOBILIZE": Verb("raised its forces", "raise its forces", "raised its forces", "towards"),
    "COERCE": Verb("used coercion", "use coercion", "used coercion", "against"),
    "ASSAULT": Verb("attacked", "attack", "attacked"),
}

_MODES = {
    ("CONSULT", "visit"): Verb("visited", "visit", "visited"),
    ("CONSULT", "phone"): Verb("spoke by telephone", "speak by telephone", "spoken by telephone", "with"),
    ("CONSULT", "third-party"): Verb("mediated", "mediate", "mediated", "with"),
    ("CONSULT", "multilateral"): Verb("met", "meet", "met"),
    ("RETREAT", "withdraw"): Verb("withdrew", "withdraw", "withdrawn", "from"),
    ("RETREAT", "release"): Verb("released people", "release people", "released people", "to"),
    ("RETREAT", "return"): Verb("returned something", "return something", "returned something", "to"),
    ("RETREAT", "disarm"): Verb("disarmed", "disarm", "disarmed", "towards"),
    ("RETREAT", "ceasefire"): Verb("held to a ceasefire", "hold to a ceasefire", "held to a ceasefire", "with"),
    ("RETREAT", "access"): Verb("gave access", "give access", "given access", "to"),
    ("RETREAT", "ease"): Verb("eased restrictions", "ease restrictions", "eased restrictions", "on"),
    ("ACCUSE", "disapprove"): Verb("criticised", "criticise", "criticised"),
    ("ACCUSE", "investigate"): Verb("investigated", "investigate", "investigated"),
    ("ACCUSE", "allege"): Verb("accused", "accuse", "accused"),
    ("PROTEST", "demo"): Verb("demonstrated", "demonstrate", "demonstrated", "against"),
    ("PROTEST", "riot"): Verb("rioted", "riot", "rioted", "against"),
    ("PROTEST", "strike"): Verb("went on strike", "go on strike", "gone on strike", "against"),
    ("PROTEST", "hunger"): Verb("went on hunger strike", "go on hunger strike", "gone on hunger strike", "against"),
    ("PROTEST", "boycott"): Verb("boycotted", "boycott", "boycotted"),
    ("PROTEST", "obstruct"): Verb("obstructed", "obstruct", "obstructed"),
    ("SANCTION", "convict"): Verb("convicted", "convict", "convicted"),
    ("SANCTION", "expel"): Verb("expelled", "expel", "expelled"),
    ("SANCTION", "withdraw"): Verb("withdrew", "withdraw", "withdrawn", "from"),
    ("SANCTION", "discontinue"): Verb("broke off relations", "break off relations", "broken off relations", "with"),
    ("MOBILIZE", "troops"): Verb("deployed troops", "deploy troops", "deployed troops", "towards"),
    ("MOBILIZE", "weapons"): Verb("deployed weapons", "deploy weapons", "deployed weapons", "towards"),
    ("MOBILIZE", "police"): Verb("deployed police", "deploy police", "deployed police", "towards"),
    ("MOBILIZE", "militia"): Verb("raised a militia", "raise a militia", "raised a militia", "towards"),
    ("COERCE", "seize"): Verb("seized something", "seize something", "seized something", "of"),
    ("COERCE", "restrict"): Verb("imposed restrictions", "impose restrictions", "imposed restrictions", "on"),
    ("COERCE", "ban"): Verb("imposed a ban", "impose a ban", "imposed a ban", "on"),
    ("COERCE", "censor"): Verb("censored", "censor", "censored"),
    ("COERCE", "martial-law"): Verb("imposed martial law", "impose martial law", "imposed martial law", "on"),
    ("COERCE", "arrest"): Verb("arrested", "arrest", "arrested"),
    ("COERCE", "deport"): Verb("deported", "deport", "deported"),
    ("COERCE", "withhold"): Verb("withheld something", "withhold something", "withheld something", "from"),
    ("COERCE", "misinformation"): Verb("spread falsehoods", "spread falsehoods", "spread falsehoods", "about"),
    ("ASSAULT", "beat"): Verb("beat", "beat", "beaten"),
    ("ASSAULT", "torture"): Verb("tortured", "torture", "tortured"),
    ("ASSAULT", "execute"): Verb("executed", "execute", "executed"),
    ("ASSAULT", "assassinate"): Verb("assassinated", "assassinate", "assassinated"),
    ("ASSAULT", "firearms"): Verb("fired", "fire", "fired", "on"),
    ("ASSAULT", "explosives"): Verb("bombed", "bomb", "bombed"),
    ("ASSAULT", "aerial"): Verb("struck from the air", "strike from the air", "struck from the air", "at"),
    ("ASSAULT", "heavy-weapons"): Verb("shelled", "shell", "shelled"),
    ("ASSAULT", "abduct"): Verb("abducted", "abduct", "abducted"),
}

# The more telling CAMEO codes; the rest is said by mode or type.
_CODES = {
    "010": Verb("made a statement", "make a statement", "made a statement", "to"),
    "030": Verb("declared its readiness", "cooperate", "declared its readiness", "to"),
    "036": Verb("agreed to meet", "meet", "agreed to meet"),
    "041": Verb("spoke by telephone", "speak by telephone", "spoken by telephone", "with"),
    "042": Verb("visited", "visit", "visited"),
    "043": Verb("received", "receive", "received"),
    "044": Verb("met", "meet", "met"),
    "045": Verb("mediated", "mediate", "mediated", "with"),
    "046": Verb("held talks", "hold talks", "held talks", "with"),
    "051": Verb("praised", "praise", "praised"),
    "052": Verb("defended", "defend", "defended"),
    "053": Verb("rallied support", "rally support", "rallied support", "for"),
    "054": Verb("recognised or opened relations", "open relations", "opened relations", "with"),
    "055": Verb("apologised", "apologise", "apologised", "to"),
    "056": Verb("forgave", "forgive", "forgiven"),
    "057": Verb("signed an agreement", "sign an agreement", "signed an agreement", "with"),
    "061": Verb("cooperated in trade or economy", "cooperate in trade", "cooperated in trade", "with"),
    "062": Verb("cooperated militarily", "cooperate militarily", "cooperated militarily", "with"),
    "063": Verb("cooperated in justice", "cooperate in justice", "cooperated in justice", "with"),
    "064": Verb("shared intelligence", "share intelligence", "shared intelligence", "with"),
    "071": Verb("gave economic aid", "give economic aid", "given economic aid", "to"),
    "072": Verb("gave military aid", "give military aid", "given military aid", "to"),
    "073": Verb("gave humanitarian aid", "give humanitarian aid", "given humanitarian aid", "to"),
    "074": Verb("gave protection", "give protection", "given protection", "to"),
    "075": Verb("gave asylum", "give asylum", "given asylum", "to"),
    "084": Verb("released or returned", "release or return", "released or returned", "to"),
    "085": Verb("eased sanctions", "ease sanctions", "eased sanctions", "on"),
    "087": Verb("eased the fighting", "ease the fighting", "eased the fighting", "with"),
    "111": Verb("criticised", "criticise", "criticised"),
    "112": Verb("accused", "accuse", "accused"),
    "114": Verb("complained officially", "complain officially", "complained officially", "about"),
    "115": Verb("brought a lawsuit", "bring a lawsuit", "brought a lawsuit", "against"),
    "125": Verb("refused to meet", "refuse to meet", "refused to meet"),
    "129": Verb("vetoed", "veto", "vetoed"),
    "160": Verb("reduced relations", "reduce relations", "reduced relations", "with"),
    "161": Verb("broke or reduced relations", "break relations", "broken relations", "with"),
    "162": Verb("cut aid", "cut aid", "cut aid", "to"),
    "163": Verb("imposed sanctions", "impose sanctions", "imposed sanctions", "on"),
    "164": Verb("broke off talks", "break off talks", "broken off talks", "with"),
    "172": Verb("imposed restrictions", "impose restrictions", "imposed restrictions", "on"),
    "173": Verb("arrested", "arrest", "arrested"),
    "174": Verb("expelled", "expel", "expelled"),
    "190": Verb("used military force", "use military force", "used military force", "against"),
    "191": Verb("blockaded", "blockade", "blockaded"),
    "192": Verb("occupied territory", "occupy territory", "occupied territory", "of"),
    "193": Verb("fought with small arms", "fight with small arms", "fought with small arms", "against"),
    "194": Verb("shelled", "shell", "shelled"),
    "195": Verb("struck from the air", "strike from the air", "struck from the air", "at"),
    "196": Verb("violated a ceasefire", "violate a ceasefire", "violated a ceasefire", "with"),
}  # fmt: skip

_STATUS = {
    "planned": "is to {bare}",
    "offered": "offered to {bare}",
    "requested": "is asked to {bare}",
    "postponed": "put off: to {bare}",
    "cancelled": "called off: to {bare}",
    "conditional": "would, on a condition, {bare}",
    "hypothetical": "might {bare}",
    "alleged": "is said to have {participle}",
    "denied": "is denied to have {participle}",
}

# A type that speaks of another act: what is done with that act.  `{0}` is the act's infinitive.
_ABOUT_AN_ACT = {
    "REQUEST": ("asked", "to {0}"),
    "REJECT": ("refused to {0}", ""),
    "THREATEN": ("threatened to {0}", ""),
    "CONCEDE": ("conceded to {0}", ""),
}

STATUS_NOTE = {
    "planned": "planned",
    "offered": "offered",
    "requested": "asked for",
    "postponed": "postponed",
    "cancelled": "called off",
    "conditional": "on a condition",
    "hypothetical": "only possible",
    "alleged": "alleged",
    "denied": "denied",
}


def verb_of(kind: str, mode: str | None, cameo: str | None) -> Verb:
    """The verb for a PLOVER type, its mode and its CAMEO code, the most telling first."""
    if cameo:
        for length in (4, 3):
            if cameo[:length] in _CODES and len(cameo) >= length:
                return _CODES[cameo[:length]]
    if mode and (kind, mode) in _MODES:
        return _MODES[kind, mode]
    return _TYPES[kind]


def sentence(event: Event, source: str, target: str) -> tuple[str, str, str]:
    """Who, what, whom: the event in words, the parties already in words (empty where the text names none)."""
    many = len(event.source) > 1
    who = source or "somebody"
    if event.act and event.act != event.type and event.type in _ABOUT_AN_ACT:
        what, rest = _ABOUT_AN_ACT[event.type]
        act = verb_of(event.act, None, None)
        if rest:  # asked Armenia to release people
            return who, what, f"{target or 'others'} {rest.format(act.bare)}"
        return who, what.format(act.bare), _joined(act, target)
    act = verb_of(event.act, event.mode, None) if event.act else verb_of(event.type, event.mode, event.cameo)
    if event.status == "happened":
        return who, act.past, _joined(act, target)
    shape = _STATUS[event.status]
    if many:
        shape = shape.replace("is ", "are ", 1) if shape.startswith("is ") else shape
    return who, shape.format(bare=act.bare, participle=act.participle), _joined(act, target)


def _joined(verb: Verb, target: str) -> str:
    return f"{verb.link} {target}".strip() if target else ""


_RELATIONS = {
    "member_of": ("is a member of", "is not a member of"),
    "admitted_to": ("was admitted to", "was not admitted to"),
    "acceded_to": ("acceded to", "did not accede to"),
    "applied_to": ("applied to join", "did not apply to join"),
    "withdrew_from": ("withdrew from", "did not withdraw from"),
    "suspended_from": ("was suspended from", "was not suspended from"),
    "expelled_from": ("was expelled from", "was not expelled from"),
    "reinstated_in": ("was reinstated in", "was not reinstated in"),
    "observer_at": ("is an observer at", "is not an observer at"),
    "elected_to": ("was elected to", "was not elected to"),
    "appointed_to": ("was appointed to", "was not appointed to"),
    "reelected_to": ("was re-elected to", "was not re-elected to"),
    "holds_office": ("holds office in", "does not hold office in"),
    "left_office": ("left office in", "did not leave office in"),
    "chairs": ("chairs", "does not chair"),
    "part_of": ("is part of", "is not part of"),
    "hosts": ("hosts", "does not host"),
    "founded": ("was founded by", "was not founded by"),
    "independent_from": ("became independent from", "did not become independent from"),
    "succeeded_by": ("was succeeded by", "was not succeeded by"),
    "renamed": ("was renamed", "was not renamed"),
    "recognized": ("recognised", "did not recognise"),
    "recognition_withdrawn": ("withdrew recognition of", "did not withdraw recognition of"),
    "established_relations": ("established relations with", "has no relations with"),
    "severed_relations": ("severed relations with", "did not sever relations with"),
    "resumed_relations": ("resumed relations with", "did not resume relations with"),
    "opened_mission": ("opened a mission at", "did not open a mission at"),
    "closed_mission": ("closed its mission at", "did not close its mission at"),
    "reopened_mission": ("reopened its mission at", "did not reopen its mission at"),
    "elevated_mission": ("raised its mission at", "did not raise its mission at"),
    "accredited_to": ("was accredited to", "was not accredited to"),
    "recalled": ("was recalled from", "was not recalled from"),
    "signed": ("signed with", "did not sign with"),
    "ratified": ("ratified with", "did not ratify with"),
    "in_force": ("has in force with", "does not have in force with"),
    "adopted": ("adopted", "did not adopt"),
    "voted_on": ("voted on", "did not vote on"),
    "party_to": ("is a party to", "is not a party to"),
    "cooperates_with": ("works with", "does not work with"),
    "capital_of": ("is the capital of", "is not the capital of"),
}

_OFFICES = {
    "holds_office": "is",
    "left_office": "ceased to be",
    "appointed_to": "was appointed",
    "elected_to": "was elected",
    "reelected_to": "was re-elected",
}
_MISSIONS = ("opened_mission", "closed_mission", "reopened_mission", "elevated_mission")
_TREATIES = ("signed", "ratified", "in_force", "adopted", "voted_on", "party_to")

# States of affairs hold from a day on; everything else in the table is an act that fell on a day.
STATES = frozenset(
    ("member_of", "holds_office", "chairs", "observer_at", "hosts", "part_of", "in_force", "party_to", "capital_of")
)


def fact_in_words(fact: Fact, subject: str, thing: str | None) -> str:
    """A fact as a short sentence without its date: “Azerbaijan is a member of United Nations”."""
    plain, negated = _RELATIONS[fact.relation]
    said = negated if fact.negated else plain
    value = fact.value or ""
    if fact.relation in _OFFICES and value:
        office = _OFFICES[fact.relation]
        said = f"{office} not" if fact.negated else office
        return " ".join(filter(None, (subject, said, value, f"({thing})" if thing else "")))
    if fact.relation in _MISSIONS and value:
        said = said.replace("its mission", f"its {value}").replace("a mission", f"its {value}")
        return " ".join(filter(None, (subject, said if thing else said.removesuffix(" at"), thing)))
    if fact.relation in _TREATIES and value:
        link = f"({thing})" if thing else ""
        return " ".join(filter(None, (subject, said.removesuffix(" with"), value, link)))
    if fact.relation == "renamed":
        return " ".join(filter(None, (subject, said, thing or value)))
    return " ".join(filter(None, (subject, said if thing or value else said.rsplit(" ", 1)[0], thing or value)))
