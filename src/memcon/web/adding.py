"""Adding reports: a pasted text, files, an address; how far the reading is, and what was wrong, in words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from io import BytesIO

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from memcon.record import Document
from memcon.sources import Intake, SourceError, Unreadable, typed
from memcon.sources.fetching import fetched
from memcon.sources.fields import Given, document_of
from memcon.sources.forms import read_any
from memcon.web.adding_jobs import Documents, Job, TooMany, called, worker
from memcon.web.errors import Problem
from memcon.web.pages import field, form_page, is_partial, render

#: Bytes of all files that are sent together.
MOST_SENT = 64 * 1024 * 1024

_FIELDS = ("text", "title", "outlet", "published", "address")


def page(request: Request) -> Response:
    """The three ways in."""
    return render(request, "adding.html", wrong={}, said=dict.fromkeys(_FIELDS, ""))


def paste(request: Request) -> Response:
    """A text is added that somebody pasted."""
    said = {name: field(request, name) for name in _FIELDS}
    try:
        if said["published"]:
            typed(said["published"])
    except Unreadable as problem:
        return _again(request, said, "text", str(problem))
    try:
        document = pasted(said["text"], said["title"], said["outlet"], said["published"])
    except Unreadable as problem:
        return _again(request, said, "text", f"The text {problem}")
    return _queued(request, called(document), lambda: [document])


def files(request: Request) -> Response:
    """Files are added."""
    sent = [one for one in request.state.form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    day = field(request, "published")
    said = dict.fromkeys(_FIELDS, "") | {"published": day}
    if not sent:
        return _again(request, said, "files", "Choose a file first")
    try:
        if day:
            typed(day)
    except Unreadable as problem:
        return _again(request, said, "files", str(problem))
    # The form is closed when this is answered; what was sent is taken out of it before.
    taken = [(name_of(one.filename or ""), one.file.read()) for one in sent]
    what = taken[0][0] if len(taken) == 1 else f"{len(taken)} files"
    return _queued(request, what, lambda: _documents(taken, day or None))


def address(request: Request) -> Response:
    """A page, feed or document on the web is added."""
    said = dict.fromkeys(_FIELDS, "") | {name: field(request, name) for name in ("address", "published")}
    told = said["address"]
    if not told.lower().startswith(("https://", "http://")):
        return _again(request, said, "address", "An address begins with https://")
    try:
        if said["published"]:
            typed(said["published"])
    except Unreadable as problem:
        return _again(request, said, "address", str(problem))
    return _queued(request, told, lambda: _fetched(told, said["published"] or None))


def progress(request: Request) -> Response:
    """How far a job is; the page asks again by itself until it is done."""
    job = worker(request).job(request.path_params["job"])
    if job is None:
        raise Problem(404, "Not known any more", "What was added there is in the archive; the list of reports has it.")
    template = "adding_progress.html" if is_partial(request) else "adding_job.html"
    return render(request, template, job=job)


def pasted(text: str, title: str = "", outlet: str = "", day: str = "", url: str = "") -> Document:
    """The document of a text that came without a file.

    Raises:
        Unreadable: there is no text, it is too long, not English, or the day is none.
    """
    id = f"pasted:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    # Browsers send lines that end in two characters.
    text = text.replace("\r\n", "\n")
    given = Given(id, text, title or None, day or None, outlet=outlet or None, url=url or None, media_type="text/plain")
    return document_of(given)


def name_of(sent: str) -> str:
    """What a file is called: the last part of its name, which is never used as a path."""
    return sent.replace("\\", "/").rsplit("/", 1)[-1].strip().replace("\x00", "")[:200] or "a file"


def _documents(taken: Iterable[tuple[str, bytes]], day: str | None) -> Iterator[Document | SourceError]:
    for name, raw in taken:
        try:
            yield from read_any(Intake(BytesIO(raw), name, day))
        except Unreadable as problem:
            yield SourceError(name, name, str(problem))


def _fetched(told: str, day: str | None) -> Iterator[Document | SourceError]:
    try:
        yield from fetched(told, published=day)
    except Unreadable as problem:
        yield SourceError(told, told, str(problem))


def _queued(request: Request, what: str, documents: Documents) -> Response:
    return RedirectResponse(f"/add/{queued(request, what, documents).id}", 303)


def queued(request: Request, what: str, documents: Documents) -> Job:
    """A job that waits for its turn.

    Raises:
        Problem: too many wait already.
    """
    try:
        return worker(request).add(what, documents)
    except TooMany:
        raise Problem(503, "Too much at once", "Many reports wait to be read already; try again in a minute.") from None


def _again(request: Request, said: dict[str, str], where: str, problem: str) -> Response:
    told = f"{problem[:1].upper()}{problem[1:].rstrip('.')}."
    return render(request, "adding.html", status=422, wrong={where: told}, said=said)


ROUTES: list[BaseRoute] = [
    Route("/add", page),
    Route("/add/text", form_page(paste), methods=["POST"]),
    Route("/add/files", form_page(files), methods=["POST"]),
    Route("/add/address", form_page(address), methods=["POST"]),
    Route("/add/{job}", progress),
]
