"""Trains the dyad classifier and writes ``src/memcon/reading/dyads/model.npz``.

    python tools/train_dyads.py GOLD.jsonl [--only-measure]

GOLD.jsonl holds rows ``{"text", "source": [s, e], "target": [s, e], "type"}`` (15 roots; CONCEDE and RETREAT are
YIELD); the sentences of our own are made from ``tools/dyads/phrases.txt`` and ``actors.txt``.  Needs scikit-learn.
Prints the figures of the model's card: five-fold cross-validation, plain and with near copies kept in one fold.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from sklearn.svm import LinearSVC

from memcon.language import Parser, load
from memcon.reading.dyads.features import features, spans_of, vectors

HERE = Path(__file__).resolve().parent / "dyads"
MODEL = Path(__file__).resolve().parent.parent / "src/memcon/reading/dyads/model.npz"

#: How strict the fit is; what a sentence of ours counts beside a gold one; how often each wording is filled anew;
#: features seen less often than this are left out; rows are near copies above this overlap of words.
COST, OWN_WEIGHT, FILLINGS, LEAST, COPY = 2.0, 0.7, 2, 2, 0.55
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


def read_pairs(rows: list[dict[str, Any]], parser: Parser) -> tuple[list[list[str]], Any]:
    """The features and the vectors of each row."""
    names, dense = [], []
    for row, parsed in zip(rows, parser.parse_many(r["text"] for r in rows), strict=True):
        source, target = spans_of(parsed, row["source"]), spans_of(parsed, row["target"])
        if source is None or target is None:
            raise ValueError(f"a span marks no word: {row}")
        names.append(list(dict.fromkeys(features(parsed, source, target))))
        dense.append(vectors(parsed, source, target, parser.vector))
    size = next((len(d) for d in dense if d is not None), 0)
    return names, np.array([d if d is not None else np.zeros(size) for d in dense])


def matrix(names: list[list[str]], dense: Any, vocabulary: dict[str, int]) -> Any:
    """Features (rows of length 1) and vectors side by side."""
    cells = [(i, vocabulary[f]) for i, row in enumerate(names) for f in row if f in vocabulary]
    rows, columns = zip(*cells, strict=True)
    found = sparse.csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(names), len(vocabulary)))
    length = np.sqrt(found.multiply(found).sum(axis=1)).A1
    return sparse.hstack([sparse.diags(1 / np.maximum(length, 1e-9)) @ found, sparse.csr_matrix(dense)]).tocsr()


def vocabulary_of(names: list[list[str]]) -> dict[str, int]:
    """The features that are seen often enough, numbered."""
    counts = Counter(f for row in names for f in row)
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}


def fit(x: Any, y: Any, weight: Any) -> LinearSVC:
    """The linear model."""
    return LinearSVC(C=COST, class_weight="balanced", random_state=SEED).fit(x, y, sample_weight=weight)


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


def main() -> None:
    """Measure, then train on everything and write the model."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("--only-measure", action="store_true")
    options.add_argument("--model")
    options.add_argument("--seeds", type=int, default=2)
    given = options.parse_args()
    gold = [json.loads(line) for line in given.gold.open(encoding="utf-8") if line.strip()]
    rows = gold + own_sentences()
    parser = load(given.model)
    names, dense = read_pairs(rows, parser)
    y = np.array([row["type"] for row in rows])
    labels = sorted(set(y))
    asked = np.array([label != "NONE" for label in labels])
    own = np.arange(len(gold), len(rows))
    weight = np.array([1.0] * len(gold) + [OWN_WEIGHT] * len(own))
    truth, groups = y[: len(gold)], near_copies(gold)
    margins = np.zeros((len(gold), len(labels)))
    for title, folds in (("near copies in one fold", StratifiedGroupKFold), ("plain", StratifiedKFold)):
        scores = []
        for seed in range(given.seeds):
            grouped = groups if folds is StratifiedGroupKFold else None
            for train, test in folds(5, shuffle=True, random_state=seed).split(margins, truth, grouped):
                seen = np.concatenate([train, own])
                # The vocabulary is that of the training rows: a test row's words are news.
                x = matrix(names, dense, vocabulary_of([names[i] for i in seen]))
                margins[test] = fit(x[seen], y[seen], weight[seen]).decision_function(x[test])
            answers = np.array(labels)[np.where(asked, margins, -np.inf).argmax(axis=1)]
            scores.append(f1_score(truth, answers, average="macro"))
        print(f"root macro F1, five folds, {title}: {np.mean(scores):.3f} ± {np.std(scores):.3f}", flush=True)
    for label in labels:
        if label != "NONE":
            print(f"  {label:<10}{f1_score(truth == label, answers == label):.3f}  {(truth == label).sum()}")
    temperature = calibrate(margins, np.array([labels.index(t) for t in truth]))
    print(f"temperature {temperature:.2f}")
    if not given.only_measure:
        write(names, dense, y, labels, weight, temperature)


def calibrate(margins: Any, truth: Any) -> float:
    """What margins must be multiplied with so that a softmax over them gives honest probabilities."""

    def loss(t: float) -> float:
        z = margins * t
        z = z - z.max(axis=1, keepdims=True)
        return float(np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), truth]))

    return float(min(np.arange(0.5, 8.0, 0.1), key=loss))


def write(names: Any, dense: Any, y: Any, labels: list[str], weight: Any, temperature: float) -> None:
    """Train on everything; weights as whole numbers of one byte."""
    vocabulary = vocabulary_of(names)
    model = fit(matrix(names, dense, vocabulary), y, weight)
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
        temperature=np.float32(temperature),
    )
    print(f"{MODEL}: {len(vocabulary)} features, {MODEL.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
