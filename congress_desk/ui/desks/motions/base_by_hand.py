"""D and who is present, or shares, typed by hand where the register is not in the file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.shares.shares import SHARE_DIGITS
from congress_desk.i18n import tr
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.inputs.field_grid import FieldGrid
from congress_desk.ui.widgets.inputs.number_field import DIGITS
from congress_desk.ui.widgets.layout.layouts import column_in


class ByHand(QWidget):
    """A link that opens two fields; `numbers` are None while they stay closed."""

    edited = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.link = make_button(
            tr("Type D and presence by hand"),
            self._on_link,
            name="motionByHand",
            role="link",
            tip=tr("For a congress whose register is not in this file"),
        )
        self.fields = FieldGrid(self.edited.emit)
        self.fields.add_number("base", tr("Base (D)"), "motionHandBase")
        self.fields.add_number("present", tr("Present"), "motionHandPresent")
        self.fields.at_end = self.finished.emit
        column_in(self, self.link, self.fields, spacing=4)
        self.show_open(False)

    @property
    def is_open(self) -> bool:
        return not self.fields.isHidden()

    @property
    def numbers(self) -> tuple[int, int] | None:
        """Return D and presence as typed, 0 for an empty field; None when from the register."""
        if not self.is_open:
            return None
        return self.fields.number("base") or 0, self.fields.number("present") or 0

    def count_shares(self, by_shares: bool) -> None:
        """Take D and people, or shares; what is asked has its names."""
        base = tr("All shares with a vote") if by_shares else tr("Base (D)")
        present = tr("Shares present") if by_shares else tr("Present")
        for key, title in (("base", base), ("present", present)):
            self.fields.name(key, title)
            self.fields.fields[key].take_digits(SHARE_DIGITS if by_shares else DIGITS)

    def show_open(self, is_open: bool) -> None:
        """Show the fields, or the link alone; what was typed goes."""
        self.fields.setVisible(is_open)
        self.link.setText(
            tr("Take D and presence from the register")
            if is_open
            else tr("Type D and presence by hand")
        )
        for key in ("base", "present"):
            self.fields.show_number(key, None)
        self.fields.clear()

    def _on_link(self) -> None:
        self.show_open(not self.is_open)
        if self.is_open:
            self.fields.fields["base"].setFocus()
        self.edited.emit()
