"""Congress files of any size, written through the program's own acts, with seeded ballots."""

from __future__ import annotations

import random
from pathlib import Path

from congress_desk.actions.elections.ballots_file import record_ballots
from congress_desk.actions.elections.rounds import open_round, prepare_round
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.opening.facts import GoingOn
from congress_desk.domain.setup.filled_workbook import BallotLine, Setup
from congress_desk.errors import Refusal
from congress_desk.new_congress import new_congress
from congress_desk.storage.congress_file import CongressFile

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng")
GIVEN = ("An", "Ánh", "Bảo", "Châu", "Dũng", "Đạt", "Giang", "Hạnh", "Khánh", "Quý", "Thủy")


def make_congress(path: Path, names: int, seats: int) -> CongressFile:
    """Create a congress with one election of `names` candidates for `seats`."""
    candidates = tuple(
        Candidate(name=f"{FAMILIES[i % 10]} Thị {GIVEN[i % 11]} {i}", born=str(1960 + i % 40))
        for i in range(names)
    )
    election = Election(code="BCH", title="Ban Chấp hành", seats=seats, candidates=candidates)
    setup = Setup(details=CongressDetails(name="Đại hội đo tốc độ"), elections=(election,))
    return granted(new_congress(path, setup, actor="đo"))


def open_empty_round(file: CongressFile, ballots: int) -> int:
    """Open the round for typing `ballots` ballots and return its id."""
    accounting = Accounting(convened=ballots, present=ballots, issued=ballots, returned=ballots)
    opened = open_round(
        file,
        1,
        accounting=accounting,
        by_hand=True,
        bundle_size=50,
        actor="đo",
        going_on=_going_on(file, accounting),
    )
    return granted(opened).id


def _going_on(file: CongressFile, accounting: Accounting) -> GoingOn:
    """Return somebody who opens the round of a congress that was made for its speed alone."""
    prepared = granted(prepare_round(file, 1, accounting=accounting, by_hand=True))
    known = frozenset(finding.code for finding in prepared.missing)
    return GoingOn(name="Phan Văn Đo", reason="đo", known=known)


def record_round(file: CongressFile, names: int, seats: int, ballots: int, returned: int) -> int:
    """Record `ballots` seeded ballots in bundles of 50 and return the round's id."""
    choose = random.Random(names * 100_003 + ballots)
    lines = []
    for i in range(ballots):
        struck = choose.sample(range(1, names + 1), names - seats + choose.randint(0, 2))
        lines.append(
            BallotLine(line=i + 2, bundle=i // 50 + 1, paper=Paper(struck=frozenset(struck)))
        )
    recorded = record_ballots(
        file,
        1,
        lines,
        accounting=Accounting(
            convened=returned, present=returned, issued=returned, returned=returned
        ),
        by_hand=True,
        source="đo",
        reason="đo",
        actor="đo",
    )
    return granted(recorded).id


def granted(value):
    """Return the value of an act that must not be refused here."""
    if isinstance(value, Refusal):
        raise SystemExit(f"refused: {value.first}")
    return value
