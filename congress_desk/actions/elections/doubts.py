"""Acts on doubtful ballots: put aside for the whole board, decided by it, given back."""

from __future__ import annotations

from congress_desk.actions.elections.agreeing import agree_if_settled
from congress_desk.actions.elections.ballots import (
    bundle_of_ballots,
    check_papers,
    check_room,
    cleaned,
    paper_text,
    write_ballot,
)
from congress_desk.actions.elections.rounds import counting_round, one_pass_round
from congress_desk.actions.elections.shares import check_weights
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause, DoubtfulBallot, DoubtState
from congress_desk.domain.elections.passes.bundle_passes import RESOLVER
from congress_desk.domain.elections.round import Ballot, Round
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT, TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.ballots import ballot
from congress_desk.queries.elections.incremental_count import carry_on, incremental_count
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.elections import doubts as reading_doubts


@guarded
def set_aside(
    file: CongressFile,
    round_id: int,
    bundle_number: int,
    cause: DoubtCause,
    note: str = "",
    *,
    operator: str,
) -> DoubtfulBallot | Refusal:
    """Put the next ballot of a bundle aside for the board; it keeps its place in the bundle.

    What the marks mean is not said here: the whole board decides.
    """
    found = one_pass_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    bundle = bundle_of_ballots(file, round_id, bundle_number)
    if isinstance(bundle, Refusal):
        return bundle
    note = clean_text(note)
    refusal = (
        is_at_station(file, round_id, bundle_number)
        or check_doubt(cause, note)
        or check_room(bundle, bundle["number"], 1)
    )
    if refusal:
        return refusal
    kept = incremental_count(file, round_id)
    number = reading_doubts.last_number(file, round_id) + 1
    with file.act(
        "set_aside",
        actor=operator,
        round_id=round_id,
        bundle=bundle_number,
        sequence=bundle["last"] + 1,
        number=number,
        cause=f"doubt_cause.{cause.value}",
    ) as act:
        pass_id = bundle["pass_id"] or act.insert("entry_pass", bundle_id=bundle["id"], number=1)
        write_doubt(
            act, pass_id, bundle["last"] + 1, number=number, cause=cause, note=note, by=operator
        )
    carry_on(file, round_id, kept)
    return reading_doubts.doubtful_ballots(file, round_id)[-1]


def write_doubt(
    act: Act,
    pass_id: int,
    sequence: int,
    *,
    number: int,
    cause: DoubtCause,
    note: str,
    by: str,
    standing: bool = True,
) -> int:
    """Write a ballot that is put aside inside an act, and return its id.

    It is `standing` unless another pass may have put the same sheet aside already.
    """
    return act.insert(
        "doubtful_ballot",
        pass_id=pass_id,
        sequence=sequence,
        number=number,
        cause=cause.value,
        note=note,
        state=DoubtState.WAITING.value,
        ballot_id=None,
        board=None,
        in_favour=None,
        article="",
        reason="",
        operator=clean_text(by),
        at=act.at,
        decided_at="",
        standing=int(standing),
    )


def check_doubt(cause: DoubtCause, note: str) -> Refusal | None:
    """Say why a ballot cannot be put aside so: nothing says what is doubtful about it."""
    if cause is DoubtCause.OTHER and not note:
        return refuse("doubt_note_missing")
    return too_long(note, TEXT_LIMIT)


@guarded
def decide_doubt(
    file: CongressFile,
    doubt_id: int,
    paper: Paper,
    uid: str,
    board: int,
    in_favour: int,
    article: str,
    reason: str,
    *,
    operator: str,
) -> DoubtfulBallot | Refusal:
    """Record what the whole board decided on a doubtful ballot; `paper` is keyed by candidate id.

    The ballot gets the place that was kept for it. More than half of the board must agree, and the
    article and the reason stand in the minutes.
    """
    found = _waiting(file, doubt_id)
    if isinstance(found, Refusal):
        return found
    held, row = found
    article, reason, paper = clean_text(article), clean_text(reason), cleaned(paper)
    refusal = (
        check_papers(held, [paper])
        or check_weights(file, held, [paper], pass_number=row["pass_number"])
        or check_board(board, in_favour)
        or (None if article and reason else refuse("doubt_grounds_missing"))
        or too_long(article, NAME_LIMIT)
        or too_long(reason, LONG_TEXT_LIMIT)
    )
    if refusal:
        return refusal
    kept = incremental_count(file, held.id)
    with file.act(
        "decide_doubt",
        actor=operator,
        round_id=held.id,
        bundle=row["bundle_number"],
        sequence=row["sequence"],
        number=row["number"],
        paper=paper_text(held, paper),
        in_favour=in_favour,
        board=board,
        reason=reason,
    ) as act:
        new = write_ballot(act, row["pass_id"], row["sequence"], paper, uid, operator)
        act.update(
            "doubtful_ballot",
            doubt_id,
            state=DoubtState.DECIDED.value,
            ballot_id=new,
            board=board,
            in_favour=in_favour,
            article=article,
            reason=reason,
            decided_at=act.at,
        )
        counted = _now_counted(file, act, held, row["bundle_number"], new)
    carry_on(file, held.id, kept, entered=counted)
    return _known(file, held.id, doubt_id)


@guarded
def give_back(file: CongressFile, doubt_id: int, *, operator: str) -> DoubtfulBallot | Refusal:
    """Give a ballot back to its bundle that was put aside in error; it is typed again."""
    found = _waiting(file, doubt_id)
    if isinstance(found, Refusal):
        return found
    held, row = found
    if row["closed_at"] or row["pass_number"] == RESOLVER:
        return refuse("doubt_in_closed_pass", number=row["number"])
    kept = incremental_count(file, held.id)
    with file.act(
        "give_back",
        actor=operator,
        round_id=held.id,
        bundle=row["bundle_number"],
        number=row["number"],
    ) as act:
        act.update("doubtful_ballot", doubt_id, state=DoubtState.WITHDRAWN.value)
    carry_on(file, held.id, kept)
    return _known(file, held.id, doubt_id)


def _now_counted(
    file: CongressFile, act: Act, held: Round, bundle: int, decided: int
) -> tuple[Ballot, ...]:
    """Return the ballots that count since the decision: all of a bundle that it settled."""
    if held.passes > 1:
        return agree_if_settled(file, act, held, bundle)
    return (ballot(file, decided),)


def _waiting(file: CongressFile, doubt_id: int) -> tuple[Round, Row] | Refusal:
    row = reading_doubts.doubt_row(file, doubt_id)
    if row is None or not row["standing"]:
        return refuse("doubt_unknown")
    held = counting_round(file, row["round_id"])
    if isinstance(held, Refusal):
        return held
    if row["state"] != DoubtState.WAITING.value:
        return refuse("doubt_decided", number=row["number"])
    return held, row


def check_board(board: int, in_favour: int) -> Refusal | None:
    """Refuse numbers that cannot be, and a reading that half of the whole board or fewer want."""
    if board < 1 or not 0 <= in_favour <= board:
        return refuse("doubt_board_wrong")
    return None if 2 * in_favour > board else refuse("doubt_not_decided", board=board)


def _known(file: CongressFile, round_id: int, doubt_id: int) -> DoubtfulBallot:
    return next(d for d in reading_doubts.doubtful_ballots(file, round_id) if d.id == doubt_id)
