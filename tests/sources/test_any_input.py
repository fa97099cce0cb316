"""Whatever comes in: a document or one clear line, never an exception."""

from __future__ import annotations

import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.record import Document
from memcon.sources import FORMS, SourceError, documents
from memcon.sources.heading import heading_of

BYTES = st.binary(max_size=600) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("id", "text", "title", "published", "byline", "outlet", "url")


@settings(deadline=None)  # the first page or PDF starts a process
@given(raw=BYTES, form=st.none() | st.sampled_from(sorted(FORMS)))
def test_any_bytes(raw: bytes, form: str | None) -> None:
    for found in documents(["-"], form=form, stdin=io.BytesIO(raw)):
        assert isinstance(found, (Document, SourceError))
        if isinstance(found, SourceError):
            assert found.message
            assert "\n" not in found.message


@given(rows=st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES), min_size=1, max_size=4))
def test_any_row_is_answered_in_its_place(rows: list[dict[str, object]]) -> None:
    raw = "".join(json.dumps(row) + "\n" for row in rows).encode()
    found = list(documents(["-"], form="jsonl", stdin=io.BytesIO(raw)))
    assert len(found) == len(rows)
    for row, item in zip(rows, found, strict=True):
        if isinstance(item, Document):
            assert item.text == row["text"]


@given(text=st.text(max_size=400) | st.lists(st.sampled_from(["By Anna Tamm", "TALLINN – ", "\n", "\r\n", ". ", "(AP)"])).map("".join))  # fmt: skip # noqa: E501
def test_any_heading(text: str) -> None:
    heading = heading_of(text)
    for found in (heading.title, heading.byline, heading.outlet):
        assert found is None or found in text
