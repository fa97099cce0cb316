"""PLOVER and CAMEO as data: nothing missing, the crosswalk both ways, helpful errors."""

from __future__ import annotations

import pytest

from memcon.ontology import (
    TYPES,
    OntologyError,
    cameo,
    cameo_codes,
    codes_of,
    contexts,
    cooperative,
    embedded,
    event_type,
    general_code,
    goldstein_of,
    plover_of,
    quad_of,
    quads,
    sectors,
    types,
)
from memcon.ontology.lexicon import lexicon


def test_sixteen_types_with_their_quads() -> None:
    assert tuple(types()) == TYPES
    assert len(TYPES) == 16
    assert {quad_of(kind) for kind in TYPES} == set(quads()) == {"VCOOP", "MCOOP", "VCONF", "MCONF"}
    assert all(kind.description.endswith(".") for kind in types().values())
    assert [kind for kind in TYPES if cooperative(kind)] == list(TYPES[:7])


def test_all_codes_of_the_codebook() -> None:
    assert len(cameo_codes()) == 312
    assert all(-10 <= code.goldstein <= 10 for code in cameo_codes().values())
    assert all(code.type is None or code.type in TYPES for code in cameo_codes().values())


@pytest.mark.parametrize(
    ("code", "kind", "score"),
    [
        ("036", "AGREE", 4.0),
        ("040", "CONSULT", 1.0),
        ("057", "SUPPORT", 8.0),
        ("0841", "RETREAT", 7.0),
        ("190", "ASSAULT", -10.0),
    ],
)
def test_the_crosswalk(code: str, kind: str, score: float) -> None:
    assert plover_of(code) == kind
    assert goldstein_of(code) == score
    assert cameo(code) in codes_of(kind)


def test_what_memcon_files_elsewhere_is_said_with_its_reason() -> None:
    embargo = cameo("163")
    assert (embargo.type, embargo.crosswalk) == ("SANCTION", "COERCE")
    assert "names the embargo" in str(embargo.departure)
    assert embargo in codes_of("SANCTION")
    assert embargo not in codes_of("COERCE")
    departed = {code.code for code in cameo_codes().values() if code.type != code.crosswalk}
    assert departed == {code.code for code in cameo_codes().values() if code.departure}
    assert departed == {"018", "019", "163", "1712", "175"}


def test_the_lexicon_keeps_to_the_types_of_the_codes() -> None:
    # An easing or a truce is CONCEDE when it is announced and RETREAT when it is carried out; what is taken in fighting
    # is ASSAULT and what is occupied without is COERCE: one code each.
    either = {"081", "083", "087", "192"}
    strange = {
        (entry.type, entry.cameo)
        for entry in lexicon().entries
        if entry.cameo and plover_of(entry.cameo) != entry.type and not entry.cameo.startswith(tuple(either))
    }
    assert strange == set()


def test_every_type_has_a_general_code_of_its_own_kind() -> None:
    assert all(cameo_codes()[general_code(kind)] for kind in TYPES)


def test_modes_of_the_codes_are_modes_of_their_types() -> None:
    strange = [c.code for c in cameo_codes().values() if c.type and c.mode and c.mode not in types()[c.type].modes]
    assert strange == []


def test_contexts_and_sectors_are_described() -> None:
    assert len(contexts()) >= 30
    assert {"GOV", "MIL", "REB", "IGO", "CVL"} <= set(sectors())
    assert {context for code in cameo_codes().values() for context in code.contexts} <= set(contexts())


@pytest.mark.parametrize(
    ("effect", "act", "code"),
    [
        ("commit", "072", "0332"),
        ("appeal", "0841", "0253"),
        ("demand", "0874", "1056"),
        ("reject", "071", "1221"),
        ("threaten", "163", "1312"),
        ("threaten", "190", "1384"),
        ("commit", None, "030"),
        ("appeal", "999", "020"),
    ],
)
def test_what_a_code_becomes_when_it_is_promised_asked_for_refused_or_threatened(
    effect: str, act: str | None, code: str
) -> None:
    assert embedded(effect, act) == code
    assert code in cameo_codes()


def test_what_is_not_there_is_named_with_what_there_is() -> None:
    with pytest.raises(OntologyError, match=r"no type 'HELP' .*AGREE, CONSULT"):
        event_type("HELP")
    with pytest.raises(OntologyError, match="no code '999'"):
        cameo("999")
    assert goldstein_of("999") is None
    assert goldstein_of(None) is None
