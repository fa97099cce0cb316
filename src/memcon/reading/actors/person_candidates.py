"""Where a person may be named that the parser did not see: after a title, beside an office, in a transcript."""

from __future__ import annotations

from memcon.language import Entity, ParsedText, Token
from memcon.reading.actors import persons_known
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.roles import role_table
from memcon.reading.actors.titles import ABBREVIATED, HONORIFICS, is_honorific, role_here

_MISTER = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr."})


def candidates(parsed: ParsedText, taken: dict[int, Name]) -> list[tuple[int, int, bool]]:
    """Spans that may be names of persons, with whether the parser or a table vouches for them, in order.

    Args:
        taken: the names of places and bodies, by token; those that an honorific makes a person's are taken out.
    """
    tokens = parsed.tokens
    surnames = _after_honorific(tokens, taken)
    for i in surnames:
        del taken[i]
    spans = [
        (e.first, e.last, True) for e in parsed.entities if e.label == "PERSON" or _beside_office(tokens, e, taken)
    ]
    for e in parsed.entities:
        if e.label in ("ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT") and e.first not in taken:
            # “U Thant of Burma” is a person of Burma.
            last = next((i for i in range(e.first + 1, e.last) if tokens[i].lower == "of"), e.last)
            if 2 <= last - e.first <= 4 and known(tokens, e.first, last):
                spans.append((e.first, last, True))
    spans += [(i, i + 1, True) for i in _owned_surnames(tokens, taken)]
    spans += [(i, i + 1, True) for i in surnames]
    spans += _joined(parsed, taken)
    spans += [(i, i + 1, False) for i in _led_by_title(tokens, taken)]
    return sorted(spans)


def _after_honorific(tokens: list[Token], taken: dict[int, Name]) -> list[int]:
    """Surnames that are names of peoples or places too: “Mr. Türk”, “Ms. Ireland”."""
    return [
        i
        for i in taken
        if i
        and tokens[i - 1].lower in _MISTER
        and tokens[i - 1].text[0].isupper()
        and taken[i].last == i + 1
        and taken[i].named.kind not in ("organisation", "seat")
        and (i + 1 == len(tokens) or not _name_word(tokens[i + 1]))
    ]


def _joined(parsed: ParsedText, taken: dict[int, Name]) -> list[tuple[int, int, bool]]:
    """Names joined to a person's that the parser took for none: “Noh Kyu-duk and Takehiro Funakoshi”."""
    tokens = parsed.tokens
    seen = {i for e in parsed.entities for i in range(e.first, e.last)}
    found = []
    for entity in parsed.entities:
        if entity.label != "PERSON" or entity.last - entity.first < 2 or entity.last >= len(tokens):
            continue
        at = entity.last + 1
        if tokens[at - 1].lower != "and" or at + 1 >= len(tokens):
            continue
        if all(_name_word(tokens[i]) and i not in taken and i not in seen for i in (at, at + 1)) and not any(
            role_here(tokens, i, at) for i in (at, at + 1)
        ):
            found.append((at, at + 2, True))
    return found


def speaker_labels(parsed: ParsedText, surnames: set[str]) -> list[int]:
    """Where a transcript names who speaks, at the head of a line in capitals: “MR PRICE:”, “SECRETARY BLINKEN:”.

    Args:
        surnames: in small letters, of persons named in full elsewhere.
    """
    tokens = parsed.tokens
    found = []
    for i in range(1, len(tokens)):
        if tokens[i].text != ":" or not tokens[i - 1].text.isupper() or len(tokens[i - 1].text) < 2:
            continue
        first = i - 1
        while first > 0 and i - first < 5 and tokens[first - 1].text.isupper():
            first -= 1
        if first and "\n" not in tokens[first - 1].text:
            continue
        led = first < i - 1 and (is_honorific(tokens[i - 2]) or role_here(tokens, i - 2, first) is not None)
        if led or tokens[i - 1].lower in surnames:
            found.append(i - 1)
    return found


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


def known(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the tables know a person of exactly that full name."""
    if not all(t.text[0].isupper() and t.pos == "PROPN" for t in tokens[first:last]) or last - first < 2:
        return False
    return persons_known.is_person(" ".join(t.text for t in tokens[first:last]))


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
