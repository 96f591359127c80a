"""A congress: its details, where it stands, and its own copy of the rule set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.papers import Office
from congress_desk.domain.people.person import BaseRule, CongressKind
from congress_desk.domain.rules.rule_set import RuleSet


class CongressState(StrEnum):
    """Where the congress stands: diễn tập, chuẩn bị, đang họp, đã bế mạc."""

    REHEARSAL = "rehearsal"
    PREPARING = "preparing"
    IN_SESSION = "in_session"
    CLOSED = "closed"

    @property
    def may_become(self) -> tuple[CongressState, ...]:
        """Return every state that may be said from here on, this one too.

        Only making a file makes a rehearsal: it stays one, and nothing else becomes one.
        """
        if self is CongressState.REHEARSAL:
            return (self,)
        return tuple(state for state in CongressState if state is not CongressState.REHEARSAL)

    @property
    def is_held(self) -> bool:
        """Say whether the congress is sitting, or rehearsed as if it were."""
        return self in (CongressState.IN_SESSION, CongressState.REHEARSAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressDetails:
    """The sheet "Đại hội" of a set-up workbook. Times are ISO texts, empty when unknown."""

    name: str
    superior: str = ""
    body: str = ""
    ordinal: str = ""
    term: str = ""
    kind: CongressKind = CongressKind.DELEGATES
    place: str = ""
    starts: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Congress:
    """A congress with its own copy of the rule set.

    `rules` decide and are cited; of rules that were edited they say so, and `kept_rules` are the
    copy as it stands in the file. `no_committee` is told to papers of a cell so small that it
    elects its secretary directly.
    """

    uid: str
    details: CongressDetails
    state: CongressState
    rules: RuleSet
    kept_rules: RuleSet | None = None
    office: Office = Office()
    no_committee: bool = False

    @property
    def base_rule(self) -> BaseRule:
        """Return how D is worked out of this register."""
        by_delegates = self.details.kind is CongressKind.DELEGATES
        rules = self.rules
        return BaseRule(
            by_delegates=by_delegates,
            deducted=rules.deducted_delegates if by_delegates else rules.deducted_members,
        )
