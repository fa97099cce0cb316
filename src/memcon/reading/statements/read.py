"""Finds the statements of a document: cues and quotations are found apart, joined, and told in order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from memcon.reading.context import ActorIndex, Context
from memcon.reading.statements.attach import attach_quotations
from memcon.reading.statements.boundaries import cut_contents
from memcon.reading.statements.circumstances import Circumstances, Dates, circumstances_of
from memcon.reading.statements.draft import Draft, Page
from memcon.reading.statements.labels import label_drafts
from memcon.reading.statements.nouns import noun_drafts
from memcon.reading.statements.phrases import phrase_drafts
from memcon.reading.statements.select import told_by_the_text
from memcon.reading.statements.speakers import carriers_of, is_outlet, quoted_as, resolve_speakers
from memcon.reading.statements.verbs import verb_drafts
from memcon.record import DateExpression, Span, Statement

_MARKS = "\"“”„‟«»`'‘’ \n\t\u00a0"
_TRIM = " \n\t\"“”„«»'‘’.,"
#: A saying whose own sentence names no occasion goes on with that of the one before, over so many sentences.
_CONTEXT = 2
#: “… told reporters in Tokyo on Tuesday”: what may stand between an inner cue and the report of it, in characters.
_MOST_AFTER_CUE = 100


@dataclass(frozen=True, slots=True)
class _Carried:
    """Actors ``through`` whom a saying came, those ``cited`` for it, and whether an ``outlet`` says it."""

    through: list[str]
    cited: list[str]
    outlet: bool


def read_statements(context: Context, actors: ActorIndex, dates: tuple[DateExpression, ...]) -> tuple[Statement, ...]:
    """The statements of the document, in order of their content.

    Args:
        context: the parsed document.
        actors: its actors, for speakers, addressees and carriers.
        dates: its date expressions, resolved.
    """
    page = Page(context.parsed, context.clauses)
    drafts = verb_drafts(page) + noun_drafts(page) + phrase_drafts(page) + label_drafts(page)
    cut_contents(page, drafts)
    for draft in drafts:
        quoted_as(page, draft)
    drafts = _distinct(page, told_by_the_text(page, attach_quotations(page, drafts), actors))
    drafts.sort(key=lambda d: (d.anchor, min(d.content)))
    made = _statements(page, drafts, actors, Dates(dates))
    made.sort(key=lambda s: (s.content.start, -s.content.end))
    return tuple(replace(s, id=f"s{n}") for n, s in enumerate(made, 1))


def _distinct(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Each once; “shared the view that …” is told by its noun, and not by its verb again."""
    seen: dict[tuple[int, int, int], Draft] = {}
    for draft in drafts:
        if draft.content:
            seen.setdefault((min(draft.content), max(draft.content), draft.anchor), draft)
    kept = list(seen.values())
    return [d for d in kept if not any(_is_part(page, d, other) for other in kept if other.content & d.content)]


def _is_part(page: Page, draft: Draft, other: Draft) -> bool:
    """Whether the cue of another with the same content holds this one’s, and more."""
    if draft.cue is None or other.cue is None or draft.cue == other.cue:
        return False
    return (
        page.runs(draft.content) == page.runs(other.content)
        and other.cue[0] <= draft.cue[0]
        and draft.cue[1] <= other.cue[1]
    )


def _statements(page: Page, drafts: list[Draft], actors: ActorIndex, dates: Dates) -> list[Statement]:
    speakers = resolve_speakers(page, drafts, actors)
    found: list[Statement] = []
    carried: list[_Carried] = []
    spoken: list[tuple[Draft, str | None, Circumstances]] = []
    for n, draft in enumerate(drafts):
        statement = _statement(page, draft)
        if statement is None:
            continue
        who = speakers[n]
        around = circumstances_of(page, draft, actors, dates)
        _go_on(page, draft, who, around, spoken)
        spoken.append((draft, who, around))
        addressee = around.addressee if around.addressee != who else None
        found.append(replace(statement, speaker=who, addressee=addressee, occasion=around.occasion, date=around.date))
        cited = [who for head in draft.cited for who in actors.at(head) if len(actors.at(head)) == 1]
        carried.append(_Carried(carriers_of(page, draft, actors), cited, who is not None and is_outlet(actors, who)))
    return _chained(found, carried)


