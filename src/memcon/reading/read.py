"""The one pure function of the product: a document in, its record out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import tee

import memcon
from memcon.language import Clauses, ParsedText, Parser, dateline_spans, load
from memcon.ontology.lexicon import Lexicon
from memcon.ontology.lexicon import lexicon as shipped_lexicon
from memcon.reading import dates as date_reading
from memcon.reading.actors import read_actors
from memcon.reading.context import Context
from memcon.reading.coverage import coverage_of
from memcon.reading.events import read_events
from memcon.reading.facts import read_facts
from memcon.reading.statements import read_statements
from memcon.reading.years import infer_year
from memcon.record import Dated, DateExpression, Document, MadeBy, Record
from memcon.reference.own_names import Names

_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)$")


def read(
    document: Document, parser: Parser | None = None, lexicon: Lexicon | None = None, names: Names | None = None
) -> Record:
    """The record of one document.  Touches no disk (the model apart) and no network.

    Args:
        document: the report; ``document.published`` fixes what “today” is.
        parser: a loaded model; by default the best that is installed, loaded once a process.
        lexicon: the words that report events; by default the shipped ones.
        names: people, bodies and aliases of your own (``memcon.reference.own_names.load_names``).
    """
    return next(read_many([document], parser or _default_parser(), lexicon=lexicon, names=names))


@cache
def _default_parser() -> Parser:
    return load()


def read_many(
    documents: Iterable[Document],
    parser: Parser,
    batch_size: int | None = None,
    lexicon: Lexicon | None = None,
    names: Names | None = None,
) -> Iterator[Record]:
    """The records of many documents, in order; holds no more than a batch of them at a time."""
    kept, texts = tee(documents)
    parses = parser.parse_many((d.text for d in texts), **({"batch_size": batch_size} if batch_size else {}))
    for document, parsed in zip(kept, parses, strict=True):
        yield record_of(document, parsed, parser.model, lexicon, names)


def record_of(
    document: Document,
    parsed: ParsedText,
    model: str,
    lexicon: Lexicon | None = None,
    names: Names | None = None,
) -> Record:
    """The record of a document whose parse is at hand."""
    clauses = Clauses(parsed)
    context = Context(document, parsed, clauses, names)
    mentions = date_reading.find(document.text, clauses.tense_at)
    actors = read_actors(context)
    dates = date_reading.resolve(mentions, document.text, context.published, tense_at=clauses.tense_at)
    statements = read_statements(context, actors, dates)
    facts = read_facts(context, actors, dates, statements)
    if document.published is None:
        inferred = infer_year(context, actors, facts, dates)
        if inferred is not None:
            year, why = inferred
            published = _dateline_day(document.text, dates, year, why) or Dated(
                f"{year}-01-01", f"{year}-12-31", "inferred", None, why
            )
            document = replace(document, published=published)
            context = Context(document, parsed, clauses, names)
            # What hung on the year is read once more, now that it is known.
            known = context.published if published.text else None
            dates = date_reading.resolve(mentions, document.text, known, year=year, tense_at=clauses.tense_at)
            statements = read_statements(context, actors, dates)
            facts = read_facts(context, actors, dates, statements)
    lexicon = lexicon or shipped_lexicon()
    events = read_events(context, actors, dates, statements, lexicon)
    return Record(
        document,
        MadeBy(memcon.__version__, model, lexicon.digest),
        actors.actors,
        dates,
        statements,
        events,
        facts,
        coverage_of(parsed, events, statements, facts),
    )


def _dateline_day(text: str, dates: Iterable[DateExpression], year: int, why: str) -> Dated | None:
    """The day of a dateline without a year (“SEOUL, Sept. 13 –”) in the year worked out; None where there is none."""
    for first, last in dateline_spans(text)[:1]:
        for found in dates:
            if first <= found.start < last and (day := _DAY.match(found.timex or "")):
                try:
                    iso = date(year, int(day[1]), int(day[2])).isoformat()
                except ValueError:
                    return None
                return Dated(iso, iso, "inferred", found.span, f"the day of the dateline; {why}")
    return None
