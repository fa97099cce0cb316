"""What looks like a date and is none: resolution numbers, acts, programme names, people called May, marches."""

from __future__ import annotations

import re
from typing import Final

#: Words before a four-digit number that make it the number of a thing.
_NUMBERED: Final = re.compile(
    r"(?:\b(?:Act|Bill|Law|Code|Regulations?|Rules?|Order|Ordinance|Agenda|Vision|Horizon|Resolutions?|Res\.?|UNSCR|"
    r"Directive|Expo|Windows|Office|Euro|No|Nos|Nr|Number|Room|Flight|Route|Highway|Model|Boeing|Airbus|Paragraph|"
    r"Article|"
    r"Section|Decision|Convention|ISO|page|pp?|para|paras|channel|chapter|version|OTC|Tel|Fax|Box|Studio|Forbes|"
    r"Fortune|"
    r"FTSE|Nikkei|DAX|Nasdaq|Decree|Protocol|Case|Docket|Form|Public Law|U\.?S\.?C|C\.?F\.?R|Stat|Regs?|Tokyo|"
    r"Beijing|Paris|London|Rio)"
    r"[.,]?\s+(?:\(|No\.?\s*|№\s*)?|[$€£¥₤#№*+=@]\s?|US\$\s?|\b(?:USD|EUR|GBP|Rs\.?|SR|NIS|C\$|A\$|¥)\s?|\d[.,:/–-]|"
    r"[A-Za-z]/|/|(?<!mid)(?<!late)(?<!early)(?<!pre)(?<!post)(?<=[A-Za-z])-|:\s?(?=\d{4}\s*$)|\bx\s)$",
    re.IGNORECASE,
)
#: What after a four-digit number makes it an amount.
_COUNTED: Final = re.compile(
    r"[A-Za-z]|/\w|[.,]\d|:\d|-\d{3,}|-[A-Z]{2,}|\s?(?:%|°|km|kilomet|metres?\b|meters?\b|m\b|cm\b|mm\b|miles?\b|"
    r"ft\b|feet\b|kg\b|tons?\b|tonnes?\b|kilos?\b|grams?\b|"
    r"litres?\b|liters?\b|barrels?\b|acres?\b|hectares?\b|square\b|cubic\b|sq\b|dollars?\b|euros?\b|pounds?\b|yen\b|"
    r"roubles?\b|"
    r"rubles?\b|yuan\b|cents?\b|percent|per\b|people\b|persons?\b|men\b|women\b|children\b|troops?\b|soldiers?\b|"
    r"civilians?\b|"
    r"workers?\b|employees?\b|students?\b|refugees?\b|migrants?\b|residents?\b|families\b|households\b|houses\b|"
    r"homes\b|"
    r"villages?\b|prisoners?\b|members?\b|votes?\b|seats?\b|points?\b|others?\b|more\b|dead\b|deaths?\b|killed\b|"
    r"wounded\b|"
    r"injured\b|casualties\b|vehicles?\b|tanks?\b|aircraft\b|planes?\b|guns?\b|ships?\b|rounds?\b|cases?\b|years?\b|"
    r"days?\b|"
    r"hours?\b|hrs?\b|minutes?\b|months?\b|weeks?\b|times\b|million|billion|thousand|hundred|copies\b|pages?\b|words\b|"
    r"stores\b|shops\b|jobs\b|shares\b|companies\b|schools\b|delegates\b|guests\b|experts\b|observers\b|GMT\b|UTC\b|"
    r"local time|"
    r"(?:mega|kilo|giga)?watts?\b|[MGk]W\b|horsepower\b|volts?\b|degrees\b|calories\b|bytes\b|"
    r"strong\b|or so\b|-(?:year|man|strong|member|mile|km|foot|kilomet|seat|page|point|pound|ton|bed|hour|day|word|"
    r"metre|meter))"
)
_AMOUNT_LEAD: Final = re.compile(
    r"\b(?:roughly|nearly|over|some|almost|(?:more|less|fewer) than|approximately|at least|at most|up to|only|just|"
    r"total of)\s+$",
    re.I,
)
_ADJACENT_YEAR: Final = re.compile(r"(?:\b(?:1\d|20)\d\d\s?(?:[-–—/,]|and|to|or)\s?|[-–—/])$")
_YEAR_CUE: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|to|of|during|before|after|early|late|mid|through|throughout|between|circa|"
    r"c\.|ca\.?|"
    r"around|about|and|for|the|year|years|till|until|summer|spring|autumn|fall|winter|than|back in|AD|A\.D\.|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|May)\s+|mid-|[(\[]|\n\s*|^\s*|;\s|\d[,]\s)$",
    re.IGNORECASE,
)
_STRONG_YEAR_CUE: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|throughout|early|late|mid|circa|year|of|from|between|before|after)\s+|"
    r"mid-|[(])$",
    re.IGNORECASE,
)


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits at ``start`` are a year where no month stands before them."""
    before, after = text[max(0, start - 24) : start], text[end : end + 16]
    if _NUMBERED.search(before):
        return False
    value = int(text[start:end])
    if 1900 <= value <= 2035 and _SURE_YEAR_CUE.search(before):
        return not _UNIT_AFTER.match(after)
    if _COUNTED.match(after) or _AMOUNT_LEAD.search(before):
        return False
    if value % 1000 == 0 and value < 2000 and not _STRONG_YEAR_CUE.search(before):
        return False
    if 1900 <= value <= 2035:
        return True
    return bool(_YEAR_CUE.search(before)) or after[:1] in (")",) or bool(_ADJACENT_YEAR.search(before))


_SURE_YEAR_CUE: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|throughout|(?:end|start|beginning|middle|close|half|part|quarter|summer|"
    r"autumn|fall|spring|"
    r"winter|early|late|mid) of|early|late|year)\s+|mid-)$",
    re.I,
)
_UNIT_AFTER: Final = re.compile(
    r"[A-Za-z]|/\w|[.,]\d|:\d|-\d{3,}|\s?(?:%|°|km\b|kilomet|metres?\b|meters?\b|m\b|miles?\b|feet\b|kg\b|tons?\b|"
    r"tonnes?\b|"
    r"barrels?\b|acres?\b|hectares?\b|dollars?\b|euros?\b|percent\b|years?\b|days?\b|hours?\b|million\b|billion\b)"
)


_PREPOSITION: Final = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|through|between|last|this|next|early|late|mid|during|before|after|and|"
    r"or|each|"
    r"every|for|on|around|about|throughout|beginning|starting|ending|end|that|previous|following|past|late-|mid-|as of|"
    r"begin|began|started|effective|per|both|than|versus|over|late in|early in)[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"\b(?:the|a|an|its|his|her|their|our|whose|’s|'s)\s+$", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Theresa|Brian|Elaine|Rob|Robert|President|Minister|Secretary|Premier|"
    r"Senator|"
    r"Governor|General|Judge|Emperor|Caesar|Fredric|Romano|Long|Women.s|Death|Arab|Prague)\.?\s+)$"
)


def is_month_alone(text: str, start: int, end: int) -> bool:
    """Whether a month name without day or year is the month: not Theresa May, a march, June Carter."""
    word = text[start:end].rstrip(".")
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if not word[0].isupper() or (len(word) < 4 and word.lower() != "may") or after[:1].isalnum():
        return False
    if text[start:end].endswith(".") and not _PREPOSITION.search(before):
        return False
    if _NAME_BEFORE.search(before):
        return False
    led = bool(_PREPOSITION.search(before))
    lower = word.lower()
    if re.match(r"\s+[A-Z][a-z]+", after) and not led and lower in ("may", "march", "april", "june", "august", "july"):
        return False
    if word.isupper() and lower in ("may", "march"):
        return False
    if lower in ("may", "march"):
        if led:
            return not re.match(r"\s+(?:on|for|of|against|said|says|told|be|have|not)\b", after) or bool(
                re.search(r"\b(?:in|since|until|by|last|next|this|during)\s+$", before)
            )
        return (
            bool(_ARTICLE.search(before))
            and bool(re.match(r"\s+[a-z]", after))
            and not re.match(r"\s+(?:on|for|of|against|to|in|through|by|was|is|and|from|at|that|will|has|had)\b", after)
        )
    return True


_WEEKDAY_NAME_BEFORE: Final = re.compile(
    r"\b(?:News|Bloody|Black|Super|Ash|Palm|Cyber|Easter|Whit|Giving|Meet the|Freaky|Fat|Low|Good|Maundy|CBS|Casual|"
    r"Ruby|Man|Girl|Joe|Rick|Billy|Red|Spy|Quasimodo)\s+$"
)
_WEEKDAY_NAME_AFTER: Final = re.compile(
    r"\s+(?:Times|Herald|Telegraph|Mail|Mirror|Express|Post|Tribune|Review|Night Football|Night Live|Mass|World|"
    r"Journal|"
    r"Business Post|Independent|Star|Sun|Group)\b"
)


def is_weekday(text: str, start: int, end: int) -> bool:
    """Whether a weekday word is the day: not Fox News Sunday, the Sunday Times, Black Friday."""
    word = text[start:end]
    if not word[:1].isupper() or _WEEKDAY_NAME_BEFORE.search(text[max(0, start - 12) : start]):
        return False
    if len(word.rstrip(".")) <= 5 and word.lower().rstrip(".") in _SHORT_WEEKDAYS:
        return False
    return not _WEEKDAY_NAME_AFTER.match(text[end : end + 20])


_SHORT_WEEKDAYS: Final = frozenset(["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"])


def is_counted(text: str, end: int) -> bool:
    """Whether what follows makes the figures before it an amount (``2,000-3,000 people``)."""
    return bool(_COUNTED.match(text[end : end + 16]))


_SEASON_NAME_BEFORE: Final = re.compile(r"\b(?:Prague|Arab|Hot|Damascus|Silver|Palm|Colorado|African|Coral)\s+$")


def is_season(text: str, start: int, end: int, the: bool) -> bool:
    """Whether a season word is the season: not the Arab Spring, springs, the fall of Kabul."""
    word, before, after = text[start:end], text[max(0, start - 16) : start], text[end : end + 24]
    lower = word.lower()
    if _SEASON_NAME_BEFORE.search(before):
        return False
    if lower == "fall":
        return bool(re.search(r"\b(?:in|during|by|since|until)\s+(?:the\s+)?$", before)) and not re.match(
            r"\s+(?:of|in|from|to|below|short|apart|behind|back|out|for|on|into|down)\b", after
        )
    if lower in ("spring", "springtime"):
        if re.match(r"\s+(?:of\s+(?!the\b)|up|from|back|forward|water|onion|roll|break)\b", after):
            return False
        return (
            the
            or bool(
                re.search(
                    r"\b(?:in|during|by|since|until|early|late|mid|last|next|this|and|or|a|through)[\s-]+(?:the\s+)?$",
                    before,
                )
            )
            or (
                word[0].isupper()
                and (bool(re.match(r"\s+Offensive\b", after)) or bool(re.search(r"(?:^|\n|[.!?:]\s+)$", before)))
            )
        )
    return not re.match(r"\s+(?:Olympic|Paralympic|Games|Universiade|Palace)", after)
