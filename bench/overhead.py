"""What reading costs beside the parser: `memcon read` against the bare spaCy pipeline, same texts, same run.

    python bench/overhead.py [--documents 500] [--model NAME] [--json]

The documents are cut into blocks; each goes once through the bare pipeline and once through the whole, in turn,
so that whatever else the machine does falls on both.  What counts is the ratio; the rates are this machine's.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from reports import reports

import memcon
from memcon.record import Document

BLOCK = 50


def measured(call: Callable[[], object]) -> tuple[float, float]:
    """Wall and processor seconds of a call."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - wall, time.process_time() - cpu


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--documents", type=int, default=500)
    asked.add_argument("--model")
    asked.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    options = asked.parse_args()

    documents = list(reports(options.documents))
    words = sum(len(document.text.split()) for document in documents)
    started = time.perf_counter()
    parser = memcon.load(options.model)
    loading = time.perf_counter() - started
    bare_pipeline = parser._pipeline  # the very same model, so that only our work differs

    def bare(block: list[Document]) -> None:
        for _ in bare_pipeline.pipe((document.text for document in block), batch_size=24):
            pass

    def whole(block: list[Document]) -> None:
        for record in memcon.read_many(block, parser):
            memcon.check(record)

    started = time.perf_counter()
    whole(documents[:2])  # tables and lexicon are loaded here, once a process
    first = time.perf_counter() - started
    bare(documents[:2])

    ratios, times = [], {"bare": [0.0, 0.0], "whole": [0.0, 0.0]}
    for number, at in enumerate(range(0, len(documents), BLOCK)):
        block = documents[at : at + BLOCK]
        took = {}
        for name, run in [("bare", bare), ("whole", whole)][:: 1 if number % 2 else -1]:
            wall, cpu = measured(lambda run=run, block=block: run(block))
            took[name] = cpu
            times[name][0] += wall
            times[name][1] += cpu
        ratios.append(took["whole"] / took["bare"])

    found = {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "memcon": memcon.__version__,
        "model": parser.model,
        "python": platform.python_version(),
        "machine": platform.processor() or platform.machine(),
        "documents": len(documents),
        "words": words,
        "load the model, s": round(loading, 2),
        "first two records, s": round(first, 2),
        "bare spaCy, documents/s": round(len(documents) / times["bare"][0], 1),
        "memcon, documents/s": round(len(documents) / times["whole"][0], 1),
        "memcon, words/s": round(words / times["whole"][0]),
        "ratio (processor time)": round(times["whole"][1] / times["bare"][1], 2),
        "ratio, median block": round(statistics.median(ratios), 2),
        "peak memory, MiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    if options.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main()
