"""How reading grows: with the number of documents, with their length, with processes, and what a cluster adds.

    python bench/scale.py [--most 2000] [--json FILE]

Prints a Markdown section for ``RESULTS.md``.  Every figure is taken in a process of its own, so that its peak memory is
its own; rates are this machine's, the slopes are ratios and hold elsewhere too.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from reports import reports

from memcon.record import Document
from memcon.sources import documents

SCALES = (50, 100, 300, 1000, 2000, 10_000)
LENGTHS = (1_000, 10_000, 100_000)


def write(path: Path, count: int) -> int:
    """A JSON-lines file of ``count`` generated reports; gives the number of words."""
    words = 0
    with path.open("w", encoding="utf-8") as out:
        for n, report in enumerate(reports(count)):
            words += len(report.text.split())
            out.write(json.dumps({"id": f"r{n}", "text": report.text, "published": "2023-05-15"}) + "\n")
    return words


def taken(*arguments: str) -> dict[str, float]:
    """Seconds and peak memory (MB, of the largest process) of a part of this script in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--part", *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def part(kind: str, *arguments: str) -> dict[str, float]:
    """What the process of one figure does; the model's loading is not counted, but its memory is."""
    from memcon import corpus

    if kind == "read":
        path, workers = arguments
        answers = corpus.records(documents([path]), corpus.Settings(), int(workers))
        next(answers)
        began = time.perf_counter()
        for _ in answers:
            pass
        seconds = time.perf_counter() - began
    elif kind == "length":
        words = int(arguments[0])
        text = "\n\n".join(report.text for report in reports(2 + words // 200))
        cut = " ".join(text.split(" ")[:words])
        answers = corpus.records([Document("warm", "Mali met Chad."), Document("long", cut)], corpus.Settings())
        began = time.perf_counter()
        for _ in answers:
            pass
        seconds = time.perf_counter() - began
    else:
        path, output, workers = arguments
        from memcon.corpus.cluster import dask

        engine = dask(None, int(workers)) if kind == "dask" else corpus.local(int(workers))
        steps = list(corpus.run([path], output, corpus.Settings(), engine, size=64))
        seconds = steps[-1].seconds
    usage = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {"seconds": seconds, "memory": max(usage)}


def main() -> None:
    """Takes the figures and prints them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=2000, help="documents of the largest figure")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    parser.add_argument("--part", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        print(json.dumps(part(*options.part)))
        return
    figures: dict[str, Any] = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
    }
    with tempfile.TemporaryDirectory() as folder:
        growth = []
        for count in [n for n in SCALES if n <= options.most]:
            path = Path(folder, f"{count}.jsonl")
            words = write(path, count)
            growth.append({"documents": count, "words": words, **taken("read", str(path), "1")})
        middle = Path(folder, f"{min(1000, options.most)}.jsonl")
        count = min(1000, options.most)
        figures["growth"] = growth
        figures["two"] = {"documents": count, **taken("read", str(middle), "2")}
        figures["pool"] = {"documents": count, **taken("pool", str(middle), str(Path(folder, "pool")), "2")}
        figures["dask"] = {"documents": count, **taken("dask", str(middle), str(Path(folder, "dask")), "2")}
        figures["length"] = [{"words": words, **taken("length", str(words))} for words in LENGTHS]
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(in_markdown(figures))


def slope(points: list[tuple[float, float]]) -> float:
    """The exponent by which the second grows with the first (1: in proportion), by least squares on logarithms."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x, mean_y = (sum(p[i] for p in logs) / len(logs) for i in (0, 1))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def in_markdown(figures: dict[str, Any]) -> str:
    """The section for ``RESULTS.md``."""
    lines = [
        f"{figures['date']}, {figures['machine']}.",
        "",
        "| documents | words | s | documents/s | words/s | peak memory |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    for row in figures["growth"]:
        n, s = row["documents"], row["seconds"]
        lines.append(
            f"| {n:,} | {row['words']:,} | {s:.1f} | {n / s:.1f} | {row['words'] / s:,.0f} | {row['memory']:.0f} MB |"
        )
    grown = slope([(r["documents"], r["seconds"]) for r in figures["growth"]])
    lines += ["", f"Time grows with the number of documents to the power {grown:.2f} (1 is in proportion).", ""]
    lines += ["| way | documents/s | peak memory of a process |", "|---|---:|---:|"]
    for name, key in (
        ("two processes, in order", "two"),
        ("`memcon run`, two processes", "pool"),
        ("`memcon run`, Dask, two workers", "dask"),
    ):
        row = figures[key]
        # A Dask worker is no child of this process, so that its memory is not seen here.
        memory = f"{row['memory']:.0f} MB" if key != "dask" else ""
        lines.append(f"| {name} | {row['documents'] / row['seconds']:.1f} | {memory} |")
    lines += ["", "| words in one document | s | words/s |", "|---:|---:|---:|"]
    for row in figures["length"]:
        lines.append(f"| {row['words']:,} | {row['seconds']:.1f} | {row['words'] / row['seconds']:,.0f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
