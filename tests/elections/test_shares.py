"""Cumulative voting by shares: votes = shares × seats, no majority, highest first (Điều 148.3)."""

from __future__ import annotations

import json
import uuid

import pytest
from builders import a_rule_set
from congress_files import anyway, code_of, granted
from elections_after_round import of_paper
from share_acts import A, a_company, a_share_round, absent, enter_lines

from congress_desk.actions.elections.ballots import correct_ballot, take_back_ballot
from congress_desk.actions.elections.doubts import decide_doubt, set_aside
from congress_desk.actions.elections.shares import remove_holding, set_holding, set_holdings
from congress_desk.actions.nomination.names import (
    Origin,
    nominate,
    put_on_list,
    record_support,
)
from congress_desk.domain.elections.ballots import InvalidReason, MarkMode, Paper, judge
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.entry_line import EntryContext, read_entry, refused_key
from congress_desk.domain.elections.result import NextStep, RoundOutcome
from congress_desk.domain.elections.shares.share_line import read_share_line, share_line
from congress_desk.domain.elections.shares.shares import Voter, unissued
from congress_desk.domain.nomination.nominee import Source
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.queries.nomination import nomination_view
from congress_desk.reports.elections.result_json import result_json
from congress_desk.storage.reading.elections.shares import holdings, issued_voters

RULES = a_rule_set("cong-ty")
CONTEXT = EntryContext(names=4, mode=MarkMode.CUMULATIVE)
# Votes that each paper of the record gives; see share_acts.
ALL = ("1000 1/3000", "2500 2/4500 3/3000", "500 3/1500", "500 4/1500", "1500 1/1500 2/3000")


@pytest.fixture
def file(tmp_path):
    made = a_company(tmp_path)
    absent(made, 4)
    yield made
    assert made.check() == []
    made.close()


def judged(line: str, seats: int = 3):
    paper = granted(read_share_line(line, 4))
    return judge(paper, mode=MarkMode.CUMULATIVE, candidates=4, seats=seats, rules=RULES)


@pytest.mark.parametrize(
    ("line", "reason", "given"),
    [
        ("1000 1/3000", None, 3000),
        ("1000 1/1 2/1", None, 2),
        ("1000 1/1000 2/1000 3/1000", None, 3000),
        ("1000 1/3001", InvalidReason.OVERVOTE, 0),
        ("1000 1/1500 2/1501", InvalidReason.OVERVOTE, 0),
        ("1000", InvalidReason.NO_CHOICE, 0),
        ("1000 1/10 *3", InvalidReason.SIGNED, 0),
    ],
)
def test_that_a_paper_gives_at_most_its_shares_times_the_seats(line, reason, given):
    verdict = judged(line)
    assert (verdict.reason, verdict.kept) == (reason, given)
    assert verdict.article == ("Điều 148.3" if reason is None else RULES.article("invalid"))


@pytest.mark.parametrize("line", ["1000 1/3000", "500", "2500 2/4500 3/3000", "70 *5rách một góc"])
def test_that_a_line_reads_back_as_it_was_written(line):
    assert share_line(granted(read_share_line(line, 4))) == line
    assert not isinstance(read_entry(line, CONTEXT), Refusal)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0", "share_line_begins_with_shares"),
        ("/", "share_line_begins_with_shares"),
        ("1/2", "share_line_begins_with_shares"),
        ("mười", "entry_wrong_key"),
        ("-", "entry_nothing_to_take_back"),
        ("1000 5", "entry_number_off_list"),
        ("1000 1/0", "share_votes_zero"),
        ("1000 1/5 1/", "entry_number_twice"),
        ("1000 1 2", "share_votes_missing"),
        ("1000 /", "entry_slash_without_number"),
        ("1" * 16, "share_number_too_long"),
        ("1000 *7", "entry_reason_unknown"),
    ],
)
def test_that_a_wrong_key_is_refused_at_once(typed, code):
    refusal = refused_key(typed, CONTEXT)
    assert code_of(refusal) == code
    assert problem_text(refusal.first)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "share_line_empty"),
        ("1000 2", "share_votes_missing"),
        ("1000 *", "entry_reason_missing"),
    ],
)
def test_that_an_unfinished_line_is_not_recorded(line, code):
    assert code_of(read_share_line(line, 4)) == code


