"""An archive of three reports, and what an exporter makes of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.archive.making import Made, accusation, meeting

from memcon.archive import Archive
from memcon.exports import Job, exporter
from memcon.ontology import general_code, goldstein_of, quad_of
from memcon.record import Record

Exported = Callable[..., dict[str, bytes]]


def coded(made: Made) -> Record:
    """The record with the codes that reading gives every event."""
    record = made.record()
    events = []
    for event in record.events:
        code = general_code(event.type)
        events.append(replace(event, cameo=code, quad=quad_of(event.type), goldstein=goldstein_of(code)))
    return replace(record, events=tuple(events))


def thanks() -> Made:
    """A flag (two characters beyond the first plane), a plan, and something told in passing."""
    made = Made(
        "thanks.txt",
        "🇳🇦 Namibia thanked Kenya on 3 May 2021. Namibia will meet Kenya in June. Kenya sent Uganda aid in 1999.",
        published="2021-05-04", outlet="The Namibian", url="https://news.example/thanks?a=1",
    )  # fmt: skip
    made.event("Namibia", "thanked", "Kenya", "SUPPORT", on="2021-05-03", confidence=0.83)
    made.event("Namibia", "will meet", "Kenya", "AGREE", on="2021-06-01", status="planned", act="CONSULT")
    return made.event("Kenya", "sent", "Uganda", "AID", on="1999-01-01", background=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with Archive(path) as made:
        for one in (accusation(), meeting(), thanks()):
            made.add(coded(one))
        yield made


@pytest.fixture
def exported(archive: Archive) -> Exported:
    """``exported("csv", "from:ARM")``: each file of an export with its bytes."""

    def files(name: str, query: str | None = None, job: Job | None = None) -> dict[str, bytes]:
        chosen = exporter(name)
        raw = b"".join(chosen.stream(archive, query, job=job))
        if len(chosen.files) == 1:
            return dict.fromkeys(chosen.files, raw)
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return {one: packed.read(one) for one in packed.namelist()}

    return files
