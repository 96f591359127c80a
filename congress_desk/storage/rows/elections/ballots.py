"""Ballots and their marks as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congress_desk.domain.elections.ballots import BoardReason, Mark, Paper
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.journal.lines import Row

MARK_COLUMNS = ("ballot_id", "candidate_id", "mark")
_MARKS = (Mark.STRUCK.value, Mark.BOTH.value, Mark.BLANK.value)
_NONE: frozenset[int] = frozenset()
_NO_VOTES: frozenset[tuple[int, int]] = frozenset()


def paper_of(
    board_reason: str,
    board_text: str,
    marks: Sequence[str | None],
    shares: int = 0,
    given: Iterable[tuple[int, int]] = (),
) -> Paper:
    """Return a ballot's paper from two columns of its row and the candidate ids with each mark.

    `marks` are the ids, with commas, in the order of `Mark`; () of a ballot without marks. Of one
    by shares also from its shares and its (candidate id, votes) pairs.
    """
    struck, both, blank = marks or (None, None, None)
    if not (both or blank or board_reason or board_text or shares):
        return Paper(struck=_ids(struck))  # nearly every ballot
    return Paper(
        struck=_ids(struck),
        both=_ids(both),
        blank=_ids(blank),
        board_reason=BoardReason(board_reason) if board_reason else None,
        board_text=board_text,
        shares=shares,
        given=frozenset(given) if given else _NO_VOTES,
    )


class _Numbers(dict[str, int]):
    """Numbers by their digits, each read once: a candidate stands on thousands of ballots."""

    def __missing__(self, digits: str) -> int:
        number = self[digits] = int(digits)
        return number


_NUMBERS = _Numbers()


def _ids(listed: str | None) -> frozenset[int]:
    return frozenset(map(_NUMBERS.__getitem__, listed.split(","))) if listed else _NONE


def paper_columns(paper: Paper) -> Row:
    """Return the columns of a ballot row that its paper fills."""
    reason = paper.board_reason.value if paper.board_reason else ""
    return {"board_reason": reason, "board_text": clean_text(paper.board_text)}


def marks_of(ballot_id: int, paper: Paper) -> list[tuple[int, int, str]]:
    """Return a ballot's marks, by mark and candidate id, with the values of `MARK_COLUMNS`."""
    return [
        (ballot_id, candidate_id, mark)
        for mark, ids in zip(_MARKS, (paper.struck, paper.both, paper.blank), strict=True)
        for candidate_id in sorted(ids)
    ]


def vote_rows(ballot_id: int, paper: Paper) -> list[Row]:
    """Return the rows of the votes that a ballot by shares gives, by candidate id."""
    return [
        {"ballot_id": ballot_id, "candidate_id": candidate_id, "votes": votes}
        for candidate_id, votes in sorted(paper.given)
    ]