def test_that_more_papers_of_one_weight_than_were_handed_out_are_found():
    assert unissued([500, 500], [500, 500, 1000], []) == 0
    assert unissued([500, 500], [500, 500, 1000], [500]) == 500
    assert unissued([700], [500], []) == 700


@pytest.mark.parametrize("shares", [None, 0, -5, 10**12 + 1])
def test_that_shares_of_zero_or_of_a_text_are_refused_with_the_article(file, shares):
    refusal = set_holding(file, 1, shares=shares, actor=A)
    assert code_of(refusal) == "shares_wrong"
    assert "Điều 148.3" in problem_text(refusal.first)


def test_that_a_text_for_shares_in_the_first_line_of_a_list_is_no_title(file):
    for text in ("Đại biểu 1\tnhiều", "Đại biểu 1\tnhiều\nĐại biểu 2\t5"):
        assert code_of(set_holdings(file, text, actor=A)) == "shares_wrong"
    granted(set_holdings(file, "Họ tên\tSố cổ phần\nĐại biểu 2\t2.000", actor=A))


def test_that_a_proxy_votes_for_those_represented_on_one_paper(file):
    found = a_share_round(file)
    issued = {v.person_id: v.shares for v in issued_voters(file, found.id)}
    assert issued == {1: 1_000, 2: 2_500, 3: 500, 5: 500, 6: 1_500}
    assert (found.shares, found.accounting.issued, found.mode) == (6_000, 5, MarkMode.CUMULATIVE)


def test_that_a_holder_who_is_present_beside_a_proxy_is_refused_before_the_vote(tmp_path):
    from congress_desk.actions.elections.rounds import open_round
    from congress_desk.domain.elections.round import Accounting

    file = a_company(tmp_path)
    refusal = open_round(
        file, elections(file)[0].id, accounting=Accounting(convened=1, returned=5), by_hand=True,
        bundle_size=50, actor=A, going_on=anyway(file),
    )  # fmt: skip
    assert code_of(refusal) == "holder_votes_twice"
    assert "Đại biểu 4" in problem_text(refusal.first)
    file.close()


@pytest.mark.parametrize(
    ("holder", "proxy", "code"),
    [
        (1, 1, "proxy_is_holder"),
        (1, 4, "proxy_has_a_proxy"),
        (2, 1, "holder_is_a_proxy"),
        (1, 99, "person_unknown"),
    ],
)
def test_that_a_proxy_who_cannot_vote_is_refused(file, holder, proxy, code):
    assert code_of(set_holding(file, holder, shares=10, proxy_id=proxy, actor=A)) == code


def test_that_who_is_taken_off_the_register_votes_for_no_shares(file):
    granted(remove_holding(file, 6, actor=A))
    assert code_of(remove_holding(file, 6, actor=A)) == "holding_unknown"
    assert {h.person_id for h in holdings(file)} == {1, 2, 3, 4, 5}


def test_that_the_highest_win_until_the_seats_are_full(file):
    """By hand: An 3,000 + 1,500; Bình 4,500 + 3,000; Châu 3,000 + 1,500; Dũng 1,500."""
    found = a_share_round(file)
    granted(enter_lines(file, found, *ALL))
    sheet = round_sheet(file, found.id)
    assert [c.votes for c in sheet.result.candidates] == [4_500, 7_500, 4_500, 1_500]
    assert sheet.result.outcome is RoundOutcome.COMPLETE
    assert sheet.result.elected == (2, 1, 3)
    assert (sheet.result.majority.of, sheet.result.majority.required) == (6_000, False)
    assert [c.percent for c in sheet.result.candidates] == ["75.00", "125.00", "75.00", "25.00"]
    assert sheet.blocking == ()
    assert running_sheet(file, found.id).tally.same_as(sheet.tally)
    told = result_json(sheet)
    assert told["election"]["mark_mode"] == "cumulative"
    assert told["majority"]["base"] == "shares"
    assert json.dumps(told)


