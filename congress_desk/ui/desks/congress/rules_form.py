"""The form of a rule set: a field for every setting and for every article cited."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_file import read_rules, write_rules
from congress_desk.domain.rules.rule_set import Compare, MajorityBase, RuleSet, TieRule, Validity
from congress_desk.domain.rules.rule_settings import ARTICLE_TOPICS, DOCUMENT_STYLES, SETTINGS
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Problem, Refusal, problem
from congress_desk.i18n import label, message, tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.tick_boxes import TickBoxes

_TEXTS = ("title", "short_title", "issued", "notice")
_SHARES = ("more_than", "floor_nominee_support", "quorum_share")
_KINDS = ("surplus_kinds", "structure_kinds", "lower_number_kinds", "report_superior_kinds")
_WHOLE_NUMBERS = {
    "surplus_prepared_min": (1000, " %"),
    "surplus_prepared_max": (1000, " %"),
    "surplus_max": (1000, " %"),
    "small_committee_max_surplus": (100, ""),
    "structure_min_seats": (1000, ""),
    "rounds_max": (20, ""),
    "retention_months": (1200, ""),
}
_KEY_FIELDS = {setting.key: setting.field for setting in SETTINGS}


class RulesForm(QWidget):
    """Shows a rule set and gives back the edited one."""

    def __init__(self, rules: RuleSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self.fields: dict[str, QWidget] = {}
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, theme.px(8), 0)
        self._layout.setHorizontalSpacing(theme.px(16))
        self._layout.setVerticalSpacing(theme.px(8))
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._add_texts()
        self._add_settings()
        self._layout.addRow(theme.caption(tr("Articles cited beside decisions")))
        for topic in ARTICLE_TOPICS:
            self._add(f"article_{topic}", QLineEdit(rules.articles.get(topic, "")))

    def edited(self) -> RuleSet | Refusal:
        """Return the rules as the fields give them, or every field that makes no sense."""
        shares: dict[str, Fraction] = {}
        for name in _SHARES:
            share = _read_share(name, self._text(name))
            if isinstance(share, Problem):
                return Refusal((share,))
            shares[name] = share
        plain: dict[str, Any] = {
            **shares,
            **{name: self._text(name) for name in _TEXTS},
            **{name: self._number(name) for name in _WHOLE_NUMBERS},
            **{name: self._kinds(name) for name in _KINDS},
        }
        rules = replace(
            self._rules,
            **plain,
            document_style=self._chosen("document_style"),
            base=MajorityBase(self._chosen("base")),
            compare=Compare(self._chosen("compare")),
            majority_required=self._flag("majority_required"),
            small_committee_seats=self._small_seats(),
            single_blank=Validity(self._chosen("single_blank")),
            all_against=Validity(self._chosen("all_against")),
            tie=TieRule(self._chosen("tie")),
            tie_revote_needs_majority=self._flag("tie_revote_needs_majority"),
            articles=self._articles(),
        )
        checked = read_rules(write_rules(rules), file="")
        if isinstance(checked, Refusal):
            return Refusal(tuple(_in_words(each) for each in checked.problems))
        return checked

    def _add_texts(self) -> None:
        for name in ("title", "short_title", "issued"):
            self._add(name, QLineEdit(getattr(self._rules, name)))
        notice = QPlainTextEdit(self._rules.notice)
        notice.setTabChangesFocus(True)
        notice.setMaximumHeight(theme.px(96))
        self._add("notice", notice)

    def _add_settings(self) -> None:
        rules = self._rules
        self._add("base", _choice(MajorityBase, "base", rules.base))
        self._add("more_than", QLineEdit(str(rules.more_than)))
        self._add("compare", _choice(Compare, "compare", rules.compare))
        self._add_flag("majority_required")
        self._add("quorum_share", QLineEdit(str(rules.quorum_share)))
        self._add_kinds("surplus_kinds")
        for name in ("surplus_prepared_min", "surplus_prepared_max", "surplus_max"):
            self._add_number(name)
        low, high = rules.small_committee_seats or (0, 0)
        self._add("small_committee_low", _spin(low, 1000))
        self._add("small_committee_high", _spin(high, 1000))
        self._add_number("small_committee_max_surplus")
        self._add("floor_nominee_support", QLineEdit(str(rules.floor_nominee_support)))
        for name in ("single_blank", "all_against"):
            self._add(name, _choice(Validity, "validity", getattr(rules, name)))
        self._add("tie", _choice(TieRule, "tie_rule", rules.tie))
        self._add_flag("tie_revote_needs_majority")
        self._add_kinds("lower_number_kinds")
        self._add_kinds("report_superior_kinds")
        self._add_kinds("structure_kinds")
        self._add_number("structure_min_seats")
        self._add_number("rounds_max")
        self._add_number("retention_months")
        styles = QComboBox()
        for style in DOCUMENT_STYLES:
            styles.addItem(label("document_style", style), style)
        styles.setCurrentIndex(styles.findData(rules.document_style))
        self._add("document_style", styles)

    def _add_number(self, name: str) -> None:
        most, suffix = _WHOLE_NUMBERS[name]
        spin = _spin(getattr(self._rules, name), most, suffix)
        if name == "rounds_max":
            spin.setSpecialValueText(tr("no limit"))
        self._add(name, spin)

    def _add_flag(self, name: str) -> None:
        flag = QCheckBox(tr("yes"))
        flag.setChecked(getattr(self._rules, name))
        self._add(name, flag)

    def _add_kinds(self, name: str) -> None:
        """Add a box a kind of election; the rule holds for the kinds that are ticked."""
        field = TickBoxes((kind.value, label("election_kind", kind.value)) for kind in ElectionKind)
        field.tick(getattr(self._rules, name))
        self._add(name, field)

    def _kinds(self, name: str) -> tuple[ElectionKind, ...]:
        field = self.fields[name]
        assert isinstance(field, TickBoxes)
        return tuple(ElectionKind(key) for key in field.ticked)

    def _add(self, name: str, field: QWidget) -> None:
        words = message(f"rule_setting.{name}")
        field.setObjectName(f"rule_{name}")
        field.setAccessibleName(words)
        self.fields[name] = field
        self._layout.addRow(words, field)

    def _text(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, QPlainTextEdit):
            return clean_text(field.toPlainText())
        assert isinstance(field, QLineEdit)
        return clean_text(field.text())

    def _number(self, name: str) -> int:
        field = self.fields[name]
        assert isinstance(field, QSpinBox)
        return field.value()

    def _chosen(self, name: str) -> str:
        field = self.fields[name]
        assert isinstance(field, QComboBox)
        return str(field.currentData())

    def _flag(self, name: str) -> bool:
        field = self.fields[name]
        assert isinstance(field, QCheckBox)
        return field.isChecked()

    def _small_seats(self) -> tuple[int, int] | None:
        low, high = self._number("small_committee_low"), self._number("small_committee_high")
        return (low, high) if low or high else None

    def _articles(self) -> dict[str, str]:
        typed = {topic: self._text(f"article_{topic}") for topic in ARTICLE_TOPICS}
        return {topic: text for topic, text in typed.items() if text}


def _read_share(name: str, typed: str) -> Fraction | Problem:
    setting = next(setting for setting in SETTINGS if setting.field == name)
    value = setting.read(typed, Place(key=setting.key))
    if isinstance(value, Fraction):
        return value
    return problem("rule_share_typed", Place(key=message(f"rule_setting.{name}")), value=typed)


def _in_words(found: Problem) -> Problem:
    """Name the field as the form does, not by its key in a file."""
    field = _KEY_FIELDS.get(found.place.key, "")
    if field == "small_committee_seats":
        field = "small_committee_low"
    if not field or field in ("id", "version", "list_order"):
        return found
    return replace(found, place=Place(key=message(f"rule_setting.{field}")))


def _choice(values: type[StrEnum], group: str, chosen: StrEnum) -> QComboBox:
    combo = QComboBox()
    for value in values:
        combo.addItem(label(group, value.value), value.value)
    combo.setCurrentIndex(combo.findData(chosen.value))
    return combo


def _spin(value: int, most: int, suffix: str = "") -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(0, most)
    spin.setSuffix(suffix)
    spin.setValue(value)
    return spin
