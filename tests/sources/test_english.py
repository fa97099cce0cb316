"""Another language is named; English full of foreign names is still English."""

from __future__ import annotations

import pytest

from memcon.sources.english import other_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("French", "Le ministre des Affaires étrangères a reçu hier son homologue allemand au Quai d’Orsay."),
        ("German", "Der Bundeskanzler hat am Montag den französischen Präsidenten in Berlin empfangen."),
        ("Spanish", "El presidente del Gobierno se reunió ayer en Madrid con el primer ministro de Portugal."),
        ("Turkish", "Cumhurbaşkanı dün Ankara’da Azerbaycan Cumhurbaşkanı ile bir araya geldi ve görüştü."),
        ("Russian", "Министр иностранных дел России провёл переговоры с коллегой из Казахстана."),
        ("Arabic", "التقى وزير الخارجية المصري نظيره الأردني في القاهرة وبحث معه الأوضاع في المنطقة"),
        ("Chinese", "外交部长在北京会见了联合国秘书长并就共同关心的问题交换了意见和看法"),
    ],
)
def test_another_language_is_named(language: str, text: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Jeyhun Bayramov received Péter Szijjártó, Tanja Fajon, Jan Lipavský and Gabrielius Landsbergis.",
        "Salvadoran President Nayib Bukele received Costa Rican President Rodrigo Chaves Robles.",
        "BAKU, YEREVAN, TBILISI",
        "Merci beaucoup!",
        "",
        "12345 67890 !!! ??? ...",
        "President Nursultan Nazarbayev and President Gurbanguly Berdimuhamedow met in Ashgabat.",
    ],
)
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    assert other_language(text) is None
