"""The example congress in three sizes: an election counted, one being counted, one ahead."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

from platformdirs import user_documents_path

from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.rounds import open_round
from congress_desk.atomic_congress import make_whole
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.ballots import Paper, mark_mode
from congress_desk.domain.elections.round import Accounting, Round
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.setup.filled_workbook import BallotLine, Setup
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.example.days import dated_from
from congress_desk.example.life import live, prepare_election
from congress_desk.example.sizes import DEFAULT, SIZES, ExampleSize
from congress_desk.imports.ballots_csv import read_ballots
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.imports.setup.workbook import read_setup
from congress_desk.new_congress import new_congress
from congress_desk.paths import resource
from congress_desk.queries.congress import congress, duties, presence
from congress_desk.queries.elections.lists import elections
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file

BUNDLE_SIZE = 25


def default_example_path(size: str = DEFAULT) -> Path:
    """Return where the example goes when no file is named: the user's documents folder."""
    return user_documents_path() / SIZES[size].file_name


def make_example(
    path: Path, *, size: str = DEFAULT, fresh: bool = False, now: datetime | None = None
) -> Path | Refusal:
    """Create the example congress at `path`, dated from today; on failure nothing is left.

    `path` must not exist, unless it is an example made before and a `fresh` one is wanted.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    chosen = SIZES[size]
    setup = read_setup(resource("samples", chosen.workbook), rule_set_ids())
    if isinstance(setup, Refusal):
        return setup
    dated = dated_from(setup, now or datetime.now(), chosen.held)
    refusal = _check_example(path) if fresh and path.exists() else None
    if refusal:
        return refusal
    made = make_whole(path, partial(_write, dated, chosen), replace=fresh)
    return made if isinstance(made, Refusal) else path


def _write(setup: Setup, size: ExampleSize, path: Path) -> Path | Refusal:
    file = new_congress(path, setup, actor="–")
    if isinstance(file, Refusal):
        return file
    with closing(file):
        return _hold(file, size) or path


def _check_example(path: Path) -> Refusal | None:
    """Refuse to replace what is open elsewhere, or is no example."""
    file = open_file(path)
    if isinstance(file, Refusal):
        return file
    with closing(file):
        if congress(file).details.name in {size.name for size in SIZES.values()}:
            return None
    return refuse("demo_not_example", Place(file=path.name))


def _hold(file: CongressFile, size: ExampleSize) -> Refusal | None:
    state = set_state(file, CongressState.IN_SESSION, actor=_typist(file))
    if isinstance(state, Refusal):
        return state
    refusal = live(file, size, actor=_typist(file))
    if refusal:
        return refusal
    counted = _count(file, size, size.declared, None)
    if isinstance(counted, Refusal):
        return counted
    head, second = [d.name for d in duties(file) if d.organ is Organ.COUNTING_BOARD][:2]
    declared = declare_result(file, counted.id, first=head, second=second, actor=_typist(file))
    if isinstance(declared, Refusal):
        return declared
    begun = _count(file, size, size.counting, presence(file).present)
    return begun if isinstance(begun, Refusal) else None


def _count(
    file: CongressFile, size: ExampleSize, code: str, returned: int | None
) -> Round | Refusal:
    """Open an election's first round and enter the sample's ballots, bundle by bundle."""
    election = next(e for e in elections(file) if e.code == code)
    names = len(election.candidates)
    lines = read_ballots(
        resource("samples", size.ballots[code]), names, mark_mode(names, election.seats)
    )
    if isinstance(lines, Refusal):
        return lines
    for done in prepare_election(file, election, actor=_typist(file)):
        if isinstance(done, Refusal):
            return done
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
