"""Documents in, records out, in order: a few documents at a time, and a failure costs only its own document."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from memcon.record import Document, Record
from memcon.sources import SourceError

if TYPE_CHECKING:
    from memcon.ontology.lexicon import Lexicon
    from memcon.reference.own_names import Names

# Enough for the parser to work in batches, little enough that a long run holds few documents at a time.
_MOST_DOCUMENTS = 64
_MOST_CHARACTERS = 400_000

ReadMany = Callable[[list[Document]], Iterable[Any]]


def records(
    items: Iterable[Document | SourceError],
    *,
    model: str | None = None,
    lexicon: str | None = None,
    names: str | None = None,
    checked: bool = True,
    reading: Reading | None = None,
) -> Iterator[Record | SourceError]:
    """The record of each document, each SourceError in its place.

    The language model is loaded at the first document, so that wrong inputs are named at once; ``reading`` is one that
    serves several calls.

    Raises:
        click.ClickException: the model is not installed or the lexicon or the names cannot be used (exit status 2).
    """
    reading = reading or Reading(model, lexicon, names, checked=checked)
    for number, batch in enumerate(_batches(items)):
        documents = [item for item in batch if isinstance(item, Document)]
        answers = iter(_guarded(documents, reading.loaded()) if documents else ())
        for item in batch:
            yield item if isinstance(item, SourceError) else next(answers)
        if number == 0:
            # Model, tables and lexicon are there to stay: the collector need not go through them again and again.
            gc.freeze()


class Reading:
    """How documents are read: the model, the lexicon and the names, loaded when they are first needed."""

    def __init__(
        self, model: str | None = None, lexicon: str | None = None, names: str | None = None, *, checked: bool = True
    ) -> None:
        self._asked = (model, lexicon, names, checked)
        self._read: ReadMany | None = None

    def loaded(self) -> ReadMany:
        """What reads documents.

        Raises:
            click.ClickException: the model is not installed or the lexicon or the names cannot be used.
        """
        if self._read is None:
            self._read = _reader(*self._asked)
        return self._read


def load_parser(model: str | None) -> Any:
    """The parser; raises click.ClickException with exit status 2 where the model is not installed."""
    # One thread for the linear algebra: its own threads only get in each other's way on sentences this short.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from memcon.language import ModelMissing, load

    try:
        return load(model)
    except ModelMissing as problem:
        raise click.UsageError(str(problem)) from None


def _reader(model: str | None, lexicon: str | None, names: str | None, checked: bool) -> ReadMany:
    words = lexicon_of(lexicon) if lexicon else None
    own = names_of(names) if names else None
    parser = load_parser(model)
    from memcon.checking import check
    from memcon.reading import read_many

    def read(documents: list[Document]) -> Iterator[Any]:
        for record in read_many(documents, parser, lexicon=words, names=own):
            yield check(record) if checked and isinstance(record, Record) else record

    return read


def lexicon_of(path: str) -> Lexicon:
    """The shipped lexicon with a file before it; raises click.UsageError (exit status 2) where it cannot be used."""
    from memcon.ontology.lexicon import LexiconError, lexicon

    try:
        return lexicon(path)
    except (LexiconError, OSError, UnicodeDecodeError) as problem:
        raise click.UsageError(str(problem)) from None


def names_of(path: str) -> Names:
    """The user's own names; raises click.UsageError (exit status 2) with everything that is wrong with the file."""
    from memcon.reference.own_names import load_names
    from memcon.reference.tables import ReferenceFault

    try:
        return load_names(path)
    except (ReferenceFault, OSError) as problem:
        raise click.UsageError(str(problem)) from None


def _batches(items: Iterable[Document | SourceError]) -> Iterator[list[Document | SourceError]]:
    batch: list[Document | SourceError] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Document) else 0
        if len(batch) >= _MOST_DOCUMENTS or characters >= _MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _guarded(documents: list[Document], read: ReadMany) -> Iterator[Record | SourceError]:
    """One answer a document whatever happens while reading; a fault is looked for one document at a time."""
    answered = 0
    try:
        for answer in read(documents):
            yield _answer(documents[answered], answer)
            answered += 1
    except Exception as fault:
        if os.environ.get("MEMCON_DEBUG"):
            raise
        remaining = documents[answered:]
        if len(remaining) == 1:
            yield SourceError(remaining[0].id, remaining[0].id, fault_in_words(fault))
            return
        for document in remaining:
            yield from _guarded([document], read)


def _answer(document: Document, answer: Any) -> Record | SourceError:
    if isinstance(answer, Record):
        return answer
    message = getattr(answer, "message", None) or getattr(answer, "error", None) or str(answer)
    return SourceError(document.id, document.id, str(message))


def fault_in_words(fault: Exception) -> str:
    """One line for a fault of our own: what it was, and how to see where."""
    told = str(fault).splitlines()
    what = f"{type(fault).__name__}: {told[0][:200]}" if told else type(fault).__name__
    return f"a fault in memcon stopped its reading ({what}); MEMCON_DEBUG=1 shows where"
