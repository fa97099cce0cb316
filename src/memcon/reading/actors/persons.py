"""Where persons are named: the parser's guesses put right, names led by a title, names cut short or run on."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.language import Entity, ParsedText, Token
from memcon.reading.actors import persons_known
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.roles import role_table
from memcon.reading.actors.titles import (
    ABBREVIATED,
    FEMALE,
    HONORIFICS,
    MALE,
    Title,
    is_honorific,
    role_here,
    title_before,
)
from memcon.reading.actors.words import word_set

_PARTICLES = word_set("particles")
_SUFFIX = word_set("suffix")
_BODY_WORDS = word_set("body_words")
_NO_PERSON = word_set("no_person")


@dataclass(slots=True)
class PersonName:
    """A personal name over tokens ``first``..``last`` (exclusive), with the office phrase before it."""

    first: int
    last: int
    sure: bool
    title: Title | None = None
    gender: str | None = None
    own: str | None = None


def person_names(parsed: ParsedText, names: list[Name], own: list[Name]) -> list[PersonName]:
    """The personal names of a text, in order, none overlapping a longer place or body name.

    ``own`` are names of persons whom the user names.
    """
    tokens = parsed.tokens
    taken: dict[int, Name] = {}
    for name in names:
        for i in range(name.first, name.last):
            taken[i] = name
    found: dict[int, PersonName] = {}
    used: set[int] = set()
    for name in own:
        used.update(range(name.first, name.last))
    for name in own:
        title = title_before(parsed, name.first, parsed.sentence_of(name.first).first, used.__contains__)
        gender = _gender(tokens, title.first if title else name.first, name.first)
        found[name.first] = PersonName(name.first, name.last, True, title, gender, name.named.name)
    spans = [
        (e.first, e.last, True) for e in parsed.entities if e.label == "PERSON" or _beside_office(tokens, e, taken)
    ]
    spans += [
        (e.first, e.last, True)
        for e in parsed.entities
        if e.label in ("ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT")
        and 2 <= e.last - e.first <= 4
        and e.first not in taken
        and _known(tokens, e.first, e.last)
    ]
    spans += [(i, i + 1, True) for i in _owned_surnames(tokens, taken)]
    spans += [(i, i + 1, False) for i in _led_by_title(tokens, taken)]
    spans.sort()
    for first, last, guessed in spans:
        trimmed = _trimmed(tokens, first, last, taken, used, guessed)
        if trimmed is None:
            continue
        first, last = trimmed
        floor = parsed.sentence_of(first).first
        title = title_before(parsed, first, floor, used.__contains__)
        honorific = first > floor and is_honorific(tokens[first - 1])
        sure = last - first > 1 or title is not None or honorific
        if not sure and tokens[first].lower in _NO_PERSON:
            continue
        if _byline(tokens, first, last):
            continue
        person = PersonName(
            first, last, sure, title, _gender(tokens, title.first if title else max(floor, first - 2), first)
        )
        found[first] = person
        used.update(range(first, last))
    _short_names(parsed, found, used, taken)
    return [found[k] for k in sorted(found)]


def _owned_surnames(tokens: list[Token], taken: dict[int, Name]) -> list[int]:
    """Surnames after their state: “Nigeria's Tinubu”."""
    found = []
    for name in {n.first: n for n in taken.values()}.values():
        i = name.last + 1
        if (
            name.named.kind == "state"
            and i < len(tokens)
            and tokens[i - 1].lower in ("'s", "’s")
            and tokens[i].pos == "PROPN"
            and tokens[i].text[0].isupper()
            and i not in taken
            and (i + 1 == len(tokens) or not tokens[i + 1].text[0].isupper())
            and persons_known.canonical(tokens[i].text, name.named.iso3, None, None) is not None
        ):
            found.append(i)
    return found


