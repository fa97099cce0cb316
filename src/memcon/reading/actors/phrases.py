"""A bare phrase (“the Lebanese president's office”) as an actor: name, country, sectors, code, office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from memcon.language import Clauses, ParsedText, Parser
from memcon.reading.actors import persons_known, world
from memcon.reading.actors.reader import Reader
from memcon.reading.actors.roll import code_of
from memcon.reading.context import ActorIndex, Context
from memcon.record import Actor, Dated, Document
from memcon.reference.own_names import Names


def describe_phrases(
    rows: Iterable[Mapping[str, Any]], parser: Parser, names: Names | None = None
) -> Iterator[dict[str, Any]]:
    """The actor that each phrase means.

    Args:
        rows: ``{"id", "text", "date"?}``; the date (ISO) decides who held an office.
        parser: the language model.
        names: people, bodies and aliases of the user's own.

    Yields:
        ``{"id", "name", "country", "sectors", "code", "office"}``; ``country`` is ISO 3166-1 alpha-3, or for an
        international body its PLOVER group (IGO, EUR, UNO); values are null or empty where the phrase does not say.
    """
    kept = list(rows)
    for row, parsed in zip(kept, parser.parse_many(row["text"] for row in kept), strict=True):
        day = row.get("date")
        published = Dated(day, day, "stated") if day else None
        context = Context(
            Document(str(row.get("id", "")), row["text"], published=published), parsed, Clauses(parsed), names
        )
        yield {"id": row.get("id"), **_described(context)}


def _described(context: Context) -> dict[str, Any]:
    index = Reader(context, alone=True).index()
    actor = _main(context.parsed, index)
    if actor is None or (actor.kind in ("organization", "person") and not actor.country and not actor.sectors):
        actor = _known(context) or actor
    if actor is None:
        sectors = ["UNK"] if _is_pronoun(context.parsed) else []
        return {"name": None, "country": None, "sectors": sectors, "code": None, "office": None}
    country, sectors = actor.country, list(actor.sectors)
    if not sectors and actor.kind in ("state", "place"):
        # A name alone may be the government of a capital or the people of a town.
        sectors = list(world.sectors_of_place(context.document.text))
    if country is None and actor.code and actor.code.startswith("IGO"):
        country = {"IGOEEC": "EUR", "IGOEUR": "EUR"}.get(actor.code[:6], "IGO")
        if "JUD" in sectors or "UN " in actor.name or actor.name.startswith("United Nations"):
            country = "UNO" if actor.code.startswith("IGOUNO") else country
        if country != "IGO" and len(sectors) > 1 and sectors[0] == "IGO":
            sectors = [*sectors[1:], "IGO"]
    office = None
    if actor.offices:
        held = actor.offices[0]
        office = f"{held.title}, {held.body}" if held.body else held.title
    return {"name": actor.name, "country": country, "sectors": sectors, "code": actor.code, "office": office}


def _is_pronoun(parsed: ParsedText) -> bool:
    return any(t.tag == "PRP" for t in parsed.tokens) and len(parsed.tokens) < 3


def _known(context: Context) -> Actor | None:
    """A person whom the tables know by this name, whatever the parser took it for."""
    published = context.published
    words = context.document.text.strip().removeprefix("the ")
    if not words[:1].isupper() or len(words.split()) > 5:
        return None
    known = persons_known.canonical(words, None, None, published[0] if published else None)
    if known is None:
        return None
    name, country, code = known
    sectors = persons_known.sectors_of(name, country, published[0] if published else None) if country else ("IGO",)
    return Actor("a1", name, "person", code or code_of(country, sectors), country, sectors)


def _main(parsed: ParsedText, index: ActorIndex) -> Actor | None:
    """The actor that the phrase as a whole means: that of its head, else the first entered."""
    if not index.actors:
        return None
    actors = {a.id: a for a in index.actors}
    for sentence in parsed.sentences[:1]:
        root = parsed.root(sentence)
        for ids in (index.at(root), index.parties.get(root, ())):
            if ids:
                return actors[ids[0]]
    return index.actors[0]
