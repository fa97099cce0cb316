"""Plain text: one file is one report."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.record import Document
from memcon.sources.decoding import decode
from memcon.sources.fields import Given, document_of
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_BYTES
from memcon.sources.outcome import SourceError


def read_plain(intake: Intake) -> Iterator[Document | SourceError]:
    """The one document of a text file."""
    text = decode(intake.whole(MOST_BYTES, "split it into its reports"))
    yield document_of(Given.of(intake, text=text, otherwise_published=intake.published, media_type="text/plain"))
