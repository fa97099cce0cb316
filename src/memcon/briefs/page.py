"""A brief as values: sections of groups of items, which every template and form of output prints the same way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from memcon.briefs.citations import AnyCitation, Sentence
from memcon.briefs.findings import Change, Searched


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a section.

    Attributes:
        sentence: what it says.
        day: when, in words; with ``note``, how the day is known where the report does not say it.
        label: what it is in a word or two.
        check: supported, contradicted, disputed, not_covered, accepted, edited; with ``why``, the reason.
        parts: what belongs to it.
        earlier: the last time, whose ``changes`` are the words that differ.
        outcome: what became of it, with ``later``, the reports that tell.
    """

    sentence: Sentence
    day: str = ""
    note: str = ""
    label: str = ""
    check: str | None = None
    why: str | None = None
    parts: tuple[Sentence, ...] = ()
    earlier: Sentence | None = None
    earlier_day: str = ""
    changes: tuple[Change, ...] = ()
    outcome: str = ""
    later: tuple[Sentence, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """All of its sentences, in the order in which they are printed."""
        yield self.sentence
        yield from self.parts
        if self.earlier:
            yield self.earlier
        yield from self.later


@dataclass(frozen=True, slots=True)
class Group:
    """Items under a heading of their own; ``dated`` says that each stands beside its day."""

    items: tuple[Item, ...]
    title: str = ""
    remark: str = ""
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers as a table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a brief.

    Attributes:
        name: by which a template or an option asks for it.
        groups: what it says; none where nothing was found.
        remark: about the archive, not about the world: what was searched, what was left out.
        drawings: inline SVG.
        tables: the numbers behind the drawings.
    """

    name: str
    title: str
    groups: tuple[Group, ...] = ()
    remark: str = ""
    drawings: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not any(group.items for group in self.groups)


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered citation."""

    number: int
    citation: AnyCitation


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: what was asked, its sections, and its citations in the order in which they are first cited.

    Attributes:
        title: “Azerbaijan and the United Nations”.
        kind: brief or chronology.
        searched: where was looked.
        made: the day it was made, ISO, with ``made_by``, the program.
    """

    title: str
    kind: str
    searched: Searched
    sections: tuple[Section, ...]
    made: str
    made_by: str
    period: str = ""
    numbers: dict[object, int] = field(default_factory=dict, init=False, repr=False, compare=False)
    notes: tuple[Note, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        found: list[Note] = []
        for sentence in self.sentences():
            for citation in sentence.citations:
                key = identity(citation)
                if key not in self.numbers:
                    self.numbers[key] = len(found) + 1
                    found.append(Note(len(found) + 1, citation))
        object.__setattr__(self, "notes", tuple(found))

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, in the order in which they are printed."""
        for section in self.sections:
            for group in section.groups:
                for item in group.items:
                    yield from item.sentences()

    def numbers_of(self, sentence: Sentence) -> list[int]:
        """The numbers of what a sentence cites."""
        return list(dict.fromkeys(self.numbers[identity(one)] for one in sentence.citations))

    @property
    def is_empty(self) -> bool:
        """Whether no section found anything."""
        return all(section.is_empty for section in self.sections)


def identity(citation: AnyCitation) -> object:
    """What two citations of one passage or one row have in common."""
    from memcon.briefs.citations import ReportCitation

    if isinstance(citation, ReportCitation):
        return citation.report.id, citation.start, citation.end
    return citation.table, tuple(sorted((name, str(value)) for name, value in citation.row.items()))
