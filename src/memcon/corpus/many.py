"""``read`` over a stream of documents: here, or in several processes at once; answers in order either way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

from memcon.corpus.pool import Attempt, Work, unordered
from memcon.corpus.reader import Settings, guarded, reader
from memcon.record import Document, Record
from memcon.sources import SourceError

# Enough for the parser to work in batches, little enough that a long run holds few documents at a time.
_MOST_DOCUMENTS = 64
_MOST_CHARACTERS = 400_000
# Batches that may be ready before the one whose turn it is, a worker.
_MOST_AHEAD = 4

Item = Document | SourceError
Answer = Record | SourceError
Numbered = tuple[int, Sequence[Item]]

DIED = "the process that read it died (out of memory, or killed)"


def records(items: Iterable[Item], settings: Settings, workers: int = 1) -> Iterator[Answer]:
    """The record of each document, each SourceError in its place.

    Args:
        items: documents, and the inputs that could not be read.
        settings: how they are read.  The model is loaded at the first document, so that wrong inputs are named at once.
        workers: how many processes read; 1 reads in this one.

    Raises:
        ModelMissing, LexiconError, NamesFault, OSError: from :func:`memcon.corpus.reader.reader`.
        PoolBroken: the workers cannot be started.
    """
    if workers > 1:
        yield from _parallel(items, settings, workers)
        return
    read = None
    for batch in _batches(items):
        if read is None and any(isinstance(item, Document) for item in batch):
            read = reader(settings)
        documents = [item for item in batch if isinstance(item, Document)]
        yield from _beside(batch, guarded(documents, read) if read else iter(()))


def _worker(settings: Settings) -> Work[Numbered, list[Answer]]:
    read = reader(settings)

    def work(attempt: Attempt[Numbered], at: Callable[[int], None]) -> list[Answer]:
        _, batch = attempt.task
        if not attempt.careful:
            return list(_beside(batch, guarded([d for d in batch if isinstance(d, Document)], read)))
        answers: list[Answer] = []
        for index, item in enumerate(batch):
            if isinstance(item, SourceError):
                answers.append(item)
            elif index in attempt.skip:
                answers.append(SourceError(item.id, item.id, DIED))
            else:
                at(index)
                answers += guarded([item], read)
        return answers

    return work


def _parallel(items: Iterable[Item], settings: Settings, workers: int) -> Iterator[Answer]:
    waiting: dict[int, list[Answer]] = {}

    def batches() -> Iterator[Numbered | None]:
        for numbered in zip(count(), _batches(items)):
            # One slow batch must not let the answers of all later ones pile up.
            while len(waiting) > _MOST_AHEAD * workers:
                yield None
            yield numbered

    following = 0
    for (number, _), answers in unordered(batches(), _worker, (settings,), workers):
        waiting[number] = answers
        while following in waiting:
            yield from waiting.pop(following)
            following += 1


def _beside(batch: Sequence[Item], answers: Iterator[Answer]) -> Iterator[Answer]:
    for item in batch:
        yield item if isinstance(item, SourceError) else next(answers)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Document) else 0
        if len(batch) >= _MOST_DOCUMENTS or characters >= _MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
