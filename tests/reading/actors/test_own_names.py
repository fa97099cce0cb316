"""A user's own names, and what is wrong with a file of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from memcon.reference.own_names import NamesFault, load_names

Read = Callable[..., dict[str, Any]]

OWN = """
[[person]]
name = "Ada Nordahl"
country = "NOR"
title = "Special Envoy"
sectors = ["GOV"]

[[body]]
name = "Fjord Forum"
sectors = ["IGO"]
code = "IGOFJO"
aliases = ["FF"]

[[alias]]
name = "Villa Parafina"
means = "Ministry of Foreign Affairs of Norway"
country = "NOR"
sectors = ["GOV"]

[[alias]]
name = "Bibi"
means = "Benjamin Netanyahu"
"""


def test_own_names_are_read(meant: Read, tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(OWN, encoding="utf-8")
    text = (
        "Ada Nordahl met Elina Valtonen. Nordahl praised the Fjord Forum; the FF met. "
        "Villa Parafina and Bibi were silent."
    )
    found = meant(text, names=load_names(path))
    assert found["Ada Nordahl"].words == ["Ada Nordahl", "Nordahl"]
    assert found["Ada Nordahl"].titles == ["Special Envoy, Norway"]
    assert found["Fjord Forum"].code == "IGOFJO"
    assert found["Fjord Forum"].words == ["Fjord Forum", "FF"]
    assert found["Ministry of Foreign Affairs of Norway"].code == "NORGOV"
    assert found["Benjamin Netanyahu"].words == ["Bibi"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[person]]\nname = "A B"\ncountry = "NO"\n', "line 1: person 1 (A B): country 'NO' is no ISO 3166-1"),
        (
            '[[body]]\nname = "X Forum"\naliases = ["XF"]\n\n[[body]]\nname = "Y"\naliases = ["XF"]\n',
            "line 5: body 2 (Y): 'XF' is already claimed by line 1: body 1 (X Forum)",
        ),
        ('[[body]]\nname = "Q"\naliases = ["NATO"]\n', "'NATO' already means North Atlantic Treaty Organization"),
        ('\n[[body]]\nname = "Q"\nalias = ["R"]\n', "line 2: body 1 (Q): unknown key 'alias'; did you mean 'aliases'?"),
        ('person = ["x"]\n', "line 1: write [[person]] with two brackets"),
        ("x = [\n", "not TOML"),
        ('[[person]]\nname = "A B"\nfrom = "May"\n', "from must be a day like 2024-05-31"),
    ],
)
def test_faults_name_their_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "my.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NamesFault, match=r"my\.toml") as fault:
        load_names(path)
    assert said in str(fault.value)