def _go_on(
    page: Page,
    draft: Draft,
    who: str | None,
    around: Circumstances,
    spoken: list[tuple[Draft, str | None, Circumstances]],
) -> None:
    """“He expressed his confidence that …” after “in a letter to X, the president said”: the letter goes on."""
    if not spoken or around.occasion is not None or around.date is not None or draft.kind == "finding":
        return
    before, speaker, earlier = spoken[-1]
    distance = page.parsed.sentence_of(draft.anchor).index - page.parsed.sentence_of(max(before.content)).index
    if not 0 <= distance <= _CONTEXT or earlier.occasion is None or draft.speaker is None:
        return
    pronoun = page.tokens[draft.speaker].pos == "PRON"
    if (who is not None and who == speaker) or (who is None and pronoun):
        around.occasion = earlier.occasion
        around.addressee = around.addressee or earlier.addressee
        if earlier.date is not None:
            around.date = replace(earlier.date, basis="context")


def _chained(found: list[Statement], carried: list[_Carried]) -> list[Statement]:
    """The statements with the speakers of those that enclose them in ``via``, innermost first.

    An outlet that only tells of another's saying (“…, the envoy said, the agency reported”) is left to ``via``.
    """
    only_told: set[int] = set()
    chained = list(found)
    opening = sorted(range(len(found)), key=lambda n: found[n].content.start)
    asked = sorted(range(len(found)), key=lambda n: _cue_of(found[n]).start)
    around: list[int] = []
    opened = 0
    for n in asked:
        said, cue = found[n], _cue_of(found[n])
        while opened < len(opening) and found[opening[opened]].content.start <= cue.start:
            around.append(opening[opened])
            opened += 1
        around = [m for m in around if found[m].content.end > cue.start]
        enclosing = [m for m in around if m != n and _encloses(found[m], cue)]
        enclosing.sort(key=lambda m: found[m].content.end - found[m].content.start)
        only_told.update(m for m in enclosing if carried[m].outlet and _all_but(found[m], said))
        links = [*carried[n].through]
        links += [who for m in enclosing for who in (*carried[m].cited, found[m].speaker, *carried[m].through) if who]
        via = tuple(dict.fromkeys(link for link in links if link != said.speaker))
        if via:
            chained[n] = replace(said, via=via)
    return [said for n, said in enumerate(chained) if n not in only_told]


def _all_but(report: Statement, said: Statement) -> bool:
    """Whether a report holds nothing but one saying: its words at one end, at the other its cue."""
    if report.cue is None or said.cue is None or said.content.covers(said.cue):
        return False
    start, end = report.content.start, report.content.end
    if not said.content.start - start <= 1 or said.cue.start < said.content.end:
        return False
    rest = report.content.text[said.cue.end - start :]
    return end <= report.cue.start and "," not in rest and len(rest) < _MOST_AFTER_CUE


def _encloses(outer: Statement, cue: Span) -> bool:
    return outer.cue != cue and any(part.covers(cue) for part in outer.content_parts)


def _cue_of(said: Statement) -> Span:
    return said.cue or said.content


def _statement(page: Page, draft: Draft) -> Statement | None:
    runs = page.runs(draft.content)
    spans = [page.parsed.span(first, last) for first, last in runs]
    spans = [s for s in spans if s.text.strip(_TRIM)]
    if not spans:
        return None
    form = _form(page, draft)
    if form == "direct":
        spans = _without_marks(page, spans)
    content = Span.of(page.parsed.text, spans[0].start, spans[-1].end)
    cue = page.parsed.span(*draft.cue) if draft.cue else None
    speaker = page.parsed.span(*draft.speaker_span) if draft.speaker_span else None
    return Statement("", None, speaker, cue, content, tuple(spans), form)


def _without_marks(page: Page, spans: list[Span]) -> list[Span]:
    """The pieces of direct speech without the marks around them, and without the comma that belongs to the cue."""
    found = []
    for span in spans:
        start, end = span.start, span.end
        while start < end and span.text[start - span.start] in _MARKS:
            start += 1
        while end > start and span.text[end - span.start - 1] in _MARKS:
            end -= 1
        if end > start and page.parsed.text[end - 1] == ",":
            end -= 1
        if end > start:
            found.append(Span.of(page.parsed.text, start, end))
    return found or spans


def _form(page: Page, draft: Draft) -> str:
    if draft.how == "transcript":
        return "direct"
    words = [i for i in draft.content if not page.is_mark(i) and page.tokens[i].pos != "SPACE"]
    unquoted = [i for i in words if page.quote_of.get(i) not in draft.quotes]
    if len(unquoted) == len(words):
        return "indirect"
    return "direct" if all(page.tokens[i].lower == "that" for i in unquoted) else "mixed"
