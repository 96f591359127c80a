"""Motions of a company: carried by shares, of whoever holds them or votes for them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from congress_files import code_of, granted
from motion_acts import AGENDA, FREE, a_begun_motion, a_prepared_motion
from share_acts import a_company, absent

from congress_desk.actions.congress import edit_rules
from congress_desk.actions.motions import (
    begin_vote,
    change_vote,
    edit_motion,
    put_off_vote,
    record_vote,
    repeat_motion,
)
from congress_desk.actions.people.statuses import set_status
from congress_desk.domain.motions import (
    Cast,
    Hands,
    MotionOutcome,
    check_base,
    check_hands,
)
from congress_desk.domain.people.person import Status
from congress_desk.domain.rules.rule_file import write_rules
from congress_desk.domain.rules.rule_set import MotionBase
from congress_desk.domain.rules.threshold import Compare
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.journal import head
from congress_desk.queries.motions import motion, motions_view
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.motions.motions_list import motions_list
from congress_desk.reports.motions.sentences import minutes_sentence, spoken_sentence
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.second_journal import SUFFIX
from congress_desk.storage.opening import open_file
from congress_desk.storage.recovery import recover

A = "Thư ký"
CHARTER = replace(FREE, matter="Sửa đổi Điều lệ công ty", special=True)


@pytest.fixture
def file(tmp_path):
    """Holders 1–6 with 6,000 shares; number 4, who is away, is represented by number 2."""
    file = a_company(tmp_path / "ct.congress")
    absent(file, 4)
    return file


def recorded(file: CongressFile, draft, in_favour: int, against: int = 0, other: int = 0):
    begun = a_begun_motion(file, draft)
    hands = Hands(in_favour=in_favour, against=against, other=other)
    return granted(record_vote(file, begun.id, hands, actor=A))


def only_who_votes(file: CongressFile) -> None:
    rules = replace(congress(file).rules, motion_base=MotionBase.SHARES_VOTED)
    granted(edit_rules(file, write_rules(rules), actor=A))


def said(file: CongressFile, found) -> str:
    whole = congress(file)
    return minutes_sentence(found, whole.rules, congress_wording(whole))


def test_that_the_law_asks_for_more_than_half_and_for_65_per_cent(file):
    rules = congress(file).rules
    assert rules.motion_base is MotionBase.SHARES
    ordinary, special = rules.motion_majority(), rules.motion_majority(special=True)
    assert (ordinary.share, ordinary.compare) == (Fraction(1, 2), Compare.MORE)
    assert (special.share, special.compare) == (Fraction(65, 100), Compare.AT_LEAST)
    assert rules.articles["motion"] == "Điều 148.2"
    assert rules.articles["motion_special"] == "Điều 148.1"


def test_that_a_vote_freezes_the_shares_present_with_who_votes_them(file):
    begun = a_begun_motion(file)
    assert (begun.base, begun.present, begun.needed) == (6_000, 6_000, 3_001)
    assert begun.by_shares and not begun.by_holder
    assert {v.person_id: v.shares for v in begun.share_votes} == {
        1: 1_000, 2: 2_500, 3: 500, 5: 500, 6: 1_500,
    }  # fmt: skip


def test_that_shares_of_who_is_away_without_a_proxy_are_not_counted(file):
    absent(file, 6)
    assert a_begun_motion(file).base == 4_500
    assert motions_view(file).hall.convened == 6_000


@pytest.mark.parametrize(
    ("in_favour", "outcome"), [(3_000, MotionOutcome.NOT_CARRIED), (3_001, MotionOutcome.CARRIED)]
)
def test_that_exactly_half_of_the_shares_does_not_carry(file, in_favour, outcome):
    found = recorded(file, FREE, in_favour, 6_000 - in_favour)
    assert found.outcome is outcome


@pytest.mark.parametrize(
    ("in_favour", "outcome"), [(3_899, MotionOutcome.NOT_CARRIED), (3_900, MotionOutcome.CARRIED)]
)
def test_that_exactly_65_per_cent_carries_a_special_matter(file, in_favour, outcome):
    found = recorded(file, CHARTER, in_favour, 6_000 - in_favour)
    assert (found.needed, found.outcome) == (3_900, outcome)


def test_that_few_hands_with_many_shares_carry(file):
    begun = a_begun_motion(file)
    casts = {2: Cast.IN_FAVOUR, 6: Cast.IN_FAVOUR, 1: Cast.AGAINST, 3: Cast.AGAINST, 5: Cast.OTHER}
    hands = Hands(in_favour=4_000, against=1_500, other=500)
    found = granted(record_vote(file, begun.id, hands, casts=casts, actor=A))
    assert found.outcome is MotionOutcome.CARRIED and found.by_holder
    assert {v.person_id: v.cast for v in found.share_votes} == casts


def test_that_totals_must_be_those_of_the_holders(file):
    begun = a_begun_motion(file)
    before = len(file.journal_lines())
    casts = {2: Cast.IN_FAVOUR}
    refused = record_vote(file, begun.id, Hands(in_favour=2_000), casts=casts, actor=A)
    assert code_of(refused) == "motion_holders_differ"
    nobody = record_vote(file, begun.id, Hands(in_favour=500), casts={4: Cast.OTHER}, actor=A)
    assert code_of(nobody) == "motion_holder_unknown"
    assert len(file.journal_lines()) == before
    assert motion(file, begun.id) == begun


def test_that_more_shares_than_are_present_are_refused(file):
    begun = a_begun_motion(file)
    refused = record_vote(file, begun.id, Hands(in_favour=6_000, against=1), actor=A)
    assert code_of(refused) == "motion_too_many_shares"


@pytest.mark.parametrize("typed", [-1, 1_000_000_000_001])
def test_that_shares_that_cannot_be_are_refused(typed):
    refused = check_hands(Hands(in_favour=typed), 6_000, MotionBase.SHARES)
    assert refused is not None and refused.first.code == "motion_number_wrong"


@pytest.mark.parametrize(
    ("base", "present", "code"),
    [
        (0, 0, "motion_shares_wrong"),
        (10**12 + 1, 5, "motion_shares_wrong"),
        (6_000, 6_001, "motion_shares_present_wrong"),
        (6_000, 0, "motion_shares_present_wrong"),
        (200_000, 150_000, ""),
    ],
)
def test_that_shares_typed_by_hand_are_checked(base, present, code):
    refused = check_base(base, present, MotionBase.SHARES)
    assert (refused.first.code if refused else "") == code


def test_that_a_holder_who_came_beside_their_proxy_stops_the_vote(file):
    granted(set_status(file, [4], Status.PRESENT, reason="", actor=A))
    prepared = a_prepared_motion(file, FREE)
    assert code_of(begin_vote(file, prepared.id, actor=A)) == "holder_votes_twice"
    assert not motion(file, prepared.id).begun


def test_that_nobody_with_shares_present_stops_the_vote(file):
    absent(file, 1, 2, 3, 5, 6)
    prepared = a_prepared_motion(file, FREE)
    assert code_of(begin_vote(file, prepared.id, actor=A)) == "shares_nobody_present"
    by_hand = granted(begin_vote(file, prepared.id, base=9_000, present=7_000, actor=A))
    assert (by_hand.base, by_hand.present, by_hand.share_votes) == (7_000, 7_000, ())


def test_that_of_shares_that_voted_the_silent_ones_do_not_count(file):
    only_who_votes(file)
    found = recorded(file, FREE, 2_000, 1_500)
    assert (found.base, found.present, found.silent) == (3_500, 6_000, 2_500)
    assert (found.needed, found.outcome, found.percent) == (1_751, MotionOutcome.CARRIED, "57.14")
    silent = a_begun_motion(file, AGENDA)
    refused = record_vote(file, silent.id, Hands(in_favour=0), actor=A)
    assert code_of(refused) == "motion_nobody_voted"


def test_that_a_correction_moves_the_shares_that_voted(file):
    only_who_votes(file)
    found = recorded(file, FREE, 2_000, 1_500)
    after = granted(
        change_vote(
            file, found.id, Hands(in_favour=2_000, against=2_500), announced_by="",
            reason="ghi nhầm", actor=A,
        )
    )  # fmt: skip
    assert (after.base, after.outcome) == (4_500, MotionOutcome.NOT_CARRIED)


def test_that_what_was_entered_by_holder_is_corrected_by_holder(file):
    begun = a_begun_motion(file)
    every = {vote.person_id: Cast.IN_FAVOUR for vote in begun.share_votes}
    granted(record_vote(file, begun.id, Hands(in_favour=6_000), casts=every, actor=A))
    less = Hands(in_favour=5_000, against=1_000)
    named = {"announced_by": "", "reason": "nghe nhầm", "actor": A}
    refused = change_vote(file, begun.id, less, **named)
    assert code_of(refused) == "motion_change_by_holder"
    after = granted(change_vote(file, begun.id, less, casts=every | {1: Cast.AGAINST}, **named))
    assert after.hands == less and after.share_votes[0].cast is Cast.AGAINST


def test_that_a_vote_put_off_or_repeated_freezes_the_shares_anew(file):
    begun = a_begun_motion(file)
    granted(put_off_vote(file, begun.id, actor=A))
    assert motion(file, begun.id).share_votes == ()
    absent(file, 6)
    granted(begin_vote(file, begun.id, actor=A))
    granted(record_vote(file, begun.id, Hands(in_favour=4_500), actor=A))
    again = granted(repeat_motion(file, begun.id, reason="khiếu nại", actor=A))
    assert not again.by_shares and again.share_votes == ()


def test_that_the_sentences_name_votes_and_not_people(file):
    found = recorded(file, CHARTER, 4_000, 1_000, 500)
    assert said(file, found) == (
        "Sửa đổi Điều lệ công ty: tán thành 4.000/6.000 phiếu biểu quyết, đạt 66,67% tổng số phiếu"
        " biểu quyết dự họp; không tán thành 1.000; không có ý kiến 500; không biểu"
        " quyết 500. Đại hội thông qua, đạt mức phải có: từ 65% của 6.000, tức từ 3.900 phiếu biểu"
        " quyết tán thành trở lên (Điều 148.1)."
    )
    lost = recorded(file, FREE, 3_000, 3_000)
    assert said(file, lost).endswith(
        "Đại hội không thông qua: cần ít nhất 3.001 phiếu biểu quyết tán thành, quá 50% của 6.000"
        " (Điều 148.2)."
    )
    whole = congress(file)
    spoken = spoken_sentence(lost, whole.rules, congress_wording(whole))
    assert "phiếu biểu quyết" in spoken and "người" not in spoken


def test_that_the_printed_list_names_who_was_not_in_favour(file):
    begun = a_begun_motion(file)
    casts = dict.fromkeys((2, 3, 5, 6), Cast.IN_FAVOUR) | {1: Cast.AGAINST}
    hands = Hands(in_favour=5_000, against=1_000)
    granted(record_vote(file, begun.id, hands, casts=casts, actor=A))
    whole, view = congress(file), motions_view(file)
    paper = motions_list(whole, view.motions, head(file))
    text = repr(paper.blocks)
    name = next(v.name for v in begun.share_votes if v.person_id == 1)
    assert f"không tán thành: {name} (1.000)" in text
    assert "Phiếu biểu quyết dự họp" in text and "giơ tay" not in text


def test_that_presence_knows_shares_where_only_motions_count_them(tmp_path):
    file = a_company(tmp_path / "hoi.congress")
    rules = replace(congress(file).rules, motion_base=MotionBase.PRESENT)
    granted(edit_rules(file, write_rules(rules), actor=A))
    assert presence(file).shares == 6_000
    assert a_begun_motion(file, FREE).share_votes == ()


def test_that_a_motion_begun_by_cards_stays_one_when_it_is_worded_anew(file):
    rules = congress(file).rules
    cards = replace(rules, motion_base=MotionBase.PRESENT)
    granted(edit_rules(file, write_rules(cards), actor=A))
    begun = a_begun_motion(file, FREE)
    granted(edit_rules(file, write_rules(rules), actor=A))
    after = granted(edit_motion(file, begun.id, CHARTER, actor=A))
    assert not after.by_shares and (after.base, after.needed) == (5, 4)


def test_that_votes_by_holder_come_back_from_the_second_journal(file, tmp_path):
    begun = a_begun_motion(file)
    casts = dict.fromkeys((1, 2, 3, 5, 6), Cast.IN_FAVOUR) | {3: Cast.OTHER}
    hands = Hands(in_favour=5_500, other=500)
    granted(record_vote(file, begun.id, hands, casts=casts, actor=A))
    wanted = motion(file, begun.id)
    file.close()
    journal = file.path.with_name(file.path.name + SUFFIX)
    granted(recover(journal, tmp_path / "lai.congress"))
    again = granted(open_file(tmp_path / "lai.congress"))
    assert motion(again, begun.id) == wanted and again.check() == []
    again.close()
