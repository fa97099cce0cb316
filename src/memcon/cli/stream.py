"""Reading as the verbs call it: what the user named wrongly ends the call with one line and exit status 2."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from memcon.record import Document, Record
from memcon.sources import SourceError

if TYPE_CHECKING:
    from memcon.corpus.reader import ReadMany
    from memcon.ontology.lexicon import Lexicon
    from memcon.reference.own_names import Names


def records(
    items: Iterable[Document | SourceError],
    *,
    model: str | None = None,
    lexicon: str | None = None,
    names: str | None = None,
    checked: bool = True,
    workers: int = 1,
) -> Iterator[Record | SourceError]:
    """The record of each document, each SourceError in its place.

    The language model is loaded at the first document, so that wrong inputs are named at once.

    Raises:
        click.ClickException: the model is not installed or the lexicon or the names cannot be used (exit status 2).
    """
    from memcon import corpus
    from memcon.language import ModelMissing

    if lexicon:
        lexicon_of(lexicon)
    if names:
        names_of(names)
    try:
        yield from corpus.records(items, corpus.Settings(model, lexicon, names, checked), workers)
    except ModelMissing as problem:
        raise click.UsageError(str(problem)) from None
    except corpus.PoolBroken as problem:
        raise click.ClickException(str(problem)) from None


def reading(
    model: str | None = None, lexicon: str | None = None, names: str | None = None
) -> Callable[[Document], Record | SourceError]:
    """What reads one document after the other, for as long as the program runs; the model is loaded at the first."""
    read: ReadMany | None = None

    def one(document: Document) -> Record | SourceError:
        nonlocal read
        from memcon.corpus.reader import Settings, guarded, reader
        from memcon.language import ModelMissing

        if read is None:
            try:
                read = reader(Settings(model, lexicon, names))
            except ModelMissing as problem:
                raise click.UsageError(str(problem)) from None
        return next(iter(guarded([document], read)))

    if lexicon:
        lexicon_of(lexicon)
    if names:
        names_of(names)
    return one


def load_parser(model: str | None) -> Any:
    """The parser; raises click.ClickException with exit status 2 where the model is not installed."""
    # One thread for the linear algebra: its own threads only get in each other's way on sentences this short.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from memcon.language import ModelMissing, load

    try:
        return load(model)
    except ModelMissing as problem:
        raise click.UsageError(str(problem)) from None


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
        raise click.UsageError("; ".join(str(problem).splitlines())) from None
