"""Operators in the window: defined, switched by a key and a PIN, two who unlock; by keyboard."""

from __future__ import annotations

import pytest
from bench import CTRL, DOWN, ENTER, ESC, TAB
from congress_files import a_congress, a_counted_round, a_round, enter, granted
from counting_bench import count, make_file
from elections_after_round import hold
from elections_bench import elections_desk
from operator_acts import CHAIR, COUNTER, HEAD, PEOPLE, SECRETARY, define_everybody, sits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from window_bench import Window

from congress_desk.storage.opening import open_file
from congress_desk.ui.parts.operators.operator_dialogs import DefineDialog
from congress_desk.ui.parts.operators.sign_in_dialog import ChoosePinDialog, SignInDialog
from congress_desk.ui.parts.operators.unlock_dialog import UnlockDialog

REASON = "Đoàn chủ tịch phân công"


def keys(text: str) -> None:
    """Type into what has the keyboard."""
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


def rows_of(file, sql: str):
    """Return rows of the file, as a question that the worker answers."""
    return file.rows(sql)


def waits_for(qtbot, kind):
    """Return the dialog of this kind once it is open and has the keyboard."""

    def there() -> bool:
        found = QApplication.activeModalWidget()
        inside = QApplication.focusWidget()
        if found is not None and QApplication.activeWindow() is not found:
            found.activateWindow()  # the offscreen platform gives it to nobody after a dialog
        return isinstance(found, kind) and inside is not None and found.isAncestorOf(inside)

    qtbot.waitUntil(there, timeout=10_000)
    return QApplication.activeModalWidget()


@pytest.fixture
def path(tmp_path):
    """A file of a congress with a round being counted and five operators."""
    file = a_congress(tmp_path)
    enter(file, a_round(file), [4], [3])
    define_everybody(file)
    file.close()
    return file.path


@pytest.fixture
def window(qtbot, path):
    made = Window(qtbot, path)
    yield made
    made.close()


@pytest.fixture
def plain(qtbot, tmp_path):
    file = a_congress(tmp_path)
    file.close()
    made = Window(qtbot, file.path)
    yield made
    made.close()


def top(window):
    return window.main.workspace.findChild(object, "operatorName")


def switch(window, name: str, pin: str = "") -> None:
    """Switch as people do: the key, the arrows to a name, the PIN, Enter."""
    press(Qt.Key.Key_L, CTRL)
    dialog = waits_for(window.qtbot, SignInDialog)
    names = [dialog.person.itemText(i) for i in range(dialog.person.count())]
    target = next(i for i, words in enumerate(names) if words.startswith(name))
    for _ in range(len(names)):
        press(Qt.Key.Key_Up)
    for _ in range(target):
        press(DOWN)
    keys(pin or PEOPLE[name][1])
    press(ENTER)
    window.settle()


def test_that_a_congress_without_operators_shows_nothing_of_them_but_one_tab(plain):
    assert top(plain).isHidden()
    desk = plain.show_desk("congress")
    assert desk.tabs.tabText(2) == "Người ngồi máy"
    desk.tabs.setCurrentIndex(2)
    plain.settle()
    shown = [name for name, button in desk.operators.buttons.items() if not button.isHidden()]
    assert shown == ["add"]
    assert desk.operators.table.isHidden()


def test_that_the_key_asks_for_a_name_alone_without_operators(plain):
    press(Qt.Key.Key_L, CTRL)
    plain.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert not isinstance(dialog, SignInDialog)
    dialog.reject()


def test_that_the_first_operator_is_defined_by_keyboard_and_sits_at_the_desk(plain):
    desk = plain.show_desk("congress")
    desk.tabs.setCurrentIndex(2)
    plain.settle()
    desk.operators.commands.run("add")
    dialog = waits_for(plain.qtbot, DefineDialog)
    assert dialog.role.count() == 2  # head or presidium
    dialog.name.setText("Đỗ Văn Trưởng")
    dialog.new.setFocus()
    keys("24680")
    press(ENTER)
    assert dialog.again.hasFocus(), "Enter goes to the PIN that is empty"
    keys("24681")
    press(ENTER)
    assert "không giống nhau" in dialog.said.text()
    keys("24680")
    press(ENTER)
    plain.settle()
    assert top(plain).whole == "Đỗ Văn Trưởng"
    assert desk.operators.table.isVisible()
    assert [o.name for o in desk.operators.records.records] == ["Đỗ Văn Trưởng"]


