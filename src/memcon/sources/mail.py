"""Mails: one as a file (.eml) or many in a mailbox (.mbox); the message is a report, so is each file attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr
from io import BytesIO

from memcon.record import Document
from memcon.sources.boilerplate import is_boilerplate
from memcon.sources.decoding import decode
from memcon.sources.fields import Given, document_of
from memcon.sources.folders import is_report
from memcon.sources.forms import read_any
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_MAIL_BYTES, size
from memcon.sources.markup import paragraphs_of, squeezed
from memcon.sources.moments import plausible
from memcon.sources.outcome import SourceError, Unreadable

MEDIA_TYPE = "message/rfc822"

_MOST_PARTS = 200
_MOST_HEADER = 2_000  # characters
_MOST_ATTACHMENTS = 50
_SIGNATURE = re.compile(r"(?:\A|\n)-- ?\r?\n")
_QUOTED = re.compile(r"\A(?:On .{5,200} wrote:|-{2,} ?Original Message ?-{2,}|_{10,})\s*\Z", re.DOTALL)
# Mail programs break lines at 72 characters or so; a long word leaves them shorter.
_WRAPPED = 45
_LIST_ITEM = re.compile(r"\s*(?:[-*•–]|\(?\w{1,2}[.)])\s")
# A mailbox begins each message so; a line of text that began so was given a ">" when it was filed.
_FROM = re.compile(rb"From \S+ .*\d{4}")


def read_mail(intake: Intake) -> Iterator[Document | SourceError]:
    """The report of a mail, and those of the files attached to it."""
    yield from _documents(intake.whole(MOST_MAIL_BYTES), intake, intake.name)


def read_mailbox(intake: Intake) -> Iterator[Document | SourceError]:
    """The reports of the mails in a mailbox, read as a stream."""
    number = 0
    for number, raw in enumerate(_messages(intake), 1):
        name = f"{intake.name}:{number}"
        if raw is None:
            where = f"{intake.name}, mail {number}"
            yield SourceError(name, where, f"the mail is larger than {size(MOST_MAIL_BYTES)}")
            continue
        yield from _documents(raw, intake, name)
    if not number:
        raise Unreadable("is a mailbox without mails")


def _messages(intake: Intake) -> Iterator[bytes | None]:
    """The bytes of each mail; None for one over the limit, which is passed over."""
    lines: list[bytes] = []
    count, blank = 0, True
    while line := intake.stream.readline(MOST_MAIL_BYTES):
        if blank and _FROM.match(line):
            if lines or count > MOST_MAIL_BYTES:
                yield b"".join(lines) if count <= MOST_MAIL_BYTES else None
            lines, count = [], 0
        else:
            count += len(line)
            if count <= MOST_MAIL_BYTES:
                lines.append(line[1:] if line.startswith(b">From ") else line)
            else:
                lines.clear()
        blank = not line.strip()
    if lines or count > MOST_MAIL_BYTES:
        yield b"".join(lines) if count <= MOST_MAIL_BYTES else None


def _documents(raw: bytes, intake: Intake, name: str) -> Iterator[Document | SourceError]:
    try:
        message = BytesParser().parse(BytesIO(raw))
        parts = _parts(message)
        given = _given(message, parts, intake, name)
        attached = [part for part in parts if _is_attached(part)]
        # A mail that only carries a file is no report itself.
        if given.text.strip() or not attached:
            yield document_of(given)
    except Unreadable as problem:
        yield SourceError(name, name, str(problem))
        return
    except (MessageError, LookupError, ValueError, RecursionError, AttributeError) as problem:
        yield SourceError(name, name, f"is a mail that cannot be read ({type(problem).__name__})")
        return
    for part in attached[:_MOST_ATTACHMENTS]:
        file = f"{name}/{_name_of(part)}"
        try:
            yield from read_any(intake.within(file, _bytes(part)))
        except Unreadable as problem:
            yield SourceError(file, file, str(problem))


def _parts(message: Message) -> list[Message]:
    found: list[Message] = []
    for part in message.walk():
        if len(found) >= _MOST_PARTS:
            break
        if not part.is_multipart():
            found.append(part)
    return found


def _name_of(part: Message) -> str:
    """The name of a file that is attached; empty for the message itself."""
    try:
        return str(make_header(decode_header(part.get_filename() or "")))[:200]
    except (MessageError, LookupError, ValueError):
        return "attachment"


def _is_attached(part: Message) -> bool:
    name = _name_of(part)
    return bool(name) and is_report(name) and part.get_content_maintype() not in ("image", "audio", "video")


def _given(message: Message, parts: list[Message], intake: Intake, name: str) -> Given:
    sender, address = _sender(_header(message, "From") or "")
    moment = plausible(_header(message, "Date"))
    archived = (_header(message, "Archived-At") or "").strip("<> ")
    return Given.of(
        replace(intake, name=name),
        text=_text(parts),
        title=squeezed(_header(message, "Subject") or "") or None,
        outlet=sender or address.rpartition("@")[2] or None,
        url=archived if archived.startswith(("http://", "https://")) else None,
        published=moment or intake.published,
        published_why=f"the mail says {moment}" if moment else None,
        media_type=MEDIA_TYPE,
    )


def _sender(given: str) -> tuple[str, str]:
    try:
        return parseaddr(given)
    except RecursionError:  # brackets in brackets
        return "", ""


def _header(message: Message, name: str) -> str | None:
    """A header field in plain characters, cut where no field is longer; one that cannot be decoded is missing."""
    value = message.get(name)
    if value is None:
        return None
    try:
        return str(make_header(decode_header(str(value)[:_MOST_HEADER])))
    except (MessageError, LookupError, ValueError):
        return None


def _text(parts: list[Message]) -> str:
    """The message: its plain text, unless that is a stub beside the HTML."""
    bodies = [part for part in parts if not part.get_filename()]
    plain = "\n\n".join(_decoded(part) for part in bodies if part.get_content_type() == "text/plain")
    own = _own_words(plain)
    marked: list[str] = []
    for part in bodies:
        if part.get_content_type() == "text/html":
            try:
                marked += paragraphs_of(_decoded(part))
            except Unreadable:
                continue
    rich = "\n\n".join(_cut(marked))
    return rich if len(own) < 0.5 * len(rich) else own


def _own_words(text: str) -> str:
    """A plain message without signature, earlier mails quoted under it, and boilerplate; its lines as they stand."""
    text = _SIGNATURE.split(text, maxsplit=1)[0]
    if not text.lstrip().startswith(">"):
        lines = [line for line in text.splitlines() if not line.startswith(">")]
        text = "\n".join(lines)
    return "\n\n".join(_cut(re.split(r"\n[ \t]*\n", text.strip("\r\n"))))


def _cut(paragraphs: list[str]) -> list[str]:
    kept: list[str] = []
    for paragraph in paragraphs:
        if _QUOTED.match(paragraph.strip()):
            break
        if paragraph.strip() and not is_boilerplate(paragraph):
            kept.append(_unwrapped(paragraph.strip("\r\n")))
    return kept


def _unwrapped(paragraph: str) -> str:
    """A paragraph whose lines a mail program broke at some width, as one line; short lines (lists, verses) stay."""
    lines = paragraph.splitlines()
    if len(lines) < 2 or min(map(len, lines[:-1])) < _WRAPPED or any(_LIST_ITEM.match(line) for line in lines[1:]):
        return paragraph
    return " ".join(line.strip() for line in lines)


def _decoded(part: Message) -> str:
    raw = _bytes(part)
    charset = part.get_content_charset()
    try:
        return raw.decode(charset) if charset else decode(raw)
    except (LookupError, UnicodeDecodeError):
        return decode(raw)


def _bytes(part: Message) -> bytes:
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""
