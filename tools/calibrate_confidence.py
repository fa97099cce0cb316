"""Fits the confidence of events to labelled texts and writes ``src/memcon/reading/events/confidence.tsv``.

    python tools/calibrate_confidence.py LABELLED.jsonl... [--only-measure]

LABELLED are files as ``memcon evaluate`` reads them (``docs/evaluate.md``).  An event is right where a label has its
type and, if the text's labels name parties, the same countries on both sides.  To the labelled texts come two sets of
ours that neither the lexicon nor the classifier was made from: ``tests/texts/dyads.txt`` and ``not_politics.txt``.
Writes the reliability curve, by five-fold cross-validation over texts, to ``bench/confidence.md`` and ``.svg``.
Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from bench.false_events import sentences
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from tools.train_dyads import unseen

from memcon.evaluating import Label, Labelled
from memcon.evaluating.files import read_labelled
from memcon.evaluating.reading import label_of, wholes
from memcon.language import Parser, load
from memcon.reading import read_many
from memcon.reading.dyads import folded
from memcon.reading.events import assembly
from memcon.reading.events.confidence import HIGHEST, LOWEST
from memcon.record import Document

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "src/memcon/reading/events/confidence.tsv"
CURVE = ROOT / "bench/confidence.svg"
PAGE = ROOT / "bench/confidence.md"
#: How strict the fit is; the bins of the curve.
COST, BINS, SEED = 0.3, (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0), 0


@dataclass(frozen=True, slots=True)
class Judged:
    """One event: its signs, whether it is right, who read it, and which text of which set it is from."""

    signs: dict[str, float]
    right: bool
    read_by: str
    text: str
    origin: str


def texts_of(files: Sequence[Path]) -> list[tuple[str, Labelled]]:
    """The labelled texts, and ours."""
    found = [("labelled", text) for file in files for text in read_labelled(str(file)).texts]
    for number, row in enumerate(unseen()):
        found.append(("ours", Labelled(f"unseen-{number}", row["text"], None, [Label(row["type"], (), ())])))
    for number, (_, text) in enumerate(sentences()):
        found.append(("not politics", Labelled(f"not-politics-{number}", text)))
    return found


def judge(texts: list[tuple[str, Labelled]], parser: Parser) -> list[Judged]:
    """Every event that memcon reads in the texts."""
    noted: list[dict[str, float]] = []

    def note(signs: dict[str, float]) -> float:
        noted.append(signs)
        return 0.5

    # The signs are inner workings and in no record: they are caught where they become a number.
    assembly.confidence = note
    documents = (Document(str(number), text.text) for number, (_, text) in enumerate(texts))
    found: list[Judged] = []
    for (origin, text), record in zip(texts, read_many(documents, parser), strict=True):
        # The sets share sentences, with other quotation marks; they are kept in one fold.
        alike = re.sub(r"\W+", "", text.text.lower())[:60]
        named = any(label.source or label.target for label in text.labels)
        wholly = {whole for label in text.labels for whole in wholes(label)}
        types = {folded(label.type) for label in text.labels}
        for event, signs in zip(record.events, noted, strict=True):
            mine = label_of(event, record)
            right = bool(wholly.intersection(wholes(mine))) if named else folded(mine.type) in types
            found.append(Judged(signs, right, event.read_by, alike, origin))
        noted.clear()
    return found


def fit(x: Any, y: Any) -> LogisticRegression:
    """The logistic model."""
    return LogisticRegression(C=COST, max_iter=1000, random_state=SEED).fit(x, y)


def main() -> None:
    """Measure, then fit to everything and write the table and the curve."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("labelled", type=Path, nargs="+", help="labelled texts")
    options.add_argument("--only-measure", action="store_true", help="print the figures, write nothing")
    options.add_argument("--model", help="the spaCy pipeline; by default the best one installed")
    given = options.parse_args()
    judged = judge(texts_of(given.labelled), load(given.model))
    names = DictVectorizer(sparse=False)
    x, y = names.fit_transform([one.signs for one in judged]), np.array([one.right for one in judged])
    said = np.zeros(len(y))
    for train, test in GroupKFold(5).split(x, y, [one.text for one in judged]):
        said[test] = fit(x[train], y[train]).predict_proba(x[test])[:, 1]
    said = said.clip(LOWEST, HIGHEST)
    rows = bins(said, y)
    page = report(judged, said, y, rows)
    print(page)
    if given.only_measure:
        return
    model = fit(x, y)
    table = [("(base)", model.intercept_[0]), *zip(names.get_feature_names_out(), model.coef_[0], strict=True)]
    lines = [
        "# sign\tweight; made by tools/calibrate_confidence.py",
        *(f"{name}\t{weight:.3f}" for name, weight in table),
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    PAGE.write_text(page + "\n![How often events are right, by their confidence](confidence.svg)\n", encoding="utf-8")
    CURVE.write_text(curve(rows), encoding="utf-8")


def bins(said: Any, right: Any) -> list[tuple[float, float, int, float, float]]:
    """Bounds, number of events, mean confidence and share that is right, for each bin that has events."""
    found = []
    for low, high in pairwise(BINS):
        inside = (said >= low) & ((said < high) | (high == 1.0))
        if inside.any():
            found.append((low, high, int(inside.sum()), float(said[inside].mean()), float(right[inside].mean())))
    return found


def report(judged: list[Judged], said: Any, right: Any, rows: list[tuple[float, float, int, float, float]]) -> str:
    """The page with the figures."""
    brier, plain = np.mean((said - right) ** 2), np.mean((right.mean() - right) ** 2)
    error = sum(count * abs(mean - share) for _, _, count, mean, share in rows) / len(right)
    lines = [
        "# What the confidence of an event means",
        "",
        f"{date.today():%-d %B %Y}, by `tools/calibrate_confidence.py`: five-fold cross-validation over the texts of",
        "open labelled sets and of two sets of ours. Right is an event whose type and parties are as labelled.",
        "",
        "| confidence | events | mean confidence | right |",
        "|---|---:|---:|---:|",
        *(f"| {low:.1f} to {high:.1f} | {n} | {mean:.2f} | {share:.2f} |" for low, high, n, mean, share in rows),
        "",
        f"Mean distance between confidence and share: {error:.3f}. Brier score {brier:.3f} ({plain:.3f} if every event",
        f"had the mean, {right.mean():.2f}).",
        "",
        "| set | read by | events | right | mean confidence |",
        "|---|---|---:|---:|---:|",
    ]
    groups = Counter((one.origin, one.read_by) for one in judged)
    for (origin, who), count in sorted(groups.items()):
        mine = np.array([(one.origin, one.read_by) == (origin, who) for one in judged])
        lines.append(f"| {origin} | {who} | {count} | {right[mine].mean():.2f} | {said[mine].mean():.2f} |")
    return "\n".join(lines) + "\n"


def curve(rows: list[tuple[float, float, int, float, float]]) -> str:
    """The reliability curve as a small drawing; the area of a dot is the number of events."""
    size, edge = 320, 40

    def at(x: float, y: float) -> str:
        return f"{edge + x * size:.0f},{edge / 2 + (1 - y) * size:.0f}"

    most = max(count for _, _, count, _, _ in rows)
    axis = f"M{at(0, 1)}L{at(0, 0)}L{at(1, 0)}"
    path = "M" + "L".join(at(mean, share) for _, _, _, mean, share in rows)
    dots, ticks = [], []
    for _, _, count, mean, share in rows:
        x, y = at(mean, share).split(",")
        dots.append(
            f'<circle cx="{x}" cy="{y}" r="{3 + 9 * (count / most) ** 0.5:.1f}"><title>{count} events</title></circle>'
        )
    for tick in (0.0, 0.5, 1.0):
        (x, y), (left, height) = at(tick, 0).split(","), at(0, tick).split(",")
        ticks.append(f'<text x="{x}" y="{int(y) + 16}" text-anchor="middle">{tick:g}</text>')
        ticks.append(f'<text x="{int(left) - 6}" y="{int(height) + 4}" text-anchor="end">{tick:g}</text>')
    width, height_of_all = size + 2 * edge, size + int(1.5 * edge) + 10
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height_of_all}" font-family="sans-serif"'
            ' font-size="12" role="img" aria-label="Share of events that are right, by their confidence">',
            f'<rect width="{width}" height="{height_of_all}" fill="#fff"/>',
            f'<path d="{axis}" fill="none" stroke="#555"/>',
            f'<path d="M{at(0, 0)}L{at(1, 1)}" stroke="#999" stroke-dasharray="4 4"/>',
            f'<path d="{path}" fill="none" stroke="#1f5f8b" stroke-width="2"/>',
            f'<g fill="#1f5f8b" fill-opacity="0.6">{"".join(dots)}</g>',
            *ticks,
            f'<text x="{edge + size / 2:.0f}" y="{height_of_all - 8}" text-anchor="middle">confidence</text>',
            f'<text x="{edge + 8}" y="{edge / 2 + 10:.0f}">share that is right</text>',
            "</svg>\n",
        ]
    )


if __name__ == "__main__":
    main()
