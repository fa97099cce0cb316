"""A brief carries everything that a report tells of two parties."""

from __future__ import annotations

from memcon import read
from memcon.archive import Archive
from memcon.briefs import ReportCitation
from memcon.briefs.making import make_brief
from memcon.checking import check
from memcon.language import Parser
from memcon.record import Dated, Document

REPORT = """\
NAIROBI, 3 May 2023 – UN Secretary-General António Guterres met Kenyan President William Ruto in Nairobi on Wednesday, \
the United Nations said.

The Secretary-General thanked Kenya for hosting refugees from Somalia. They discussed the drought in the Horn of \
Africa and the crisis in Sudan.

Guterres reiterated the readiness of the United Nations to help Kenya to feed people in the north.

Ruto urged the Security Council to lift the arms embargo on South Sudan. He said that “Africa must have two permanent \
seats in the Security Council”.

In a letter to António Guterres in January 2023, William Ruto wrote that “Kenya will stay a home for the United \
Nations”.

Kenya has been a member of the United Nations since 16 December 1963. It was elected a non-permanent member of the UN \
Security Council for the term of 2021-2022. The United Nations opened its office at Nairobi in January 1996.
"""


def test_everything_that_was_read_is_cited(archive: Archive, parser: Parser) -> None:
    day = Dated("2023-05-03", "2023-05-03", "stated")
    record = check(read(Document("report", REPORT, published=day, byline="Jane Doe"), parser))
    archive.add(record)
    brief = make_brief(archive, "Kenya", "UN")
    cited = [note.citation for note in brief.notes if isinstance(note.citation, ReportCitation)]
    names = {actor.id: actor.country or actor.code or "" for actor in record.actors}
    told = [event.evidence for event in record.events if _both({names[id] for id in (*event.source, *event.target)})]
    told += [said.content for said in record.statements if names.get(said.speaker or "") in ("KEN", "IGOUNO")]
    told += [fact.evidence for fact in record.facts if names[fact.subject] in ("KEN", "IGOUNO")]
    assert len(told) >= 10
    missing = [span.text for span in told if not any(_covers(one, span.start, span.end) for one in cited)]
    assert not missing
    words = " ".join(sentence.text for sentence in brief.sentences())
    for name in ("António Guterres, Secretary-General of the United Nations", "William Ruto, President of Kenya"):
        assert name in words
    assert cited[0].report.byline == "Jane Doe"


def _both(countries: set[str]) -> bool:
    return {"KEN", "IGOUNO"} <= countries


def _covers(citation: ReportCitation, start: int, end: int) -> bool:
    return min(citation.end, end) - max(citation.start, start) > 0.5 * (end - start)
