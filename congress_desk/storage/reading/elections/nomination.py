"""Where the names of an election come from, withdrawals, opinion polls and votes on the number."""

from __future__ import annotations

from congress_desk.domain.motions import Motion, MotionState, votes_of_matter
from congress_desk.domain.nomination.nominee import Nominee, Support, Withdrawal
from congress_desk.domain.nomination.opinion_poll import OpinionPoll, PollState
from congress_desk.domain.nomination.steps import NumberVote
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.motions import motions
from congress_desk.storage.rows.elections.nomination import nominee_of, poll_of

_NOMINEES = """
SELECT candidate.*, source, nominated_by, nominator_id, support, support_of, left_off,
       nomination.at AS nominated_at
FROM candidate LEFT JOIN nomination ON candidate_id = candidate.id
WHERE election_id = ? AND (listed OR source IS NOT NULL OR decision_id IS NOT NULL
    OR candidate.id IN (SELECT candidate_id FROM withdrawal))
ORDER BY listed DESC, place, candidate.id
"""
_WITHDRAWALS = """
SELECT withdrawal.* FROM withdrawal JOIN candidate ON candidate.id = candidate_id
WHERE election_id = ? ORDER BY withdrawal.id
"""
_POLL_PEOPLE = """
SELECT poll_person.*, name FROM poll_person JOIN candidate ON candidate.id = candidate_id
WHERE poll_id = ? ORDER BY poll_person.place
"""


def nominees(file: CongressFile, election_id: int) -> tuple[Nominee, ...]:
    """Return every name of an election: the list in its order, then those not on it."""
    wishes = {wish.candidate_id: wish for wish in withdrawals(file, election_id)}
    polls = opinion_polls(file, election_id)
    return tuple(
        nominee_of(row, wishes.get(row["id"]), _polled(polls, row["id"]))
        for row in file.rows(_NOMINEES, election_id)
    )


def nomination_row(file: CongressFile, candidate_id: int) -> Row | None:
    """Return where a name comes from, None where nobody said it."""
    rows = file.rows("SELECT * FROM nomination WHERE candidate_id = ?", candidate_id)
    return rows[0] if rows else None


def unlisted_of(file: CongressFile, election_id: int) -> tuple[int, ...]:
    """Return the candidates of an election who are not on its list."""
    rows = file.rows("SELECT id FROM candidate WHERE election_id = ? AND NOT listed", election_id)
    return tuple(row["id"] for row in rows)


def last_place(file: CongressFile, election_id: int) -> int:
    """Return the last place any candidate of an election has, 0 without any."""
    sql = "SELECT coalesce(max(place), 0) AS last FROM candidate WHERE election_id = ?"
    return int(file.rows(sql, election_id)[0]["last"])


def withdrawals(file: CongressFile, election_id: int) -> tuple[Withdrawal, ...]:
    """Return the wishes to withdraw, each with the last vote on it, oldest first."""
    votes = motions(file)
    return tuple(
        Withdrawal(
            id=row["id"],
            candidate_id=row["candidate_id"],
            reason=row["reason"],
            at=row["at"],
            motion=_last_vote(votes, row["motion_id"]),
        )
        for row in file.rows(_WITHDRAWALS, election_id)
    )


def withdrawal_of_motion(file: CongressFile, motion_id: int) -> Row | None:
    """Return the wish to withdraw that a motion is about, by its first vote."""
    rows = file.rows("SELECT * FROM withdrawal WHERE motion_id = ?", motion_id)
    return rows[0] if rows else None


def number_motion_row(file: CongressFile, motion_id: int) -> Row | None:
    """Return the number that a motion sets, by its first vote."""
    rows = file.rows("SELECT * FROM number_motion WHERE motion_id = ?", motion_id)
    return rows[0] if rows else None


def number_vote(file: CongressFile, election_id: int) -> NumberVote | None:
    """Return the newest vote on the number to elect that was not cancelled."""
    votes = motions(file)
    sql = "SELECT * FROM number_motion WHERE election_id = ? ORDER BY motion_id DESC"
    for row in file.rows(sql, election_id):
        vote = _last_vote(votes, row["motion_id"])
        if vote.state is not MotionState.CANCELLED:
            return NumberVote(
                motion=vote,
                seats=row["seats"],
                structure=row["structure"],
                seats_before=row["seats_before"] or 0,
            )
    return None


def opinion_polls(file: CongressFile, election_id: int) -> tuple[OpinionPoll, ...]:
    """Return the opinion polls of an election in order, cancelled ones too."""
    rows = file.rows(
        "SELECT * FROM opinion_poll WHERE election_id = ? ORDER BY number", election_id
    )
    return tuple(_poll(file, row) for row in rows)


def opinion_poll(file: CongressFile, poll_id: int) -> OpinionPoll | None:
    """Return one opinion poll."""
    rows = file.rows("SELECT * FROM opinion_poll WHERE id = ?", poll_id)
    return _poll(file, rows[0]) if rows else None


def has_records_of(file: CongressFile, candidate_id: int) -> bool:
    """Say whether a poll, a wish to withdraw or a decision names a candidate."""
    asked = file.rows("SELECT 1 FROM poll_person WHERE candidate_id = ? LIMIT 1", candidate_id)
    wished = file.rows("SELECT 1 FROM withdrawal WHERE candidate_id = ? LIMIT 1", candidate_id)
    decided = file.rows(
        "SELECT 1 FROM decision_person WHERE candidate_id = ? LIMIT 1", candidate_id
    )
    return bool(asked or wished or decided)


def has_records_of_election(file: CongressFile, election_id: int) -> bool:
    """Say whether a poll or a motion is about an election."""
    polls = file.rows("SELECT 1 FROM opinion_poll WHERE election_id = ? LIMIT 1", election_id)
    votes = file.rows("SELECT 1 FROM motion WHERE election_id = ? LIMIT 1", election_id)
    return bool(polls or votes)


def _poll(file: CongressFile, row: Row) -> OpinionPoll:
    found = row["id"]
    return poll_of(
        row,
        file.rows("SELECT * FROM poll_member WHERE poll_id = ? ORDER BY place", found),
        # The self-nominated first, as the forms 4A and 4B are named.
        file.rows("SELECT * FROM poll_paper WHERE poll_id = ? ORDER BY source DESC", found),
        file.rows(_POLL_PEOPLE, found),
    )


def _polled(polls: tuple[OpinionPoll, ...], candidate_id: int) -> Support | None:
    counted = [poll for poll in polls if poll.state is PollState.COUNTED]
    found = [poll.support(candidate_id) for poll in reversed(counted)]
    return next(filter(None, found), None)


def _last_vote(votes: tuple[Motion, ...], motion_id: int) -> Motion:
    first = next(motion for motion in votes if motion.id == motion_id)
    same = [m for m in votes_of_matter(votes, first) if m.state is not MotionState.CANCELLED]
    return same[-1] if same else first
