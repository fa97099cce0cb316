"""What the parser attaches wrongly again and again, and its word classes show: mended before clauses are read."""

from __future__ import annotations

from memcon.language.factuality import REPORTS
from memcon.language.headlines import mend_headline
from memcon.language.joining import (
    NAMED_TO,
    OFFICES,
    STRIKING,
    blow,
    is_bare,
    join_after_brackets,
    join_behind_state,
    join_compound,
    join_offices,
    join_persons,
    join_to_whole_name,
    last_of_list,
    list_of_persons,
    list_of_states,
    listed_subject,
    name_holder,
    part_from_office,
    part_from_title,
    past_modal,
    received,
    under_secretary,
)
from memcon.language.main_verbs import (
    FINITE,
    is_reduced,
    only_verb,
    part_reduced,
    subject_before,
    told_of_root,
    verb_of_plan,
)
from memcon.language.text import Token

_TELLING = frozenset(
    {"assure", "tell", "inform", "warn", "notify", "remind", "promise", "convince", "persuade", "advise", "say", "add"}
    | {"announce", "state", "declare", "report", "note", "stress", "confirm", "reassure", "show", "caution", "insist"}
)
_INSERTED = frozenset({"say", "add", "write", "note", "explain"})
# Words on either side in which a verb has its subject and objects.
_NEAR = 30
# What is done with a report or a claim: “a report that the ministry had published” is one.
_REPORTED = frozenset(
    {"publish", "release", "issue", "make", "write", "file", "submit", "present", "deny", "dismiss", "reject", "call"}
    | {"describe", "see", "cite", "prepare", "commission", "quote", "spread", "repeat", "hear", "read", "denounce"}
    | {"receive", "send", "produce", "compile", "draft", "circulate", "obtain", "order", "share", "leak", "refute"}
    | {"condemn", "welcome", "criticise", "criticize", "consider", "investigate", "contest", "use", "tell", "find"}
)
# What is denied or confirmed, in a form that a verb has, too; and the verbs that do so.
_CLAIMS = frozenset({"reports", "claims", "charges"})
_CONTESTED = frozenset({"deny", "dismiss", "reject", "refute", "confirm", "rebut", "contest", "dispute", "contradict"})
_NO_NAME = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"})


