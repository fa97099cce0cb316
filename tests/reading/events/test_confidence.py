"""Who read an event, and how sure: the classifier's agreement and a figure that rises with what is known."""

from __future__ import annotations

from memcon.language import Parser
from memcon.reading import read_many
from memcon.record import Document, Event


def only(parser: Parser, text: str) -> Event:
    (record,) = read_many([Document("1", text)], parser)
    (event,) = record.events
    return event


def test_lexicon_and_classifier_agree(parser: Parser) -> None:
    assert only(parser, "Norway condemned Russia's annexation of Crimea.").read_by == "both"


def test_the_lexicon_alone_where_only_one_party_is_named(parser: Parser) -> None:
    assert only(parser, "The Nigerian army shelled a village.").read_by == "lexicon"


def test_agreement_on_two_parties_is_surer_than_half_an_event(parser: Parser) -> None:
    whole = only(parser, "Norway condemned Russia's annexation of Crimea.")
    half = only(parser, "The Nigerian army shelled a village.")
    assert 0.05 <= half.confidence < whole.confidence <= 0.97


def test_the_classifier_never_changes_the_lexicons_type(parser: Parser) -> None:
    event = only(parser, "Canada has imposed sanctions on Belarus.")
    assert event.type == "SANCTION"
