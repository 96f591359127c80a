"""The congress desk: details saved, states asked about, D explained, rules edited in time."""

from __future__ import annotations

import pytest
from congress_files import a_congress, a_counted_round, an_election
from journal_lines import journal
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QPushButton
from window_bench import Window, type_text

from congress_desk.domain.congress import CongressState
from congress_desk.domain.people.person import BaseSum, CongressKind, Status
from congress_desk.domain.rules.rule_set import MajorityBase
from congress_desk.domain.rules.rule_settings import SETTINGS
from congress_desk.i18n import label
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.checks.secrecy import secrecy
from congress_desk.ui.desks.congress.counting_settings_dialogs import SmallRoundDialog
from congress_desk.ui.desks.congress.details_tab import BasePanel
from congress_desk.ui.desks.congress.rules_dialog import RulesDialog, RulesForm
from congress_desk.ui.desks.congress.rules_tab import rule_rows
from congress_desk.ui.parts.presence_words import base_lines, presence_text


@pytest.fixture
def opened(qtbot, tmp_path):
    windows = []

    def make(counted: bool = False, **answers) -> Window:
        file = a_congress(tmp_path, an_election())
        if counted:
            a_counted_round(file)
        file.close()
        windows.append(Window(qtbot, file.path, **answers))
        windows[-1].show_desk("congress")
        return windows[-1]

    yield make
    for window in windows:
        window.close()


def ask(window: Window, query):
    got = []
    window.main.session.ask(query, done=got.append)
    window.settle()
    return got[0]


def test_that_details_are_typed_saved_and_journaled_and_the_top_line_follows(opened):
    window = opened()
    details = window.desk.details
    assert not details.save.isEnabled()
    type_text(details.form.widget("name"), "Đại hội Đảng bộ Phường 20")
    type_text(details.form.widget("starts"), "13/3/2020 7h30")
    kinds = details.form.widget("kind")
    assert [kinds.itemText(i) for i in range(kinds.count())] == ["Đại biểu", "Đảng viên"]
    kinds.setCurrentIndex(1)
    assert details.save.isEnabled()
    QTest.mouseClick(details.save, Qt.MouseButton.LeftButton)
    window.settle()
    found = ask(window, congress).details
    assert (found.name, found.starts) == ("Đại hội Đảng bộ Phường 20", "2020-03-13T07:30")
    assert found.kind is CongressKind.PARTY_MEMBERS
    assert "Sửa thông tin đại hội" in ask(window, journal)[-1].summary
    assert window.main.findChild(object, "topLine").name.toolTip() == found.name
    assert not window.desk.details.save.isEnabled()


def test_that_the_screens_follow_when_another_body_meets(opened):
    """A Party cell has a chair: what the screens say changes with the details, in every window."""
    window = opened()
    beside = window.main.windows.add_beside(window.main)
    window.settle()
    assert label("organ", "presidium") == "Đoàn chủ tịch"
    before = window.main.workspace
    type_text(window.desk.details.form.widget("body"), "Chi bộ Khu phố 3")
    QTest.mouseClick(window.desk.details.save, Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: window.main.workspace is not before, timeout=5_000)
    window.settle()
    assert label("organ", "presidium") == "Chủ tọa"
    assert window.main.workspace.desk_key == "congress"
    for shown in (window.main, beside):
        window.qtbot.waitUntil(
            lambda shown=shown: "từ ngữ của tổ chức" in shown.workspace.notice.title
        )
    beside.close()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [("name", "   ", "Hãy ghi tên đại hội"), ("ends", "mai", "Hãy ghi thời gian như")],
)
def test_that_a_wrong_field_is_marked_and_nothing_is_saved(opened, field, text, said):
    window = opened(ask=[True])
    form = window.desk.details.form
    type_text(form.widget(field), text)
    QTest.mouseClick(window.desk.details.save, Qt.MouseButton.LeftButton)
    window.settle()
    assert said in form.said.text()
    assert form.widget(field).property("wrong") is True
    assert len(ask(window, journal)) == 1


def test_that_decomposed_typing_is_saved_composed(opened):
    window = opened()
    window.desk.details.form.widget("name").setText("Đa\u0323i ho\u0323\u0302i")
    window.desk.details.form.edited.emit()
    window.desk.details._on_save()
    window.settle()
    assert ask(window, congress).details.name == "Đại hội"


def test_that_what_is_being_typed_survives_a_refresh(opened):
    window = opened(ask=[True])
    type_text(window.desk.details.form.widget("place"), "Hội trường mới")
    window.main.session.changed.emit(frozenset({"congress"}))
    window.settle()
    assert window.desk.details.form.widget("place").text() == "Hội trường mới"


def test_that_closing_with_typed_details_asks_first(opened):
    window = opened(ask=[False, True])
    type_text(window.desk.details.form.widget("place"), "Hội trường mới")
    window.act("close_file")
    assert window.main.workspace is not None
    window.close()
    assert window.messages.asked == ["Rời đi khi còn phần chưa lưu?"] * 2


def test_that_a_state_is_changed_only_after_a_yes(opened):
    window = opened(ask=[False, True])
    button = window.desk.details.state.buttons[CongressState.IN_SESSION]
    button.click()
    window.settle()
    assert ask(window, congress).state is CongressState.PREPARING
    assert window.desk.details.state.buttons[CongressState.PREPARING].isChecked()
    button.click()
    window.settle()
    assert ask(window, congress).state is CongressState.IN_SESSION
    assert window.main.findChild(object, "topLine").state.text() == "Đang họp"
    assert window.messages.asked[0] == "Chuyển đại hội sang “đang họp”?"


