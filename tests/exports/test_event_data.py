"""GDELT, ICEWS and POLECAT against the column lists that their publishers give."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.archive.making import Made
from tests.exports.conftest import Exported, coded

from memcon.archive import Archive
from memcon.exports import Job, exporter
from memcon.record import Mention

#: “The GDELT Event Database Data Format Codebook V2.0”, 19 February 2015: the headings of its field descriptions.
GDELT_EVENTS = re.findall(
    r"\w+",
    """
GlobalEventID Day MonthYear Year FractionDate
Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode Actor1Religion1Code Actor1Religion2Code
Actor1Type1Code Actor1Type2Code Actor1Type3Code
Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code
Actor2Type1Code Actor2Type2Code Actor2Type3Code
IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone
Actor1Geo_Type Actor1Geo_FullName Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat
Actor1Geo_Long Actor1Geo_FeatureID
Actor2Geo_Type Actor2Geo_FullName Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code Actor2Geo_Lat
Actor2Geo_Long Actor2Geo_FeatureID
ActionGeo_Type ActionGeo_FullName ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code ActionGeo_Lat
ActionGeo_Long ActionGeo_FeatureID
DATEADDED SOURCEURL
    """,
)
GDELT_MENTIONS = re.findall(
    r"\w+",
    """
GlobalEventID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID Actor1CharOffset
Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras
    """,
)

#: The heading of the yearly files of “ICEWS Coded Event Data”, doi:10.7910/DVN/28075.
ICEWS = re.split(
    r"\|",
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|"
    "Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|"
    "Latitude|Longitude",
)

#: The heading of the weekly files of “POLECAT Weekly Data”, doi:10.7910/DVN/AJGVIT.
POLECAT = re.split(
    r"\|",
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"
    "Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|"
    "Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|"
    "Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|"
    "Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version",
)

Row = dict[str, str]


def rows(raw: bytes, columns: list[str] | None = None) -> list[Row]:
    lines = [line.split("\t") for line in raw.decode().split("\n")[:-1]]
    heading = columns or lines.pop(0)
    assert all(len(line) == len(heading) for line in lines)
    return [dict(zip(heading, line, strict=True)) for line in lines]


def test_gdelt_has_61_columns_of_events_and_16_of_mentions(exported: Exported) -> None:
    from memcon.exports.gdelt import EVENT_COLUMNS, MENTION_COLUMNS

    assert (len(GDELT_EVENTS), len(GDELT_MENTIONS)) == (61, 16)
    assert list(EVENT_COLUMNS) == GDELT_EVENTS
    assert list(MENTION_COLUMNS) == GDELT_MENTIONS
    files = exported("gdelt")
    events = rows(files["events.export.CSV"], GDELT_EVENTS)
    mentions = rows(files["events.mentions.CSV"], GDELT_MENTIONS)
    assert [row["GlobalEventID"] for row in events] == [row["GlobalEventID"] for row in mentions]


def test_gdelt_cells(exported: Exported) -> None:
    files = exported("gdelt", "type:SUPPORT")
    event = rows(files["events.export.CSV"], GDELT_EVENTS)[0]
    wanted = {
        "GlobalEventID": "8000", "Day": "20210503", "MonthYear": "202105", "Year": "2021", "FractionDate": "2021.3370",
        "Actor1Code": "NAM", "Actor1Name": "NAMIBIA", "Actor1CountryCode": "NAM", "Actor2Code": "KEN",
        "IsRootEvent": "1", "EventCode": "050", "EventBaseCode": "050", "EventRootCode": "05", "QuadClass": "1",
        "NumMentions": "1", "AvgTone": "", "SOURCEURL": "https://news.example/thanks?a=1",
    }  # fmt: skip
    assert {name: event[name] for name in wanted} == wanted
    mention = rows(files["events.mentions.CSV"], GDELT_MENTIONS)[0]
    wanted = {
        "MentionType": "1", "MentionSourceName": "news.example", "SentenceID": "1", "Actor1CharOffset": "3",
        "ActionCharOffset": "11", "Actor2CharOffset": "19", "InRawText": "1", "Confidence": "80",
    }  # fmt: skip
    assert {name: mention[name] for name in wanted} == wanted
    assert len(event["DATEADDED"]) == 14


def test_gdelt_splits_the_code_of_a_body(exported: Exported) -> None:
    event = rows(exported("gdelt", "with:UN type:CONSULT")["events.export.CSV"], GDELT_EVENTS)[0]
    assert [event[f"Actor2{name}"] for name in ("Code", "KnownGroupCode", "Type1Code")] == ["IGOUNO", "UNO", "IGO"]


def test_icews(exported: Exported) -> None:
    found = rows(exported("icews")["events.tab"])
    assert list(found[0]) == ICEWS
    row = next(row for row in found if row["Event Date"] == "2021-05-03")
    wanted = {
        "Event ID": "8000", "Source Name": "Namibia", "Source Country": "Namibia", "CAMEO Code": "050",
        "Target Country": "Kenya", "Story ID": "3", "Sentence Number": "1", "Publisher": "The Namibian", "City": "",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted
    met = next(row for row in found if row["City"])
    assert (met["City"], met["Source Sectors"], met["Target Country"]) == ("New York", "Government", "")


def test_polecat(exported: Exported) -> None:
    found = rows(exported("polecat")["events.txt"])
    assert list(found[0]) == POLECAT
    row = next(row for row in found if row["Event Date"] == "2021-05-03")
    wanted = {
        "Event Type": "SUPPORT", "Event Mode": "None", "Quad Code": "VERBAL COOPERATION", "Actor Country": "NAM",
        "Actor COW": "565", "Recipient COW": "501", "Story Locations": "Namibia; Kenya; Uganda", "City": "None",
        "Publication Date": "2021-05-04", "Language": "English",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted


def test_polecat_has_the_name_by_which_the_passage_calls_the_actor(archive: Archive, exported: Exported) -> None:
    text = "The Prime Minister left early. Pashinyan thanked Kenya."
    made = Made("raw.txt", text).event("Nikol Pashinyan", "thanked", "Kenya", "SUPPORT", on="2023-01-01")
    record = coded(made)
    mentions = (Mention(0, 18, text[:18], "office"), Mention(31, 40, "Pashinyan", "name"))
    actors = [replace(one, mentions=mentions) if one.kind == "person" else one for one in record.actors]
    archive.add(replace(record, actors=tuple(actors)))
    (row,) = rows(exported("polecat", "since:2023")["events.txt"])
    assert (row["Actor Name"], row["Actor Name Raw"]) == ("Nikol Pashinyan", "Pashinyan")


def gdelt(files: dict[str, bytes]) -> list[str]:
    return [row["EventCode"] for row in rows(files["events.export.CSV"], GDELT_EVENTS)]


READ: dict[str, Callable[[dict[str, bytes]], list[str]]] = {
    "gdelt": gdelt,
    "icews": lambda files: [row["CAMEO Code"] for row in rows(files["events.tab"])],
    "polecat": lambda files: [row["Event Type"] for row in rows(files["events.txt"])],
}


@pytest.mark.parametrize("name", READ)
def test_only_what_happened_leaves_and_the_rest_is_counted(exported: Exported, name: str) -> None:
    job = Job()
    assert len(READ[name](exported(name, None, job))) == job.wrote["rows"] == 3
    assert job.left_out == {
        "denied": 1,
        "planned": 1,
        "told in passing about another time": 1,
        "part of a meeting or call that has its own row": 1,
    }
    assert not exporter(name).takes_all
    job = Job(also=frozenset(["planned"]))
    assert len(READ[name](exported(name, None, job))) == 4
    assert "planned" not in job.left_out


@pytest.mark.parametrize("name", READ)
def test_a_row_for_each_pair(archive: Archive, exported: Exported, name: str) -> None:
    made = Made("pairs.txt", "Kenya and Norway thanked Uganda and Namibia. Kenya, Norway and Uganda met.")
    made.event("Kenya; Norway", "thanked", "Uganda; Namibia", "SUPPORT", on="2023-01-01")
    archive.add(coded(made.event("Kenya; Norway; Uganda", "met", "", on="2023-01-02")))
    files = exported(name, "since:2023")
    assert len(READ[name](files)) == 4 + 3
    ids = [line.split(b"\t")[0] for line in next(iter(files.values())).splitlines() if b"2023" in line]
    assert len(set(ids)) == 7


@pytest.mark.parametrize("name", READ)
def test_a_date_of_a_year_is_no_day(archive: Archive, exported: Exported, name: str) -> None:
    from dataclasses import replace

    from tests.archive.making import day

    record = coded(Made("year.txt", "Kenya met Uganda in 2022.").event("Kenya", "met", "Uganda", on="2022-01-01"))
    event = replace(record.events[0], date=day("2022-01-01", "2022-12-31"))
    archive.add(replace(record, events=(event,)))
    job = Job()
    assert READ[name](exported(name, "on:2022", job)) == []
    assert job.left_out == {"dated to no more than a month or a year": 1}
