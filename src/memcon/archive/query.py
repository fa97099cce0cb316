"""The language of `memcon search`: words, “phrases”, beginn*, field:value, OR, -not, brackets.

:func:`parse` gives a tree of the frozen values below, each with the place in the query it came from;
:mod:`memcon.archive.search` turns it into a question to the index.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from memcon.archive.errors import QueryError

#: What can be asked for, and what it means; shown by the help.
FIELDS = {
    "from": "who acts (a state, body, person or code)",
    "to": "who is acted upon",
    "with": "a party in any role",
    "said-by": "who says it",
    "reported-by": "the outlet or office that the report names as its source",
    "type": "a PLOVER type: CONSULT, ACCUSE …",
    "act": "the type of the act that is promised, asked for, refused or threatened",
    "mode": "a PLOVER mode: visit, phone, ceasefire …",
    "context": "a PLOVER context",
    "cameo": "a CAMEO code or its beginning: 04, 112",
    "quad": "VCOOP, MCOOP, VCONF or MCONF",
    "status": "happened, planned, offered, requested, postponed, cancelled, conditional, hypothetical, alleged, denied",
    "background": "yes or no: told in passing about another time",
    "about": "a topic",
    "place": "where it took place",
    "outlet": "who published the report",
    "relation": "the relation of a fact: member_of, elected_to …",
    "verdict": "supported, contradicted, disputed or not_covered",
    "kind": "event, statement, fact, sentence or headline",
    "form": "of a statement: direct, indirect or mixed",
    "occasion": "of a statement: letter, interview …",
    "since": "on or after a day, month or year",
    "until": "on or before it",
    "on": "on that day, in that month or year",
}
DATES = ("since", "until", "on")
PARTIES = {"from": "from", "to": "to", "with": "with", "said-by": "said", "reported-by": "by"}
_ALIASES = {"in": "place", "topic": "about", "by": "said-by", "source": "from", "target": "to", "after": "since",
            "before": "until", "said": "said-by", "via": "reported-by"}  # fmt: skip
CLOSED = {
    "quad": ("VCOOP", "MCOOP", "VCONF", "MCONF"),
    "status": (
        "happened", "planned", "offered", "requested", "postponed", "cancelled", "conditional", "hypothetical",
        "alleged", "denied",
    ),
    "background": ("yes", "no"),
    "verdict": ("supported", "contradicted", "disputed", "not_covered"),
    "kind": ("event", "statement", "fact", "sentence", "headline"),
    "form": ("direct", "indirect", "mixed"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """One word or a phrase of several; ``begins``: the last word is only a beginning."""

    text: str
    begins: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """``name:value,value``: any of the values will do."""

    name: str
    values: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but what ``node`` finds."""

    node: Node
    start: int


@dataclass(frozen=True, slots=True)
class And:
    """What all of ``nodes`` find."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What any of ``nodes`` finds."""

    nodes: tuple[Node, ...]


