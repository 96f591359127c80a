"""Numbers of people and papers: which cannot be, and the bundles they make."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.elections.round import Accounting
from congress_desk.errors import Refusal, refuse

MOST_PEOPLE = 100_000


def check_accounting(accounting: Accounting) -> Refusal | None:
    """Say which number cannot be: D below 1, or any number negative or beyond reason."""
    if not 1 <= accounting.convened <= MOST_PEOPLE:
        return refuse("base_wrong", convened=accounting.convened, most=MOST_PEOPLE)
    for name in ("present", "issued", "returned"):
        value = getattr(accounting, name)
        if value is not None and not 0 <= value <= MOST_PEOPLE:
            return refuse(
                "accounting_number_wrong", field=f"field.{name}", value=value, most=MOST_PEOPLE
            )
    return None


def is_void(accounting: Accounting) -> bool:
    """Say whether these numbers annul a round: more ballots came back than were issued."""
    issued, returned = accounting.issued, accounting.returned
    return issued is not None and returned is not None and returned > issued


def bundle_plan(accounting: Accounting, size: int) -> Sequence[int | None]:
    """Return the expected counts of bundles of `size` for the papers known so far."""
    papers = accounting.returned if accounting.returned is not None else accounting.issued
    if not papers:
        return [None]
    whole, rest = divmod(papers, size)
    return [size] * whole + ([rest] if rest else [])
