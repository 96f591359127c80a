"""What carries a motion is the rule set's: share, more than or at least, of D or of the present."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from bench import ENTER
from builders import a_motion, a_rule_set
from congress_files import a_congress, granted
from exports import sheets
from motion_acts import AGENDA, FREE, A, a_begun_motion, a_prepared_motion, a_voted_motion
from motions_bench import motions_desk

from congress_desk.actions import motions
from congress_desk.actions.congress import edit_rules
from congress_desk.actions.people.statuses import set_status
from congress_desk.domain.motions import Hands, MotionMajority, MotionOutcome, majority_asked
from congress_desk.domain.people.person import Status
from congress_desk.domain.rules.rule_file import write_rules
from congress_desk.domain.rules.rule_set import MotionBase
from congress_desk.domain.rules.threshold import Compare, Threshold
from congress_desk.queries.congress import congress
from congress_desk.queries.motions import motion, motions_view
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.motions.sentences import minutes_sentence, motion_rules, spoken_sentence
from congress_desk.ui.desks.motions.motion_dialog import MotionDialog

TWO_THIRDS = Fraction(2, 3)
CHARTER = replace(FREE, matter="Sửa đổi Điều lệ", special=True)


def with_rules(file, **settings):
    """Give the congress rules of its own, by the act of the rules' desk."""
    rules = replace(congress(file).kept_rules or congress(file).rules, **settings)
    return granted(edit_rules(file, write_rules(rules), actor=A))


@pytest.fixture
def file(tmp_path):
    """A congress of nine, all present."""
    made = a_congress(tmp_path, people=9)
    yield made
    assert made.check() == []
    made.close()


@pytest.mark.parametrize(
    ("compare", "needed"), [(Compare.AT_LEAST, 6), (Compare.MORE, 7)], ids=["at least", "more than"]
)
def test_that_two_thirds_of_nine_are_six_at_least_and_seven_more_than(file, compare, needed):
    with_rules(file, motion_share=TWO_THIRDS, motion_compare=compare)
    assert a_begun_motion(file).needed == needed
    lost = a_voted_motion(file, Hands(in_favour=needed - 1))
    carried = a_voted_motion(file, Hands(in_favour=needed))
    assert (lost.outcome, carried.outcome) == (MotionOutcome.NOT_CARRIED, MotionOutcome.CARRIED)


def test_that_a_majority_of_those_present_is_taken_of_them(file):
    with_rules(file, motion_base=MotionBase.PRESENT)
    granted(set_status(file, (1, 2, 3, 4), Status.ABSENT, reason="", actor=A))
    begun = a_begun_motion(file)
    assert (begun.base, begun.present, begun.needed) == (5, 5, 3)


def test_that_a_base_typed_by_hand_is_read_by_the_rules_too(file):
    waiting = a_prepared_motion(file)
    by_d = granted(motions.begin_vote(file, waiting.id, base=120, present=90, actor=A))
    assert (by_d.base, by_d.needed) == (120, 61)
    with_rules(file, motion_base=MotionBase.PRESENT, motion_share=TWO_THIRDS)
    of_present = granted(motions.begin_vote(file, waiting.id, base=120, present=90, actor=A))
    assert (of_present.base, of_present.needed) == (90, 61)


def test_that_a_special_matter_needs_the_larger_majority(file):
    with_rules(file, motion_special_share=TWO_THIRDS)
    ordinary, special = a_begun_motion(file), a_begun_motion(file, CHARTER)
    assert (ordinary.needed, special.needed) == (5, 6)
    granted(motions.edit_motion(file, ordinary.id, replace(AGENDA, special=True), actor=A))
    assert motion(file, ordinary.id).needed == 6


def test_that_without_a_larger_majority_in_the_rules_no_matter_is_special(file):
    begun = a_begun_motion(file, CHARTER)
    assert begun.needed == 5
    assert not begun.majority.special


