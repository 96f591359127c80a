"""Print runs: what is recorded, what freezes the list, what makes papers void."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from ballot_acts import printed
from congress_files import a_congress, a_declared_round, a_round, an_election, code_of, granted
from document_text import document_text

from congress_desk.actions.elections.ballot_prints import record_ballot_print, void_ballot_print
from congress_desk.actions.elections.lists import (
    add_candidate,
    edit_candidate,
    order_candidates,
    unfreeze_list,
)
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.ballot_papers.ballot_print import PrintFact, PrintState, print_findings
from congress_desk.domain.ballot_papers.proof import ReadName
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.findings import Finding
from congress_desk.papers import available, export_papers, make_paper
from congress_desk.papers.ballot_papers import PROOF
from congress_desk.papers.ballot_run import (
    BALLOTS,
    ballot_view,
    ballots_of_run,
    proof_findings,
    reserve_for,
    voters,
)
from congress_desk.queries.elections.ballot_prints import ballots_to_print
from congress_desk.queries.elections.lists import election
from congress_desk.reports.ballot_papers.forms import BallotForm, PaperSize
from congress_desk.reports.ballot_papers.sheets import BallotSheets
from congress_desk.storage.congress_file import CongressFile


@pytest.fixture
def file(tmp_path):
    found = a_congress(tmp_path)
    yield found
    found.close()


def ballot_print_findings(file: CongressFile, election_id: int) -> tuple[Finding, ...]:
    of = ballots_to_print(file, election_id)
    return print_findings(of.listed, of.prints)


def fact(file: CongressFile) -> PrintFact:
    return ballots_to_print(file, 1).fact


def test_that_a_run_is_recorded_with_its_list_its_number_and_who_printed(file):
    assert fact(file) is PrintFact.NONE
    run = granted(printed(file))
    assert (run.needed, run.copies, run.reserve) == (6, 8, 2)
    assert run.actor == "Thư ký"
    assert run.at
    assert run.digest == ballots_to_print(file, 1).listed.digest
    assert fact(file) is PrintFact.CURRENT
    assert ballots_to_print(file, 1).copies == 8
    assert ballot_print_findings(file, 1) == ()


def test_that_printing_fixes_the_list(file):
    assert not election(file, 1).frozen
    granted(printed(file))
    assert election(file, 1).frozen
    added = add_candidate(file, 1, Candidate(name="Lê Mới"), actor="TK")
    assert code_of(added) == "list_frozen"


def test_that_a_list_above_the_surplus_is_printed_with_a_reason_alone(tmp_path):
    file = a_congress(tmp_path, an_election(names=6, seats=3))
    assert code_of(printed(file)) == "surplus_needs_reason"
    assert not election(file, 1).frozen
    view = ballot_view(file, 1, BallotForm(), None)
    assert view.ballots is not None
    granted(
        record_ballot_print(
            file, 1, digest=view.of.listed.digest, layout=view.ballots.layout.as_json(),
            on_sheet=2, needed=6, copies=8, actor="TK", reason="đại hội biểu quyết",
        )
    )  # fmt: skip
    assert election(file, 1).frozen
    file.close()


def test_that_four_to_a_sheet_of_no_printer_are_printed_as_usual(file):
    """Chosen for A5, four on A3; then the ballots are made A4, of which A2 would hold four."""
    view = ballot_view(file, 1, BallotForm(size=PaperSize.A4, on_sheet=4), None)
    assert view.ballots is not None and view.problems == ()
    assert (view.ballots.sheet.on_sheet, view.ballots.sheet.size) == (1, PaperSize.A4)


def changed(file: CongressFile, how: str) -> None:
    granted(unfreeze_list(file, 1, actor="TK"))
    listed = election(file, 1).candidates
    if how == "name":
        wrong = listed[0]
        granted(
            edit_candidate(file, Candidate(id=wrong.id, name="Ngô Ân", born="1970"), actor="TK")
        )
    elif how == "order":
        ids = [c.id for c in listed]
        granted(order_candidates(file, 1, [ids[1], ids[0], *ids[2:]], actor="TK"))
    else:
        granted(add_candidate(file, 1, Candidate(name="Vũ Ê", born="1975"), actor="TK"))


@pytest.mark.parametrize("how", ["name", "order", "more"])
def test_that_a_list_changed_after_printing_is_found_before_the_round_opens(file, how):
    run = granted(printed(file))
    changed(file, how)
    assert fact(file) is PrintFact.OUTDATED
    (finding,) = ballot_print_findings(file, 1)
    assert finding.code == "ballots_outdated"
    assert finding.params["printed"] == run.code
    assert finding.blocks


def test_that_a_reprint_after_a_change_makes_the_old_print_void(file):
    old = granted(printed(file))
    changed(file, "name")
    new = granted(printed(file))
    first, second = ballots_to_print(file, 1).prints
    assert (first.id, first.state, first.void_reason) == (old.id, PrintState.VOID, "list_changed")
    assert first.voided_at
    assert (second.id, second.state) == (new.id, PrintState.PRINTED)
    assert ballots_to_print(file, 1).copies == new.copies
    assert fact(file) is PrintFact.CURRENT


def test_that_a_second_run_of_the_same_list_adds_to_the_first(file):
    granted(printed(file))
    granted(printed(file, copies=8))
    assert [p.state for p in ballots_to_print(file, 1).prints] == [PrintState.PRINTED] * 2
    assert ballots_to_print(file, 1).copies == 16


def test_that_a_change_taken_back_makes_the_papers_good_again(file):
    granted(printed(file))
    changed(file, "order")
    ids = [c.id for c in election(file, 1).candidates]
    granted(order_candidates(file, 1, [ids[1], ids[0], *ids[2:]], actor="TK"))
    assert fact(file) is PrintFact.CURRENT


def test_that_a_run_is_taken_back_with_a_reason_and_kept(file):
    run = granted(printed(file))
    assert code_of(void_ballot_print(file, run.id, " ", actor="TK")) == "reason_missing"
    voided = granted(void_ballot_print(file, run.id, "kẹt giấy, mờ chữ", actor="TK"))
    assert (voided.state, voided.void_reason) == (PrintState.VOID, "kẹt giấy, mờ chữ")
    (finding,) = ballot_print_findings(file, 1)
    assert finding.code == "ballots_void"
    assert fact(file) is PrintFact.VOID
    again = granted(void_ballot_print(file, run.id, "lần nữa", actor="TK"))
    assert again.void_reason == "kẹt giấy, mờ chữ"


def test_that_a_list_changed_while_the_ballot_was_looked_at_is_not_recorded(file):
    view = ballot_view(file, 1, BallotForm(), None)
    assert view.ballots is not None
    granted(add_candidate(file, 1, Candidate(name="Vũ Ê", born="1975"), actor="TK"))
    refused = record_ballot_print(
        file, 1, digest=view.of.listed.digest, layout=view.ballots.layout.as_json(),
        on_sheet=2, needed=6, copies=8, actor="TK",
    )  # fmt: skip
    assert code_of(refused) == "ballots_list_changed"


@pytest.mark.parametrize(
    ("copies", "code"), [(0, "ballots_copies_wrong"), (30_000, "ballots_copies_wrong"),
                         (5, "ballots_too_few")],
)  # fmt: skip
def test_that_a_wrong_number_of_papers_is_refused(file, copies, code):
    view = ballot_view(file, 1, BallotForm(), None)
    assert view.ballots is not None
    refused = record_ballot_print(
        file, 1, digest=view.of.listed.digest, layout=view.ballots.layout.as_json(),
        on_sheet=2, needed=6, copies=copies, actor="TK",
    )  # fmt: skip
    assert code_of(refused) == code


def test_that_a_round_opened_in_error_and_again_votes_with_the_same_papers(file):
    granted(printed(file))
    found = a_round(file)
    assert fact(file) is PrintFact.CURRENT
    granted(cancel_round(file, found.id, reason="mở nhầm", actor="TK"))
    assert fact(file) is PrintFact.CURRENT
    a_round(file)
    assert fact(file) is PrintFact.CURRENT


def test_that_no_ballot_is_printed_of_a_round_that_is_over(file):
    a_declared_round(file)
    view = ballot_view(file, 1, BallotForm(), 8)
    assert view.of.over
    assert code_of(printed(file, copies=8)) == "ballots_round_over"


def test_that_a_run_is_never_deleted_nor_changed(file):
    granted(printed(file))
    for statement, why in (
        ("DELETE FROM ballot_print", "never deleted"),
        ("UPDATE ballot_print SET copies = 9", "never changed"),
        ("UPDATE ballot_print SET digest = 'x'", "never changed"),
    ):
        with pytest.raises(sqlite3.IntegrityError, match=why):
            file.db.conn.execute(statement)
    assert file.check() == []


def test_that_the_papers_of_a_run_are_drawn_from_what_was_kept_of_it(file):
    run = granted(printed(file, form=BallotForm(size=PaperSize.A6)))
    kept = ballots_of_run(file, run)
    assert kept.layout.size is PaperSize.A6
    assert kept.copies == run.copies
    paper = next(p for p in available(file) if p.kind == BALLOTS)
    assert make_paper(file, paper).content == kept


def test_that_a_ballot_without_a_recorded_run_says_so_and_a_recorded_one_does_not(file):
    def words() -> str:
        paper = next(p for p in available(file) if p.kind == BALLOTS)
        content = make_paper(file, paper).content
        assert isinstance(content, BallotSheets)
        return " ".join(line.text for line in content.layout.pages[0].lines)

    assert "BẢN NHÁP" in words()
    granted(printed(file))
    assert "BẢN" not in words()
    changed(file, "order")
    assert "BẢN NHÁP" in words()


def test_that_the_command_line_writes_ballots_for_everybody_and_a_reserve(file, tmp_path):
    made: list[Path] = []
    done = export_papers(file, tmp_path / "out", [BALLOTS], written=made.append)
    assert done == 1
    assert [path.name for path in made] == ["phieu-bau-BCH.pdf"]
    paper = next(p for p in available(file) if p.kind == BALLOTS)
    content = make_paper(file, paper).content
    assert isinstance(content, BallotSheets)
    assert content.copies == 6 + reserve_for(6)


@pytest.mark.parametrize(("needed", "reserve"), [(1, 2), (6, 2), (100, 2), (119, 3), (1500, 30)])
def test_that_the_reserve_is_two_in_a_hundred_and_never_less_than_two(needed, reserve):
    assert reserve_for(needed) == reserve


def test_that_a_round_under_way_needs_papers_for_its_own_voters(file):
    assert voters(file, 1) == 6
    a_round(file, papers=5)
    assert voters(file, 1) == 5


def test_that_the_proof_finds_nothing_on_a_good_ballot_and_names_what_is_wrong(file):
    of = ballots_to_print(file, 1)
    right = [ReadName(str(n), c.name) for n, c in enumerate(election(file, 1).candidates, 1)]

    def codes(*read: ReadName) -> set[str]:
        found = proof_findings(file, of, read)
        return {f.code for f in found if f.code.startswith("proof_")}

    assert codes(*right) == set()
    assert codes(*right[:3]) >= {"proof_count", "proof_name"}
    assert codes(right[1], right[0], *right[2:]) == {"proof_number", "proof_name"}
    assert codes(ReadName("1", "Ngô Ân"), *right[1:]) == {"proof_name"}
    assert codes(ReadName("1", ""), *right[1:]) == {"proof_name"}


def test_that_the_proof_reads_the_drawn_page_and_tells_every_run(file):
    granted(printed(file))
    changed(file, "order")
    granted(printed(file))
    paper = next(p for p in available(file) if p.kind == PROOF)
    text = document_text(make_paper(file, paper).content)
    assert "BẢN KIỂM TRA PHIẾU BẦU" in text
    assert "SAI" not in text
    assert "đã hủy: danh sách thay đổi sau khi in" in text
    assert "có hiệu lực" in text
    assert "Trần Thị Bình” đứng trước “Ngô An" in text
