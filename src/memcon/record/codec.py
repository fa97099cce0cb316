"""Records to JSON values and back; the form is the one of ``record.schema.json``."""

from __future__ import annotations

import dataclasses
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
    value = {"memcon": SCHEMA_VERSION, **_plain(record)}
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


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        named = ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value))
        return {_RENAMED.get(name, name): _plain(item) for name, item in named}
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
