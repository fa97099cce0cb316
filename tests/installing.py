"""Packages with entry points as an installation leaves them, for the tests of plug-ins."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def installed(
    site: Path, monkeypatch: pytest.MonkeyPatch, group: str, packages: Mapping[str, Mapping[str, str]], **modules: str
) -> Iterator[None]:
    """Put packages on the path for as long as the context lasts.

    Args:
        site: an empty folder that stands for ``site-packages``.
        monkeypatch: puts the path back.
        group: the group of entry points, ``memcon.sources``.
        packages: a package's name with its entry points.
        modules: a module's name with its source.
    """
    for name, source in modules.items():
        (site / f"{name}.py").write_text(source)
    for name, points in packages.items():
        place = site / f"{name}_plugin-1.0.dist-info"
        place.mkdir()
        (place / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-plugin\nVersion: 1.0\n")
        lines = "".join(f"{key} = {value}\n" for key, value in points.items())
        (place / "entry_points.txt").write_text(f"[{group}]\n{lines}")
    monkeypatch.syspath_prepend(str(site))
    yield
    for name in modules:
        sys.modules.pop(name, None)
