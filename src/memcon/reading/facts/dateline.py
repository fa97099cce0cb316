"""Where a report was written (“NEW YORK, June 6 (Reuters) – …”): its names are no parties to what it tells."""

from __future__ import annotations

from memcon.language import ParsedText

_DASHES = frozenset({"-", "–", "—", "--", "---"})
_LONGEST = 16  # tokens


def dateline(text: ParsedText) -> frozenset[int]:
    """The tokens of the datelines of a text: names, figures and brackets from the start of a line to a dash."""
    found: set[int] = set()
    for sentence in text.sentences:
        before = text.text[: sentence.start].rstrip(" \t")
        if before and not before.endswith("\n"):
            continue
        end = _end(text, sentence.first, min(sentence.last, sentence.first + _LONGEST))
        found.update(range(sentence.first, end))
    return frozenset(found)


def _end(text: ParsedText, first: int, last: int) -> int:
    """The token after the dash of a dateline that begins at ``first``; ``first`` itself where there is none."""
    depth = 0
    for i in range(first, last):
        token = text.tokens[i]
        if token.text in _DASHES and i > first:
            # A dash inside a word (“Addis-Abeba”) has no space on either side.
            spaced = text.text[token.start - 1].isspace() or text.text[token.end : token.end + 1].isspace()
            if spaced:
                return i + 1
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if not (depth or token.text == ")" or token.pos in ("PUNCT", "SPACE", "NUM") or token.text[:1].isupper()):
            return first
    return first
