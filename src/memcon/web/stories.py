"""Stories: several reports of one event, who copied whom, what each of them tells; two readouts side by side."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from memcon.archive import Archive, Hit, Story
from memcon.archive.hits import hits
from memcon.archive.query import days_of
from memcon.archive.stories import Told
from memcon.briefs import Point, Readouts, compare
from memcon.web.adding_jobs import worker
from memcon.web.errors import Problem
from memcon.web.listing import label_of, page_of, with_params
from memcon.web.pages import archive_of, form_page, person_of, render
from memcon.web.pages import field as form_field
from memcon.web.parties_briefs import as_attachment, form_of
from memcon.web.search_exports import ROWS as FORMATS
from memcon.web.search_exports import as_file
from memcon.wording.quoting import first_line

# Rows of what a story's reports tell; the first have the most reports.
_MOST_TOLD = 60


def index(request: Request) -> Response:
    """The stories, the latest first."""
    params = request.query_params
    wanted = page_of(params)
    at_least = min(50, max(1, int(params["reports"]))) if params.get("reports", "").isdecimal() else 2
    since, until = _days(params.get("since", "")), _days(params.get("until", ""))
    with archive_of(request) as archive:
        if waiting := archive.waiting_for_story():
            worker(request).group()
            waiting = archive.waiting_for_story()
        found = archive.stories(
            since=since[0] if since else None, until=until[1] if until else None, at_least=at_least,
            limit=wanted.offset + wanted.size + 1, assign=False,
        )  # fmt: skip
    if (format := params.get("format", "")) in FORMATS:
        return as_file([story.as_json() for story in found], format, "memcon-stories")
    here = {"reports": at_least, "since": params.get("since"), "until": params.get("until")}
    turn = {
        "before": with_params("/stories", {**here, "page": wanted.number - 1}) if wanted.number > 1 else None,
        "after": with_params("/stories", {**here, "page": wanted.number + 1})
        if len(found) > wanted.offset + wanted.size
        else None,
    }
    shown = found[wanted.offset : wanted.offset + wanted.size]
    return render(request, "stories.html", stories=shown, turn=turn, said=here, at_least=at_least, waiting=waiting)


def one(request: Request) -> Response:
    """A story."""
    with archive_of(request) as archive:
        story = archive.story(request.path_params["id"])
        tellings = told_by(archive, story)
    return render(request, "story.html", story=story, families=_families(story), tellings=tellings)


def apart(request: Request) -> Response:
    """Two reports are never to be one story again."""
    one, other = form_field(request, "one"), form_field(request, "other")
    with archive_of(request) as archive:
        pair = archive.apart(one, other, person_of(request), form_field(request, "why"))
        worker(request).group(wait=10)
        story = archive.connection.execute(
            "SELECT story FROM story_reports WHERE document = ?", (int(pair[0][1:]),)
        ).fetchone()
    return RedirectResponse(f"/stories/{story[0]}" if story else "/stories", 303)


def side_by_side(request: Request) -> Response:
    """Two readouts of one meeting: ``?first=d1&second=d2``."""
    first, second = (request.query_params.get(name, "").strip() for name in ("first", "second"))
    with archive_of(request) as archive:
        if not first or not second:
            found = archive.stories(at_least=2, limit=20, assign=False)
            return render(request, "compare_choose.html", stories=found, first=first, second=second)
        ids = archive.report_of(first), archive.report_of(second)
        if ids[0] == ids[1]:
            raise Problem(400, "One and the same", f"{first} and {second} are one report, {ids[0]}; name two.")
        if ids != (first, second):
            return RedirectResponse(with_params("/compare", {"first": ids[0], "second": ids[1]}), 307)
        records = archive.record(first), archive.record(second)
        found_points = compare(*records, names=ids)
    if form := request.query_params.get("form"):
        return as_attachment(found_points, form_of(form), "memcon-comparison")
    return render(
        request,
        "compare.html",
        readouts=found_points,
        documents=[record.document for record in records],
        titles=[record.document.title or first_line(record.document.text) for record in records],
        ids=ids,
        rows=in_order(found_points),
        counts={kind: len(found_points.of(kind)) for kind in ("same", "reworded", "left out", "added")},
    )


def _days(written: str) -> tuple[str, str] | None:
    if not written.strip():
        return None
    if days := days_of(written.strip()):
        return days
    raise Problem(400, "That is no day", f"“{written.strip()}” is no day; write 2021-09-25, 2021-09 or 2021.")


@dataclass(slots=True)
class Family:
    """A report in words of its own, and those that copy it."""

    report: Told
    copies: list[Told] = field(default_factory=list)


def _families(story: Story) -> list[Family]:
    families = {one.report: Family(one) for one in story.reports if one.copy_of is None}
    origin = {one.report: one.copy_of for one in story.reports}
    for one in story.reports:
        if one.copy_of is None:
            continue
        root = one.copy_of
        while origin.get(root):  # a copy of a copy
            root = str(origin[root])
        families.setdefault(root, Family(one)).copies.append(one)
    return list(families.values())


@dataclass(slots=True)
class Telling:
    """One thing that reports of a story tell, and where each tells it."""

    hit: Hit
    by: dict[str, Hit] = field(default_factory=dict)


def told_by(archive: Archive, story: Story) -> list[Telling]:
    """What the reports of a story tell, what most of them tell first."""
    places = [
        row[0]
        for row in archive.connection.execute(
            "SELECT entries.place FROM json_each(?) AS wanted JOIN documents ON documents.id = wanted.value"
            " JOIN entries ON entries.version = documents.current JOIN events ON events.id = entries.id"
            " WHERE NOT background AND part_of IS NULL ORDER BY wanted.key, entries.start",
            (json.dumps([int(one.report[1:]) for one in story.reports]),),
        )
    ]
    tellings: dict[object, Telling] = {}
    for hit in hits(archive.connection, places, {}):
        both = frozenset((frozenset(hit.who), frozenset(hit.whom)))
        one = tellings.setdefault((label_of(hit), hit.day, both), Telling(hit))
        one.by.setdefault(hit.report, hit)
    return sorted(tellings.values(), key=lambda one: -len(one.by))[:_MOST_TOLD]


def in_order(readouts: Readouts) -> list[Point]:
    """The points in the order of the first readout; what only the second says stands where it says it."""
    placed = [point for point in readouts.points if point.first]
    added = [(point.second.start, point) for point in readouts.points if point.second and not point.first]
    for start, point in sorted(added, key=lambda pair: pair[0]):
        before = [(one.second.start, n) for n, one in enumerate(placed) if one.second and one.second.start < start]
        placed.insert(max(before)[1] + 1 if before else 0, point)
    return placed


ROUTES: list[BaseRoute] = [
    Route("/stories", index),
    Route("/stories/apart", form_page(apart), methods=["POST"]),
    Route("/stories/{id:int}", one),
    Route("/compare", side_by_side),
]