def mend(tokens: list[Token]) -> None:
    """Mends heads and relations in place, before ``children`` is filled in.

    * “urged them to investigate and welcomed the mission”: a finite verb is not joined to an infinitive but to the
      finite verb above it.
    * “noted that Iran can never obtain arms and briefed the Emir”: nor to a verb under “can”, “must”, “will”.
    * “We repeat our commitment and encourage all to …”: a verb joined to a finite one without “to” is finite, too.
    * “the attack in Kunduz, which killed ten”: the attack killed them, and no place.
    * “NPR reported Adil Abdul-Mahdi, the premier, recommended …”: who is reported to have done it is its subject.
    * “Kenya left; Uganda protested”: what a semicolon closes is no complement of the next verb.
    * “Kenya, Somalia agree to reopen border”: in a headline a comma joins two subjects.
    * “assured the envoy that India would help”: what is assured is no relative clause about the envoy.
    * “asset freezes and travel bans”: a bare verb form joined to a noun is the first half of the next one.
    * “The Troika (Norway and others), Canada and Chad are”: what follows the brackets is joined to what stands before.
    * “are working to find out and consulting with partners”: a gerund is joined to the gerund above, not to “to”.
    * “with Macron and Council President Charles Michel”: who is named before is no part of the next one's title.
    * “the ministers of Chad, Mali and the Secretary-General of NATO”: an office is joined to offices, not to states.
    * “declared a diplomat persona non grata”: the diplomat is the object.
    * “rockets fired from Chad landed in Mali”: the first verb is a participle, the second the sentence's.
    * “Mr Berger, said the envoy, is a climber”: who stands before the comma is the subject of what is said.
    * “Australia’s minister, Penny Wong and China’s minister”: a name after an office is that of its holder.
    * “met the minister in Rome on Friday and the premier in Oslo”: a person is not joined to a day.
    * “received in Rome the President of Chad, Mr X”: what follows a place without a comma is the verb's object.
    * “the leaders of Chad, Mali, and Togo”: a state is no apposition to another.
    * “the Kingdom of Norway, Spain and Chad”: a state is joined to the whole name before it.
    * “officials from Chad, Mali, and Togo met”: a verb has one subject.
    * “Nauru switched recognition to China”: a verb with a subject is no adjective.
    * “McCully is calling”, “James Cleverly met”: a person is no adverb.
    * “India and Pakistan plan to hold talks”: a noun with a subject and an infinitive is a verb.
    * “In line with talks between Chad and Mali, Togo proposed …”: a verb without a subject has the noun before it.
    * “Under the deal signed in Nairobi, the rebels committed to …”: its only verb is what a sentence tells.
    * “The envoy of Chad, speaking for Mali, called on …”: a past tense behind a comma is no part of its subject.
    * “offered to host talks”: after “to” stands a verb.
    * “Under Secretary Nuland met …”: she is under nobody.
    * “named John Smith foreign minister”: he is the object, and the office what he is named.
    * “met Minister A of Chad, Minister B of Mali and Minister C”: persons with an office each are a list.
    * “a report that Chad had agreed to free a man”: a verb has one object, so “that” opens what was reported.
    * “was sworn in for a second term as President”: the office hangs on the verb.
    * “is denying press reports that he left”: what is denied is a noun, not what the press does.
    * “called Mr Smith, an ally, on Monday”: with no other object, a person called is no name for somebody.
    """
    mend_headline(tokens)
    for token in tokens:
        if token.pos == "PROPN" and token.dep in ("conj", "appos") and tokens[token.head].lower in OFFICES:
            name_holder(tokens, token)
        if token.dep == "conj" and token.tag in FINITE and _is_infinitive(tokens, token.head):
            above = _finite_above(tokens, token.head)
            if above is not None:
                token.head = above
        elif token.dep == "conj" and token.tag in ("VBD", "VBZ") and (above := past_modal(tokens, token)) is not None:
            for cc in tokens[token.i - 2 : token.i]:
                cc.head = above if cc.dep == "cc" and cc.head == token.head else cc.head
            token.head = above
        elif token.dep == "conj" and token.tag == "VB" and tokens[token.head].tag == "VBP" and is_bare(tokens, token):
            token.tag = "VBP"
        elif token.dep == "relcl" and token.lemma in STRIKING and (struck := blow(tokens, token)) is not None:
            token.head = struck
        elif token.dep == "conj" and token.tag in FINITE and (reported := _reported(tokens, token)) is not None:
            reported.head, reported.dep = token.i, "nsubj"
            token.dep = "ccomp"
        elif token.tag == "VBD" and token.dep in ("dep", "advcl", "ccomp", "conj") and is_reduced(tokens, token):
            part_reduced(tokens, token)
        elif token.lower in ("persona", "personae") and token.dep in ("ccomp", "dobj"):
            _part_from_object(tokens, token)
        elif token.dep == "nsubj" and token.tag == "JJ" and token.i and tokens[token.i - 1].tag == "NNP":
            token.tag, token.pos = "NN", "NOUN"
        elif token.dep == "npadvmod" and token.pos == "PROPN" and token.entity not in _NO_NAME:
            subject = _subject_after_comma(tokens, token, tokens[token.head])
            if subject is not None:
                token.dep = "nsubj"
                subject.head, subject.dep = token.i, "conj"
        elif token.dep in ("advmod", "npadvmod") and token.entity == "PERSON" and token.i < token.head:
            _no_adverb(tokens, token)
        elif token.dep == "amod" and token.tag == "VBD" and tokens[token.head].dep == "ROOT":
            _no_adjective(tokens, token)
        elif token.dep == "appos" and token.tag == "VBP" and tokens[token.head].dep == "ROOT":
            name = tokens[token.head]
            subject = _subject_after_comma(tokens, name, token)
            if subject is not None:
                token.head, token.dep = token.i, "ROOT"
                name.head, name.dep = token.i, "nsubj"
                subject.head, subject.dep = name.i, "conj"
        elif token.dep == "ccomp" and token.tag in FINITE and _before_semicolon(tokens, token):
            token.dep = "parataxis"
        elif token.dep in ("relcl", "acl"):
            teller = _teller(tokens, token)
            if teller is not None:
                token.head, token.dep = teller, "ccomp"
            elif token.dep == "acl" and token.tag == "VBD":
                told_of_root(tokens, token)
        elif token.tag == "VB" and token.dep == "conj" and tokens[token.head].pos in ("NOUN", "PROPN"):
            join_compound(tokens, token)
        elif token.tag == "VBG" and token.dep == "conj":
            _join_gerunds(tokens, token)
        elif token.dep == "ROOT" and token.tag in FINITE and token.i and tokens[token.i - 1].dep in ("appos", "conj"):
            subject_before(tokens, token)
        elif token.dep == "ROOT" and token.tag == "NN":
            verb_of_plan(tokens, token)
        elif token.dep == "ROOT" and token.tag in ("VBN", "IN") and token.i + 1 < len(tokens):
            only_verb(tokens, token)
        elif token.dep == "xcomp" and token.tag == "NN" and tokens[token.i - 1].tag == "TO":
            token.tag, token.pos = "VB", "VERB"
        elif token.dep == "nsubj" and token.i and tokens[token.i - 1].dep == "cc":
            last_of_list(tokens, token)
        elif token.dep == "prep" and token.lower == "as" and tokens[token.head].lemma in ("term", "mandate"):
            _part_from_term(tokens, token)
        elif token.dep == "prep" and token.text == "Under" and token.i + 1 < len(tokens):
            under_secretary(tokens, token)
        elif token.dep == "appos" and token.entity == "GPE" and tokens[token.head].dep in ("nsubj", "nsubjpass"):
            listed_subject(tokens, token)
        elif token.dep == "appos" and tokens[token.head].dep == "pobj":
            if not list_of_states(tokens, token) and not list_of_persons(tokens, token):
                received(tokens, token)
        elif token.dep == "appos" and token.entity == "PERSON":
            list_of_persons(tokens, token)
        elif token.dep == "conj" and token.entity == "PERSON" and tokens[token.head].entity == "GPE":
            join_behind_state(tokens, token)
        elif token.dep in ("dobj", "oprd") and token.lower in NAMED_TO:
            part_from_office(tokens, token)
        elif token.dep == "conj" and token.entity == "PERSON" and tokens[token.head].entity in ("DATE", "TIME"):
            join_persons(tokens, token)
        elif token.dep == "ccomp" and token.lower in _CLAIMS and token.tag == "VBZ":
            _claims(tokens, token)
        elif token.dep == "dobj" and token.lower == "that" and token.tag in ("WDT", "IN"):
            _opens_content(tokens, token)
        elif token.dep == "oprd" and token.entity == "PERSON" and _is_telephoned(tokens, token):
            token.dep = "dobj"
        elif (
            token.dep == "conj"
            and token.pos == "PROPN"
            and tokens[token.head].dep == "pobj"
            and token.lower not in OFFICES
        ):
            join_to_whole_name(tokens, token)
        elif token.dep == "conj" and token.lower in OFFICES:
            join_offices(tokens, token)
        elif token.dep in ("nmod", "compound") and token.tag == "NNP":
            if tokens[token.head].entity == "PERSON" or token.lower in OFFICES:
                part_from_title(tokens, token)
        elif token.lemma in _INSERTED and token.tag in FINITE and token.i and tokens[token.i - 1].text == ",":
            _insert(tokens, token)
        elif token.text == ")" and token.i + 2 < len(tokens):
            join_after_brackets(tokens, token)