Node = Words | Field | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: the tree, None where only days were asked for, and the days.

    ``parts`` are what must all be true, each with its place in the text: (start, end, node), None for a day;
    there are none where any one of several will do (OR).
    """

    text: str
    node: Node | None
    since: str | None = None
    until: str | None = None
    parts: tuple[tuple[int, int, Node | None], ...] = ()


_TOKEN = re.compile(
    r"\s*(?:(?P<bracket>[()])|(?P<minus>-(?=[^\s-]))|(?P<name>[A-Za-z][A-Za-z_-]*):|(?P<open>[\"“”])|(?P<word>[^\s()\"“”]+))"
)
_CLOSING = re.compile(r"[\"”“]")


# Brackets within brackets: nobody needs more, and each costs a little of the stack.
_DEEPEST = 40


def parse(text: str) -> Query:
    """The meaning of a query.

    Raises:
        QueryError: with the place where it goes wrong and what it could have been.
    """
    return _Parser(text).query()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0
        self.guarded = 0
        self.days: dict[str, str] = {}
        self.parts: list[tuple[int, int, Node | None]] = []

    def query(self) -> Query:
        if not self.text.strip():
            raise self.wrong(0, 1, "it is empty; give a word, or a field such as from:Norway")
        if (nothing := self.text.find("\0")) >= 0:
            raise self.wrong(nothing, nothing + 1, "there is a character here that no text has")
        node = self.any_of()
        if self.peek()[0] == ")":
            raise self.wrong(self.at, self.at + 1, "this bracket was never opened")
        return Query(self.text, node, self.days.get("since"), self.days.get("until"), tuple(self.parts))

    def wrong(self, start: int, end: int, problem: str) -> QueryError:
        return QueryError(self.text, start, end, problem)

    def peek(self) -> tuple[str, int]:
        """What comes next: a bracket, ``OR``, ``NOT``, ``-``, ``end`` or ``term``; and where it begins."""
        match = _TOKEN.match(self.text, self.at)
        if match is None:
            self.at = len(self.text)
            return "end", self.at
        start = match.start(match.lastgroup or 0)
        self.at = start
        if match["bracket"] or match["minus"]:
            return match["bracket"] or "-", start
        if match["word"] in ("OR", "NOT", "AND"):
            return match["word"], start
        return "term", start

    def any_of(self) -> Node | None:
        found = [self.all_of()]
        while (next := self.peek())[0] == "OR":
            self.at += 2
            if self.days and not self.depth:
                raise self.wrong(next[1], next[1] + 2, "days cannot stand beside OR; put what is joined in brackets")
            self.guarded += 1
            found.append(self.all_of())
            self.guarded -= 1
            if found[-1] is None or found[0] is None:
                raise self.wrong(next[1], next[1] + 2, "OR wants something on both sides")
        nodes = tuple(node for node in found if node is not None)
        if len(nodes) > 1 and not self.depth:
            self.parts = []
        return Or(nodes) if len(nodes) > 1 else nodes[0] if nodes else None

    def all_of(self) -> Node | None:
        found: list[Node] = []
        while True:
            kind, start = self.peek()
            if kind in ("end", ")", "OR"):
                break
            if kind == "AND":
                self.at += 3
                continue
            node = self.one()
            if not self.depth and not self.guarded:
                self.parts.append((start, self.at, node))
            if node is not None:
                found.append(node)
        if len(found) > 1:
            return And(tuple(found))
        return found[0] if found else None

    def one(self) -> Node | None:
        kind, start = self.peek()
        if self.guarded > _DEEPEST:
            raise self.wrong(start, start + 1, "too many brackets lie within one another")
        if kind in ("-", "NOT"):
            self.at += len(kind)
            if self.peek()[0] in ("end", ")", "OR", "AND"):
                raise self.wrong(start, start + len(kind), f"{kind} wants something after it")
            self.guarded += 1
            node = self.one()
            self.guarded -= 1
            assert node is not None
            return Not(node, start)
        if kind == "(":
            self.at += 1
            self.depth += 1
            self.guarded += 1
            node = self.any_of()
            self.guarded -= 1
            self.depth -= 1
            if self.peek()[0] != ")":
                raise self.wrong(start, start + 1, "this bracket is never closed")
            self.at += 1
            if node is None:
                raise self.wrong(start, self.at, "there is nothing between these brackets")
            return node
        return self.term()

    def term(self) -> Node | None:
        match = _TOKEN.match(self.text, self.at)
        assert match is not None
        start = match.start(match.lastgroup or 0)
        if name := match["name"]:
            if self.text.startswith("//", match.end()):  # an address is no field
                return self.words(start)
            self.at = match.end()
            return self.field(name, start)
        return self.words(start)

    def words(self, start: int) -> Words:
        value, begins = self.value(start)
        if not re.search(r"[^\W_]", value):
            raise self.wrong(start, self.at, "there is no word in this")
        return Words(value, begins, start, self.at)

    def value(self, start: int) -> tuple[str, bool]:
        """A word or a phrase in quotation marks from ``start`` on, and whether a ``*`` follows."""
        if start < len(self.text) and self.text[start] in '"“”':
            closing = _CLOSING.search(self.text, start + 1)
            if closing is None:
                raise self.wrong(start, start + 1, "this quotation mark is never closed")
            value, self.at = self.text[start + 1 : closing.start()], closing.end()
        else:
            match = re.compile(r"[^\s()\"“”]+").match(self.text, start)
            value, self.at = (match[0], match.end()) if match else ("", start)
        if self.text.startswith("*", self.at):
            self.at += 1
            return value, True
        return value.rstrip("*"), value.endswith("*")

    def field(self, written: str, start: int) -> Node | None:
        name = field_name(written)
        if name not in FIELDS:
            near = get_close_matches(name, [*FIELDS, *_ALIASES], 1, 0.6)
            hint = f"did you mean {near[0]}:?" if near else f"the fields are {', '.join(FIELDS)}"
            raise self.wrong(start, start + len(written), f"there is no field {written!r}; {hint}")
        values = []
        while True:
            began = self.at
            value, _ = self.value(began)
            quoted = self.text[began : began + 1] in ('"', "“", "”")
            if not quoted and "," in value.rstrip(","):
                value = value.split(",", 1)[0]
                self.at = began + len(value)
            if not value.strip(","):
                raise self.wrong(start, max(self.at, began), f"{written}: wants a value right after the colon")
            values.append(self.checked(name, value.rstrip(","), began))
            if self.text.startswith(",", self.at):
                self.at += 1
                continue
            if value.endswith(",") and not quoted and self.text[self.at : self.at + 1] in ('"', "“"):
                continue
            break
        if name in DATES:
            self.day(name, values, start)
            return None
        return Field(name, tuple(values), start, self.at)

    def checked(self, name: str, value: str, start: int) -> str:
        """A value of a closed list as that list writes it."""
        known = self.known(name)
        if not known:
            # from:European_Union, for shells that take the quotation marks away
            return value if self.text[start : start + 1] in ('"', "“", "”") else value.replace("_", " ").strip()
        plain = value.lower().replace("-", "_") if name in ("relation", "verdict") else value.lower()
        spelled = {one.lower(): one for one in known}
        if plain in spelled:
            return spelled[plain]
        near = get_close_matches(plain, spelled, 1, 0.6)
        hint = f"did you mean {spelled[near[0]]}?" if near else f"it is one of {', '.join(known)}"
        raise self.wrong(start, start + len(value), f"there is no {name} {value!r}; {hint}")

    @staticmethod
    def known(name: str) -> tuple[str, ...]:
        if name in ("type", "act"):
            from memcon.ontology import TYPES

            return TYPES
        if name == "mode":
            from memcon.ontology import TYPES, event_type

            return tuple(dict.fromkeys(mode for kind in TYPES for mode in event_type(kind).modes))
        if name == "relation":
            from memcon.record import schema

            return tuple(schema()["$defs"]["fact"]["properties"]["relation"]["enum"])
        return CLOSED.get(name, ())

    def day(self, name: str, values: list[str], start: int) -> None:
        if self.guarded:
            raise self.wrong(start, self.at, f"{name}: cannot stand within brackets, after OR or after a minus")
        if len(values) > 1:
            raise self.wrong(start, self.at, f"{name}: wants one day, month or year")
        span = days_of(values[0])
        if span is None:
            began = self.text.index(values[0], start)
            raise self.wrong(
                began, began + len(values[0]), f"{values[0]!r} is no day; write 2021-09-25, 2021-09 or 2021"
            )
        if name in ("since", "on"):
            self.days["since"] = span[0]
        if name in ("until", "on"):
            self.days["until"] = span[1]


def field_name(written: str) -> str:
    """The field that is meant by a name as it is written: ``in`` is ``place``; it need not be one."""
    return _ALIASES.get(written.lower(), written.lower()).replace("_", "-")


def days_of(value: str) -> tuple[str, str] | None:
    """The first and the last day of ``2021``, ``2021-09`` or ``2021-09-25``; None for anything else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", value)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()
