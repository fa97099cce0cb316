"""Who said what, by way of whom: statements with their speaker, cue, content, form, carriers, occasion and date."""

from memcon.reading.statements.read import read_statements

__all__ = ["read_statements"]