@pytest.mark.parametrize(
    ("pin", "says"), [("abcd", "chữ số"), ("2468" * 10, "40"), ("1234", "đoán")]
)
def test_that_a_pin_that_is_none_is_refused_in_words_at_its_field(plain, pin, says):
    desk = plain.show_desk("congress")
    desk.operators.commands.run("add")
    dialog = waits_for(plain.qtbot, DefineDialog)
    dialog.name.setText("Đỗ Văn Trưởng")
    for line in (dialog.new, dialog.again):
        line.setFocus()
        keys(pin)
    press(ENTER)
    plain.settle()
    assert says in dialog.said.text()
    assert pin not in dialog.said.text()
    assert dialog.new.hasFocus() and not dialog.new.text() and not dialog.again.text()
    dialog.reject()


def test_that_two_people_switch_by_a_key_a_pin_and_enter(window):
    assert "Chưa ai" in top(window).whole
    switch(window, COUNTER)
    assert top(window).whole == COUNTER
    switch(window, HEAD)
    press(Qt.Key.Key_L, CTRL)
    dialog = waits_for(window.qtbot, SignInDialog)
    assert dialog.person.currentText().startswith(COUNTER), "whoever sat here before is offered"
    keys(PEOPLE[COUNTER][1])
    press(ENTER)
    window.settle()
    assert top(window).whole == COUNTER


def test_that_a_wrong_pin_is_typed_anew_and_then_waits_and_esc_leaves_all_as_it_was(window):
    switch(window, COUNTER)
    press(Qt.Key.Key_L, CTRL)
    dialog = waits_for(window.qtbot, SignInDialog)
    for _ in range(3):
        keys("9999")
        press(ENTER)
        window.settle()
        assert dialog.isVisible() and dialog.pin.hasFocus() and dialog.pin.text() == ""
    assert "chờ 5 giây" in dialog.said.text()
    assert dialog.pin.echoMode() is QLineEdit.EchoMode.Password
    press(ESC)
    window.settle()
    assert top(window).whole == COUNTER


def test_that_signing_out_leaves_nobody_and_the_line_says_so(window):
    switch(window, COUNTER)
    press(Qt.Key.Key_L, CTRL)
    dialog = waits_for(window.qtbot, SignInDialog)
    dialog.out.click()
    window.settle()
    assert "Chưa ai" in top(window).whole


def test_that_the_count_follows_who_is_signed_in_and_takes_no_ballot_of_nobody(qtbot, tmp_path):
    def of(folder):
        file, round_id = make_file(folder, returned=6, bundle_size=3)
        define_everybody(file)
        return file, round_id

    counted = count(tmp_path, qtbot, file_of=of)
    field = counted.table.operator
    assert not field.field.isVisible()
    assert "chưa ai" in field._shown.text()
    assert counted.line.hasFocus()
    counted.ballot("0", hand_empty=False)
    counted.settle(qtbot)
    assert counted.file.rows("SELECT * FROM ballot") == []
    assert "vào máy" in counted.said
    press(Qt.Key.Key_Escape)
    field.ask()
    waits_for(qtbot, SignInDialog)
    dialog = QApplication.activeModalWidget()
    dialog.person.setCurrentIndex(dialog.person.findText(COUNTER, Qt.MatchFlag.MatchStartsWith))
    keys(PEOPLE[COUNTER][1])
    press(ENTER)
    counted.settle(qtbot)
    assert COUNTER in field._shown.text()
    counted.ballot("0")
    counted.settle(qtbot)
    assert counted.file.rows("SELECT operator FROM ballot")[0]["operator"] == COUNTER


