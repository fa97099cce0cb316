"""An archive of a few reports written by hand on Kenya and Uganda, Azerbaijan and the United Nations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.archive.making import Made, accusation, meeting

from memcon.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive.sqlite", patience=5) as made:
        yield made


def call_for_aid(id: str, words: str, on: str, outlet: str = "Nation") -> Made:
    """Kenya speaks of the same matter, in words of its own each time."""
    made = Made(id, f"William Ruto said {words}. He met Yoweri Museveni.", outlet=outlet, published=on)
    return made.says("William Ruto", "said", words, to="Yoweri Museveni", occasion="letter")


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """d1 a meeting of Azerbaijan and the UN, d2 the same elsewhere, d3 an accusation, d4 to d7 Kenya and Uganda."""
    archive.add(meeting("a", "Azertac").record())
    archive.add(meeting("b", "UN News", lead="NEW YORK – ").record())
    archive.add(accusation().record())
    visit = Made(
        "visit", "Kenya will visit Uganda. Kenya offered aid to Uganda.", outlet="Nation", published="2021-05-03"
    )
    visit.event("Kenya", "visit", "Uganda", "AGREE", on="2021-06-01", status="planned", act="CONSULT")
    visit.event("Kenya", "offered", "Uganda", "AGREE", on="2021-05-03", status="offered", act="AID", topics=("floods",))
    archive.add(visit.record())
    held = Made("held", "Kenya sent aid to Uganda. Kenya visited Uganda.", outlet="Nation", published="2021-06-02")
    held.event("Kenya", "sent", "Uganda", "AID", on="2021-05-20", topics=("floods",))
    held.event("Kenya", "visited", "Uganda", on="2021-06-01", mode="visit")
    archive.add(held.record())
    first = "both sides must keep the common border open for farm trade"
    archive.add(call_for_aid("first", first, "2022-01-10").record())
    archive.add(call_for_aid("second", first.replace("must", "should soon"), "2022-03-10").record())
    return archive
