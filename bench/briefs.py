"""What a brief costs: two states with ten thousand events between them in an archive of many more.

    python bench/briefs.py [--events 10000] [--others 100000] [--path archive.sqlite] [--keep]

The records are made as in ``bench/archive.py``, seeded; those of the pair are of two states alone.
"""

from __future__ import annotations

import argparse
import platform
import resource
import sys
import tempfile
import time
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from archive import Maker, distributions
from memcon.archive import TOGETHER, Archive
from memcon.briefs.document import as_docx
from memcon.briefs.making import make_brief, make_chronology
from memcon.briefs.rendering import as_text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--others", type=int, default=100_000)
    parser.add_argument("--path", type=Path)
    parser.add_argument("--keep", action="store_true", help="use the archive at --path as it is")
    options = parser.parse_args()
    path = options.path or Path(tempfile.mkdtemp()) / "archive.sqlite"
    one, other = fill(path, options.events, options.others, keep=options.keep and path.exists())
    for name, value in measure(path, one, other).items():
        print(f"| {name} | {value} |")


def fill(path: Path, events: int, others: int, *, keep: bool) -> tuple[str, str]:
    """Write the archive; gives the two states."""
    found = distributions() if not keep else {"events": {("CONSULT", None, "happened", False): 1}, "topics": {"": 1}}
    everybody, pair = Maker(found | {"statements": found.get("statements", 0), "facts": found.get("facts", 0)}), None
    one, other = everybody.states[:2]
    if keep:
        return one.iso3, other.iso3
    pair = Maker(found, seed=2)
    pair.states, pair.state_weights = [one, other], [1, 1]
    batch = []
    with Archive(path) as archive:
        for number, record in enumerate(chain(of_two(pair, events), everybody.records(others))):
            batch.append((record, f"{number}"))
            if len(batch) == TOGETHER:
                archive.add_many(batch)
                batch = []
        archive.add_many(batch)
    return one.iso3, other.iso3


def of_two(pair: Maker, events: int):
    """Records until so many events are between the two states."""
    between, number = 0, 20_000_000
    while between < events:
        record = pair.record(number)
        countries = {actor.id: actor.country for actor in record.actors}
        between += sum(
            len({countries[id] for id in (*event.source, *event.target)} - {None}) > 1 for event in record.events
        )
        number += 1
        yield record


def measure(path: Path, one: str, other: str) -> dict[str, str]:
    """Seconds, the first call with the tables not yet loaded."""
    figures = {"measured on": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"}
    with Archive(path) as archive:
        figures["events in the archive"] = f"{archive.summary()['events']:,}"

        def timed(name: str, call) -> object:
            began, worked = time.perf_counter(), time.process_time()
            found = call()
            took, busy = time.perf_counter() - began, time.process_time() - worked
            figures[name] = f"{busy:.2f} s of processor time, {took:.2f} s"
            return found

        brief = timed("brief of the pair, first", lambda: make_brief(archive, one, other))
        brief = timed("brief of the pair, again", lambda: make_brief(archive, one, other))
        timed("the same as Markdown", lambda: as_text(brief, "markdown"))
        timed("the same as HTML", lambda: as_text(brief, "html"))
        timed("the same as DOCX", lambda: as_docx(brief))
        whole = timed("chronology of the pair, all lines", lambda: make_chronology(archive, one, other, lines=None))
        timed("the same as HTML, all lines", lambda: as_text(whole, "html"))
        timed("brief of one side", lambda: make_brief(archive, one))
        section = next(section for section in whole.sections if section.name == "chronology")
        figures["lines of the whole chronology"] = f"{sum(len(group.items) for group in section.groups):,}"
    figures["peak memory, MiB"] = f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,}"
    return figures


if __name__ == "__main__":
    main()
