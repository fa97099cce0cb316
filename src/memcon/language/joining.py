"""Lists, names and titles that the parser joins wrongly; :mod:`memcon.language.repairs` says where each is called."""

from __future__ import annotations

from memcon.language.text import Token

#: Offices of persons who stand in lists with others.
OFFICES = frozenset(
    {"representative", "minister", "secretary", "secretary-general", "president", "commissioner", "chairperson"}
    | {"ambassador", "director", "general", "chief", "chair", "chairman", "premier", "adviser", "advisor", "envoy"}
    | {"coordinator"}
)
#: Offices that somebody is named to.
NAMED_TO = OFFICES | {"chancellor", "taoiseach", "speaker", "governor", "head", "king", "judge", "commander", "leader"}
_PORTFOLIOS = frozenset({"prime", "foreign", "vice", "deputy", "defence", "defense", "finance", "interior", "attorney"})
_APPOINTING = frozenset(
    {"name", "appoint", "nominate", "designate", "elect", "choose", "crown", "declare", "reappoint"}
)
#: What an attack does to people and things.
STRIKING = frozenset({"kill", "wound", "injure", "claim", "leave", "destroy", "damage"})
_BLOWS = frozenset({"attack", "strike", "airstrike", "bombing", "explosion", "blast", "shelling", "raid", "shooting"})
# Words before a verb in which those above it are looked for.
_SPAN = 30


def join_persons(tokens: list[Token], token: Token) -> None:
    """A person joined to a day by mistake is joined to the verb’s object, or to what stands under “with”."""
    at = tokens[token.head]
    while at.head != at.i and at.pos not in ("VERB", "AUX"):
        at = tokens[at.head]
    heads = {at.i} | {t.i for t in tokens[at.i : token.i] if t.head == at.i and t.lower == "with"}
    for other in tokens[at.i + 1 : token.i]:
        if other.head in heads and other.dep in ("dobj", "pobj") and other.pos == "PROPN" and other.entity != "DATE":
            token.head = other.i
            return


def join_compound(tokens: list[Token], first: Token) -> None:
    """“asset freezes and travel bans”: the first half of a noun of two words is joined to its second half."""
    after = tokens[first.i + 1] if first.i + 1 < len(tokens) else None
    if after is None or after.tag != "NNS" or after.head != first.i or after.dep != "dobj":
        return
    if any(t.head == first.i and t.dep in ("aux", "nsubj") for t in tokens[max(0, first.i - 5) : first.i]):
        return
    after.head, after.dep = first.head, first.dep
    first.head, first.dep, first.pos, first.tag = after.i, "compound", "NOUN", "NN"
    for token in tokens[after.i + 1 : after.i + 6]:
        if token.head == first.i:
            token.head = after.i


def listed_subject(tokens: list[Token], second: Token) -> None:
    """Joins the subjects of “Ireland, Norway and Spain recognised”: two other names of a state make a list."""
    first = tokens[second.head]
    if first.entity != "GPE":
        return
    near = [t for t in tokens[first.i + 1 : second.i + 5] if t.entity == "GPE" and t.i != second.i]
    if any(
        (t.dep == "conj" and t.head == (second.i if t.i > second.i else first.i))
        or (t.dep == "appos" and t.head == first.i and t.i > second.i)
        for t in near
    ):
        second.dep = "conj"


def last_of_list(tokens: list[Token], last: Token) -> None:
    """“officials from Chad, Mali, and Togo met”: the last of a list is no second subject."""
    first = tokens[tokens[last.i - 1].head]
    if first.dep != "nsubj" or first.head != last.head or first.i > last.i:
        return
    for token in reversed(tokens[first.i + 1 : last.i - 1]):
        if token.pos == "PROPN" and token.dep in ("pobj", "conj"):
            last.head, last.dep = token.i, "conj"
            return


