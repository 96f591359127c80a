"""The sentences of the gate: a finding, what to do about it, and the sums that hold."""

from __future__ import annotations

from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import finding_text, message, tr
from congress_desk.ui.desks.elections.gate.checks import Check, CheckState
from congress_desk.ui.records.table_model import Sign

_SIGNS = {
    CheckState.WRONG: Sign(icon="octagon-alert", tone="wrong"),
    CheckState.WAIVED: Sign(icon="stamp", tone="look"),
    CheckState.LOOK: Sign(icon="triangle-alert", tone="look"),
    CheckState.INFO: Sign(icon="info", tone="accent"),
    CheckState.HOLDS: Sign(icon="circle-check", tone="holds"),
}


def check_sign(check: Check) -> Sign:
    """Return the icon of a check and its tone."""
    return _SIGNS[check.state]


def check_word(check: Check) -> str:
    """Return the one word that stands beside the icon."""
    return message(f"check_state.{check.state.value}")


def check_sentence(check: Check) -> str:
    """Return what a check says, with its numbers."""
    if check.finding is not None:
        return finding_text(check.finding)
    return message(f"check.{check.code}", **check.numbers)


def check_remark(check: Check) -> str:
    """Return who let a finding stand and why, or what to do about an error; "" of the others."""
    finding = check.finding
    if finding is None:
        return ""
    if finding.waived_by:
        return tr("{name}: {reason}", name=finding.waived_by, reason=finding.waived_reason)
    return message(f"remedy.{finding.code}") if check.state is CheckState.WRONG else ""


def closed_words(sheet: RoundSheet) -> str:
    """Return why the gate is closed; "" when it is open."""
    count = len(sheet.blocking)
    if not count:
        return ""
    return tr("Not yet: {count} errors above must be settled first.", count=count)
