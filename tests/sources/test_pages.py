"""Web pages: the report and nothing else, its fields, and where on the page it lies."""

from __future__ import annotations

import json

import pytest
from lxml import html
from tests.sources.conftest import Read, only
from tests.sources.made import FIRST, SECOND, THIRD, article, page

from memcon.record import Document


def linked(**fields: object) -> str:
    given = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ministers meet in Tallinn",
        **fields,
    }
    return f'<script type="application/ld+json">{json.dumps(given)}</script>'


def test_the_report_without_what_stands_around_it(read: Read) -> None:
    body = article(
        FIRST,
        "Read more: Finland closes its border with Russia",
        SECOND,
        "Follow us on Telegram",
        THIRD,
        before="<figure><figcaption>Margus Tsahkna greets Elina Valtonen. Photo: AFP</figcaption></figure>",
        after="<div class='newsletter'><p>Sign up for our weekly newsletter and never miss a story.</p></div>"
        "<div class='share-buttons'><a>Facebook</a> <a>Twitter</a></div>",
    )
    assert only(read({"a.html": page(body)})).text == "\n\n".join((FIRST, SECOND, THIRD))


def test_the_fields_of_a_page(read: Read) -> None:
    head = linked(
        datePublished="2024-03-05T08:30:00+02:00",
        author=[{"@type": "Person", "name": "Anna Tamm"}, {"@type": "Person", "name": "Juhan Kask"}],
        publisher={"@type": "Organization", "name": "Baltic News"},
    )
    head += '<link rel="canonical" href="https://news.example/2024/ministers">'
    document = only(read({"a.html": page(article(FIRST, SECOND), head)}))
    assert (document.title, document.byline) == ("Ministers meet in Tallinn", "Anna Tamm and Juhan Kask")
    assert (document.outlet, document.url) == ("Baltic News", "https://news.example/2024/ministers")
    assert document.media_type == "text/html"
    assert document.published is not None
    assert document.published.start == "2024-03-05"
    assert document.published.why == "the page says 2024-03-05T08:30:00+02:00"


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="By Anna Tamm">', "Anna Tamm"),
        ('<meta name="author" content="World News">', None),
        ('<meta name="author" content="https://facebook.com/balticnews">', None),
        (linked(author={"@type": "Organization", "name": "Baltic News"}), None),
        ("", None),
    ],
)
def test_a_section_or_an_outlet_is_no_author(read: Read, head: str, byline: str | None) -> None:
    assert only(read({"a.html": page(article(FIRST, SECOND), head)})).byline == byline


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2022-02-28T01:20:00Z">', "2022-02-28"),
        (
            '<meta property="article:published_time" content="2022-02-28T01:20:00Z">'
            '<meta property="og:url" content="https://www.state.gov/briefing">',
            "2022-02-27",
        ),
        (linked(datePublished="2022-02-28"), "2022-02-28"),
        (linked(datePublished="soon"), None),
        (linked(datePublished="2099-01-01"), None),
        ('<meta property="article:modified_time" content="2022-03-04T01:20:00Z">', None),
        ("", None),
    ],
)
def test_the_day_of_publication_is_the_issuers_or_unknown(read: Read, head: str, day: str | None) -> None:
    document = only(read({"a.html": page(article(FIRST, SECOND), head)}))
    assert (document.published.start if document.published else None) == day


def test_what_the_user_says_holds_where_the_page_is_silent(read: Read) -> None:
    silent, spoken = page(article(FIRST)), page(article(SECOND), linked(datePublished="2022-02-28"))
    found = read({"a.html": silent, "b.html": spoken}, published="2024-03-07")
    days = [item.published.start for item in found if isinstance(item, Document) and item.published]
    assert days == ["2024-03-07", "2022-02-28"]


def test_each_paragraph_knows_its_element(read: Read) -> None:
    raw = page(
        article(FIRST, f"<b>{SECOND[:20]}</b>{SECOND[20:]}", after="<ul><li>They will meet again in May.</li></ul>")
    )
    document = only(read({"a.html": raw}))
    tree = html.document_fromstring(raw.decode()).getroottree()
    assert [passage.path for passage in document.original] == [
        "/html/body/main/article/p[1]",
        "/html/body/main/article/p[2]",
        "/html/body/main/article/ul/li",
    ]
    for passage in document.original:
        (element,) = tree.xpath(passage.path)
        assert element.text_content() == document.text[passage.start : passage.end]


