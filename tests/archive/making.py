"""Records made by hand, so that what the archive does hangs on no reading."""

from __future__ import annotations

from memcon.record import (
    Actor,
    Check,
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
)

WHO = {
    "Armenia": ("state", "ARM", "ARM", ()),
    "Azerbaijan": ("state", "AZE", "AZE", ()),
    "Kenya": ("state", "KEN", "KEN", ()),
    "Uganda": ("state", "UGA", "UGA", ()),
    "Israel": ("state", "ISR", "ISR", ()),
    "Norway": ("state", "NOR", "NOR", ()),
    "Namibia": ("state", "NAM", "NAM", ()),
    "Ilham Aliyev": ("person", "AZEGOV", "AZE", (("President", "Azerbaijan"),)),
    "Nikol Pashinyan": ("person", "ARMGOV", "ARM", ()),
    "António Guterres": ("person", "IGOUNO", None, (("Secretary-General", "United Nations"),)),
    "NATO": ("organization", "IGONAT", None, ()),
    "UNDP": ("organization", "IGOUNO", None, ()),
    "Benjamin Netanyahu": ("person", "ISRGOV", "ISR", ()),
    "William Ruto": ("person", "KENGOV", "KEN", ()),
    "Yoweri Museveni": ("person", "UGAGOV", "UGA", ()),
    "Kaja Kallas": ("person", "IGOEEC", None, (("High Representative", "European Union"),)),
}


def day(first: str | None, last: str | None = None, basis: str = "stated") -> Dated | None:
    return Dated(first, last or first, basis) if first else None


class Made:
    """Collects what one report says; ``record()`` gives it."""

    def __init__(self, id: str, text: str, **about: str | None) -> None:
        published = day(about.pop("published", None))
        self.document = Document(id, text, published=published, **about)  # type: ignore[arg-type]
        self.text = text
        self.actors: dict[str, Actor] = {}
        self.events: list[Event] = []
        self.statements: list[Statement] = []
        self.facts: list[Fact] = []

    def actor(self, name: str) -> str:
        if name not in self.actors:
            kind, code, country, offices = WHO.get(name, ("person", None, None, ()))
            found, at = [], self.text.find(name)
            while at >= 0:
                found.append(Mention(at, at + len(name), name, "name"))
                at = self.text.find(name, at + 1)
            held = tuple(Office(title, body) for title, body in offices)
            sectors = (code[3:],) if code and len(code) > 3 else ()
            self.actors[name] = Actor(
                f"a{len(self.actors) + 1}", name, kind, code, country, sectors, held, tuple(found)
            )
        return self.actors[name].id

    def span(self, words: str) -> Span:
        at = self.text.index(words)
        return Span(at, at + len(words), words)

    def clause(self, predicate: str) -> Span:
        """The line or sentence around some words."""
        at = self.text.index(predicate)
        start = max(self.text.rfind(". ", 0, at) + 2 if ". " in self.text[:at] else 0, self.text.rfind("\n", 0, at) + 1)
        end = self.text.index(".", at)
        return Span(start, end, self.text[start:end])

    def event(
        self,
        source: str,
        predicate: str,
        target: str,
        type: str = "CONSULT",
        *,
        on: str | None = None,
        basis: str = "stated",
        status: str = "happened",
        place: str | None = None,
        topics: tuple[str, ...] = (),
        **more: object,
    ) -> Made:
        self.events.append(
            Event(
                f"e{len(self.events) + 1}",
                type,
                None,
                "VCOOP",
                tuple(self.actor(name) for name in source.split("; ") if name),
                tuple(self.actor(name) for name in target.split("; ") if name),
                status,
                bool(more.pop("background", False)),
                day(on, basis=basis),
                self.span(predicate),
                self.clause(predicate),
                place=Place(place) if place else None,
                topics=topics,
                **more,  # type: ignore[arg-type]
            )
        )
        return self

    def says(self, speaker: str, cue: str, content: str, *, occasion: str | None = None, to: str | None = None) -> Made:
        said = self.span(content)
        addressee = self.actor(to) if to else None
        self.statements.append(
            Statement(
                f"s{len(self.statements) + 1}", self.actor(speaker), None, self.span(cue), said, (said,), "indirect",
                addressee=addressee, occasion=occasion,
            )
        )  # fmt: skip
        return self

    def fact(self, subject: str, relation: str, thing: str, words: str, verdict: str = "supported") -> Made:
        self.facts.append(
            Fact(
                f"f{len(self.facts) + 1}", relation, self.actor(subject), self.actor(thing), "1992-03-02", None,
                self.clause(words), Check(verdict, "the table says so"),
            )
        )  # fmt: skip
        return self

    def record(self, model: str = "by hand") -> Record:
        return Record(
            self.document, MadeBy("0", model), tuple(self.actors.values()), (), tuple(self.statements),
            tuple(self.events), tuple(self.facts),
        )  # fmt: skip


def accusation() -> Made:
    made = Made(
        "ceasefire.txt",
        "Armenia accused Azerbaijan of breaking the ceasefire on Saturday. Azerbaijan denied the accusation.\n"
        "António Guterres said that both sides must stop. Armenia joined UNDP talks in 1992.",
        title="Fragile truce in the Caucasus", outlet="Trend", published="2020-10-10",
    )  # fmt: skip
    made.event("Armenia", "accused", "Azerbaijan", "ACCUSE", on="2020-10-10", topics=("ceasefire",))
    made.event("Azerbaijan", "denied", "Armenia", "REJECT", on="2020-10-10", status="denied")
    made.says("António Guterres", "said", "both sides must stop")
    return made.fact("Armenia", "member_of", "UNDP", "joined", "contradicted")


def meeting(
    id: str = "meeting", outlet: str | None = "Azertac", lead: str = "", on: str = "2021-09-25", tail: str = ""
) -> Made:
    made = Made(
        id,
        f"{lead}Ilham Aliyev met António Guterres in New York on Saturday. They discussed mines and aid.{tail}",
        outlet=outlet, published=on,
    )  # fmt: skip
    made.event("Ilham Aliyev", "met", "António Guterres", on=on, place="New York")
    return made.event(
        "Ilham Aliyev", "discussed", "António Guterres", on=on, basis="context", topics=("mines",), part_of="e1"
    )
