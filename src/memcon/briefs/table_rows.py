"""What the reference tables hold of a state in a body, of one state, or of one person, in words with the row cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.briefs.citations import TableCitation
from memcon.briefs.fact_wording import article, office_in_words
from memcon.briefs.sides import Side
from memcon.record import Actor
from memcon.reference import (
    body,
    bounds,
    council_terms,
    membership,
    nam_chairs,
    offices_of,
    organisations,
    source_text,
    state_name,
    un_admission,
)
from memcon.reference.days import ordinal
from memcon.wording.days import day_in_words
from memcon.wording.names import within_a_sentence

_DOUBT = {"single": "one source", "differ": "sources differ", "agree+differ": "sources differ"}


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table in words.

    Attributes:
        words: what it says, without the full stop.
        kind: as of a :class:`~memcon.briefs.findings.Standing`, whose fields the others are too.
        citation: the row with its source.
        doubt: what is not certain about it.
    """

    words: str
    kind: str
    subject: str
    relation: str
    object: str
    value: str | None
    start: str
    end: str | None
    citation: TableCitation
    doubt: str = ""


def rows_of(sides: Sequence[Side]) -> Iterator[TableRow]:
    """What the tables hold of a state in a body, of one state or of one person."""
    states = [each for each in sides if each.country]
    orgs = [each for each in sides if each.body]
    if len(sides) == 1 and sides[0].kind == "person":
        yield from _held(sides[0].name)
    if len(sides) > 1 and not (states and orgs):
        return
    for member in states:
        assert member.country
        name, text = member.name, within_a_sentence(Actor("", member.name, "state"))
        for key in [each.body for each in orgs] or sorted(organisations()):
            yield from _membership(member.country, name, text, key or "", everything=not orgs)
        if not orgs or orgs[0].body in ("UN", "UNSC"):
            for term in council_terms(member.country):
                yield TableRow(
                    _council_words(text, term.seat, term.start, term.end),
                    "term", name, "elected_to", "United Nations Security Council", f"{term.seat} member",
                    term.start, term.end, TableCitation("unsc_terms", term.row(), source_text(term.source)),
                    _DOUBT.get(term.agreement, ""),
                )  # fmt: skip
        if not orgs or orgs[0].body == "NAM":
            for chair in nam_chairs():
                if chair.iso3 == member.country:
                    yield TableRow(
                        f"{text} chaired the Non-Aligned Movement "
                        f"{_from_to(chair.start, chair.end)}",
                        "term", name, "chairs", "Non-Aligned Movement", None, chair.start, chair.end or None,
                        TableCitation("nam_chairs", chair.row(), source_text(chair.source)),
                    )  # fmt: skip


def _held(name: str) -> Iterator[TableRow]:
    """The offices that the tables give a person, where they know one person of that name."""
    terms = [term for term in offices_of(name) if term.office != "effective_leader" and len(name.split()) > 1]
    if len({term.person for term in terms}) != 1:
        return
    for term in terms:
        found = body(term.body) if term.body else None
        where = state_name(term.country) if term.country else found.name if found else ""
        title = office_in_words(", ".join(filter(None, (term.called, where))))
        since = term.start.removeprefix("<=").removeprefix(">=")
        verb = "was" if term.end else "has been"
        words = f"{term.person} {verb} {title} {_from_to(since, term.end)}" if since else f"{term.person} was {title}"
        citation = TableCitation(term.table, term.row(), term.cited or "the reference tables")
        yield TableRow(words, "office", name, "holds_office", where, term.title, term.start, term.end or None, citation)


def _council_words(text: str, seat: str, start: str, end: str) -> str:
    if seat == "permanent":
        return f"{text} has been a permanent member of the Security Council since {day_in_words(start, start)}"
    years = start[:4] if start[:4] == end[:4] else f"{start[:4]}–{end[:4]}"
    return f"{text} was a non-permanent member of the Security Council in {years}"


def _membership(iso3: str, name: str, text: str, key: str, *, everything: bool) -> Iterator[TableRow]:
    org = body(key)
    if org is None:
        return
    within = within_a_sentence(Actor("", org.name, "organization"))
    if key == "UN" and (admission := un_admission(iso3)):
        at = f", at its {ordinal(admission.session)} session" if admission.session else ""
        how = f" by resolution {admission.resolution}" if admission.resolution else ""
        day = day_in_words(admission.admitted, admission.admitted)
        words = (
            f"{text} was an original member of the United Nations from {day}"
            if admission.original
            else f"{text} was admitted to the United Nations on {day}{at}{how}"
        )
        yield TableRow(
            words, "membership", name, "admitted_to", org.name, None, admission.admitted, admission.admitted,
            TableCitation("un_members", admission.row(), source_text(admission.source)),
        )  # fmt: skip
    for row in membership(key, iso3):
        if everything and (not row.is_member or row.end):
            continue
        since = row.start.removeprefix("<=")
        what = "a member" if row.is_member else f"{article(row.status)} {row.status}"
        from_day = day_in_words(*_span(since)).removeprefix("since ")
        early = " or before" if row.start.startswith("<=") else ""
        if row.end:
            words = f"{text} was {what} of {within} from {from_day}{early} to {day_in_words(*_span(row.end))}"
        else:
            words = (
                f"{text} has been {what} of {within} since {from_day}{early}"
                if since
                else f"{text} is {what} of {within}"
            )
        yield TableRow(
            words, "membership", name, "member_of", org.name, None, row.start, row.end or None,
            TableCitation("memberships", row.row(), source_text(row.source)),
            "; ".join(filter(None, (_DOUBT.get(row.agreement, ""), row.doubt))),
        )  # fmt: skip


def _from_to(start: str, end: str) -> str:
    """“since 25 October 2019”, “from 25 October 2019 to 19 January 2024”."""
    first = day_in_words(*_span(start))
    return f"from {first} to {day_in_words(*_span(end))}" if end else f"since {first}"


def _span(cell: str) -> tuple[str, str]:
    found = bounds(cell.removeprefix(">=").removeprefix("<="))
    return found.first, found.last