def test_that_a_congress_with_an_open_round_does_not_close(opened):
    window = opened(counted=True, ask=[True])
    window.desk.details.state.buttons[CongressState.CLOSED].click()
    window.settle()
    assert "Còn lần bầu đang kiểm phiếu" in window.desk.notice.title
    assert window.desk.details.state.buttons[CongressState.PREPARING].isChecked()


def test_that_d_is_shown_as_a_sum_with_each_deduction(qtbot):
    base = BaseSum(
        convened=119,
        deductions=((Status.ABSENT_THROUGHOUT_NO_ALTERNATE, 1), (Status.REPLACED, 2)),
        alternates=2,
        present=117,
        replaced_unfilled=0,
    )
    assert base_lines(base) == [
        ("Được triệu tập, có quyền biểu quyết", "119"),
        ("vắng suốt đại hội, không có dự khuyết thay", "− 1"),
        ("đã có đại biểu dự khuyết thay", "− 2"),
        ("đại biểu dự khuyết thay thế", "+ 2"),
    ]
    assert presence_text(base) == "117 (98,32%)"
    panel = BasePanel()
    qtbot.addWidget(panel)
    panel.show_base(base, load_rule_set("dang-190-2024"))
    shown = [label.text() for label in panel.findChildren(QLabel)]
    assert shown[shown.index("Số làm căn cứ tính (Điều 30)") + 1] == "118"


@pytest.mark.parametrize(("name", "desk"), [("openOrgans", "duties"), ("openProgramme", "agenda")])
def test_that_organs_and_programme_are_found_at_their_own_desks(opened, name, desk):
    window = opened()
    window.desk.findChild(QPushButton, name).click()
    window.settle()
    assert window.main.workspace.desk_key == desk
    assert window.desk.tabs.currentIndex() == 0


def test_that_the_table_of_rules_keeps_the_promises_of_a_model(opened, qtbot):
    desk = opened().desk
    table = desk.rules.table
    QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_records(table.records[:1])


def test_that_selected_rows_are_copied_as_excel_takes_them(opened):
    table = opened().desk.rules.table
    table.select_row(0)
    table.select_rows([1])
    table.copy_rows()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1] == "Căn cứ tính kết quả\tsố làm căn cứ tính\tĐiều 30"
    assert len(lines) == 3


@pytest.mark.parametrize("rule_set_id", rule_set_ids())
def test_that_every_setting_of_every_rule_set_is_in_words_with_its_article(rule_set_id):
    rows = rule_rows(load_rule_set(rule_set_id))
    assert len(rows) == len({s.row_name for s in SETTINGS} - {""})
    assert [row for row in rows if not all(row)] == []


@pytest.mark.parametrize("rule_set_id", rule_set_ids())
def test_that_the_form_gives_back_the_rules_it_was_given(qtbot, rule_set_id):
    rules = load_rule_set(rule_set_id)
    form = RulesForm(rules)
    qtbot.addWidget(form)
    assert form.edited() == rules


def test_that_rules_are_edited_before_the_first_ballot_and_journaled(opened):
    window = opened()
    window.desk.rules.edit.click()
    dialog = window.main.findChild(RulesDialog)
    fields = dialog.form.fields
    fields["base"].setCurrentIndex(fields["base"].findData(MajorityBase.VALID.value))
    fields["more_than"].setText("2/3")
    fields["surplus_max"].setValue(40)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    window.settle()
    rules = ask(window, congress).rules
    assert (rules.base, str(rules.more_than), rules.surplus_max) == (MajorityBase.VALID, "2/3", 40)
    assert "Sửa quy chế bầu cử" in ask(window, journal)[-1].summary
    assert ("Mức trúng cử", "2/3") in [row[:2] for row in window.desk.rules.table.records]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("more_than", "một nửa", "mục “Mức trúng cử”: “một nửa” không phải phân số"),
        ("more_than", "3/2", "không phải phân số giữa 0 và 1"),
        ("title", "", "mục “Tên quy chế”"),
        ("surplus_max", 5, "mục “Số dư tối đa”"),
    ],
)
def test_that_rules_without_sense_are_refused_by_the_name_of_the_field(opened, field, value, said):
    window = opened()
    window.desk.rules.edit.click()
    dialog = window.main.findChild(RulesDialog)
    widget = dialog.form.fields[field]
    widget.setValue(value) if isinstance(value, int) else widget.setText(value)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    window.settle()
    assert said in f"{dialog.notice.title} {dialog.notice.text}"
    dialog.reject()
    assert len(ask(window, journal)) == 1


def test_that_rules_are_fixed_once_a_ballot_was_recorded(opened):
    rules = opened(counted=True).desk.rules
    assert not rules.edit.isEnabled()
    assert rules._fixed.isVisibleTo(rules)


def test_that_two_people_set_how_few_ballots_no_workbook_shows(opened):
    window = opened()
    window.desk.rules.commands.run("fewest")
    window.settle()
    dialog = window.desk.findChild(SmallRoundDialog)
    dialog.fewest.setValue(30)
    dialog.two.first.setText("Đỗ Văn Trưởng")
    dialog.submit.click()
    window.settle()
    assert "hai người khác nhau" in dialog.said.text()
    dialog.two.second.setText("Lê Thị Chủ")
    dialog.submit.click()
    window.settle()
    assert ask(window, secrecy).fewest == 30
