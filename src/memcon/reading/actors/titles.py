"""The office phrase before or after a name: where it begins, which office, whose, and whether it is held.

“Deputy Minister of Defence”, “Under Secretary of the Treasury for Terrorism and Financial Intelligence”,
“former president”, “Lt. Gen.”, “His Majesty King”.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from memcon.language import ParsedText, Token
from memcon.reading.actors.roles import Role, role_at, role_end, role_table
from memcon.reading.actors.words import word_set

#: Ranks and offices that agencies abbreviate.
ABBREVIATED = {
    "gen.": "general",
    "lt.": "lieutenant",
    "col.": "colonel",
    "maj.": "major",
    "adm.": "admiral",
    "capt.": "captain",
    "sgt.": "sergeant",
    "brig.": "brigadier",
    "cmdr.": "commander",
    "sen.": "senator",
    "sens.": "senator",
    "gov.": "governor",
    "amb.": "ambassador",
    "pres.": "president",
    "prof.": "professor",
    "rev.": "reverend",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "adm": "admiral",
    "maj": "major",
    "sec.": "secretary",
    "rep.": "lawmaker",
}
MALE = word_set("male")
FEMALE = word_set("female")
HONORIFICS = word_set("honorifics")
#: Styles that are words of another kind unless they stand in capitals: “HE the President”.
_STYLED = frozenset({"HE", "HH", "HM", "HRH"})
_STATUS = {
    **dict.fromkeys(word_set("no_longer"), "former"),
    **dict.fromkeys(word_set("for_now"), "acting"),
    **dict.fromkeys(word_set("not_yet"), "designate"),
}
_CONNECTORS = word_set("connectors")
_PLAIN = word_set("plain")
#: Words that end an office phrase, in the capitals of a headline too.
_HEADLINE = frozenset({"as", "after", "with", "by", "from", "over", "amid", "into", "against", "while", "before"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_TITLE_KINDS = ("office", "person", "member")


@dataclass(frozen=True, slots=True)
class Title:
    """An office phrase: tokens ``first``..``last`` (exclusive), the role it names and its own first token."""

    first: int
    last: int
    role: Role
    role_first: int
    role_last: int
    status: str


def is_honorific(token: Token) -> bool:
    """Whether the word only shows respect: Mr., Dr., Sir, Excellency, HE."""
    return token.lower in HONORIFICS or token.text in _STYLED


def role_here(tokens: list[Token], i: int, floor: int) -> tuple[int, Role] | None:
    """The role phrase ending at ``i``, abbreviated ranks read out."""
    full = ABBREVIATED.get(tokens[i].lower)
    if full is None:
        return role_at(tokens, i, floor)
    heads = role_table().heads.get(full)
    return (i, heads[-1][1]) if heads else None


def status_of(tokens: list[Token], first: int, last: int) -> str:
    """former, acting, designate, candidate or "" for the words of an office phrase."""
    for token in tokens[first:last]:
        status = _STATUS.get(token.lower)
        if status and token.tag not in ("VBD", "VBZ", "VBP"):
            return status
        if token.lower in ("candidate", "nominee", "hopeful", "contender"):
            return "candidate"
        if token.lower.startswith("ex-"):
            return "former"
    return ""


def title_before(parsed: ParsedText, name_first: int, floor: int, taken: Callable[[int], bool]) -> Title | None:
    """The office phrase that ends where a personal name begins.

    Args:
        name_first: the first token of the name.
        floor: the first token of the sentence.
        taken: whether a token belongs to another person's name.
    """
    tokens = parsed.tokens
    role_words = role_table()
    left = name_first
    # “President Tayyip Erdogan”: walk to the left over what an office phrase may hold.
    while left > floor and name_first - left < 24:
        token = tokens[left - 1]
        if taken(left - 1) or (token.pos == "SPACE" and "\n" in token.text):
            break
        if (
            token.entity == "DATE"
            or (token.tag in _FINITE and (token.text[0].isupper() or token.pos == "VERB"))
            or token.lower in _HEADLINE
        ):
            break
        lower = token.lower
        if is_honorific(token):
            left -= 1
            continue
        if lower == "under":
            if tokens[left].lower not in ("secretary", "-"):
                break
            left -= 1
            continue
        if token.text[0].isupper() and token.pos not in ("VERB", "ADP", "SCONJ", "PRON", "DET"):
            left -= 1
        elif lower in ("the", "a", "an"):
            if left - 1 > floor and tokens[left - 2].lower in ("of", "to", "for"):
                left -= 1
            else:
                break
        elif lower in _STATUS and token.tag in ("VBD", "VBZ", "VBP"):
            break
        elif lower in _CONNECTORS or lower in _STATUS or lower in _PLAIN or lower in role_words.modifiers:
            if lower in ("and", "&") and not _joins(tokens, left - 1, name_first, floor):
                break
            left -= 1
        elif token.pos in ("NOUN", "ADJ") and (phrase := role_at(tokens, left - 1, floor)):
            left = phrase[0]
        elif _joined_before(tokens, left, floor):
            left -= 1
        else:
            break
    best: tuple[int, int, Role] | None = None
    beside = name_first
    while beside > left and (is_honorific(tokens[beside - 1]) or tokens[beside - 1].lower in ABBREVIATED):
        beside -= 1
    i = name_first - 1
    while i >= left:
        if is_honorific(tokens[i]):
            i -= 1
            continue
        # “a critic of (Zimbabwean) President X”: the office stands beside the name, what comes before is another's;
        # “Minister of Defence General X” has a noun between.
        if (
            best is not None
            and best[1] >= beside
            and tokens[i].lower in ("of", "for", "to", "in", "at", "on")
            and not any(t.pos in ("NOUN", "PROPN") and not _adjectival(t) for t in tokens[i + 1 : best[0]])
        ):
            break
        found = role_here(tokens, i, left)
        if found is not None and found[1].kind in _TITLE_KINDS and tokens[i].tag not in ("NNS", "NNPS"):
            best = (found[0], max(i + 1, min(role_end(tokens, i), name_first)), found[1])
            i = found[0]
        i -= 1
    if best is None:
        return None
    start, last, role = best
    # The words that belong to the office but stand before it: whose it is, “former”, “Deputy”, a ministry.
    while start > left:
        token = tokens[start - 1]
        if token.lower in ("the", "a", "an", "and", "&", "for", "to", "in", "at", "on"):
            break
        if token.lower == "of" and not _is_body(tokens, start - 2, left):
            break
        if taken(start - 1):
            break
        start -= 1
    while start < best[0] and tokens[start].lower in _CONNECTORS:
        start += 1
    return Title(start, name_first, role, best[0], last, status_of(tokens, start, name_first))


def _joined_before(tokens: list[Token], left: int, floor: int) -> bool:
    """Whether the comma before ``left`` parts two offices of one holder: “Chairman-in-Office, Minister of …”."""
    if left - 2 < floor or tokens[left - 1].text != "," or not tokens[left - 2].text[0].isupper():
        return False
    before, after = role_at(tokens, left - 2, floor), role_at(tokens, left, left)
    if tokens[left - 2].lower == "office" and tokens[left - 3].text == "-":
        before = role_at(tokens, left - 6, floor) if left - 6 >= floor else None
    return (
        before is not None
        and after is not None
        and {before[1].kind, after[1].kind} <= {"office", "person", "member"}
        and tokens[left].text[0].isupper()
    )


def _adjectival(token: Token) -> bool:
    return token.entity == "NORP" or token.lower in _PLAIN or token.lower in _STATUS


def _is_body(tokens: list[Token], i: int, floor: int) -> bool:
    found = role_at(tokens, i, floor) if i >= floor else None
    return found is not None and found[1].kind == "body"


def _joins(tokens: list[Token], at: int, name_first: int, floor: int) -> bool:
    """Whether “and” stands inside one office: “Terrorism and Financial Intelligence”, not “X and President Y”."""
    following = at + 1
    if following >= name_first:
        # “The President and Mohammed bin Salman”: two.
        return False
    for i in range(following, min(name_first, following + 4)):
        if is_honorific(tokens[i]):
            break
        here = role_here(tokens, i, following)
        if here and here[1].kind in ("office", "person"):
            before = role_here(tokens, at - 1, floor) if at > floor else None
            if before is None or before[1].kind not in ("office", "person") or not tokens[at - 1].text[0].isupper():
                return False
            start = before[0]
            while start > floor and tokens[start - 1].text[0].isupper() and tokens[start - 1].pos in ("PROPN", "ADJ"):
                start -= 1
            return not (start > floor and tokens[start - 1].lower in ("the", "both"))
    return at > floor and tokens[at - 1].text[0].isupper()