def _part_from_term(tokens: list[Token], as_: Token) -> None:
    """“for a second term as President”: “as” belongs to the verb that “for” belongs to."""
    term = tokens[as_.head]
    prep = tokens[term.head]
    if term.dep == "pobj" and prep.lower == "for" and tokens[prep.head].pos == "VERB":
        as_.head = prep.head


def _claims(tokens: list[Token], noun: Token) -> None:
    """“denying government reports that …”: the word before is no subject but the first half of the noun."""
    verb, before = tokens[noun.head], tokens[noun.i - 1] if noun.i else None
    if verb.lemma not in _CONTESTED or before is None or before.head != noun.i or before.dep != "nsubj":
        return
    told = next((t for t in tokens[noun.i + 1 : noun.i + _NEAR] if t.head == noun.i and t.dep == "ccomp"), None)
    if told is None or noun.i + 1 >= len(tokens) or tokens[noun.i + 1].lower != "that":
        return
    noun.tag, noun.pos, noun.dep = "NNS", "NOUN", "dobj"
    before.dep = "compound"
    told.dep = "acl"


def _part_from_object(tokens: list[Token], token: Token) -> None:
    """Whoever is declared persona non grata is the object of the verb, and no part of what he is declared."""
    verb = token.head
    before = tokens[verb + 1 : token.i]
    noun = next((t for t in reversed(before) if t.head == token.i and t.pos in ("NOUN", "PROPN")), None)
    if noun is None or tokens[verb].pos != "VERB":
        return
    for other in before:
        if other.head == token.i and other is not noun:
            other.head = noun.i
    noun.head, noun.dep = verb, "dobj"
    token.dep, token.tag, token.pos = "oprd", "NN", "NOUN"


