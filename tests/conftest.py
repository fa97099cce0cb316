"""The language model is loaded once for all tests."""

from __future__ import annotations

import pytest

from memcon.language import Parser, load


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load()
