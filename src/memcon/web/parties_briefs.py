"""Briefs and comparisons as files: what a page shows, to hand on."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from memcon.briefs.document import as_docx
from memcon.briefs.findings import Readouts
from memcon.briefs.making import make_brief
from memcon.briefs.page import Brief
from memcon.briefs.rendering import as_text
from memcon.web.errors import Problem
from memcon.web.pages import archive_of

#: The forms: ending, media type.
FORMS = {
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "html": ("html", "text/html; charset=utf-8"),
    "markdown": ("md", "text/markdown; charset=utf-8"),
}


def brief(request: Request) -> Response:
    """The brief on ``?one=`` and ``?other=`` in ``?form=``."""
    params = request.query_params
    one, other = (" ".join(params.get(name, "").split()) for name in ("one", "other"))
    if not one:
        raise Problem(400, "On whom?", "Give the name of a state, body or person.")
    form = form_of(params.get("form", "docx"))
    with archive_of(request) as archive:
        made = make_brief(archive, one, other or None)
    return as_attachment(made, form, "memcon-brief")


def form_of(name: str) -> str:
    """The form of that name.

    Raises:
        Problem: there is none.
    """
    if name not in FORMS:
        raise Problem(404, "No such form", f"The forms are {', '.join(FORMS)}.")
    return name


def as_attachment(made: Brief | Readouts, form: str, name: str) -> Response:
    """A brief or a comparison as a file; never as a page of ours, whose policy it does not keep."""
    ending, media_type = FORMS[form]
    body = as_docx(made) if form == "docx" else as_text(made, form).encode("utf-8", "replace")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return Response(body, media_type=media_type, headers=headers)