def _insert(tokens: list[Token], saying: Token) -> None:
    """Makes “said the envoy” between commas the insertion it is, where the parser gives the verb two subjects."""
    near = tokens[max(0, saying.i - 12) : saying.i + 12]
    mine = [t for t in near if t.head == saying.i and t.dep in ("nsubj", "nsubjpass")]
    if len(mine) != 2 or not mine[0].i < saying.i < mine[1].i:
        return
    told = next((t for t in near if t.head == saying.i and t.dep == "ccomp" and t.i > mine[1].i), None)
    if told is None:
        above = tokens[saying.head]
        if saying.dep == "parataxis" and above.i > mine[1].i:
            mine[0].head = above.i
        return
    told.dep = saying.dep
    told.head = told.i if saying.head == saying.i else saying.head
    for token in near:
        if token.head == saying.i and token.i > told.i:
            token.head = told.i
    saying.head, saying.dep = told.i, "parataxis"
    mine[0].head = told.i


def _opens_content(tokens: list[Token], that: Token) -> None:
    behind = tokens[that.head : that.head + _NEAR]
    told = tokens[that.i - 1].lemma in REPORTS and tokens[that.head].lemma not in _REPORTED
    if not told and not any(one.dep == "dobj" and one.head == that.head for one in behind):
        return
    verb = tokens[that.head]
    while verb.dep in ("xcomp", "ccomp") and verb.head != verb.i:
        verb = tokens[verb.head]
    if verb.dep == "relcl" and verb.head == that.i - 1:
        verb.dep = "acl"
        that.head, that.dep, that.tag, that.pos = verb.i, "mark", "IN", "SCONJ"


def _is_telephoned(tokens: list[Token], token: Token) -> bool:
    if tokens[token.head].lemma != "call":
        return False
    near = tokens[max(0, token.head - _NEAR) : token.head + _NEAR]
    return not any(one.head == token.head and one.dep in ("dobj", "nsubjpass") for one in near)


def _no_adjective(tokens: list[Token], verb: Token) -> None:
    """“Nauru switched recognition to China”, where the parser read of a recognition that was switched."""
    noun = tokens[verb.head]
    if noun.i < verb.i or not any(t.head == verb.i and t.dep == "nsubj" for t in tokens[max(0, verb.i - 8) : verb.i]):
        return
    verb.head, verb.dep = verb.i, "ROOT"
    for token in tokens[noun.i + 1 : noun.i + _NEAR]:
        if token.head == noun.i and token.dep in ("prep", "punct"):
            token.head = verb.i
    noun.head, noun.dep = verb.i, "dobj"


def _no_adverb(tokens: list[Token], person: Token) -> None:
    """“James Cleverly met …”, where the parser read that James met somebody cleverly."""
    verb = tokens[person.head]
    first = person.i
    while first and tokens[first - 1].pos == "PROPN":
        first -= 1
    name = [t for t in tokens[first : person.i] if t.head == verb.i and t.dep in ("nsubj", "nsubjpass")]
    if verb.pos != "VERB" or not (name or not _has_subject(tokens, verb)):
        return
    person.dep, person.pos, person.tag = name[0].dep if name else "nsubj", "PROPN", "NNP"
    for token in name:
        token.head, token.dep = person.i, "compound"
    for token in tokens[max(0, first - 3) : first]:
        if token.dep in ("det", "poss", "amod") and first <= token.head < person.i:
            token.head = person.i


