"""Reads lexicon files (TOML), says which file and line is wrong, and builds the index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from memcon.ontology.codes import TYPES, cameo_codes, contexts, types
from memcon.ontology.lexicon.entries import (
    ANYTHING,
    CONSTRUCTIONS,
    EFFECTS,
    NEEDS,
    SLOTS,
    Cue,
    Entry,
    Lexicon,
    NounTest,
    Phrase,
)
from memcon.ontology.lexicon.file import LexiconFile

STATUSES = (
    "happened", "planned", "offered", "requested", "postponed", "cancelled", "conditional", "hypothetical",
    "alleged", "denied",
)  # fmt: skip
_ENTRY_KEYS = frozenset(
    [
        "words",
        "as",
        "object",
        "without",
        "subject",
        "source",
        "target",
        "cameo",
        "mode",
        "context",
        "effect",
        "act",
        "status",
        "needs",
        "alone",
        "example",
        "type",
    ]
)
_CUE_KEYS = frozenset(["name", "words", "as", "status", "example"])
_TABLES = ("type", "entry", "cue", "classes", "acts", "refine")
_SOURCE = {
    "verb": ("agent",),
    "light": ("agent",),
    "adjective": ("agent",),
    "noun": ("possessor", "by", "from", "modifier", "agent"),
}
_TARGET = {
    "verb": ("patient",),
    "light": ("with", "to", "on", "against", "for", "of", "possessor"),
    "adjective": ("of", "with", "about", "to", "for", "by"),
    "noun": ("on", "against", "with", "to", "of", "for"),
}
_FUNCTION_WORDS = frozenset(
    [
        "of",
        "on",
        "for",
        "in",
        "to",
        "with",
        "from",
        "by",
        "at",
        "over",
        "out",
        "off",
        "up",
        "down",
        "back",
        "into",
        "against",
        "under",
        "as",
    ]
)


def split(words: str) -> tuple[str, ...]:
    """The comma-separated items of a lexicon field."""
    return tuple(word for word in (part.strip() for part in words.split(",")) if word)


def phrase(text: str, construction: str) -> Phrase:
    """The phrase as head and company; a noun phrase without “of” is headed by its last word."""
    parts = text.split()
    if construction != "noun" or len(parts) == 1:
        return Phrase(parts[0], frozenset(parts[1:]), text)
    at = next((i for i, part in enumerate(parts) if part in _FUNCTION_WORDS), len(parts)) - 1
    return Phrase(parts[max(at, 0)], frozenset(parts[:at] + parts[at + 1 :]), text)


def noun_test(items: Iterable[str], classes: Mapping[str, NounTest]) -> NounTest:
    """The test for a list of nouns, noun phrases and ``@class`` names; raises KeyError for an unknown class."""
    single: set[str] = set()
    phrases: dict[str, list[frozenset[str]]] = {}
    for item in items:
        if item.startswith("@"):
            of_class = classes[item[1:]]
            single |= of_class.single
            for head, wanted in of_class.phrases.items():
                phrases.setdefault(head, []).extend(wanted)
        elif " " in item:
            made = phrase(item, "noun")
            phrases.setdefault(made.head, []).append(made.company)
        else:
            single.add(item)
    return NounTest(frozenset(single), {head: tuple(wanted) for head, wanted in phrases.items()})


def _unknown_keys(reader: LexiconFile, start: int, table: Mapping[str, Any], valid: frozenset[str]) -> None:
    for name in table:
        if name not in valid:
            raise reader.fail(start, name, f"unknown key {name!r} (valid: {', '.join(sorted(valid))})")


def _words(reader: LexiconFile, start: int, table: Mapping[str, Any], construction: str) -> tuple[Phrase, ...]:
    words = split(reader.text(start, table, "words"))
    if not words:
        raise reader.fail(start, "words", 'an entry needs words = "..."')
    return tuple(phrase(word, construction) for word in words)


def _examples(reader: LexiconFile, start: int, table: Mapping[str, Any]) -> tuple[str, ...]:
    value = table.get("example", ())
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, (list, tuple)) or not all(isinstance(x, str) for x in value):
        raise reader.fail(start, "example", "example must be a sentence or a list of sentences")
    return tuple(value)


def _entry(
    reader: LexiconFile, start: int, table: Mapping[str, Any], file_type: str, classes: Mapping[str, NounTest]
) -> Entry:
    _unknown_keys(reader, start, table, _ENTRY_KEYS)
    kind = reader.choice(start, table, "type", TYPES, file_type)
    if not kind:
        raise reader.fail(start, "type", 'no type: write type = "…" in the entry or at the top of the file')
    construction = reader.choice(start, table, "as", CONSTRUCTIONS, "verb")
    code = reader.text(start, table, "cameo")
    known = cameo_codes().get(code)
    if known is None:
        raise reader.fail(start, "cameo", f"cameo = {code!r} is not a CAMEO code")

    def nouns(name: str) -> NounTest:
        items = split(reader.text(start, table, name))
        try:
            return noun_test(items, classes) if items else ANYTHING
        except KeyError as missing:
            known_classes = ", ".join("@" + x for x in sorted(classes))
            raise reader.fail(start, name, f"no noun class @{missing.args[0]} (there are {known_classes})") from None

    def slots(name: str, default: tuple[str, ...]) -> tuple[str, ...]:
        if name not in table:
            return default
        value = split(reader.text(start, table, name))
        for slot in value:
            if slot not in SLOTS:
                raise reader.fail(start, name, f"{name} slot {slot!r} is not one of {', '.join(sorted(SLOTS))}")
        return value

    modes = types()[kind].modes
    context = split(reader.text(start, table, "context"))
    for name in context:
        if name not in contexts():
            raise reader.fail(start, "context", f"PLOVER has no context {name!r}")
    return Entry(
        type=kind,
        construction=construction,
        phrases=_words(reader, start, table, construction),
        cameo=code,
        source=slots("source", _SOURCE[construction]),
        target=slots("target", _TARGET[construction]),
        object=nouns("object"),
        without=nouns("without"),
        subject=nouns("subject"),
        mode=reader.choice(start, table, "mode", modes) or (known.mode if known.mode in modes else None),
        contexts=context or known.contexts,
        effect=reader.choice(start, table, "effect", EFFECTS) or None,
        act=reader.choice(start, table, "act", TYPES) or None,
        status=reader.choice(start, table, "status", STATUSES) or None,
        needs=reader.choice(start, table, "needs", NEEDS, "any"),
        alone=reader.flag(start, table, "alone"),
        examples=_examples(reader, start, table),
        file=reader.file,
        line=start,
    )


def _cue(reader: LexiconFile, start: int, table: Mapping[str, Any]) -> Cue:
    _unknown_keys(reader, start, table, _CUE_KEYS)
    construction = reader.choice(start, table, "as", CONSTRUCTIONS, "verb")
    return Cue(
        name=reader.text(start, table, "name"),
        construction=construction,
        phrases=_words(reader, start, table, construction),
        status=reader.choice(start, table, "status", STATUSES) or None,
        examples=_examples(reader, start, table),
        file=reader.file,
        line=start,
    )


def _classes(readers: Sequence[LexiconFile]) -> dict[str, NounTest]:
    found: dict[str, NounTest] = {}
    for reader in readers:
        for name, items in reader.content.get("classes", {}).items():
            if not isinstance(items, str):
                raise reader.fail(1, name, f"class {name} must be a string of comma-separated nouns")
            try:
                found[name] = noun_test(split(items), found)
            except KeyError as missing:
                raise reader.fail(1, name, f"class {name}: no noun class @{missing.args[0]} above it") from None
    return found


def _coded(
    reader: LexiconFile, table: Mapping[str, Any], classes: Mapping[str, NounTest]
) -> list[tuple[str, NounTest]]:
    """A table of CAMEO code → nouns, in the order of the file."""
    found = []
    for code, items in table.items():
        if code not in cameo_codes():
            raise reader.fail(1, f'"{code}"', f"{code!r} is not a CAMEO code")
        if not isinstance(items, str):
            raise reader.fail(1, f'"{code}"', f"{code} must be a string of comma-separated nouns")
        try:
            found.append((code, noun_test(split(items), classes)))
        except KeyError as missing:
            raise reader.fail(1, f'"{code}"', f"no noun class @{missing.args[0]}") from None
    return found


def _acts_by_noun(acts: Iterable[tuple[str, NounTest]]) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for code, test in acts:
        for noun in test.single:
            found.setdefault(noun, []).append((code, frozenset()))
        for noun, companies in test.phrases.items():
            found.setdefault(noun, []).extend((code, company) for company in companies)
    return {noun: tuple(sorted(codes, key=lambda code: -len(code[1]))) for noun, codes in found.items()}


def _index(
    pairs: Iterable[tuple[Phrase, Entry]],
) -> dict[str, tuple[tuple[Phrase, Entry], ...]]:
    by_head: dict[str, list[tuple[Phrase, Entry]]] = {}
    for made, entry in pairs:
        by_head.setdefault(made.head, []).append((made, entry))
    return {head: tuple(sorted(found, key=_demands)) for head, found in by_head.items()}


def _demands(pair: tuple[Phrase, Entry]) -> tuple[int, int, bool]:
    """The most demanding entry first: more words, then a test of its object (“*” asks little), then of its subject."""
    made, entry = pair
    return -made.size, 1 if "*" in entry.object.single else 0 if entry.object else 2, not entry.subject


def build(sources: Sequence[tuple[str, str]]) -> Lexicon:
    """A lexicon of ``(file name, text)`` pairs; what comes first wins where two entries are equally specific.

    Raises:
        LexiconError: a file that cannot be used, with its line.
    """
    readers = [LexiconFile(file, text) for file, text in sources]
    classes = _classes(list(reversed(readers)))
    entries: list[Entry] = []
    cues: list[Cue] = []
    acts: list[tuple[str, NounTest]] = []
    refinements: dict[str, list[tuple[str, NounTest]]] = {}
    for reader in readers:
        for name in reader.content:
            if name not in _TABLES:
                raise reader.fail(1, name, f"unknown table or key {name!r} (valid: {', '.join(_TABLES)})")
        acts += _coded(reader, reader.content.get("acts", {}), classes)
        for code, finer in reader.content.get("refine", {}).items():
            refinements.setdefault(code, []).extend(_coded(reader, finer, classes))
        file_type = reader.choice(1, reader.content, "type", TYPES)
        entries += [_entry(reader, start, table, file_type, classes) for start, table in reader.tables("entry")]
        cues += [_cue(reader, start, table) for start, table in reader.tables("cue")]
    pairs = [(made, entry) for entry in entries for made in entry.phrases]

    def of(*kinds: str) -> dict[str, tuple[tuple[Phrase, Entry], ...]]:
        return _index(pair for pair in pairs if pair[1].construction in kinds)

    by_cue: dict[str, list[tuple[Phrase, Cue]]] = {}
    for cue in cues:
        for made in cue.phrases:
            by_cue.setdefault(made.head, []).append((made, cue))
    digest = hashlib.sha256("\0".join(text for _, text in sources).encode("utf-8")).hexdigest()
    return Lexicon(
        entries=tuple(entries),
        cues=tuple(cues),
        classes=classes,
        verbs=of("verb", "light"),
        nouns=of("noun"),
        adjectives=of("adjective"),
        cue_words={head: tuple(sorted(found, key=lambda p: -p[0].size)) for head, found in by_cue.items()},
        acts=_acts_by_noun(acts),
        refinements={code: tuple(finer) for code, finer in refinements.items()},
        digest=digest[:16],
    )


@cache
def shipped() -> tuple[tuple[str, str], ...]:
    """The lexicon files that come with the program, as (name, text)."""
    folder = files("memcon.ontology.lexicon")
    names = sorted(x.name for x in folder.iterdir() if x.name.endswith(".toml"))
    return tuple((name, folder.joinpath(name).read_text("utf-8")) for name in names)


@cache
def lexicon(*extra: str) -> Lexicon:
    """The shipped lexicon, with the user's files (paths) before it, so that they override it.

    Raises:
        LexiconError: a file that cannot be used.
        OSError: a file that cannot be read.
    """
    mine = [(path, Path(path).read_text("utf-8")) for path in extra]
    return build([*mine, *shipped()])
