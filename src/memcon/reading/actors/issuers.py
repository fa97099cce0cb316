"""In whose name a document goes out: who “I”, “we” and “our” are where nobody is quoted."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from memcon.reading.actors import persons_known, world
from memcon.reading.actors.gazetteer import Named
from memcon.reading.actors.part import Part
from memcon.reading.actors.roll import Referent
from memcon.reference.folding import name_tokens, same_person
from memcon.reference.titles import read_title

if TYPE_CHECKING:
    from memcon.reading.actors.reader import Reader


_STATEMENT = re.compile(
    r"^(?:Statement|Remarks|Message|Letter|Proclamation|Press Statement|Readout)\b.{0,20}?\b(?:by|from|of)\s+"
    r"(?P<who>(?:[A-Z][\w.’'-]*\s?|of the |of |to the |for )+)"
)


#: A heading or signature that names a part of a government: “Ministry of Foreign Affairs of the Republic of Korea”.
_ISSUING = re.compile(
    r"^(?:the )?(?:(?:federal |royal )?(?:ministry|department) (?:of|for)|office of the|"
    r"press (?:office|service|department)|"
    r"embassy of|permanent mission of|government of|presidency of|cabinet of|administration of the president)\b"
    r"|\b(?:ministry of (?:foreign|external) (?:affairs|relations)|foreign ministry|state department|foreign office)$",
    re.I,
)


_MINISTRY = re.compile(
    r"\bministry (?:of|for) (?P<of>(?:the )?[A-Z]\w+(?: Affairs| Relations)?)|\bforeign ministry\b", re.I
)


_JOINT = re.compile(r"\b(?:joint|following) (?:statement|declaration|communiqu[eé])", re.I)


#: What the State Department's own releases and transcripts have at their head.
_AMERICAN = re.compile(r"^(?:Office of the Spokesperson|Department Press Briefing)|, Department Spokesperson\s*$", re.M)


#: “The press release issued by the Foreign Office on …”, “UK statement at the Security Council”.
_ISSUED = re.compile(
    r"\b(?:release|statement|declaration|readout|communiqu[eé]) (?:was )?issued by (?P<by>(?:the )?[^\n.]{3,70}?)"
    r"(?: on \d| today|[.,\n]|$)"
    r"|(?:^|[–—-] )(?P<of>(?:the )?[A-Z]\w+(?: [A-Z]\w+)?)(?:[’']s)? [Ss]tatement\b",
    re.M,
)
#: What one who speaks for itself says of itself in its own release.
_VOICE = frozenset(
    {
        "urge",
        "welcome",
        "condemn",
        "call",
        "express",
        "reaffirm",
        "commend",
        "reiterate",
        "support",
        "deplore",
        "regret",
    }
    | {"congratulate", "regret", "stand", "remain", "note", "take", "reject", "deny", "applaud", "appeal", "follow"}
)
#: A name that fills a line, and what stands above a signature.
_SIGNATURE = re.compile(r"(?:[^\W\d_][\w’'-]*\.?[ ]?){2,6}")
_FAREWELL = re.compile(r"(?:yours |very )?(?:sincerely|truly|respectfully|faithfully)|signed\b", re.I)


class Issuers(Part):
    """The person, state or group behind a document."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._issuers: dict[str, tuple[int, ...]] = {}
        self._country: str | None = None
        self._looked = False

    def behind(self, plural: bool) -> tuple[int, ...]:
        """Who “I” and “we” are where nobody is quoted: those in whose name the document goes out."""
        key = "we" if plural else "i"
        if key not in self._issuers:
            self._issuers[key] = self._find_issuer(plural)
        return self._issuers[key]

    @property
    def found(self) -> tuple[int, ...]:
        """Who “we” or else “I” were in this document; empty where it says neither."""
        return self._issuers.get("we") or self._issuers.get("i") or ()

    def declare(self, numbers: tuple[int, ...]) -> tuple[int, ...]:
        """Enter those in whose name the text says that it goes out."""
        self._issuers["we"] = numbers
        return numbers

    def _find_issuer(self, plural: bool) -> tuple[int, ...]:
        roll, honours = self.roll, self.reader.honours
        country = self.country()
        if plural and country:
            joint = self._joint_issuers()
            if joint:
                return joint
            return (roll.state(country, world.state_called(country), True),)
        if plural and (body := self.body()) is not None:
            return (roll.body(body),)
        signed = honours.signed if honours.signed is not None else self._signatory()
        if signed is not None:
            return (signed,)
        title = self.context.document.title
        if title and country and not plural:
            person = self._titled_in(title)
            if person is not None:
                return (person,)
        if country:
            return (roll.state(country, world.state_called(country), True),)
        return self._voice() if plural else ()

    def _voice(self) -> tuple[int, ...]:
        """“The European Union urges … We call on …”: the one state or body that speaks in the release."""
        found: set[tuple[int, ...]] = set()
        for sentence in self.parsed.sentences[:8]:
            clause = self.context.clauses.of(self.parsed.root(sentence))
            if clause is None or clause.tense != "present" or clause.passive or clause.lemma not in _VOICE:
                continue
            heads = [head for head in clause.agent if self.tokens[head].pos != "PRON"]
            numbers = self.reader.memory.together(tuple(heads))
            if numbers and all(self.referent(n).kind in ("state", "organization") for n in numbers):
                found.add(numbers)
        return found.pop() if len(found) == 1 else ()

    def _joint_issuers(self) -> tuple[int, ...]:
        """Those who together are the subject of a joint statement's first sentence."""
        for sentence in self.parsed.sentences[:6]:
            root = self.parsed.root(sentence)
            clause = self.context.clauses.of(root)
            if clause is None:
                continue
            subjects = clause.patient if clause.passive else clause.agent  # “are alarmed by”
            found = [n for head in self._issuing_heads(subjects) for n in self.roll.at.get(head, ())]
            if len({self._side(n) for n in found}) > 2 and all(self._speaks_for_a_side(n) for n in found):
                return tuple(dict.fromkeys(found))
        return ()

    def _issuing_heads(self, subjects: tuple[int, ...]) -> list[int]:
        """The subjects, and whom a subject that is nobody itself consists of: “the members of the Troika (…)”."""
        heads = list(subjects)
        for one in subjects:
            for prep in self.parsed.children(one, "prep"):
                if one not in self.roll.at and self.tokens[prep].lower in ("of", "from"):
                    for inner in self.parsed.children(prep, "pobj"):
                        heads.extend(self.parsed.conjuncts(inner))
        return [i for i in heads if i not in self.reader.places]

    def _speaks_for_a_side(self, number: int) -> bool:
        """A state or a body; officials too, where it is a statement of theirs and no report of their meeting."""
        who = self.referent(number)
        return who.kind in ("state", "organization") or (bool(who.country) and self._joint_statement())

    def _joint_statement(self) -> bool:
        document = self.context.document
        return bool(_JOINT.search(f"{document.title or ''} {document.text[:400]}"))

    def _side(self, number: int) -> object:
        return self.referent(number).country or number

    def country(self) -> str | None:
        """The state in whose name the document goes out, or None."""
        if not self._looked:
            self._country, self._looked = self._find_country(), True
        return self._country

    def body(self) -> Named | None:
        """The international body that sends the document out, or None."""
        said = (self.context.document.outlet, self.context.document.byline)
        return next(
            (n for text in said if text for n in world.named_in(text) if (n.code or "").startswith("IGO")), None
        )

    def minister(self) -> str | None:
        """The title of the minister whose ministry's release it is: “Minister of Foreign Affairs”; or None."""
        lines = [line.strip() for line in self.context.document.text.strip().split("\n") if line.strip()]
        said = (self.context.document.outlet, self.context.document.byline, self.context.document.title)
        for line in filter(None, (*said, *lines[:3], *lines[-2:])):
            match = _MINISTRY.search(line)
            if match and len(line) < 120:
                title = read_title(f"minister of {match['of']}" if match["of"] else "foreign minister", None)
                if title is not None:
                    return title.standard
        return None

    def _find_country(self) -> str | None:
        document = self.context.document
        for said in (document.outlet, document.byline):
            if said and (found := world.government_of(said)):
                return found
        if document.outlet:
            return None
        # American practice: the spokesman's office at the head, number signs at the foot.
        if _AMERICAN.search(document.text[:300].lstrip()):
            return "USA"
        release = (document.title or "").startswith(("Readout", "Statement", "Remarks"))
        if release and document.text.rstrip().endswith(("###", "# # #")):
            return "USA"
        lines = [line.strip() for line in document.text.strip().split("\n") if line.strip()]
        for line in (document.title or "", *lines[:3]):
            if (issued := _ISSUED.search(line)) and (found := world.government_of(issued["by"] or issued["of"])):
                return found
        if len(lines) < 2:
            return None
        for line in (document.title or "", *lines[:3], *lines[-2:]):
            if _ISSUING.search(line) and len(line) < 120 and not line.endswith((".", "”", '"')):
                found = world.government_of(line)
                if found:
                    return found
        return None

    def _signatory(self) -> int | None:
        """Who stands on a line of their own at the head (“Ana Brnabić, Prime Minister”) or signs below."""
        lines = [line.strip() for line in self.context.document.text.strip().split("\n") if line.strip()]
        for line in lines[:-1][:2]:
            name, comma, title = line.partition(",")
            if comma and not line.endswith((".", ":", "”")) and read_title(title.strip(), None) is not None:
                found = self._person_called(name)
                if found is not None:
                    return found
        for above, line in pairwise(lines[-4:]):
            if _SIGNATURE.fullmatch(line) and (line.isupper() or _FAREWELL.match(above)):
                return self._person_called(line)
        return None

    def _person_called(self, name: str) -> int | None:
        """The person of this name in the document or in the tables."""
        tokens = name_tokens(name)
        if not 1 < len(tokens) < 6:
            return None
        for number in self.reader.people.persons:
            if same_person(tokens, self.referent(number).words):
                return number
        return self._in_tables(name.title() if name.isupper() else name)

    def _titled_in(self, title: str) -> int | None:
        """The person whose statement the document's title says it is: “Statement from President Joe Biden on …”."""
        match = _STATEMENT.match(title)
        if match is None:
            return None
        words = match["who"].split()
        # The first name is the issuer's: “… from President Joe Biden Congratulating Bassirou Diomaye Faye”.
        for start in range(len(words) - 1):
            for n in range(min(len(words) - start, 7), 1, -1):
                tokens = name_tokens(" ".join(words[start : start + n]))
                for number in self.reader.people.persons:
                    if same_person(tokens, self.referent(number).words):
                        return number
            for n in (3, 2):
                name = " ".join(words[start : start + n]).strip(",")
                if (known := self._in_tables(name)) is not None:
                    return known
        return None

    def _in_tables(self, name: str) -> int | None:
        """The person of this name in the tables, entered on the roll; None where they have none."""
        people = self.reader.people
        known = persons_known.canonical(name, self.country(), None, people.day) if name[:1].isupper() else None
        if known is None:
            return None
        sectors = persons_known.sectors_of(known[0], known[1], people.day) or ("GOV",)
        number = self.roll.add(Referent("person", known[0], known[1], sectors, words=name_tokens(known[0])))
        people.persons.append(number)
        return number
