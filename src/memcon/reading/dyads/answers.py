"""Rows with two marked actors become answers; and a second opinion for the event reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import tee
from typing import Any

from memcon.language import Clauses, ParsedText, Parser
from memcon.ontology import general_code, quad_of
from memcon.reading.dyads.classes import WordClasses
from memcon.reading.dyads.features import Words, features
from memcon.reading.dyads.model import NOTHING, YIELD, Model, shipped
from memcon.reading.dyads.paths import Pair, Range, spans_of
from memcon.reading.dyads.vectors import vectors
from memcon.reading.dyads.verdicts import Verdict, verdict_features, verdicts

#: Verdicts of the lexicon count for an answer's code and for which half of YIELD it is.
_HALVES = ("RETREAT", "CONCEDE")


@dataclass(frozen=True, slots=True)
class DyadAnswer:
    """What the source does to the target.

    Attributes:
        id: the row's.
        type: PLOVER type, or None where the row could not be read.
        quad: VCOOP, MCOOP, VCONF, MCONF.
        cameo: the lexicon's code where it agrees with the type, else the general code of the type.
        confidence: the probability that the type is right, 0 to 1.
        error: why there is no type, or None.
    """

    id: Any
    type: str | None
    quad: str | None
    cameo: str | None
    confidence: float
    error: str | None = None


def classify(rows: Iterable[Mapping[str, Any]], parser: Parser) -> Iterator[DyadAnswer]:
    """The relation in each row, in order; texts are parsed in batches.

    Args:
        rows: ``{"id", "text", "source": [start, end], "target": [start, end]}``, offsets in characters.
        parser: a loaded model; with word vectors the answers are a little better.
    """
    kept, asked = tee(rows)
    parses = parser.parse_many(row["text"] if isinstance(row.get("text"), str) else "" for row in asked)
    for row, parsed in zip(kept, parses, strict=True):
        yield _answer(row, parsed, parser)


def _answer(row: Mapping[str, Any], parsed: ParsedText, parser: Parser) -> DyadAnswer:
    spans = []
    for side in ("source", "target"):
        span = _span(row.get(side), parsed)
        if span is None:
            fault = f'"{side}" {row.get(side)!r} marks no word of the text'
            return DyadAnswer(row.get("id"), None, None, None, 0.0, fault)
        spans.append(span)
    source, target = spans
    found = verdicts(parsed, Clauses(parsed), source, target)
    model = shipped()
    pair = Pair.of(parsed, source, target)
    seen = [*features(Words(parsed), pair), *WordClasses(parsed).features(pair), *verdict_features(found)]
    chances = model.probabilities(model.margins(seen, vectors(parsed, pair, parser.vector)), full=True)
    ranked = sorted(zip(chances, model.labels, strict=True), reverse=True)
    chance, label = next((c, name) for c, name in ranked if name != NOTHING)
    kind, code = _coded(label, found)
    return DyadAnswer(row.get("id"), kind, quad_of(kind), code, round(float(chance), 3))


def _span(given: Any, parsed: ParsedText) -> Range | None:
    if not isinstance(given, Sequence) or isinstance(given, str) or len(given) != 2:
        return None
    start, end = given
    if not (isinstance(start, int) and isinstance(end, int)) or start >= end or start < 0:
        return None
    return spans_of(parsed, (start, end))


def _coded(label: str, found: list[Verdict]) -> tuple[str, str]:
    """The PLOVER type of a class, and the most specific code that the lexicon vouches for."""
    kinds = _HALVES if label == YIELD else (label,)
    for kind, code, _, _ in found:
        if kind in kinds:
            return kind, code
    return kinds[0], general_code(kinds[0])


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the classifier makes of two parties without asking the lexicon what happened between them.

    Attributes:
        type: the likeliest PLOVER type (of CONCEDE and RETREAT, RETREAT), or None where nothing is done.
        chance: its probability.
        chances: the probability of every class; CONCEDE and RETREAT are YIELD, nothing is NONE.
    """

    type: str | None
    chance: float
    chances: Mapping[str, float]


def second_opinions(parsed: ParsedText, asked: Sequence[tuple[int, int, int]]) -> list[Opinion]:
    """What happens between two parties under a predicate, for the event reader, for all events of a text at once.

    Args:
        parsed: the text.
        asked: for each event the token of the verb, or of the noun that names the act; the head token of the phrase
            that acts, and of the phrase that is acted upon.
    """
    if not asked:
        return []
    model = shipped()
    classes, words = WordClasses(parsed), Words(parsed)
    pairs = []
    for predicate, source, target in asked:
        pair = Pair.of(parsed, parsed.phrase(source), parsed.phrase(target))
        pairs.append(features(words, pair, predicate) + classes.features(pair))
    chances = model.probabilities(model.margins_of_all(pairs), full=False)
    return [_opinion(model, row) for row in chances.tolist()]


def _opinion(model: Model, chances: list[float]) -> Opinion:
    best = max(chances)
    label = model.labels[chances.index(best)]
    kind = None if label == NOTHING else "RETREAT" if label == YIELD else label
    return Opinion(kind, best, dict(zip(model.labels, chances, strict=True)))
