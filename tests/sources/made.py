"""Files of every form, made from scratch for the tests."""

from __future__ import annotations

import io
import zipfile

FIRST = (
    "TALLINN – Estonian Foreign Minister Margus Tsahkna met his Finnish colleague Elina Valtonen in Tallinn on Tuesday "
    "and discussed the security of the Baltic Sea."
)
SECOND = "“We agreed to step up patrols,” Tsahkna said after the meeting. Valtonen invited him to visit Helsinki."
THIRD = "The two ministers also spoke by telephone with the foreign minister of Sweden, the ministry said."

A4 = (595, 842)
Placed = tuple[float, float, float, str]  # x, y, size, words


def page(body: str, head: str = "") -> bytes:
    """A page with a menu, a consent note and a footer around ``body``."""
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>"
        "<div class='cookie-banner'><p>We use cookies to improve your experience. Accept all cookies.</p></div>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<main>{body}</main>"
        "<footer><p>© 2024 Baltic News. All rights reserved.</p></footer></body></html>"
    ).encode()


def article(*paragraphs: str, before: str = "", after: str = "") -> str:
    """An article with a headline and ``paragraphs``."""
    inner = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<article><h1>Ministers meet in Tallinn</h1>{before}{inner}{after}</article>"


def pdf(pages: list[list[Placed]], title: str = "") -> bytes:
    """A PDF with words at given places."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, words in enumerate(pages):
        content = b"\n".join(b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (s, x, y, _escaped(text)) for x, y, s, text in words)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (*A4, 5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    if title:
        objects.append(b"<< /Title (%s) >>" % _escaped(title))
    out, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    facts = b"/Info %d 0 R" % len(objects) if title else b""
    return out + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, facts, table)


def column(x: float, top: float, lines: list[str], size: float = 10) -> list[Placed]:
    """Lines one below the other."""
    return [(x, top - 1.3 * size * number, size, line) for number, line in enumerate(lines)]


def docx(body: str, core: str = "") -> bytes:
    """A word-processor file whose body is ``body`` (WordprocessingML)."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
            "word/header1.xml": f"<w:hdr {space}><w:p><w:r><w:t>Press release</w:t></w:r></w:p></w:hdr>",
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"{core}</cp:coreProperties>",
        }
    )


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def warc(*records: tuple[str, str, bytes]) -> bytes:
    """A web archive of responses: address, media type, content."""
    out = b""
    for address, kind, content in records:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (
            kind.encode(),
            len(content),
            content,
        )
        out += (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r\n"
            b"WARC-Target-URI: %s\r\nWARC-Date: 2024-03-06T07:00:00Z\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        ) % (len(out), address.encode(), len(answer), answer)
    return out


def _escaped(text: str) -> bytes:
    raw = text.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
