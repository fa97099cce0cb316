"""The lexicon: which words report which event, as TOML files that a political scientist can edit."""

from memcon.ontology.lexicon.entries import ANYTHING, Cue, Entry, Lexicon, NounTest, Phrase
from memcon.ontology.lexicon.file import LexiconError
from memcon.ontology.lexicon.load import build, lexicon, shipped

__all__ = ["ANYTHING", "Cue", "Entry", "Lexicon", "LexiconError", "NounTest", "Phrase", "build", "lexicon", "shipped"]
