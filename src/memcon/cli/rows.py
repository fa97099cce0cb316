"""Rows in, one answer a row out: what ``dyads``, ``actors`` and ``stories`` have in common."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from memcon.cli.output import Tally, write_json
from memcon.cli.progress import counted
from memcon.cli.stream import load_parser
from memcon.corpus import fault_in_words
from memcon.sources import SourceError, Unreadable, published
from memcon.sources import rows as rows_of

Row = Mapping[str, Any]
Answer = Callable[[list[Row], Any], Iterable[Row]]

_BATCH = 256


def answer_rows(
    file: str,
    form: str,
    model: str | None,
    *,
    check: Callable[[Row], str | None],
    answer: Answer,
    columns: tuple[str, ...],
    batch: int | None = _BATCH,
) -> int:
    """Answer each row of ``file`` in its order; returns the exit status.

    Args:
        file: JSON lines; ``-`` is standard input.
        form: ``jsonl`` or ``text``.
        model: the name of the language model, or None.
        check: says what is wrong with a row, or None.
        answer: gives one answer a row, in order.
        columns: the fields of an answer, as the table for people shows them.
        batch: how many rows ``answer`` is given at once; None is all of them.
    """
    tally = Tally()
    answers = tally.heard(counted(_answers(file, model, check, answer, batch), "rows"))
    if form == "jsonl":
        for found in answers:
            write_json(_as_error(found) if isinstance(found, SourceError) else found)
    else:
        from memcon.cli.page import table

        table(columns, (found for found in answers if not isinstance(found, SourceError)))
    return tally.status


def _answers(
    file: str, model: str | None, check: Callable[[Row], str | None], answer: Answer, batch: int | None
) -> Iterator[Row | SourceError]:
    parser: Any = None
    numbered = enumerate(rows_of(file), 1)
    while chunk := list(islice(numbered, batch)):
        came = [_checked(file, number, row, check) for number, row in chunk]
        good = [row for row in came if not isinstance(row, SourceError)]
        if good and parser is None:
            parser = load_parser(model)
        found = _guarded(answer, good, parser, alone=batch is not None)
        for row in came:
            yield row if isinstance(row, SourceError) else next(found)


def _guarded(answer: Answer, rows: list[Row], parser: Any, *, alone: bool) -> Iterator[Row | SourceError]:
    """One answer a row whatever happens; a fault is looked for one row at a time where rows are answered ``alone``."""
    answered = 0
    try:
        for found in answer(rows, parser) if rows else ():
            yield found
            answered += 1
    except Exception as fault:
        if os.environ.get("MEMCON_DEBUG"):
            raise
        for row in rows[answered:]:
            if alone and len(rows) > 1:
                yield from _guarded(answer, [row], parser, alone=True)
            else:
                yield SourceError(str(row["id"]), str(row["id"]), fault_in_words(fault))


def _checked(file: str, number: int, row: Row | SourceError, check: Callable[[Row], str | None]) -> Row | SourceError:
    if isinstance(row, SourceError):
        return row
    id = row.get("id")
    name = f"{file}:{number}" if id is None else str(id)
    fault = check(row)
    return SourceError(name, f"{file}, row {number}", fault) if fault else {**row, "id": name if id is None else id}


def _as_error(problem: SourceError) -> dict[str, Any]:
    return {"id": problem.id, "document": {"id": problem.id}, "error": problem.message}


def a_string(row: Row, field: str) -> str | None:
    """What is wrong with a field that must be a string that says something."""
    value = row.get(field)
    if value is None:
        return f'has no "{field}"'
    if not isinstance(value, str):
        return f'"{field}" is not a string'
    return None if value.strip() else f'"{field}" is empty'


def a_date(row: Row, field: str) -> str | None:
    """What is wrong with a field that may be a date."""
    value = row.get(field)
    if value in (None, ""):
        return None
    if not isinstance(value, str):
        return f'"{field}" is not a string'
    try:
        published(value)
    except Unreadable as problem:
        return f'"{field}": {problem}'
    return None
