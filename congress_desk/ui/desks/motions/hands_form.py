"""Three numbers of hands or shares, typed one after the other; + counts the rest in favour."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.elections.shares.shares import SHARE_DIGITS
from congress_desk.domain.motions import Hands
from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.inputs.number_field import DIGITS, NumberField
from congress_desk.ui.widgets.layout.layouts import grid_in

Typed = tuple[str, str, str]
NOTHING: Typed = ("", "", "")


class HandField(NumberField):
    """A tall field for a number of hands; `rest_wanted` is the key +."""

    rest_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.set_property(self, "compact", False)
        theme.set_property(self, "role", "hands")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "+":
            self.rest_wanted.emit()
        else:
            super().keyPressEvent(event)


class HandsForm(QWidget):
    """`edited` at each key, `finished` when Enter leaves the last field or + filled the rest."""

    edited = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._present = 0
        self.in_favour, self.against, self.other = HandField(), HandField(), HandField()
        self._fields = (self.in_favour, self.against, self.other)
        titles = (tr("In favour"), tr("Against"), tr("Other opinion"))
        self._captions: list[QLabel] = []
        names = ("motionFor", "motionAgainst", "motionOther")
        grid = grid_in(self, across=12, down=4)
        for column, (field, title, name) in enumerate(
            zip(self._fields, titles, names, strict=True)
        ):
            field.setObjectName(name)
            field.setAccessibleName(title)
            caption = QLabel(title)
            caption.setBuddy(field)
            self._captions.append(caption)
            grid.addWidget(caption, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
            field.textEdited.connect(lambda _: self.edited.emit())
            field.rest_wanted.connect(self.fill_rest)
        self.in_favour.finished.connect(lambda: self._go_to(self.against))
        self.against.finished.connect(lambda: self._go_to(self.other))
        self.other.finished.connect(self.finished)

    @property
    def typed(self) -> Typed:
        """Return what stands in the three fields."""
        return (self.in_favour.text(), self.against.text(), self.other.text())

    @property
    def hands(self) -> Hands | None:
        """Return the hands typed, None before those in favour are; an empty field is nobody."""
        in_favour = self.in_favour.value()
        if in_favour is None:
            return None
        against, other = self.against.value() or 0, self.other.value() or 0
        return Hands(in_favour=in_favour, against=against, other=other)

    def count_shares(self, by_shares: bool) -> None:
        """Take hands, or shares: longer numbers, and who abstains has no opinion."""
        other = tr("No opinion") if by_shares else tr("Other opinion")
        self._captions[-1].setText(other)
        self.other.setAccessibleName(other)
        for field in self._fields:
            field.take_digits(SHARE_DIGITS if by_shares else DIGITS)

    def show_typed(self, typed: Typed, present: int) -> None:
        """Show these texts; `present` is what + fills up to."""
        self._present = present
        for field, text in zip(self._fields, typed, strict=True):
            if field.text() != text:
                field.setText(text)

    def fill_rest(self) -> None:
        """Count everybody who is neither against nor of another opinion as in favour."""
        left = self._present - (self.against.value() or 0) - (self.other.value() or 0)
        self.in_favour.setText(str(max(left, 0)))
        for field in (self.against, self.other):
            field.setText(field.text() or "0")
        self.edited.emit()
        self.finished.emit()

    def mark_wrong(self, wrong: bool) -> None:
        """Mark the numbers as refused."""
        for field in self._fields:
            field.set_wrong(wrong)

    def take_keyboard(self) -> None:
        """Go to the first field."""
        self._go_to(self.in_favour)

    def _go_to(self, field: HandField) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
