"""Practice ballots have known answers, of every kind, the same for ever."""

from __future__ import annotations

import pytest
from congress_files import granted
from pypdf import PdfReader

from congress_desk.domain.elections.ballots import InvalidReason, MarkMode, mark_mode
from congress_desk.domain.elections.entry_line import EntryKind, read_entry
from congress_desk.domain.practice.ballots import PracticeList, practice_ballots
from congress_desk.exports.ballot_papers.practice import write_practice
from congress_desk.imports.rule_sets import load_rule_set
from congress_desk.reports.practice.practice_sheets import practice_sheets

SIZES = [(18, 15), (9, 7), (5, 5), (1, 1), (12, 12), (63, 55), (4, 3), (2, 1), (110, 100)]


def a_list(names: int, seats: int, rules: str = "dang-190-2024") -> PracticeList:
    return PracticeList(
        title="Tập", names=tuple(f"Người {n}" for n in range(1, names + 1)), seats=seats,
        mode=mark_mode(names, seats), rules=granted(load_rule_set(rules)),
    )  # fmt: skip


@pytest.mark.parametrize(("names", "seats"), SIZES)
def test_that_every_answer_typed_gives_the_ballot_that_is_drawn(names, seats):
    of = a_list(names, seats)
    for ballot in practice_ballots(of, ballots=40, set_number=3):
        entry = granted(read_entry(ballot.line, of.context))
        assert entry.kind is EntryKind.PAPER
        assert entry.paper == ballot.paper, ballot
        assert ballot.verdict == of.ballot_rules.judge(ballot.paper)


@pytest.mark.parametrize(
    ("names", "seats", "reasons"),
    [
        (18, 15, {"overvote", "no_choice", "signed", "outsider", "extra_writing", "not_issued"}),
        (5, 5, {"signed", "outsider", "extra_writing", "not_issued"}),
        (1, 1, {"unclear_choice", "signed", "outsider", "extra_writing", "not_issued"}),
    ],
)
def test_that_a_set_has_valid_ballots_and_every_invalid_kind(names, seats, reasons):
    of = a_list(names, seats)
    made = practice_ballots(of, ballots=20, set_number=1)
    invalid = [b.verdict.reason for b in made if b.verdict.reason is not None]
    assert reasons <= {reason.value for reason in invalid} <= {r.value for r in InvalidReason}
    assert len(invalid) <= len(made) // 2
    if of.mode is MarkMode.TICK:
        assert any(b.paper.both for b in made) and any(b.paper.blank for b in made)


def test_that_a_set_is_the_same_for_ever_and_another_is_another():
    of = a_list(18, 15)
    first = practice_ballots(of, ballots=6, set_number=1)
    assert [b.line for b in first] == [
        b.line for b in practice_ballots(of, ballots=6, set_number=1)
    ]
    assert [b.line for b in first] != [
        b.line for b in practice_ballots(of, ballots=6, set_number=2)
    ]
    assert [b.line for b in first] == KEPT


def test_that_runs_are_typed_as_ranges_and_nothing_is_separated_without_need():
    of = a_list(18, 15)
    lines = {b.line for b in practice_ballots(of, ballots=20, set_number=1)}
    assert {"0", "1-18", "*3"} <= lines
    assert not any(" " in line and "-" not in line for line in lines)


@pytest.mark.parametrize(("names", "seats", "pages"), [(110, 100, 2), (240, 200, 4)])
def test_that_ballots_of_a_long_list_are_drawn_whole_in_columns(names, seats, pages, tmp_path):
    of = a_list(names, seats)
    ballots = practice_ballots(of, ballots=2, set_number=1)
    path = tmp_path / "tap.pdf"
    assert write_practice(practice_sheets(of, ballots, 1), path) is None
    read = [page.extract_text() for page in PdfReader(path).pages]
    assert len(read) == pages + 1
    first = "\n".join(read[: pages // 2])
    assert all(f"Người {number}" in first for number in (1, names // 2, names))


KEPT = ["04091214", "0203 10-12 18", "16", "040516", "15-18", "*3"]
