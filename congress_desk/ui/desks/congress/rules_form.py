"""The form of a rule set: a field for every setting and for every article cited."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFormLayout, QWidget

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
