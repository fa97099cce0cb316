"""An event, statement or fact of the archive as one short English sentence with its citation.

Where the report names who acts right before the verb, the sentence is the name with the office of that day and the
report's own words from the verb on.  Where it does not, the report's words stand in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from memcon.archive.contacts import channel_of, office_on
from memcon.briefs.citations import Sentence
from memcon.briefs.denials import governed_as, says_no
from memcon.briefs.fact_wording import actor_of, article, fact_sentence, office_in_words
from memcon.briefs.labelling import is_contact
from memcon.briefs.telling import Reports, Taker, Told
from memcon.language import dateline_end
from memcon.record import Actor
from memcon.wording.days import day_in_words
from memcon.wording.names import capitalised, listed, within_a_sentence

_AUXILIARY = re.compile(
    r"[\s,]*(?:(?:has|have|had|was|were|is|are|be|been|will|would|could|should|may|might|must|did|does|do|not|also|"
    r"earlier|later|again|once|today|yesterday|then|further|jointly|strongly|himself|herself|itself|themselves|both|on "
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year))\b[\s,]*){0,5}$"
)
# “…, the ministry said on Friday” at the end of what is told.
_ATTRIBUTION = re.compile(
    r",\s+(?:according to [^,;:“”]{2,70}|(?:the |his |her |its )?[^,;:“”]{2,60}? "
    r"(?:said|says|reported|reports|added|adds|told|noted|announced|stated|confirmed)\b[^,;:“”]{0,60})$"
)
# What a desk officer must know of a source that is not named.
_UNNAMED = re.compile(
    r"condition of anonymity|declin\w+ to be (?:named|identified)|asked not to be (?:named|identified)"
)
# Days that only the report's own reader can place.
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_RELATIVE_DAY = re.compile(
    rf"(?:^|,? )(?:(?:earlier |late |early )?(?:today|yesterday)|(?:late |early )?on (?:last )?{_WEEKDAY})"
    rf"(?=[ ,.;]|$)(?! (?:and|to|or) {_WEEKDAY})"
)
# Words for somebody that are no subject to go on from: “we”, which somebody else says, and “his commitment”.
_NO_SUBJECT = re.compile(r"I|(?:we|you|my|our|your|his|her|its|their|whose|him|them)", re.IGNORECASE)
_PRONOUN = re.compile(
    r"I|(?:we|you|he|she|it|they|us|him|them|her|his|its|their|who|whom|whose|which|both)", re.IGNORECASE
)
# “the militants, whom the government accuses of …”: the words from the verb on lack what the verb is about.
_RELATIVE = re.compile(r"\b(?:which|whom|what)\s+(?:the\s+)?$")
# Verbs that go with several.
_SEVERAL = re.compile(r"(?:have|are|were|do)\b")
# Words for both sides at once.
_BOTH = re.compile(r"(?:they|both|(?:the |both |the two )(?:two|sides|parties|leaders|presidents|ministers))\s*$", re.I)
_BOTH_FIRST = re.compile(
    r"(?:they|both(?: sides| parties| leaders)?|the (?:two|pair)(?: \w+)?|the sides)\s", re.IGNORECASE
)
# What may stand between the names of one subject: “Kenya’s Foreign Minister X and his Somali counterpart Y”.
# “… and el-Sisi”, of whom the report's “Sisi” is the name.
_JOINED = re.compile(r"(?:,|,? and|,? &)\s+(?:[\w’'.-]+\s+){0,6}(?:\w{1,3}-)?")
# A verb that says that somebody did something, by its form.
_FINITE = re.compile(
    r"(?!called on by)(?:\w+ed|met|told|made|held|sent|gave|took|began|led|paid|spoke|wrote|put|laid|sought|took|drew|"
    r"will|has|had|would)\b(?! by\b)"
)
# What the same subject did before: “met in Cairo and”, “discussed the war in Gaza, and”.
_ALSO_DID = re.compile(
    rf"[\s,]*(?:also |then |later )?{_FINITE.pattern}[^.;:“”\"]*?,?\s(?:and|then|but)\s+(?:then |also )?$"
)
# A clause of fewer words than this does not say what was done unless it names the one it was done to.
_FEW_WORDS = 5
_MET = {
    "meeting": "met",
    "multilateral meeting": "met",
    "visit": "visited",
    "telephone call": "spoke by telephone with",
    "video call": "spoke by video with",
    "letter": "wrote to",
    "mediation": "held mediated talks with",
}
# Verbs that name the one addressed in the words that follow.
_TO_SOMEBODY = frozenset(("told", "assured", "informed", "asked", "urged", "warned"))
# Titles by which a report calls somebody whose office it has told, or takes for known: “Minister Fidan”.
_SAYS_LITTLE = frozenset(("Minister", "Secretary"))
_ON = frozenset(("website", "social media", "Twitter", "Facebook", "Telegram", "television", "radio"))
_NOT_HELD = {
    "planned": "was to meet",
    "postponed": "put off a meeting with",
    "cancelled": "called off a meeting with",
    "requested": "is asked to meet",
    "offered": "offered to meet",
    "denied": "is said not to have met",
    "alleged": "is said to have met",
    "conditional": "was to meet, on a condition,",
    "hypothetical": "might meet",
}
_CAUTION = {
    "alleged": "as is alleged",
    "conditional": "on a condition",
    "hypothetical": "as a possibility",
}


class Teller:
    """Tells what happened in sentences, an office once for each person.

    Args:
        reports: where the cited passages are.
        introduce: whether a person is named with the office of the day when first mentioned.
    """

    def __init__(self, reports: Reports, *, introduce: bool = True) -> None:
        self.reports = reports
        self._introduce = introduce
        self._introduced: set[tuple[str, str]] = set()

    def forget(self) -> None:
        """Name offices again from here on, as at the beginning of a section."""
        self._introduced.clear()

    # ---- sentences

    def tell(self, one: Told, *, also: Sequence[Told] = ()) -> Sentence:
        """A sentence for an event, statement or fact, with the citation of each report that tells of it.

        Args:
            one: what is told.
            also: the same in other reports, which are cited too.
        """
        words = {"event": self._event, "statement": self._statement, "fact": self._fact}[one.kind](one)
        return Sentence(_ended(capitalised(words)), tuple(self.reports.cite_sentence(each) for each in (one, *also)))

    def announcement(self, one: Told) -> Sentence:
        """What was said of a meeting before it was held, with the day on which it was said."""
        told = self.tell(one)
        day = day_in_words(one.published, one.published)
        return Sentence(f"Announced{f' on {day}' if day else ' before'}: {told.text}", told.citations)

    def name(self, taker: Taker, day: str | None) -> str:
        """A name as it stands within a sentence, a person's with the office of the day at the first mention."""
        name = within_a_sentence(actor_of(taker))
        if taker.kind != "person" and re.match(r"[A-Z]\w+ (?:\w+ )*[a-z]+$", name):
            name = f"the {name}"
        if not self._introduce or taker.kind != "person":
            return name
        office = self.office(taker, day)
        if not office or (taker.name, office) in self._introduced:
            return name
        self._introduced.add((taker.name, office))
        return f"{name}, {office},"

    def office(self, taker: Taker, day: str | None) -> str:
        """The office of a person on a day in words: “President of Azerbaijan”; empty where none is known."""
        told = taker.office or ""
        little = told.partition(", ")[0]
        if day and (not told or little in _SAYS_LITTLE):
            bodies = [key for key in taker.keys if not key.startswith("p")]
            known = office_on(taker.name, taker.country or (bodies[0] if len(bodies) == 1 else None), day) or ""
            told = known if little.lower() in known.lower() else told
        return office_in_words(told)

    def names(self, takers: Iterable[Taker], day: str | None) -> str:
        """Several names as a list with “and”."""
        once = {taker.name: taker for taker in takers}
        names = [self.name(taker, day) for taker in once.values()]
        if len(names) == 2:
            return f"{names[0]} and {names[1]}"
        if len(names) > 2 and any(name.endswith(",") for name in names):
            return "; ".join(name.rstrip(",") for name in names[:-1]) + f"; and {names[-1]}"
        return listed(names)

    # ---- events

    def _event(self, one: Told) -> str:
        sources, targets = one.who("source"), one.who("target")
        own = self._own_words(one)
        if governed_as(one.before) or (one.status == "denied" and own is not None and not says_no(own[1])):
            return _in_quotes(_sentence(one))  # who denies it or reports it must not be lost
        if is_contact(one) and (own is None or (one.status == "happened" and one.mode != "visit")):
            return self._contact(one, sources, targets) + self._according_to(one)
        words = f"{self.names(own[0], one.until)} {own[1]}" if own else self._quoted(one, sources, targets)
        caution = _CAUTION.get(one.status)
        return words + (f" ({caution})" if caution else "") + self._according_to(one)

    def _contact(self, one: Told, sources: Sequence[Taker], targets: Sequence[Taker]) -> str:
        channel = channel_of(one.mode, one.cameo, one.cue, one.occasion)
        verb = _MET[channel] if one.status == "happened" else _NOT_HELD[one.status]
        if channel == "visit" and one.status == "happened" and any(taker.kind == "person" for taker in targets):
            verb = "met"
        who = self.names(sources, one.until)
        who = f"{who} {verb} {self.names(targets, one.until)}" if targets else f"{who} met"
        place = within_a_sentence(Actor("", one.location or "", "organization"))
        where = f" {'at' if place.startswith('the ') else 'in'} {place}" if place and place not in who else ""
        others = one.who("host", "mediator", "observer")
        through = f", with {self.names(others, one.until)} as {others[0].role}" if others else ""
        return who + where + through

    def _own_words(self, one: Told) -> tuple[list[Taker], str] | None:
        """Those who act, and the report's own words from the verb on, where they are named right before it.

        “They”, “the two ministers” and “Kenya and Uganda” name both sides.
        """
        text = self.reports.of(one.version).text
        at = text.find(one.cue, one.start, one.end) if one.cue else -1
        if at < 0:
            return None
        mentions = self.reports.mentions(one.version)
        sources, targets = one.who("source"), one.who("target")
        before = sorted(
            (start, end, taker.local)
            for taker in (*sources, *targets)
            for start, end in mentions.get(taker.local, ())
            if one.start <= start and end <= at
        )
        if before:
            begin = max(end for _, end, _ in before)
            first = min(start for start, end, _ in before if end == begin)
            if _NO_SUBJECT.fullmatch(text[first:begin]) or _RELATIVE.search(text[one.start : first]):
                return None
            acting = _subject(before, begin, text)
        elif targets and _BOTH.match(text[one.start : at]):
            begin, acting = at, {taker.local for taker in (*sources, *targets)}
        elif _FINITE.match(one.cue) and not text[one.start : at].strip():
            # The second verb of a sentence, whose subject stands before the first.
            begin, acting = at, {taker.local for taker in sources} | self._first_named(one, targets, mentions)
        else:
            return None
        verb_next = _AUXILIARY.fullmatch(text[begin:at]) or (before and _ALSO_DID.fullmatch(text[begin:at]))
        if not verb_next or not any(taker.local in acting for taker in sources):
            return None
        joined = [taker for taker in targets if taker.local in acting]
        clause = re.sub(r"^(?:also|then|further) ", "", " ".join(text[begin : one.end].split()).lstrip(" ,"))
        if len({*(taker.local for taker in sources), *acting}) < 2 and _SEVERAL.match(clause) and _is_one(sources):
            return None
        if one.until:  # the day stands in front of the line or in its citation
            clause = _RELATIVE_DAY.sub("", clause).lstrip(" ,")
        clause = _closed(_ATTRIBUTION.sub("", clause.rstrip(" .,;:")))
        named = [at <= start < one.end for taker in targets for start, _ in mentions.get(taker.local, ())]
        told_whom = not targets or bool(joined) or any(named)
        if len(clause.split()) < (_FEW_WORDS if not told_whom else 2 if targets else 1):
            return None
        return [*sources, *joined], clause

    def _first_named(
        self, one: Told, targets: Sequence[Taker], mentions: Mapping[str, Sequence[tuple[int, int]]]
    ) -> set[str]:
        """Those of the targets who are a subject with the source: “They discussed … and agreed”, “A and B …”."""
        if _BOTH_FIRST.match(one.before):
            return {taker.local for taker in targets}
        text = self.reports.of(one.version).text
        before = sorted(
            (start, end, taker.local)
            for taker in (*one.who("source"), *targets)
            for start, end in mentions.get(taker.local, ())
            if one.sentence_start <= start and end <= one.start
        )
        if len(before) < 2 or text[one.sentence_start : before[0][0]].strip():
            return set()
        joined = _JOINED.fullmatch(text[before[0][1] : before[1][0]])
        return {before[1][2]} if joined and " and" in f" {joined[0]}" else set()

    def _quoted(self, one: Told, sources: Sequence[Taker], targets: Sequence[Taker]) -> str:
        text = self.reports.of(one.version).text
        words = _closed(" ".join(text[one.start : one.end].split()).rstrip(" .,;:"))
        if (len(words.split()) < _FEW_WORDS or words[:1].islower()) and one.sentence:
            words = _sentence(one)
        unnamed = [taker for taker in (*sources, *targets) if not self._is_named(taker, one, words)]
        # As an editor adds what the words alone do not say.
        return _in_quotes(words) + (f" [{self.names(unnamed, one.until).rstrip(',')}]" if unnamed else "")

    def _is_named(self, taker: Taker, one: Told, words: str) -> bool:
        """Whether words of a report name somebody, by the whole name or a word that the report calls him by."""
        text = self.reports.of(one.version).text
        called = {text[start:end] for start, end in self.reports.mentions(one.version).get(taker.local, ())}
        names = {taker.name, *(name for name in called if not _PRONOUN.fullmatch(name))}
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names)

    def _according_to(self, one: Told) -> str:
        acting = {taker.name for taker in one.who("source")}
        tellers = [within_a_sentence(actor_of(taker)) for taker in one.who("reported_by") if taker.name not in acting]
        if not tellers and one.said_by and one.said_by not in acting:
            tellers = [within_a_sentence(Actor("", one.said_by, one.said_by_kind or "person"))]
        unnamed = " on condition of anonymity" if _UNNAMED.search(one.sentence) else ""
        return f", according to {listed(tellers)}{unnamed}" if tellers else ""

    # ---- statements

    def _statement(self, one: Told) -> str:
        text = self.reports.of(one.version).text
        to = one.who("addressee")
        occasion, whom = self._on_the_occasion(one, to)
        speaker = self.names(one.who("speaker"), one.until) or "somebody"
        content = _cut(text[one.start : one.end])
        cue = one.cue or "said"
        begin = text.rfind(cue, max(0, one.start - 160), one.start)
        if begin >= 0 and "\n" not in text[begin : one.start]:
            between = text[begin + len(cue) : one.start]
            if len(between) < 60 and not re.search(r"[.:“”\"]", between):
                words = f"{speaker} {_cut(text[begin : one.end])}"
                return _closed(words if one.occasion and one.occasion in between else occasion + words)
        if cue in _TO_SOMEBODY and not whom:
            cue = "said"
        return f"{occasion}{speaker} {cue}{whom}: {_in_quotes(content)}"

    def _on_the_occasion(self, one: Told, to: Sequence[Taker]) -> tuple[str, str]:
        """“In a letter to António Guterres,” for the beginning; else “ to António Guterres” for after the verb."""
        names = self.names(to, one.until)
        names = names[:1].lower() + names[1:] if to and all(taker.kind == "group" for taker in to) else names
        whom = (f" {names}" if one.cue in _TO_SOMEBODY else f" to {names}") if to else ""
        if not one.occasion or one.occasion == "press":  # “told the press” names no occasion
            return "", whom
        if one.cue in _TO_SOMEBODY:
            where = "on" if one.occasion in _ON else "in"
            return f"{where} {article(one.occasion)} {one.occasion}, ", whom
        where = "on" if one.occasion in _ON else "in"
        return f"{where} {article(one.occasion)} {one.occasion}{whom}, ", ""

    # ---- facts

    def _fact(self, one: Told) -> str:
        return fact_sentence(one, self.qualifiers(one))

    def qualifiers(self, one: Told) -> Mapping[str, Any]:
        """What else a report says of a fact: the session, the place."""
        body = self.reports.body(one.version)
        found = next((each["qualifiers"] or {} for each in body["facts"] if each["id"] == one.local), {})
        if not found.get("by"):
            return found
        names = {actor["id"]: Actor("", actor["name"], actor["kind"]) for actor in body["actors"]}
        return {**found, "by": [within_a_sentence(names[id]) for id in found["by"] if id in names]}


