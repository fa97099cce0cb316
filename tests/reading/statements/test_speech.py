"""Who said what: direct, indirect and mixed, with the speaker before, after and inside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.record import Statement

Said = Callable[..., tuple[Statement, ...]]


def one(statements: tuple[Statement, ...]) -> Statement:
    assert len(statements) == 1, [(s.cue and s.cue.text, s.content.text) for s in statements]
    return statements[0]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "form"),
    [
        (
            "Norway's foreign minister, Espen Barth Eide, said that the talks in Oslo would resume in May.",
            "Norway's foreign minister, Espen Barth Eide",
            "said",
            "the talks in Oslo would resume in May",
            "indirect",
        ),
        (
            "“The ceasefire must hold,” said Antonio Guterres.",
            "Antonio Guterres",
            "said",
            "The ceasefire must hold",
            "direct",
        ),
        (
            "Antonio Guterres said: “The ceasefire must hold.”",
            "Antonio Guterres",
            "said",
            "The ceasefire must hold.",
            "direct",
        ),
        (
            "The minister called the vote “a mistake”.",
            "The minister",
            "called",
            "the vote “a mistake”",
            "mixed",
        ),
        (
            "Kenya will send more police officers to Haiti, according to the foreign ministry.",
            "the foreign ministry",
            "according to",
            "Kenya will send more police officers to Haiti",
            "indirect",
        ),
        (
            "In the words of Kofi Annan, peace is never a perfect achievement.",
            "Kofi Annan",
            "In the words",
            "peace is never a perfect achievement",
            "indirect",
        ),
        (
            "Finland expressed its hope that the treaty would enter into force this year.",
            "Finland",
            "expressed its hope",
            "the treaty would enter into force this year",
            "indirect",
        ),
        (
            "The European Union called the attack on the port of Odesa “a crime”.",
            "The European Union",
            "called",
            "the attack on the port of Odesa “a crime”",
            "mixed",
        ),
        (
            "NAIROBI, 3 March (Xinhua) -- Kenya would send more officers, President William Ruto said.",
            "President William Ruto",
            "said",
            "Kenya would send more officers",
            "indirect",
        ),
        (
            "The two ministers concurred that they would cooperate.",
            "The two ministers",
            "concurred",
            "they would cooperate",
            "indirect",
        ),
    ],
)
def test_one_statement(said: Said, text: str, speaker: str, cue: str, content: str, form: str) -> None:
    found = one(said(text))
    assert found.speaker_text is not None
    assert found.speaker_text.text == speaker
    assert found.cue is not None
    assert found.cue.text == cue
    assert found.content.text == content
    assert found.form == form


def test_the_cue_inside_a_quotation_breaks_it_in_two(said: Said) -> None:
    found = one(said("“The ceasefire,” the secretary-general said, “must hold.”"))
    assert [part.text for part in found.content_parts] == ["The ceasefire", "must hold."]
    assert found.content.text == "The ceasefire,” the secretary-general said, “must hold."
    assert found.form == "direct"


def test_a_quotation_that_goes_on_after_its_cue_is_one_statement(said: Said) -> None:
    found = one(said("“The ceasefire must hold,” Antonio Guterres said. “There is no other way to peace.”"))
    assert [part.text for part in found.content_parts] == [
        "The ceasefire must hold",
        "There is no other way to peace.",
    ]


def test_each_paragraph_opened_and_only_the_last_closed(said: Said) -> None:
    found = one(said("“We met in Vienna.\n\n“We shall meet again in the spring,” said Rafael Grossi."))
    assert [part.text for part in found.content_parts] == ["We met in Vienna.", "We shall meet again in the spring"]
    assert found.form == "direct"


@pytest.mark.parametrize("opening", ["„", "«", "“", '"', "‘"])
def test_every_kind_of_mark(said: Said, opening: str) -> None:
    closing = {"„": "“", "«": "»", "“": "”", '"': '"', "‘": "’"}[opening]
    found = one(said(f"{opening}The border will stay open,{closing} the minister said."))
    assert found.content.text == "The border will stay open"
    assert found.form == "direct"


def test_a_mark_that_is_never_closed(said: Said) -> None:
    found = one(said("The minister said the plan was “dead."))
    assert found.content.text.startswith("the plan was")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has sent 200 police officers to Haiti, the foreign ministry reported on its website on Monday.",
        "Kenya has sent 200 police officers to Haiti, the foreign ministry said.",
        "Kenya has sent 200 police officers to Haiti, said the foreign ministry.",
    ],
)
def test_the_comma_spliced_report(said: Said, text: str) -> None:
    found = one(said(text))
    assert found.speaker_text is not None
    assert found.speaker_text.text == "the foreign ministry"
    assert found.content.text == "Kenya has sent 200 police officers to Haiti"
    assert found.form == "indirect"


def test_what_is_added_is_a_statement_of_its_own(said: Said) -> None:
    first, second = said("The envoy said the talks were difficult, adding that both sides would meet again.")
    assert (first.content.text, second.content.text) == ("the talks were difficult", "both sides would meet again")
    assert second.speaker_text is not None
    assert second.speaker_text.text == "The envoy"


def test_a_colon_gives_a_quotation_to_the_subject_whatever_the_verb(said: Said) -> None:
    found = one(said("The envoy ended with a warning: “Nobody will wait for us any longer.”"))
    assert found.speaker_text is not None
    assert found.speaker_text.text == "The envoy"
    assert found.content.text == "Nobody will wait for us any longer."


def test_a_transcript_names_its_speakers_before_a_colon(said: Said) -> None:
    text = (
        "MR. PATEL: We welcome the election of the new prime minister.\n\n"
        "QUESTION: Has the secretary called him?\n\n"
        "MR. PATEL: I have no calls to read out."
    )
    found = said(text)
    assert [s.speaker_text.text for s in found if s.speaker_text] == ["MR. PATEL", "QUESTION", "MR. PATEL"]
    assert found[2].content.text == "I have no calls to read out"
    assert all(s.form == "direct" for s in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ministers met in Oslo.",
        "Denmark wants to join the patrols.",
        "The “Spirit of Geneva” sailed on Monday.",
        "Nobody knows it.",
        # Deeds done with words are events.
        "The European Union condemned the attack on the port of Odesa.",
        "The president called for an end to the blockade.",
        "Kenya urged Sudan to lift the blockade and called on Chad to help.",
        "Peru recalled its ambassador and declined to comment.",
        "BRICS admitted six members, and they agreed to pay their share.",
        "Norway offered to host the talks.",
        "The minister did not say whether the border would be closed.",
        "Asked whether he would resign, the minister left the room.",
    ],
)
def test_no_statement_where_nobody_says_anything(said: Said, text: str) -> None:
    assert said(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        # A label of a name and a title.
        (
            "UN spokesman Stephane Dujarric: “We hope that the parties seize this opportunity.”",
            "UN spokesman Stephane Dujarric",
            "We hope that the parties seize this opportunity.",
        ),
        # The parser takes the agency for an apposition of the envoy.
        (
            "Iran has released a former deputy minister, the Mizan news agency reported on Saturday.",
            "the Mizan news agency",
            "Iran has released a former deputy minister",
        ),
        # No apposition: its second comma is missing.
        (
            "The government, Germany's Annalena Baerbock wrote, was sending “another signal”.",
            "Germany's Annalena Baerbock",
            "The government, Germany's Annalena Baerbock wrote, was sending “another signal”",
        ),
        # What the text itself adds to a saying.
        (
            "The president said that his neighbours had hired mercenaries, prompting a diplomatic row.",
            "The president",
            "his neighbours had hired mercenaries",
        ),
        (
            "Peru’s foreign ministry said it would withdraw its diplomats, a decision that Caracas called rash.",
            "Peru’s foreign ministry",
            "it would withdraw its diplomats",
        ),
        (
            "An official said that Qatar had agreed to suspend lawsuits, on condition that he not be named.",
            "An official",
            "Qatar had agreed to suspend lawsuits",
        ),
        (
            "The leaders of Guyana and Venezuela promised that neither side would use force, but failed to agree.",
            "The leaders of Guyana and Venezuela",
            "neither side would use force",
        ),
        # The closing mark is missing.
        (
            '"There is no disagreement between us, the communique reads.',
            "the communique",
            "There is no disagreement between us",
        ),
        # Words quoted in the middle of a clause.
        (
            'The spokesman said earlier that the grain deal had "de facto" ended.',
            "The spokesman",
            'the grain deal had "de facto" ended',
        ),
    ],
)
def test_where_a_content_begins_and_ends(said: Said, text: str, speaker: str, content: str) -> None:
    found = one(said(text))
    assert found.speaker_text is not None
    assert found.speaker_text.text == speaker
    assert found.content.text == content


def test_a_second_verb_of_saying_goes_on_with_the_first_speaker(said: Said) -> None:
    first, second = said("The ambassador noted that Moscow had not been consulted, and asked what had been agreed.")
    assert first.content.text == "Moscow had not been consulted"
    assert second.content.text == "what had been agreed"
    assert second.speaker_text is not None
    assert second.speaker_text.text == "The ambassador"


def test_a_press_conference_is_a_transcript_by_names(said: Said) -> None:
    text = "AFP: What is your comment?\n\nMao Ning: The dialogue went well.\n\nReuters: Will he go to Moscow?\n"
    found = said(text)
    assert [s.speaker_text.text for s in found if s.speaker_text] == ["AFP", "Mao Ning", "Reuters"]
    assert {s.form for s in found} == {"direct"}


def test_paragraphs_opened_with_other_marks_are_other_quotations(said: Said) -> None:
    text = "“There is no doubt.\n\n‘Mali is at war with nobody’, the foreign minister told reporters."
    assert [s.content.text for s in said(text)] == ["Mali is at war with nobody"]


@pytest.mark.parametrize(
    "text",
    [
        "Moldova’s gains highlighted how fast a small state can reform.",
        "More than 12,000 people are estimated to have been killed in the fighting.",
        "The date indicated above denotes the day of issue of the release.",
        "The minister left Accra with the aim of holding corrupt officials accountable.",
        "Satellite photos show the Russian troops massing near Kharkiv.",
    ],
)
def test_what_things_do_is_said_by_nobody(said: Said, text: str) -> None:
    assert said(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The report highlighted how fast prices in Malawi had risen.",
        "A survey showed that most Kenyans back the deal.",
        "Judges held that the law breached the constitution.",
    ],
)
def test_what_a_text_or_a_court_finds_is_said(said: Said, text: str) -> None:
    assert len(said(text)) == 1


def test_a_shared_view_is_told_once(said: Said) -> None:
    (view,) = said("Both ministers shared the view that Japan and Germany should work closely together.")
    assert view.cue is not None
    assert view.cue.text == "shared the view"


@pytest.mark.parametrize(
    "text",
    [
        "Egypt has not made any comment about the dam.",
        "Moldova did not elaborate on how the drones had crossed the border.",
        "The prime minister of Spain commented on the fishing dispute.",
        "The prime minister repeated his earlier remarks on the dispute.",
        "The Taliban claimed responsibility for the attack in Kabul.",
        "Sweden could impose sanctions if it finds that Belarus has forced migrants across the border.",
    ],
)
def test_topics_deeds_and_what_is_only_supposed_are_not_said(said: Said, text: str) -> None:
    assert said(text) == ()


def test_nobody_speaks_by_law(said: Said) -> None:
    (found,) = said("Kenya's foreign minister said Kenya respects religious freedom according to law.")
    assert found.content.text == "Kenya respects religious freedom according to law"