def _known(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the tables know a person of exactly that full name."""
    if not all(t.text[0].isupper() and t.pos == "PROPN" for t in tokens[first:last]) or last - first < 2:
        return False
    return persons_known.is_person(" ".join(t.text for t in tokens[first:last]))


def _short_names(parsed: ParsedText, found: dict[int, PersonName], used: set[int], taken: dict[int, Name]) -> None:
    """Surnames and first names of persons named in full elsewhere that the parser took for something else."""
    tokens = parsed.tokens
    known = {
        tokens[i].text
        for p in found.values()
        if p.last - p.first > 1
        for i in range(p.first, p.last)
        if len(tokens[i].text) > 1
        and tokens[i].text[0].isupper()
        and tokens[i].text.isalpha()
        and tokens[i].lower not in _PARTICLES
        and not tokens[i].text.isupper()
    }
    if not known:
        return
    for token in tokens:
        i = token.i
        if token.text not in known or i in used or i in taken or not _stands_alone(tokens, i):
            continue
        floor = parsed.sentence_of(i).first
        title = title_before(parsed, i, floor, used.__contains__)
        found[i] = PersonName(i, i + 1, True, title, _gender(tokens, title.first if title else i, i))
        used.add(i)


def _stands_alone(tokens: list[Token], i: int) -> bool:
    """Whether a capitalised word is a name by itself, no part of another one: “Abiy”, not “Abiy Airport”."""
    token = tokens[i]
    if token.entity in ("DATE", "MONEY", "CARDINAL") or token.pos not in ("PROPN", "NOUN", "ADJ", "VERB", "INTJ", "X"):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if (
        after is not None
        and after.text[0].isupper()
        and after.pos == "PROPN"
        and token.dep in ("compound", "amod", "nmod")
    ):
        return False
    before = tokens[i - 1] if i else None
    return not (before is not None and before.pos == "PROPN" and before.dep == "compound" and before.head == i)


def _led_by_title(tokens: list[Token], taken: dict[int, Name]) -> list[int]:
    """Where unseen names may begin: after a capitalised title, an honorific, “President of Finland”."""
    found = []
    for i in range(len(tokens) - 1):
        token = tokens[i]
        if token.text == token.lower:
            continue
        at = i + 1
        if tokens[at].lower == "of":
            at += 2 if at + 1 < len(tokens) and tokens[at + 1].lower == "the" else 1
            owner = taken.get(at)
            if owner is None:
                continue
            at = owner.last
        if (
            at < len(tokens)
            and at in taken
            and token.lower in HONORIFICS
            and taken[at].last == at + 1
            and taken[at].named.kind in ("city", "capital", "region")
        ):
            if (
                at + 1 < len(tokens)
                and _name_word(tokens[at + 1])
                and at + 1 not in taken
                and tokens[at].dep == "compound"
            ):
                found.append(at)
            continue
        if at >= len(tokens) or not _name_word(tokens[at]) or at in taken or tokens[at].lower in role_table().modifiers:
            continue
        if at > i + 1 and (at + 1 >= len(tokens) or not _name_word(tokens[at + 1]) or role_here(tokens, at + 1, at)):
            continue
        if is_honorific(token) or token.lower in ABBREVIATED:
            found.append(at)
        elif token.pos == "PROPN":
            role = role_here(tokens, i, max(0, i - 3))
            if (
                role
                and role[1].kind in ("office", "person")
                and role[1].sector != "CVL"
                and not any(
                    role_here(tokens, j, at) for j in range(at, min(at + 4, len(tokens))) if tokens[j].pos == "PROPN"
                )
            ):
                found.append(at)
    return found + _after_owner(tokens, taken)


def _after_owner(tokens: list[Token], taken: dict[int, Name]) -> list[int]:
    """Where names begin after whose office it is: “Minister of Foreign Affairs of North Macedonia Bujar Osmani”."""
    found = []
    for name in {n.first: n for n in taken.values()}.values():
        at = name.last
        if at + 1 >= len(tokens) or name.named.kind not in ("state", "organisation") or at in taken:
            continue
        if not all(tokens[i].pos == "PROPN" and tokens[i].text[0].isupper() for i in (at, at + 1)) or at + 1 in taken:
            continue
        before = name.first - 1
        if before > 0 and tokens[before].lower == "the":
            before -= 1
        if before <= 0 or tokens[before].lower != "of" or role_here(tokens, at, at) or role_here(tokens, at + 1, at):
            continue
        if any(
            (role := role_here(tokens, i, max(0, i - 3)))
            and role[1].kind in ("office", "person")
            and tokens[i].text[0].isupper()
            for i in range(max(0, before - 6), before)
        ):
            found.append(at)
    return found


def _beside_office(tokens: list[Token], entity: Entity, taken: dict[int, Name]) -> bool:
    """Whether what the parser took for a body stands beside a person's office: “a spokesperson, Morgan Ortagus”."""
    if (
        entity.label not in ("ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART")
        or not 2 <= entity.last - entity.first <= 4
        or entity.first in taken
    ):
        return False
    if not all(tokens[i].pos == "PROPN" and tokens[i].text[0].isupper() for i in range(entity.first, entity.last)):
        return False
    head = tokens[entity.last - 1]
    if head.dep != "appos" or any(role_here(tokens, i, i) for i in range(entity.first, entity.last)):
        return False
    governor = role_here(tokens, head.head, max(0, head.head - 3))
    return (
        governor is not None
        and governor[1].kind in ("office", "person", "member")
        and tokens[head.head].tag in ("NN", "NNP")
    )


def _name_word(token: Token) -> bool:
    return token.pos == "PROPN" and token.entity not in ("PERSON", "DATE") and token.text[0].isupper()


def _trimmed(
    tokens: list[Token], first: int, last: int, taken: dict[int, Name], used: set[int], guessed: bool
) -> tuple[int, int] | None:
    """The span without titles and stray words, grown over the rest of the name; None where nothing is left."""
    for i in range(first, last):
        if "\n" in tokens[i].text:
            last = i
            break
    whole = guessed and first not in used and _known(tokens, first, last)
    while first < last:
        token = tokens[first]
        lower = token.lower
        role = role_here(tokens, first, first) if last - first > 1 or guessed else None
        if (not whole or is_honorific(token)) and (
            lower in HONORIFICS
            or lower in ABBREVIATED
            or lower in ("the", "a", "an", "his", "her", "late", "crown", "vice", "prime", "supreme", "grand")
            or not token.text[0].isalpha()
            or (role is not None and role[1].kind in ("office", "person", "member", "body"))
            or (token.text[0].islower() and lower not in _PARTICLES)
        ):
            first += 1
        else:
            break
    while first < last and (
        tokens[last - 1].lower in ("'s", "’s", "'", "’")
        or not tokens[last - 1].text[0].isalpha()
        or tokens[last - 1].text[0].islower()
    ):
        last -= 1
    if first >= last or first in used:
        return None
    if first in taken and taken[first].last < last and _known(tokens, first, last):
        # “Duma Boko” is no State Duma.
        for i in range(first, last):
            taken.pop(i, None)
    while first < last and first in taken and taken[first].named.kind == "organisation" and taken[first].last < last:
        first = taken[first].last
    while first < last and tokens[first].lower in ("affairs", "relations"):
        first += 1
    for i in range(first, last):
        name = taken.get(i)
        if name is not None and (name.last - name.first >= last - first or name.last - name.first > 1):
            return None
    if first >= last or any(tokens[i].lower in _BODY_WORDS for i in range(first, last)):
        return None
    # Grow over the words of the name that the parser left out.
    while last < len(tokens) and last not in used:
        token = tokens[last]
        if (
            token.text == "-"
            and last + 1 < len(tokens)
            and token.start == tokens[last - 1].end
            and token.end == tokens[last + 1].start
            and tokens[last + 1].text.isalpha()
            and tokens[last + 1].lower not in ("led", "backed", "era", "style", "based", "brokered", "appointed")
        ):
            # “Cho Tae-yul”, “Kim Hong-kyun”.
            last += 2
            continue
        if token.lower in _SUFFIX:
            last += 1
        elif token.text == "," and last + 1 < len(tokens) and tokens[last + 1].lower in ("jr", "jr.", "sr", "sr."):
            last += 2
        elif (
            token.pos == "PROPN"
            and token.text[0].isupper()
            and last not in taken
            and tokens[last - 1].dep == "compound"
            and tokens[last - 1].head >= last
            and not role_here(tokens, last, last)
        ):
            last += 1
        elif (
            token.lower in _PARTICLES
            and token.text not in ("'", "’")
            and last + 1 < len(tokens)
            and tokens[last + 1].text[0].isupper()
            and tokens[last + 1].pos == "PROPN"
            and last + 1 not in taken
            and (token.text in "-–" or tokens[last - 1].dep == "compound")
        ):
            last += 2
        else:
            break
    while first > 0 and first - 1 not in used and first - 1 not in taken:
        token = tokens[first - 1]
        if (
            token.pos == "PROPN"
            and token.text[0].isupper()
            and token.dep == "compound"
            and first <= token.head < last
            and token.lower not in HONORIFICS
            and token.lower not in ABBREVIATED
            and not role_here(tokens, first - 1, max(0, first - 4))
            and token.lower not in ("prime", "vice", "foreign", "crown", "chief", "deputy", "affairs", "relations")
        ):
            first -= 1
        else:
            break
    return first, last


def _byline(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the name stands alone on a line after “By”: its bearer wrote the report."""
    if first == 0 or tokens[first - 1].lower != "by" or (first > 1 and "\n" not in tokens[first - 2].text):
        return False
    return last < len(tokens) and ("\n" in tokens[last].text or tokens[last].text in (",", "|", "-", "–", "—"))


def _gender(tokens: list[Token], first: int, last: int) -> str | None:
    for token in tokens[first:last]:
        if token.lower in FEMALE:
            return "female"
        if token.lower in MALE:
            return "male"
    return None
