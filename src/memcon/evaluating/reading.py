"""Labelled texts are read as any other, and what is found is held against the labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any

from memcon.evaluating.labels import YIELD, Label, Labelled, Pair, halved, shared_code
from memcon.evaluating.report import NOTHING, Figure, Miss, Report, by_type, figure
from memcon.language import Parser
from memcon.ontology import SYMMETRIC, TYPES, quad_of
from memcon.ontology.lexicon import Lexicon
from memcon.reading import read_many
from memcon.reading.dyads import classify
from memcon.record import Dated, Document, Event, Record
from memcon.sources import published

# What is said not to have happened, or only imagined, is no event for labels that know no status.
_UNREAL = frozenset({"denied", "hypothetical", "conditional", "cancelled"})
_ORDER = (*TYPES, YIELD)
Heard = Callable[[Iterable[Any]], Iterable[Any]]


def score_texts(
    texts: Sequence[Labelled], parser: Parser, lexicon: Lexicon | None = None, heard: Heard = iter
) -> Report:
    """Read the texts and score events by type and by the countries of their parties.

    Args:
        texts: with their labels.
        parser: the language model.
        lexicon: by default the shipped one.
        heard: is handed the records as they come and gives them on (a progress bar).
    """
    with_status = any(label.status for text in texts for label in text.labels)
    folded = any(label.type == YIELD for text in texts for label in text.labels)
    wanted = [_folded(text.labels, folded) for text in texts]
    got: list[list[Label]] = []
    for record in heard(read_many(map(_document, texts), parser, lexicon=lexicon)):
        kept = [e for e in record.events if with_status or e.status not in _UNREAL]
        got.append(_folded([label_of(e, record) for e in kept], folded))
    confusion: Counter[tuple[str, str]] = Counter()
    misses, statuses = [], []
    for text, labels, found in zip(texts, wanted, got, strict=True):
        pairs = list(aligned(_each_pair(labels), _each_pair(found)))
        confusion.update((one.type if one else NOTHING, other.type if other else NOTHING) for one, other in pairs)
        statuses += [one.status == other.status for one, other in pairs if one and other and one.status]
        if {w for label in labels for w in wholes(label)} != {w for label in found for w in wholes(label)}:
            misses.append(Miss(text.id, text.text, _in_words(labels), _in_words(found)))
    report = Report("events", len(texts), _overall(wanted, got), by_type(confusion, _ORDER), confusion, misses)
    if statuses:
        report.shares["status"] = sum(statuses) / len(statuses)
    return report


def score_pairs(pairs: Sequence[Pair], parser: Parser, heard: Heard = iter) -> Report:
    """Name the relation in each marked pair and score the types."""
    folded = any(pair.type == YIELD for pair in pairs)
    rows = ({"id": p.id, "text": p.text, "source": list(p.source), "target": list(p.target)} for p in pairs)
    confusion: Counter[tuple[str, str]] = Counter()
    misses = []
    for pair, answer in zip(pairs, heard(classify(rows, parser)), strict=True):
        wanted, got = pair.type, answer.type or NOTHING
        if folded:
            wanted, got = halved(wanted), halved(got)
        confusion[wanted, got] += 1
        if wanted != got:
            misses.append(Miss(pair.id, _marked(pair), (wanted,), (got,)))
    types = by_type(confusion, _ORDER)
    right = sum(n for (wanted, got), n in confusion.items() if wanted == got)
    labelled = [one for one in types if one.labelled]
    shares = {"accuracy": right / len(pairs), "macro F1": sum(one.f1 for one in labelled) / len(labelled)}
    return Report("dyads", len(pairs), [], types, confusion, misses, shares)


def aligned(labels: Sequence[Label], found: Sequence[Label]) -> Iterator[tuple[Label | None, Label | None]]:
    """Each label with the event that answers it best, each once; what is left over stands alone.

    The same event first, then the same type with a party in common, the same parties under another type, the same
    type, and at last another type with a party in common.
    """
    open_labels, open_found = list(labels), list(found)
    tests: tuple[Callable[[Label, Label], bool], ...] = (
        lambda a, b: _whole(a) == _whole(b),
        lambda a, b: a.type == b.type and _share(a, b),
        lambda a, b: _sides(a) == _sides(b),
        lambda a, b: a.type == b.type,
        _share,
    )
    for test in tests:
        for label in list(open_labels):
            match = next((other for other in open_found if test(label, other)), None)
            if match is not None:
                open_labels.remove(label)
                open_found.remove(match)
                yield label, match
    yield from ((label, None) for label in open_labels)
    yield from ((None, other) for other in open_found)


def _overall(wanted: list[list[Label]], got: list[list[Label]]) -> list[Figure]:
    def count(name: str, key: Callable[[Label], Iterable[Hashable]]) -> Figure:
        """One figure over ``wanted`` and ``got`` as they are when it is called."""
        sets = [[{item for label in labels for item in key(label)} for labels in side] for side in (wanted, got)]
        return figure(name, *sets)

    figures = [
        count("type", lambda label: [label.type]),
        count("quad class", lambda label: [quad_of(label.type)] if label.type != YIELD else []),
        count("source", lambda label: label.source),
        count("target", lambda label: label.target),
        count("source + target", lambda label: [whole[:2] for whole in wholes(label)]),
        count("source + target + type", wholes),
    ]
    # Codes are compared in the texts whose every label has one.
    coded = [n for n, labels in enumerate(wanted) if labels and all(label.cameo for label in labels)]
    if coded:
        wanted, got = [wanted[n] for n in coded], [got[n] for n in coded]
        figures.append(count("CAMEO root", lambda label: [label.cameo[:2]] if label.cameo else []))
        figures.append(count("CAMEO code", lambda label: [label.cameo] if label.cameo else []))
    return figures


def wholes(label: Label) -> list[tuple[str, str, str]]:
    """Each pair of a source and a target with the type; the order of a symmetric event's parties does not matter."""
    pairs = [(s, t) for s in label.source or ("",) for t in label.target or ("",)]
    if label.type in SYMMETRIC:
        pairs = [(min(pair), max(pair)) for pair in pairs]
    return [(*pair, label.type) for pair in pairs]


