"""Trains the dyad classifier and writes ``src/memcon/reading/dyads/model.npz``.

    python tools/train_dyads.py PAIRS.jsonl [--only-measure]

PAIRS.jsonl holds rows ``{"text", "source": [s, e], "target": [s, e], "type"}`` (CONCEDE and RETREAT count as YIELD).
The sentences of our own are made from ``tools/dyads/phrases.txt`` and ``actors.txt``; the examples of the lexicon are
taken too.  Needs scikit-learn.  Prints the figures of the model's card, ``docs/classifier.md``.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.svm import LinearSVC

from memcon.language import Clauses, Parser, load
from memcon.ontology.lexicon import lexicon
from memcon.reading.dyads.classes import WordClasses
from memcon.reading.dyads.features import Words, features
from memcon.reading.dyads.model import NOTHING, SHARES, folded, group_of
from memcon.reading.dyads.paths import Pair, spans_of
from memcon.reading.dyads.vectors import vectors
from memcon.reading.dyads.verdicts import verdict_features, verdicts
from memcon.reading.events.examples import unmarked

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "tools/dyads"
MODEL = ROOT / "src/memcon/reading/dyads/model.npz"
UNSEEN = ROOT / "tests/texts/dyads.txt"

#: How strict the fit is; what a sentence of ours counts beside a gold one; how often each wording is filled anew;
#: features seen less often than this are left out; rows are near copies above this overlap of words.
COST, OWN_WEIGHT, FILLINGS, LEAST, COPY = 1.0, 0.7, 2, 2, 0.55
SEED = 0

_ENDS = [
    "",
    "",
    "",
    " on Tuesday",
    " on Friday",
    " last week",
    " in Geneva",
    ", officials said",
    " this month",
    " in 2019",
]
_ENDS += [", the foreign ministry said in a statement", " after weeks of tension", " over the border dispute"]
_STARTS = ["", "", "", "", "On Monday, ", "Last week, ", "In March, ", "CAIRO (AP) - ", "Meanwhile, "]
_SLOT = re.compile(r"\{([ST])(?::(\w+))?\}")


def sections(path: Path) -> dict[str, list[str]]:
    """The lines under each ``[heading]`` of a file, without comments."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            lines = found.setdefault(heading[1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


def own_sentences(fillings: int = FILLINGS, seed: int = SEED) -> list[dict[str, Any]]:
    """Every wording of ours filled with actors of the right kind, a few times each."""
    chance = random.Random(seed)
    actors = sections(HERE / "actors.txt")
    rows = []
    for kind, lines in sections(HERE / "phrases.txt").items():
        for line in lines:
            code, wording = line.split(" ", 1)
            for _ in range(fillings):
                start = chance.choice(_STARTS)
                text, at, used = start, 0, set[str]()
                spans: dict[str, list[int]] = {}
                body = wording.rstrip(".") + chance.choice(_ENDS) + "."
                for slot in _SLOT.finditer(body):
                    text += body[at : slot.start()]
                    name = chance.choice([a for a in actors[slot[2] or "actor"] if a not in used])
                    used.add(name)
                    name = name if text.strip() else name[0].upper() + name[1:]
                    spans[slot[1]] = [len(text), len(text) + len(name)]
                    text += name
                    at = slot.end()
                text += body[at:]
                text = text if start else text[0].upper() + text[1:]
                rows.append({"text": text, "source": spans["S"], "target": spans["T"], "type": kind, "cameo": code})
    return rows


@dataclass(slots=True)
class Pairs:
    """Marked pairs as the classifier sees them.

    Attributes:
        bare: words and classes of each pair.
        verdicts: what the lexicon says of each pair.
        dense: the word vectors of each pair.
    """

    bare: list[list[str]]
    verdicts: list[list[str]]
    dense: Any


def read_pairs(rows: list[dict[str, Any]], parser: Parser) -> Pairs:
    """The features and the vectors of each row."""
    bare, found, dense = [], [], []
    for row, parsed in zip(rows, parser.parse_many(r["text"] for r in rows), strict=True):
        source, target = spans_of(parsed, row["source"]), spans_of(parsed, row["target"])
        if source is None or target is None:
            raise SystemExit(f"a span marks no word: {row}")
        pair = Pair.of(parsed, source, target)
        seen = (*features(Words(parsed), pair), *WordClasses(parsed).features(pair))
        bare.append(list(dict.fromkeys(seen)))
        judged = verdicts(parsed, Clauses(parsed), source, target)
        found.append(list(dict.fromkeys(verdict_features(judged))))
        dense.append(vectors(parsed, pair, parser.vector))
    size = next((len(d) for d in dense if d is not None), 0)
    return Pairs(bare, found, np.array([d if d is not None else np.zeros(size) for d in dense]))


