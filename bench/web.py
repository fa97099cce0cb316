"""What the reading room's pages cost on the server: a long report with its marks, and a list of a thousand events.

    python bench/web.py [--words 5000] [--events 1000] [--times 15] [--json]

The report is read from generated sentences (bench/reports.py) and has many times 300 marks.  Each page is asked for
through the whole application, guard and archive included, without a network; the median counts.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from reports import reports
from starlette.testclient import TestClient

import memcon
from memcon.archive import Archive
from memcon.record import Dated, Document
from memcon.web import create_app

GOAL = 0.150


def filled(path: Path, words: int, events: int) -> dict[str, Any]:
    """An archive with one long report, and reports enough for a list of so many events."""
    text, read = "", 0
    with Archive(path) as archive:
        for document in reports(10_000, seed=5):
            if len(text.split()) < words:
                text += document.text + "\n"
                continue
            if text and read == 0:
                long = Document("long", text, published=Dated("2020-05-04", "2020-05-04", "stated"))
                record = memcon.read(long)
                archive.add(record)
            other = memcon.read(document)
            read += len(other.events)
            archive.add(other)
            if read >= events:
                break
    marks = len(record.events) + len(record.statements) + len(record.facts) + len(record.dates)
    marks += sum(len(actor.mentions) for actor in record.actors)
    return {"words": len(text.split()), "marks": marks, "events": read}


def seconds(client: TestClient, address: str, times: int) -> tuple[float, int]:
    """The median of so many requests after one that warms up, and the bytes of the answer."""
    size = len(client.get(address).raise_for_status().content)
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        client.get(address)
        spent.append(time.perf_counter() - began)
    return statistics.median(spent), size


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--words", type=int, default=5000)
    options.add_argument("--events", type=int, default=1000)
    options.add_argument("--times", type=int, default=15)
    options.add_argument("--json", action="store_true")
    wanted = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite"
        held = filled(path, wanted.words, wanted.events)
        client = TestClient(create_app(path), base_url="http://localhost")
        pages = {
            f"a report of {held['words']:,} words with {held['marks']:,} marks": "/report/d1",
            f"a list of {wanted.events:,} events": f"/search?q=kind:event&rows={wanted.events}",
            "the first page": "/",
        }
        found = {name: seconds(client, address, wanted.times) for name, address in pages.items()}
    if wanted.json:
        told = {name: {"seconds": spent, "bytes": size} for name, (spent, size) in found.items()}
        print(json.dumps({"date": datetime.now(UTC).date().isoformat(), "python": platform.python_version(), **told}))
        return
    for name, (spent, size) in found.items():
        print(f"{spent * 1000:7.1f} ms  {size / 1024:7.0f} KiB  {name}")
    print(f"goal: {GOAL * 1000:.0f} ms each; {platform.machine()}, Python {platform.python_version()}")


if __name__ == "__main__":
    main()
