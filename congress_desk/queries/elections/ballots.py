"""Recorded ballots, each with its verdict."""

from __future__ import annotations

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Ballot, Round
from congress_desk.domain.elections.tally import BallotRules
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.rounds import ballot_rules
from congress_desk.storage.act import about_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import passes as reading_passes

_TYPED = ("enter_ballots", "take_back_ballot", "undo")
_BEFORE_A_BUNDLE = (*_TYPED, "open_round", "open_round_anyway")


def ballots(file: CongressFile, round_id: int) -> tuple[Ballot, ...]:
    """Return the counted ballots of a round by bundle and place."""
    rows = reading_passes.counted_ballot_rows(file, _round(file, round_id))
    return _ballots(rows, reading_ballots.papers(file, round_id, rows), _rules(file, round_id))


def last_ballots(file: CongressFile, round_id: int, limit: int = 30) -> tuple[Ballot, ...]:
    """Return the last counted ballots as they were recorded, newest first.

    Of a round of several passes none: whoever enters one sees nothing of the others.
    """
    if _round(file, round_id).passes > 1:
        return ()
    rows = reading_ballots.newest_ballot_rows(file, round_id, limit)
    papers = [reading_ballots.paper_of_ballot(file, row) for row in rows]
    return _ballots(rows, papers, _rules(file, round_id))


def confirmed_bundle(file: CongressFile, round_id: int) -> int | None:
    """Return the bundle whose number was written on it last, None when a ballot came after.

    No clock is asked: the journal orders what was done.
    """
    for line in reversed(file.journal_lines()):
        about = about_of(line)
        if about.get("round_id") != round_id:
            continue
        if line.act == "confirm_bundle":
            return int(about["bundle"])
        if line.act in _BEFORE_A_BUNDLE:
            return None
    return None


def awaits_word(file: CongressFile, round_id: int) -> bool:
    """Say whether ballots were typed since somebody last said that no sheet was left in the hand.

    Of a round of several passes nobody is asked: what was typed is compared instead.
    """
    for line in reversed(file.journal_lines()):
        if about_of(line).get("round_id") != round_id:
            continue
        if line.act in ("confirm_bundle", "record_ballots", *_BEFORE_A_BUNDLE):
            return line.act in _TYPED
    return False


def ballot(file: CongressFile, ballot_id: int) -> Ballot:
    """Return one ballot; KeyError when there is none of this id."""
    row = reading_ballots.ballot_row(file, ballot_id)
    if row is None:
        raise KeyError(ballot_id)
    rules = _rules(file, row["round_id"])
    return _ballots([row], [reading_ballots.paper_of_ballot(file, row)], rules)[0]


def _rules(file: CongressFile, round_id: int) -> BallotRules:
    rules: RuleSet = congress(file).rules
    return ballot_rules(_round(file, round_id), rules)


def _round(file: CongressFile, round_id: int) -> Round:
    found: Round | None = reading_elections.round_by_id(file, round_id)
    if found is None:
        raise KeyError(round_id)
    return found


def _ballots(rows: list[Row], papers: list[Paper], rules: BallotRules) -> tuple[Ballot, ...]:
    return tuple(
        Ballot(
            id=row["id"],
            uid=row["uid"],
            bundle=row["bundle_number"],
            sequence=row["sequence"],
            paper=paper,
            verdict=rules.judge(paper),
            operator=row["operator"],
            entered_at=row["entered_at"],
            corrected=row["replaces"] is not None,
        )
        for row, paper in zip(rows, papers, strict=True)
    )
