"""The report page: the text beside its record, with a permanent address for the report, each card and each passage."""

from __future__ import annotations

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from memcon.archive import Report
from memcon.language.wrapping import is_wrapped
from memcon.web.errors import Problem
from memcon.web.pages import archive_of, render
from memcon.web.report_cards import cards_of
from memcon.web.report_marks import marks_of
from memcon.web.report_text import headline_end, text_as_html
from memcon.wording.quoting import first_line


def page(request: Request) -> Response:
    """A report as it is now: ``/report/d12``."""
    return _shown(request, _report(request, request.path_params["id"]))


def old(request: Request) -> Response:
    """An earlier version of a report: ``/report/d12/version/1``."""
    return _shown(request, _report(request, request.path_params["id"], request.path_params["version"]))


def span(request: Request) -> Response:
    """A report with a passage marked: ``/report/d12/span/120-164``, in code points."""
    start, end = request.path_params["start"], request.path_params["end"]
    report = _report(request, request.path_params["id"])
    if not 0 <= start < end <= len(report.record.document.text):
        raise Problem(404, "No such passage", f"The report has no characters {start} to {end}. It may have changed.")
    return _shown(request, report, (start, end))


def item(request: Request) -> Response:
    """The short address of an item, ``/e12``, which leads to its card; of a report, ``/d12``."""
    id = request.path_params["item"]
    if re.fullmatch(r"d\d{1,15}", id):
        return RedirectResponse(f"/report/{id}", 302)
    if not re.fullmatch(r"[esfa]\d{1,15}", id):
        raise HTTPException(404)
    with archive_of(request) as archive:
        report = archive.history(id).report
    return RedirectResponse(f"/report/{report}#{id}", 302)


def _report(request: Request, id: str, version: int | None = None) -> Report:
    with archive_of(request) as archive:
        return archive.report(id, version)


def _shown(request: Request, report: Report, here: tuple[int, int] | None = None) -> Response:
    document = report.record.document
    cards = cards_of(report)
    title = (document.title or "").strip()
    headline = headline_end(document.text, title)
    labels = {card.id: f"{card.kind} {card.id}: {card.name}" for card in cards.every()}
    return render(
        request,
        "report.html",
        report=report,
        document=document,
        cards=cards,
        title=title or first_line(document.text) or report.name,
        # Where a file lies on this machine is nobody else's affair.
        came_as=re.split(r"[/\\]", report.name.rstrip("/\\"))[-1],
        shows_title=bool(title) and not headline,
        address=document.url if (document.url or "").startswith(("https://", "http://")) else None,
        wrapped=is_wrapped(document.text),
        text=text_as_html(document.text, marks_of(report, here), labels, headline),
        unread=len(report.record.coverage.unread),
    )
