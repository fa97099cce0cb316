"""The room in a real browser, by mouse and by keyboard: what lights what, deciding, and that nothing breaks out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import Room
from tests.web.making import BREAKS, SCRIPT, SCRIPTS

from memcon.archive import Archive, CorrectionError
from memcon.web.report_marks import marks_of

AXE = Path(__file__).with_name("axe.min.js").read_text(encoding="utf-8")
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
ADDRESSES = (
    "/", "/report/d1", "/report/d2", "/report/d3", "/report/d3/span/24-30", "/report/d4", "/report/d1/edit/e1",
    "/report/d1/add", "/report/d1/add?kind=fact&start=0&end=7", "/report/d1/history", "/report/d99",
)  # fmt: skip
#: The text of a report as the browser shows it, and the words under each token.
READ = """() => {
  const found = {}, text = document.querySelector("#text");
  for (const piece of text.querySelectorAll("[data-m]"))
    for (const token of piece.dataset.m.split(" ")) found[token] = (found[token] || "") + piece.textContent;
  return [[...text.querySelectorAll("p")].map((one) => one.textContent).join(""), found];
}"""
LIT = """(how) => [...document.querySelectorAll(`#text .lit${how}`)].map((one) => one.textContent).join("|")"""
CARDS_LIT = """() => [...document.querySelectorAll(".item.lit")].map((one) => one.id).sort().join(" ")"""


@pytest.fixture
def ids(room: Room) -> dict[str, str]:
    """Short ids in d1 by kind and id in the record."""
    with Archive(room.archive) as archive:
        return {local: id for (_, local), id in archive.report("d1").ids.items()}


def undo_all(room: Room, report: str) -> None:
    with Archive(room.archive) as archive, suppress(CorrectionError):
        while True:
            archive.correct(report, "undo", person="test")


@pytest.mark.parametrize("report", ["d1", "d2", "d3", "d4"])
def test_marks_cover_exactly_their_characters(page: Any, room: Room, report: str) -> None:
    page.goto(f"/report/{report}")
    text, found = page.evaluate(READ)
    with Archive(room.archive) as archive:
        held = archive.report(report)
    whole = held.record.document.text
    assert text == whole
    wanted: dict[str, set[int]] = {}
    for mark in marks_of(held):
        wanted.setdefault(mark.token, set()).update(range(mark.start, mark.end))
    assert found == {token: "".join(whole[at] for at in sorted(places)) for token, places in wanted.items()}


def test_a_card_lights_the_words_behind_its_fields(page: Any, ids: dict[str, str]) -> None:
    page.goto("/report/d1")
    page.hover(f"#{ids['e1']} .words")
    assert page.evaluate(LIT, "") == "Armenia| |accused| |Azerbaijan| of breaking the ceasefire on Saturday"
    assert page.evaluate(LIT, ".strong") == "accused"
    assert page.evaluate(LIT, ".party") == "Armenia|Azerbaijan"
    page.hover(f'[data-f="{ids["e1"]}.target"]')
    assert page.evaluate(LIT, ".strong") == "accused|Azerbaijan"
    page.hover("h1, .headline")
    assert page.evaluate(CARDS_LIT) == ""


def test_words_light_their_cards(page: Any, ids: dict[str, str]) -> None:
    page.goto("/report/d1")
    page.hover(f'#text [data-m~="{ids["e1"]}.predicate"]')
    assert ids["e1"] in page.evaluate(CARDS_LIT)
    page.hover(f'#text [data-m~="{ids["s1"]}.content"]')
    assert ids["s1"] in page.evaluate(CARDS_LIT).split()
    page.click(f'#text [data-m~="{ids["s1"]}.content"]')
    assert page.evaluate("document.activeElement.id") == ids["s1"]


def test_focus_lights_as_the_pointer_does(page: Any, ids: dict[str, str]) -> None:
    page.goto("/report/d1")
    page.focus(f"#{ids['s1']}")
    assert page.evaluate(LIT, ".strong") == "said|both sides must stop"
    page.focus(f"#in-{ids['e1']}")
    assert ids["e1"] in page.evaluate(CARDS_LIT)


def test_keys_walk_and_decide(page: Any, room: Room, ids: dict[str, str]) -> None:
    page.goto("/report/d1")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == ids["e1"]
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == f"in-{ids['e1']}"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == f"#{ids['e1']}"
    page.keyboard.press("a")
    page.wait_for_selector(f"#{ids['e1']} .standing")
    page.wait_for_selector("#text .lit")
    assert page.evaluate("document.activeElement.id") == ids["e1"]
    assert page.inner_text("#decided") == f"{ids['e1']} accepted"
    page.keyboard.press("x")
    page.keyboard.press("Enter")  # a rejection needs a reason; what is typed next goes into its box
    page.keyboard.type("only a quotation, j k u")
    page.keyboard.press("Enter")
    page.wait_for_selector(f".rejected #{ids['e1']}")
    with Archive(room.archive) as archive:
        assert [(d.verb, d.why) for d in archive.history(ids["e1"]).decisions] == [
            ("accept", ""),
            ("reject", "only a quotation, j k u"),
        ]
    page.keyboard.press("u")
    page.wait_for_selector(f"article#{ids['e1']} .standing")
    page.keyboard.press("u")
    page.wait_for_selector(f"article#{ids['e1']}:not(:has(.standing))")
    page.keyboard.press("?")
    assert page.evaluate("document.querySelector('#keys').open")
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    page.focus(f"#{ids['e1']}")
    page.keyboard.press("e")
    page.wait_for_url("**/edit/*")
    assert page.input_value("[name=to]") == "Azerbaijan"


def test_a_reason_can_be_left_without_deciding(page: Any, room: Room, ids: dict[str, str]) -> None:
    page.goto("/report/d1")
    page.focus(f"#{ids['s1']}")
    page.keyboard.press("x")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == ids["s1"]


def test_decisions_by_mouse(page: Any, room: Room, ids: dict[str, str]) -> None:
    undo_all(room, "d1")
    page.goto("/report/d1")
    page.uncheck("#show-date")
    page.hover(f"#{ids['f1']}")
    page.click(f"#{ids['f1']} button[name=accept]")
    page.wait_for_selector(f"#{ids['f1']} .standing")
    assert not page.is_checked("#show-date")
    page.click(f"#{ids['f1']} .history")
    assert "accepted" in page.inner_text("table")
    assert "Ines" in page.inner_text("table")


def test_something_is_added_on_a_selection_beside_emoji(page: Any, room: Room) -> None:
    page.goto("/report/d3")
    page.evaluate(
        """() => {
      const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode()); ) {
        const at = node.data.indexOf("\U0001f1f3\U0001f1f4");
        if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + 4);
      }
    }"""
    )
    page.wait_for_selector("#adding:not([hidden])")
    page.keyboard.press("n")
    page.wait_for_url("**/add?*")
    assert page.inner_text(".passage mark") == "🇳🇴"
    at = SCRIPTS.index("🇳🇴")
    assert (page.input_value("[name=start]"), page.input_value("[name=end]")) == (str(at), str(at + 2))
    page.select_option("[name=type]", "SUPPORT")
    page.fill("[name=from]", "Norway")
    page.fill("[name=why]", "a flag is a word, too")
    page.click("button[type=submit]:has-text('Add')")
    page.wait_for_url("**/report/d3#e*")
    assert "added by a person" in page.inner_text(".cards")
    undo_all(room, "d3")


def test_what_cannot_be_done_is_told_on_the_page(page: Any, room: Room, ids: dict[str, str]) -> None:
    undo_all(room, "d1")
    page.goto("/report/d1")
    page.evaluate("document.querySelector('#decide').insertAdjacentHTML('beforeend', '<button name=undo value=d1>')")
    page.evaluate("document.querySelector('#decide button').click()")
    page.wait_for_selector("#problem:not([hidden])")
    assert "left to take back" in page.inner_text("#problem")
    page.faults.clear()  # the browser logs the refusal


def test_the_sentences_that_gave_nothing_can_be_shown(page: Any) -> None:
    page.goto("/report/d3")
    colour = "getComputedStyle(document.querySelector('#text .unread')).backgroundColor"
    assert page.evaluate(colour) == "rgba(0, 0, 0, 0)"
    page.keyboard.press("s")
    assert page.evaluate(colour) != "rgba(0, 0, 0, 0)"


def test_marks_of_a_kind_can_be_put_out(page: Any, ids: dict[str, str]) -> None:
    page.goto("/report/d1")
    assert page.is_visible(f"#in-{ids['s1']}")
    page.uncheck("#show-statement")
    assert not page.is_visible(f"#in-{ids['s1']}")


def test_kinds_differ_by_more_than_colour(page: Any) -> None:
    page.goto("/report/d2")
    lines = page.evaluate(
        """() => ["event", "background", "statement", "fact", "actor", "date"].map((kind) => {
      const style = getComputedStyle(document.querySelector(`.legend .m.${kind}`));
      return style.backgroundImage.replaceAll("rgba(0, 0, 0, 0)", "none").replace(/(rgba?|color)\\([^)]*\\)/g, "");
    })"""
    )
    assert len(set(lines)) == len(lines)


def test_an_address_of_a_passage_shows_it(page: Any) -> None:
    at = SCRIPTS.index("nothing")
    page.goto(f"/report/d3/span/{at}-{at + 7}")
    assert page.inner_text("#here") == "nothing"
    assert page.evaluate("document.querySelector('#here').getBoundingClientRect().top") < 900


@pytest.mark.parametrize("report", ["d3"])
def test_right_to_left_runs_its_own_way(page: Any, report: str) -> None:
    page.goto(f"/report/{report}")
    edges = page.evaluate(
        """() => [...document.querySelectorAll("#text p")].map((p) => {
      const range = document.createRange(); range.selectNodeContents(p);
      const words = range.getBoundingClientRect(), box = p.getBoundingClientRect();
      return words.left - box.left > box.right - words.right + 5 ? "right" : "left";
    })"""
    )
    assert edges == ["left", "left", "right", "left"]


@pytest.mark.parametrize("address", ["/", "/report/d4", "/report/d4/history", "/report/d4/add"])
def test_no_script_breaks_out(page: Any, address: str) -> None:
    page.goto(address)
    page.wait_for_timeout(50)
    assert page.evaluate("window.broken") is None
    assert (
        page.evaluate(
            "document.querySelectorAll('script:not([src]), [onerror], [onmouseover], a[href^=javascript]').length"
        )
        == 0
    )


def test_what_a_person_writes_does_not_break_out(page: Any, room: Room) -> None:
    with Archive(room.archive) as archive:
        report = archive.report("d4")
        event = report.ids["event", report.record.events[0].id]
    for number, words in enumerate(BREAKS):
        page.goto(f"/report/d4/edit/{event}")
        page.fill("[name=about]", f"{words} {number}")
        page.fill("[name=why]", words)
        page.fill("[name=by]", words)
        page.click("button:has-text('Save')")
        page.wait_for_url("**/report/d4#*")
        page.goto(f"/report/d4/history/{event}")
        assert words.strip() in page.inner_text("table")
        assert page.evaluate("window.broken") is None
    page.goto(f"/report/d4/add?kind={SCRIPT}&words={SCRIPT}&start={SCRIPT}")
    assert page.evaluate("window.broken") is None
    undo_all(room, "d4")


@pytest.fixture(scope="module")
def looked_at(browser: Any, room: Room) -> Iterator[Any]:
    context = browser.new_context(base_url=room.address, viewport=WIDE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_stands_in_anybodys_way(looked_at: Any, address: str) -> None:
    """axe-core finds no fault, wide and narrow, light and dark, and no page is wider than its window."""
    page = looked_at
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)
    page.goto(address)
    page.evaluate(AXE)
    assert faults(page, {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page, {"runOnly": ["color-contrast"]}) == []
    page.set_viewport_size(NARROW)
    assert faults(page, {"runOnly": ["target-size", "scrollable-region-focusable"]}) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def faults(page: Any, what: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    found = page.evaluate("(what) => axe.run(document, what).then((told) => told.violations)", what)
    return [(one["id"], one["impact"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]


def test_it_works_without_scripts(browser: Any, room: Room, ids: dict[str, str]) -> None:
    undo_all(room, "d1")
    context = browser.new_context(base_url=room.address, java_script_enabled=False, viewport=WIDE)
    page = context.new_page()
    page.goto("/report/d1")
    page.click(f"#in-{ids['e1']}")
    assert page.url.endswith(f"#{ids['e1']}")
    page.hover(f"#{ids['e1']}")
    page.click(f"#{ids['e1']} summary")
    page.fill(f"#{ids['e1']} [name=why]", "by hand")
    page.click(f"#{ids['e1']} button[name=reject]")
    assert "by hand" in page.inner_text(".rejected")
    page.click("#decide button")
    assert not page.query_selector(".rejected")
    assert not page.is_visible("#show-keys")
    context.close()
