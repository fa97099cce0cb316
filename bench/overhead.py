"""What reading costs beside the parser: `memcon read` against the bare spaCy pipeline, same texts, same run.

    python bench/overhead.py [--documents 500] [--texts FILE] [--model NAME] [--json]

Each stage's share is its processor time over that of the bare pipeline on the same reports.

The documents are cut into blocks; each goes once through the bare pipeline and once through the whole, in turn,
so that whatever else the machine does falls on both.  What counts is the ratio; the rates are this machine's.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from reports import reports

import memcon
import memcon.language
from memcon.language.attributes import NAME, REPLACED
from memcon.record import Document

# The module, which the function of the same name in the package hides.
read = importlib.import_module("memcon.reading.read")

BLOCK = 50
STAGES = {
    "Clauses": "clauses",
    "read_actors": "actors",
    "read_statements": "statements",
    "read_facts": "facts",
    "read_events": "events",
}


def measured(call: Callable[[], object]) -> tuple[float, float]:
    """Wall and processor seconds of a call."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - wall, time.process_time() - cpu


def texts_of(count: int, path: Path | None) -> list[Document]:
    """Reports made from templates of ours, or the first of those in a file of JSON lines with ``text`` or ``body``."""
    if path is None:
        return list(reports(count))
    rows = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()][:count]
    return [Document(str(number), row.get("text") or row["body"]) for number, row in enumerate(rows)]


def plain(count: int, model: str | None, path: Path | None) -> None:
    """Print the processor seconds that ``count`` reports take in the model as spaCy loads it by itself."""
    import spacy

    from memcon.language.pipeline import DEFAULT_MODELS, _where

    pipeline = spacy.load(_where(model or DEFAULT_MODELS[0]))
    texts = [document.text for document in texts_of(count, path)]
    list(pipeline.pipe(texts[:2]))
    print(measured(lambda: list(pipeline.pipe(texts)))[1])


@contextmanager
def as_loaded(pipeline: Any) -> Iterator[None]:
    """The pipeline with the components that its makers gave it: ours, which does the same faster, steps aside."""
    if NAME not in pipeline.pipe_names:
        yield
        return
    pipeline.disable_pipe(NAME)
    for name in REPLACED:
        pipeline.enable_pipe(name)
    yield
    for name in REPLACED:
        pipeline.disable_pipe(name)
    pipeline.enable_pipe(NAME)


def start(*arguments: str) -> str:
    """Seconds of a call from the shell and those in which it had the processor, the best of three."""
    call = [sys.executable, "-m", "memcon", *arguments]
    # As installed: with the modules compiled, which the first of the three calls sees to.
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        wall, _ = measured(lambda: subprocess.run(call, stdout=subprocess.DEVNULL, check=True, env=compiled))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append((wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return f"{min(wall for wall, _ in times):.2f} ({min(cpu for _, cpu in times):.2f})"


def stages(documents: list[Document], parser: memcon.language.Parser) -> dict[str, float]:
    """Processor seconds of each stage of reading, in the order in which they run."""
    took: Counter[str] = Counter()
    real = {name: getattr(read, name) for name in STAGES}

    def timed(name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            started = time.process_time()
            answer = real[name](*arguments, **named)
            took[STAGES[name]] += time.process_time() - started
            return answer

        return call

    parses = list(parser.parse_many(document.text for document in documents))
    finder, resolver = read.date_reading.find, read.date_reading.resolve
    dates = {"find": finder, "resolve": resolver}
    for name in STAGES:
        setattr(read, name, timed(name))
    for name, call in dates.items():
        real[name], STAGES[name] = call, "dates"
        setattr(read.date_reading, name, timed(name))
    try:
        for document, parsed in zip(documents, parses, strict=True):
            started = time.process_time()
            record = read.record_of(document, parsed, parser.model)
            took["all of reading"] += time.process_time() - started
            started = time.process_time()
            memcon.check(record)
            took["checks"] += time.process_time() - started
    finally:
        for name in STAGES:
            setattr(read.date_reading if name in dates else read, name, real[name])
    named = sum(took[stage] for stage in set(STAGES.values()))
    took["the rest"] = took.pop("all of reading") - named
    return dict(took)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--documents", type=int, default=500)
    asked.add_argument("--texts", type=Path, metavar="FILE", help="reports of your own, JSON lines with text or body")
    asked.add_argument("--model")
    asked.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    asked.add_argument("--plain", action="store_true", help="only the model as spaCy loads it by itself")
    options = asked.parse_args()
    if options.plain:
        plain(options.documents, options.model, options.texts)
        return

    documents = texts_of(options.documents, options.texts)
    words = sum(len(document.text.split()) for document in documents)
    started = time.perf_counter()
    parser = memcon.load(options.model)
    loading = time.perf_counter() - started
    bare_pipeline = parser._pipeline  # the very same model, so that only our work differs

    def bare(block: list[Document]) -> None:
        with as_loaded(bare_pipeline):
            parse(block)

    def parse(block: list[Document]) -> None:
        for _ in bare_pipeline.pipe((document.text for document in block), batch_size=24):
            pass

    def whole(block: list[Document]) -> None:
        for record in memcon.read_many(block, parser):
            memcon.check(record)

    started = time.perf_counter()
    whole(documents[:2])  # tables and lexicon are loaded here, once a process
    gc.freeze()  # as the command line does
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

    block = documents[: 4 * BLOCK]
    _, cpu = measured(lambda: bare(block))
    _, ours = measured(lambda: whole(block))
    call = [sys.executable, __file__, "--plain", "--documents", str(len(block))]
    call += ["--model", options.model] if options.model else []
    call += ["--texts", str(options.texts)] if options.texts else []
    unset = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    theirs = float(subprocess.run(call, capture_output=True, check=True, encoding="utf-8", env=unset).stdout)
    shares = {f"{stage}, share of bare spaCy": round(took / cpu, 3) for stage, took in stages(block, parser).items()}

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
        "ratio to spaCy without our settings": round(ours / theirs, 2),
        "peak memory, MiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "memcon --help, s (of processor)": start("--help"),
        "memcon read, a report, s (of processor)": start(
            "read", str(Path(__file__).parent.parent / "examples/meeting.txt")
        ),
        **shares,
    }
    if options.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main()
