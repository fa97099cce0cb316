"""Puts what `memcon read examples/meeting.txt` prints now into the README."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"RESULT\n|```text\n.*?```\n", re.DOTALL)


def main() -> None:
    """Replace the first block of the README by the page of the example."""
    page = subprocess.run(
        [sys.executable, "-m", "memcon", "read", "examples/meeting.txt"],
        cwd=README.parent, capture_output=True, encoding="utf-8", check=True,
    ).stdout  # fmt: skip
    block = f"```text\n$ memcon read examples/meeting.txt\n{page.rstrip()}\n```\n"
    README.write_text(BLOCK.sub(lambda _: block, README.read_text(encoding="utf-8"), count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
