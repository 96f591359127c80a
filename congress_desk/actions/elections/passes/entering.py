"""Acts on the ballots of one's own open pass; their journal lines tell no marks to others."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.actions.elections.ballots import (
    as_entered,
    check_papers,
    check_room,
    cleaned,
    write_ballot,
)
from congress_desk.actions.elections.passes.checks import own_pass, round_of_passes, worker
from congress_desk.actions.elections.shares import check_weights
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.operators.pace import note_correction, note_entries
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Ballot, Round
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballots import ballot
from congress_desk.queries.elections.incremental_count import carry_on, incremental_count
from congress_desk.queries.elections.passes.pass_sums import carry_sums_on, drop_sums
from congress_desk.queries.elections.rounds import ballot_rules
from congress_desk.queries.journal import journal_line
from congress_desk.storage.act import about_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line, Row
from congress_desk.storage.reading import journal as reading_journal
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import doubts as reading_doubts
from congress_desk.storage.reading.elections import passes as reading_passes

UNDOABLE = frozenset({"enter_in_pass", "correct_in_pass", "take_back_in_pass", "set_aside_in_pass"})


@guarded
def enter_in_pass(
    file: CongressFile,
    round_id: int,
    number: int,
    papers: Sequence[Paper],
    uids: Sequence[str],
    *,
    operator: str,
) -> tuple[Ballot, ...] | Refusal:
    """Record ballots at the end of one's own open pass of a bundle, in one act; one uid a ballot.

    The keys of a paper are candidate ids. Uids that are in the file already were recorded before:
    then nothing is written, and the recorded ballots are returned while all of them count.
    """
    found = round_of_passes(file, round_id)
    if isinstance(found, Refusal):
        return found
    row = own_pass(file, round_id, number, operator)
    if isinstance(row, Refusal):
        return row
    if reading_ballots.known_uids(file, list(uids)):
        return _recorded_before(file, row, uids)
    papers, by = [cleaned(paper) for paper in papers], clean_text(operator)
    refusal = (
        check_papers(found, papers)
        or check_room(row, row["bundle_number"], len(papers))
        or check_weights(file, found, papers, pass_number=row["number"])
    )
    if refusal:
        return refusal
    kept, first = incremental_count(file, round_id), row["last"] + 1
    with file.act(
        "enter_in_pass",
        actor=by,
        ballots=len(papers),
        round_id=round_id,
        bundle=number,
        number=row["number"],
        sequence=first,
        count=len(papers),
    ) as act:
        note_entries(file, act, len(papers))
        ids = [
            write_ballot(act, row["id"], first + i, paper, uid, by)
            for i, (paper, uid) in enumerate(zip(papers, uids, strict=True))
        ]
    rules = ballot_rules(found, congress(file).rules)
    entered = as_entered(rules, number, first, ids, papers, uids, by, act.at)
    carry_on(file, round_id, kept)
    carry_sums_on(file, round_id, (number, row["number"]), entered=[b.verdict for b in entered])
    return entered


@guarded
def correct_in_pass(
    file: CongressFile, ballot_id: int, paper: Paper, uid: str, *, operator: str, reason: str = ""
) -> Ballot | Refusal:
    """Put another paper in the place of a ballot of one's own open pass."""
    found = _own_ballot(file, ballot_id, operator)
    if isinstance(found, Refusal):
        return found
    held, row, entry_pass = found
    before, paper = ballot(file, ballot_id), cleaned(paper)
    refusal = (
        check_papers(held, [paper])
        or too_long(reason, LONG_TEXT_LIMIT)
        or (refuse("correction_changes_nothing") if before.paper == paper else None)
        or check_weights(file, held, [paper], before.paper, pass_number=entry_pass["number"])
    )
    if refusal:
        return refusal
    kept, place = incremental_count(file, held.id), (row["bundle_number"], entry_pass["number"])
    with file.act(
        "correct_in_pass",
        actor=worker(file, operator).name,
        round_id=held.id,
        bundle=row["bundle_number"],
        number=entry_pass["number"],
        sequence=row["sequence"],
        reason=clean_text(reason),
    ) as act:
        act.update("ballot", ballot_id, state="replaced")
        note_correction(file, act, row["operator"])
        new = write_ballot(act, row["pass_id"], row["sequence"], paper, uid, operator, replaces=row)
    corrected = ballot(file, new)
    carry_on(file, held.id, kept)
    carry_sums_on(file, held.id, place, entered=[corrected.verdict], taken_out=[before.verdict])
    return corrected


