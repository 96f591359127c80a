"""The issue register of a round, with what was printed of its list and who may be handed papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.ballot_papers.issue_register import (
    EARLY,
    EarlyIssue,
    IssueKind,
    IssueLine,
    IssueRegister,
)
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.people.person import Status
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress, duties, presence
from congress_desk.queries.elections.ballot_prints import (
    BallotsOfRound,
    ballots_of_round,
    ballots_to_print,
)
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.shares import votes_by_shares
from congress_desk.queries.people import register as people
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections.ballot_boxes import ballot_boxes, cast_counts
from congress_desk.storage.reading.elections.ballot_issue import early_lines, issue_lines
from congress_desk.storage.reading.elections.ballots import bundles


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView:
    """A register: of a `round`, or of the ballots that are printed for the next one.

    `number` is that of the vote, `standing` who stands in it, `present` how many take part as far
    as is known. `voters` are the units with how many of theirs are present. `closed` is why nothing
    can be written: no ballots are printed, or no round follows. `void` are papers of void runs.
    `boxes` are there where several are used; `cast` is how many have cast at each, by its id.
    """

    congress: Congress
    election: Election
    round: Round | None
    number: int
    standing: tuple[Candidate, ...]
    present: int | None
    register: IssueRegister
    voters: tuple[tuple[str, int], ...]
    board: tuple[Duty, ...]
    closed: Refusal | None = None
    void: tuple[IssueRegister, ...] = ()
    boxes: tuple[BallotBox, ...] = ()
    cast: Mapping[int, int] = field(default_factory=dict)

    def box_name(self, box_id: int) -> str:
        """Return the name of a box, "" where there is but one."""
        return next((box.name for box in self.boxes if box.id == box_id), "")

    @property
    def unsealed(self) -> tuple[str, ...]:
        """Return the boxes that nobody wrote down as checked and sealed; "" is the only box."""
        sealed = {line.box_id for line in self.register.lines_of(IssueKind.BOX_SEALED)}
        if not self.boxes:
            return () if sealed else ("",)
        return tuple(box.name for box in self.boxes if box.id not in sealed)

    @property
    def void_out(self) -> int:
        """Return how many papers of void runs are still out."""
        return sum(register.issued for register in self.void)

    @property
    def lines(self) -> tuple[IssueLine, ...]:
        """Return every line in order, those of void runs too."""
        there = (self.register, *self.void)
        return tuple(sorted((n for r in there for n in r.lines), key=lambda n: n.id))


def issue_register(file: CongressFile, round_id: int) -> IssueRegister:
    """Return the register of a round; a recount has that of the round whose ballots it counts."""
    found = reading_elections.round_by_id(file, round_id)
    assert found is not None
    of, lines = ballots_of_round(file, found), issue_lines(file, found.first_count)
    return IssueRegister(lines=lines, printed=of.copies, spent=_spent(file, of, before=found.id))


def early_issue(file: CongressFile, of: BallotsOfRound) -> EarlyIssue:
    """Return what was written of the ballots of a round that is not open yet."""
    good = [run for run in of.prints if run.digest == of.listed.digest and not run.voided_at]
    void = [run for run in of.prints if run not in good]
    lines = sorted((n for run in good for n in early_lines(file, run.id)), key=lambda n: n.id)
    registers = (IssueRegister(lines=early_lines(file, run.id)) for run in void)
    return EarlyIssue(
        register=IssueRegister(lines=tuple(lines), printed=of.copies, spent=_spent(file, of)),
        void=tuple(register for register in registers if register.lines),
    )


def still_out(file: CongressFile, found: Round) -> tuple[IssueLine, ...]:
    """Return the lines of a round that hold without it: papers in the hall, and the sealed box.

    Once its box was opened nothing does: those papers were used.
    """
    lines = issue_lines(file, found.id)
    if _box_was_opened(file, found, lines):
        return ()
    return tuple(line for line in lines if line.stands and line.kind in EARLY)


def _box_was_opened(file: CongressFile, found: Round, lines: tuple[IssueLine, ...]) -> bool:
    came_back = any(line.kind is IssueKind.RETURNED and line.stands for line in lines)
    entered = any(bundle.taken for bundle in bundles(file, found.id))
    return came_back or entered or found.accounting.returned is not None


def _spent(file: CongressFile, of: BallotsOfRound, before: int = 0) -> int:
    """Return how many of the good papers the cancelled rounds have used (`before` a round)."""
    good = [run for run in of.prints if run.digest == of.listed.digest and not run.voided_at]
    spent = 0
    for found in reading_elections.rounds(file, of.listed.election_id):
        if found.state is not RoundState.CANCELLED or (before and found.id >= before):
            continue
        lines = issue_lines(file, found.id)
        if not lines or not _box_was_opened(file, found, lines):
            continue
        same = ballots_of_round(file, found).listed.digest == of.listed.digest
        if same and any(run.at <= lines[-1].at for run in good):
            register = IssueRegister(lines=lines)
            spent += register.issued + register.exchanged
    return spent


def early_closed(file: CongressFile, of: BallotsOfRound) -> Refusal | None:
    """Say why no paper of the next round can be handed out yet."""
    if votes_by_shares(file):
        return refuse("issue_by_shares")
    if of.over:
        return refuse("issue_no_round")
    return None if of.current else refuse("issue_not_printed")


def issue_view(file: CongressFile, round_id: int) -> IssueView:
    """Return all that the page of a register and its minutes show."""
    found = reading_elections.round_by_id(file, round_id)
    assert found is not None
    return IssueView(
        congress=congress(file),
        election=election(file, found.election_id),
        round=found,
        number=found.number,
        standing=found.candidates,
        present=found.accounting.present,
        register=issue_register(file, round_id),
        voters=_voters(file),
        board=duties(file),
        boxes=ballot_boxes(file),
        cast=cast_counts(file, found.first_count),
    )


def early_issue_view(file: CongressFile, election_id: int) -> IssueView:
    """Return the register of the round that is open, else of the ballots printed for the next."""
    held = reading_elections.rounds(file, election_id)
    open_now = [r for r in held if r.state is RoundState.COUNTING]
    if open_now:
        return issue_view(file, open_now[-1].first_count)
    of, plan = ballots_to_print(file, election_id), next_round(file, election_id)
    early = early_issue(file, of)
    return IssueView(
        congress=congress(file),
        election=election(file, election_id),
        round=None,
        number=of.listed.round_number,
        standing=() if isinstance(plan, Refusal) else plan.candidates,
        present=presence(file).present or None,
        register=early.register,
        voters=_voters(file),
        board=duties(file),
        closed=early_closed(file, of),
        void=early.void,
        boxes=ballot_boxes(file),
    )


def _voters(file: CongressFile) -> tuple[tuple[str, int], ...]:
    present = Counter(
        person.delegation
        for person in people(file)
        if person.has_vote and person.status is Status.PRESENT
    )
    return tuple((unit, count) for unit, count in present.items() if unit)
