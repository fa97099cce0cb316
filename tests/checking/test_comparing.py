"""One text against itself, and two reports of the same thing."""

from __future__ import annotations

from tests.checking.conftest import Checked

from memcon.checking import compare_records, slips


def test_two_days_for_one_act_in_one_text(checked: Checked) -> None:
    record = checked(
        "Kosovo was recognised by Norway on March 28, 2008. The embassy opened later. "
        "Norway recognised Kosovo on April 2, 2008, the ministry said."
    )
    days = {f.start: f.check for f in record.facts if f.relation == "recognized"}
    assert set(days) == {"2008-03-28", "2008-04-02"}
    assert all(c is not None and c.verdict == "disputed" for c in days.values())
    first = days["2008-03-28"]
    assert first is not None
    assert "the same text also says 2 April 2008" in first.why


def test_a_true_day_stays_supported_beside_a_wrong_one(checked: Checked) -> None:
    record = checked(
        "Estonia was admitted to the United Nations on September 17, 1991. "
        "Estonia has been a member of the United Nations since October 2, 2001."
    )
    verdicts = [f.check.verdict for f in record.facts if f.check]
    assert verdicts == ["supported", "contradicted"]
    assert "the same text also says 2 October 2001" in (record.facts[0].check.why if record.facts[0].check else "")


def test_leaving_and_coming_back_are_two_days_of_two_acts(checked: Checked) -> None:
    record = checked(
        "Gambia joined the Commonwealth in 1965, withdrew from the Commonwealth in October 2013 "
        "and rejoined the Commonwealth on February 8, 2018."
    )
    assert not [f for f in record.facts if f.check and "same text" in f.check.why]


def test_a_weekday_that_does_not_fit(checked: Checked) -> None:
    (slip,) = slips(checked("The treaty was signed on Friday, March 2, 1992."))
    assert slip.why == "2 March 1992 was a Monday, not a Friday"


def test_two_reports_that_differ(checked: Checked) -> None:
    one = checked("Lithuania joined NATO on March 29, 2004.")
    other = checked("Lithuania, which became a member of NATO on May 1, 2004, opposed the plan.")
    (found,) = compare_records(one, other)
    assert found.outcome == "differs"
    assert found.why == "the first says 29 March 2004, the second 1 May 2004"
    assert (found.first.relation, found.second.relation) == ("acceded_to", "member_of")


def test_two_reports_that_agree_or_tell_it_more_exactly(checked: Checked) -> None:
    day = checked("Bulgaria and Estonia established diplomatic relations on September 10, 1991.")
    turned = checked("Estonia established diplomatic relations with Bulgaria on 10 September 1991.")
    year = checked("Bulgaria established diplomatic relations with Estonia in 1991.")
    assert [c.outcome for c in compare_records(day, turned)] == ["agrees"]
    assert [c.outcome for c in compare_records(day, year)] == ["finer"]


def test_what_one_says_and_the_other_denies(checked: Checked) -> None:
    one, other = checked("Spain recognised Kosovo."), checked("Spain does not recognise Kosovo.")
    assert [c.outcome for c in compare_records(one, other)] == ["differs"]


def test_two_terms_of_one_person_are_no_difference(checked: Checked) -> None:
    one = checked("Shinzo Abe became prime minister of Japan on September 26, 2006.")
    other = checked("Shinzo Abe became prime minister of Japan on December 26, 2012.")
    assert compare_records(one, other) == ()


def test_different_things_are_not_compared(checked: Checked) -> None:
    one, other = checked("Poland joined NATO in 1999."), checked("Poland joined the European Union in 2004.")
    assert compare_records(one, other) == ()