def _subject(before: Sequence[tuple[int, int, str]], end: int, text: str) -> set[str]:
    """Who the subject that ends at ``end`` names: one, or several joined by commas and “and”."""
    acting = {local for _, last, local in before if last == end}
    start = min(first for first, last, _ in before if last == end)
    for first, last, local in reversed(before):
        if last <= start and _JOINED.fullmatch(text[last:start]):
            acting.add(local)
            start = first
    return acting


def _sentence(one: Told) -> str:
    """Its whole sentence on one line, without a dateline."""
    words = one.sentence[dateline_end(one.sentence, 0) or 0 :] or one.sentence
    return _closed(" ".join(words.split()).rstrip(" .,;:"))


def _is_one(takers: Sequence[Taker]) -> bool:
    return len(takers) == 1 and takers[0].kind in ("person", "state")


def _ended(words: str) -> str:
    words = re.sub(r",(?=,|$|[.:;])", "", words.strip()).rstrip(" .")
    return words if words.endswith(("?", "!", "…")) else f"{words}."


def _cut(words: str) -> str:
    """On one line, without the “, and” with which a cut ends."""
    return re.sub(r"[\s.,;:]*(?:\s(?:and|or|but|while))?[\s.,;:]*$", "", " ".join(words.split()))


def _closed(words: str) -> str:
    """With the quotation mark that closes it, where a cut took that away."""
    if words.count("“") > words.count("”"):
        return f"{words}”"
    if words.count("”") > words.count("“"):
        return words.replace("”", "", 1) if words.endswith("”") else words
    return f'{words}"' if words.count('"') % 2 else words


def _in_quotes(words: str) -> str:
    return words if words[:1] in '“"' else f"“{_closed(words)}”"
