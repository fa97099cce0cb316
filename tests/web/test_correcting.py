"""Corrections as plain forms, as a browser without scripts sends them: kept with who and why, shown in the history."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from tests.web.making import SCRIPTS

from memcon.archive import Archive
from memcon.ontology import event_type


def decide(client: TestClient, verb: str, item: str = "e1", **more: str) -> str:
    answer = client.post("/report/d1/decide", data={verb: item, **more})
    assert answer.status_code == 200, answer.text
    return answer.text


def test_accept_reject_and_undo(client: TestClient, archive: Archive) -> None:
    assert "accepted" in decide(client, "accept")
    page = decide(client, "reject", why="he only quotes it", by="Ben")
    assert "Rejected" in page
    assert "he only quotes it" in page
    assert [event.type for event in archive.record("d1").events] == ["REJECT"]
    decide(client, "undo")
    decide(client, "undo", item="d1")
    assert [event.type for event in archive.record("d1").events] == ["ACCUSE", "REJECT"]
    made = archive.history("e1").decisions
    assert [(d.verb, d.person, d.why) for d in made] == [
        ("accept", "Ines", ""),
        ("reject", "Ben", "he only quotes it"),
        ("undo", "Ines", ""),
        ("undo", "Ines", ""),
    ]


def test_nothing_to_undo_is_told(client: TestClient) -> None:
    answer = client.post("/report/d1/decide", data={"undo": "d1"})
    assert answer.status_code == 422
    assert "left to take back" in answer.text


@pytest.mark.parametrize("sent", [{"remove": "e1"}, {"item": "e1"}, {"accept": ""}, {"accept": "e999"}, {}])
def test_no_other_verb_and_no_other_item(client: TestClient, archive: Archive, sent: dict[str, str]) -> None:
    assert client.post("/report/d1/decide", data=sent).status_code in (400, 404)
    assert archive.history("d1").decisions == ()


def values(page: str) -> dict[str, str]:
    """The fields of a form as they stand in it."""
    found = dict(re.findall(r'<input name="(\w+)" value="([^"]*)"', page))
    for name, body in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', body)
        found[name] = chosen[1] if chosen else ""
    return found


def test_an_edit_changes_what_was_changed_and_nothing_else(client: TestClient, archive: Archive) -> None:
    before = archive.record("d1").events[0]
    form = values(client.get("/report/d1/edit/e1").text)
    assert (form["type"], form["from"], form["to"], form["date"]) == ("ACCUSE", "Armenia", "Azerbaijan", "2020-10-10")
    answer = client.post("/report/d1/edit/e1", data={**form, "to": "Azerbaijan; Norway", "why": "both", "by": "Ben"})
    assert "edited by a person" in answer.text
    after = archive.record("d1").events[0]
    names = {actor.id: actor.name for actor in archive.record("d1").actors}
    assert [names[id] for id in after.target] == ["Azerbaijan", "Norway"]
    assert (after.type, after.source, after.date) == (before.type, before.source, before.date)
    (made,) = archive.history("e1").decisions
    assert (made.person, made.why) == ("Ben", "both")


def test_mode_and_code_are_chosen_in_words(client: TestClient, archive: Archive) -> None:
    page = client.get("/report/d1/edit/e1").text
    modes = re.search(r'<select name="mode">(.*?)</select>', page, re.DOTALL)
    assert modes
    assert re.findall(r'value="([^"]*)"', modes[1]) == ["", *event_type("ACCUSE").modes]
    assert "allege: " in modes[1]
    codes = re.search(r'<select name="cameo">(.*?)</select>', page, re.DOTALL)
    assert codes
    assert ">112 Accuse" in codes[1]
    assert ">163 Impose embargo, boycott, or sanctions (kind: SANCTION)<" in codes[1]
    assert codes[1].index('value="112"') < codes[1].index('value="040"'), "those of its own kind come first"
    client.post("/report/d1/edit/e1", data={**values(page), "mode": "allege", "cameo": "112"})
    after = archive.record("d1").events[0]
    assert (after.type, after.mode, after.cameo) == ("ACCUSE", "allege", "112")
    client.post("/report/d1/edit/e1", data={**values(client.get("/report/d1/edit/e1").text), "mode": "", "cameo": ""})
    after = archive.record("d1").events[0]
    assert (after.type, after.mode, after.cameo) == ("ACCUSE", None, None)


def test_every_decision_can_have_its_reason(client: TestClient, archive: Archive) -> None:
    page = client.get("/report/d1").text
    assert "Accept it, with this reason" in page
    page = decide(client, "accept", why="checked against the readout")
    assert "Undo, with this reason" in page
    decide(client, "undo", why="another e1 was meant")
    assert [d.why for d in archive.history("e1").decisions] == ["checked against the readout", "another e1 was meant"]
    assert "checked against the readout" in client.get("/report/d1/history/e1").text


def test_a_wrong_value_is_told_in_the_form_and_what_was_typed_stays(client: TestClient, archive: Archive) -> None:
    form = values(client.get("/report/d1/edit/e1").text)
    answer = client.post("/report/d1/edit/e1", data={**form, "to": "Atlantis", "why": "typed"})
    assert answer.status_code == 422
    assert "nor the tables know" in answer.text
    assert values(answer.text)["to"] == "Atlantis"
    assert values(answer.text)["why"] == "typed"
    unchanged = client.post("/report/d1/edit/e1", data=form)
    assert "nothing was changed" in unchanged.text
    assert archive.history("d1").decisions == ()


@pytest.mark.parametrize("kind", ["event", "statement", "fact", "actor"])
def test_each_kind_has_a_form(client: TestClient, archive: Archive, kind: str) -> None:
    id = next(id for (one, _), id in archive.report("d1").ids.items() if one == kind)
    assert f"Edit the {kind} {id}" in client.get(f"/report/d1/edit/{id}").text


def test_a_rejected_item_is_not_edited(client: TestClient) -> None:
    assert "a reason is asked for" in client.post("/report/d1/decide", data={"reject": "e1"}).text
    decide(client, "reject", why="a quotation")
    assert "It was rejected" in client.get("/report/d1/edit/e1").text


def test_something_is_added_on_marked_words_beside_emoji(client: TestClient, archive: Archive) -> None:
    start = SCRIPTS.index("nai\u0308vete\u0301")
    place = {"start": str(start), "end": str(start + len("nai\u0308vete\u0301"))}
    form = client.get("/report/d3/add", params={"kind": "event", **place}).text
    assert "<mark>nai\u0308vete\u0301</mark>" in form
    client.post("/report/d3/add", data={"kind": "event", **place, "type": "ACCUSE", "from": "Armenia", "why": "missed"})
    added = next(e for e in archive.record("d3").events if e.type == "ACCUSE")
    assert added.predicate.text == "nai\u0308vete\u0301"
    assert added.evidence.text.startswith("Jóhannes")


def test_something_is_added_by_its_words_alone(client: TestClient, archive: Archive) -> None:
    sent = {"kind": "statement", "speaker": "Azerbaijan", "words": " denied   the accusation "}
    answer = client.post("/report/d1/add", data=sent)
    assert "added by a person" in answer.text
    assert archive.record("d1").statements[-1].content.text == "denied the accusation"


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"kind": "event", "type": "ACCUSE"}, "no words are chosen"),
        ({"kind": "event", "type": "ACCUSE", "words": "not in it"}, "does not have these words"),
        ({"kind": "event", "type": "ACCUSE", "words": "Azerbaijan"}, "stand there 2 times"),
        ({"kind": "event", "words": "must stop"}, "needs &#39;type&#39;"),
        ({"kind": "fact", "relation": "member_of", "words": "must stop"}, "needs &#39;subject&#39;"),
        ({"kind": "event", "type": "ACCUSE", "start": "9", "end": "99999999999999999999"}, "no words are chosen"),
    ],
)
def test_what_cannot_be_added_is_told_in_the_form(
    client: TestClient, archive: Archive, sent: dict[str, str], told: str
) -> None:
    answer = client.post("/report/d1/add", data=sent)
    assert answer.status_code == 422
    assert told in answer.text
    assert archive.history("d1").decisions == ()


def test_the_history_tells_who_did_what_and_why(client: TestClient) -> None:
    decide(client, "reject", why="a quotation", by="Ana")
    decide(client, "undo", by="Ben")
    for address in ("/report/d1/history", "/report/d1/history/e1"):
        page = client.get(address).text
        assert page.index("took back") < page.index("rejected")
        for said in ("Ana", "Ben", "a quotation", "Armenia ACCUSE Azerbaijan"):
            assert said in page
    assert "1, current" in client.get("/report/d1/history").text
