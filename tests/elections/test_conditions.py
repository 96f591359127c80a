"""What the rules want before a round opens, going on without it, and what the file keeps of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ballot_acts import printed
from congress_files import a_congress, an_election, anyway, code_of, granted, round_of
from document_text import document_text

from congress_desk.actions.congress import set_state
from congress_desk.actions.duties.members import add_member, end_membership
from congress_desk.actions.elections.ballot_prints import void_ballot_print
from congress_desk.actions.elections.ballots_file import record_ballots
from congress_desk.actions.elections.lists import (
    add_candidate,
    add_election,
    edit_candidate,
    edit_election,
    freeze_list,
    order_candidates,
    remove_candidate,
    sort_candidates,
    unfreeze_list,
)
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.motions import add_motion, record_vote, repeat_motion
from congress_desk.actions.nomination.votes import Vote, vote_number
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.findings import Severity
from congress_desk.domain.elections.round import Accounting, RoundKind
from congress_desk.domain.motions import Hands, MotionDraft, MotionKind
from congress_desk.domain.opening.conditions import conditions, unmet
from congress_desk.domain.opening.facts import Topic
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.setup.filled_workbook import BallotLine
from congress_desk.i18n import finding_text
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.opening import opening_facts
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes
from congress_desk.storage.rows.duties import duty_row

A = "Thư ký"
SIX = Accounting(convened=6, present=6)


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path, an_election("BCH"))
    yield made
    made.close()


def judged(file, accounting=SIX, *, by_hand=False):
    plan = granted(next_round(file, 1))
    return conditions(opening_facts(file, 1, plan), accounting, by_hand=by_hand)


def missing(file, accounting=SIX, **how):
    return [finding.code for finding in unmet(judged(file, accounting, **how))]


def vote(file, kind, in_favour=6, election_id=1):
    draft = MotionDraft(kind=kind, matter="biểu quyết", election_id=election_id)
    made = granted(add_motion(file, draft, actor=A))
    return granted(record_vote(file, made.id, Hands(in_favour=in_favour), actor=A))


def everything_done(file):
    """Bring the congress to where the rules want it before its first round."""
    granted(set_state(file, CongressState.IN_SESSION, actor=A))
    granted(freeze_list(file, 1, actor=A))
    vote(file, MotionKind.NUMBER_AND_LIST)
    vote(file, MotionKind.COUNTING_BOARD, election_id=0)


def test_that_a_congress_that_did_nothing_is_told_everything_that_is_missing(file):
    assert missing(file) == [
        "congress_not_in_session",
        "number_not_voted",
        "list_not_voted",
        "list_not_frozen",
        "board_not_voted",
    ]


def test_that_nothing_is_missing_where_everything_was_done(file):
    everything_done(file)
    found = judged(file)
    assert unmet(found) == ()
    assert {condition.topic for condition in found} == set(Topic) - {
        Topic.DECISION, Topic.BALLOTS, Topic.AMONG, Topic.BOX,
    }  # fmt: skip
    opened = granted(open_round(file, 1, accounting=SIX, by_hand=False, bundle_size=25, actor=A))
    assert file.journal_lines()[-1].act == "open_round"
    assert round_sheet(file, opened.id).waivers == ()


def test_that_a_rehearsal_is_as_good_as_a_session(file):
    everything_done(file)
    facts = opening_facts(file, 1, granted(next_round(file, 1)))
    rehearsed = replace(facts, state=CongressState.REHEARSAL)
    assert unmet(conditions(rehearsed, SIX, by_hand=False)) == ()


@pytest.mark.parametrize(
    ("accounting", "by_hand", "code"),
    [
        (Accounting(convened=6, present=None), False, "nobody_checked_in"),
        (Accounting(convened=6, present=0), False, "nobody_checked_in"),
        (Accounting(convened=6, present=3), False, "present_below_quorum"),
        (Accounting(convened=7, present=6), True, "base_not_of_register"),
        (Accounting(convened=6, present=7), False, "present_above_convened"),
        (Accounting(convened=6, present=5, issued=6), False, "issued_above_present"),
        (Accounting(convened=6, present=6, issued=5, returned=6), False, "returned_above_issued"),
    ],
)
def test_that_figures_that_cannot_be_right_are_a_condition(file, accounting, by_hand, code):
    everything_done(file)
    assert missing(file, accounting, by_hand=by_hand) == [code]


def test_that_a_d_typed_for_want_of_a_register_is_said(tmp_path):
    file = a_congress(tmp_path, an_election("BCH"), people=0)
    assert "base_by_hand" in missing(file, by_hand=True)
    assert "nobody_present" in missing(file, Accounting(convened=6), by_hand=True)
    file.close()


def test_that_a_vote_that_was_lost_or_repeated_does_not_carry(file):
    everything_done(file)
    lost = vote(file, MotionKind.NUMBER_AND_LIST, in_favour=3)
    assert missing(file) == ["number_voted_down", "list_voted_down"]
    again = granted(repeat_motion(file, lost.id, reason="đếm lại", actor=A))
    granted(record_vote(file, again.id, Hands(in_favour=5), actor=A))
    assert missing(file) == []


def test_that_a_list_changed_after_its_vote_was_not_voted_on(file):
    vote(file, MotionKind.NUMBER_AND_LIST)
    assert "list_changed" not in missing(file)
    first = elections(file)[0].candidates[0]
    granted(edit_candidate(file, replace(first, note="tái cử"), actor=A))
    granted(sort_candidates(file, 1, actor=A))
    assert "list_changed" not in missing(file)
    granted(edit_candidate(file, replace(first, name="Ngô Ân"), actor=A))
    assert "list_changed" in missing(file)
    vote(file, MotionKind.NUMBER_AND_LIST)
    assert "list_changed" not in missing(file)
    granted(remove_candidate(file, first.id, actor=A))
    assert "list_changed" in missing(file)
    vote(file, MotionKind.NUMBER_AND_LIST)
    granted(add_candidate(file, 1, Candidate(name="Mai Văn Út"), actor=A))
    assert "list_changed" in missing(file) and "number_changed" not in missing(file)


def test_that_seats_changed_after_the_vote_were_not_voted_on(file):
    vote(file, MotionKind.NUMBER_AND_LIST)
    granted(edit_election(file, 1, title="Bầu BCH", seats=2, actor=A))
    assert {"number_changed", "list_changed"} <= set(missing(file))
    granted(vote_number(file, 1, seats=2, vote=Vote(hands=Hands(in_favour=6)), actor=A))
    assert "number_changed" not in missing(file) and "list_changed" in missing(file)


def test_that_delegates_need_no_vote_on_the_number_and_have_no_surplus_of_the_rules(tmp_path):
    file = a_congress(tmp_path, replace(an_election("DB", 6, 3), title="Bầu đoàn đại biểu"))
    topics = [condition.topic for condition in judged(file)]
    assert Topic.NUMBER not in topics and Topic.SURPLUS not in topics
    assert Topic.LIST in topics
    file.close()


def test_that_a_list_above_the_surplus_is_missing_until_a_reason_froze_it(tmp_path):
    file = a_congress(tmp_path, an_election("BCH", 6, 3))
    assert "surplus_above_max_small" in missing(file)
    granted(freeze_list(file, 1, reason="đại hội quyết định", actor=A))
    assert "surplus_above_max_small" not in missing(file)
    file.close()


def test_that_a_list_in_another_order_than_the_rules_is_missing_with_the_first_name(file):
    ids = [c.id for c in elections(file)[0].candidates]
    granted(order_candidates(file, 1, [ids[1], ids[0], *ids[2:]], actor=A))
    everything_done(file)
    (finding,) = unmet(judged(file))
    assert (finding.code, finding.params["name"]) == ("list_not_in_order", "Trần Thị Bình")


def test_that_a_counter_on_the_list_is_named_with_the_place_of_the_duty(file):
    everything_done(file)
    for_another = add_election(file, "DB", "Bầu đại biểu", 1, actor=A)
    board = Duty(organ=Organ.COUNTING_BOARD, name="Lê Minh Châu")
    assert code_of(add_member(file, board, actor=A)) == "duty_counter_is_candidate"
    of_another = replace(board, election_id=granted(for_another).id)
    member = granted(add_member(file, of_another, actor=A))
    granted(end_membership(file, member.id, reason="nhầm", actor=A))
    with file.act("import_of_an_older_version", actor=A) as act:
        row = {**duty_row(replace(board, since=act.at)), "place": 9}
        act.insert("duty", **row)
    found = [c for c in judged(file) if not c.met]
    assert [c.finding.code for c in found] == ["counter_is_candidate"]
    assert found[0].mending.desk == "duties" and found[0].mending.record
    assert found[0].article == "Điều 8"


def test_that_every_condition_has_the_article_of_the_rules_or_none(file):
    everything_done(file)
    articles = {condition.topic: condition.article for condition in judged(file)}
    assert articles == {
        Topic.STATE: "",
        Topic.QUORUM: "",
        Topic.BASE: "Điều 30",
        Topic.NUMBER: "Điều 17",
        Topic.LIST: "Điều 17",
        Topic.SURPLUS: "",
        Topic.ORDER: "Điều 15",
        Topic.BOARD: "Điều 8",
        Topic.NUMBERS: "Điều 8",
    }


def opened(file, going_on):
    return open_round(
        file, 1, accounting=SIX, by_hand=False, bundle_size=3, actor=A, going_on=going_on
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reason": " "}, "going_on_incomplete"),
        ({"name": ""}, "going_on_incomplete"),
        ({"name": "A"}, "going_on_name_unclear"),
        ({"known": frozenset({"list_not_voted"})}, "conditions_changed"),
    ],
)
def test_that_nobody_goes_on_without_name_reason_and_knowing_what_is_missing(file, change, code):
    before = len(file.journal_lines())
    assert code_of(opened(file, replace(anyway(file), **change))) == code
    assert len(file.journal_lines()) == before


def test_that_what_is_missing_is_refused_each_with_its_article(file):
    refused = opened(file, None)
    assert [p.code for p in refused.problems] == ["condition_missing"] * 5
    assert refused.problems[1].article == "Điều 17"


def test_that_somebody_of_the_presidium_goes_on_where_there_is_one(file):
    granted(add_member(file, Duty(organ=Organ.PRESIDIUM, name="Phan Bá Khải"), actor=A))
    assert code_of(opened(file, replace(anyway(file), name="Mai Văn Út"))) == (
        "going_on_not_presidium"
    )
    granted(opened(file, anyway(file)))


def test_that_going_on_is_journaled_and_stands_in_findings_and_minutes(file):
    going_on = replace(anyway(file), name="Phan Bá Khải", reason="Hội trường mất điện")
    found = granted(opened(file, going_on))
    line = file.journal_lines()[-1]
    assert line.act == "open_round_anyway"
    assert "Phan Bá Khải" in line.about and "mất điện" in line.about
    sheet = round_sheet(file, found.id)
    told = {f.code: (f.waived_by, f.waived_reason) for f in sheet.findings if f.waived_by}
    assert set(told) == {
        "congress_not_in_session", "number_not_voted", "list_not_voted", "list_not_frozen",
        "board_not_voted",
    }  # fmt: skip
    assert set(told.values()) == {("Phan Bá Khải", "Hội trường mất điện")}
    text = document_text(counting_minutes(sheet))
    assert "Những điều chưa đạt khi mở lần bầu" in text
    assert "- Danh sách 4 người chưa được biểu quyết (Điều 17)." in text
    assert text.count("Phan Bá Khải quyết định mở lần bầu; lý do: Hội trường mất điện.") == 1


def test_that_a_round_with_its_findings_outlives_the_file_being_closed(file):
    granted(opened(file, anyway(file)))
    assert file.check() == []
    codes = [f.code for f in round_sheet(file, round_of(file).id).findings]
    granted(set_state(file, CongressState.IN_SESSION, actor=A))
    assert [f.code for f in round_sheet(file, round_of(file).id).findings] == codes


def test_that_what_is_missing_says_what_it_is_about(file):
    said = [finding_text(finding) for finding in unmet(judged(file))]
    assert "Danh sách 4 người chưa được biểu quyết" in said
    assert all(f.severity is Severity.WARNING for f in unmet(judged(file)))


def test_that_a_further_round_waits_for_the_decision_of_the_congress(file):
    everything_done(file)
    facts = opening_facts(file, 1, granted(next_round(file, 1)))
    again = replace(facts, round_kind=RoundKind.AGAIN, decision_missing=True)
    (found,) = (c for c in conditions(again, SIX, by_hand=False) if c.topic is Topic.DECISION)
    assert found.finding.code == "round_without_decision"
    assert found.mending.desk == "decision"
    decided = replace(again, decision_missing=False, decided=True)
    assert unmet(conditions(decided, SIX, by_hand=False)) == ()
    fewer = replace(decided, seats=2, decided_seats=3)
    found = unmet(conditions(fewer, SIX, by_hand=False))
    assert [finding_text(f) for f in found if f.code == "round_seats_fewer"] == [
        "Bầu 2, ít hơn số 3 mà đại hội đã quyết định bầu lần này"
    ]


def test_that_the_command_line_notes_what_is_unknown_and_asks_for_what_is_against_a_rule(file):
    lines = [BallotLine(line=2, bundle=1, paper=Paper())]
    how = {"accounting": SIX, "by_hand": True, "source": "p.csv", "actor": A}
    vote(file, MotionKind.NUMBER_AND_LIST, in_favour=2)
    refused = record_ballots(file, 1, lines, reason="", **how)
    assert {p.code for p in refused.problems} == {"ballots_need_reason"}
    assert "không được quá nửa" in refused.first.params["finding"]
    held = granted(record_ballots(file, 1, lines, reason="biểu quyết lại bằng phiếu", **how))
    told = {f.code: f for f in round_sheet(file, held.id).findings}
    assert told["list_voted_down"].waived_reason == "biểu quyết lại bằng phiếu"
    assert told["board_not_voted"].severity is Severity.INFO
    assert not told["board_not_voted"].waived_by
    assert "kiểm phiếu 1 người" not in document_text(counting_minutes(round_sheet(file, held.id)))


def test_that_ballots_printed_of_another_list_are_missing_before_the_round_opens(file):
    everything_done(file)
    granted(printed(file))
    assert unmet(judged(file)) == ()
    granted(unfreeze_list(file, 1, actor=A))
    granted(edit_candidate(file, Candidate(id=1, name="Ngô Ân", born="1970"), actor=A))
    granted(freeze_list(file, 1, actor=A))
    assert "ballots_outdated" in missing(file)
    granted(printed(file))
    assert "ballots_outdated" not in missing(file)


def test_that_ballots_taken_back_or_too_few_are_missing(file):
    everything_done(file)
    run = granted(printed(file))
    assert "ballots_too_few" in missing(file, Accounting(convened=9, present=9), by_hand=True)
    granted(void_ballot_print(file, run.id, "mờ chữ", actor=A))
    assert missing(file) == ["ballots_void"]


def test_that_ballots_from_elsewhere_are_no_condition(file):
    everything_done(file)
    assert Topic.BALLOTS not in {condition.topic for condition in judged(file)}
