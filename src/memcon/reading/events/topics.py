"""What an event is about: a small documented list of topics, found by their words."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final

# topic → the words that name it (regular expressions, any case)
TOPICS: Final[tuple[tuple[str, str], ...]] = (
    ("covid-19", r"covid(?:-19)?|coronavirus|pandemic"),
    ("sdgs", r"sdgs?|sustainable development goals?|2030 agenda"),
    ("climate", r"climate|emissions?|global warming|paris agreement|cop ?\d\d"),
    ("energy", r"energy|oil|gas|pipelines?|electricity|nuclear power"),
    ("trade", r"trade|tariffs?|exports?|imports?|market access|customs"),
    ("economy", r"econom\w+|investments?|debt|loans?|growth"),
    ("nuclear", r"nuclear|uranium|enrichment|non-?proliferation|iaea"),
    ("missiles", r"missiles?|ballistic|rockets?"),
    ("arms control", r"arms control|disarmament|chemical weapons?|landmines?"),
    ("border", r"borders?|frontiers?|demarcation|territorial"),
    ("hostages", r"hostages?|captives?"),
    ("prisoners", r"prisoners?|detainees?|political prisoners?"),
    ("ceasefire", r"cease-?fires?|truce|armistice|cessation of hostilities"),
    ("peace", r"peace|peacebuilding|reconciliation"),
    ("peacekeeping", r"peace-?keep\w+|blue helmets?"),
    ("security", r"security|defen[cs]e"),
    ("terrorism", r"terror\w*|extremis\w+|counter-?terrorism"),
    ("human rights", r"human rights|torture|freedoms?|rights"),
    ("humanitarian assistance", r"humanitarian|relief|food aid|famine"),
    ("refugees", r"refugees?|asylum|displaced"),
    ("migration", r"migra\w+"),
    ("elections", r"elections?|voters?|ballots?|polls"),
    ("democracy", r"democra\w+"),
    ("sanctions", r"sanctions?|embargo\w*"),
    ("corruption", r"corruption|brib\w+|money laundering"),
    ("drugs", r"narcotics?|drug trafficking|drugs|fentanyl"),
    ("cyber", r"cyber\w*|hack\w*"),
    ("health", r"health|vaccines?|ebola|aids"),
    ("education", r"education|universit\w+|students?"),
    ("culture", r"cultur\w+|heritage"),
    ("environment", r"environment\w*|biodiversity|forests?|water"),
    ("disaster", r"earthquakes?|floods?|hurricane|cyclone|drought|tsunami"),
    ("transport", r"transport\w*|railways?|corridors?|shipping|navigation"),
    ("technology", r"technolog\w+|space|satellites?|artificial intelligence|5g"),
    ("cooperation", r"co-?operation|partnership|collaborat\w+"),
    ("bilateral relations", r"bilateral (?:relations|ties|relationship)|relations between|ties between"),
    ("non-aligned movement", r"non-aligned movement"),
    ("region", r"region\w*"),
)


def _by_first_letter(words: str) -> str:
    """Alternatives as a tree, which regular expressions run through faster: ``a(?:id|rms)|b(?:order)``."""
    alternatives = re.findall(r"(?:\([^()]*\)|[^|()])+", words)
    groups = groupby(sorted(alternatives, key=itemgetter(0)), itemgetter(0))
    return "|".join(f"{letter}(?:{'|'.join(one[1:] for one in some)})" for letter, some in groups)


# Plain words on lower-case text.
_ANY: Final = re.compile(rf"\b(?:{_by_first_letter('|'.join(words for _, words in TOPICS))})\b")
_EACH: Final = tuple((topic, re.compile(words)) for topic, words in TOPICS)


def topics_of(text: str) -> tuple[str, ...]:
    """The topics that a stretch of text names, in order of first mention.

    >>> topics_of("talks on the border and the nuclear deal")
    ('border', 'nuclear')
    """
    return tuple(dict.fromkeys(_topic(match[0]) for match in _ANY.finditer(text.lower())))


@lru_cache(maxsize=2048)
def _topic(words: str) -> str:
    return next(topic for topic, pattern in _EACH if pattern.fullmatch(words))
