"""Lines that stand on a page or in a mail but are not the report: links to others, newsletters, captions, consent."""

from __future__ import annotations

import re

# What introduces another report, when a colon or an arrow follows.
_POINTERS = (
    r"also (?:read|like)",
    r"you may (?:also )?(?:read|like)",
    r"read (?:more|also|next|the (?:full|rest))",
    r"see also",
    r"related",
    r"more (?:on|from|about)",
    r"recommended",
    r"don.t miss",
    r"watch",
    r"listen",
    r"in pictures",
    r"explainer",
    r"live updates",
)

# What says nothing more on its line: headings of lists, buttons, menus.
_ALONE = (
    r"also read",
    r"read (?:more|also|next)",
    r"see also",
    r"related(?: (?:stories|articles|content|links|news|topics))?",
    r"most (?:read|popular)",
    r"recommended(?: (?:stories|for you|reading))?",
    r"more (?:stories|news)",
    r"latest news",
    r"trending(?: now)?",
    r"you may also like",
    r"what to read next",
    r"editor.?s.? picks?",
    r"top stories",
    r"share",
    r"share this(?: \w+){0,2}",
    r"print(?: this \w+)?",
    r"e-?mail(?: this \w+)?",
    r"tweet",
    r"facebook",
    r"twitter",
    r"whatsapp",
    r"linkedin",
    r"telegram",
    r"copy link",
    r"save",
    r"comments?",
    r"advertisements?",
    r"sponsored(?: content)?",
    r"loading",
    r"back to top",
    r"skip to \w+(?: \w+)?",
    r"subscribe",
    r"sign (?:up|in)",
    r"log in",
    r"menu",
    r"search",
    r"close",
    r"next",
    r"previous",
    r"home",
    r"download(?: pdf)?",
    r"listen to this article",
    r"\d+ min(?:ute)?s? read",
    r"view (?:all|gallery|comments)",
    r"continue reading",
    r"(?:article|story) continues below(?: advertisement)?",
    r"follow us",
)

# What begins such a line, whatever follows.
_BEGINNINGS = (
    r"(?:sign up|subscribe|register) (?:to|for|now|here|today)\b",
    r"(?:get|receive) (?:(?:the|our|all the) )?(?:latest|daily|weekly|best|top|newsletter|breaking)\b",
    r"(?:follow|like|join|find) (?:us|\w+ news) (?:on|at) "
    r"(?:x\b|twitter|facebook|telegram|instagram|whatsapp|google|social)",
    r"(?:click|tap) (?:here|on|to)\b",
    r"(?:we|this (?:site|website|page)) uses? (?:[\w\s,]{0,30})?cookies",
    r"by (?:clicking|continuing|using (?:this|our) (?:site|website)|signing up|subscribing)\b",
    r"(?:accept|reject|manage) (?:all )?(?:cookies|preferences)",
    r"cookie (?:policy|settings|preferences|notice)",
    r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}))",
    r"all rights reserved",
    r"(?:file )?(?:photo|image|picture|video|graphic)s?(?: (?:credit|by|courtesy|source))?\s?:",
    r"(?:credit|caption|tags?|filed under|topics?|categories|keywords|share this|hashtags?)\s?:",
    r"[(\[]?(?:photo|image|picture) by\b",
    r"\[(?:photo|image|file)\b",
    r"(?:to )?unsubscribe\b",
    r"(?:if you )?no longer wish to receive",
    r"view (?:this (?:email|message) )?in (?:your )?browser",
    r"(?:published|updated|last (?:updated|modified)|posted(?: on)?|first published)\s?:?\s"
    r"[^.]{0,60}(?:\d|[ap]m|utc|gmt|[ce]?est|edt)\s*\Z",
)

_NOT_THE_REPORT = re.compile(
    rf"\s*(?:(?:{'|'.join(_POINTERS)})\b[^.!?]{{0,40}}[:|»→>]"
    rf"|(?:{'|'.join(_ALONE)})[\s.…:!|»→>]*\Z"
    rf"|(?:{'|'.join(_BEGINNINGS)}))",
    re.IGNORECASE,
)

# A picture's credit closes its caption.
_CREDIT = re.compile(
    r"(?:Getty Images|/(?:AFP|AP|Reuters|EPA)|AP Photo/[\w .]+|via (?:AP|Reuters|Getty)"
    r"|\[[A-Z][\w ]+/(?:AFP|AP|Reuters)\])[)\]]?\s*\Z"
)
_LONGEST = 300


def is_boilerplate(line: str) -> bool:
    """Whether a paragraph is none of the report.

    >>> is_boilerplate("Read more: Finland closes its border")
    True
    >>> is_boilerplate("Related talks were held in Geneva.")
    False
    """
    bare = line.strip()
    if not any(ch.isalnum() for ch in bare):
        return True
    return len(bare) <= _LONGEST and bool(_NOT_THE_REPORT.match(bare) or _CREDIT.search(bare))
