"""What a worker needs to read: the model, the words and the names, loaded once, and documents in, answers out."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from memcon.record import Document, Record
from memcon.sources import SourceError

ReadMany = Callable[[Sequence[Document]], Iterable[Record]]


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are read.

    Attributes:
        model: the spaCy pipeline to parse with; None for the best one installed.
        lexicon: path of a user's own lexicon, or None.
        names: path of a user's own names, or None.
        checked: whether facts get their verdicts.
    """

    model: str | None = None
    lexicon: str | None = None
    names: str | None = None
    checked: bool = True


def reader(settings: Settings) -> ReadMany:
    """A function that reads documents as ``settings`` say; the model is loaded here, once.

    Raises:
        ModelMissing: the model is not installed.
        LexiconError, NamesFault, OSError: a file of the user's own that cannot be used.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from memcon.checking import check
    from memcon.language import load
    from memcon.ontology.lexicon import lexicon
    from memcon.reading import read_many
    from memcon.reference.own_names import load_names

    words = lexicon(settings.lexicon) if settings.lexicon else None
    own = load_names(settings.names) if settings.names else None
    parser = load(settings.model)
    begun = False

    def read(documents: Sequence[Document]) -> Iterator[Record]:
        nonlocal begun
        for record in read_many(documents, parser, lexicon=words, names=own):
            yield check(record) if settings.checked else record
        if not begun:
            # Model, tables and lexicon are there to stay: the collector need not go through them again and again.
            gc.freeze()
            begun = True

    return read


def guarded(documents: Sequence[Document], read: ReadMany) -> Iterator[Record | SourceError]:
    """One answer a document whatever happens while reading; a fault is looked for one document at a time."""
    answered = 0
    try:
        for answer in read(documents):
            yield answer
            answered += 1
    except Exception as fault:
        if os.environ.get("MEMCON_DEBUG"):
            raise
        remaining = documents[answered:]
        if len(remaining) == 1:
            yield SourceError(remaining[0].id, remaining[0].id, fault_in_words(fault))
            return
        for document in remaining:
            yield from guarded([document], read)


def fault_in_words(fault: Exception) -> str:
    """One line for a fault of our own: what it was, and how to see where."""
    told = str(fault).splitlines()
    what = f"{type(fault).__name__}: {told[0][:200]}" if told else type(fault).__name__
    return f"a fault in memcon stopped its reading ({what}); MEMCON_DEBUG=1 shows where"
