"""Whether a text is in English, the one language that is read; another is named rather than guessed at."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Little words that are English and hardly anything else: enough of them settle it without statistics.
_TELLING = (
    "the of and to that with by from has have his its their this which were would been who said after are they he she "
    "not was an"
)
_SHARED = "for her is it on in as at be had a will"  # words of other languages too, which only help
_ENGLISH = frozenset(f"{_TELLING} {_SHARED}".split())
_ENGLISH_ALONE = frozenset(_TELLING.split())
_WORD = re.compile(r"[^\W\d_]+")
_CHARACTERS = 3000
_FEWEST_LETTERS = 60
_FEWEST_FOREIGN_LETTERS = 20
_SURE = 0.90
_NOT_ENGLISH = 0.002
_FEWEST_WORDS = 3
_PERHAPS_ENGLISH = 0.1

_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer",
    "ko": "Korean", "ky": "Kyrgyz", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "mn": "Mongolian",
    "ms": "Malay", "mt": "Maltese", "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian",
    "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "tg": "Tajik", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def other_language(text: str) -> str | None:
    """The English name of the language ``text`` is in where that is surely not English, else None.

    Short texts and lists of names are left alone: a headline full of foreign names is still English.
    """
    sample = text[:_CHARACTERS]
    letters = [ch for ch in sample if ch.isalpha()]
    latin = sum(ch < "ɐ" or "Ḁ" <= ch <= "ỿ" for ch in letters)
    foreign_script = len(letters) - latin > max(_FEWEST_FOREIGN_LETTERS, len(letters) // 2)
    if not foreign_script and (len(letters) < _FEWEST_LETTERS or _sounds_english(sample)):
        return None
    ranked = dict(_identifier().rank(sample))
    code = max(ranked, key=ranked.__getitem__)
    if foreign_script:
        return _NAMES.get(code, "a language other than English")
    # Neighbours (Danish and Norwegian, Malay and Indonesian) share the probability: that English has none of it also
    # counts.
    sure = ranked[code] >= _SURE or ranked["en"] < _NOT_ENGLISH
    return _NAMES[code] if code != "en" and sure and not _english_without_names(sample) else None


def _sounds_english(sample: str) -> bool:
    words = _WORD.findall(sample.lower())
    english = sum(word in _ENGLISH for word in words)
    telling = sum(word in _ENGLISH_ALONE for word in words)
    return english >= 0.12 * len(words) and telling >= 0.06 * len(words)


def _english_without_names(sample: str) -> bool:
    """Whether the words that are no names may be English: names say nothing of the language that tells of them."""
    words = [word for word in _WORD.findall(sample) if word.islower()]
    return len(words) < _FEWEST_WORDS or dict(_identifier().rank(" ".join(words)))["en"] > _PERHAPS_ENGLISH


@cache
def _identifier() -> Any:
    # Loaded only for a text that does not sound English: it takes a tenth of a second.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in (*_NAMES, "en") if code in set(identifier.labels)])
    return identifier
