"""The documents stay true: the command line is the program's, examples exist, dependencies are explained."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

DOCS = sorted([*Path("docs").glob("*.md"), Path("README.md")])


def made_by(script: str) -> Any:
    spec = importlib.util.spec_from_file_location(script, f"docs/{script}.py")
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    return maker


def test_the_command_line_page_is_the_programs() -> None:
    maker = made_by("make_command_line")
    assert maker.PAGE.read_text(encoding="utf-8") == maker.command_line(), "run `make docs`"


def test_the_columns_of_a_run_are_the_programs() -> None:
    maker = made_by("make_tables")
    assert maker.PAGE.read_text(encoding="utf-8") == maker.page(), "run `make docs`"


def test_the_data_dictionary_is_the_programs() -> None:
    maker = made_by("make_dictionary")
    assert maker.PAGE.read_text(encoding="utf-8") == maker.page(), "run `make docs`"


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = sum(project["optional-dependencies"].values(), project["dependencies"])
    page = Path("docs/dependencies.md").read_text(encoding="utf-8").lower()
    for part in wanted:
        name = re.split(r"[<>=;\s\[]", part)[0]
        if not name.startswith("types-"):
            assert name.lower() in page, f"docs/dependencies.md does not say why {name} is there"


@pytest.mark.parametrize("page", DOCS, ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page} links to {target}"


@pytest.mark.parametrize("page", DOCS, ids=str)
def test_named_examples_exist(page: Path) -> None:
    for name in re.findall(r"examples/[\w-]+\.\w+", page.read_text(encoding="utf-8")):
        assert Path(name).exists(), f"{page} names {name}"


@pytest.mark.parametrize("page", DOCS, ids=str)
def test_options_that_are_named_exist(page: Path) -> None:
    known = set(re.findall(r"--[a-z-]+", Path("docs/command-line.md").read_text(encoding="utf-8")))
    of_others = {"--no-deps", "--ignore-requires-python", "--require-hashes"}
    for block in re.findall(r"^    memcon .*$", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert set(re.findall(r"--[a-z-]+", block)) <= known | of_others, block


def test_the_index_names_every_page() -> None:
    index = Path("docs/README.md").read_text(encoding="utf-8")
    for page in Path("docs").glob("*.md"):
        assert page.name == "README.md" or f"]({page.name})" in index, f"docs/README.md does not name {page.name}"
