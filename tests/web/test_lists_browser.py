"""Lists in a real browser, by mouse and by keyboard: search, parties, stories, adding, asking, the API."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import Room
from tests.web.making import BREAKS, SCRIPT

import memcon
from memcon.archive import Archive
from memcon.language import Parser
from memcon.web import adding_jobs

AXE = Path(__file__).with_name("axe.min.js").read_text(encoding="utf-8")
NARROW = {"width": 390, "height": 844}
ADDRESSES = (
    "/search", "/search?q=with:AZE type:ACCUSE,CONSULT ceasefire", "/search?q=(truce", "/search?q=zebra",
    "/party", "/party?name=Atlantis", "/party/Azerbaijan", "/party/Ilham Aliyev",
    f"/party/Norway {SCRIPT.replace('/', '%2F')}",
    "/pair?one=Azerbaijan&other=United Nations", "/pair?one=Kenya&other=European Union", "/stories?reports=1",
    "/stories/1",
    "/compare", "/compare?first=d1&second=d2", "/compare?first=d3&second=d4", "/add", "/who", "/who?q=NATO",
    "/who?q=foreign minister of Azerbaijan&on=soon", "/api/",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_for_everybody(page: Any, address: str) -> None:
    """axe-core finds no fault, wide and narrow, light and dark, and no page is wider than its window."""
    page.goto(address)
    # So are errors: the browser says that a page is not there.
    page.faults[:] = [fault for fault in page.faults if "status of 4" not in fault]
    page.evaluate(AXE)
    assert troubles(page, "wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice") == []
    page.emulate_media(color_scheme="dark")
    assert troubles(page, "color-contrast") == []
    page.set_viewport_size(NARROW)
    assert troubles(page, "target-size", "scrollable-region-focusable") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def troubles(page: Any, *rules: str) -> list[tuple[str, list[str]]]:
    """What axe-core finds, with the first places of each."""
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules}).then((told) => told.violations)", list(rules))
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]


def test_search_by_mouse(page: Any) -> None:
    page.goto("/search")
    page.fill("#q", "with:AZE")
    page.click(".ask-line button")
    page.wait_for_url("**/search?q=with%3AAZE**")
    page.click("#facet-type-accuse")
    page.wait_for_url("**type%3AACCUSE**")
    assert page.locator("h2.count").inner_text() == "1 answer"
    assert page.title() == "with:AZE type:ACCUSE · memcon"
    page.click("#chip-2")
    page.wait_for_url("**/search?q=with%3AAZE")
    page.go_back()
    page.wait_for_function("() => document.querySelector('h2.count').innerText === '1 answer'")
    page.click(".hit blockquote a")
    page.wait_for_url("**/report/d1#e1")


def test_search_by_keyboard(page: Any) -> None:
    page.goto("/search")
    page.focus("#q")
    page.keyboard.type("type:CONSULT")
    page.keyboard.press("Enter")
    page.wait_for_url("**type%3ACONSULT**")
    page.focus("#facet-kind-event")
    page.keyboard.press("Enter")
    page.wait_for_url("**kind%3Aevent**")
    # htmx put the answers in; the link that was followed still has the focus
    page.wait_for_function("() => document.activeElement.id === 'facet-kind-event'")
    assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "true"


def test_a_search_is_kept_and_forgotten(page: Any, room: Room) -> None:
    page.goto("/search?q=type:ACCUSE")
    page.fill("[name=name]", f"claims {SCRIPT}")
    page.click(".kept .form button")
    page.wait_for_selector(f"text=claims {SCRIPT}")
    with Archive(room.archive) as archive:
        assert [one.query for one in archive.saved_searches()] == ["type:ACCUSE"]
    page.click(".kept-one button")
    page.wait_for_selector(".kept-one", state="detached")
    with Archive(room.archive) as archive:
        assert archive.saved_searches() == []


def test_a_text_is_added_and_the_page_follows_it(page: Any, parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding_jobs, "read_one", lambda document: [memcon.read(document, parser)])
    page.goto("/add")
    page.fill("[name=text]", f"Kenya met Uganda in Kampala on 3 May 2021. {SCRIPT}")
    page.fill("[name=title]", BREAKS[1])
    page.click("text=Read it")
    page.wait_for_selector("h1:text('Added')")
    assert page.locator(".came a").inner_text() == BREAKS[1]
    page.click(".came a")
    page.wait_for_url("**/report/d*")


def test_a_party_and_another_by_keyboard(page: Any) -> None:
    page.goto("/party")
    page.fill("#name", "Baku")
    page.keyboard.press("Enter")
    page.wait_for_url("**/party/Azerbaijan")
    page.fill("#other", "Guterres")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pair?**")
    assert page.locator("h1").inner_text() == "Azerbaijan and António Guterres"
    assert page.locator(".contacts tbody tr").count() == 1


def test_nothing_breaks_out_of_a_list(page: Any) -> None:
    for address in (
        "/search?q=with:ARM", f"/search?q={SCRIPT}", "/party", "/party/Armenia", "/stories?reports=1",
        f"/who?q={SCRIPT}", f"/pair?one=Armenia&other={SCRIPT}", "/compare?first=d4&second=d1",
    ):  # fmt: skip
        page.goto(address)
        page.faults[:] = [fault for fault in page.faults if "status of 4" not in fault]
        assert page.evaluate("window.broken") is None, address
        assert page.locator("main img, main script").count() == 0, address


def test_without_scripts_everything_is_there(browser: Any, room: Room) -> None:
    context = browser.new_context(base_url=room.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/search?q=with:AZE")
    page.click("#facet-type-accuse")
    assert "type%3AACCUSE" in page.url
    assert page.locator(".hit").count() == 1
    page.goto("/party/Azerbaijan")
    assert page.locator("svg.network").is_visible()
    context.close()