def _has_subject(tokens: list[Token], verb: Token) -> bool:
    near = tokens[max(0, verb.i - _NEAR) : verb.i + _NEAR]
    return any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass", "csubj", "expl") for t in near)


def _is_infinitive(tokens: list[Token], verb: int) -> bool:
    return tokens[verb].tag == "VB" and any(
        t.lower == "to" and t.head == verb and t.dep == "aux" for t in tokens[max(0, verb - 3) : verb]
    )


def _finite_above(tokens: list[Token], verb: int) -> int | None:
    """The nearest finite verb that the infinitive hangs on; None where a noun or nothing stands between."""
    at = verb
    while tokens[at].head != at and tokens[at].dep in ("xcomp", "ccomp", "advcl", "conj"):
        at = tokens[at].head
        if tokens[at].tag in FINITE or (tokens[at].tag == "VBN" and _has_done(tokens, at)):
            return at
    return None


def _has_done(tokens: list[Token], verb: int) -> bool:
    return any(t.head == verb and t.dep == "aux" and t.lemma == "have" for t in tokens[max(0, verb - 4) : verb])


def _before_semicolon(tokens: list[Token], verb: Token) -> bool:
    """Whether a verb stands before the one that it hangs on, with a semicolon between."""
    return verb.i < verb.head and any(t.text == ";" and t.head == verb.head for t in tokens[verb.i : verb.head])


def _reported(tokens: list[Token], verb: Token) -> Token | None:
    """The object of “reported” that a finite verb was joined past without “and”; None where there is none."""
    teller = tokens[verb.head]
    if teller.lemma not in ("report", "say", "announce", "confirm", "state") or not 0 < verb.i - teller.i < 16:
        return None
    between = tokens[teller.i + 1 : verb.i]
    if any(t.dep == "cc" and t.head == teller.i for t in between) or any(
        t.head == verb.i and t.dep in ("nsubj", "nsubjpass") for t in between
    ):
        return None
    return next((t for t in between if t.head == teller.i and t.dep == "dobj" and t.pos == "PROPN"), None)


def _subject_after_comma(tokens: list[Token], name: Token, verb: Token) -> Token | None:
    """The subject that follows a name opening a line and its comma, under a plural verb; None where there is none."""
    first = name.i
    while first and tokens[first - 1].head == name.i and tokens[first - 1].dep in ("compound", "amod", "det"):
        first -= 1
    opens_line = not first or "\n" in tokens[first - 1].text
    if not opens_line and tokens[first - 1].text not in (".", "”", '"'):
        return None
    singular = verb.tag == "VBZ" and verb.lower.endswith("s")
    if verb.tag not in FINITE or singular or name.i + 2 >= len(tokens):
        return None
    if tokens[name.i + 1].text != "," or tokens[name.i + 2].pos not in ("PROPN", "ADJ", "DET"):
        return None
    between = tokens[name.i + 2 : verb.i]
    subject = next((t for t in between if t.head == verb.i and t.dep == "nsubj" and t.pos == "PROPN"), None)
    if subject is None or opens_line:
        return subject
    # “NATO, the European Union and Chad denounced it”: in running text only a list shows that it is one.
    return subject if any(t.head == subject.i and t.dep == "conj" for t in between) else None


def _teller(tokens: list[Token], verb: Token) -> int | None:
    """The verb of telling behind “told the envoy that …”, where the that-clause was hung on its object or its time."""
    inside = tokens[verb.head + 1 : verb.i]
    if not any(t.head == verb.i and t.dep == "mark" and t.lower == "that" for t in inside):
        return None
    if not any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass", "expl") for t in inside):
        return None
    noun = tokens[verb.head]
    above = tokens[noun.head]
    if above.dep == "prep":
        above = tokens[above.head]
    return above.i if above.lemma in _TELLING and above.i < noun.i and noun.dep in ("dobj", "dative", "pobj") else None


def _join_gerunds(tokens: list[Token], gerund: Token) -> None:
    at = tokens[gerund.head]
    if at.pos == "NOUN" and at.dep == "dobj":
        at = tokens[at.head]
    above = tokens[at.head]
    if at.i != gerund.i and above.tag == "VBG" and at.dep in ("xcomp", "advcl") and _is_infinitive(tokens, at.i):
        gerund.head = above.i