def matrix(pairs: Pairs, rows: Any, vocabulary: dict[str, int], *, full: bool) -> Any:
    """The pairs of these rows as numbers, each group of features scaled to its share, the vectors beside them."""
    cells: list[tuple[int, int, float]] = []
    for at, i in enumerate(rows):
        groups: dict[str, list[int]] = {}
        for feature in pairs.bare[i] + (pairs.verdicts[i] if full else []):
            if feature in vocabulary:
                groups.setdefault(group_of(feature), []).append(vocabulary[feature])
        for group, columns in groups.items():
            share = SHARES.get(group, 1.0) / len(columns) ** 0.5
            cells += [(at, column, share) for column in columns]
    where, columns, values = zip(*cells, strict=True)
    found = sparse.csr_matrix((values, (where, columns)), shape=(len(rows), len(vocabulary)))
    dense = pairs.dense[rows] if full else np.zeros((len(rows), pairs.dense.shape[1]))
    return sparse.hstack([found, sparse.csr_matrix(dense)]).tocsr()


def vocabulary_of(pairs: Pairs, rows: Any) -> dict[str, int]:
    """The features that are seen often enough in these rows, numbered, those of a group together."""
    counts = Counter(f for i in rows for f in pairs.bare[i] + pairs.verdicts[i])
    return {f: i for i, f in enumerate(sorted((f for f, n in counts.items() if n >= LEAST), key=_by_group))}


def _by_group(feature: str) -> tuple[str, str]:
    return group_of(feature), feature


def fit(pairs: Pairs, y: Any, rows: Any, weight: Any, judged: Any, vocabulary: dict[str, int]) -> LinearSVC:
    """The linear model, each row seen twice: with the lexicon's verdict and the vectors, and without.

    The lexicon was made by people who knew the gold sentences, so that a model that always saw its verdict would lean
    on it too much.  Rows that are not ``judged`` (the lexicon's own examples) are seen without only.
    """
    full, bare = rows[judged[rows]], rows
    x = sparse.vstack([matrix(pairs, full, vocabulary, full=True), matrix(pairs, bare, vocabulary, full=False)])
    shares = np.concatenate([weight[full] * 0.5, weight[bare] * np.where(judged[bare], 0.5, 1.0)])
    model = LinearSVC(C=COST, class_weight="balanced", random_state=SEED)
    return model.fit(x, np.concatenate([y[full], y[bare]]), sample_weight=shares)


def near_copies(rows: list[dict[str, Any]]) -> Any:
    """A group number for each row; rows that share most of their words have the same."""
    words = [set(re.findall(r"\w+", row["text"].lower())) for row in rows]
    group = list(range(len(rows)))

    def root(i: int) -> int:
        while group[i] != i:
            i = group[i]
        return i

    for i, mine in enumerate(words):
        for j in range(i):
            if len(mine & words[j]) > COPY * len(mine | words[j]):
                group[root(i)] = root(j)
    return np.array([root(i) for i in range(len(rows))])


def examples() -> list[dict[str, Any]]:
    """The example sentences of the lexicon that mark one source and one target."""
    rows = []
    for entry in lexicon().entries:
        for example in entry.examples:
            text, sources, targets = unmarked(example)
            if len(sources) == len(targets) == 1 and entry.status != "denied":
                kind = folded(entry.type)
                rows.append({"text": text, "source": list(sources[0]), "target": list(targets[0]), "type": kind})
    return rows


def unseen(path: Path = UNSEEN) -> list[dict[str, Any]]:
    """Sentences of ours that are not trained on: “[source] … <target>” under a heading for each type."""
    rows = []
    for kind, lines in sections(path).items():
        for line in lines:
            spans: dict[str, list[int]] = {}
            text = ""
            for piece in re.split(r"([\[\]<>])", line):
                if piece in ("[", "<"):
                    spans[piece] = [len(text)]
                elif piece in ("]", ">"):
                    spans["[" if piece == "]" else "<"].append(len(text))
                else:
                    text += piece
            rows.append({"text": text, "source": spans["["], "target": spans["<"], "type": kind})
    return rows


