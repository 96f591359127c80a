"""One round of every kind, for golden texts and printed pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.domain.elections.findings import waiver_key
from congress_desk.domain.elections.round import Accounting, RoundKind, RoundState, Waiver
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.people.person import BaseSum, Status

from . import sheets
from .sheets import build, candidates, papers_for, random_papers


def complete() -> RoundSheet:
    """Six names for five seats, D = 118 of 119; the last is over half but not placed."""
    people = candidates(6)
    ids = [c.id for c in people]
    votes = (110, 104, 98, 99, 71, 88)
    papers = [
        *papers_for(votes, ids, 114),
        *[Paper()] * 2,
        Paper(board_reason=BoardReason.EXTRA_WRITING),
    ]
    accounting = Accounting(convened=118, present=117, issued=117, returned=117)
    return build(papers, people, 5, accounting=accounting, base_sum=sheets.BASE_SUM)[0]


def tie() -> RoundSheet:
    """Three names for two seats of 12; two are level for the last seat."""
    people = candidates(3)
    papers = papers_for((10, 7, 7), [c.id for c in people], 12)
    return build(papers, people, 2)[0]


def tie_revote() -> RoundSheet:
    """The two tied are voted on again: the higher wins without a majority; five did not vote."""
    people = candidates(2)
    papers = papers_for((4, 3), [c.id for c in people], 7)
    accounting = Accounting(convened=12, present=12, issued=12, returned=7)
    return build(papers, people, 1, accounting=accounting, number=2, kind=RoundKind.TIE)[0]


def short() -> RoundSheet:
    """Four names for two seats of 9: only one is over half."""
    people = candidates(4)
    papers = papers_for((7, 4, 4, 2), [c.id for c in people], 9)
    return build(papers, people, 2)[0]


def void() -> RoundSheet:
    """21 ballots came back of 20 issued."""
    people = candidates(5)
    papers = random_papers([c.id for c in people], 3, 21)
    accounting = Accounting(convened=20, present=20, issued=20, returned=21)
    return build(papers, people, 3, accounting=accounting)[0]


def incomplete() -> RoundSheet:
    """30 of 40 ballots are in; nothing is declared."""
    people = candidates(6)
    papers = random_papers([c.id for c in people], 5, 30)
    accounting = Accounting(convened=41, present=40, issued=40, returned=40)
    return build(papers, people, 5, accounting=accounting, state=RoundState.COUNTING)[0]


def not_begun() -> RoundSheet:
    """A round just opened: nothing counted, nothing known but D; no board named."""
    people = candidates(4)
    accounting = Accounting(convened=41)
    return build([], people, 3, accounting=accounting, state=RoundState.COUNTING, board=())[0]


def tick() -> RoundSheet:
    """No surplus: nine names for nine seats, ticked, in a rehearsal."""
    people = candidates(9)
    papers = random_papers([c.id for c in people], 9, 44)
    accounting = Accounting(convened=47, present=44, issued=44, returned=44)
    congress = replace(sheets.CONGRESS, state=CongressState.REHEARSAL)
    deducted = BaseSum(
        convened=50,
        deductions=((Status.ABSENT_THROUGHOUT_COMMITTEE, 1), (Status.REPLACED, 3)),
        alternates=1,
        present=44,
        replaced_unfilled=2,
    )
    return build(papers, people, 9, accounting=accounting, base_sum=deducted, congress=congress)[0]


def secretary() -> RoundSheet:
    """One name for one seat, the second time, 117 ballots returned of 118 issued."""
    people = candidates(1)
    papers = random_papers([c.id for c in people], 1, 117, seed=3)
    accounting = Accounting(convened=119, present=118, issued=118, returned=117)
    return build(
        papers, people, 1, accounting=accounting, number=2, kind=RoundKind.AGAIN, code="BT",
        title="Bí thư Đảng ủy Phường 19, nhiệm kỳ 2020 - 2025",
    )[0]  # fmt: skip


def waived() -> RoundSheet:
    """More ballots issued than people present, let stand by a named person; too long a list."""
    people = candidates(6)
    accounting = Accounting(convened=31, present=29, issued=30, returned=30)
    papers = random_papers([c.id for c in people], 4, 30)
    first = build(papers, people, 4, accounting=accounting)[0]
    waivers = tuple(
        Waiver(
            code=waiver_key(finding),
            name="Đỗ Xuân Chi",
            reason="một đại biểu vào muộn sau khi điểm danh, đã nhận phiếu",
            at="2020-03-13T10:50:00+07:00",
        )
        for finding in first.findings
        if finding.waivable
    )
    return build(
        papers, people, 4, accounting=accounting, waivers=waivers,
        surplus_reason="đại hội biểu quyết nhất trí để thêm một người",
    )[0]  # fmt: skip


def cancelled() -> RoundSheet:
    """A round that was cancelled with a reason."""
    people = candidates(4)
    papers = random_papers([c.id for c in people], 3, 20)
    return build(
        papers, people, 3, state=RoundState.CANCELLED, cancel_reason="in nhầm danh sách trên phiếu"
    )[0]


def youth() -> RoundSheet:
    """The Youth Union: the majority is of the ballots returned; short in its last round."""
    people = candidates(5)
    papers = papers_for((12, 11, 9, 6, 5), [c.id for c in people], 18)
    accounting = Accounting(convened=20, present=19, issued=19, returned=18)
    return build(
        papers, people, 3, accounting=accounting, congress=sheets.youth_congress(), number=2,
        kind=RoundKind.AGAIN, title="Ban Chấp hành Đoàn Phường 19, nhiệm kỳ 2022 - 2027",
    )[0]  # fmt: skip


def union() -> RoundSheet:
    """A trade union in the form of NĐ 30."""
    people = candidates(4)
    papers = papers_for((30, 28, 27, 12), [c.id for c in people], 33)
    return build(
        papers, people, 3, congress=sheets.union_congress(),
        title="Ban Chấp hành Công đoàn Công ty May Bình Thạnh, nhiệm kỳ 2023 - 2028",
    )[0]  # fmt: skip


SCENES: Mapping[str, Callable[[], RoundSheet]] = {
    scene.__name__: scene
    for scene in (
        complete,
        tie,
        tie_revote,
        short,
        void,
        incomplete,
        not_begun,
        tick,
        secretary,
        waived,
        cancelled,
        youth,
        union,
    )
}
