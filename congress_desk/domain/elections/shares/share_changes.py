"""What a list of shares would change in the register of shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from congress_desk.domain.elections.shares.share_list import ShareLine
from congress_desk.domain.elections.shares.shares import Holding, check_proxy
from congress_desk.domain.people.person import Person
from congress_desk.errors import Problem, Refusal


class ShareState(StrEnum):
    """What becomes of a line of the list."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareChange:
    """A holder as the list has them, and as they stand in the register of shares."""

    after: Holding
    before: Holding | None = None

    @property
    def state(self) -> ShareState:
        if self.before is None:
            return ShareState.NEW
        same = replace(self.before, present=self.after.present) == self.after
        return ShareState.SAME if same else ShareState.CHANGED


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareChanges:
    """A change for each line of the list, and who is not on it: these stay as they are."""

    changes: tuple[ShareChange, ...]
    missing: tuple[Holding, ...] = ()

    def of(self, state: ShareState) -> tuple[ShareChange, ...]:
        """Return the changes of one state."""
        return tuple(change for change in self.changes if change.state is state)


def compare_shares(
    held: Sequence[Holding],
    lines: Iterable[ShareLine],
    people: Mapping[int, Person],
    article: str,
) -> ShareChanges | Refusal:
    """Return what the lines change, or every proxy among them who may not vote (Điều 144).

    A paper of the proxy that the list does not give stays while the proxy is the same.
    """
    lines, by_person = tuple(lines), {holding.person_id: holding for holding in held}
    changes = []
    for line in lines:
        before = by_person.get(line.person_id)
        kept = before.document if before and before.proxy_id == line.proxy_id else ""
        after = Holding(
            person_id=line.person_id,
            name=people[line.person_id].name,
            code=people[line.person_id].code,
            shares=line.shares,
            present=before.present if before else False,
            proxy_id=line.proxy_id,
            document=line.document or kept,
        )
        changes.append(ShareChange(after=after, before=before))
    then = tuple(
        (by_person | {change.after.person_id: change.after for change in changes}).values()
    )
    wrong = tuple(_wrong_proxies(lines, then, article))
    if wrong:
        return Refusal(wrong)
    listed = {line.person_id for line in lines}
    missing = tuple(holding for holding in held if holding.person_id not in listed)
    return ShareChanges(changes=tuple(changes), missing=missing)


def _wrong_proxies(
    lines: Iterable[ShareLine], then: Sequence[Holding], article: str
) -> Iterable[Problem]:
    for line in lines:
        refusal = check_proxy(then, line.person_id, line.proxy_id, article)
        if refusal:
            yield replace(refusal.first, place=line.proxy_place)
