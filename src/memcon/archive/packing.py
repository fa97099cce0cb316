"""Records as they are kept: compressed JSON beside the text; and what tells two texts, two readings apart."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from typing import Any

import msgspec

from memcon.record import Document, Record, from_json, to_json


def digest_of(document: Document) -> str:
    """What tells two versions apart: the text, its title, byline, outlet, address and stated day."""
    day = document.published
    stated = [day.start, day.end] if day and day.basis != "inferred" else []
    parts = [document.text, document.title, document.byline, document.outlet, document.url, stated]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()


def made_by(record: Record) -> str:
    """The program, model and lexicon in one line."""
    made = record.made_by
    return "; ".join(filter(None, (f"memcon {made.memcon}", made.model, made.lexicon)))


def pack(record: Record) -> bytes:
    """A record as it is kept: its JSON without the text, which stands beside it."""
    body = to_json(record)
    del body["document"]["text"]
    try:
        plain = msgspec.json.encode(body)
    except UnicodeEncodeError:  # half a surrogate pair, which only Python's own writer can tell
        plain = json.dumps(body).encode()
    return zlib.compress(plain, 3)


def unpack_body(packed: bytes) -> dict[str, Any]:
    """The JSON of a record that :func:`pack` made, still without its text."""
    body: dict[str, Any] = json.loads(zlib.decompress(packed))
    return body


def same_reading(body: Mapping[str, Any], record: Record) -> bool:
    """Whether a kept record says the same as another, whatever made them and whenever."""
    other = to_json(record)
    return all(body[k] == other[k] for k in body if k not in ("document", "made_by"))


def unpack(packed: bytes, text: str) -> Record:
    """The record that :func:`pack` made, with its text."""
    body = unpack_body(packed)
    body["document"]["text"] = text
    return from_json(body)


def likeness(document: Document, title: str | None, text: str) -> float:
    """How many of the words of two texts they share, 0 to 1."""
    one, other = _words(document.title, document.text), _words(title, text)
    return len(one & other) / max(1, len(one | other))


def _words(title: str | None, text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{3,}", f"{title or ''} {text}".lower()))
