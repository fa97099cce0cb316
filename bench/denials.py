"""Denials and hearsay: how many sentences of denial, doubt and hearsay are read as what they do not say happened.

    python bench/denials.py [--show]

Reads ``tests/texts/denials.txt`` one sentence at a time.  A sentence is misread where an event of one of its types, or
a fact of one of its relations, has the status ``happened``; ``--show`` prints them.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from memcon.language import load
from memcon.reading import read_many
from memcon.record import Document, Record

TEXTS = Path(__file__).resolve().parent.parent / "tests/texts/denials.txt"


def sentences(path: Path = TEXTS) -> list[tuple[str, frozenset[str], str]]:
    """The kind of each sentence, the acts that it does not tell as done, and its text."""
    found, kind = [], ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            acts, text = line.split(" | ", 1)
            found.append((kind, frozenset(acts.split(",")), text))
    return found


def misread(record: Record, acts: frozenset[str]) -> list[str]:
    """What a record tells as having happened though the sentence does not say so."""
    events = [f"{e.type} {e.cameo}" for e in record.events if e.type in acts and e.status == "happened"]
    facts = [f.relation for f in record.facts if f.relation in acts and f.status == "happened" and not f.negated]
    return events + facts


def main() -> None:
    rows = sentences()
    records = read_many([Document(str(i), text) for i, (_, _, text) in enumerate(rows)], load())
    asked, wrong, read = Counter[str](), Counter[str](), Counter[str]()
    for (kind, acts, text), record in zip(rows, records, strict=True):
        found = misread(record, acts)
        asked[kind] += 1
        wrong[kind] += bool(found)
        read[kind] += bool(record.events or record.facts)
        if "--show" in sys.argv:
            told = [f"{e.type}/{e.act} {e.status}" for e in record.events]
            told += [f"{f.relation} {f.status}" for f in record.facts]
            print(f"{'✗' if found else ' '} {text}\n      {'; '.join(told) or 'nothing'}")
    print("| kind | sentences | read as happened | anything read |\n|---|---:|---:|---:|")
    for kind, count in asked.items():
        print(f"| {kind} | {count} | {wrong[kind]} | {read[kind]} |")
    print(f"| all | {asked.total()} | {wrong.total()} | {read.total()} |")


if __name__ == "__main__":
    main()