def under_secretary(tokens: list[Token], under: Token) -> None:
    """“Under Secretary Nuland met …”: the office is the subject’s, and “Under” no preposition."""
    name = next((t for t in tokens[under.i + 1 : under.i + 14] if t.head == under.i and t.dep == "pobj"), None)
    verb = tokens[under.head]
    if name is None or tokens[under.i + 1].lower not in ("secretary", "secretary-general") or verb.pos != "VERB":
        return
    if any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass") for t in tokens[under.i : verb.i]):
        return
    passive = any(t.head == verb.i and t.dep == "auxpass" for t in tokens[under.i : verb.i])
    name.head, name.dep = verb.i, "nsubjpass" if passive else "nsubj"
    for token in tokens[under.i + 1 : verb.i]:
        if token.head == under.i:
            token.head = name.i
    under.head, under.dep, under.pos, under.tag = name.i, "compound", "PROPN", "NNP"


def list_of_states(tokens: list[Token], second: Token) -> bool:
    """Joins the states of “A, B, and C” where the parser took B for another name of A; whether it did."""
    first = tokens[second.head]
    if first.entity != "GPE" or second.entity != "GPE" or second.i < first.i:
        return False
    for third in tokens[second.i + 1 : second.i + 9]:
        if third.dep != "conj" or third.entity != "GPE" or third.head > first.i:
            continue
        between = [t.lower for t in tokens[second.i + 1 : third.i]]
        if "and" in between and third.head in (first.i, tokens[first.head].head):
            second.dep = "conj"
            third.head = second.i
            return True
    return False


def join_to_whole_name(tokens: list[Token], name: Token) -> None:
    """“the Kingdom of Norway, Spain and Chad”: a state is joined to the whole name, not to what follows its “of”."""
    last = tokens[name.head]
    whole = tokens[tokens[last.head].head]
    if tokens[last.head].lower != "of" or last.entity not in ("GPE", "ORG") or whole.i > last.i:
        return
    one_name = all(token.entity == last.entity for token in tokens[whole.i : last.i + 1])
    if one_name and tokens[last.i + 1].entity != last.entity:
        name.head = whole.i


def received(tokens: list[Token], person: Token) -> None:
    """“received in Rome the President of Chad”: who stands behind the place is the verb’s object."""
    place = tokens[person.head]
    verb = tokens[tokens[place.head].head]
    while verb.dep in ("pobj", "prep") and verb.head != verb.i:
        verb = tokens[verb.head]
    if place.entity != "GPE" or verb.pos != "VERB" or person.i < place.i:
        return
    if any(t.pos == "PUNCT" for t in tokens[place.i + 1 : person.i]) or person.lower not in OFFICES:
        return
    if any(t.head == verb.i and t.dep == "dobj" for t in tokens[verb.i : person.i + 8]):
        return
    person.head, person.dep = verb.i, "dobj"
    for token in tokens[person.i + 1 : person.i + 12]:
        if token.head == place.i and token.dep == "appos":
            token.head = person.i


def name_holder(tokens: list[Token], person: Token) -> None:
    """“Australia’s minister, Penny Wong and China’s minister met”: a name after an office is that of its holder."""
    office = tokens[person.head]
    between = [t for t in tokens[office.i + 1 : person.i] if t.head != person.i]
    before = tokens[max(0, office.i - _SPAN) : office.i]
    owned = any(t.head == office.i and (t.dep == "poss" or t.entity == "NORP") for t in before)
    if not owned or [t.text for t in between] != [","]:
        return
    if any(t.lower in OFFICES for t in tokens[office.i + 1 : person.i + 1]):
        return  # “Albania’s president, Prime Minister Rama and …”: he has an office of his own
    joined = [t for t in tokens[person.i + 1 : person.i + 12] if t.head == person.i and t.dep in ("cc", "conj")]
    if person.dep == "appos" and not any(t.lower in OFFICES for t in joined):
        return
    person.dep = "appos"
    for token in joined:
        token.head = office.i


