"""Records to JSON values and back; the form is the one of ``record.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, cast

import msgspec

from memcon.record.model import SCHEMA_VERSION, Record, RecordError

# `from` is a keyword in Python, so the two differ here and nowhere else.
_RENAMED = {"first": "from", "last": "to"}
_BACK = {v: k for k, v in _RENAMED.items()}


def schema() -> dict[str, Any]:
    """The JSON Schema of a record, as shipped."""
    return cast(dict[str, Any], json.loads(files("memcon.record").joinpath("record.schema.json").read_text("utf-8")))


def to_json(record: Record) -> dict[str, Any]:
    """The record as JSON values (dicts, lists, strings, numbers), valid against :func:`schema`."""
    try:
        plain = msgspec.json.decode(msgspec.json.encode(record))
    except UnicodeEncodeError:  # half a surrogate pair, which the faster writer cannot tell
        plain = json.loads(json.dumps(msgspec.to_builtins(record)))
    value: dict[str, Any] = {"memcon": SCHEMA_VERSION, **plain}
    value["dates"] = [{_RENAMED.get(name, name): one for name, one in found.items()} for found in value["dates"]]
    if not record.document.original:
        del value["document"]["original"]  # said only where there is something to say
    return value


def dumps(record: Record) -> str:
    """The record as one line of JSON."""
    return json.dumps(to_json(record), ensure_ascii=False)


def from_json(value: Mapping[str, Any]) -> Record:
    """The record that :func:`to_json` wrote; unknown properties are ignored.

    Raises:
        RecordError: the value is not a record, or contradicts itself.
    """
    if value.get("memcon") != SCHEMA_VERSION:
        raise RecordError(f"not a memcon record of schema version {SCHEMA_VERSION}: {value.get('memcon')!r}")
    body = {k: v for k, v in value.items() if k != "memcon"}
    body["dates"] = [{_BACK.get(k, k): v for k, v in d.items()} for d in body.get("dates", [])]
    try:
        return msgspec.convert(body, Record)
    except msgspec.ValidationError as problem:
        raise RecordError(str(problem)) from problem
