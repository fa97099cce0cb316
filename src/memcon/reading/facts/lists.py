"""Bodies named as examples: “UN agencies such as A, B and C” makes each a part, and “cooperates with” reaches each."""

from __future__ import annotations

from memcon.reading.facts.page import Page
from memcon.reading.facts.times import NOTHING

_PARTS = frozenset({"agency", "body", "organ", "institution", "fund", "programme", "program", "organization",
                    "organisation", "commission", "entity", "arm", "affiliate"})  # fmt: skip


def items_of(page: Page, noun: int) -> list[int]:
    """Heads of the examples given of ``noun``: after “such as”, “including”, “like”, “among them”."""
    tokens = page.text.tokens
    found: list[int] = []
    for child in tokens[noun].children:
        if child > noun and tokens[child].dep == "prep" and tokens[child].lower in ("as", "including", "like"):
            if tokens[child].lower == "as" and not any(tokens[c].lower == "such" for c in tokens[child].children):
                continue
            for obj in page.text.children(child, "pobj"):
                found.extend(_chain(page, obj))
    return sorted(dict.fromkeys(found))


def read_examples(page: Page, noun: int) -> None:
    """Writes down that each example is part of the organisation that has the agencies."""
    tokens = page.text.tokens
    items = items_of(page, noun)
    if not items:
        return
    # “UN agencies and bodies”: the owner may stand before the first of several coordinated nouns.
    heads = [noun]
    while tokens[heads[-1]].dep == "conj" and tokens[heads[-1]].head != heads[-1]:
        heads.append(tokens[heads[-1]].head)
    owners: tuple[str, ...] = ()
    for head in heads:
        owners = owners or page.parties.owners(head)
        owners = owners or tuple(a for h in page.parties.under(head, "of") for a in page.parties.named(h))
    owners = tuple(a for a in owners if page.parties.kind(a) == "organization")
    if not owners:
        return
    first = page.text.phrase(heads[-1])[0]
    for item in items:
        for actor in page.parties.named(item):
            if page.parties.kind(actor) == "organization":
                page.say("part_of", actor, owners[0], page.text.sentence_of(noun).index, (first, item), NOTHING)


def spread(page: Page, heads: tuple[int, ...]) -> list[int]:
    """The heads with the examples given of them in their place."""
    items = [item for head in heads for item in items_of(page, head)]
    return [h for h in heads if not items or not is_group_of_parts(page, h)] + items


def is_group_of_parts(page: Page, noun: int) -> bool:
    """Whether a noun names parts of an organisation: agencies, bodies, funds."""
    return page.text.tokens[noun].lemma in _PARTS


def _chain(page: Page, head: int) -> list[int]:
    """A list, however the parser hangs its items: conjuncts and appositions of one another."""
    tokens = page.text.tokens
    found = [head]
    for item in found:
        found.extend(
            c for c in tokens[item].children if c > item and tokens[c].dep in ("conj", "appos") and c not in found
        )
    return found