def test_that_two_pins_open_the_gate_and_their_names_stand_in_the_last_question(qtbot, tmp_path):
    def prepare(file):
        a_counted_round(file)
        define_everybody(file)
        sits(file, COUNTER)

    with elections_desk(tmp_path, qtbot, prepare=prepare) as bench:
        bench.show("gate", bench.rounds()[0].id)
        gate = bench.desk.screen_of("gate")
        form = gate.confirmation
        assert not form.first.isVisible() and not form.second.isVisible()
        assert "mở khóa" in gate.missing.text()
        assert gate.declare.hasFocus()
        bench.press(ENTER)
        dialog = waits_for(qtbot, UnlockDialog)
        assert dialog.first.count() == 2
        keys(PEOPLE[HEAD][1])
        press(ENTER)
        assert dialog.second_pin.hasFocus()
        keys("9999")
        press(ENTER)
        bench.settle()
        assert "chưa đúng" in dialog.said.text() and dialog.second_pin.hasFocus()
        keys(PEOPLE[CHAIR][1])
        press(ENTER)
        bench.settle()
        assert form.names == (HEAD, CHAIR)
        assert form.reason.isVisible(), "the second holds no office in this congress"
        form.reason.setText(REASON)
        gate.declare.click()
        bench.settle()
        assert HEAD in gate.question.text and CHAIR in gate.question.text
        bench.press(TAB, Qt.Key.Key_Space)
        bench.settle()
        assert bench.rounds()[0].state.value == "declared"
        confirmed = bench.ask(rows_of, "SELECT name FROM confirmation ORDER BY place")
        assert [row["name"] for row in confirmed] == [HEAD, CHAIR]


def test_that_leaving_the_unlocking_seals_nothing(qtbot, tmp_path):
    def prepare(file):
        a_counted_round(file)
        define_everybody(file)

    with elections_desk(tmp_path, qtbot, prepare=prepare) as bench:
        bench.show("gate", bench.rounds()[0].id)
        bench.press(ENTER)
        waits_for(qtbot, UnlockDialog)
        press(ESC)
        bench.settle()
        assert bench.rounds()[0].state.value == "counting"
        assert not bench.desk.screen_of("gate").question.isVisible()


@pytest.mark.parametrize("what", ["annul", "recount"])
def test_that_annulling_and_counting_again_ask_two_pins_instead_of_names(qtbot, tmp_path, what):
    def prepare(file):
        hold(file, "BCH", [20, 18, 9, 10], 20)
        define_everybody(file)

    with elections_desk(tmp_path, qtbot, prepare=prepare, people=20) as bench:
        bench.show("result", bench.rounds()[0].id)
        getattr(bench.desk.screen_of("result"), what).click()
        bench.settle()
        dialog = QApplication.activeModalWidget()
        assert not hasattr(dialog, "first")
        dialog.submit.click()
        bench.settle()
        assert QApplication.activeModalWidget() is dialog, "no PIN is asked for what is refused"
        dialog.reason.setText("vi phạm")
        if what == "annul":
            dialog.document.setText("12-QĐ/QU")
            dialog.date.setText("30/11/2026")
        dialog.submit.click()
        unlocking = waits_for(qtbot, UnlockDialog)
        unlocking.first_pin.setText(PEOPLE[HEAD][1])
        unlocking.second_pin.setText(PEOPLE[CHAIR][1])
        unlocking.submit.click()
        bench.settle()
        row = bench.ask(rows_of, "SELECT first_name, second_name FROM election_decision")[-1]
        assert (row["first_name"], row["second_name"]) == (HEAD, CHAIR)


