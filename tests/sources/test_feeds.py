"""RSS and Atom: an item is a document, with its full text where the feed has it."""

from __future__ import annotations

import pytest
from tests.sources.conftest import Read, only, said
from tests.sources.made import FIRST, SECOND

from memcon.record import Document

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Baltic News</title><link>https://news.example/</link>
<item><title>Ministers meet &amp;amp; agree</title><link>/a?utm_source=rss</link><guid isPermaLink="false">n-1</guid>
<pubDate>Mon, 28 Feb 2022 01:20:00 GMT</pubDate><dc:creator>Anna Tamm</dc:creator>
<description>Ministers met.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><figure><figcaption>Photo</figcaption></figure><p>{SECOND}</p>
<p>Read more: Finland closes its border</p>]]></content:encoded></item>
<item><title>Second&nbsp;item</title><link>https://news.example/b</link><description>{SECOND}</description></item>
<item><title>The prime ministers of Estonia and Latvia met in Riga</title></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://mfa.example/"><title>Foreign Ministry</title>
<entry><id>urn:1</id><title type="html">Ministers &lt;b&gt;meet&lt;/b&gt;</title><link rel="self" href="x.xml"/>
<link rel="alternate" href="releases/1"/><author><name>Press Office</name></author>
<published>2024-03-05T23:30:00+02:00</published><updated>2024-03-07T00:00:00Z</updated>
<summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>{SECOND}</p></div></content>
</entry></feed>"""


def test_rss(read: Read) -> None:
    one, two, three = read({"feed.xml": RSS.encode()})
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert isinstance(three, Document)
    assert one.text == f"{FIRST}\n\n{SECOND}"
    assert (one.id, one.title, one.byline, one.outlet) == ("n-1", "Ministers meet & agree", "Anna Tamm", "Baltic News")
    assert one.url == "https://news.example/a?utm_source=rss"
    assert one.published is not None
    assert (one.published.start, one.published.why) == ("2022-02-28", "the feed says 2022-02-28T01:20:00+00:00")
    assert (two.id, two.text, two.title, two.published) == ("https://news.example/b", SECOND, "Second\xa0item", None)
    assert (three.id, three.text) == ("feed.xml:3", "The prime ministers of Estonia and Latvia met in Riga")


def test_atom(read: Read) -> None:
    document = only(read({"feed.atom": ATOM.encode()}))
    assert document.text == f"{FIRST}\n\n{SECOND}"
    assert (document.title, document.url) == ("Ministers meet", "https://mfa.example/releases/1")
    assert (document.outlet, document.byline) == ("Foreign Ministry", "Press Office")
    assert document.published is not None
    assert document.published.start == "2024-03-05"


def test_a_feed_that_breaks_off_gives_what_came(read: Read) -> None:
    found = read({"feed.xml": RSS.encode()[: RSS.index("<item><title>The prime")]})
    assert [item.id for item in found] == ["n-1", "https://news.example/b"]


def test_an_item_in_two_feeds_is_one(read: Read) -> None:
    again = (
        RSS.replace("utm_source=rss", "utm_source=other").replace("n-1", "m-7").replace("Ministers met.", "They met.")
    )
    found = read({"one.xml": RSS.encode(), "two.xml": again.encode()})
    assert [item.id for item in found] == ["n-1", "https://news.example/b", "one.xml:3"]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"<rss><channel><title>News</title></channel></rss>", "is a feed without items"),
        (b"<rss>" + b"<a>" * 100, "is a feed without items"),
    ],
)
def test_what_is_no_feed(read: Read, raw: bytes, message: str) -> None:
    assert said(read({"feed.rss": raw})) == message
