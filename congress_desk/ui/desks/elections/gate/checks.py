"""The gate as a list: what stops it, what was let stand, what needs a look, and what holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.round_sheet import RoundSheet


class CheckState(StrEnum):
    """How a sum stands, the most pressing first."""

    WRONG = "wrong"
    WAIVED = "waived"
    LOOK = "look"
    INFO = "info"
    HOLDS = "holds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the gate: a finding, or a sum that holds (`check.<code>` with its numbers)."""

    state: CheckState
    code: str
    numbers: dict[str, int]
    article: str
    finding: Finding | None = None


_SEVERITIES = {
    Severity.ERROR: CheckState.WRONG,
    Severity.WARNING: CheckState.LOOK,
    Severity.INFO: CheckState.INFO,
}


def checks(sheet: RoundSheet) -> tuple[Check, ...]:
    """Return every check of a round, errors first, then what holds; in a stable order."""
    found = [_of_finding(finding) for finding in sheet.findings]
    order = list(CheckState)
    return tuple(sorted([*found, *_holding(sheet)], key=lambda check: order.index(check.state)))


def _of_finding(finding: Finding) -> Check:
    state = CheckState.WAIVED if finding.waived_by else _SEVERITIES[finding.severity]
    return Check(
        state=state, code=finding.code, numbers={}, article=finding.article, finding=finding
    )


def _holding(sheet: RoundSheet) -> Iterator[Check]:
    board = sheet.congress.rules.article("counting_board")
    for code, larger, smaller in _descending(sheet):
        if larger is not None and smaller is not None and larger >= smaller:
            numbers = {"larger": larger, "smaller": smaller}
            yield Check(state=CheckState.HOLDS, code=code, numbers=numbers, article=board)
    result = sheet.result
    if result.accounting.returned == result.entered:
        numbers = {"valid": result.valid, "invalid": result.invalid, "returned": result.entered}
        yield Check(state=CheckState.HOLDS, code="entered", numbers=numbers, article=board)
    yield from _bundles(sheet, board)
    yield from _passes(sheet, board)
    yield from _votes(sheet)


def _descending(sheet: RoundSheet) -> tuple[tuple[str, int | None, int | None], ...]:
    accounting = sheet.result.accounting
    return (
        ("present", accounting.convened, accounting.present),
        ("issued", accounting.present, accounting.issued),
        ("returned", accounting.issued, accounting.returned),
    )


def _bundles(sheet: RoundSheet, article: str) -> Iterator[Check]:
    """Covers and contents of all bundles agree, and add up to what came back."""
    covers = [bundle.expected for bundle in sheet.bundles]
    agree = all(bundle.expected in (None, bundle.entered) for bundle in sheet.bundles)
    returned = sheet.result.accounting.returned
    entered = sum(bundle.entered for bundle in sheet.bundles)
    if covers and agree and entered == returned == sheet.result.entered:
        numbers = {"bundles": len(covers), "returned": entered}
        yield Check(state=CheckState.HOLDS, code="bundles", numbers=numbers, article=article)


def _passes(sheet: RoundSheet, article: str) -> Iterator[Check]:
    """Every pass agrees by its rows, and by the sums that whoever entered another pass kept."""
    passes = sheet.passes
    if passes is None or not passes.agree:
        return
    numbers = {"passes": passes.wanted, "bundles": len(passes.bundles)}
    yield Check(state=CheckState.HOLDS, code="passes_agree", numbers=numbers, article=article)
    if passes.summed and not passes.sums_differ:
        numbers = {"bundles": len(passes.summed)}
        yield Check(state=CheckState.HOLDS, code="pass_sums", numbers=numbers, article=article)


def _votes(sheet: RoundSheet) -> Iterator[Check]:
    """The rows counted again and the count kept ballot by ballot are the same.

    Sums of one count over itself (line by line, by names kept) hold by construction: they are
    findings when they fail, and no check that could be shown as holding.
    """
    if sheet.kept_agrees and sheet.result.entered:
        article = sheet.congress.rules.article("majority")
        numbers = {"ballots": sheet.result.entered}
        yield Check(
            state=CheckState.HOLDS, code="incremental_count", numbers=numbers, article=article
        )
