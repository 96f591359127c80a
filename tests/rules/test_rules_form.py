"""The form and the page of rules are made from the description of the rule settings alone."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from fractions import Fraction

import pytest
from builders import a_rule_set
from counting_bench import dress
from PySide6.QtWidgets import QCheckBox, QFormLayout, QScrollArea

from congress_desk import i18n
from congress_desk.domain.rules import edited_rules, rule_file
from congress_desk.domain.rules.edited_rules import as_edited
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.rules.rule_settings import (
    ARTICLE_TOPICS,
    SETTINGS,
    Role,
    Setting,
)
from congress_desk.domain.rules.rule_values import Flag, Seats, Share, Whole
from congress_desk.errors import Refusal
from congress_desk.i18n import message, problem_text, tr
from congress_desk.ui.desks.congress import rules_dialog
from congress_desk.ui.desks.congress import rules_tab as page
from congress_desk.ui.desks.congress.rule_fields import field_names
from congress_desk.ui.desks.congress.rules_dialog import RulesDialog, RulesForm

ISSUED = a_rule_set()
NOT_FOR_EDITING = {"id", "version"}
ABOVE_THE_TABLE = {"id", "version", "title", "short_title", "issued", "notice"} | {
    setting.field for setting in SETTINGS if setting.role is Role.WORD
}
NEW = Setting(key="hall.applause", field="applause", value=Flag(), topic="ballot")
NEW_SHARE = Setting(key="hall.silence", field="silence", value=Share())
NEW_NUMBER = Setting(key="pauses", field="pauses", value=Whole(low=2, high=5))


@dataclass(frozen=True, slots=True, kw_only=True)
class LongerRules(RuleSet):
    """Rules with settings that no congress has."""

    applause: bool
    silence: Fraction
    pauses: int


@pytest.fixture
def form(qtbot):
    def make(rules: RuleSet = ISSUED) -> RulesForm:
        made = RulesForm(rules)
        qtbot.addWidget(made)
        return made

    return make


@pytest.fixture
def longer_rules(monkeypatch) -> RuleSet:
    """Describe three more settings and give them a field and a name, as one who adds them does."""
    settings = (*SETTINGS, NEW, NEW_SHARE, NEW_NUMBER)
    for module in (rule_file, edited_rules, rules_dialog, page):
        monkeypatch.setattr(module, "SETTINGS", settings)
    monkeypatch.setattr(rule_file, "RuleSet", LongerRules)
    messages = i18n.sentences("vi").all().messages
    for setting in settings[len(SETTINGS) :]:
        monkeypatch.setitem(messages, f"rule_setting.{setting.field}", f"Mục {setting.field}")
    values = {field.name: getattr(ISSUED, field.name) for field in fields(ISSUED)}
    return LongerRules(**values, applause=True, silence=Fraction(1, 4), pauses=3)


def test_that_the_form_has_a_field_for_every_setting_in_their_order(form):
    settings = [setting for setting in SETTINGS if setting.field not in NOT_FOR_EDITING]
    wanted = [name for setting in settings for name in field_names(setting)]
    made = form()
    assert list(made.fields) == [*wanted, *(f"article_{topic}" for topic in ARTICLE_TOPICS)]
    layout = made.layout()
    assert isinstance(layout, QFormLayout)
    for name, field in made.fields.items():
        assert layout.labelForField(field).text() == message(f"rule_setting.{name}")
        assert field.objectName() == f"rule_{name}"


def test_that_the_page_has_a_row_for_every_setting_in_their_order():
    rows = [
        setting.row or setting.field for setting in SETTINGS if setting.field not in ABOVE_THE_TABLE
    ]
    titles = [message(f"rule_setting.{name}") for name in dict.fromkeys(rows)]
    assert [row[0] for row in page.rule_rows(ISSUED)] == titles


def test_that_settings_of_one_row_stand_together_and_rest_on_one_article():
    rows = {}
    for place, setting in enumerate(SETTINGS):
        if setting.row:
            rows.setdefault(setting.row, []).append((place, setting.topic))
    for found in rows.values():
        places = [place for place, _ in found]
        assert places == list(range(places[0], places[0] + len(places)))
        assert len({topic for _, topic in found}) == 1


def test_that_values_of_one_row_are_said_in_one_sentence():
    values = {row[0]: row[1] for row in page.rule_rows(ISSUED)}
    assert values["Số dư khi chuẩn bị"] == "10–15%"
    assert values["Số dư tối đa"] == "30%"
    assert values["Khi bầu ít người"] == "bầu 3–5 người thì dư tối đa 1 người"
    assert values["Số lần bầu tối đa"] == "không giới hạn"
    assert values["Giữ phiếu (tháng)"] == "6 tháng"
    without = replace(ISSUED, small_committee_seats=None, small_committee_max_surplus=0)
    assert dict(row[:2] for row in page.rule_rows(without))["Khi bầu ít người"] == (
        "không quy định riêng"
    )


def test_that_a_number_takes_no_more_and_no_less_than_the_setting_allows(form):
    made = form()
    bounded = [setting for setting in SETTINGS if isinstance(setting.value, Whole)]
    for setting in bounded:
        if setting.role is not Role.IDENTITY:
            spin = made.fields[setting.field]
            assert (spin.minimum(), spin.maximum()) == (setting.value.low, setting.value.high)


def test_that_a_new_setting_is_on_the_form_on_the_page_and_among_the_edited(form, longer_rules):
    made = form(longer_rules)
    assert made.edited() == longer_rules
    flag = made.fields["applause"]
    assert isinstance(flag, QCheckBox)
    assert flag.isChecked()
    flag.setChecked(False)
    made.fields["silence"].setText("1/3")
    made.fields["pauses"].setValue(9)
    changed = made.edited()
    assert (changed.applause, str(changed.silence), changed.pauses) == (False, "1/3", 5)
    assert [row[:2] for row in page.rule_rows(changed)][-3:] == [
        ("Mục applause", "không"),
        ("Mục silence", "1/3"),
        ("Mục pauses", "5"),
    ]
    edited = as_edited(changed, longer_rules)
    assert edited.edited == ("applause", "silence", "pauses")
    assert page.row_titles(edited.edited) == ["Mục applause", "Mục silence", "Mục pauses"]


def test_that_a_new_share_without_sense_is_refused_by_its_name(form, longer_rules):
    made = form(longer_rules)
    made.fields["silence"].setText("ít")
    refusal = made.edited()
    assert isinstance(refusal, Refusal)
    assert problem_text(refusal.first).startswith("mục “Mục silence”: “ít”")


def test_that_every_share_without_sense_is_told_at_once(form):
    made = form()
    made.fields["more_than"].setText("nửa")
    made.fields["quorum_share"].setText("3/2")
    refusal = made.edited()
    assert isinstance(refusal, Refusal)
    assert len(refusal.problems) == 2


def test_that_limits_the_wrong_way_round_name_both_fields_in_words(form):
    made = form()
    made.fields["surplus_max"].setValue(5)
    refusal = made.edited()
    assert isinstance(refusal, Refusal)
    said = problem_text(refusal.first)
    assert "“Số dư tối đa”" in said
    assert "“Số dư khi chuẩn bị, đến”" in said


def test_that_only_the_row_that_was_changed_is_marked_as_edited():
    edited = as_edited(replace(ISSUED, tie_revote_needs_majority=True), ISSUED)
    marked = [row[0] for row in page.rule_rows(edited) if row[2] == tr("edited here")]
    assert marked == [message("rule_setting.tie_revote_needs_majority")]


def test_that_two_bounds_of_one_rule_are_named_once():
    assert page.row_titles(("surplus_prepared_min", "surplus_prepared_max")) == [
        "Số dư khi chuẩn bị"
    ]


def test_that_a_range_of_seats_is_typed_into_two_fields_and_none_is_no_rule(form):
    [seats] = [setting for setting in SETTINGS if isinstance(setting.value, Seats)]
    made = form()
    for name in field_names(seats):
        made.fields[name].setValue(0)
    assert made.edited().small_committee_seats is None


def test_that_a_long_title_is_shown_from_its_beginning(form):
    made = form()
    title = made.fields["title"]
    assert len(title.text()) > 60
    assert title.cursorPosition() == 0


def test_that_nothing_is_cut_at_the_side_in_a_small_window_at_a_large_scale(qapp, qtbot):
    dress(qapp, "light", 150)
    dialog = RulesDialog(ISSUED)
    qtbot.addWidget(dialog)
    dialog.resize(1000, 680)
    dialog.show()
    qtbot.waitExposed(dialog)
    scroll = dialog.findChild(QScrollArea)
    assert scroll.horizontalScrollBar().maximum() == 0
    dress(qapp)
