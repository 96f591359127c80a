"""A small form in a dialog: fields, a refusal in words under them, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import button_row, make_button

FORM_WIDTH = 520


class FormDialog(QDialog):
    """`submitted` by the primary button or Enter; whoever listens closes it or `refuse`s."""

    submitted = Signal()

    def __init__(self, title: str, submit: str, leave: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(FORM_WIDTH))
        self._last: QWidget | None = None
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(theme.px(16))
        self.form.setVerticalSpacing(theme.px(8))
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.said = QLabel()
        self.said.setObjectName("formSaid")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.hide()
        self.submit = make_button(submit, self.submitted.emit, name="submit", role="primary")
        self.submit.setDefault(True)
        self.leave: QPushButton = make_button(leave, self.reject, name="leave")
        self._whole = layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self.form)
        layout.addWidget(self.said)
        layout.addStretch(1)
        layout.addLayout(button_row(None, self.leave, self.submit))

    def add_field(self, title: str, field: QWidget, name: str) -> None:
        """Add a field with its title, which is also its name for screen readers."""
        field.setObjectName(name)
        field.setAccessibleName(title)
        self.form.addRow(title, field)
        if self._last is None:
            field.setFocus()
        else:
            self.setTabOrder(self._last, field)
        self.setTabOrder(field, self.submit)
        self.setTabOrder(self.submit, self.leave)
        self._last = field

    def say(self, words: str, tone: str) -> None:
        """Say something under the fields."""
        theme.set_tone(self.said, tone)
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self._whole.activate()
        needed = self._whole.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    def refuse(self, refusal: Refusal, field: QWidget | None = None) -> None:
        """Say why not, and go to the field that is wrong."""
        self.refuse_words("\n".join(map(problem_text, refusal.problems)), field)

    def refuse_words(self, words: str, field: QWidget | None = None) -> None:
        """Say why not, and go to the field that is wrong."""
        self.say(words, "wrong")
        self.clear_wrong()
        if field is not None:
            theme.set_property(field, "wrong", True)
            field.setFocus()

    def clear_wrong(self) -> None:
        """Take the mark off the field that was wrong."""
        for row in range(self.form.rowCount()):
            item = self.form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            field = item.widget() if item else None
            if field is not None:
                theme.set_property(field, "wrong", False)
