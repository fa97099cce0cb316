"""What states and organisations do to each other in ministries' and agencies' words, read with its parties."""

from __future__ import annotations

import pytest
from tests.reading.events.conftest import Tell

ACTS = [
    ("Brazil voted for a resolution on climate.", "BRA", "SUPPORT", ""),
    ("Honduras voted against a resolution on climate.", "HND", "REJECT", ""),
    ("Hungary blocked an EU statement on Georgia.", "HUN", "REJECT", "European Union"),
    ("Canada was asked to host the talks.", "", "REQUEST", "CAN"),
    ("Eritrea was urged to withdraw its troops from Tigray.", "", "REQUEST", "ERI"),
    ("A delegation of the African Union is to travel to Juba next week.", "African Union", "AGREE", "SSD"),
    ("Laos sent a delegation to Vietnam.", "LAO", "CONSULT", "VNM"),
    ("The United States evacuated its embassy in Sudan.", "USA", "SANCTION", "SDN"),
    ("Algeria's recall of its ambassador from France lasted a year.", "DZA", "SANCTION", "FRA"),
    ("Armenia froze its participation in the CSTO.", "ARM", "SANCTION", "Collective Security Treaty Organization"),
    ("Qatar withdrew from OPEC.", "QAT", "SANCTION", "Organization of the Petroleum Exporting Countries"),
    ("Pakistan accused Afghanistan of harbouring militants and closed the Torkham crossing.", "PAK", "SANCTION", "AFG"),
    ("Spain halted weapons sales to Israel.", "ESP", "SANCTION", "ISR"),
    ("The Commonwealth lifted its suspension of Gabon.", "Commonwealth of Nations", "RETREAT", "GAB"),
    ("Syria was readmitted to the Arab League in May 2023.", "League of Arab States", "SUPPORT", "SYR"),
    ("Malaysia brokered a truce between Thailand and Cambodia.", "MYS", "CONSULT", "KHM THA"),
    ("Pakistan protested after India suspended the treaty.", "PAK", "ACCUSE", "IND"),
    ("The Dutch ambassador was summoned to the foreign ministry in Ankara.", "TUR", "ACCUSE", "NLD"),
    ("Brazil said that Israel's actions amounted to genocide.", "BRA", "ACCUSE", "ISR"),
    ("Japan cancelled Myanmar's debt.", "JPN", "AID", "MMR"),
    ("Turkish aid arrived in Chad.", "TUR", "AID", "TCD"),
    ("Uruguay offered Chile help.", "URY", "AGREE", "CHL"),
    ("China staged drills around Taiwan.", "CHN", "MOBILIZE", "TWN"),
    ("Rwandan troops captured Goma.", "RWA", "ASSAULT", "COD"),
    ("Somalia has ordered Ethiopia's ambassador to leave and recalled its own envoy.", "SOM", "REQUEST", "ETH"),
]


@pytest.mark.parametrize(("text", "source", "kind", "target"), ACTS, ids=[row[0] for row in ACTS])
def test_act(tell: Tell, text: str, source: str, kind: str, target: str) -> None:
    told = tell(text)
    event = told.of(kind)
    of_one = {"African Union"} if source == "African Union" else told.side(event.source)
    assert " ".join(sorted(of_one)) == source
    assert " ".join(sorted(told.side(event.target))) == target


def test_a_treaty_by_its_title_is_signed_with_nobody(tell: Tell) -> None:
    for text in (
        "Samoa ratified the WTO Agreement on Fisheries Subsidies.",
        "South Sudan acceded to the Convention on the Rights of the Child.",
    ):
        told = tell(text)
        event = told.of("SUPPORT")
        assert event.cameo == "057"
        assert event.target == ()


def test_denied_reports_are_the_act_denied(tell: Tell) -> None:
    for text in (
        "Russia rejected reports that it had expelled two Bulgarian diplomats.",
        "Russia dismissed as false reports that it had expelled two Bulgarian diplomats.",
    ):
        told = tell(text)
        assert told.shorts == [({"RUS"}, "SANCTION", {"BGR"}, "denied")], text
    told = tell("Reports that Azerbaijan had shelled Armenian positions were untrue, Baku said.")
    assert told.shorts == [({"AZE"}, "ASSAULT", {"ARM"}, "denied")]


def test_what_the_struck_alone_say_is_alleged(tell: Tell) -> None:
    told = tell("Pakistan says India fired missiles at three air bases.")
    assert told.of("ASSAULT").status == "alleged"


def test_a_resolution_condemns_for_nobody_who_is_not_named(tell: Tell) -> None:
    assert "ACCUSE" not in {event.type for event in tell("Hungary abstained on a resolution condemning Russia.").events}


def test_the_threat_is_addressed_to_whom_the_demand_is(tell: Tell) -> None:
    told = tell("ECOWAS urged the junta in Niger to free the president and threatened to use force.")
    assert told.side(told.of("THREATEN").target) == {"NER"}


def test_two_names_open_a_headline(tell: Tell) -> None:
    told = tell("Putin, Xi hold talks in Beijing")
    event = told.of("CONSULT")
    assert len(event.source) == len(event.target) == 1


def test_the_envoy_who_speaks_for_a_group_acts(tell: Tell) -> None:
    told = tell("The representative of Uganda, speaking on behalf of a group, called on Israel to end the blockade.")
    assert told.shorts == [({"UGA"}, "REQUEST", {"ISR"}, "requested")]
