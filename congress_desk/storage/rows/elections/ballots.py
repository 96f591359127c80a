"""Ballots and their marks as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable

from congress_desk.domain.elections.ballots import BoardReason, Mark, Paper
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.journal.lines import Row


def paper_of(
    row: Row,
    marks: Iterable[tuple[int, str]],
    shares: int = 0,
    given: Iterable[tuple[int, int]] = (),
) -> Paper:
    """Return a ballot's paper from its row and its (candidate id, mark) pairs.

    Of one by shares also from its shares and its (candidate id, votes) pairs.
    """
    by_mark: dict[str, set[int]] = {mark.value: set() for mark in Mark}
    for candidate_id, mark in marks:
        by_mark[mark].add(candidate_id)
    reason = row["board_reason"]
    return Paper(
        struck=frozenset(by_mark[Mark.STRUCK]),
        both=frozenset(by_mark[Mark.BOTH]),
        blank=frozenset(by_mark[Mark.BLANK]),
        board_reason=BoardReason(reason) if reason else None,
        board_text=row["board_text"],
        shares=shares,
        given=frozenset(given),
    )


def paper_columns(paper: Paper) -> Row:
    """Return the columns of a ballot row that its paper fills."""
    reason = paper.board_reason.value if paper.board_reason else ""
    return {"board_reason": reason, "board_text": clean_text(paper.board_text)}


def mark_rows(ballot_id: int, paper: Paper) -> list[Row]:
    """Return the rows of a ballot's marks, by mark and candidate id."""
    return [
        {"ballot_id": ballot_id, "candidate_id": candidate_id, "mark": mark.value}
        for mark, ids in (
            (Mark.STRUCK, paper.struck),
            (Mark.BOTH, paper.both),
            (Mark.BLANK, paper.blank),
        )
        for candidate_id in sorted(ids)
    ]


def vote_rows(ballot_id: int, paper: Paper) -> list[Row]:
    """Return the rows of the votes that a ballot by shares gives, by candidate id."""
    return [
        {"ballot_id": ballot_id, "candidate_id": candidate_id, "votes": votes}
        for candidate_id, votes in sorted(paper.given)
    ]
