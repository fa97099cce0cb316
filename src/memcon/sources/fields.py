"""What an input gave for a document, checked field by field, becomes a Document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from memcon.record import Document, Passage
from memcon.sources.english import other_language
from memcon.sources.heading import heading_of
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_CHARACTERS
from memcon.sources.outcome import Unreadable
from memcon.sources.publication import published

_FIELDS = ("title", "published", "byline", "outlet", "url")


@dataclass(frozen=True, slots=True)
class Given:
    """The fields of a document as an input gives them; all but ``text`` may be missing.

    ``published`` is a day (``2021-09-25``) or an RFC 3339 timestamp; ``published_why`` says who gives it, where that is
    not the user.  ``otherwise_published`` is the day for a text whose head does not give one either.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    media_type: str | None = None
    published_why: str | None = None
    otherwise_published: str | None = None
    retrieved: str | None = None
    original: tuple[Passage, ...] = ()

    @classmethod
    def of(cls, intake: Intake, *, text: str, id: str | None = None, **fields: Any) -> Given:
        """What a reader found in ``intake``; the id, the address and the time of fetching are those of the input."""
        fields["url"] = fields.get("url") or intake.url
        return cls(id=id or intake.name, text=text, retrieved=intake.retrieved, **fields)


def given_by(row: Mapping[str, Any], id: str, media_type: str, default_published: str | None) -> Given:
    """The fields of a JSON object.

    Raises:
        Unreadable: there is no text, or a field is not a string.
    """
    if row.get("text") is None:
        others = ", ".join(sorted(str(key) for key in row)[:8])
        raise Unreadable('has no "text"' + (f"; its fields are {others}" if others else ""))
    text = row["text"]
    if not isinstance(text, str):
        raise Unreadable('"text" is not a string')
    found: dict[str, Any] = {}
    for name in _FIELDS:
        value = row.get(name)
        if value is not None and not isinstance(value, str):
            raise Unreadable(f'"{name}" is not a string')
        found[name] = value or None
    found["published"] = found["published"] or default_published
    return replace(Given(id, text, media_type=media_type), **found)


def row_id(row: Mapping[str, Any], otherwise: str) -> str:
    """The id a row gives itself; numbers count as their digits."""
    given = row.get("id")
    if isinstance(given, (str, int)) and not isinstance(given, bool) and str(given):
        return str(given)
    return otherwise


def document_of(given: Given) -> Document:
    """The document; byline, outlet, title and date are taken from the text where they were not given.

    Raises:
        Unreadable: the text is empty, too long, not English or not text, a brief of memcon's, or the date is none.
    """
    text = given.text
    if not text.strip():
        raise Unreadable("is empty")
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(f"has {len(text):,} characters; a report may have {MOST_CHARACTERS:,}; split it")
    _refuse_half_characters(text)
    language = other_language(text)
    if language:
        raise Unreadable(f"looks like {language}; memcon reads English")
    if _is_our_own(text):
        raise Unreadable("is a brief that memcon made, not a report; add the reports it was made from")
    heading = heading_of(text)
    outlet = given.outlet or heading.outlet
    stamp = given.published or (None if heading.published else given.otherwise_published)
    day = published(stamp, outlet=outlet, url=given.url, why=given.published_why) if stamp else heading.published
    return Document(
        id=given.id,
        text=text,
        title=given.title or heading.title,
        byline=given.byline or heading.byline,
        outlet=outlet,
        url=given.url,
        published=day,
        retrieved=given.retrieved,
        media_type=given.media_type,
        original=given.original,
    )


# How a brief, chronology or comparison of memcon's names a source; no report writes so, and not twice.
_OUR_SOURCE = re.compile(r"\bd\d+, sentence \d+, characters \d+–\d+")


def _is_our_own(text: str) -> bool:
    """Whether a text is what memcon made of reports: read again, it would tell everything twice."""
    return ", characters " in text and len(_OUR_SOURCE.findall(text)) > 1


def _refuse_half_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise Unreadable(f"has half a character (a lone surrogate) at {problem.start}") from None
