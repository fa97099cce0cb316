"""The first page: the latest reports."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from memcon.web.pages import archive_of, render
from memcon.wording.quoting import first_line

#: Reports on one page.
A_PAGE = 50


def page(request: Request) -> Response:
    """The latest reports, and how many of what the archive holds."""
    before = request.query_params.get("page", "1")
    number = max(1, int(before)) if before.isdigit() and len(before) < 7 else 1
    with archive_of(request) as archive:
        rows = archive.connection.execute(
            "SELECT 'd' || documents.id AS id, versions.title, substr(versions.text, 1, 400) AS text,"
            " versions.outlet, versions.published_start, versions.published_end, documents.name, documents.added,"
            " (SELECT count(*) FROM entries WHERE version = versions.id AND kind = 'event') AS events,"
            " (SELECT count(*) FROM entries WHERE version = versions.id AND kind = 'statement') AS statements,"
            " (SELECT count(*) FROM entries WHERE version = versions.id AND kind = 'fact') AS facts,"
            " (SELECT count(*) FROM entries JOIN facts ON facts.id = entries.id"
            " WHERE version = versions.id AND verdict = 'contradicted') AS contradicted"
            " FROM documents JOIN versions ON versions.id = documents.current"
            " ORDER BY coalesce(versions.published_start, substr(documents.added, 1, 10)) DESC, documents.id DESC"
            " LIMIT ? OFFSET ?",
            (A_PAGE + 1, (number - 1) * A_PAGE),
        ).fetchall()
        held = archive.connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    begins = {row["id"]: first_line(row["text"]) for row in rows}
    return render(
        request, "home.html", reports=rows[:A_PAGE], begins=begins, held=held, number=number, more=len(rows) > A_PAGE
    )
