"""The example congress: a ward congress with an election counted, one being counted, one ahead."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path

from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.rounds import open_round
from congress_desk.domain.congress import CongressState
from congress_desk.domain.duties.duty import Organ
from congress_desk.domain.elections.ballots import Paper, mark_mode
from congress_desk.domain.elections.round import Accounting, Round
from congress_desk.domain.setup.filled_workbook import BallotLine
from congress_desk.errors import Refusal
from congress_desk.example_life import live
from congress_desk.imports.ballots_csv import read_ballots
from congress_desk.new_congress import new_from_workbook
from congress_desk.paths import resource
from congress_desk.queries.congress import duties, presence
from congress_desk.queries.elections.lists import elections
from congress_desk.storage.congress_file import CongressFile

BUNDLE_SIZE = 25


def default_example_path() -> Path:
    """Return where the example goes when no file is named: the user's documents folder."""
    return user_documents_path() / "dai-hoi-mau.congress"


def make_example(path: Path) -> Path | Refusal:
    """Create the example congress at `path`, which must not exist; on failure nothing is left."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = new_from_workbook(path, resource("samples", "dai-hoi-phuong.xlsx"), actor="–")
    if isinstance(made, Refusal):
        return made
    file, _ = made
    try:
        refusal = _hold(file)
    finally:
        file.close()
    return refusal or path


def _hold(file: CongressFile) -> Refusal | None:
    state = set_state(file, CongressState.IN_SESSION, actor=_typist(file))
    if isinstance(state, Refusal):
        return state
    refusal = live(file, actor=_typist(file))
    if refusal:
        return refusal
    counted = _count(file, "BCH", None)
    if isinstance(counted, Refusal):
        return counted
    head, second = [d.name for d in duties(file) if d.organ is Organ.COUNTING_BOARD][:2]
    declared = declare_result(file, counted.id, first=head, second=second, actor=_typist(file))
    if isinstance(declared, Refusal):
        return declared
    begun = _count(file, "DB", presence(file).present)
    return begun if isinstance(begun, Refusal) else None


def _count(file: CongressFile, code: str, returned: int | None) -> Round | Refusal:
    """Open an election's first round and enter the sample's ballots, bundle by bundle."""
    election = next(e for e in elections(file) if e.code == code)
    names = len(election.candidates)
    lines = read_ballots(
        resource("samples", f"phieu-{code}.csv"), names, mark_mode(names, election.seats)
    )
    if isinstance(lines, Refusal):
        return lines
    present = presence(file).present
    papers = len(lines) if returned is None else returned
    found = open_round(
        file,
        election.id,
        accounting=Accounting(convened=0, present=present, issued=papers, returned=papers),
        by_hand=False,
        bundle_size=BUNDLE_SIZE,
        actor=_typist(file),
    )
    if isinstance(found, Refusal):
        return found
    return _enter(file, found, lines)


def _enter(file: CongressFile, found: Round, lines: tuple[BallotLine, ...]) -> Round | Refusal:
    for start in range(0, len(lines), BUNDLE_SIZE):
        part = lines[start : start + BUNDLE_SIZE]
        entered = enter_ballots(
            file,
            found.id,
            start // BUNDLE_SIZE + 1,
            [_by_candidate(found, line.paper) for line in part],
            [f"mau-{found.id}-{start + i:05d}" for i in range(len(part))],
            operator=_typist(file),
        )
        if isinstance(entered, Refusal):
            return entered
    return found


def _by_candidate(found: Round, paper: Paper) -> Paper:
    ids = [candidate.id for candidate in found.candidates]
    return paper.with_keys(lambda position: ids[position - 1])


def _typist(file: CongressFile) -> str:
    return next((d.name for d in duties(file) if d.organ is Organ.SECRETARIAT), "–")
