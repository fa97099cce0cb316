"""What the archive does with a million events: how fast records go in, how fast questions are answered, how large.

    python bench/archive.py [--events 1000000] [--path archive.sqlite] [--keep] [--json]

The records are made, seeded, from real distributions: types, modes, statuses, topics, statements and facts as often as
memcon reads them in the reports of ``examples`` and ``tests/texts``; states by a power law, as they share the news;
people from the tables of office holders; days over thirty years.  The texts are of our templates.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from reports import SENTENCES, _sentence

import memcon
from memcon.archive import TOGETHER, Archive
from memcon.ontology import event_type, general_code
from memcon.record import (
    Actor,
    Coverage,
    Dated,
    Document,
    Event,
    Fact,
    MadeBy,
    Mention,
    Office,
    Place,
    Record,
    Span,
    Statement,
    dumps,
    from_json,
)
from memcon.reference import states, terms_of
from memcon.sources import documents

ROOT = Path(__file__).parents[1]
OUTLETS = ("Reuters", "AFP", "AP", "Xinhua", "TASS", "Interfax", "Anadolu", "BBC", "Al Jazeera", "dpa", "EFE", "ANSA",
           "Kyodo", "Yonhap", "PTI", "MENA", "Trend", "Armenpress", "UN News", "White House")  # fmt: skip
VERBS = {
    "CONSULT": "met with", "AGREE": "agreed to meet", "SUPPORT": "praised", "CONCEDE": "apologised to",
    "COOPERATE": "held joint exercises with", "AID": "sent aid to", "RETREAT": "released prisoners of",
    "REQUEST": "called on", "ACCUSE": "accused", "REJECT": "rejected the proposal of", "THREATEN": "warned",
    "PROTEST": "protested against", "SANCTION": "imposed sanctions on", "MOBILIZE": "sent troops towards",
    "COERCE": "seized property of", "ASSAULT": "shelled",
}  # fmt: skip
BODIES = (("United Nations", "IGOUNO"), ("European Union", "IGOEEC"), ("NATO", "IGONAT"), ("African Union", "IGOAFU"))


def distributions() -> dict[str, Any]:
    """How often each type with its mode, status and so on is read in our own reports."""
    names = [
        *map(str, sorted((ROOT / "examples").iterdir())),
        *map(str, sorted((ROOT / "tests/texts").glob("*.jsonl"))),
    ]
    texts = [d for d in documents(names) if isinstance(d, Document)]
    records = list(memcon.read_many(texts, memcon.load()))
    events = [e for r in records for e in r.events]
    return {
        "events": Counter((e.type, e.mode, e.status, e.background) for e in events),
        "topics": Counter("; ".join(e.topics[:2]) for e in events),
        "statements": sum(len(r.statements) for r in records) / len(events),
        "facts": sum(len(r.facts) for r in records) / len(events),
        "reports": len(records),
    }


class Maker:
    """Makes records, the same for the same seed."""

    def __init__(self, found: dict[str, Any], seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.found = found
        self.kinds = list(found["events"])
        self.kind_weights = list(found["events"].values())
        self.topics = list(found["topics"])
        self.topic_weights = list(found["topics"].values())
        now = [s for s in states() if not s.valid_to]
        self.chance.shuffle(now)
        self.states = now
        self.people = {
            s.iso3: [t.person for t in terms_of(s.iso3) if t.office in ("head_of_state", "foreign_minister")][-12:]
            or ["the president"]
            for s in now
        }
        # A few states make most of the news.
        self.state_weights = [1 / (rank + 3) for rank in range(len(now))]

    def record(self, number: int) -> Record:
        chance = self.chance
        day = date(1995, 1, 1) + timedelta(chance.randrange(365 * 30))
        one, two = (chance.choices(self.states, self.state_weights)[0] for _ in range(2))
        parties = self._parties(one, two)
        count = max(1, min(30, round(chance.lognormvariate(1.9, 0.6))))
        text, spans = "", []
        for _ in range(count):
            kind, mode, status, background = chance.choices(self.kinds, self.kind_weights)[0]
            source, target = chance.sample(range(len(parties)), 2)
            when = day if not background else day - timedelta(chance.randrange(400, 4000))
            topic = chance.choices(self.topics, self.topic_weights)[0]
            words = [parties[source].name, VERBS[kind], parties[target].name]
            start = len(text)
            text += f"{words[0]} {words[1]} {words[2]} over {topic or 'relations'} in {one.capital or one.name}."
            spans.append((start, len(text) - 1, words, kind, mode, status, background, when, topic, source, target))
            if chance.random() < 0.9:
                filler = f"{one.name}|{one.name}|{one.capital}", f"{two.name}|{two.name}|{two.capital}"
                text += " " + _sentence(chance, day, *filler, ["Anna Adler", "Omar Silva"])
            text += "\n\n" if chance.random() < 0.3 else " "
        return self._record(number, text, day, parties, spans)

    def _parties(self, one: Any, two: Any) -> list[Actor]:
        found = [
            Actor("a1", one.name, "state", one.iso3, one.iso3),
            Actor("a2", two.name, "state", two.iso3, two.iso3) if two is not one else None,
        ]
        for state in (one, two):
            office = Office("Minister of Foreign Affairs", state.name)
            name = self.chance.choice(self.people[state.iso3])
            found.append(Actor("", name, "person", f"{state.iso3}GOV", state.iso3, ("GOV",), (office,)))
        if self.chance.random() < 0.3:
            body, code = self.chance.choice(BODIES)
            found.append(Actor("", body, "organization", code, None, ("IGO",)))
        named = {actor.name: actor for actor in found if actor}
        return [
            Actor(f"a{n}", a.name, a.kind, a.code, a.country, a.sectors, a.offices)
            for n, a in enumerate(named.values(), 1)
        ]

    def _record(self, number: int, text: str, day: date, parties: list[Actor], spans: list[Any]) -> Record:
        events, statements, facts = [], [], []
        mentions: dict[int, list[Mention]] = {}
        for n, (start, end, words, kind, mode, status, background, when, topic, source, target) in enumerate(spans, 1):
            evidence = Span.of(text, start, end)
            verb = start + len(words[0]) + 1
            whom = verb + len(words[1]) + 1
            mentions.setdefault(source, []).append(Mention(start, verb - 1, words[0], "name"))
            mentions.setdefault(target, []).append(Mention(whom, whom + len(words[2]), words[2], "name"))
            events.append(
                Event(
                    f"e{n}", kind, general_code(kind), event_type(kind).quad, (parties[source].id,),
                    (parties[target].id,), status, background, Dated(when.isoformat(), when.isoformat(), "stated"),
                    Span.of(text, verb, verb + len(words[1])), evidence, mode=mode,
                    topics=tuple(topic.split("; ")) if topic else (), place=Place("Geneva", "CHE"), confidence=0.8,
                )
            )  # fmt: skip
            if self.chance.random() < self.found["statements"]:
                said = Span.of(text, verb, end)
                statements.append(
                    Statement(
                        f"s{n}", parties[source].id, Span(start, verb - 1, words[0]), None, said, (said,), "indirect"
                    )
                )
            if self.chance.random() < self.found["facts"]:
                facts.append(
                    Fact(f"f{n}", "member_of", parties[source].id, parties[target].id, "1992-03-02", None, evidence)
                )
        published = Dated(day.isoformat(), day.isoformat(), "stated")
        document = Document(
            f"report-{number}", text, title=f"{spans[0][2][0]} {spans[0][2][1]} {spans[0][2][2]}",
            outlet=self.chance.choice(OUTLETS), published=published,
        )  # fmt: skip
        actors = tuple(
            Actor(a.id, a.name, a.kind, a.code, a.country, a.sectors, a.offices, tuple(mentions.get(n, ())))
            for n, a in enumerate(parties)
        )
        made = MadeBy(memcon.__version__, "made for timing", "none")
        return Record(
            document, made, actors, (), tuple(statements), tuple(events), tuple(facts), Coverage(len(SENTENCES))
        )

    def records(self, events: int) -> Iterator[Record]:
        made = number = 0
        while made < events:
            record = self.record(number)
            number += 1
            made += len(record.events)
            yield record


def questions(maker: Maker) -> list[str]:
    """Two hundred queries of every kind, about states as often as those are in the news."""
    chance = random.Random(2)

    def state() -> str:
        return chance.choices(maker.states, maker.state_weights)[0].iso3

    shapes = (
        lambda: f"ceasefire from:{state()} to:{state()}",
        lambda: f"from:{state()} to:{state()} type:ACCUSE since:2020",
        lambda: f"type:{chance.choice(list(VERBS))} with:{state()}",
        lambda: f"sanctions with:{state()} until:2005",
        lambda: f"said-by:{state()} energy",
        lambda: f"“prisoner exchange” since:{chance.randrange(1996, 2020)}",
        lambda: f"outlet:{chance.choice(OUTLETS[:8]).split()[0]} about:ceasefire",
        lambda: f"status:denied from:{state()}",
        lambda: f"from:UN to:{state()} -type:CONSULT",
        lambda: "agreement",
    )
    return [shape() for _ in range(20) for shape in shapes]


def timed(call: Any) -> tuple[float, Any]:
    began = time.perf_counter()
    found = call()
    return time.perf_counter() - began, found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--events", type=int, default=1_000_000)
    asked.add_argument("--path", type=Path, help="where the archive is made; by default a temporary file")
    asked.add_argument("--keep", action="store_true", help="ask an archive that is there from a run before")
    asked.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    options = asked.parse_args()
    folder = tempfile.TemporaryDirectory()
    path = options.path or Path(folder.name) / "archive.sqlite"

    found = distributions()
    maker = Maker(found)
    figures: dict[str, Any] = {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "memcon": memcon.__version__,
        "python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "machine": platform.processor() or platform.machine(),
        "distributions from reports": found["reports"],
    }
    if not (options.keep and path.exists()):
        figures |= load(path, maker, options.events)
    figures |= ask(path, maker)
    figures |= add(path, maker)
    if options.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"| {name} | {value:,} |" if isinstance(value, int) else f"| {name} | {value} |")


def load(path: Path, maker: Maker, events: int) -> dict[str, Any]:
    """Bulk-load the events; only the writing is timed, not the making."""
    seconds, processor, count, batch = 0.0, 0.0, 0, []
    with Archive(path) as archive:
        for record in maker.records(events):
            batch.append((record, record.document.id))
            if len(batch) == TOGETHER:
                began = time.process_time()
                took, _ = timed(lambda batch=batch: archive.add_many(batch))
                processor += time.process_time() - began
                seconds, count, batch = seconds + took, count + len(batch), []
                if count % 10_000 == 0:
                    print(f"{count:,} records, {count / seconds:,.0f} a second", file=sys.stderr, flush=True)
        took, _ = timed(lambda: archive.add_many(batch))
        seconds, count = seconds + took, count + len(batch)
    return {
        "bulk load, records": count,
        "bulk load, records/s": round(count / seconds),
        "bulk load, records a second of processor time": round(count / processor),
    }


def ask(path: Path, maker: Maker) -> dict[str, Any]:
    """Ask each question once, the file just opened."""
    with Archive(path) as archive:
        held = archive.summary()
        archive.search("type:CONSULT with:NOR")  # the tables of names are loaded here, once a process
        queries = questions(maker)
        times = [timed(lambda q=q: archive.search(q))[0] * 1000 for q in queries]
        chance = random.Random(3)
        pairs = []
        while len(pairs) < 100:
            one, two = (chance.choices(maker.states, maker.state_weights)[0].iso3 for _ in range(2))
            if one != two:
                pairs.append((one, two))
        logs = [timed(lambda p=p: archive.log(*p)) for p in pairs]
    milliseconds = [took * 1000 for took, _ in logs]
    size = path.stat().st_size
    return {
        "events": held["events"],
        "statements": held["statements"],
        "facts": held["facts"],
        "reports": held["reports"],
        "archive, MiB": round(size / 2**20),
        "archive, bytes an event": round(size / held["events"]),
        "search, ms, median": round(statistics.median(times), 1),
        "search, ms, one in twenty above": round(statistics.quantiles(times, n=20)[-1], 1),
        "search, slowest": f"{max(times):.0f} ms: {queries[times.index(max(times))]}",
        "contact log of a pair, ms, median": round(statistics.median(milliseconds), 1),
        "contact log of a pair, ms, one in twenty above": round(statistics.quantiles(milliseconds, n=20)[-1], 1),
        "contacts in a log, median": round(statistics.median(len(log) for _, log in logs)),
    }


def add(path: Path, maker: Maker) -> dict[str, Any]:
    """Add to the full archive, from JSON lines, in bulk and one transaction a document."""
    lines = [dumps(maker.record(10_000_000 + n)) for n in range(2000)]
    with Archive(path) as archive:

        def bulk() -> None:
            for start in range(0, 1000, TOGETHER):
                some = [from_json(json.loads(line)) for line in lines[start : start + TOGETHER]]
                archive.add_many([(record, record.document.id) for record in some])

        def singly() -> None:
            for line in lines[1000:1500]:
                archive.add(from_json(json.loads(line)))

        figures = {}
        for name, count, call in (("in bulk", 1000, bulk), ("one transaction each", 500, singly)):
            began = time.process_time()
            took, _ = timed(call)
            figures[f"added from JSON {name}, records/s"] = round(count / took)
            figures[f"added from JSON {name}, records a second of processor time"] = round(
                count / (time.process_time() - began)
            )
    return figures


if __name__ == "__main__":
    main()
