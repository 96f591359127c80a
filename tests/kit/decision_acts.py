"""Every act on decisions and on doubtful ballots, and files on which each can be done."""

from __future__ import annotations

from pathlib import Path

from congress_files import a_congress, an_election, fresh_uids, granted, striking
from elections_after_round import A, decide, hold, of, open_next

from congress_desk.actions.elections.checks.secrecy import set_fewest_ballots, show_matrix
from congress_desk.actions.elections.decisions import (
    propose_decision,
    record_lot,
    take_back_decision,
    vote_on_decision,
)
from congress_desk.actions.elections.doubts import decide_doubt, give_back, set_aside
from congress_desk.actions.elections.recount import open_recount
from congress_desk.actions.elections.superior import annul_round, appoint
from congress_desk.actions.nomination.later_names import add_later_name, remove_later_name
from congress_desk.domain.decisions.decision import DecisionKind, DecisionOrgan
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.motions import Hands
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import CongressFile

TWO = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch"}
PAPER = {"document": "9-QĐ/QU", "document_date": "2026-11-30", "issued_by": "Quận ủy"}
NEXT, NEW = DecisionKind.NEXT_ROUND, DecisionKind.NEW_NAMES
IN_A_COUNT = ("set_aside", "decide_doubt", "give_back")


def decisions_ready(folder: Path, name: str) -> CongressFile:
    """Return a file on which the act of this name can be done."""
    file = a_congress(folder, an_election("BCH", 4, 3), an_election("DB", 4, 3), people=20)
    if name == "appoint":
        return file
    if name in IN_A_COUNT:
        found = open_next(file, "BCH", 20)
        granted(set_aside(file, found.id, 1, DoubtCause.TORN, operator=A))
        return file
    if name == "record_lot":
        hold(file, "BCH", [20, 13, 13, 13], 20)
        hold(file, "BCH", [20, 10, 10], 20)
        decide(file, "BCH", DecisionKind.LOT, people=20)
        return file
    hold(file, "BCH", [20, 18, 9, 10], 20)
    if name in ("take_back_decision", "vote_on_decision"):
        granted(propose_decision(file, of(file, "BCH").id, NEXT, matter="Bầu tiếp", actor=A))
    if name in ("add_later_name", "remove_later_name"):
        decided = decide(file, "BCH", NEW, people=20)
        granted(add_later_name(file, decided.id, Candidate(name="Mai Văn Mới"), actor=A))
    return file


def _course(file: CongressFile):
    return election_course(file, of(file, "BCH").id)


def _last_round(file: CongressFile):
    return rounds(file, of(file, "BCH").id)[-1]


def _doubt(file: CongressFile):
    return round_sheet(file, _last_round(file).id).doubts[-1]


def _last_candidate(file: CongressFile) -> int:
    return file.rows("SELECT max(id) AS id FROM candidate")[0]["id"]


DECISION_ACTS = {
    "propose_decision": lambda f: propose_decision(
        f, of(f, "BCH").id, NEXT, matter="Bầu tiếp 1 ủy viên", actor=A
    ),
    "vote_on_decision": lambda f: vote_on_decision(
        f, _course(f).proposed.id, Hands(in_favour=20), actor=A
    ),
    "take_back_decision": lambda f: take_back_decision(
        f, _course(f).proposed.id, reason="đổi ý", actor=A
    ),
    "record_lot": lambda f: record_lot(
        f, _course(f).undrawn.id, [_course(f).last.tied[0].id], drawn_by="Vũ Ê", **TWO, actor=A
    ),
    "annul_round": lambda f: annul_round(
        f, _last_round(f).id, organ=DecisionOrgan.SUPERIOR, reason="vi phạm", **PAPER, **TWO,
        actor=A,
    ),
    "open_recount": lambda f: open_recount(
        f, _last_round(f).id, reason="đề nghị", **TWO, actor=A
    ),
    "show_matrix": lambda f: show_matrix(f, _last_round(f).id, **TWO, actor=A),
    "set_fewest_ballots": lambda f: set_fewest_ballots(f, 5, **TWO, actor=A),
    "appoint": lambda f: appoint(f, of(f, "DB").id, ["Ngô An"], **PAPER, actor=A),
    "add_later_name": lambda f: add_later_name(
        f, _course(f).permission.id, Candidate(name="Mai Văn Út"), actor=A
    ),
    "remove_later_name": lambda f: remove_later_name(f, _last_candidate(f), actor=A),
    "set_aside": lambda f: set_aside(
        f, _last_round(f).id, 1, DoubtCause.PARTIAL_STRIKE, operator=A
    ),
    "decide_doubt": lambda f: decide_doubt(
        f, _doubt(f).id, striking(_last_round(f), [4]), *fresh_uids(1), 5, 4, "Điều 15", "rõ",
        operator=A,
    ),
    "give_back": lambda f: give_back(f, _doubt(f).id, operator=A),
}  # fmt: skip
