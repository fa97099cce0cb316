"""Asking the reference tables: who held an office or sat on a body on a day, and what a name means."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from memcon.archive import UnknownParty
from memcon.briefs import side
from memcon.reference import is_date
from memcon.reference.answers import Answer
from memcon.reference.lookups import look_up
from memcon.reference.suggestions import suggested
from memcon.reference.who import ask_who
from memcon.web.errors import Problem
from memcon.web.pages import archive_of, render

EXAMPLES = (
    ("foreign minister of Azerbaijan", "2021-09-25"),
    ("members of the Security Council", "2012-05-01"),
    ("Alexander Stubb", ""),
    ("chair of the Non-Aligned Movement", "2021"),
    ("NATO", ""),
    ("Upper Volta", ""),
)
_LONGEST = 300


def page(request: Request) -> Response:
    """The answers of the tables to ``?q=``, on the day ``?on=``."""
    question, on = (" ".join(request.query_params.get(name, "").split()) for name in ("q", "on"))
    wrong = ""
    found: list[Answer] = []
    try:
        found = answers(question, on)
    except Problem as problem:
        wrong = problem.message
    party = _party(request, question) if found else None
    near = suggested(question) if question and not found and not wrong else []
    return render(
        request, "who.html", status=400 if wrong else 200, question=question, on=on, answers=found, wrong=wrong,
        near=near, examples=EXAMPLES, party=party,
    )  # fmt: skip


def _party(request: Request, question: str) -> str | None:
    """The name of the state, body or person that was asked for, where it was one."""
    with archive_of(request) as archive:
        try:
            return side(archive.connection, question).name
        except UnknownParty:
            return None


def answers(question: str, on: str = "") -> list[Answer]:
    """What the tables say to a question: who held an office then; else what the name means.

    Raises:
        Problem: the day is none, or the question is too long.
    """
    if not question:
        return []
    if len(question) > _LONGEST:
        raise Problem(400, "A long question", f"A question has at most {_LONGEST} characters.")
    if on and not is_date(on):
        raise Problem(400, "That is no day", f"“{on}” is no day; write 2021-09-25, 2021-09 or 2021.")
    answer = ask_who(question, on or None)
    if on:
        return [answer] if answer.lines or answer.facts else look_up(question)
    return look_up(question) or ([answer] if answer.lines else [])


ROUTES: list[BaseRoute] = [Route("/who", page)]
