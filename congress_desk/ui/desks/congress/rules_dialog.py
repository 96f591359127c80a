"""Edits the congress's own copy of the rules, before the first ballot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QWidget,
)

from congress_desk.domain.rules.rule_file import write_rules
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.congress.rules_form import RulesForm
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.scrolled import scrolled
from congress_desk.ui.widgets.notice import Notice


class RulesDialog(QDialog):
    """`saved` carries the canonical text of the edited rules; close it with accept()."""

    saved = Signal(str)

    def __init__(self, rules: RuleSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Election rules"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        be_large(self, 760, 640)
        self.notice = Notice()
        self.form = RulesForm(rules)
        self.save = theme.primary(QPushButton(tr("Save the rules")))
        self._lay_out()

    def tell(self, refusal: Refusal) -> None:
        """Say why the rules were not taken."""
        self.notice.say_problems(refusal.problems)

    def _on_save(self) -> None:
        rules = self.form.edited()
        if isinstance(rules, Refusal):
            self.tell(rules)
        else:
            self.saved.emit(write_rules(rules))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        column_in(
            self,
            theme.section(tr("Election rules of this congress")),
            theme.subtitle(
                tr("Only this congress is changed. Each change is written in the journal.")
            ),
            self.notice,
            (scrolled(self.form), 1),
            buttons,
            spacing=12,
            margins=24,
        )