def main() -> None:
    """Measure, then train on everything and write the model."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path, help="labelled pairs, JSON lines")
    options.add_argument("--only-measure", action="store_true", help="print the figures, write nothing")
    options.add_argument("--model", help="the spaCy pipeline; by default the best one installed")
    given = options.parse_args()
    gold = [json.loads(line) for line in given.gold.open(encoding="utf-8") if line.strip()]
    for row in gold:
        row["type"] = folded(row["type"])
    own, shown, held = own_sentences(), examples(), unseen()
    rows = [*gold, *own, *shown, *held]
    pairs = read_pairs(rows, load(given.model))
    y = np.array([row["type"] for row in rows])
    labels = sorted(set(y))
    asked = np.array([label != NOTHING for label in labels])
    ours = np.arange(len(gold), len(rows) - len(held))
    judged = np.ones(len(rows), dtype=bool)
    judged[len(gold) + len(own) : len(rows) - len(held)] = False
    weight = np.array([1.0] * len(gold) + [OWN_WEIGHT] * (len(rows) - len(gold)))
    truth, groups = y[: len(gold)], near_copies(gold)
    margins = {full: np.zeros((len(gold), len(labels))) for full in (True, False)}
    for train, test in StratifiedGroupKFold(5, shuffle=True, random_state=SEED).split(truth, truth, groups):
        seen = np.concatenate([train, ours])
        # The vocabulary is that of the training rows: a test row's words are news.
        vocabulary = vocabulary_of(pairs, seen)
        model = fit(pairs, y, seen, weight, judged, vocabulary)
        for full, found in margins.items():
            found[test] = model.decision_function(matrix(pairs, test, vocabulary, full=full))

    def score(found: Any, wanted: Any) -> tuple[Any, float]:
        answers = np.array(labels)[np.where(asked, found, -np.inf).argmax(axis=1)]
        return answers, f1_score(wanted, answers, average="macro", labels=sorted(set(wanted)))

    print("root macro F1                                   with verdict  without")
    figures = [score(margins[full], truth) for full in (True, False)]
    print(f"five folds, near copies in one fold ({len(gold):,} pairs){figures[0][1]:>11.3f}{figures[1][1]:>9.3f}")
    everything = np.concatenate([np.arange(len(gold)), ours])
    vocabulary = vocabulary_of(pairs, everything)
    model = fit(pairs, y, everything, weight, judged, vocabulary)
    news = np.arange(len(rows) - len(held), len(rows))
    fresh = [score(model.decision_function(matrix(pairs, news, vocabulary, full=full)), y[news])[1] for full in margins]
    print(f"sentences of ours not trained on ({len(held)} pairs){fresh[0]:>16.3f}{fresh[1]:>9.3f}")
    for label in labels:
        if label != NOTHING:
            right = f1_score(truth == label, figures[0][0] == label)
            print(f"  {label:<10}{right:.3f}  {(truth == label).sum()}")
    temperatures = [calibrate(margins[full], np.array([labels.index(t) for t in truth])) for full in margins]
    print(f"temperatures {temperatures[0]:.2f} {temperatures[1]:.2f}")
    if not given.only_measure:
        write(model, vocabulary, labels, temperatures)


def calibrate(margins: Any, truth: Any) -> float:
    """What margins must be multiplied with so that a softmax over them gives honest probabilities."""

    def loss(t: float) -> float:
        z = margins * t
        z = z - z.max(axis=1, keepdims=True)
        return float(np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), truth]))

    return float(min(np.arange(0.5, 8.0, 0.1), key=loss))


def write(model: LinearSVC, vocabulary: dict[str, int], labels: list[str], temperatures: list[float]) -> None:
    """The weights as whole numbers of one byte."""
    assert list(model.classes_) == labels
    weights = model.coef_.T[: len(vocabulary)]
    scales = np.abs(weights).max(axis=0) / 127
    np.savez_compressed(
        MODEL,
        features=np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8),
        labels=np.frombuffer("\n".join(labels).encode(), dtype=np.uint8),
        weights=np.round(weights / scales).astype(np.int8),
        scales=scales.astype(np.float32),
        dense=model.coef_.T[len(vocabulary) :].astype(np.float16),
        bias=model.intercept_.astype(np.float32),
        temperatures=np.array(temperatures, dtype=np.float32),
    )
    print(f"{MODEL.name}: {len(vocabulary):,} features, {MODEL.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
