"""A document becomes tokens, sentences and clauses.  The only place that knows spaCy."""

from memcon.language.clause import AGENT, PATIENT, RECIPIENT, Clause
from memcon.language.clauses import Clauses
from memcon.language.datelines import dateline_end, dateline_spans
from memcon.language.factuality import REPORTS, content_noun, factuality
from memcon.language.pipeline import DEFAULT_MODELS, ModelMissing, Parser, load
from memcon.language.text import Entity, ParsedText, Sentence, Token

__all__ = [
    "AGENT",
    "DEFAULT_MODELS",
    "PATIENT",
    "RECIPIENT",
    "REPORTS",
    "Clause",
    "Clauses",
    "Entity",
    "ModelMissing",
    "ParsedText",
    "Parser",
    "Sentence",
    "Token",
    "content_noun",
    "dateline_end",
    "dateline_spans",
    "factuality",
    "load",
]
