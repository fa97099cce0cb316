"""Correcting what was read: accept, reject, undo, edit and add, each as a plain form; and the history of it."""

from __future__ import annotations

import re

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from memcon.archive import Archive, CorrectionError, Decision
from memcon.archive.deciding import in_words
from memcon.record import Record
from memcon.web.correcting_fields import ADDABLE, as_typed, fields_of
from memcon.web.errors import Problem
from memcon.web.pages import archive_of, field, form_page, person_of, render

_VERBS = ("accept", "reject", "undo")
_KINDS = {"e": "event", "s": "statement", "f": "fact", "a": "actor"}
_SAID = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "edited",
    "add": "added",
    "undo": "took back a decision on",
}
#: The longest reason and name that are kept, in characters.
LONGEST_WHY, LONGEST_NAME = 2000, 80


def _decide(request: Request) -> Response:
    """Accept, reject or undo, as ``accept=e12``; then the report again, at the card."""
    report = request.path_params["id"]
    verb, item = next(((verb, item) for verb in _VERBS if (item := field(request, verb))), ("", ""))
    if not verb:
        raise Problem(400, "Not understood", "A card can be accepted or rejected, and a decision undone.")
    with archive_of(request) as archive:
        _belongs(archive, item, report)
        if verb == "reject" and not _why(request).strip():
            raise Problem(422, "Say why", f"{item} was not rejected: a reason is asked for. Go back and write one.")
        made = archive.correct(item, verb, person=_who(request), why=_why(request))
    return _back(report, made.short)


def edit(request: Request) -> Response:
    """The form of one item."""
    report, item = request.path_params["id"], request.path_params["item"]
    with archive_of(request) as archive:
        _belongs(archive, item, report)
        kind, typed, words, record = _typed(archive, report, item)
    return _edit_form(request, kind, typed, words, record)


def _save(request: Request) -> Response:
    """Keep what was changed in the form of one item."""
    report, item = request.path_params["id"], request.path_params["item"]
    with archive_of(request) as archive:
        _belongs(archive, item, report)
        kind, before, words, record = _typed(archive, report, item)
        typed = {name: field(request, name) for name in before if name in request.state.form}
        changes = {name: value for name, value in typed.items() if value != before[name]}
        try:
            if not changes:
                raise CorrectionError("nothing was changed; change a field, or go back to the report")
            archive.correct(item, "edit", changes, person=_who(request), why=_why(request))
        except CorrectionError as problem:
            return _edit_form(request, kind, before | typed, words, record, str(problem))
    return _back(report, item)


def _edit_form(
    request: Request, kind: str, typed: dict[str, str], words: str, record: Record, wrong: str = ""
) -> Response:
    return render(
        request, "correct_edit.html", status=422 if wrong else 200, report=request.path_params["id"],
        item=request.path_params["item"], kind=kind, fields=fields_of(kind, typed), words=words,
        names=_names(record), wrong=wrong, why=_sent(request, "why"), by=_sent(request, "by") or person_of(request),
    )  # fmt: skip


def add(request: Request) -> Response:
    """The form for something that no reading found, on the words that were marked, if any were."""
    return _add_form(request, request.query_params)


def _keep(request: Request) -> Response:
    """Keep what was added."""
    report, kind = request.path_params["id"], field(request, "kind")
    if kind not in ADDABLE:
        raise Problem(400, "Not understood", "An event, a statement or a fact can be added.")
    with archive_of(request) as archive:
        text = archive.record(report).document.text
        try:
            start, end = _passage(text, field(request, "start"), field(request, "end"), field(request, "words"))
            changes = {name: value for name in ADDABLE[kind] if (value := field(request, name))}
            made = archive.add_item(report, kind, start, end, changes, person=_who(request), why=_why(request))
        except CorrectionError as problem:
            return _add_form(request, request.state.form, str(problem))
    return _back(report, made.short)


