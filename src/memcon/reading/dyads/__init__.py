"""The relation between two marked actors of a sentence: a trained classifier with the lexicon's verdict beside it."""

from memcon.reading.dyads.answers import DyadAnswer, Opinion, classify, second_opinions
from memcon.reading.dyads.model import folded

__all__ = ["DyadAnswer", "Opinion", "classify", "folded", "second_opinions"]
