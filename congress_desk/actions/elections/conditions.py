"""Going on without a condition: who may, for what reason, and what the file keeps of it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from congress_desk.actions.text_limits import too_long
from congress_desk.domain.elections.confirmers import is_whole_name
from congress_desk.domain.elections.findings import Finding, waiver_key
from congress_desk.domain.opening.conditions import of_the_moment
from congress_desk.domain.opening.facts import GoingOn
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT
from congress_desk.domain.text.same_name import is_among
from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.i18n import finding_text
from congress_desk.storage.act import Act


def check_going_on(
    missing: Sequence[Finding], going_on: GoingOn | None, presidium: Sequence[Duty]
) -> Refusal | None:
    """Say why a round does not open with these conditions missing.

    Somebody of the presidium goes on for a reason, and knows every condition that is missing.
    Where the file names no presidium, anybody's whole name will do.
    """
    if not missing:
        return None
    if going_on is None:
        return Refusal(tuple(_missing(finding) for finding in missing))
    name, reason = clean_text(going_on.name), clean_text(going_on.reason)
    if not name or not reason:
        return refuse("going_on_incomplete")
    refusal = too_long(name, NAME_LIMIT) or too_long(reason, LONG_TEXT_LIMIT)
    if refusal:
        return refusal
    if presidium and not is_among(name, (duty.name for duty in presidium)):
        return refuse("going_on_not_presidium", name=name)
    if not is_whole_name(name):
        return refuse("going_on_name_unclear", name=name)
    new = [finding for finding in missing if finding.code not in going_on.known]
    return refuse("conditions_changed", finding=finding_text(new[0])) if new else None


def write_conditions(
    act: Act, round_id: int, missing: Sequence[Finding], answered: Sequence[Finding],
    going_on: GoingOn | None,
) -> None:  # fmt: skip
    """Write what was missing; of what somebody answered for, with the name and the reason."""
    kept = [finding for finding in missing if of_the_moment(finding)]
    for place, finding in enumerate(kept, start=1):
        act.insert(
            "unmet_condition",
            round_id=round_id,
            place=place,
            code=finding.code,
            params=json.dumps(dict(finding.params), ensure_ascii=False, sort_keys=True),
            article=finding.article,
        )
    if going_on is None:
        return
    for finding in answered:
        act.insert(
            "waiver",
            round_id=round_id,
            code=waiver_key(finding),
            name=clean_text(going_on.name),
            reason=clean_text(going_on.reason),
            at=act.at,
        )


def _missing(finding: Finding) -> Problem:
    return problem("condition_missing", article=finding.article, finding=finding_text(finding))
