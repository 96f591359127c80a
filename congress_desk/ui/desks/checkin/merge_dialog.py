"""The list of another door before it is taken in: what is new, known, undone, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.domain.people.register import DoorLine, Merged
from congress_desk.i18n import tr
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.state_row import StateRow

NAMED = 5


class MergeDialog(FormDialog):
    """`submitted` takes the list in; there is nothing to submit when nothing is new."""

    def __init__(self, source: str, plan: Merged, parent: QWidget | None) -> None:
        useful = len(plan.new) + len(plan.undone)
        super().__init__(
            tr("Take in the list of another door?"),
            tr("Take in {count} passages", count=useful) if useful else tr("Nothing to take in"),
            parent,
        )
        self.setObjectName("mergeDialog")
        file = ElidedLabel(source)
        file.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.form.addRow(tr("List"), file)
        self.rows: list[StateRow] = []
        for tone, words in _lines(plan):
            row = StateRow()
            row.show_state(tone, words)
            self.rows.append(row)
        self.add_states(self.rows)
        self.say(tr("Each passage is counted once, however often its list comes."), "muted")
        self.submit.setEnabled(useful > 0)


def _lines(plan: Merged) -> list[tuple[str, str]]:
    lines = [("holds", tr("{count} new passages", count=len(plan.new)))]
    if plan.known:
        lines.append(
            ("muted", tr("{count} known already, not counted again", count=len(plan.known)))
        )
    if plan.undone:
        lines.append(("accent", tr("{count} undone at that door", count=len(plan.undone))))
    if plan.unknown:
        lines.append(
            (
                "look",
                tr(
                    "{count} with a code that nobody here has, left out: {names}",
                    count=len(plan.unknown),
                    names=_names(plan.unknown),
                ),
            )
        )
    if plan.barred:
        lines.append(
            (
                "look",
                tr(
                    "{count} of people whose status forbids it, recorded but not counted as"
                    " present: {names}",
                    count=len(plan.barred),
                    names=_names(plan.barred),
                ),
            )
        )
    return lines


def _names(lines: Sequence[DoorLine]) -> str:
    named = ", ".join(f"{line.code} {line.name}".strip() for line in lines[:NAMED])
    return f"{named}, …" if len(lines) > NAMED else named