def test_that_a_tie_for_the_last_seat_is_voted_on_again_among_the_tied(tmp_path):
    file = a_company(tmp_path, seats=2)
    absent(file, 4)
    found = a_share_round(file)
    granted(
        enter_lines(
            file, found, "1000 1/2000", "2500 2/5000", "500 3/1000", "500 3/1000", "1500 4/3000"
        )
    )
    result = round_sheet(file, found.id).result
    assert (result.outcome, result.elected) == (RoundOutcome.COMPLETE, (2, 4))
    last = ballots(file, found.id)[-1]
    ids = {n: c.id for n, c in enumerate(found.candidates, start=1)}
    level = granted(read_share_line("1500 4/2000", 4)).with_keys(ids.__getitem__)
    granted(correct_ballot(file, last.id, level, "u" * 32, operator="TK"))
    result = round_sheet(file, found.id).result
    assert (result.outcome, result.elected, result.tied) == (RoundOutcome.TIE, (2,), (1, 3, 4))
    assert result.next_steps == (NextStep.REVOTE_TIED,)
    file.close()


def test_that_a_ballot_entered_twice_is_refused_and_one_taken_back_may_come_again(file):
    found = a_share_round(file)
    (first,) = granted(enter_lines(file, found, "1000 1/3000"))
    refusal = enter_lines(file, found, "1000 1/3000")
    assert code_of(refusal) == "share_ballot_twice"
    assert "Điều 148.3" in problem_text(refusal.first)
    assert code_of(enter_lines(file, found, "999 1/3")) == "share_ballot_not_issued"
    granted(take_back_ballot(file, first.id, operator="TK"))
    granted(enter_lines(file, found, "1000 2/3000"))
    assert len(ballots(file, found.id)) == 1


def test_that_a_ballot_of_another_sort_does_not_get_into_the_round(file):
    from congress_desk.actions.elections.ballots import enter_ballots

    found = a_share_round(file)
    struck = Paper(struck=frozenset({found.candidates[0].id}))
    assert (
        code_of(enter_ballots(file, found.id, 1, [struck], ["v" * 32], operator="TK"))
        == "paper_not_of_round"
    )


def test_that_no_table_of_ballots_says_whose_a_ballot_is(file):
    found = a_share_round(file)
    granted(enter_lines(file, found, *ALL))
    for table in ("ballot", "ballot_share", "ballot_vote", "ballot_mark"):
        columns = {row[1] for row in file.db.execute(f"PRAGMA table_info({table})").fetchall()}
        assert not columns & {"person_id", "voter", "holder", "proxy_id", "name"}
    assert isinstance(issued_voters(file, found.id)[0], Voter)


def test_that_a_doubtful_ballot_of_shares_that_nobody_was_handed_is_refused(file):
    found = a_share_round(file)
    doubt = granted(set_aside(file, found.id, 1, DoubtCause.TORN, operator=A))
    first = found.candidates[0].id

    def decided(shares):
        paper = Paper(struck=frozenset(), shares=shares, given=((first, shares * 3),))
        board = (uuid.uuid4().hex, 5, 4, "Điều 15", "rõ")
        return decide_doubt(file, doubt.id, paper, *board, operator=A)

    assert code_of(decided(999_999)) == "share_ballot_not_issued"
    granted(decided(1_000))
    assert round_sheet(file, found.id).result.by_position(1).votes == 3_000


def test_that_a_name_is_nominated_by_holders_of_a_tenth_of_all_shares(file):
    """600 of 6,000 are a tenth, which is enough; heads are not asked."""
    election_id = elections(file)[0].id
    new, origin = Candidate(name="Đỗ Thị Mai", born="1980"), Origin(source=Source.DELEGATES)
    number = granted(nominate(file, election_id, [new], origin, actor=A))[-1].candidate.id
    granted(record_support(file, number, in_favour=599, of=6_000, actor=A))
    refused = put_on_list(file, election_id, [number], actor=A)
    assert code_of(refused) == "nominee_without_shares"
    assert "10%" in problem_text(refused.first)
    granted(record_support(file, number, in_favour=600, of=6_000, actor=A))
    granted(put_on_list(file, election_id, [number], actor=A))
    assert nomination_view(file, election_id).support_of == 6_000
    paper = of_paper(file, "nominees")
    assert "Cổ phần đề cử" in paper and "600/6.000 (10,00%)" in paper
    assert "giơ tay" not in paper
