"""A row of a reference table in words, for the note that cites it."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.reference import body, in_words, state_name

_NOT_SHOWN = frozenset(("disagreement", "evidence", "note", "listed_as", "end_basis", "precision"))
_STATES = frozenset(("iso3", "country", "partner"))
_BODIES = frozenset(("org", "body"))
_BEFORE = {
    "start": "from",
    "end": "to",
    "last_confirmed": "last confirmed",
    "admitted": "admitted",
    "ga_session": "session",
    "ga_resolution": "resolution",
    "seat": "seat:",
    "status": "as",
    "doubt": "in doubt:",
    "name_at_admission": "then called",
}
_BARE = frozenset(("person", "office", "title", "name", "value", "treaty", "subject"))
_AGREEMENT = {"single": "one source", "differ": "sources differ", "agree+differ": "sources differ in part"}


def row_in_words(row: Mapping[str, object]) -> str:
    """“Greece, foreign minister, Giorgos Gerapetritis, from 27 June 2023, last confirmed June 2025, one source”."""
    said = (_cell(name, str(value).strip()) for name, value in row.items() if name not in _NOT_SHOWN)
    return ", ".join(dict.fromkeys(filter(None, said)))


def _cell(name: str, value: str) -> str:
    if not value:
        return ""
    if name in _STATES:
        return state_name(value) if len(value) == 3 and value.isupper() else value
    if name in _BODIES:
        found = body(value)
        return found.name if found else value
    if name == "agreement":
        return _AGREEMENT.get(value, "sources agree" if value.startswith("agree") else value)
    if (name, value) == ("status", "member"):
        return ""
    plain = value.replace("_", " ")
    if name in _BARE:
        return plain
    if name in ("start", "end", "last_confirmed", "admitted"):
        early = " or before" if value.startswith("<=") else " or after" if value.startswith(">=") else ""
        plain = in_words(value.lstrip("<>=")) + early
    return f"{_BEFORE.get(name, name.replace('_', ' '))} {plain}"
