"""Acts on ballots: enter, correct, take back, undo. A ballot is never tied to a voter."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from congress_desk.actions.elections.rounds import one_pass_round
from congress_desk.actions.elections.shares import check_weights
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.operators.pace import note_correction, note_entries
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.entry_line import EntryContext, entry_text
from congress_desk.domain.elections.round import Ballot, Round
from congress_desk.domain.elections.tally import BallotRules
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballots import ballot
from congress_desk.queries.elections.incremental_count import carry_on, incremental_count
from congress_desk.queries.elections.rounds import ballot_rules
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.queries.journal import journal_line
from congress_desk.storage.act import Act, about_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line, Row
from congress_desk.storage.reading import journal as reading_journal
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import doubts as reading_doubts
from congress_desk.storage.rows.elections.ballots import (
    MARK_COLUMNS,
    marks_of,
    paper_columns,
    vote_rows,
)

UNDOABLE = frozenset({"enter_ballots", "correct_ballot", "take_back_ballot"})
OPENINGS = ("open_round", "open_round_anyway")
# A bundle by totals is set aside whole and for a reason, not undone with a key.
_NOT_UNDONE = frozenset({*OPENINGS, "enter_totals", "void_totals"})


@guarded
def enter_ballots(
    file: CongressFile,
    round_id: int,
    bundle_number: int,
    papers: Sequence[Paper],
    uids: Sequence[str],
    *,
    operator: str,
) -> tuple[Ballot, ...] | Refusal:
    """Record ballots at the end of a bundle's first pass, in one act; one uid a ballot.

    The keys of a paper are candidate ids. Uids that are in the file already were recorded before:
    then nothing is written, and the recorded ballots are returned while all of them count.
    """
    if reading_ballots.known_uids(file, list(uids)):
        return _recorded_before(file, round_id, uids)
    found = one_pass_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    bundle = bundle_of_ballots(file, round_id, bundle_number)
    if isinstance(bundle, Refusal):
        return bundle
    papers, operator = [cleaned(paper) for paper in papers], clean_text(operator)
    refusal = (
        is_at_station(file, round_id, bundle_number)
        or check_papers(found, papers)
        or check_room(bundle, bundle["number"], len(papers))
        or check_weights(file, found, papers)
    )
    if refusal:
        return refusal
    kept = incremental_count(file, round_id)
    with file.act("enter_ballots", actor=operator, ballots=len(papers), round_id=round_id) as act:
        pass_id = bundle["pass_id"] or act.insert("entry_pass", bundle_id=bundle["id"], number=1)
        first = bundle["last"] + 1
        ids = [
            write_ballot(act, pass_id, first + i, paper, uid, operator)
            for i, (paper, uid) in enumerate(zip(papers, uids, strict=True))
        ]
        note_entries(file, act, len(papers))
        act.tell(
            bundle=bundle_number,
            sequence=first,
            count=len(papers),
            paper=paper_text(found, papers[0]),
        )
    rules = ballot_rules(found, congress(file).rules)
    entered = as_entered(rules, bundle_number, first, ids, papers, uids, operator, act.at)
    carry_on(file, round_id, kept, entered=entered)
    reading_ballots.keep_bundle_row(file, round_id, bundle, pass_id, more=len(papers))
    return entered


def as_entered(
    rules: BallotRules,
    bundle: int,
    first: int,
    ids: Sequence[int],
    papers: Sequence[Paper],
    uids: Sequence[str],
    operator: str,
    at: str,
) -> tuple[Ballot, ...]:
    """Return the ballots that an act entered one after another from the place `first` on."""
    return tuple(
        [
            Ballot(
                id=ids[i],
                uid=uids[i],
                bundle=bundle,
                sequence=first + i,
                paper=paper,
                verdict=rules.judge(paper),
                operator=operator,
                entered_at=at,
                corrected=False,
            )
            for i, paper in enumerate(papers)
        ]
    )


@guarded
def correct_ballot(
    file: CongressFile, ballot_id: int, paper: Paper, uid: str, *, operator: str, reason: str = ""
) -> Ballot | Refusal:
    """Put another paper in a recorded ballot's place; the old one stays in the file as replaced."""
    row = reading_ballots.ballot_row(file, ballot_id)
    if row is None or row["state"] != "counted":
        return refuse("ballot_unknown")
    found = one_pass_round(file, row["round_id"])
    if isinstance(found, Refusal):
        return found
    before, paper = reading_ballots.paper_of_ballot(file, row), cleaned(paper)
    refusal = check_papers(found, [paper])
    if refusal:
        return refusal
    if before == paper:
        return refuse("correction_changes_nothing")
    refusal = check_weights(file, found, [paper], before)
    if refusal:
        return refusal
    kept, corrected = incremental_count(file, found.id), ballot(file, ballot_id)
    with file.act(
        "correct_ballot",
        actor=operator,
        round_id=found.id,
        bundle=row["bundle_number"],
        sequence=row["sequence"],
        before=paper_text(found, before),
        paper=paper_text(found, paper),
        reason=clean_text(reason),
    ) as act:
        act.update("ballot", ballot_id, state="replaced")
        note_correction(file, act, row["operator"])
        new = write_ballot(act, row["pass_id"], row["sequence"], paper, uid, operator, replaces=row)
    entered = ballot(file, new)
    carry_on(file, found.id, kept, entered=[entered], taken_out=[corrected])
    return entered


