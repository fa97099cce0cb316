"""Line breaks that a sender put inside sentences, told from those that end a line of its own."""

from __future__ import annotations

import re

#: A text whose lines are all shorter than this was wrapped by its sender: a line end is not a sentence end.
_WRAPPED = 100
#: In a wrapped text a line much shorter than the others ends where its writer ended it.
_SHORT = 0.55

_BREAK = re.compile(r"(?<=\S)[^\S\n]*(\r?\n)[^\S\n]*(?=\S)")
_ITEM = re.compile(r"[-•*·–—▪●]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|[A-Z][A-Z .]{2,30}:\s")
# Words that no line of its own ends with.
_GOES_ON = re.compile(
    r"(?:,|\b(?:the|a|an|and|or|of|in|on|at|to|by|for|from|with|his|her|its|their|our|that|which|who|as|into|between|under"
    r"|President|Minister|Secretary|Ambassador|Mr|Mrs|Ms|Dr|Gen|Lt|Col|H\.E)\.?)$"
)


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text are of one width, as mail and text files have them."""
    lines = [len(line) for line in text.split("\n") if line.strip()]
    return len(lines) > 3 and 50 < max(lines) <= _WRAPPED


def unwrapped(text: str, wrapped: bool) -> str:
    """The text with a space for each line break inside a sentence; it keeps its length, so that offsets hold."""
    if "\n" not in text:
        return text
    widest = max(len(line) for line in text.split("\n"))

    def joined(found: re.Match[str]) -> str:
        start = text.rfind("\n", 0, found.start()) + 1
        line, following = text[start : found.start()], text[found.end() : found.end() + 40]
        if _ITEM.match(following):
            return found[0]
        inside = following[0].islower() or _GOES_ON.search(line)
        if inside or (wrapped and len(line) >= _SHORT * widest):
            return " " * len(found[0])
        return found[0]

    return _BREAK.sub(joined, text)
