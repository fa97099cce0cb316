"""Between whom it is: “both sides” of whom somebody else speaks."""

from __future__ import annotations

from memcon.reading.actors import world
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.part import Part

# What somebody is by profession; whoever is so does not speak for the state he comes from.
_CAREERS = frozenset(
    {"diplomat", "politician", "lawyer", "national", "economist", "jurist", "judge", "academic", "professor", "citizen"}
)


class Sides(Part):
    """Finds the two sides that somebody else urges to something."""

    def between_others(self, i: int, own: set[str | None]) -> tuple[int, ...]:
        """The two named together nearest before ``i``, those of the countries ``own`` left out: whose matter it is."""
        here = self.parsed.sentence_of(i).index
        for index in range(here, max(-1, here - 8), -1):
            if len(both := self._between_in(index, i)) > 1 and not own & {self.referent(n).country for n in both}:
                return both
            named = [c for c in self._sides_in(index) if c not in own]
            if len(named) == 2:
                return tuple(self.roll.state(c, world.state_called(c), True) for c in named)
            if len(named) == 1 and len(bodies := self._bodies_in(index, i)) == 2:
                return bodies
        return ()

    def _sides_in(self, index: int) -> list[str]:
        """The countries named in a sentence, without those where it happens and those somebody only comes from."""
        names = self._names_in(index)
        aside = [name for name in names if self._only_where(name) or self._nationality(name)]
        sides = {name.named.iso3 for name in names if name not in aside}
        only = {name.named.iso3 for name in aside}
        return [c for c in self.reader.memory.named_in(index) if c in sides or c not in only]

    def _names_in(self, index: int) -> list[Name]:
        sentence = self.parsed.sentences[index]
        at = (self.scene.name_at.get(i) for i in range(sentence.first, sentence.last))
        return list(dict.fromkeys(name for name in at if name is not None))

    def _only_where(self, name: Name) -> bool:
        return name.named.kind != "people" and self.scene.is_place(name) == (True, False)

    def _nationality(self, name: Name) -> bool:
        """“his envoy, the Colombian diplomat X”: whence somebody comes, who holds no office there."""
        head = self.tokens[name.last - 1].head
        if name.named.kind != "people" or not self.scene.is_modifier(name.last - 1):
            return False
        return any(t.lower in _CAREERS for t in self.tokens[name.last : name.last + 3] if t.i <= head)

    def _between_in(self, index: int, i: int) -> tuple[int, ...]:
        """Those between whom something is said to be, in a sentence before ``i``."""
        sentence = self.parsed.sentences[index]
        for at in range(sentence.first, min(sentence.last, i)):
            if self.tokens[at].lower == "between":
                for one in self.parsed.children(at, "pobj"):
                    return tuple(n for h in self.parsed.conjuncts(one) for n in self.roll.at.get(h, ())[:1])
        return ()

    def _bodies_in(self, index: int, i: int) -> tuple[int, ...]:
        """The governments, forces and movements spoken of in a sentence before ``i``."""
        met = (n for numbers, head, at in self.reader.memory.seen if at == index and head < i for n in numbers)
        return tuple(dict.fromkeys(n for n in met if self.referent(n).kind == "organization"))
