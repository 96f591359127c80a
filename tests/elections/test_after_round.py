"""What may be decided after a round, what was, and where the election then stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import a_congress, an_election, code_of, granted
from elections_after_round import (
    A,
    decide,
    declare,
    elected_names,
    enter_votes,
    hold,
    of,
    of_paper,
    open_next,
)

from congress_desk.actions.elections.decisions import (
    propose_decision,
    record_lot,
    take_back_decision,
)
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.lists import edit_election
from congress_desk.actions.elections.rounds import cancel_round, prepare_round
from congress_desk.actions.elections.superior import annul_round, appoint
from congress_desk.actions.motions import change_vote
from congress_desk.actions.nomination.later_names import add_later_name, remove_later_name
from congress_desk.domain.decisions.decision import DecisionKind, DecisionOrgan, DecisionState
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.round import Accounting, RoundCause, RoundKind
from congress_desk.domain.elections.stages import Stage
from congress_desk.domain.motions import Hands
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.queries.elections.course import election_course, what_may_follow
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.ui.desks.elections.decisions.view import after_view
from congress_desk.ui.desks.elections.decisions.words import (
    choice_sentence,
    motion_words,
    tie_words,
)
from congress_desk.ui.desks.elections.lists.election_view import election_view
from congress_desk.ui.desks.elections.result.words import next_sentences

SUPERIOR = {
    "organ": DecisionOrgan.SUPERIOR,
    "document": "12-QĐ/QU",
    "document_date": "2026-11-30",
    "issued_by": "Ban Thường vụ Quận ủy",
    "first": "Trần A B",
    "second": "Lê C D",
    "reason": "vi phạm nguyên tắc bầu cử",
    "actor": A,
}


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path, an_election("BCH", 4, 3), people=20)
    yield file
    assert file.check() == []
    assert recount_problems(file) == []
    file.close()


def ways(file, code="BCH"):
    found = what_may_follow(file, of(file, code).id)
    return (
        [choice.kind.value for choice in found.choices],
        [forbidden.code for forbidden in found.forbidden],
    )


def course(file, code="BCH"):
    return election_course(file, of(file, code).id)


def short(file, code="BCH"):
    """Two of three are elected: 20 and 18 of 20; 9 and 10 are no majority."""
    return hold(file, code, [20, 18, 9, 10], 20)


def kind_is(file, kind, code="BCH"):
    found = of(file, code)
    granted(edit_election(file, found.id, title=found.title, seats=found.seats, kind=kind, actor=A))


def test_that_a_short_committee_may_vote_again_lower_the_number_or_leave_open(file):
    short(file)
    assert ways(file) == (
        ["next_round", "new_names", "lower_number", "leave_open"],
        ["take_highest", "sealed", "lot_or_older"],
    )
    choices = {c.kind: c for c in what_may_follow(file, of(file, "BCH").id).choices}
    assert choices[DecisionKind.NEXT_ROUND].seats == 1
    assert [c.name for c in choices[DecisionKind.NEXT_ROUND].names] == [
        "Lê Minh Châu",
        "Phạm Quốc Dũng",
    ]
    assert choices[DecisionKind.LOWER_NUMBER].seats == 2
    assert choices[DecisionKind.NEW_NAMES].article == "Điều 14"


def test_that_nothing_is_decided_before_the_motion_is_carried(file):
    short(file)
    lost = decide(file, "BCH", DecisionKind.LEAVE_OPEN, people=20, in_favour=10)
    assert lost.state is DecisionState.REJECTED
    assert not course(file).complete
    waiting = granted(
        propose_decision(
            file, of(file, "BCH").id, DecisionKind.LEAVE_OPEN, matter="Để khuyết 1", actor=A
        )
    )
    assert waiting.state is DecisionState.PROPOSED
    assert course(file).proposed == waiting
    second = propose_decision(
        file, of(file, "BCH").id, DecisionKind.NEXT_ROUND, matter="Bầu tiếp", actor=A
    )
    assert code_of(second) == "decision_waits"
    taken = granted(take_back_decision(file, waiting.id, reason="đổi ý", actor=A))
    assert taken.state is DecisionState.TAKEN_BACK
    assert taken.motion is not None and taken.motion.state.value == "cancelled"


def test_that_posts_left_open_end_the_election_and_are_said(file):
    short(file)
    decided = decide(file, "BCH", DecisionKind.LEAVE_OPEN, people=20)
    assert decided.stands and course(file).complete and course(file).open_seats == 1
    assert election_view(file, of(file, "BCH").id).stage is Stage.COMPLETE
    assert code_of(next_round(file, of(file, "BCH").id)) == "election_complete"
    assert ways(file) == ([], [])


def test_that_a_lower_number_makes_the_election_complete(file):
    short(file)
    decide(file, "BCH", DecisionKind.LOWER_NUMBER, people=20)
    assert (course(file).seats, course(file).open_seats, course(file).complete) == (2, 0, True)


def test_that_the_number_is_never_below_those_elected_nor_as_before(file):
    short(file)
    for wrong in (1, 3):
        refused = propose_decision(
            file,
            of(file, "BCH").id,
            DecisionKind.LOWER_NUMBER,
            matter="Giảm số lượng",
            seats=wrong,
            actor=A,
        )
        assert code_of(refused) == "lower_number_wrong"


def test_that_a_second_round_rests_on_its_decision(file):
    short(file)
    decided = decide(file, "BCH", DecisionKind.NEXT_ROUND, people=20)
    plan = granted(next_round(file, of(file, "BCH").id))
    assert (plan.kind, plan.cause, plan.seats) == (RoundKind.AGAIN, RoundCause.SHORT, 1)
    assert plan.permission == decided and not plan.decision_missing
    second = hold(file, "BCH", [12, 8], 20)
    assert second.round.decision_id == decided.id and second.round.number == 2
    assert second.round.is_voted
    assert "round_without_decision" not in {f.code for f in second.findings}
    assert elected_names(file, "BCH") == ["Ngô An", "Trần Thị Bình", "Lê Minh Châu"]
    assert course(file).complete


def test_that_the_congress_decides_for_how_many_a_further_round_is_held(file):
    hold(file, "BCH", [20, 9, 9, 9], 20)
    again, number = DecisionKind.NEXT_ROUND, of(file, "BCH").id
    refused = propose_decision(file, number, again, matter="Bầu 3", seats=3, actor=A)
    assert code_of(refused) == "round_seats_wrong"
    decide(file, "BCH", again, people=20, seats=1)
    plan = granted(next_round(file, number))
    assert (plan.seats, plan.open_posts, len(plan.candidates)) == (1, 2, 3)


def test_that_a_second_round_is_never_for_more_posts_than_it_has_names(file):
    hold(file, "BCH", [20, 3, 4, 5], 20)
    decide(file, "BCH", DecisionKind.NEXT_ROUND, people=20)
    one = [of(file, "BCH").candidates[1].id]
    figures = Accounting(convened=20, present=20)
    asked = {"accounting": figures, "by_hand": True, "candidate_ids": one}
    number = of(file, "BCH").id
    assert code_of(prepare_round(file, number, **asked)) == "round_seats_above_names"
    second = hold(file, "BCH", [15], 20, names=one, seats=1)
    assert (second.round.seats, second.result.outcome.value) == (1, "complete")
    told = "Số còn phải bầu là 2; lần này bầu 1, phần còn lại đại hội quyết định sau."
    assert told in of_paper(file, "counting-minutes", second.round.id)
    assert (course(file).open_seats, course(file).complete) == (1, False)
    assert ways(file)[0] == ["next_round", "new_names", "lower_number", "leave_open"]


def test_that_fewer_names_than_alternates_are_voted_on_for_as_many_as_there_are(tmp_path):
    file = a_congress(tmp_path, an_election("DB", 4, 2), people=20)
    found, kind = of(file, "DB"), ElectionKind.DELEGATES
    wanted = {"title": found.title, "seats": 2, "kind": kind, "alternates": 3}
    granted(edit_election(file, found.id, **wanted, actor=A))
    hold(file, "DB", [20, 18, 1, 1], 20)
    choices = {c.kind: c for c in what_may_follow(file, of(file, "DB").id).choices}
    assert choices[DecisionKind.VOTE_SEPARATELY].seats == 2
    view, left = after_view(file, of(file, "DB").id), choices[DecisionKind.LEAVE_OPEN]
    assert "đã có 0/3 dự khuyết, còn thiếu 3" in choice_sentence(left, view)
    assert "còn thiếu 3 so với số lượng 3" in motion_words(left, view)
    decide(file, "DB", DecisionKind.VOTE_SEPARATELY, people=20)
    plan = granted(next_round(file, of(file, "DB").id))
    assert (plan.seats, plan.open_posts, len(plan.candidates)) == (2, 3, 2)
    third = hold(file, "DB", [12, 11], 20)
    told = "Số còn phải bầu là 3; lần này bầu 2"
    assert told in of_paper(file, "counting-minutes", third.round.id)
    assert (len(course(file, "DB").alternates), course(file, "DB").open_alternates) == (2, 1)
    assert ways(file, "DB")[0] == ["leave_open"]
    file.close()


def test_that_a_second_round_without_a_decision_is_held_and_said(file):
    short(file)
    assert granted(next_round(file, of(file, "BCH").id)).decision_missing
    second = hold(file, "BCH", [12, 8], 20)
    assert "round_without_decision" in {f.code for f in second.findings}
    assert not second.round.is_voted


def test_that_a_decision_a_round_rests_on_is_not_taken_back(file):
    short(file)
    decided = decide(file, "BCH", DecisionKind.NEXT_ROUND, people=20)
    found = open_next(file, "BCH", 20)
    refused = take_back_decision(file, decided.id, reason="nhầm", actor=A)
    assert code_of(refused) == "decision_used"
    granted(cancel_round(file, found.id, reason="mở nhầm", actor=A))
    granted(take_back_decision(file, decided.id, reason="nhầm", actor=A))
    assert ways(file)[0][0] == "next_round"


def test_that_new_names_stand_where_the_congress_voted_for_them(file):
    short(file)
    early = decide(file, "BCH", DecisionKind.NEXT_ROUND, people=20)
    refused = add_later_name(file, early.id, Candidate(name="Người Mới"), actor=A)
    assert code_of(refused) == "new_names_not_decided"
    granted(take_back_decision(file, early.id, reason="cần thêm người", actor=A))
    decided = decide(file, "BCH", DecisionKind.NEW_NAMES, people=20)
    for name in ("Người Mới", "Bùi Bộ"):
        granted(add_later_name(file, decided.id, Candidate(name=name), actor=A))
    twice = add_later_name(file, decided.id, Candidate(name="Ngô An", born="1970"), actor=A)
    assert code_of(twice) == "candidate_twice"
    plan = granted(next_round(file, of(file, "BCH").id))
    names = [candidate.name for candidate in plan.candidates]
    assert set(names) == {"Lê Minh Châu", "Phạm Quốc Dũng", "Người Mới", "Bùi Bộ"}
    added = {c.name: c.id for c in plan.candidates}
    granted(remove_later_name(file, added["Bùi Bộ"], actor=A))
    held = hold(file, "BCH", [5, 15], 20, names=[added["Phạm Quốc Dũng"], added["Người Mới"]])
    assert [c.candidate.name for c in held.result.candidates][1] == "Người Mới"
    assert elected_names(file, "BCH")[-1] == "Người Mới"
    too_late = add_later_name(file, decided.id, Candidate(name="Muộn Rồi"), actor=A)
    assert code_of(too_late) == "new_names_too_late"
    assert code_of(remove_later_name(file, added["Người Mới"], actor=A)) == "candidate_has_stood"
    assert len(of(file, "BCH").candidates) == 4


def tie(file):
    """One is elected with 20; three share 13 each and two seats."""
    return hold(file, "BCH", [20, 13, 13, 13], 20)


def test_that_a_first_tie_is_voted_on_again_and_nothing_else(file):
    tie(file)
    assert ways(file) == (["revote"], ["lot_or_older", "sealed"])
    plan = granted(next_round(file, of(file, "BCH").id))
    assert (plan.kind, plan.seats, plan.decision_missing) == (RoundKind.TIE, 2, False)


def second_tie(file):
    tie(file)
    return hold(file, "BCH", [20, 10, 10], 20)


def test_that_a_second_tie_is_the_congress_s_to_decide(file):
    second_tie(file)
    assert elected_names(file, "BCH") == ["Ngô An", "Trần Thị Bình"]
    assert ways(file)[0] == ["revote", "older", "lot", "lower_number", "leave_open"]
    assert granted(next_round(file, of(file, "BCH").id)).decision_missing


def test_that_the_older_takes_the_seat_where_the_congress_says_so(file):
    second_tie(file)
    decided = decide(file, "BCH", DecisionKind.OLDER, people=20)
    assert [p.name for p in decided.people] == ["Lê Minh Châu"]  # born 1972, the other 1973
    assert elected_names(file, "BCH") == ["Ngô An", "Trần Thị Bình", "Lê Minh Châu"]
    last = course(file).elected[-1]
    assert (last.votes, last.decision) == (10, decided)
    assert course(file).complete
    assert election_view(file, of(file, "BCH").id).stage is Stage.COMPLETE


def test_that_a_lot_is_drawn_after_the_vote_by_somebody_and_before_two(file):
    second_tie(file)
    decided = decide(file, "BCH", DecisionKind.LOT, people=20)
    assert code_of(next_round(file, of(file, "BCH").id)) == "lot_not_drawn"
    assert ways(file) == ([], [])
    tied = course(file).last.tied
    two = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch", "actor": A}
    none = record_lot(file, decided.id, [], drawn_by="Vũ Ê", **two)
    assert code_of(none) == "lot_names_wrong"
    nobody = record_lot(file, decided.id, [tied[1].id], drawn_by=" ", **two)
    assert code_of(nobody) == "lot_drawn_by_missing"
    drawn = granted(record_lot(file, decided.id, [tied[1].id], drawn_by="Vũ Ê", **two))
    assert (drawn.drawn_by, [p.name for p in drawn.people]) == ("Vũ Ê", ["Phạm Quốc Dũng"])
    again = record_lot(file, decided.id, [tied[0].id], drawn_by="Vũ Ê", **two)
    assert code_of(again) == "lot_drawn_already"
    assert elected_names(file, "BCH")[-1] == "Phạm Quốc Dũng" and course(file).complete


def test_that_a_third_vote_among_the_tied_rests_on_a_decision(file):
    second_tie(file)
    decided = decide(file, "BCH", DecisionKind.REVOTE, people=20)
    third = hold(file, "BCH", [11, 9], 20)
    assert (third.round.decision_id, third.round.number) == (decided.id, 3)
    assert "round_without_decision" not in {f.code for f in third.findings}
    assert course(file).complete


def test_that_the_number_of_delegates_is_never_lowered(tmp_path):
    file = a_congress(tmp_path, an_election("DB", 4, 3), people=20)
    kind_is(file, ElectionKind.DELEGATES, "DB")
    short(file, "DB")
    kinds, forbidden = ways(file, "DB")
    assert kinds == ["next_round"]
    assert {"number_from_above", "new_delegates_early"} <= set(forbidden)
    decide(file, "DB", DecisionKind.NEXT_ROUND, people=20)
    hold(file, "DB", [10, 10], 20)
    assert ways(file, "DB")[0] == ["next_round", "new_names", "leave_open"]
    file.close()


def test_that_what_the_limit_of_rounds_forbids_is_not_offered(tmp_path):
    file = a_congress(tmp_path, an_election("BCH", 4, 3), rule_set_id="doan-tncs", people=20)
    hold(file, "BCH", [20, 18, 9, 10], 20, reason="đại hội đồng ý")
    decide(file, "BCH", DecisionKind.NEXT_ROUND, people=20)
    hold(file, "BCH", [10, 10], 20, reason="đại hội đồng ý")
    kinds, forbidden = ways(file)
    assert kinds == ["lower_number", "leave_open"] and forbidden[0] == "rounds_used_up"
    assert code_of(next_round(file, of(file, "BCH").id)) == "rounds_used_up"
    file.close()


def test_that_a_planned_secretary_not_elected_is_reported_upward(tmp_path):
    file = a_congress(tmp_path, an_election("BT", 1, 1), people=20)
    kind_is(file, ElectionKind.SECRETARY, "BT")
    hold(file, "BT", [10], 20)
    kinds, forbidden = ways(file, "BT")
    assert kinds == ["report_superior", "next_round", "new_names"]
    assert {"one_post", "take_highest"} <= set(forbidden)
    assert "lower_number" not in kinds
    decide(file, "BT", DecisionKind.REPORT_SUPERIOR, people=20)
    assert election_view(file, of(file, "BT").id).stage is Stage.STOPPED
    assert code_of(next_round(file, of(file, "BT").id)) == "election_stopped"
    decide(file, "BT", DecisionKind.NEXT_ROUND, people=20)
    hold(file, "BT", [15], 20)
    assert course(file, "BT").complete
    file.close()


def test_that_one_seat_left_of_a_committee_is_no_secretary(file):
    short(file)
    assert "report_superior" not in ways(file)[0]


def test_that_the_superior_appoints_instead_of_a_vote(file):
    found = of(file, "BCH").id
    document = {"document_date": "2026-11-20", "issued_by": "Quận ủy", "actor": A}
    nothing = appoint(file, found, ["Lê Minh Châu"], document="", **document)
    assert code_of(nothing) == "document_missing"
    many = appoint(file, found, ["A B", "C D", "E F", "G H"], document="9-QĐ/QU", **document)
    assert code_of(many) == "appointed_too_many"
    twice = appoint(file, found, ["A B", "a b"], document="9-QĐ/QU", **document)
    assert code_of(twice) == "appointed_names_wrong"
    names = ["Lê Minh Châu", "Ngoài Danh Sách", "Vũ Ê"]
    granted(appoint(file, found, names, document="9-QĐ/QU", **document))
    assert elected_names(file, "BCH") == names and course(file).complete
    assert code_of(next_round(file, found)) == "election_appointed"


def test_that_an_annulled_round_stays_and_is_voted_on_again(file):
    first = short(file)
    two = {**SUPERIOR, "second": "trần a b"}
    assert code_of(annul_round(file, first.round.id, **two)) == "two_names_needed"
    assert code_of(annul_round(file, first.round.id, **SUPERIOR | {"reason": " "})) == (
        "reason_missing"
    )
    annulled = granted(annul_round(file, first.round.id, **SUPERIOR))
    assert annulled.article == "Điều 33"
    assert elected_names(file, "BCH") == []
    assert election_view(file, of(file, "BCH").id).stage is Stage.ANNULLED
    assert ways(file) == ([], [])
    assert code_of(annul_round(file, first.round.id, **SUPERIOR)) == "round_annulled"
    plan = granted(next_round(file, of(file, "BCH").id))
    assert (plan.kind, plan.cause, plan.seats) == (RoundKind.FIRST, RoundCause.ANNULLED, 3)
    assert len(plan.candidates) == 4
    second = hold(file, "BCH", [20, 18, 12, 9], 20)
    assert (second.round.number, second.round.follows) == (2, first.round.id)
    assert course(file).complete and len(elected_names(file, "BCH")) == 3
    kept = round_sheet(file, first.round.id)
    assert kept.result.elected == (1, 2)
    assert "round_annulled" in {f.code for f in kept.findings}
    assert len(rounds(file, of(file, "BCH").id)) == 2


def test_that_only_the_newest_declared_round_is_annulled(file):
    found = open_next(file, "BCH", 20)
    assert code_of(annul_round(file, found.id, **SUPERIOR)) == "round_not_declared"
    enter_votes(file, found, [20, 18, 9, 10])
    first = declare(file, found)
    hold(file, "BCH", [12, 8], 20)
    assert code_of(annul_round(file, first.round.id, **SUPERIOR)) == "round_not_last"
    assert code_of(annul_round(file, 999, **SUPERIOR)) == "round_unknown"


def test_that_a_vote_among_the_tied_that_needs_the_majority_says_so(file):
    sheet = tie(file)
    assert "quá bán" not in next_sentences(sheet)[0].text
    rules = replace(sheet.congress.rules, tie_revote_needs_majority=True)
    strict = replace(sheet, congress=replace(sheet.congress, rules=rules))
    assert "nhiều phiếu hơn và quá bán" in next_sentences(strict)[0].text
    assert "phải quá bán" in tie_words(rules)
    assert "không cần quá bán" in tie_words(sheet.congress.rules)


def test_that_a_vote_corrected_afterwards_takes_the_decision_of_a_round_away_and_says_so(file):
    short(file)
    decided = decide(file, "BCH", DecisionKind.NEXT_ROUND, people=20, in_favour=11)
    second = hold(file, "BCH", [12, 8], 20)
    assert "decision_fell" not in {f.code for f in second.findings}
    granted(
        change_vote(
            file, decided.motion.id, Hands(in_favour=10), announced_by="", reason="đếm lại", actor=A
        )
    )
    assert course(file).decisions[0].state is DecisionState.REJECTED
    assert "decision_fell" in {f.code for f in round_sheet(file, second.round.id).findings}


def test_that_d_is_held_against_that_of_the_round_before_and_no_longer_against_the_first(file):
    short(file)
    second = hold(file, "BCH", [11, 9], 20, convened=22)
    assert "base_not_of_first_round" in {f.code for f in second.findings}
    third = hold(file, "BCH", [12, 8], 20, convened=22)
    assert "base_not_of_first_round" not in {f.code for f in third.findings}


def test_that_a_vote_among_the_tied_leaves_none_of_them_out(file):
    hold(file, "BCH", [20, 13, 13, 13], 20)
    plan = next_round(file, of(file, "BCH").id)
    ids = [candidate.id for candidate in plan.candidates]

    def prepared(names=None, seats=None):
        accounting = Accounting(convened=20, present=20, issued=20)
        return prepare_round(
            file, of(file, "BCH").id, accounting=accounting, by_hand=True,
            candidate_ids=names, seats=seats,
        )  # fmt: skip

    assert code_of(prepared(ids[:2])) == code_of(prepared(seats=1)) == "tied_list_fixed"
    assert granted(prepared(ids[::-1])).plan.seats == 2
