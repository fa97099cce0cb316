"""Mails and mailboxes: the message without signature and quotation, and the files attached to it."""

from __future__ import annotations

import textwrap
from email.message import EmailMessage

from tests.sources.conftest import Read, only, said
from tests.sources.made import FIRST, SECOND, THIRD, docx, pdf

from memcon.record import Document


def mail(text: str | None, *, rich: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {"From": "Foreign Ministry <press@mfa.example>", "Date": "Tue, 05 Mar 2024 23:30:00 +0200", **headers}
    for name, value in given.items():
        message[name] = value
    message["Subject"] = "Ministers meet in Tallinn – readout"
    message["To"] = "desk@news.example"
    if text is not None:
        message.set_content(text)
    if rich is not None:
        message.add_alternative(rich, subtype="html")
    return message


def test_the_message_and_its_fields(read: Read) -> None:
    quoted = "On Monday, 4 March 2024, Anna wrote:\n> Any news?"
    text = f"{FIRST}\n\n{SECOND}\n\nTo unsubscribe, write to us.\n\n{quoted}\n-- \nPress"
    document = only(read({"a.eml": mail(text).as_bytes()}))
    assert document.text == f"{FIRST}\n\n{SECOND}"
    assert (document.title, document.outlet) == ("Ministers meet in Tallinn – readout", "Foreign Ministry")
    assert document.published is not None
    assert (document.published.start, document.published.why) == (
        "2024-03-05",
        "the mail says 2024-03-05T23:30:00+02:00",
    )


def test_a_mail_in_html_alone(read: Read) -> None:
    message = mail("View this email in your browser", rich=f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>")
    assert only(read({"a.eml": message.as_bytes()})).text == f"{FIRST}\n\n{SECOND}"


def test_files_attached_are_reports_of_their_own(read: Read) -> None:
    message = mail(FIRST)
    readout = pdf([[(60, 700, 10, "The ministers met in Riga.")]])
    message.add_attachment(readout, maintype="application", subtype="pdf", filename="readout.pdf")
    message.add_attachment(
        docx(f"<w:p><w:r><w:t>{SECOND}</w:t></w:r></w:p>"),
        maintype="application",
        subtype="octet-stream",
        filename="b.docx",
    )
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    found = read({"a.eml": message.as_bytes()})
    assert [item.id for item in found] == ["a.eml", "a.eml/readout.pdf", "a.eml/b.docx"]
    assert all(isinstance(item, Document) for item in found)


def test_a_mailbox_is_read_mail_by_mail(read: Read) -> None:
    box = b""
    for text in (FIRST, f"From Tallinn came word.\n\nFrom Riga too. {SECOND}", THIRD):
        raw = mail(text).as_bytes().replace(b"\nFrom ", b"\n>From ")
        box += b"From press@mfa.example Tue Mar  5 21:30:00 2024\n" + raw + b"\n\n"
    found = read({"box": box})
    assert [item.id for item in found] == ["box:1", "box:2", "box:3"]
    assert isinstance(found[1], Document)
    assert found[1].text.rstrip() == f"From Tallinn came word.\n\nFrom Riga too. {SECOND}"


def test_odd_headers_cost_nothing(read: Read) -> None:
    raw = b"From: =?utf-8?b?broken\nDate: yesterday\nSubject: =?x?q?y?=\nTo: a\n\n" + FIRST.encode()
    assert only(read({"a.eml": raw})).published is None


def test_a_mail_nested_beyond_reason_and_a_header_without_end(read: Read) -> None:
    deep = b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 3_000 + b"\n" + FIRST.encode()
    long = b"From: " + b"(" * 1_000_000 + b"\nSubject: =?utf-8?q?" + b"=41" * 300_000 + b"?=\n\n" + SECOND.encode()
    found = read({"deep.eml": deep, "long.eml": long, "good.eml": mail(THIRD).as_bytes()})
    assert len(found) == 3
    assert isinstance(found[1], Document)
    assert found[1].text == SECOND
    assert isinstance(found[2], Document)


def test_a_memorandum_is_no_mail(read: Read) -> None:
    memo = f"FROM: The Ambassador\nTO: The Minister\nDATE: 5 March 2024\nSUBJECT: Talks in Tallinn\n\n{FIRST}"
    for name in ("memo", "memo.txt"):
        assert only(read({name: memo.encode()})).text == memo


def test_lines_that_a_mail_program_broke_are_whole_again(read: Read) -> None:
    wrapped = "\n".join(textwrap.wrap(f"{FIRST} {SECOND}", 72))
    listed = "- Margus Tsahkna, the Foreign Minister of Estonia, who spoke first\n- Elina Valtonen, who spoke next"
    raw = f"From: a@b.example\nSubject: Talks\n\n{wrapped}\n\nPresent:\nEstonia\nFinland\n\n{listed}\n".encode()
    assert only(read({"a.eml": raw})).text == f"{FIRST} {SECOND}\n\nPresent:\nEstonia\nFinland\n\n{listed}"


def test_an_empty_mail(read: Read) -> None:
    assert said(read({"a.eml": mail("").as_bytes()})) == "is empty"
