"""What the reading room's pages cost on the server: a long report with its marks, and a list of a thousand events.

    python bench/web.py [--words 5000] [--items 300] [--events 1000] [--times 15] [--json]

The report is read from generated sentences (bench/reports.py); of what was read so many items are kept, besides every
name and date, so that there are several times as many marks.  Each page is asked for through the whole application,
guard and archive included, without a network.  The median counts: of the processor's time, since other work may keep
the machine busy, and beside it of the time that passed.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from reports import reports
from starlette.testclient import TestClient

import memcon
from memcon.archive import Archive
from memcon.record import Dated, Document, Record
from memcon.web import create_app

GOAL = 0.150


def filled(path: Path, words: int, items: int, events: int) -> dict[str, Any]:
    """An archive with one long report, and reports enough for a list of so many events."""
    text, read = "", 0
    with Archive(path) as archive:
        for document in reports(10_000, seed=5):
            if len(text.split()) < words:
                text += document.text + "\n"
                continue
            if text and read == 0:
                long = Document("long", text, published=Dated("2020-05-04", "2020-05-04", "stated"))
                record = thinned(memcon.read(long), items)
                archive.add(record)
            other = memcon.read(document)
            read += len(other.events)
            archive.add(other)
            if read >= events:
                break
    held = len(record.events) + len(record.statements) + len(record.facts)
    others = len(record.dates) + sum(len(actor.mentions) for actor in record.actors)
    return {"words": len(text.split()), "items": held, "others": others, "events": read}


def thinned(record: Record, items: int) -> Record:
    """The record with at most so many events, statements and facts, in their own proportion."""
    share = min(1.0, items / max(1, len(record.events) + len(record.statements) + len(record.facts)))

    def some(all: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(one for at, one in enumerate(all) if int((at + 1) * share) > int(at * share))

    kept = some(record.events)
    ids = {event.id for event in kept}
    events = tuple(event if event.part_of in ids else replace(event, part_of=None) for event in kept)
    statements = some(record.statements)
    said = {statement.id for statement in statements}
    events = tuple(event if event.statement in said else replace(event, statement=None) for event in events)
    facts = tuple(fact if fact.statement in said else replace(fact, statement=None) for fact in some(record.facts))
    return replace(record, events=events, statements=statements, facts=facts)


def seconds(client: TestClient, address: str, times: int) -> tuple[float, float, int]:
    """The median processor and wall time of so many requests after one that warms up, and the bytes of the answer."""
    size = len(client.get(address).raise_for_status().content)
    cpu, wall = [], []
    for _ in range(times):
        began = time.process_time(), time.perf_counter()
        client.get(address)
        cpu.append(time.process_time() - began[0])
        wall.append(time.perf_counter() - began[1])
    return statistics.median(cpu), statistics.median(wall), size


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--words", type=int, default=5000)
    options.add_argument("--items", type=int, default=300)
    options.add_argument("--events", type=int, default=1000)
    options.add_argument("--times", type=int, default=15)
    options.add_argument("--json", action="store_true")
    wanted = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite"
        held = filled(path, wanted.words, wanted.items, wanted.events)
        gc.freeze()  # as the server does once it has read a report
        client = TestClient(create_app(path), base_url="http://localhost")
        pages = {
            f"a report of {held['words']:,} words, {held['items']:,} events, statements and facts, and"
            f" {held['others']:,} names and dates": "/report/d1",
            f"a list of {wanted.events:,} events": f"/search?q=kind:event&rows={wanted.events}",
            "the first page": "/",
        }
        found = {name: seconds(client, address, wanted.times) for name, address in pages.items()}
    if wanted.json:
        told = {name: {"processor": cpu, "wall": wall, "bytes": size} for name, (cpu, wall, size) in found.items()}
        print(json.dumps({"date": datetime.now(UTC).date().isoformat(), "python": platform.python_version(), **told}))
        return
    print("processor     passed       bytes")
    for name, (cpu, wall, size) in found.items():
        print(f"{cpu * 1000:6.1f} ms  {wall * 1000:6.1f} ms  {size / 1024:6.0f} KiB  {name}")
    print(f"goal: {GOAL * 1000:.0f} ms each; {platform.machine()}, Python {platform.python_version()}")


if __name__ == "__main__":
    main()
