"""Asks for the details of a new, empty congress and which rules its elections follow."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids
from congress_desk.ui.look import theme
from congress_desk.ui.parts.congress_form import congress_form, typed_details
from congress_desk.ui.records.forms.form_dialog import choice
from congress_desk.ui.shell.files.password_dialogs import LONGEST
from congress_desk.ui.widgets.dialog_room import screen_room
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
        self.notice.set_closable(False)
        for rule_set_id in rule_set_ids():
            rules = load_rule_set(rule_set_id)
            if not isinstance(rules, Refusal):
                self.rules.addItem(rules.short_title, rules)
        self.form.add_row(tr("Election rules"), self.rules)
        self.password = self._add_secret(tr("Password"), "newPassword", tr("none if left empty"))
        self.again = self._add_secret(tr("Password again"), "newPasswordAgain", "")
        self.rules.currentIndexChanged.connect(lambda _: self._show_notice())
        self._lay_out()
        self._show_notice()

    def _add_secret(self, title: str, name: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(title)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setMaxLength(LONGEST)
        line.setPlaceholderText(hint)
        self.form.add_row(title, line)
        return line

    def _has_good_password(self) -> bool:
        """Say whether the password will do, none too; else say why not."""
        from congress_desk.congress_password import password_problem

        typed = self.password.text()
        if not typed and not self.again.text():
            return True
        found = password_problem(typed)
        differs = tr("The two passwords differ; type the second one again.")
        if found is None and typed == self.again.text():
            return True
        self.notice.say("wrong", problem_text(found) if found else differs)
        self.notice.show()
        (self.password if found else self.again).setFocus()
        return False

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
        if details is not None and self._has_good_password():
            self.accept()
            setup = Setup(details=details, rule_set_id=self.rules.currentData().id)
            self.chosen.emit(setup, self.password.text())

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
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
