"""The word classes that spaCy's attribute ruler gives, remembered: what it finds of a word with a tag and a relation.

Its matcher tries some two hundred patterns on every token, a fifth of the time of the whole pipeline.  Nearly all of
them look at one token alone, so each kind of token needs to be matched only once.
"""

# Without “from __future__ import annotations”: spaCy reads the types of a factory as they stand.

from typing import Any

from spacy.attrs import DEP, ORTH, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

#: The name under which the component stands in the pipeline, in place of the attribute ruler.
NAME = "remembered_attributes"

_RULER = "attribute_ruler"
# What patterns may ask for: the word's form, its tag and its relation, by which findings are remembered.
_ASKED = frozenset({"ORTH", "LOWER", "IS_SPACE", "TAG", "DEP"})
#: Kinds of tokens remembered before all are forgotten: some 50 MiB.
_MOST = 200_000


def remember_attributes(pipeline: Language) -> None:
    """Put the remembering component in the place of the pipeline's attribute ruler, which stays there, disabled.

    A ruler whose patterns ask for anything else than form, tag and relation of a token is left at work.
    """
    if _RULER not in pipeline.pipe_names:
        return
    ruler: Any = pipeline.get_pipe(_RULER)
    patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
    if all(_ASKED.issuperset(token) for pattern in patterns for token in pattern):
        pipeline.add_pipe(NAME, after=_RULER)
        pipeline.disable_pipe(_RULER)


class RememberedAttributes:
    """Sets what an attribute ruler would set."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._alone, self._several = Matcher(ruler.vocab), Matcher(ruler.vocab)
        rules: list[Any] = ruler.patterns
        for number, rule in enumerate(rules):
            for matcher, several in ((self._alone, False), (self._several, True)):
                patterns = [pattern for pattern in rule["patterns"] if (len(pattern) > 1) is several]
                if patterns:
                    matcher.add(str(number), patterns)
        # Form, tag and relation of a token → the rules that hold for it, and what they set together.
        self._known: dict[tuple[int, int, int], tuple[tuple[int, ...], dict[Any, Any]]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a document's tokens."""
        keys = [tuple(row) for row in doc.to_array([ORTH, TAG, DEP]).tolist()]
        known = self._known
        new = dict.fromkeys(key for key in keys if key not in known)
        if new:
            if len(known) > _MOST:
                known.clear()
                new = dict.fromkeys(keys)
            self._learn(list(new))
        found = [known[key] for key in keys]
        for number, at in self._matches(self._several, doc):
            numbers = (*found[at][0], number)
            found[at] = numbers, self._merged(numbers)
        for token, (_, attributes) in zip(doc, found, strict=True):
            if attributes:
                set_token_attrs(token, attributes)
        return doc

    def _learn(self, keys: list[tuple[int, int, int]]) -> None:
        strings = self._ruler.vocab.strings
        words, tags, relations = ([strings[key[column]] for key in keys] for column in range(3))
        numbers: list[list[int]] = [[] for _ in keys]
        for number, at in self._matches(self._alone, Doc(self._ruler.vocab, words, tags=tags, deps=relations)):
            numbers[at].append(number)
        for key, held in zip(keys, numbers, strict=True):
            self._known[key] = tuple(held), self._merged(held)

    def _matches(self, matcher: Matcher, doc: Doc) -> list[tuple[int, int]]:
        """The rules that hold and the tokens that they are about."""
        strings, indexes = self._ruler.vocab.strings, self._ruler.indices
        found = []
        for name, start, end in matcher(doc, allow_missing=True):
            number = int(strings[name])
            index = indexes[number]
            found.append((number, start + index if index >= 0 else end + index))
        return found

    def _merged(self, numbers: Any) -> dict[Any, Any]:
        """What several rules set: of two that set the same, the later one counts."""
        merged: dict[Any, Any] = {}
        for number in sorted(numbers):
            merged |= self._ruler.attrs[number]
        return merged


@Language.factory(NAME)
def _component(nlp: Language, name: str) -> RememberedAttributes:
    return RememberedAttributes(nlp.get_pipe(_RULER))  # type: ignore[arg-type]