@guarded
def take_back_in_pass(file: CongressFile, ballot_id: int, *, operator: str) -> Ballot | Refusal:
    """Take a ballot of one's own open pass back; it stays in the file as withdrawn."""
    found = _own_ballot(file, ballot_id, operator)
    if isinstance(found, Refusal):
        return found
    held, row, entry_pass = found
    kept, taken = incremental_count(file, held.id), ballot(file, ballot_id)
    with file.act(
        "take_back_in_pass",
        actor=worker(file, operator).name,
        round_id=held.id,
        bundle=row["bundle_number"],
        number=entry_pass["number"],
        sequence=row["sequence"],
    ) as act:
        act.update("ballot", ballot_id, state="withdrawn")
    carry_on(file, held.id, kept)
    place = (row["bundle_number"], entry_pass["number"])
    carry_sums_on(file, held.id, place, taken_out=[taken.verdict])
    return taken


@guarded
def undo_in_pass(
    file: CongressFile, round_id: int, number: int, *, operator: str
) -> JournalLine | Refusal:
    """Undo the newest entry, correction or take-back of one's own open pass of a bundle.

    A sheet that was put aside in error is undone so too, unless the board has decided on it.
    """
    found = round_of_passes(file, round_id)
    if isinstance(found, Refusal):
        return found
    row = own_pass(file, round_id, number, operator)
    if isinstance(row, Refusal):
        return row
    line = _last_undoable(file, round_id, number)
    if line is None:
        return refuse("nothing_to_undo")
    about = about_of(line)
    refusal = _check_undoing(file, row, line.act, int(about["sequence"]))
    if refusal:
        return refusal
    kept = incremental_count(file, round_id)
    with file.act(
        "undo_in_pass",
        actor=worker(file, operator).name,
        round_id=round_id,
        line=line.seq,
        what=f"act_name.{line.act}",
        bundle=number,
        number=row["number"],
        sequence=about["sequence"],
    ) as act:
        act.undo(line)
    carry_on(file, round_id, kept)
    drop_sums(file, round_id, number, row["number"])
    return journal_line(line)


def _check_undoing(file: CongressFile, row: Row, act: str, sequence: int) -> Refusal | None:
    """Refuse to put back what has no place any more, and to undo what the board decided."""
    if act == "take_back_in_pass":
        return check_room(row, row["bundle_number"], 1)
    if reading_doubts.is_of_board(file, row["id"], sequence):
        return refuse("ballot_of_board", bundle=row["bundle_number"], sequence=sequence)
    return None


def _last_undoable(file: CongressFile, round_id: int, number: int) -> Line | None:
    """Return the newest line of the open pass that can be undone; it began with `open_pass`."""
    undone = reading_journal.undone_lines(file)
    for line in reversed(file.journal_lines()):
        about = about_of(line)
        if (about.get("round_id"), about.get("bundle")) != (round_id, number):
            continue
        if line.act == "open_pass":
            return None
        if line.act in UNDOABLE and line.seq not in undone:
            return line
    return None


def _own_ballot(
    file: CongressFile, ballot_id: int, operator: str
) -> tuple[Round, Row, Row] | Refusal:
    """Return a ballot that counts in one's own open pass, with its round and its pass."""
    row = reading_ballots.ballot_row(file, ballot_id)
    if row is None or row["state"] != "counted":
        return refuse("ballot_unknown")
    found = round_of_passes(file, row["round_id"])
    if isinstance(found, Refusal):
        return found
    if reading_passes.pass_row(file, row["pass_id"])["closed_at"]:
        return refuse("pass_closed", bundle=row["bundle_number"])
    entry_pass = own_pass(file, found.id, row["bundle_number"], operator)
    if isinstance(entry_pass, Refusal):
        return entry_pass
    if entry_pass["id"] != row["pass_id"]:
        return refuse("pass_closed", bundle=row["bundle_number"])
    if reading_doubts.is_of_board(file, row["pass_id"], row["sequence"]):
        return refuse("ballot_of_board", bundle=row["bundle_number"], sequence=row["sequence"])
    return found, row, entry_pass


def _recorded_before(
    file: CongressFile, row: Row, uids: Sequence[str]
) -> tuple[Ballot, ...] | Refusal:
    """Return the ballots of these uids, if they are of this very pass and count."""
    known = reading_passes.ballots_of_uids(file, row["id"], uids)
    if not set(uids) <= known.keys():
        return refuse("ballot_unknown")
    return tuple(ballot(file, known[uid]) for uid in uids)
