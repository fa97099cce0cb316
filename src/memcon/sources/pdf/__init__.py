"""PDF readouts: columns in their order, running heads and page numbers left out, paragraphs whole over page breaks."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.record import Document, Passage
from memcon.sources.confined import CONFINED
from memcon.sources.fields import Given, document_of
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_PDF_BYTES
from memcon.sources.outcome import SourceError


def read_pdf(intake: Intake) -> Iterator[Document | SourceError]:
    """The one document of a PDF, each passage with its page; read in a process of its own, bounded in time and memory.

    When a PDF was made is not when its report was published, so its own dates are left alone.
    """
    raw = intake.whole(MOST_PDF_BYTES)
    found = CONFINED.call("memcon.sources.pdf.extraction:extract", raw)
    passages = tuple(Passage(start, end, page=page) for start, end, page in found["passages"])
    yield document_of(
        Given.of(
            intake,
            text=found["text"],
            title=found["title"],
            otherwise_published=intake.published,
            media_type="application/pdf",
            original=passages,
        )
    )
