"""What a lexicon holds: entries (words that report an event), cues (words that change its status), noun classes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

CONSTRUCTIONS = ("verb", "light", "noun", "adjective")
EFFECTS = ("commit", "appeal", "demand", "reject", "threaten")
NEEDS = ("source", "target", "both", "any", "none", "past")
SLOTS = frozenset(
    [
        "agent",
        "patient",
        "recipient",
        "possessor",
        "modifier",
        "complement",
        "reflexive",
        "speaker",
        "about",
        "across",
        "against",
        "along",
        "among",
        "around",
        "as",
        "at",
        "before",
        "behind",
        "between",
        "by",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "concerning",
        "near",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "outside",
        "over",
        "throughout",
        "to",
        "toward",
        "towards",
        "under",
        "upon",
        "with",
        "within",
        "alongside",
    ]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A lemma with the lemmas that must stand with it (“hand” with “over”)."""

    head: str
    company: frozenset[str]
    text: str

    @property
    def size(self) -> int:
        """How many words it asks for."""
        return 1 + len(self.company)


@dataclass(frozen=True, slots=True)
class NounTest:
    """Which nouns will do: single lemmas, and phrases by head lemma; “*” is any noun at all,
    “*person” whoever has a name or an office, “*place” any place with a name, “*body”
    any international organisation."""

    single: frozenset[str] = frozenset()
    phrases: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.single or self.phrases)

    def passes(self, head: str, around: Collection[str]) -> bool:
        """Whether a noun phrase with this head and these other lemmas is one of them."""
        if head in self.single or "*" in self.single:
            return True
        wanted = self.phrases.get(head)
        if not wanted:
            return False
        return any(company.issubset(around) for company in wanted)


#: The test of an entry that has none: any noun will do.
ANYTHING = NounTest()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon: words that report one kind of event in one construction.

    ``source`` and ``target`` are the slots tried in order, the first that names an actor wins.  ``effect`` marks
    a word that promises, asks for, refuses or threatens the act told in its complement; ``needs`` says which
    party must be known before the words count as an event.  ``alone``: only where no infinitive follows (“called on
    the president”, not “called on the president to resign”).
    """

    type: str
    construction: str
    phrases: tuple[Phrase, ...]
    cameo: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    object: NounTest = ANYTHING
    without: NounTest = ANYTHING
    subject: NounTest = ANYTHING
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    effect: str | None = None
    act: str | None = None
    status: str | None = None
    needs: str = "any"
    alone: bool = False
    examples: tuple[str, ...] = ()
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that change the status of the act in their complement: deny, fail, plan, postpone, begin."""

    name: str
    construction: str
    phrases: tuple[Phrase, ...]
    status: str | None
    examples: tuple[str, ...] = ()
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries and cues, indexed by the lemma they start from; the most demanding entry comes first.

    ``acts``: nouns that mean an act when it is asked for or refused, each with its CAMEO codes and the lemmas that
    must stand with it for each, the most demanding first.
    """

    entries: tuple[Entry, ...]
    cues: tuple[Cue, ...]
    classes: Mapping[str, NounTest]
    verbs: Mapping[str, tuple[tuple[Phrase, Entry], ...]]
    nouns: Mapping[str, tuple[tuple[Phrase, Entry], ...]]
    adjectives: Mapping[str, tuple[tuple[Phrase, Entry], ...]]
    cue_words: Mapping[str, tuple[tuple[Phrase, Cue], ...]]
    acts: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    refinements: Mapping[str, tuple[tuple[str, NounTest], ...]]
    digest: str

    def __len__(self) -> int:
        return sum(len(entry.phrases) for entry in self.entries) + sum(len(cue.phrases) for cue in self.cues)