def test_that_rules_edited_later_decide_nothing_that_was_voted_on(file):
    carried = a_voted_motion(file, Hands(in_favour=5))
    with_rules(file, motion_share=TWO_THIRDS, motion_compare=Compare.AT_LEAST)
    assert motion(file, carried.id) == carried
    assert a_begun_motion(file).needed == 6
    changed = granted(
        motions.change_vote(
            file, carried.id, Hands(in_favour=6), announced_by="", reason="đếm lại", actor=A
        )
    )
    assert changed.needed == 5


def test_that_a_repeated_vote_is_of_the_same_sort(file):
    with_rules(file, motion_special_share=TWO_THIRDS)
    first = a_voted_motion(file, Hands(in_favour=5), CHARTER)
    again = granted(motions.repeat_motion(file, first.id, reason="đề nghị lại", actor=A))
    assert again.special


def test_that_putting_a_vote_off_thaws_its_majority(file):
    begun = a_begun_motion(file)
    waiting = granted(motions.put_off_vote(file, begun.id, actor=A))
    assert (waiting.majority, waiting.needed) == (None, 0)


def told(rules, majority, in_favour):
    found = a_motion(Hands(in_favour=in_favour), base=9, present=9, majority=majority)
    words = congress_wording(a_congress_of(rules))
    return minutes_sentence(found, rules, words), spoken_sentence(found, rules, words)


def a_congress_of(rules):
    return replace(sheets.CONGRESS, rules=rules)


def test_that_papers_name_the_share_as_it_is_and_its_article():
    articles = {"motion": "Điều 12 Điều lệ", "motion_special": "Điều 13 Điều lệ"}
    rules = a_rule_set("generic", articles=articles, motion_special_share=TWO_THIRDS)
    lost, _ = told(rules, majority_asked(rules, special=True), 5)
    assert lost.endswith(
        "không thông qua: cần ít nhất 6 đại biểu tán thành, bằng hai phần ba của 9 trở lên"
        " (Điều 13 Điều lệ)."
    )
    carried, _ = told(rules, majority_asked(rules, special=True), 6)
    assert "thông qua, đạt mức phải có: ít nhất hai phần ba của 9" in carried
    plain, _ = told(rules, majority_asked(rules), 5)
    assert plain.endswith("Đại hội thông qua.")
    of_present = MotionMajority(
        of=MotionBase.PRESENT, threshold=Threshold(TWO_THIRDS, Compare.MORE)
    )
    written, spoken = told(rules, of_present, 6)
    assert "số đại biểu có mặt" in written
    assert "quá hai phần ba của 9 (Điều 12 Điều lệ)" in written
    assert "đại biểu có mặt tán thành" in spoken


def test_that_the_list_of_votes_says_what_the_rules_ask():
    rules = a_rule_set(
        "generic",
        articles={},
        motion_base=MotionBase.PRESENT,
        motion_share=TWO_THIRDS,
        motion_compare=Compare.AT_LEAST,
        motion_special_share=Fraction(3, 4),
    )
    said = motion_rules(rules, congress_wording(a_congress_of(rules)))
    assert "khi có ít nhất hai phần ba số đại biểu có mặt tán thành" in said
    assert "mức cao hơn được thông qua khi có ít nhất ba phần tư" in said


def test_that_the_desk_shows_the_rule_and_offers_the_larger_majority(qtbot, tmp_path):
    def prepare(file):
        with_rules(file, motion_special_share=TWO_THIRDS)
        a_prepared_motion(file, CHARTER)

    with motions_desk(tmp_path, qtbot, prepare) as bench:
        bench.press(ENTER)
        assert bench.text("motionNeeded") == "6"
        bench.press("5")
        assert bench.text("motionVerdict") == "Không thông qua"
        assert "cần ít nhất 6, ít nhất 2/3" in bench.text("motionGround")
        dialog = MotionDialog(bench.desk._acts, bench.ask(motions_view), None, bench.desk)
        assert [dialog.editors["special"].widget.itemText(i) for i in range(2)] == [
            "quá 1/2",
            "ít nhất 2/3",
        ]
        dialog.close()
