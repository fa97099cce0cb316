"""What a list shows, as a file: answers as CSV or JSON, and every format of :mod:`memcon.exports`."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import IO, Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from memcon.exports import Exporter, ExportError, exporters
from memcon.exports.spreadsheets import ANSWERS, answers, csv_of
from memcon.web.errors import Problem
from memcon.web.pages import archive_of

#: The formats of any list: media type.
ROWS = {"csv": "text/csv; charset=utf-8", "json": "application/json", "jsonl": "application/x-ndjson"}
#: Answers in a file of rows at the most; whole archives are what the formats of export are for.
MOST_ROWS = 100_000
_AT_A_TIME = 256 * 1024

Row = Mapping[str, Any]


def formats() -> list[tuple[str, str]]:
    """Every format that a search can be had in: name, what it is."""
    rows = [("csv", "These answers as CSV, for spreadsheets"), ("json", "These answers as JSON")]
    return rows + [(name, exporter.about) for name, exporter in exporters().items() if name not in ROWS]


def download(request: Request, query: str, format: str) -> Response:
    """What a query finds, as a file."""
    if format in ROWS:
        with archive_of(request) as archive:
            hits = archive.search(query or "kind:event,statement,fact", limit=MOST_ROWS)
        if format == "csv":
            return _file(csv_of(ANSWERS, answers(hits)), format, "memcon-search")
        return as_file([hit.as_json() for hit in hits], format, "memcon-search")
    try:
        exporter = exporters()[format]
    except KeyError:
        names = ", ".join(name for name, _ in formats())
        raise Problem(404, "No such format", f"“{format}” is no format; there are {names}.") from None
    return StreamingResponse(
        _sent(_made(request, exporter, query)),
        media_type=exporter.media_type,
        headers=_named(f"memcon-{format}{exporter.suffix}"),
    )


def _made(request: Request, exporter: Exporter, query: str) -> IO[bytes]:
    """The export in a file without a name: the archive's connection belongs to this thread, not to those that send."""
    with ExitStack() as kept, archive_of(request) as archive:
        waiting: IO[bytes] = kept.enter_context(tempfile.TemporaryFile())
        try:
            waiting.writelines(exporter.stream(archive, query or None))
        except (ExportError, ValueError) as problem:
            raise Problem(422, "That cannot be exported", f"{problem}.".capitalize()) from None
        if not waiting.tell():
            needs = "; a review needs a fact that a person accepted" if exporter.name == "claimreview" else ""
            raise Problem(404, "There is nothing to export", f"Nothing of this goes out as {exporter.name}{needs}.")
        kept.pop_all()
        return waiting


def as_file(rows: Sequence[Row], format: str, name: str) -> Response:
    """Rows as a file of one of :data:`ROWS`."""
    if format == "csv":
        body = csv_of(list(rows[0]) if rows else (), (row.values() for row in rows))
    elif format == "jsonl":
        body = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        body = json.dumps(list(rows), ensure_ascii=False, indent=1)
    return _file(body, format, name)


def _file(body: str, format: str, name: str) -> Response:
    return Response(body.encode("utf-8", "replace"), media_type=ROWS[format], headers=_named(f"{name}.{format}"))


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _sent(waiting: IO[bytes]) -> Iterator[bytes]:
    with waiting:
        waiting.seek(0)
        while piece := waiting.read(_AT_A_TIME):
            yield piece
