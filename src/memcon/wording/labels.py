"""What kind of thing an event is, in a word or two: “visit”, “planned talks”, “request for aid”, “denied attack”.

The label is small on the page; beside it stand the text's own words, which say more and never mislead.
"""

from __future__ import annotations

from memcon.record import Event

TYPES = {
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "support",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "concession",
    "REQUEST": "request",
    "ACCUSE": "criticism",
    "REJECT": "refusal",
    "THREATEN": "warning",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilisation",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}

MODES = {
    "CONSULT visit": "visit",
    "CONSULT phone": "call",
    "CONSULT third-party": "mediation",
    "CONSULT multilateral": "talks of several",
    "RETREAT withdraw": "withdrawal",
    "RETREAT release": "release",
    "RETREAT return": "return",
    "RETREAT disarm": "disarmament",
    "RETREAT ceasefire": "ceasefire",
    "RETREAT access": "access given",
    "RETREAT ease": "easing",
    "REQUEST assist": "request for help",
    "REQUEST change": "request for a change",
    "REQUEST yield": "request for concessions",
    "REQUEST meet": "request for talks",
    "ACCUSE disapprove": "criticism",
    "ACCUSE investigate": "investigation",
    "ACCUSE allege": "accusation",
    "REJECT assist": "refusal of help",
    "REJECT change": "refusal to change",
    "REJECT yield": "refusal of concessions",
    "REJECT meet": "refusal of talks",
    "THREATEN restrict": "threat of restrictions",
    "THREATEN ban": "threat of a ban",
    "THREATEN relations": "threat to relations",
    "THREATEN expel": "threat of expulsion",
    "THREATEN territory": "threat to territory",
    "THREATEN violence": "threat of force",
    "THREATEN political": "threat of political steps",
    "PROTEST demo": "demonstration",
    "PROTEST riot": "riot",
    "PROTEST strike": "strike",
    "PROTEST hunger": "hunger strike",
    "PROTEST boycott": "boycott",
    "PROTEST obstruct": "obstruction",
    "SANCTION convict": "conviction",
    "SANCTION expel": "expulsion",
    "SANCTION withdraw": "withdrawal from dealings",
    "SANCTION discontinue": "relations cut",
    "MOBILIZE troops": "troops",
    "MOBILIZE weapons": "weapons",
    "MOBILIZE police": "police",
    "MOBILIZE militia": "militia",
    "COERCE seize": "seizure",
    "COERCE restrict": "restriction",
    "COERCE ban": "ban",
    "COERCE censor": "censorship",
    "COERCE martial-law": "martial law",
    "COERCE arrest": "arrest",
    "COERCE deport": "deportation",
    "COERCE withhold": "withholding",
    "COERCE misinformation": "misinformation",
    "ASSAULT beat": "beating",
    "ASSAULT torture": "torture",
    "ASSAULT execute": "execution",
    "ASSAULT sexual": "sexual violence",
    "ASSAULT assassinate": "killing",
    "ASSAULT firearms": "gunfire",
    "ASSAULT explosives": "bombing",
    "ASSAULT suicide-attack": "suicide attack",
    "ASSAULT aerial": "air strike",
    "ASSAULT heavy-weapons": "shelling",
    "ASSAULT cleansing": "ethnic cleansing",
    "ASSAULT abduct": "abduction",
}

# The CAMEO codes that say more than type and mode do.
CODES = {
    "041": "call",
    "042": "visit",
    "043": "reception",
    "045": "mediation",
    "051": "praise",
    "054": "recognition",
    "055": "apology",
    "057": "agreement signed",
    "061": "trade",
    "062": "military cooperation",
    "064": "intelligence shared",
    "071": "economic aid",
    "072": "military aid",
    "073": "humanitarian aid",
    "075": "asylum",
    "085": "sanctions eased",
    "112": "accusation",
    "114": "complaint",
    "115": "lawsuit",
    "129": "veto",
    "161": "relations cut",
    "162": "aid cut",
    "163": "sanctions",
    "164": "talks broken off",
    "191": "blockade",
    "192": "occupation",
    "196": "ceasefire violation",
}

# The word a status puts before the act.
STATUSES = {
    "planned": "planned",
    "offered": "offered",
    "requested": "asked for",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "conditional": "conditional",
    "hypothetical": "possible",
    "alleged": "alleged",
    "denied": "denied",
}

# What these types say already, so that it is not said twice: a request is asked for, a threat lies ahead.
_SAID_BY_TYPE = {
    "REQUEST": ("requested", "planned"),
    "THREATEN": ("planned",),
    "REJECT": ("planned",),
    "CONCEDE": ("planned",),
}
_ABOUT_AN_ACT = {"REQUEST": "request for", "REJECT": "refusal of", "THREATEN": "threat of", "CONCEDE": "promise of"}
# An act in general, after “for” and “of”.
_IN_GENERAL = {"RETREAT": "concessions", "CONCEDE": "concessions", "SANCTION": "sanctions"}
# Acts that set apart; who refuses one, or asks for one, is told by the text, since a label would say it too shortly.
_SETS_APART = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN"))


def kind_of(event: Event) -> str:
    """The kind without the status: “visit”, “request for aid”, “refusal”."""
    mode = event.mode or ""
    if event.act and event.act != event.type:
        act = MODES.get(f"{event.act} {mode}")
        if event.type not in _ABOUT_AN_ACT:
            return act or TYPES[event.act]
        if event.act in _SETS_APART:
            return TYPES[event.type]
        return f"{_ABOUT_AN_ACT[event.type]} {act or _IN_GENERAL.get(event.act) or TYPES[event.act]}"
    of_code = CODES.get((event.cameo or "")[:3])
    return of_code or MODES.get(f"{event.type} {mode}") or TYPES[event.type]


def status_of(event: Event) -> str:
    """The word for a status that the kind does not say itself; empty for what simply happened."""
    if event.status == "happened" or event.status in _SAID_BY_TYPE.get(event.type, ()):
        return ""
    return STATUSES[event.status]


# What has not taken place yet, or will not.
_NOT_YET = ("planned", "postponed", "cancelled", "conditional")
# Both sides do the same, so that no arrow leads from one to the other.
_MUTUAL = ("CONSULT", "COOPERATE", "AGREE", "SUPPORT")
_MUTUAL_CODES = ("030", "031", "036", "040", "041", "044", "046", "057", "060", "061", "062", "063", "064")


def section_of(event: Event) -> str:
    """happened, denied or ahead; a request, threat or refusal about what lies ahead was made all the same."""
    if event.status == "denied":
        return "denied"
    words = event.type in ("REQUEST", "THREATEN", "REJECT", "CONCEDE", "ACCUSE")
    return "ahead" if event.status == "hypothetical" or (event.status in _NOT_YET and not words) else "happened"


def is_mutual(event: Event) -> bool:
    """Whether both sides do the same: they met, agreed, signed."""
    act = event.act or event.type
    if act not in _MUTUAL or event.mode == "visit" or not event.source:
        return False
    return (act != "SUPPORT" and event.cameo is None) or (event.cameo or "")[:3] in _MUTUAL_CODES
