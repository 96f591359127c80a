"""Edits the congress's own copy of the rules, before the first ballot."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QWidget,
)

from congress_desk.domain.rules.rule_file import read_rules, write_rules
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.rules.rule_settings import ARTICLE_TOPICS, SETTINGS, Setting
from congress_desk.errors import Place, Problem, Refusal
from congress_desk.i18n import message, tr
from congress_desk.ui.desks.congress.rule_fields import (
    field_names,
    line_field,
    make_fields,
    typed_text,
    typed_value,
)
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


class RulesForm(QWidget):
    """Shows a rule set and gives back the edited one."""

    def __init__(self, rules: RuleSet) -> None:
        super().__init__()
        self._rules = rules
        self._settings = [setting for setting in SETTINGS if setting.on_form]
        self.fields: dict[str, QWidget] = {}
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, theme.px(8), 0)
        self._layout.setHorizontalSpacing(theme.px(16))
        self._layout.setVerticalSpacing(theme.px(8))
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for setting in self._settings:
            self._add_setting(setting)
        self._layout.addRow(theme.caption(tr("Articles cited beside decisions")))
        for topic in ARTICLE_TOPICS:
            self._add(f"article_{topic}", line_field(rules.articles.get(topic, "")))

    def edited(self) -> RuleSet | Refusal:
        """Return the rules as the fields give them, or every field that makes no sense."""
        typed: dict[str, Any] = {
            setting.field: typed_value(setting, [self.fields[n] for n in field_names(setting)])
            for setting in self._settings
        }
        wrong = tuple(value for value in typed.values() if isinstance(value, Problem))
        if wrong:
            return Refusal(wrong)
        rules = replace(self._rules, **typed, articles=self._articles())
        checked = read_rules(write_rules(rules), file="")
        if isinstance(checked, Refusal):
            return Refusal(tuple(_in_words(each) for each in checked.problems))
        return checked

    def _add_setting(self, setting: Setting) -> None:
        fields = make_fields(setting.value, getattr(self._rules, setting.field))
        for name, field in zip(field_names(setting), fields, strict=True):
            self._add(name, field)

    def _add(self, name: str, field: QWidget) -> None:
        words = message(f"rule_setting.{name}")
        field.setObjectName(f"rule_{name}")
        field.setAccessibleName(words)
        self.fields[name] = field
        self._layout.addRow(words, field)

    def _articles(self) -> dict[str, str]:
        typed = {topic: typed_text(self.fields[f"article_{topic}"]) for topic in ARTICLE_TOPICS}
        return {topic: text for topic, text in typed.items() if text}


def _in_words(found: Problem) -> Problem:
    """Name the fields as the form does, not by their keys in a file."""
    names = {
        setting.key: message(f"rule_setting.{field_names(setting)[0]}")
        for setting in SETTINGS
        if setting.on_form
    }
    if found.place.key not in names:
        return found
    params = dict(found.params)
    if "other" in params:
        params["other"] = names.get(str(params["other"]), params["other"])
    return replace(found, params=params, place=Place(key=names[found.place.key]))
