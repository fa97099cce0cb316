"""Reports on their way into the archive: one worker reads them one after the other, and says how far it is."""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from queue import Queue

from starlette.requests import Request

from memcon.archive import Archive, ArchiveError, key_of
from memcon.corpus.reader import ReadMany
from memcon.record import Document, Record
from memcon.sources import SourceError

#: Jobs that may wait, and finished ones that can still be looked at.
MOST_WAITING = 20
MOST_KEPT = 100

Documents = Callable[[], Iterable[Document | SourceError]]


@dataclass(frozen=True, slots=True)
class Came:
    """What became of one report: its ``outcome`` and id, or what was wrong with it."""

    name: str
    outcome: str | None = None
    id: str | None = None
    problem: str | None = None


@dataclass(slots=True)
class Job:
    """One thing that somebody added: a text, some files or an address.

    Attributes:
        id: part of its address; cannot be guessed.
        what: in words: “2 files”, “https://…”.
        state: waiting, reading or done.
        came: what became of each report so far.
        now: the report that is being read.
    """

    id: str
    what: str
    documents: Documents
    state: str = "waiting"
    came: list[Came] = field(default_factory=list)
    now: str | None = None

    @property
    def is_done(self) -> bool:
        """Whether nothing more will come."""
        return self.state == "done"


class TooMany(Exception):
    """As many jobs wait as may wait."""


class Worker:
    """Reads the jobs of one reading room on a thread of its own; the language model is loaded with the first.

    Args:
        archive: the archive's file.
    """

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._queue: Queue[Job] = Queue()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._grouping: threading.Thread | None = None

    def add(self, what: str, documents: Documents) -> Job:
        """Put something in the queue.

        Raises:
            TooMany: the queue is full.
        """
        with self._lock:
            if sum(not job.is_done for job in self._jobs.values()) >= MOST_WAITING:
                raise TooMany
            job = Job(secrets.token_urlsafe(9), what, documents)
            self._jobs[job.id] = job
            for id in [id for id, old in self._jobs.items() if old.is_done][:-MOST_KEPT]:
                del self._jobs[id]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="memcon-adding", daemon=True)
                self._thread.start()
        self._queue.put(job)
        return job

    def job(self, id: str) -> Job | None:
        """The job of that id, if it is still known."""
        with self._lock:
            return self._jobs.get(id)

    def group(self, wait: float = 1.0) -> None:
        """Put new reports into stories, on a thread of its own.

        Args:
            wait: seconds to wait for it, so that what is quick is there at once.
        """
        with self._lock:
            if self._grouping is None or not self._grouping.is_alive():
                self._grouping = threading.Thread(target=self._group, name="memcon-stories", daemon=True)
                self._grouping.start()
            grouping = self._grouping
        grouping.join(wait)

    def _group(self) -> None:
        with contextlib.suppress(ArchiveError), Archive(self._archive) as archive:
            archive.stories(limit=1)

    def _work(self) -> None:
        while True:
            job = self._queue.get()
            job.state = "reading"
            try:
                self._read(job)
            except Exception as problem:
                job.came.append(Came(job.what, problem=in_words(problem)))
            job.now, job.documents = None, tuple
            job.state = "done"
            if self._queue.empty():
                self.group(wait=0)

    def _read(self, job: Job) -> None:
        with Archive(self._archive) as archive:
            for document in job.documents():
                if isinstance(document, SourceError):
                    job.came.append(Came(document.where, problem=document.message))
                    continue
                job.now = called(document)
                known = archive.status(document, key_of(document), again=True)
                if known:
                    job.came.append(Came(job.now, known.outcome, known.id))
                    continue
                for record in read_one(document):
                    if isinstance(record, SourceError):
                        job.came.append(Came(record.where, problem=record.message))
                    else:
                        added = archive.add(record, again=True)
                        job.came.append(Came(job.now, added.outcome, added.id))


def called(document: Document) -> str:
    """What a document is called: its headline, else its file or address; a pasted text by how it begins."""
    if document.title or not document.id.startswith("pasted:"):
        return document.title or document.id
    words = " ".join(document.text[:200].split())
    return words if len(words) <= 80 else f"{words[:80].rsplit(' ', 1)[0]} …"


def read_one(document: Document) -> Iterable[Record | SourceError]:
    """The record of a document, or why there is none."""
    from memcon.corpus.reader import guarded

    return guarded([document], _reader())


@cache
def _reader() -> ReadMany:
    from memcon.corpus.reader import Settings, reader

    return reader(Settings())


def worker(request: Request) -> Worker:
    """The worker of this reading room, made when it is first needed."""
    state = request.app.state
    if not hasattr(state, "worker"):
        state.worker = Worker(state.settings.archive)
    assert isinstance(state.worker, Worker)
    return state.worker


def in_words(problem: Exception) -> str:
    """What went wrong, in one line."""
    from memcon.language import ModelMissing
    from memcon.sources import Unreadable

    if isinstance(problem, (ModelMissing, Unreadable, ArchiveError)):
        return str(problem)
    told = str(problem).splitlines()
    return f"a fault in memcon stopped its reading ({type(problem).__name__}{': ' + told[0][:200] if told else ''})"
