"""What the form that opens a round starts from, read in one question."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.decisions.course import HeldRound
from congress_desk.domain.decisions.plan import RoundPlan
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.findings import Finding, accounting_findings, list_findings
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.round import Accounting, Part, RoundKind
from congress_desk.domain.elections.shares.shares import Voter
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.motions import MotionDraft
from congress_desk.domain.opening.facts import Mending, OpeningFacts
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.rule_set import MajorityBase, RuleSet
from congress_desk.errors import Refusal
from congress_desk.queries.congress import congress, duties, presence
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import election, elections, rounds
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.passes.settings import entry_settings
from congress_desk.queries.elections.shares import share_voters
from congress_desk.queries.opening import opening_facts
from congress_desk.reports.motions.templates import motion_templates
from congress_desk.reports.people.presence import count_of_register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.elections.result.base_clause import base_clause

_ALREADY_WRONG = ("present_above_convened", "issued_above_present", "returned_above_issued")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningView:
    """The next round as the rules give it, and D as the register gives it.

    `last` is the newest round that stands, None before the first; `entry` says how ballots are
    entered.
    """

    election: Election
    number: int
    rules: RuleSet
    plan: RoundPlan | Refusal
    base: BaseSum
    base_clause: str = ""
    facts: OpeningFacts | None = None
    presidium: tuple[Duty, ...] = ()
    drafts: tuple[MotionDraft, ...] = ()
    voters: tuple[Voter, ...] = ()
    last: HeldRound | None = None
    entry: EntrySettings = EntrySettings()

    def draft_for(self, mending: Mending) -> MotionDraft | None:
        """Return the usual motion that mends a condition, None where there is none."""
        kind, _, election_id = mending.part.partition("/")
        wanted = (kind, int(election_id or 0))
        return next((d for d in self.drafts if (d.kind.value, d.election_id) == wanted), None)

    @property
    def register_known(self) -> bool:
        """Say whether D can come from the register."""
        return self.base.base > 0

    @property
    def list_may_change(self) -> bool:
        """Say whether the congress may decide on fewer names or seats: of who is left, it may."""
        if isinstance(self.plan, Refusal):
            return False
        return self.plan.kind is RoundKind.AGAIN or self.plan.part is Part.ALTERNATE


def opening_view(file: CongressFile, election_id: int) -> OpeningView:
    """Return what the next round of an election would be."""
    base = presence(file)
    plan, whole, organs = next_round(file, election_id), congress(file), duties(file)
    possible = not isinstance(plan, Refusal)
    return OpeningView(
        election=election(file, election_id),
        number=1 + sum(not found.is_recount for found in rounds(file, election_id)),
        rules=whole.rules,
        plan=plan,
        base=base,
        base_clause=base_clause(count_of_register(base), whole).strip("()"),
        facts=opening_facts(file, election_id, plan) if not isinstance(plan, Refusal) else None,
        presidium=tuple(duty for duty in organs if duty.organ is Organ.PRESIDIUM),
        drafts=motion_templates(whole, organs, elections(file)) if possible else (),
        voters=share_voters(file),
        last=election_course(file, election_id).last,
        entry=entry_settings(file),
    )


def needed_of(view: OpeningView, accounting: Accounting) -> int | None:
    """Return the votes needed to be elected, None while the base of the majority is not known."""
    of = {
        MajorityBase.CONVENED: accounting.convened,
        MajorityBase.PRESENT: accounting.present,
        MajorityBase.ISSUED: accounting.issued,
        MajorityBase.RETURNED: accounting.returned,
        MajorityBase.VALID: None,
        MajorityBase.SHARES: None,
    }[view.rules.base]
    return view.rules.majority.needed(of) if of else None


def early_findings(view: OpeningView, accounting: Accounting) -> tuple[Finding, ...]:
    """Return what is wrong with the numbers before a single ballot is in."""
    found = accounting_findings(accounting, Tally(), view.rules)
    return tuple(finding for finding in found if finding.code in _ALREADY_WRONG)


def list_findings_of(
    view: OpeningView, chosen: tuple[Candidate, ...], seats: int
) -> tuple[Finding, ...]:
    """Return what is to be looked at in the names of the round; its conditions say the rest."""
    kind = RoundKind.FIRST if isinstance(view.plan, Refusal) else view.plan.kind
    found = list_findings(chosen, seats, view.rules, view.election.kind, kind)
    return tuple(f for f in found if f.code in ("same_name", "surplus_outside_prepared"))
