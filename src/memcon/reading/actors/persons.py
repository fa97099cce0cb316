"""Where persons are named: the parser's guesses put right, names led by a title, names cut short or run on."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.language import ParsedText, Token
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.person_candidates import candidates, known, speaker_labels
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
from memcon.reference.folding import fold, same_word
from memcon.reference.titles import is_portfolio

_PARTICLES = word_set("particles")
_SUFFIX = word_set("suffix")
_BODY_WORDS = word_set("body_words")
#: Given names that are a word for people, too: “its chief executive, Christian Bruch”.
_GIVEN = frozenset({"christian"})
_NO_PERSON = word_set("no_person")
_PLACE_OPENERS = word_set("place_openers")


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
    spans = candidates(parsed, taken)
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
    surnames = {tokens[p.last - 1].lower for p in found.values() if p.last - p.first > 1}
    for i in speaker_labels(parsed, surnames):
        if i not in used and i not in taken:
            found[i] = PersonName(i, i + 1, True, title_before(parsed, i, max(0, i - 3), used.__contains__))
            used.add(i)
    return [found[k] for k in sorted(found)]


def _short_names(parsed: ParsedText, found: dict[int, PersonName], used: set[int], taken: dict[int, Name]) -> None:
    """Surnames and first names of persons named in full elsewhere that the parser took for something else."""
    tokens = parsed.tokens
    named = {
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
    if not named:
        return
    spelled = {text[:5]: fold(text) for text in named if len(text) > 6}
    for token in tokens:
        i = token.i
        if token.text not in named:
            # “Zelenskiy”, after “Volodymyr Zelenskyy”
            other = spelled.get(token.text[:5])
            if other is None or len(token.text) < 7 or i in taken or not same_word(fold(token.text), other):
                continue
        if i in used or not _stands_alone(tokens, i):
            continue
        if i in taken and not _by_surname(tokens, taken[i]):
            continue
        taken.pop(i, None)
        floor = parsed.sentence_of(i).first
        title = title_before(parsed, i, floor, used.__contains__)
        found[i] = PersonName(i, i + 1, True, title, _gender(tokens, title.first if title else i, i))
        used.add(i)


def _by_surname(tokens: list[Token], name: Name) -> bool:
    """Whether a name that is a people's or a town's too is here a person's named before: “Türk said”."""
    token = tokens[name.first]
    return (
        name.last - name.first == 1
        and name.named.kind in ("people", "peoples", "city", "region")
        and token.dep == "nsubj"
        and tokens[token.head].pos == "VERB"
        and not token.children
    )


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


def _past_portfolio(tokens: list[Token], first: int, last: int) -> int:
    """Where the name begins behind the rest of an office: “Minister of Foreign Affairs and (Trade) Péter Szijjártó”."""
    start = first
    while start > 0 and first - start < 3 and tokens[start - 1].pos == "PROPN" and tokens[start - 1].text[0].isupper():
        start -= 1
    if start < 2 or last - first < 2 or tokens[start - 1].lower not in ("and", "&", "of", "for", "the", ","):
        return first
    floor = max(0, start - 10)
    if not any(
        (role := role_here(tokens, i, floor)) and role[1].kind in ("office", "person") and tokens[i].text[0].isupper()
        for i in range(floor, start - 1)
    ) and tokens[start - 2].lower not in ("minister", "secretary"):
        return first
    for at in range(last - 1, first, -1):
        if is_portfolio(" ".join(t.lower for t in tokens[start:at])):
            return at
    return first


def _trimmed(
    tokens: list[Token], first: int, last: int, taken: dict[int, Name], used: set[int], guessed: bool
) -> tuple[int, int] | None:
    """The span without titles and stray words, grown over the rest of the name; None where nothing is left."""
    for i in range(first, last):
        if "\n" in tokens[i].text:
            last = i
            break
    whole = guessed and first not in used and known(tokens, first, last)
    while first < last:
        token = tokens[first]
        lower = token.lower
        role = role_here(tokens, first, first) if last - first > 1 or guessed else None
        if (not whole or is_honorific(token)) and (
            lower in HONORIFICS
            or lower in ABBREVIATED
            or lower in ("the", "a", "an", "his", "her", "late", "crown", "vice", "prime", "supreme", "grand")
            or not token.text[0].isalpha()
            or (
                role is not None
                and role[1].kind in ("office", "person", "member", "body")
                and not (lower in _GIVEN and guessed and last - first == 2)
            )
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
    if last - first > 2:
        last = _before_office(tokens, first, last)
    if first in taken and taken[first].last < last and known(tokens, first, last):
        # “Duma Boko” is no State Duma.
        for i in range(first, last):
            taken.pop(i, None)
    while first < last and first in taken and taken[first].named.kind == "organisation" and taken[first].last < last:
        first = taken[first].last
    while first < last and tokens[first].lower in ("affairs", "relations"):
        first += 1
    if last - first > 1 and tokens[first].lower in _PLACE_OPENERS and not known(tokens, first, last):
        return None
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
            and _before_office(tokens, first, last + 1) > last
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
    return _past_portfolio(tokens, first, last), last


def _before_office(tokens: list[Token], first: int, last: int) -> int:
    """Where the name ends before an office that follows it: “(David Lammy) Foreign Secretary”."""
    for i in range(first + 1, min(last + 2, len(tokens))):
        if tokens[i].text[0].isupper() and (role := role_here(tokens, i, first + 1)) is not None:
            begins, named = role
            if named.kind == "office" and begins > first and (" " in named.word or begins > first + 1):
                return min(last, begins)
    return last


def _gender(tokens: list[Token], first: int, last: int) -> str | None:
    for token in tokens[first:last]:
        if token.lower in FEMALE:
            return "female"
        if token.lower in MALE:
            return "male"
    return None


def _byline(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the name stands alone on a line after “By”: its bearer wrote the report."""
    if first == 0 or tokens[first - 1].lower != "by" or (first > 1 and "\n" not in tokens[first - 2].text):
        return False
    return last < len(tokens) and ("\n" in tokens[last].text or tokens[last].text in (",", "|", "-", "–", "—"))
