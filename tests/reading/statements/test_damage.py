"""No text, however damaged, raises: random cuts, joins and changed marks of our own reports."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.record import Statement

REPORTS = (
    "“The ceasefire must hold,” Antonio Guterres said. “There is no other way to peace.”\n\n“We know it.”\n\n",
    "Kenya has sent 200 police officers to Haiti, the foreign ministry reported on its website on 3 March 2024. ",
    "MR. PATEL: We welcome the election.\n\nQUESTION: Has the secretary called him?\n\nMR. PATEL: No, he has not.\n",
    "Reuters quoted President William Ruto as saying that «Kenya would send more», according to the BBC. ",
    "In his letter to King Felipe he wrote: „Spain’s offer stands“ – and the 'offer' he meant was his, she added; ",
    "NAIROBI, March 1 (AFP) — Talks failed, Mali’s envoy said, the agency Belga reported, citing officials.\n",
    "Reuters: Will he go?\n\nMao Ning: The door is open.\n\nAFP: When?\n\n“It is open, the minister said.\n\n",
    "Asked if he would go, he said yes but, in a tweet, wrote: “Not yet”, a step that Lima fears. ",
    "The Xinhua news agency reported that Wang Yi said China’s claim that it “never left” was, he added, true. ",
)
MARKS = "\"“”„‟«»‘’'`:;,.!?()[]—–-…\n\t\u200b\u00a0█😀\x00"


@st.composite
def damaged(draw: st.DrawFn) -> str:
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        report = draw(st.sampled_from(REPORTS))
        first = draw(st.integers(0, len(report)))
        pieces.append(report[first : draw(st.integers(first, len(report)))])
        pieces.append(draw(st.text(MARKS, max_size=3)))
    text = "".join(pieces)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, max(0, len(text) - 1)))
        text = text[:at] + draw(st.sampled_from(MARKS)) + text[at + 1 :]
    return text


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=damaged())
def test_damaged_reports(said: Callable[..., tuple[Statement, ...]], text: str) -> None:
    for found in said(text):
        for span in (found.content, *found.content_parts, found.cue, found.speaker_text):
            assert span is None or text[span.start : span.end] == span.text
        assert found.content.text
        assert found.content.start <= found.content_parts[0].start
        assert found.content_parts[-1].end <= found.content.end


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from(MARKS + " aAsaidthe.") | st.characters(), max_size=80))
def test_any_text(said: Callable[..., tuple[Statement, ...]], text: str) -> None:
    assert all(found.content.text for found in said(text))