def test_a_page_with_several_reports_gives_each(read: Read) -> None:
    def item(number: int, day: str) -> str:
        link = f"<h2><a href='/releases/{number}'>Release number {number}</a></h2><time datetime='{day}'>{day}</time>"
        return f"<article>{link}<p>{FIRST} ({number})</p><p>{SECOND}</p><p>{THIRD}</p></article>"

    head = '<link rel="canonical" href="https://mfa.example/releases/all">'
    found = read({"all.html": page(item(1, "2024-03-05T10:00:00+02:00") + item(2, "2024-03-06"), head)})
    assert [document.id for document in found] == ["all.html:1", "all.html:2"]
    one, two = found
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.title, two.title) == ("Release number 1", "Release number 2")
    assert (one.url, two.url) == ("https://mfa.example/releases/1", "https://mfa.example/releases/2")
    assert one.text == "\n\n".join((f"{FIRST} (1)", SECOND, THIRD))
    assert one.published is not None
    assert two.published is not None
    assert (one.published.start, two.published.start) == ("2024-03-05", "2024-03-06")
    assert two.original[0].path == "/html/body/main/article[2]/p[1]"


def test_teasers_beside_a_report_are_no_reports(read: Read) -> None:
    teaser = "<article><h3><a href='/x'>Finland closes its border</a></h3><p>It stays closed until May.</p></article>"
    document = only(read({"a.html": page(article(FIRST, SECOND, THIRD) + teaser * 3)}))
    assert document.text == "\n\n".join((FIRST, SECOND, THIRD))


def test_a_page_laid_out_with_tables(read: Read) -> None:
    raw = f"""<html><head><title>Ministry of Foreign Affairs</title></head><body><table><tr>
    <td><a href=/>Home</a><br><a href=/min>The Minister</a><br><a href=/press>Press</a><br><a href=/c>Contact</a></td>
    <td><font>Tallinn, 5 March 2024<br><br>{FIRST}<br><br>{SECOND}<br>&nbsp;<br>{THIRD}</font><br><br>
    <a href="javascript:print()">Print this page</a></td></tr></table></body></html>"""
    document = only(read({"a.html": raw.encode()}))
    assert document.text == "\n\n".join(("Tallinn, 5 March 2024", FIRST, SECOND, THIRD))
    assert document.published is not None
    assert document.published.start == "2024-03-05"


def test_the_entries_of_a_live_page(read: Read) -> None:
    def entry(clock: str, title: str, *texts: str) -> str:
        words = "".join(f"<p>{text}</p>" for text in texts)
        return f"<div class=entry><time datetime='2024-03-05T{clock}+02:00'>{clock}</time><h3>{title}</h3>{words}</div>"

    body = (
        "<h1>Live: the talks</h1>"
        + entry("12:30", "Talks end", SECOND, THIRD)
        + entry("09:00", "Talks begin", FIRST, THIRD)
    )
    found = read({"live.html": page(body, linked(**{"@type": "LiveBlogPosting"}))})
    assert [(item.title, item.text) for item in found if isinstance(item, Document)] == [
        ("Talks end", f"{SECOND}\n\n{THIRD}"),
        ("Talks begin", f"{FIRST}\n\n{THIRD}"),
    ]


def test_a_page_drawn_by_a_script_gives_its_json(read: Read) -> None:
    body = "\n".join((FIRST, SECOND, THIRD))
    document = only(read({"a.html": page("<div id='app'></div>", linked(articleBody=body))}))
    assert document.text == "\n\n".join((FIRST, SECOND, THIRD))


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("windows-1252", "cp1252"), ("iso-8859-2", "iso-8859-2"), ("klingon", "cp1252")],
)
def test_the_encoding_of_a_page(read: Read, declared: str, encoding: str) -> None:
    words = (
        "In Bratislava the ministers of Österreich and Málaga met on Tuesday and agreed to meet again in the spring."
    )
    raw = f"<html><head><meta charset='{declared}'></head><body><p>{words}</p></body></html>".encode(encoding)
    assert only(read({"a.html": raw})).text == words


def test_the_same_report_at_two_addresses_is_one(read: Read) -> None:
    canonical = '<link rel="canonical" href="https://news.example/a">'
    files = {
        "a.html": page(article(FIRST, SECOND), canonical),
        "mobile.html": page(article(FIRST, SECOND, THIRD), canonical.replace("https://", "http://www.")),
        "copy.html": page(article(FIRST, SECOND)),
        "other.html": page(article(SECOND, THIRD)),
    }
    told: list[str] = []
    found = read(files, notice=told.append)
    assert [item.id for item in found] == ["a.html", "other.html"]
    assert told == [f"{name}: is the same report as a.html; read once" for name in ("mobile.html", "copy.html")]
