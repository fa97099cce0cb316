"""A text becomes a checked record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.checking import check
from memcon.language import Parser
from memcon.reading import read
from memcon.record import Check, Dated, Document, Record

Checked = Callable[..., Record]


@pytest.fixture
def checked(parser: Parser) -> Checked:
    """``checked(text, published="2019-03-01")``: the record with its verdicts."""

    def make(text: str, published: str | None = None) -> Record:
        day = Dated(published, published, "publication") if published else None
        return check(read(Document("d", text, published=day), parser))

    return make


@pytest.fixture
def verdict(checked: Checked) -> Callable[..., Check]:
    """``verdict(text)``: the verdict on the first fact of a text."""

    def first(text: str, published: str | None = None) -> Check:
        found = checked(text, published).facts[0].check
        assert found is not None
        return found

    return first