def join_offices(tokens: list[Token], office: Token) -> None:
    """“the ministers of Chad, Mali and the Secretary-General of NATO”: an office is joined to the offices."""
    first = tokens[office.head]
    if first.pos == "VERB":
        # “spoke with the ministers of A and B, and the Secretary-General”, where the parser joined him to the verb.
        beside = [t for t in tokens[first.i + 1 : office.i] if t.dep == "pobj" and tokens[t.head].head == first.i]
        office.head = beside[-1].i if beside else office.head
        return
    while first.dep == "conj" and first.head != first.i:
        first = tokens[first.head]
    prep = tokens[first.head]
    plural = tokens[prep.head]
    of_several = first.dep == "pobj" and prep.lower in ("of", "from") and plural.lower.endswith("s")
    if of_several and plural.lower[:-1] in OFFICES and first.lower not in OFFICES:
        office.head = plural.i


def part_from_title(tokens: list[Token], name: Token) -> None:
    """Joins a person named before to the one whose title follows after “and”, and an office to another state’s."""
    other = tokens[name.head]
    if other.lower in OFFICES and tokens[other.head].entity == "PERSON" and name.i + 2 < other.i:
        # “The Foreign Secretary and Jordanian Foreign Minister Safadi”, the nationality joined to the first office
        nationality = tokens[name.i + 2]
        if nationality.entity != "NORP":
            return
        nationality.head, nationality.dep = other.i, "amod"
        other = tokens[other.head]
    joining = tokens[name.i + 1] if name.i + 2 < other.i else None
    if joining is None or joining.dep != "cc" or joining.head != name.i:
        return
    if any(t.head == name.i and t.dep == "conj" for t in tokens[name.i + 2 : other.i]):
        return
    named = name.entity == "PERSON" or any(t.entity == "PERSON" and t.text == name.text for t in tokens[: name.i])
    # “The Foreign Secretary and Egyptian Foreign Minister Shoukry”: an office whose state is told is another one.
    office = name.lower in OFFICES and tokens[name.i + 2].entity == "NORP"
    if named or office:
        name.head, name.dep = other.head, other.dep
        other.head, other.dep = name.i, "conj"
        for token in tokens[max(0, name.i - 4) : name.i]:
            if name.i < token.head <= other.i and token.dep in ("det", "poss", "amod", "compound", "nmod"):
                token.head = name.i


def join_after_brackets(tokens: list[Token], closing: Token) -> None:
    """“The Troika (Norway and others), Canada and Chad”: what follows brackets is joined to what stands before them."""
    opening = next((t for t in reversed(tokens[max(0, closing.i - 30) : closing.i]) if t.text == "("), None)
    if opening is None or opening.i == 0 or tokens[opening.i - 1].pos not in ("PROPN", "NOUN"):
        return
    name = tokens[opening.i - 1]
    inside = [t for t in tokens[opening.i : closing.i] if t.pos == "PROPN"]
    first = next((t for t in inside if t.head == name.i and t.dep == "appos"), None)
    for token in inside:
        if first is not None and token.dep == "conj" and token.head == name.i and token.i > first.i:
            token.head = first.i
    if tokens[closing.i + 1].text != ",":
        return
    for token in tokens[closing.i + 2 : closing.i + 8]:
        if token.dep == "conj" and opening.i < token.head < closing.i:
            token.head = name.i
        elif token.dep == "appos" and token.head == name.i and token.entity in ("GPE", "ORG"):
            after = tokens[token.i + 1 : token.i + 12]
            if any(t.head == token.i and t.dep == "conj" for t in after):
                token.dep = "conj"