def _each_pair(labels: Iterable[Label]) -> list[Label]:
    """A label for each pair of a source and a target, each once: “A and B thanked C” is two, whoever labelled it."""
    found: dict[tuple[str, str, str], Label] = {}
    for label in labels:
        for source, target, kind in wholes(label):
            one = Label(kind, (source,) if source else (), (target,) if target else (), label.cameo, label.status)
            found.setdefault((source, target, kind), one)
    return list(found.values())


def _whole(label: Label) -> frozenset[tuple[str, str, str]]:
    return frozenset(wholes(label))


def _sides(label: Label) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(label.source), frozenset(label.target)


def _share(one: Label, other: Label) -> bool:
    return bool({*one.source, *one.target} & {*other.source, *other.target})


def _folded(labels: Iterable[Label], folded: bool) -> list[Label]:
    if not folded:
        return list(labels)
    return [Label(halved(x.type), x.source, x.target, x.cameo, x.status) for x in labels]


def _document(text: Labelled) -> Document:
    day: Dated | None = published(text.published) if text.published else None
    return Document(text.id, text.text, published=day)


def label_of(event: Event, record: Record) -> Label:
    """An event of a record as a label, its parties as countries."""
    codes = {actor.id: shared_code(actor.code or "") for actor in record.actors}

    def countries(side: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(codes[actor] for actor in side if codes[actor]))

    return Label(event.type, countries(event.source), countries(event.target), event.cameo, event.status)


def _in_words(labels: Iterable[Label]) -> tuple[str, ...]:
    """“FRA CONSULT DEU” for each; a dash for a party that is not named."""
    return tuple(
        " ".join(("+".join(x.source) or "-", x.type, "+".join(x.target) or "-")) for x in dict.fromkeys(labels)
    )


def _marked(pair: Pair) -> str:
    """The text with [source] and <target> marked."""
    marks = [(pair.source[0], 1, "["), (pair.source[1], 0, "]"), (pair.target[0], 1, "<"), (pair.target[1], 0, ">")]
    text = pair.text
    for at, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text
