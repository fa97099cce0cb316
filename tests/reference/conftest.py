"""Every test asks the shipped tables, with a data folder of its own for rows laid over them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.reference import forget


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("MEMCON_DATA", str(tmp_path / "data"))
    forget()
    yield tmp_path / "data"
    monkeypatch.undo()
    forget()