def test_that_the_list_renames_changes_resets_and_removes(window):
    switch(window, HEAD)
    desk = window.show_desk("congress")
    desk.tabs.setCurrentIndex(2)
    window.settle()
    tab = desk.operators
    ids = {o.name: o.id for o in tab.records.records}
    tab.records.go_to(ids[COUNTER])
    tab.commands.run("reset")
    window.settle()
    dialog = QApplication.activeModalWidget()
    for field, pin in (
        (dialog.new, "5937"), (dialog.again, "5937"), (dialog.first_pin, PEOPLE[HEAD][1]),
        (dialog.second_pin, PEOPLE[CHAIR][1]),
    ):  # fmt: skip
        field.setText(pin)
    dialog.submit.click()
    window.settle()
    tab.commands.run("pin")
    window.settle()
    dialog = QApplication.activeModalWidget()
    for field, pin in ((dialog.old, "5937"), (dialog.new, "6048"), (dialog.again, "6048")):
        field.setText(pin)
    dialog.submit.click()
    window.settle()
    switch(window, COUNTER, "6048")
    assert top(window).whole == COUNTER
    switch(window, HEAD)
    tab.records.go_to(ids[SECRETARY])
    tab.commands.run("rename")
    window.settle()
    dialog = QApplication.activeModalWidget()
    dialog.name.setText("Vũ Thị Thư Ký")
    dialog.submit.click()
    window.settle()
    assert "Vũ Thị Thư Ký" in [o.name for o in tab.records.records]
    tab.records.go_to(ids[SECRETARY])
    window.messages.answers["ask"] = [True]
    tab.commands.run("remove")
    window.settle()
    assert tab.records.records[-1].name == "Vũ Thị Thư Ký"
    tab.records.go_to(ids[SECRETARY])
    assert tab.commands.why_not("pin")


def test_that_giving_the_head_s_role_asks_two_pins(window):
    switch(window, HEAD)
    desk = window.show_desk("congress")
    desk.tabs.setCurrentIndex(2)
    window.settle()
    tab = desk.operators
    other = next(o for o in tab.records.records if o.name == COUNTER)
    tab.records.go_to(other.id)
    tab.commands.run("role")
    window.settle()
    dialog = QApplication.activeModalWidget()
    dialog.role.setCurrentIndex(dialog.role.findData("head"))
    dialog.submit.click()
    unlocking = waits_for(window.qtbot, UnlockDialog)
    unlocking.first_pin.setText(PEOPLE[HEAD][1])
    unlocking.second_pin.setText(PEOPLE[CHAIR][1])
    unlocking.submit.click()
    window.settle()
    assert next(o for o in tab.records.records if o.name == COUNTER).role.value == "head"


def test_that_the_figures_are_for_the_head_alone(window):
    switch(window, COUNTER)
    desk = window.show_desk("congress")
    desk.tabs.setCurrentIndex(2)
    window.settle()
    desk.operators.commands.run("figures")
    window.settle()
    assert "không làm việc này" in desk.notice.text or "không làm việc này" in desk.notice.title
    switch(window, HEAD)
    desk.operators.commands.run("figures")
    window.settle()
    dialog = QApplication.activeModalWidget()
    assert dialog.table.record_model.rowCount() == len(PEOPLE)
    press(ESC)


def test_that_a_pin_lost_with_the_file_is_chosen_anew(qtbot, path):
    file = granted(open_file(path))
    file.db.conn.execute("DELETE FROM desk_operator_pin")
    file.close()
    window = Window(qtbot, path)
    press(Qt.Key.Key_L, CTRL)
    waits_for(qtbot, SignInDialog)
    keys("24680")
    press(ENTER)
    dialog = waits_for(qtbot, ChoosePinDialog)
    dialog.new.setText("5937")
    dialog.again.setText("5937")
    dialog.submit.click()
    window.settle()
    sign_in = waits_for(qtbot, SignInDialog)
    sign_in.pin.setText("5937")
    sign_in.submit.click()
    window.settle()
    assert top(window).whole == HEAD
    window.close()


def test_that_every_window_of_the_file_shows_who_signed_in(window):
    second = window.main.windows.add_beside(window.main)
    window.settle()
    switch(window, COUNTER)
    shown = second.workspace.findChild(object, "operatorName")
    window.qtbot.waitUntil(lambda: shown.whole == COUNTER)
    assert second.session.operator == COUNTER
    second.close()
    window.settle()
