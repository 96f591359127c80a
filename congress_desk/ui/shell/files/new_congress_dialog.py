"""Asks for the details of a new, empty congress and which rules its elections follow."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids
from congress_desk.ui.look import icons, theme
from congress_desk.ui.parts.congress_form import congress_form, typed_details
from congress_desk.ui.records.forms.form_dialog import choice
from congress_desk.ui.shell.files.password_dialogs import ChangeDialog
from congress_desk.ui.widgets.dialog_size import screen_room
from congress_desk.ui.widgets.notice import Notice


class NewCongressDialog(QDialog):
    """`chosen` carries a Setup with the details and the rule set, and the password, "" for none.

    Nothing is written yet.
    """

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New congress"))
        self.setMinimumWidth(min(theme.px(640), screen_room(self).width()))
        self.form = congress_form()
        self.rules = choice()
        self.rules.setObjectName("rulesField")
        self.rules.setAccessibleName(tr("Election rules"))
        self.notice = Notice()
        self.notice.stay()
        for rule_set_id in rule_set_ids():
            rules = load_rule_set(rule_set_id)
            if not isinstance(rules, Refusal):
                self.rules.addItem(rules.short_title, rules)
        self.form.add_row(tr("Election rules"), self.rules)
        self._password = ""
        self.rules.currentIndexChanged.connect(lambda _: self._show_notice())
        self._lay_out()
        self._show_notice()

    def _ask_password(self) -> None:
        dialog = ChangeDialog(tr("New congress"), False, lambda *_: None, self)
        dialog.chosen.connect(self._on_password)
        dialog.open()

    def _on_password(self, password: str) -> None:
        self._password = password
        self.secret.setText(tr("Has a password"))
        self.secret.setIcon(icons.icon("lock"))

    def _show_notice(self) -> None:
        rules = self.rules.currentData()
        self.rules.setToolTip(rules.title)
        self.notice.setVisible(bool(rules.notice))
        if rules.notice:
            self.notice.say("look", rules.notice)
        # Once the notice knows how many lines it takes.
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Be high enough for the notice in as many lines as the width makes of it."""
        if self.isVisible():
            needed = self.heightForWidth(self.width())
            self.resize(self.width(), min(max(self.height(), needed), screen_room(self).height()))

    def _on_accepted(self) -> None:
        details = typed_details(self.form)
        if details is not None:
            self.accept()
            setup = Setup(details=details, rule_set_id=self.rules.currentData().id)
            self.chosen.emit(setup, self._password)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.secret = QPushButton(tr("Set a password…"))
        self.secret.setObjectName("newPassword")
        self.secret.setAutoDefault(False)
        self.secret.clicked.connect(self._ask_password)
        buttons.addButton(self.secret, QDialogButtonBox.ButtonRole.ResetRole)
        create = QPushButton(tr("Choose where to keep it…"))
        buttons.addButton(theme.primary(create), QDialogButtonBox.ButtonRole.AcceptRole)
        create.setDefault(True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[theme.px(24)] * 4)
        page.setSpacing(theme.px(16))
        page.addWidget(theme.section(tr("New congress")))
        page.addWidget(
            theme.subtitle(tr("Only the name is needed now; the rest can be added later."))
        )
        page.addWidget(self.form)
        page.addWidget(self.notice)
        page.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()