@guarded
def take_back_ballot(file: CongressFile, ballot_id: int, *, operator: str) -> Ballot | Refusal:
    """Take a recorded ballot back; it stays in the file as withdrawn."""
    row = reading_ballots.ballot_row(file, ballot_id)
    if row is None or row["state"] != "counted":
        return refuse("ballot_unknown")
    found = one_pass_round(file, row["round_id"])
    if isinstance(found, Refusal):
        return found
    if reading_doubts.is_of_board(file, row["pass_id"], row["sequence"]):
        return refuse("ballot_of_board", bundle=row["bundle_number"], sequence=row["sequence"])
    kept, taken = incremental_count(file, found.id), ballot(file, ballot_id)
    with file.act(
        "take_back_ballot",
        actor=operator,
        round_id=found.id,
        bundle=row["bundle_number"],
        sequence=row["sequence"],
        paper=paper_text(found, taken.paper),
    ) as act:
        act.update("ballot", ballot_id, state="withdrawn")
    carry_on(file, found.id, kept, taken_out=[taken])
    return taken


@guarded
def undo_last(file: CongressFile, round_id: int, *, operator: str) -> JournalLine | Refusal:
    """Undo the newest entry, correction or take-back of a round by an inverse act that names it."""
    found = one_pass_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    line = _last_undoable(file, round_id)
    if line is None:
        return refuse("nothing_to_undo")
    about = about_of(line)
    refusal = _check_place(file, round_id, line)
    if refusal:
        return refusal
    with file.act(
        "undo", actor=operator, round_id=round_id, line=line.seq, what=f"act_name.{line.act}",
        bundle=about["bundle"], sequence=about["sequence"],
    ) as act:  # fmt: skip
        act.undo(line)
    return journal_line(line)


def _check_place(file: CongressFile, round_id: int, line: Line) -> Refusal | None:
    """Refuse to put a ballot back whose place a doubtful one has taken since."""
    if line.act != "take_back_ballot":
        return None
    row = reading_ballots.bundle_row(file, round_id, int(about_of(line)["bundle"]))
    return check_room(row, row["number"], 1) if row is not None else None


def _last_undoable(file: CongressFile, round_id: int) -> Line | None:
    undone = reading_journal.undone_lines(file)
    for line in reversed(file.journal_lines()):
        if line.act in UNDOABLE and line.seq not in undone:
            if about_of(line).get("round_id") == round_id:
                return line
        elif line.act in _NOT_UNDONE and about_of(line).get("round_id") == round_id:
            return None
    return None


def write_ballot(
    act: Act,
    pass_id: int,
    sequence: int,
    paper: Paper,
    uid: str,
    operator: str,
    replaces: Row | None = None,
) -> int:
    """Write one ballot and its marks inside an act and return its id."""
    ballot_id = act.insert(
        "ballot",
        uid=uid,
        pass_id=pass_id,
        sequence=sequence,
        state="counted",
        replaces=replaces["id"] if replaces else None,
        origin=(replaces["origin"] or replaces["id"]) if replaces else None,
        operator=clean_text(operator),
        entered_at=act.at,
        **paper_columns(paper),
    )
    act.insert_values("ballot_mark", MARK_COLUMNS, marks_of(ballot_id, paper))
    if paper.shares:
        act.insert_rows("ballot_share", [{"ballot_id": ballot_id, "shares": paper.shares}])
        act.insert_rows("ballot_vote", vote_rows(ballot_id, paper))
    return ballot_id


def paper_text(found: Round, paper: Paper) -> str:
    """Return a paper of candidate ids as the line that types it, for the journal's sentence."""
    by_position = paper.with_keys(found.places.__getitem__)
    return entry_text(by_position, EntryContext(names=len(found.places), mode=found.mode))


def cleaned(paper: Paper) -> Paper:
    """Return a paper with the board's words as texts are kept."""
    if not paper.board_text:
        return paper
    return dataclasses.replace(paper, board_text=clean_text(paper.board_text))


def check_papers(found: Round, papers: Sequence[Paper]) -> Refusal | None:
    """Say why papers cannot be of this round: other names, a name marked twice, marks of ticks."""
    known, by_shares = found.places.keys(), found.mode is MarkMode.CUMULATIVE
    for paper in papers:
        if bool(paper.shares) != by_shares:
            return refuse("paper_not_of_round")
        marked = [*paper.struck, *paper.both, *paper.blank, *(key for key, _ in paper.given)]
        strike_only = found.mode is MarkMode.STRIKE and (paper.both or paper.blank)
        if len(set(marked)) != len(marked) or not set(marked) <= known or strike_only:
            return refuse("paper_not_of_round")
        refusal = too_long(paper.board_text, TEXT_LIMIT)
        if refusal:
            return refusal
    return None


def bundle_of_ballots(file: CongressFile, round_id: int, number: int) -> Row | Refusal:
    """Return the row of a bundle that is entered ballot by ballot, or say why there is none."""
    bundle = reading_ballots.bundle_row(file, round_id, number)
    if bundle is None:
        return refuse("bundle_unknown", bundle=number)
    return refuse("bundle_by_totals", bundle=number) if bundle["kind"] == "totals" else bundle


def check_room(row: Row, bundle: int, count: int) -> Refusal | None:
    """Say that a bundle, or a pass of it, has no room for so many more sheets by its cover."""
    taken, expected = row["entered"] + row["waiting"], row["expected"]
    if expected is None or taken + count <= expected:
        return None
    return refuse("bundle_full", bundle=bundle, entered=taken, expected=expected, count=count)


def _recorded_before(
    file: CongressFile, round_id: int, uids: Sequence[str]
) -> tuple[Ballot, ...] | Refusal:
    ids = {row["uid"]: row["id"] for row in reading_ballots.ballot_rows(file, round_id)}
    if not set(uids) <= ids.keys():
        return refuse("ballot_unknown")
    return tuple(ballot(file, ids[uid]) for uid in uids)
