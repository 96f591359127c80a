"""The tab of targets (chỉ tiêu): last term, the superior's, the own, and what stands out."""

from __future__ import annotations

from collections.abc import Callable

from congress_desk.actions.preparation.indicators import (
    add_indicator,
    order_indicators,
    remove_indicator,
)
from congress_desk.actions.preparation.one_field import edit_indicator_field
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.i18n import tr
from congress_desk.queries.preparation import PreparationView
from congress_desk.ui.desks.preparation.target_fields import target_fields, target_lists
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.record_acts import RecordActs
from congress_desk.ui.records.record_tab import RecordTab
from congress_desk.ui.widgets.screen_acts import Acts

# The unit of the superior is said in the card, and where it differs beside the target as well.
LEFT_OUT = {"superior_unit": 1100}


class TargetsTab(RecordTab):
    """The table of targets."""

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__(
            "targets",
            tr("Targets"),
            tr("Target, unit or number; no accents needed"),
            ("add", "up", "down", "remove"),
            left_out=LEFT_OUT,
        )
        edit, order = edit_indicator_field, order_indicators
        self.acts = RecordActs(self, acts, messages, edit=edit, order=order)
        self._fields: tuple[RecordField, ...] = ()
        self.wanted.connect(self._on_wanted)

    def show_view(self, view: PreparationView) -> None:
        """Show the targets of the file."""
        self._fields = target_fields(view)
        self.acts.show_fields(self._fields)
        self.show_records(self._fields, view.indicators)
        self.show_lists(target_lists())

    def _on_wanted(self, what: str, targets: tuple[Indicator, ...]) -> None:
        forms: dict[str, Callable[[], None]] = {
            "add": self._add,
            "up": lambda: self.acts.move(-1),
            "down": lambda: self.acts.move(1),
            "remove": lambda: self._remove(self.current),
        }
        forms[what]()

    def _add(self) -> None:
        self.acts.ask_new(tr("Add a target"), tr("Add the target"), add_indicator, Indicator)

    def _remove(self, target: Indicator) -> None:
        self.acts.ask_remove(
            tr("Remove this target?"),
            tr("{title}. The journal keeps what is removed.", title=target.name),
            tr("Remove the target"),
            remove_indicator,
            target.id,
        )
