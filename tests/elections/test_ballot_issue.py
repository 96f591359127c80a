"""The issue register: every paper handed out once, and its numbers typed nowhere else."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from congress_files import a_congress, a_round, an_election, code_of, enter, granted
from issue_acts import ACTOR, a_kept_register, a_line, write

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.actions.elections.ballot_issue import strike_issue_line, write_issue_lines
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.ballot_papers.issue_register import IssueKind, IssueLine, IssueRegister
from congress_desk.domain.elections.round import Round
from congress_desk.queries.elections.ballot_issue import issue_register, issue_view
from congress_desk.storage.opening import open_file
from congress_desk.storage.reading.elections.lists import round_by_id
from congress_desk.storage.recovery import recover

BOX, HANDED, EXCHANGED = IssueKind.BOX_SEALED, IssueKind.HANDED, IssueKind.EXCHANGED
BACK, RETURNED, DESTROYED = IssueKind.TAKEN_BACK, IssueKind.RETURNED, IssueKind.DESTROYED


@pytest.fixture
def counting(tmp_path):
    """A file with an open round of which no paper is known yet."""
    file = a_congress(tmp_path, an_election("BCH"))
    found = a_round(file, "BCH")
    granted(edit_accounting(file, found.id, papers_of(found, None, None), actor=ACTOR, reason="m"))
    yield file, now(file, found)
    file.close()


def papers_of(found: Round, issued: int | None, returned: int | None):
    return replace(found.accounting, issued=issued, returned=returned)


def now(file, found: Round) -> Round:
    again = round_by_id(file, found.id)
    assert again is not None
    return again


def papers(file, found: Round) -> tuple[int | None, int | None]:
    accounting = now(file, found).accounting
    return accounting.issued, accounting.returned


def refusal(file, found: Round, *lines: IssueLine) -> str:
    return code_of(write_issue_lines(file, found.id, lines, actor=ACTOR))


def test_that_the_accounting_follows_the_register(counting):
    file, found = counting
    register = a_kept_register(file, found.id)
    assert (register.issued, register.exchanged, register.returned) == (6, 1, 6)
    assert register.units == (("Chi bộ 1", 3), ("Chi bộ 2", 3))
    assert papers(file, found) == (6, 6)
    assert file.check() == []


def test_that_a_number_of_the_register_is_not_typed_a_second_time(counting):
    file, found = counting
    a_kept_register(file, found.id)
    held = now(file, found)
    for issued, returned, code in ((7, 6, "issued_of_register"), (6, 5, "returned_of_register")):
        wanted = papers_of(held, issued, returned)
        refused = edit_accounting(file, found.id, wanted, actor=ACTOR, reason="gõ lại")
        assert code_of(refused) == code
    present = replace(held.accounting, present=6)
    granted(edit_accounting(file, found.id, present, actor=ACTOR))


def test_that_a_congress_without_a_register_types_its_numbers_as_before(counting):
    file, found = counting
    wanted = papers_of(found, 6, 5)
    granted(edit_accounting(file, found.id, wanted, actor=ACTOR))
    assert papers(file, found) == (6, 5)
    assert issue_register(file, found.id) == IssueRegister()


def test_that_the_box_alone_changes_no_number(counting):
    file, found = counting
    granted(edit_accounting(file, found.id, papers_of(found, 6, 5), actor=ACTOR))
    write(file, found.id, a_line(BOX))
    assert papers(file, found) == (6, 5)


def test_that_a_line_struck_out_stays_with_its_reason_and_the_numbers_follow(counting):
    file, found = counting
    write(file, found.id, a_line(HANDED, 4, "Chi bộ 1"), a_line(HANDED, 4, "Chi bộ 1"))
    line = issue_register(file, found.id).lines[1]
    assert code_of(strike_issue_line(file, line.id, " ", actor=ACTOR)) == "reason_missing"
    granted(strike_issue_line(file, line.id, "ghi hai lần", actor=ACTOR))
    kept = issue_register(file, found.id)
    assert (kept.issued, len(kept.lines), kept.lines[1].struck_reason) == (4, 2, "ghi hai lần")
    assert papers(file, found) == (4, None)
    granted(strike_issue_line(file, line.id, "lần nữa", actor=ACTOR))
    assert issue_register(file, found.id).lines[1].struck_reason == "ghi hai lần"


def test_that_issued_does_not_shrink_below_what_came_back(counting):
    file, found = counting
    a_kept_register(file, found.id)
    handed = issue_register(file, found.id).lines[2]
    refused = strike_issue_line(file, handed.id, "nhầm", actor=ACTOR)
    assert code_of(refused) == "issue_shrinks"
    assert refused.first.article
    assert refused.first.params == {"issued": 3, "returned": 6}
    back = issue_register(file, found.id).line(RETURNED)
    granted(strike_issue_line(file, back.id, "đếm lại", actor=ACTOR))
    assert papers(file, found) == (6, None)
    write(file, found.id, a_line(RETURNED, 5))
    assert papers(file, found) == (6, 5)


def test_that_a_register_begun_late_does_not_make_the_round_void(counting):
    file, found = counting
    granted(edit_accounting(file, found.id, papers_of(found, 6, 5), actor=ACTOR))
    assert refusal(file, found, a_line(HANDED, 4)) == "issue_shrinks"
    write(file, found.id, a_line(HANDED, 4), a_line(HANDED, 2))
    assert papers(file, found) == (6, 5)
    # What was typed at the count holds a struck line back as an opened box does.
    (_, last) = issue_register(file, found.id).lines
    refused = strike_issue_line(file, last.id, "nhầm", actor=ACTOR)
    assert code_of(refused) == "issue_shrinks"
    assert refused.first.params == {"issued": 4, "returned": 5}
    assert papers(file, found) == (6, 5)


def test_that_more_in_the_box_than_issued_is_meant_or_refused(counting):
    file, found = counting
    write(file, found.id, a_line(HANDED, 4))
    assert refusal(file, found, a_line(RETURNED, 5)) == "accounting_makes_void"
    write(file, found.id, a_line(RETURNED, 5), void_meant=True)
    assert papers(file, found) == (4, 5)


def test_that_entered_ballots_hold_the_number_found_in_the_box(counting):
    file, found = counting
    a_kept_register(file, found.id)
    enter(file, now(file, found), [4])
    line = issue_register(file, found.id).line(RETURNED)
    refused = strike_issue_line(file, line.id, "đếm lại", actor=ACTOR)
    assert code_of(refused) == "issue_ballots_entered"


LINES = {
    "no paper": ((a_line(HANDED, 0),), "issue_papers_wrong"),
    "fewer than none": ((a_line(HANDED, -1),), "issue_papers_wrong"),
    "taken back more than a unit has": (
        (a_line(HANDED, 4, "Tổ 1"), a_line(BACK, 5, "Tổ 1")), "issue_unit_holds_less",
    ),
    "taken back of a unit that has none": (
        (a_line(HANDED, 4, "Tổ 1"), a_line(BACK, 1, "Tổ 2")), "issue_unit_holds_less",
    ),
    "more exchanged than issued": (
        (a_line(HANDED, 1), a_line(EXCHANGED, 2)), "issue_more_exchanged",
    ),
    "returned before anything was handed": ((a_line(RETURNED, 1),), "issue_nothing_handed"),
    "handed after the box was opened": (
        (a_line(HANDED, 4), a_line(RETURNED, 4), a_line(HANDED, 1)), "issue_box_open",
    ),
    "the box sealed twice": ((a_line(BOX), a_line(BOX)), "issue_box_sealed_twice"),
    "the box opened twice": (
        (a_line(HANDED, 4), a_line(RETURNED, 4), a_line(RETURNED, 3)), "issue_returned_twice",
    ),
    "a box that nobody sealed": ((a_line(BOX, name=""),), "issue_names_missing"),
    "one witness twice": ((a_line(BOX, witness="lê thị lan"),), "issue_same_name_twice"),
    "a candidate as witness": ((a_line(BOX, witness="Ứng Cử 1"),), "issue_witness_stands"),
    "destroyed while the vote goes on": (
        (a_line(HANDED, 4), a_line(DESTROYED, 1)), "issue_box_closed",
    ),
    "more spoiled destroyed than exchanged": (
        (a_line(HANDED, 4), a_line(RETURNED, 4), a_line(DESTROYED, 0, spoiled=1)),
        "issue_more_spoiled",
    ),
    "nothing destroyed": (
        (a_line(HANDED, 4), a_line(RETURNED, 4), a_line(DESTROYED)), "issue_papers_wrong",
    ),
    "a text beyond its room": ((a_line(HANDED, 1, "x" * 201),), "text_too_long"),
}  # fmt: skip


@pytest.mark.parametrize("case", LINES)
def test_that_what_cannot_be_is_refused_whole(counting, case):
    file, found = counting
    lines, code = LINES[case]
    names = {c.name for c in found.candidates}
    lines = tuple(replace(n, witness=min(names)) if n.witness == "Ứng Cử 1" else n for n in lines)
    before = file.journal_lines()
    assert refusal(file, found, *lines) == code
    assert file.journal_lines() == before


def test_that_no_more_is_handed_out_than_was_printed():
    from congress_desk.domain.ballot_papers.issue_register import check_line

    register = IssueRegister(lines=(a_line(HANDED, 5), a_line(EXCHANGED, 1)), printed=8)
    assert register.unused == 2
    refused = check_line(register, a_line(HANDED, 3), "")
    assert (code_of(refused), refused.first.params["left"]) == ("issue_more_than_printed", 2)
    opened = replace(register, lines=(*register.lines, a_line(RETURNED, 5)))
    assert check_line(opened, a_line(DESTROYED, 2, spoiled=1), "") is None
    assert code_of(check_line(opened, a_line(DESTROYED, 3), "")) == "issue_more_destroyed"


def test_that_a_round_that_is_over_takes_no_line(counting):
    file, found = counting
    granted(cancel_round(file, found.id, reason="nhầm", actor=ACTOR))
    assert refusal(file, found, a_line(HANDED, 1)) == "round_sealed"


@pytest.mark.parametrize("sql", ["DELETE FROM ballot_issue", "UPDATE ballot_issue SET papers = 9"])
def test_that_a_line_is_neither_deleted_nor_changed(counting, sql):
    file, found = counting
    write(file, found.id, a_line(HANDED, 4))
    with pytest.raises(sqlite3.IntegrityError, match="register is never"):
        file.db.execute(sql)


def test_that_units_come_from_the_register_of_people(counting):
    file, found = counting
    view = issue_view(file, found.id)
    assert (view.round.id, view.election.code) == (found.id, "BCH")
    assert all(count > 0 for _, count in view.voters)


def test_that_the_register_comes_back_from_the_second_journal(counting, tmp_path):
    file, found = counting
    a_kept_register(file, found.id)
    target = tmp_path / "lại.congress"
    granted(recover(file.second_journal.path, target))
    again = granted(open_file(target))
    assert issue_register(again, found.id) == issue_register(file, found.id)
    again.close()
