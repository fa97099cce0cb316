"""How good memcon is on texts that somebody has labelled: figures, confusions and misses."""

from memcon.evaluating.labels import Label, LabelFault, Labelled, Pair, labelled, pair_of
from memcon.evaluating.reading import score_pairs, score_texts
from memcon.evaluating.report import Figure, Miss, Report

__all__ = [
    "Figure",
    "Label",
    "LabelFault",
    "Labelled",
    "Miss",
    "Pair",
    "Report",
    "labelled",
    "pair_of",
    "score_pairs",
    "score_texts",
]
