"""The register of shares for the screens, and who would be handed a ballot now."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.shares.shares import Holding, Voter, check_once, voters
from congress_desk.domain.people.person import Person
from congress_desk.domain.rules.rule_set import VotesBy
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress, people
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import shares as reading_shares


@dataclass(frozen=True, slots=True, kw_only=True)
class SharesView:
    """Who holds shares, the people of the register, and who would be handed a ballot now."""

    holdings: tuple[Holding, ...]
    people: tuple[Person, ...]
    voters: tuple[Voter, ...]

    @property
    def total(self) -> int:
        """Return the shares of all holdings."""
        return sum(holding.shares for holding in self.holdings)

    @property
    def represented(self) -> int:
        """Return the shares of those who vote."""
        return sum(voter.shares for voter in self.voters)

    def name(self, person_id: int) -> str:
        """Return the name of somebody of the register, "" of nobody."""
        return next((p.name for p in self.people if p.id == person_id), "")


def votes_by_shares(file: CongressFile) -> bool:
    """Say whether shares vote in the elections of this congress."""
    return congress(file).rules.votes is VotesBy.SHARES


def shares_view(file: CongressFile) -> SharesView:
    """Return the register of shares as it stands."""
    held = reading_shares.holdings(file)
    return SharesView(holdings=held, people=people(file), voters=_voters(file, held))


def share_voters(file: CongressFile) -> tuple[Voter, ...]:
    """Return who would be handed a ballot now; nobody where ballots vote."""
    return _voters(file, reading_shares.holdings(file)) if votes_by_shares(file) else ()


def voters_in_order(file: CongressFile) -> tuple[Voter, ...] | Refusal:
    """Return who votes now for how many shares; refuse who would vote twice, and an empty hall."""
    rules, held = congress(file).rules, reading_shares.holdings(file)
    refusal = check_once(held, rules.article("proxy"))
    if refusal:
        return refusal
    return _voters(file, held) or refuse("shares_nobody_present", article=rules.article("shares"))


def _voters(file: CongressFile, held: tuple[Holding, ...]) -> tuple[Voter, ...]:
    return voters(held, reading_shares.present_names(file))
