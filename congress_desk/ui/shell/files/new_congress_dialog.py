"""Asks for the details of a new, empty congress and which rules its elections follow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids
from congress_desk.ui.look import icons
from congress_desk.ui.parts.congress_form import congress_form, typed_details
from congress_desk.ui.records.forms.form_dialog import FormDialog, choice
from congress_desk.ui.shell.files.password_dialogs import ChangeDialog
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.notice import Notice

WIDTH = 640


class NewCongressDialog(FormDialog):
    """`chosen` carries a Setup with the details and the rule set, and the password, "" for none.

    Nothing is written yet.
    """

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("New congress"), tr("Choose where to keep it…"), parent)
        self.be_wide(WIDTH)
        self._password = ""
        self.details, self.rules, self.notice = congress_form(), choice(), Notice()
        self.rules.setObjectName("rulesField")
        self.rules.setAccessibleName(tr("Election rules"))
        for rule_set_id in rule_set_ids():
            rules = load_rule_set(rule_set_id)
            if not isinstance(rules, Refusal):
                self.rules.addItem(rules.short_title, rules)
        self.details.add_row(tr("Election rules"), self.rules)
        self.notice.stay()
        words = tr("Set a password…")
        self.secret = make_button(words, self._ask_password, name="newPassword")
        self.tell(tr("Only the name is needed now; the rest can be added later."), "subtitle")
        self.form.addRow(self.details)
        self.form.addRow(self.notice)
        self.form.addRow(button_row(self.secret, None))
        self.rules.currentIndexChanged.connect(lambda _: self._show_notice())
        self.submitted.connect(self._on_submitted)
        self._show_notice()
        self.details.widget("name").setFocus()

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

    def _on_submitted(self) -> None:
        details = typed_details(self.details)
        if details is not None:
            self.accept()
            setup = Setup(details=details, rule_set_id=self.rules.currentData().id)
            self.chosen.emit(setup, self._password)
