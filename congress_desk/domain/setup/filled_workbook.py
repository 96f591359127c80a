"""What a filled set-up workbook or a ballots file says, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.shares.share_list import ShareLine
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.people.person import Person
from congress_desk.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A congress as its workbook gives it; `notes` are things said but not refused.

    `shares` are about people by their place among `people`, from 1; so is `among_id` of an election
    about the `elections` before it.
    """

    details: CongressDetails
    rule_set_id: str = ""
    people: tuple[Person, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    duties: tuple[Duty, ...] = ()
    elections: tuple[Election, ...] = ()
    shares: tuple[ShareLine, ...] = ()
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotLine:
    """One line of a ballots file; the keys of `paper` are positions on the ballot, from 1."""

    line: int
    bundle: int
    paper: Paper
