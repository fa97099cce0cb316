"""What others made is as they published it, and its licence lies beside it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from memcon.web.pages import STATIC

LISTED = Path("src/memcon/web/VENDORED.md").read_text(encoding="utf-8")


def test_every_vendored_file_has_its_hash_and_licence() -> None:
    listed = dict(reversed(line) for line in re.findall(r"^    ([0-9a-f]{64})  (\S+)$", LISTED, re.MULTILINE))
    held = {
        str(file.relative_to(STATIC)): hashlib.sha256(file.read_bytes()).hexdigest()
        for folder in ("fonts", "vendor")
        for file in (STATIC / folder).iterdir()
        if not file.name.endswith("LICENSE.txt")
    }
    assert held == listed
    for named in re.findall(r"`static/([\w/-]+LICENSE\.txt)`", LISTED):
        assert (STATIC / named).exists()
    for name in held:
        stem = re.sub(r"(-latin.*|\.min\.js)$", "", name)
        assert (STATIC / f"{stem}-LICENSE.txt").exists()
