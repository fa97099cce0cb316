"""What agencies send: NewsML-G2, NITF and ninjs."""

from __future__ import annotations

import json

import pytest
from tests.sources.conftest import Read, only, said
from tests.sources.made import FIRST, SECOND

BODY = FIRST.removeprefix("TALLINN – ")
NITF = f"""<nitf><head><title>x</title></head><body><body.head><hedline><hl1>Ministers meet in Tallinn</hl1></hedline>
<byline>By <person>Anna Tamm</person> <byttl>Staff Reporter</byttl></byline>
<dateline>TALLINN, Estonia</dateline></body.head>
<body.content><p>{BODY}</p><media><media-caption>Two ministers</media-caption></media>
<p>{SECOND}</p></body.content></body></nitf>"""


def item(guid: str, content: str, item_class: str = "ninat:text", status: str = "stat:usable") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" xml:lang="en">
    <itemMeta><itemClass qcode="{item_class}"/><provider><name>Baltic Press Agency</name></provider>
    <versionCreated>2024-03-07T10:00:00Z</versionCreated><pubStatus qcode="{status}"/></itemMeta>
    <contentMeta><contentCreated>2024-03-05T23:30:00+02:00</contentCreated>
    <headline>Ministers meet in Tallinn</headline>
    <by>By Anna Tamm</by></contentMeta><contentSet>{content}</contentSet></newsItem>"""


XHTML = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{FIRST}</p></body></html></inlineXML>'


def test_a_news_item(read: Read) -> None:
    document = only(read({"a.xml": item("urn:1", f"<inlineXML>{NITF}</inlineXML>").encode()}))
    assert document.text == f"TALLINN, Estonia – {BODY}\n\n{SECOND}"
    assert (document.id, document.title, document.byline) == ("urn:1", "Ministers meet in Tallinn", "Anna Tamm")
    assert document.outlet == "Baltic Press Agency"
    assert document.published is not None
    assert document.published.start == "2024-03-05"


def test_a_message_with_several_items(read: Read) -> None:
    items = "".join(
        [
            item("urn:1", XHTML),
            item("urn:2", f"<inlineData>{SECOND}</inlineData>"),
            item("urn:3", XHTML, "ninat:picture"),
            item("urn:4", XHTML.replace("TALLINN", "RIGA"), status="stat:canceled"),
        ]
    )
    found = read({"a.xml": f"<newsMessage><itemSet>{items}</itemSet></newsMessage>".encode()})
    assert [one.id for one in found] == ["urn:1", "urn:2", "urn:3", "urn:4"]
    assert [str(one) for one in found[2:]] == [
        "a.xml, item 3: is an item of class ninat:picture, not a text",
        "a.xml, item 4: was canceled by its agency",
    ]


def test_nitf_alone(read: Read) -> None:
    document = only(read({"a.xml": NITF.encode()}))
    assert (document.title, document.byline) == ("Ministers meet in Tallinn", "Anna Tamm")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            "<contentSet><inlineXML/></contentSet>",
            "is a piece of NewsML-G2 (<contentSet>) without the item it belongs to",
        ),
        ("<conceptItem guid='a'/>", "is NewsML-G2 a concept (a person, place or subject), not a text"),
        ("<newsItem guid='a'><contentSet><inlineXML/></contentSet></newsItem>", "has no text"),
        (
            "<newsItem guid='a'><itemMeta/>",
            "is not XML (Premature end of data in tag newsItem line 1, line 1, column 31)",
        ),
    ],
)
def test_what_is_no_text_is_named(read: Read, raw: str, message: str) -> None:
    assert said(read({"a.xml": raw.encode()})) == message


def test_ninjs_of_each_version(read: Read) -> None:
    old = {
        "uri": "urn:old",
        "type": "text",
        "versioncreated": "2024-03-05T23:30:00+02:00",
        "headline": "Ministers meet",
        "byline": "By Anna Tamm",
        "copyrightholder": "Baltic Press Agency",
        "body_xhtml": f"<p>{FIRST}</p><p>{SECOND}</p>",
        "body_text": f"{FIRST} {SECOND}",
    }
    new = {
        "uri": "https://agency.example/2",
        "versionCreated": "2024-03-06T10:00:00Z",
        "firstCreated": "2024-03-05T10:00:00Z",
        "headlines": [{"role": "short", "value": "Talks"}, {"role": "main", "value": "Ministers meet"}],
        "by": "Anna Tamm",
        "bodies": [
            {"role": "summary", "contentType": "text/plain", "value": "Ministers met."},
            {"role": "main", "contentType": "text/html", "value": f"<p>{SECOND}</p>"},
        ],
    }
    lines = "\n".join(map(json.dumps, (old, new)))
    first, second = read({"items.jsonl": lines.encode()})
    assert only([first]).text == f"{FIRST}\n\n{SECOND}"
    assert (first.id, only([first]).byline, only([first]).outlet) == ("urn:old", "Anna Tamm", "Baltic Press Agency")
    document = only([second])
    assert (document.text, document.title, document.url) == (SECOND, "Ministers meet", "https://agency.example/2")
    assert document.published is not None
    assert document.published.start == "2024-03-05"
    assert only(read({"item.json": json.dumps(old, indent=1).encode()})).id == "urn:old"


def test_ninjs_that_is_no_text(read: Read) -> None:
    event = {"uri": "urn:e", "type": "event", "standard": {"name": "ninjs"}, "title": "Summit"}
    assert said(read({"a.json": json.dumps(event).encode()})) == "is a ninjs item of type 'event', not a text"
    gone = {"uri": "urn:e", "pubstatus": "canceled", "body_text": FIRST}
    assert said(read({"a.json": json.dumps(gone).encode()})) == "was canceled by its agency"
