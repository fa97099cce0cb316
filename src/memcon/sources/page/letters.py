"""Where on a page a paragraph of the extracted text lies: spacing differs between the two, the letters do not."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from lxml import etree

from memcon.sources.markup import local

_INLINE_NAMES = "a abbr b bdi big br cite code em font i ins mark q s small span strong sub sup time tt u"
_INLINE = frozenset(_INLINE_NAMES.split())
_SILENT = frozenset(("script", "style", "noscript", "template", "title"))
# Enough letters to know a paragraph by.
_TELLING = 200


class Letters:
    """A page as one run of characters without spaces, each of which knows the element it lies in."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree.getroottree()
        self._starts: list[int] = []
        self._elements: list[Any] = []
        pieces: list[str] = []
        at = 0
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            name = local(element)
            text, owner = (element.text, element) if event == "start" else (element.tail, element.getparent())
            if not text or owner is None or (name in _SILENT and event == "start"):
                continue
            bare = _bare(text)
            if bare:
                self._starts.append(at)
                self._elements.append(owner)
                pieces.append(bare)
                at += len(bare)
        self._letters = "".join(pieces)
        self._from = 0

    def path_of(self, paragraph: str) -> str | None:
        """The XPath of the element that holds a paragraph, or None where it is not on the page as it stands.

        Paragraphs are asked for in their order; the next one is looked for after the last one found.
        """
        element = self._element_of(paragraph)
        if element is None:
            return None
        while local(element) in _INLINE and element.getparent() is not None:
            element = element.getparent()
        return str(self._tree.getpath(element))

    def is_link(self, paragraph: str) -> bool:
        """Whether a paragraph is a link and nothing else, as the lines of a menu are."""
        before = self._from
        element = self._element_of(paragraph)
        self._from = before
        while element is not None and local(element) in _INLINE and local(element) != "a":
            element = element.getparent()
        return element is not None and local(element) == "a" and _bare(element.text_content()) == _bare(paragraph)

    def _element_of(self, paragraph: str) -> Any:
        bare = _bare(paragraph)[:_TELLING]
        if not bare:
            return None
        at = self._letters.find(bare, self._from)
        if at < 0:
            at = self._letters.find(bare)
        if at < 0:
            return None
        self._from = at + len(bare)
        return self._elements[bisect_right(self._starts, at) - 1]


def _bare(text: str) -> str:
    return "".join(text.split())
