"""What a report tells only to deny it is never printed as if it were so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.archive.making import Made

from memcon.archive import Archive
from memcon.briefs import chronology, last_contact, positions
from memcon.briefs.denials import governed_as


@pytest.mark.parametrize("verb", ["rejected a report that", "denied that", "dismissed claims in the press that"])
def test_what_is_denied_is_quoted_with_who_denies_it(archive: Archive, verb: str) -> None:
    told = f"Yoweri Museveni {verb} Uganda had agreed to leave Kenya"
    made = Made("denial", f"Kenya met Uganda. {told}.", outlet="Nation", published="2021-05-03")
    made.event("Kenya", "met", "Uganda", on="2021-05-03")
    made.event("Uganda", "agreed", "Kenya", "AGREE", on="2021-05-03", part_of="e1")
    clause = made.span("Uganda had agreed to leave Kenya")
    made.events[-1] = replace(made.events[-1], evidence=clause)
    archive.add(made.record())
    found = last_contact(archive, "KEN", "UGA")
    assert found is not None
    assert found.sentences[1].text == f"“{told}”."
    (line,) = chronology(archive, "KEN", "UGA").events
    assert [part.text for part in line.parts] == [f"“{told}”."]
    assert not positions(archive, "KEN", "UGA"), "no position of Uganda"


def test_a_report_that_nobody_denies_is_alleged() -> None:
    assert governed_as("Museveni commented on press reports that ") == "alleged"
    assert governed_as("According to reports, ") is None
    assert governed_as("Museveni rejected the plan and said that ") is None
