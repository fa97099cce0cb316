"""What a search found is counted, and every count is what its query finds."""

from __future__ import annotations

import pytest
from tests.archive.making import accusation, meeting

from memcon.archive import Archive, Facet, QueryError, UnknownId
from memcon.archive.narrowing import narrowed, widened


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(accusation().record())
    archive.add(meeting().record())
    archive.add(meeting("again", "Armenpress", on="2021-10-02").record())
    return archive


def facet(archive: Archive, query: str, name: str) -> Facet:
    return next(one for one in archive.explore(query).facets if one.name == name)


def counts(archive: Archive, query: str, name: str) -> dict[str, int]:
    return {value.label: value.count for value in facet(archive, query, name).values}


def test_a_blank_query_finds_what_was_read_and_counts_it(filled: Archive) -> None:
    found = filled.explore("")
    assert (found.total, found.more) == (8, False)
    assert counts(filled, "", "kind") == {"event": 6, "statement": 1, "fact": 1}
    assert counts(filled, "", "type") == {"CONSULT": 4, "ACCUSE": 1, "REJECT": 1}
    assert counts(filled, "", "with")["Azerbaijan"] == 6
    assert counts(filled, "", "pair") == {"Azerbaijan – United Nations": 4, "Armenia – Azerbaijan": 2}
    assert counts(filled, "", "person") == {"António Guterres": 5, "Ilham Aliyev": 4}
    assert counts(filled, "", "on") == {"2021": 4, "2020": 3, "1992": 1}
    assert counts(filled, "", "verdict") == {"contradicted": 1}


@pytest.mark.parametrize("query", ["", "type:CONSULT", "with:AZE", "on:2021", "both", "status:denied,happened"])
def test_every_count_is_what_its_query_finds(filled: Archive, query: str) -> None:
    for one in filled.explore(query).facets:
        for value in one.values:
            asked = value.query
            if value.chosen and one.name != "with":
                continue
            if one.name in ("kind", "type", "status", "about", "outlet", "verdict"):
                asked = narrowed(widened(query, one.name), one.name, value.value)
            if not value.chosen:
                assert value.count == filled.explore(asked).total, (one.name, value)


def test_the_other_values_of_a_chosen_field_stay_in_sight(filled: Archive) -> None:
    chosen = {value.label: (value.chosen, value.query) for value in facet(filled, "type:CONSULT", "type").values}
    assert chosen["CONSULT"] == (True, "")
    assert chosen["ACCUSE"] == (False, "type:CONSULT,ACCUSE")


def test_a_party_is_known_as_chosen_by_any_of_its_names(filled: Archive) -> None:
    values = {value.label: value for value in facet(filled, "with:Baku", "with").values}
    assert values["Azerbaijan"].chosen
    assert values["Azerbaijan"].query == ""


def test_a_year_opens_into_its_months(filled: Archive) -> None:
    values = {value.label: value for value in facet(filled, "on:2021-09", "on").values}
    assert set(values) == {"2021-09", "2021-10"}
    assert values["2021-09"].query == "on:2021"
    assert values["2021-10"].query == "on:2021-10"


def test_pages_follow_one_another(filled: Archive) -> None:
    whole = [hit.id for hit in filled.search("kind:event", limit=None)]
    pages = [hit.id for offset in (0, 4) for hit in filled.explore("kind:event", limit=4, offset=offset).hits]
    assert pages == whole


def test_searches_are_kept_under_a_name(filled: Archive) -> None:
    filled.save_search(" truce  claims ", "type:ACCUSE  about:ceasefire", person="ann")
    assert [one.as_json()["query"] for one in filled.saved_searches()] == ["type:ACCUSE about:ceasefire"]
    filled.save_search("truce claims", "type:ACCUSE", person="ben")
    assert filled.saved_query("truce claims") == "type:ACCUSE"
    with pytest.raises(UnknownId, match="did you mean 'truce claims'"):
        filled.saved_query("truce claim")
    filled.forget_search("truce claims")
    assert filled.saved_searches() == []
    with pytest.raises(QueryError):
        filled.save_search("broken", "type:NONE", person="ann")
    with pytest.raises(ValueError, match="wants a name"):
        filled.save_search(" ", "truce", person="ann")
