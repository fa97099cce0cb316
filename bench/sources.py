"""What taking in costs: pages, feeds, PDFs and the other forms a second of processor time, from bytes to documents.

The time of the process that pages and PDFs are read in is counted, its start is not.

    python bench/sources.py [--seconds 4]

The inputs are made from the generated reports of ``reports.py``, so that they have the length of real ones.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from html import escape
from itertools import cycle
from pathlib import Path

from memcon.record import Document
from memcon.sources import documents
from memcon.sources.confined import CONFINED

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
from reports import reports  # noqa: E402
from tests.sources.made import column, docx, page, pdf, zipped  # noqa: E402

TEXTS = [document.text for document in reports(200)]


def a_page(text: str) -> bytes:
    """A page of some 60 kB, as a small news site sends it."""
    head = '<meta property="article:published_time" content="2024-03-05T08:30:00+02:00"><style>'
    head += ".a{color:red}" * 2000 + "</style>"
    words = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
    menu = "".join(f"<li><a href='/{number}'>Section {number}</a></li>" for number in range(60))
    return page(f"<nav><ul>{menu}</ul></nav><article><h1>A report</h1>{words}</article><ul>{menu}</ul>", head)


def a_feed(texts: list[str]) -> bytes:
    items = "".join(
        f"<item><title>Report</title><link>https://news.example/{number}</link><pubDate>Tue, 05 Mar 2024 08:30:00 +0200"
        f"</pubDate><description>&lt;p&gt;{escape(escape(text))}&lt;/p&gt;</description></item>"
        for number, text in enumerate(texts)
    )
    return f"<rss><channel><title>News</title>{items}</channel></rss>".encode()


def a_pdf(text: str) -> bytes:
    words = text.encode("ascii", "ignore").decode()
    lines = [line for part in words.split("\n\n") for line in textwrap.wrap(part, 95)]
    sheets = [lines[at : at + 50] for at in range(0, len(lines), 50)]
    return pdf([[(60, 805, 8, "Ministry of Foreign Affairs"), *column(60, 760, sheet)] for sheet in sheets])


def a_docx(text: str) -> bytes:
    return docx("".join(f"<w:p><w:r><w:t>{escape(part)}</w:t></w:r></w:p>" for part in text.split("\n\n")))


FORMS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "plain text": (".txt", lambda n: TEXTS[n % 200].encode()),
    "pages": (".html", lambda n: a_page(TEXTS[n % 200])),
    "feeds of 30 items": (".rss", lambda n: a_feed([TEXTS[(n + k) % 200] for k in range(30)])),
    "PDFs": (".pdf", lambda n: a_pdf(TEXTS[n % 200])),
    ".docx": (".docx", lambda n: a_docx(TEXTS[n % 200])),
    "zip archives of 30 texts": (".zip", lambda n: zipped({f"{k}.txt": TEXTS[(n + k) % 200] for k in range(30)})),
}


def processor_time() -> float:
    """Seconds, of this process and of those it has waited for."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seconds", type=float, default=4, help="how long each form is read")
    seconds = asked.parse_args().seconds
    print("| form | inputs/s | documents/s | kB an input |\n|---|---|---|---|")
    for name, (suffix, make) in FORMS.items():
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number in range(60):
                path = Path(folder) / f"{number}{suffix}"
                path.write_bytes(make(number))
                paths.append(str(path))
            size = sum(Path(path).stat().st_size for path in paths) / len(paths) / 1000
            CONFINED.close()
            start = processor_time()
            list(documents(paths[:2]))
            CONFINED.close()
            starting = processor_time() - start
            inputs = found = 0
            began, start = time.perf_counter(), processor_time()
            for path in cycle(paths):
                found += sum(isinstance(item, Document) for item in documents([path]))
                inputs += 1
                if time.perf_counter() - began > seconds:
                    break
            CONFINED.close()
            took = processor_time() - start - (starting if suffix in (".html", ".pdf") else 0)
        print(f"| {name} | {inputs / took:,.0f} | {found / took:,.0f} | {size:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