def part_from_office(tokens: list[Token], office: Token) -> None:
    """“named John Smith foreign minister”: who is named is the verb’s object, the office what he is named."""
    verb = tokens[office.head]
    if verb.lemma not in _APPOINTING or office.i - verb.i < 2:
        return
    before = tokens[verb.i + 1 : office.i]
    own = [
        t
        for t in before
        if t.entity == "PERSON"
        and t.lower not in _PORTFOLIOS
        and (
            (t.head == office.i and t.dep in ("compound", "nmod", "poss"))
            or (t.head == verb.i and t.dep in ("oprd", "dobj"))
        )
    ]
    if not own or (own[-1].i + 1 < office.i and tokens[own[-1].i + 1].lower in ("'s", "’s", "’", "'")):
        return
    name = own[-1]
    for token in before:
        if token.head == office.i and token.i < name.i:
            token.head = name.i
    name.head, name.dep = verb.i, "dobj"
    office.dep = "oprd"
    subject = tokens[verb.head]
    if (
        subject.i == verb.i - 1
        and subject.dep == "ROOT"
        and subject.tag in ("NNP", "XX")
        and verb.dep in ("acl", "dep")
    ):
        # “Macron named …”, where the parser took the verb for a participle.
        for token in tokens[verb.i + 1 : verb.i + 40]:
            if token.head == subject.i:
                token.head = verb.i
        verb.head, verb.dep, verb.tag, verb.pos = verb.i, "ROOT", "VBD", "VERB"
        subject.head, subject.dep, subject.pos, subject.tag = verb.i, "nsubj", "PROPN", "NNP"


def list_of_persons(tokens: list[Token], second: Token) -> bool:
    """“met Minister A of Chad, Minister B of Mali and …”: two with an office each are a list; whether they are."""
    first = tokens[second.head]
    if first.entity != "PERSON" or first.i > second.i:
        return False
    for person in (first, second):
        near = tokens[max(0, person.i - 5) : person.i]
        if not any(t.head in (person.i, person.i - 1) and t.lower in OFFICES and t.dep == "compound" for t in near):
            return False
    second.dep = "conj"
    return True


def join_behind_state(tokens: list[Token], person: Token) -> None:
    """“Minister A of Chad and Minister B”: a person is joined to the person before, not to his state."""
    state = tokens[person.head]
    of = tokens[state.head]
    before = tokens[of.head]
    if state.dep == "pobj" and of.lower == "of" and before.entity == "PERSON" and before.i < of.i:
        person.head = before.i


def is_bare(tokens: list[Token], verb: Token) -> bool:
    """Whether a verb joined to a finite one has neither subject nor auxiliary of its own: it is finite, too."""
    return not any(t.head == verb.i and t.dep in ("aux", "nsubj", "neg") for t in tokens[verb.head : verb.i])


def past_modal(tokens: list[Token], verb: Token) -> int | None:
    """The verb of the same form above a “can”, “must” or “will” that a verb without a subject was joined past."""
    modal = tokens[verb.head]
    near = tokens[max(0, modal.i - 4) : modal.i]
    if modal.tag != "VB" or not any(t.tag == "MD" and t.head == modal.i for t in near):
        return None
    if any(t.head == verb.i and t.dep in ("aux", "nsubj", "nsubjpass") for t in tokens[modal.i : verb.i]):
        return None
    at = modal
    while at.head != at.i and modal.i - at.i < _SPAN:
        at = tokens[at.head]
        if at.tag == verb.tag and at.i < modal.i:
            return at.i
    return None


def blow(tokens: list[Token], verb: Token) -> int | None:
    """The attack that “which killed ten” is about, where the parser hung it on the place of the attack."""
    place = tokens[verb.head]
    if not any(t.head == verb.i and t.lower in ("which", "that") for t in tokens[place.i : verb.i]):
        return None
    at = place
    while at.head != at.i and at.pos != "VERB":
        at = tokens[at.head]
        if at.pos == "NOUN" and at.lemma in _BLOWS:
            return at.i
    if place.dep != "pobj" or at.pos != "VERB":
        return None
    beside = tokens[at.i + 1 : place.i]
    return next((t.i for t in beside if t.head == at.i and t.dep == "dobj" and t.lemma in _BLOWS), None)
