"""What an export of a million events costs: seconds, size, and the peak of memory, which must not grow.

    python bench/exports.py [--events 1000000] [--distinct 20000] [--format NAME]... [--json]

An archive of distinct events is made as ``bench/archive.py`` makes it.  Its reports are then handed to each exporter
again and again, under ids of their own, until there are as many events as wanted: a tenth of them first, then all.
Every measurement is a process of its own that writes to the disk.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from memcon.archive import Archive, Selected

_BEYOND = 10**9  # ids of a repetition lie so far above those of the one before
FORMATS = ("plover", "csv", "parquet", "gdelt", "icews", "polecat", "annotations", "ftm", "datasette")


class Repeated:
    """An archive whose reports come again and again."""

    def __init__(self, archive: Archive, events: int) -> None:
        self.archive, self.events = archive, events

    def select(self, query: str | None = None) -> Iterator[Selected]:
        """As :meth:`Archive.select`, until there are enough events."""
        told = turn = 0
        while told < self.events:
            for report in self.archive.select(query):
                told += len(report.found & {event.id for event in report.record.events})
                ids = {local: f"{id[0]}{int(id[1:]) + turn * _BEYOND}" for local, id in report.ids.items()}
                yield replace(report, id=f"d{int(report.id[1:]) + turn * _BEYOND}", ids=ids)
                if told >= self.events:
                    return
            turn += 1


def measure(path: Path, name: str, events: int) -> dict[str, Any]:
    """One export, in this process."""
    from memcon.exports import exporter
    from memcon.exports.follow_the_money import EXPORTER

    chosen = EXPORTER if name == "ftm" else exporter(name)
    with Archive(path) as archive, tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "out")
        began, clock = time.process_time(), time.perf_counter()
        job = chosen.write(Repeated(archive, events), place)  # type: ignore[arg-type]
        processor, seconds = time.process_time() - began, time.perf_counter() - clock
        size = sum(file.stat().st_size for file in ([place] if place.is_file() else place.iterdir()))
    return {
        "format": name,
        "events": events,
        "seconds": round(seconds),
        "processor seconds": round(processor),
        "MiB": round(size / 2**20),
        "peak MiB": round(_peak()),
        "wrote": dict(job.wrote),
    }


def _peak() -> float:
    """The most memory this process had, MiB; getrusage would also count what its parent had when it was started."""
    try:
        told = Path("/proc/self/status").read_text()
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (2**20 if sys.platform == "darwin" else 2**10)
    return int(re.search(r"VmHWM:\s*(\d+)", told)[1]) / 2**10  # type: ignore[index]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--events", type=int, default=1_000_000)
    asked.add_argument("--distinct", type=int, default=20_000, help="events of the archive that are handed out again")
    asked.add_argument("--format", dest="formats", action="append", choices=FORMATS)
    asked.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    asked.add_argument("--one", nargs=3, metavar=("PATH", "FORMAT", "EVENTS"), help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.one:
        path, name, events = options.one
        print(json.dumps(measure(Path(path), name, int(events))))
        return
    from archive import Maker, distributions, load

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "archive.sqlite")
        load(path, Maker(distributions()), options.distinct)
        if not options.json:
            print("| format | events | processor seconds | seconds | MiB | peak MiB |\n|---|---:|---:|---:|---:|---:|")
        for name in options.formats or FORMATS:
            for events in (options.events // 10, options.events):
                call = [sys.executable, __file__, "--one", str(path), name, str(events)]
                done = subprocess.run(call, check=True, capture_output=True, text=True)
                found = json.loads(done.stdout)
                if options.json:
                    print(json.dumps(found), flush=True)
                else:
                    columns = ("format", "events", "processor seconds", "seconds", "MiB", "peak MiB")
                    cells = (f"{found[c]:,}" if isinstance(found[c], int) else str(found[c]) for c in columns)
                    print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
