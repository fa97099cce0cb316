"""Where persons are named: the parser's guesses put right, names led by a title, names cut short or run on."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.language import Entity, ParsedText, Token
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


def person_names(parsed: ParsedText, names: list[Name]) -> list[PersonName]:
    """The personal names of a text, in order, none overlapping a longer place or body name."""
    tokens = parsed.tokens
    taken: dict[int, Name] = {}
    for name in names:
        for i in range(name.first, name.last):
            taken[i] = name
    found: dict[int, PersonName] = {}
    used: set[int] = set()
    spans = [
        (e.first, e.last, True) for e in parsed.entities if e.label == "PERSON" or _beside_office(tokens, e, taken)
    ]
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
    _surnames(tokens, found, used, taken)
    return [found[k] for k in sorted(found)]


def _surnames(tokens: list[Token], found: dict[int, PersonName], used: set[int], taken: dict[int, Name]) -> None:
    """Surnames, of persons named in full elsewhere, that the parser took for something else."""
    surnames = {
        tokens[p.last - 1].text for p in found.values() if p.last - p.first > 1 and len(tokens[p.last - 1].text) > 3
    }
    if not surnames:
        return
    for token in tokens:
        i = token.i
        if (
            token.text in surnames
            and i not in used
            and i not in taken
            and token.pos in ("PROPN", "NOUN")
            and token.dep != "compound"
        ):
            before = tokens[i - 1] if i else None
            if before is None or before.pos != "PROPN" or before.dep != "compound" or before.head != i:
                found[i] = PersonName(i, i + 1, True)
                used.add(i)


def _led_by_title(tokens: list[Token], taken: dict[int, Name]) -> list[int]:
    """Where unseen names may begin: after a capitalised title, an honorific, “President of Finland”."""
    found = []
    for i in range(len(tokens) - 1):
        token = tokens[i]
        if not token.text[0].isupper():
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
        if token.lower in HONORIFICS or token.lower in ABBREVIATED:
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
    while first < last:
        token = tokens[first]
        lower = token.lower
        role = role_here(tokens, first, first) if last - first > 1 or guessed else None
        if (
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
    while first < last and first in taken and taken[first].named.kind == "organisation" and taken[first].last < last:
        first = taken[first].last
    for i in range(first, last):
        name = taken.get(i)
        if name is not None and (name.last - name.first >= last - first or name.last - name.first > 1):
            return None
    if first >= last or any(tokens[i].lower in _BODY_WORDS for i in range(first, last)):
        return None
    # Grow over the words of the name that the parser left out.
    while last < len(tokens) and last not in used:
        token = tokens[last]
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
            and token.lower not in ("prime", "vice", "foreign", "crown", "chief", "deputy")
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
