"""The false-event rate: how many sentences of sport, business, weather and crime give an event that is none.

    python bench/false_events.py [--show]

Reads ``tests/texts/not_politics.txt`` one sentence at a time, then ``not_politics_unseen.txt``, which the reader was
not taught with, and prints a Markdown table of each; ``--show`` also prints every false event.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from memcon.language import Parser, load
from memcon.reading import read_many
from memcon.record import Document, Event, Record

TEXTS = Path(__file__).resolve().parent.parent / "tests/texts/not_politics.txt"
UNSEEN = TEXTS.with_name("not_politics_unseen.txt")


def sentences(path: Path = TEXTS) -> list[tuple[str, str]]:
    """The desk and the text of every sentence."""
    found, desk = [], ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            desk = line.strip("[]")
        elif line and not line.startswith("#"):
            found.append((desk, line))
    return found


def in_words(event: Event, record: Record) -> str:
    names = {actor.id: actor.name for actor in record.actors}
    source, target = (", ".join(names[a] for a in side) or "-" for side in (event.source, event.target))
    return f"{source} {event.type} {event.cameo} {target} ({event.status}, {event.read_by})"


def measure(path: Path, parser: Parser, *, show: bool) -> None:
    """Print the table of one file."""
    rows = sentences(path)
    documents = (Document(str(number), text) for number, (_, text) in enumerate(rows))
    asked, wrong = Counter[str](), Counter[str]()
    for (desk, text), record in zip(rows, read_many(documents, parser), strict=True):
        asked[desk] += 1
        wrong[desk] += bool(record.events)
        if show:
            for event in record.events:
                print(f"{desk}: {text}\n    {in_words(event, record)}")
    print(f"| {path.stem} | sentences | with an event | rate |\n|---|---:|---:|---:|")
    for desk, count in asked.items():
        print(f"| {desk} | {count} | {wrong[desk]} | {wrong[desk] / count:.0%} |")
    print(f"| all | {asked.total()} | {wrong.total()} | {wrong.total() / asked.total():.1%} |")


def main() -> None:
    parser = load()
    for path in (TEXTS, UNSEEN):
        measure(path, parser, show="--show" in sys.argv)
        print()


if __name__ == "__main__":
    main()
