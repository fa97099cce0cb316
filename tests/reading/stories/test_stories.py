"""Reports of one event in different words are one story; two events in the same words are two."""

from __future__ import annotations

from memcon.reading.stories import cluster

KOSICE = (
    "Slovak and Hungarian ministers opened a new bridge over the Danube at Komárno on Thursday. The Monostor bridge, "
    "600 metres long, links Komárno with the Hungarian town of Komárom and was paid for in part by the European Union."
)
KOMAROM = (
    "KOMÁROM – A second road bridge now joins the two halves of Komárom. Hungary and Slovakia built the Monostor "
    "bridge over the Danube with European Union money; it is 600 metres long and takes lorries out of both towns."
)
VOLGA = (
    "Russian ministers opened a new bridge over the Volga at Tolyatti on Thursday. The Klimovsky bridge, 3,700 metres "
    "long, links the two banks near Tolyatti and takes lorries out of Samara."
)
CALL = (
    "The Secretary of State spoke today by telephone with {name}, Foreign Minister of {land}. They discussed regional "
    "security, trade between the two countries and preparations for the General Assembly. The Secretary thanked "
    "{name} for {land}'s contribution to peacekeeping."
)


def stories(*texts: str, **fields: list[str]) -> list[str]:
    rows = [{"id": f"r{i}", "text": t, **{k: v[i] for k, v in fields.items()}} for i, t in enumerate(texts)]
    answers = cluster(rows)
    assert [i for i, _ in answers] == [row["id"] for row in rows]
    return [story for _, story in answers]


def test_two_reports_of_one_opening_are_one_story_and_another_bridge_is_another():
    assert stories(KOSICE, VOLGA, KOMAROM) == ["r0", "r1", "r0"]


def test_calls_in_the_same_words_with_different_parties_stay_two():
    one = CALL.format(name="Subrahmanyam Jaishankar", land="India")
    other = CALL.format(name="Retno Marsudi", land="Indonesia")
    assert stories(one, other) == ["r0", "r1"]


def test_the_same_text_carried_by_two_outlets_is_one_story():
    call = CALL.format(name="Retno Marsudi", land="Indonesia")
    assert stories(call, VOLGA, call) == ["r0", "r1", "r0"]
    assert stories(call, call + " (Reuters)") == ["r0", "r0"]


def test_a_year_between_two_like_reports_keeps_them_apart():
    assert stories(KOSICE, KOMAROM, published=["2020-09-17", "2020-09-18T06:00:00Z"]) == ["r0", "r0"]
    assert stories(KOSICE, KOMAROM, published=["2020-09-17", "2021-09-17"]) == ["r0", "r1"]


def test_a_new_report_does_not_rename_the_story():
    before = stories(KOSICE, VOLGA)
    assert stories(KOSICE, VOLGA, KOMAROM)[:2] == before


def test_whatever_comes_in_is_answered():
    assert cluster([]) == []
    assert len(set(stories("", " ", "█ ​😀", "1234", "a the of"))) == 5
    odd = cluster([{"id": 7, "text": None}, {"text": "Kenya"}, {"id": "x", "text": "Kenya", "published": "soon"}])
    assert [i for i, _ in odd] == ["7", "1", "x"]


def test_a_collection_too_large_to_compare_at_once_gives_the_same_stories(monkeypatch):
    texts = [CALL.format(name=f"Minister {n}", land=land) for n, land in enumerate(("Chad", "Mali", "Togo", "Benin"))]
    texts += [KOSICE, VOLGA, KOMAROM]
    at_once = stories(*texts)
    monkeypatch.setattr("memcon.reading.stories.group.LARGEST", 3)
    assert stories(*texts) == at_once
