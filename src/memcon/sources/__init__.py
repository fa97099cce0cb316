"""Bytes become Documents: pages, feeds, PDFs, mails, agency items and what packs them, one module a form.

:func:`documents` is the way in.  What cannot be read comes out as a :class:`SourceError` in its place, so
that one bad input never costs the others.
"""

from memcon.sources.forms import FORMS, Form, form_named
from memcon.sources.inputs import documents, rows
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_CHARACTERS
from memcon.sources.outcome import SourceError, Unreadable
from memcon.sources.publication import published, typed

__all__ = [
    "FORMS",
    "MOST_CHARACTERS",
    "Form",
    "Intake",
    "SourceError",
    "Unreadable",
    "documents",
    "form_named",
    "published",
    "rows",
    "typed",
]
