"""Ballots and their marks as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congress_desk.domain.elections.ballots import BoardReason, Mark, Paper
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.journal.lines import Row

_NONE: frozenset[int] = frozenset()


def paper_of(
    row: Row,
    marks: Sequence[str | None],
    shares: int = 0,
    given: Iterable[tuple[int, int]] = (),
) -> Paper:
    """Return a ballot's paper from its row and the candidate ids with each mark.

    `marks` are the ids, with commas, in the order of `Mark`; () of a ballot without marks. Of one
    by shares also from its shares and its (candidate id, votes) pairs.
    """
    struck, both, blank = map(_ids, marks) if marks else (_NONE, _NONE, _NONE)
    reason = row["board_reason"]
    return Paper(
        struck=struck,
        both=both,
        blank=blank,
        board_reason=BoardReason(reason) if reason else None,
        board_text=row["board_text"],
        shares=shares,
        given=frozenset(given),
    )


def _ids(listed: str | None) -> frozenset[int]:
    return frozenset(map(int, listed.split(","))) if listed else _NONE


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