def _add_form(request: Request, sent: QueryParams, wrong: str = "") -> Response:
    report = request.path_params["id"]
    kind = str(sent.get("kind", "event"))
    kind = kind if kind in ADDABLE else "event"
    with archive_of(request) as archive:
        found = archive.report(report)
    text = found.record.document.text
    try:
        start, end = _passage(text, str(sent.get("start", "")), str(sent.get("end", "")), "")
        passage: tuple[int, int] | None = (start, end)
    except CorrectionError:
        passage = None
    typed = {name: str(sent.get(name, "")) for name in ADDABLE[kind]}
    context = None
    if passage:
        first = max((s for s, _ in found.sentences if s <= passage[0]), default=max(0, passage[0] - 80))
        last = min((e for _, e in found.sentences if e >= passage[1]), default=min(len(text), passage[1] + 80))
        context = (text[first : passage[0]], text[passage[0] : passage[1]], text[passage[1] : last])
    return render(
        request, "correct_add.html", status=422 if wrong else 200, report=report, kind=kind, kinds=tuple(ADDABLE),
        fields=fields_of(kind, typed), passage=passage, context=context, words=str(sent.get("words", "")),
        names=_names(found.record), wrong=wrong, why=_sent(request, "why"),
        by=_sent(request, "by") or person_of(request),
    )  # fmt: skip


def history(request: Request) -> Response:
    """Who decided what on a report, or on one item of it, when and why; and the versions of the report."""
    report = request.path_params["id"]
    item = request.path_params.get("item")
    with archive_of(request) as archive:
        if item:
            _belongs(archive, item, report)
        told = archive.history(item or report)
    rows = [_decided(made, made.id in told.lost) for made in reversed(told.decisions)]
    return render(request, "correct_history.html", report=told.report, item=item, rows=rows, versions=told.versions)


def _decided(made: Decision, lost: bool) -> dict[str, str | bool]:
    """A decision as a row; how the item was and, where that differs, how it is since."""
    before, after = in_words(made.kind, made.before), in_words(made.kind, made.after) if made.after else ""
    return {
        "id": made.short, "moment": made.moment.replace("T", " ")[:16], "person": made.person,
        "verb": _SAID[made.verb], "why": made.why, "before": before, "after": "" if after == before else after,
        "lost": lost,
    }  # fmt: skip


decide, save, keep = form_page(_decide), form_page(_save), form_page(_keep)


# ---- within


def _belongs(archive: Archive, item: str, report: str) -> None:
    """Refuse an item that is not of this report.

    Raises:
        UnknownId: nothing has, or had, that id.
        Problem: it is another report's.
    """
    if archive.history(item).report != report:
        raise Problem(404, "Nothing has this number", f"{item} is not in the report {report}.")


def _typed(archive: Archive, report: str, item: str) -> tuple[str, dict[str, str], str, Record]:
    """(kind, fields as typed, the words it rests on, the record) of an item as it is now."""
    found = archive.report(report)
    for (kind, local), id in found.ids.items():
        if id == item:
            typed, words = as_typed(kind, local, found.record)
            return kind, typed, words, found.record
    raise Problem(422, "It was rejected", f"{item} was rejected. Take that back before you edit it.")


def _passage(text: str, start: str, end: str, words: str) -> tuple[int, int]:
    """The passage that is meant, by its offsets or by its words.

    Raises:
        CorrectionError: there is none, or the words stand there more than once.
    """
    if re.fullmatch(r"\d{1,9}", start) and re.fullmatch(r"\d{1,9}", end):
        first, last = int(start), int(end)
        if first < last <= len(text):
            return first, last
    if not words:
        raise CorrectionError("no words are chosen; mark the words in the text, or copy them here")
    pattern = r"\s+".join(map(re.escape, words.split()))
    places = [(found.start(), found.end()) for found in re.finditer(pattern, text)]
    if not places:
        raise CorrectionError("the report does not have these words; copy them as they stand there")
    if len(places) > 1:
        raise CorrectionError(f"these words stand there {len(places)} times; mark those that are meant in the text")
    return places[0]


def _who(request: Request) -> str:
    return field(request, "by")[:LONGEST_NAME] or person_of(request)


def _why(request: Request) -> str:
    return field(request, "why")[:LONGEST_WHY]


def _sent(request: Request, name: str) -> str:
    return field(request, name) if hasattr(request.state, "form") else ""


def _names(record: Record) -> list[str]:
    return sorted({actor.name for actor in record.actors})


def _back(report: str, item: str) -> Response:
    return RedirectResponse(f"/report/{report}#{item}", 303)
