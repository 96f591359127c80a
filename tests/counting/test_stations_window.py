"""Stations in the window: handed out, entered by keys on the other laptop, taken in."""

from __future__ import annotations

from bench import CTRL, ENTER, ESC
from congress_files import a_congress, a_round, an_election, enter, granted, striking
from pass_acts import SECOND, THIRD, a_round_of_passes, both_passes
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from station_acts import at_station, handed
from total_acts import totals_of_papers
from window_bench import Window

from congress_desk.actions.elections.totals.entering import enter_totals
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.station_files import take_in
from congress_desk.storage.opening import open_file


def a_counting_window(qtbot, tmp_path, **answers):
    file = a_congress(tmp_path / "dh.congress")
    a_round(file)
    file.close()
    window = Window(qtbot, tmp_path / "dh.congress", **answers)
    window.settle()
    return window


def table_of(window):
    return window.show_desk("elections").screen_of("counting").table


def stations_dialog(window):
    table_of(window).commands.run("stations")
    window.settle()
    return QApplication.activeModalWidget()


def test_that_bundles_go_out_and_results_come_in(qtbot, tmp_path):
    path, rubbish = tmp_path / "T1.station", tmp_path / "rác.json"
    rubbish.write_text("x", "utf-8")
    result = path.with_suffix(".station-result.json")
    window = a_counting_window(qtbot, tmp_path, save_file=[path], open_files=[[rubbish, result]])
    dialog = stations_dialog(window)
    assert dialog.free.text() == "Có thể giao: 1–2"
    assert dialog.name.text() == "Trạm 1"
    QTest.keyClicks(dialog.bundles, "hai")
    QTest.keyClick(dialog.bundles, ENTER)
    assert "1-5, 8" in dialog.said.text()
    dialog.bundles.setText("1")
    QTest.keyClick(dialog.bundles, ENTER)
    window.settle()
    assert path.exists()
    assert dialog.said.text().startswith("“Trạm 1” nhận tệp 1")
    assert (dialog.free.text(), dialog.name.text()) == ("Có thể giao: 2", "Trạm 2")
    counting = table_of(window)
    assert counting.state.count.bundle(1).station == "Trạm 1"
    assert counting.state.bundle == 2  # the bundle that is out is not typed here
    at_station(path, (1, [[4]] * 3))
    dialog.take.click()
    window.settle()
    qtbot.waitUntil(lambda: "1 trên 2" in dialog.said.text(), timeout=10_000)
    window.settle()
    assert "rác.json" in dialog.said.text()
    assert counting.state.count.tally.entered == 3
    dialog.reject()
    window.close()


def test_that_a_bundle_typed_elsewhere_says_so_before_a_key_and_takes_none(qtbot, tmp_path):
    file = a_congress(tmp_path / "dh.congress")
    found = a_round(file, papers=9)
    handed(file, found, 1)
    sheet = totals_of_papers(file, found, [striking(found, [4])] * 3)
    granted(enter_totals(file, found.id, 2, sheet, operator="An"))
    file.close()
    window = Window(qtbot, tmp_path / "dh.congress")
    window.settle()
    table = table_of(window)
    QTest.keyClick(QApplication.focusWidget(), ENTER)  # who types: the name that stands there
    for bundle, title, why in (
        (1, "Tệp 1: ở “Trạm 1”", "Tệp 1 đang ở trạm “Trạm 1”"),
        (2, "Tệp 2: theo tổng hợp", "Tệp 2 được nhập theo phiếu tổng hợp"),
    ):
        table.entry.take_bundle(bundle)
        assert table.card.title.text() == title
        said = [table.slot.text]
        for keys in ("4", "", "."):
            QTest.keyClicks(table.line, keys)
            QTest.keyClick(table.line, ENTER)
            assert table.line.text() == ""
            said.append(table.slot.text)
        assert [words.startswith(why) for words in said] == [True] * 4, said
    QTest.keyClicks(table.line, f"T{found.election_id}-{found.id}-3-3")
    QTest.keyClick(table.line, ENTER)
    window.settle()
    assert table.card.title.text() == "Tệp 3 · phiếu 1 / 3"
    window.close()


def test_that_what_a_station_brought_is_not_repeated_nor_taken_back_as_typed_here(qtbot, tmp_path):
    file = a_congress(tmp_path)
    found = a_round(file, papers=9)
    path = handed(file, found, 1)
    enter(file, found, [4], bundle=2)
    assert len(take_in(file, [at_station(path, (1, [[1]] * 3))], actor="TB").stations) == 1
    file.close()
    window = Window(qtbot, file.path)
    window.settle()
    table = table_of(window)
    assert table.state.bundle == 2
    QTest.keyClick(QApplication.focusWidget(), ENTER)  # who types
    assert "tệp 2, phiếu 1, gạch 4" in table.slot.text
    QTest.keyClick(table.line, ENTER)  # that paper is put down
    QTest.keyClicks(table.line, "-")
    assert "phiếu 1 của tệp 2 (gạch 4)" in table.slot.text
    QTest.keyClick(table.line, ESC)
    QTest.keyClicks(table.line, "+")
    QTest.keyClick(table.line, ENTER)
    window.settle()
    papers = [table.state.count.by_position(b.paper) for b in table.state.count.in_bundle(2)]
    assert [set(paper.struck) for paper in papers] == [{4}, {4}]
    # A sheet that the station left out is typed here, and taken back here.
    table.bundles.edit(1)
    table.bundles.editor.field.setText("4")
    table.bundles.editor.save()
    window.settle()
    table.entry.take_bundle(1)
    QTest.keyClicks(table.line, "3")
    QTest.keyClick(table.line, ENTER)
    window.settle()
    QTest.keyClicks(table.line, "-")
    assert "phiếu 4 của tệp 1 (gạch 3)" in table.slot.text
    window.close()


def test_that_a_pass_that_cannot_be_begun_is_not_offered_by_a_wrong_key(qtbot, tmp_path):
    file, found = a_round_of_passes(tmp_path)
    handed(file, found, 1)
    file.close()
    window = Window(qtbot, file.path)
    window.settle()
    table = table_of(window)
    QTest.keyClick(QApplication.focusWidget(), ENTER)  # who types
    table.entry.take_bundle(1)
    QTest.keyClicks(table.line, "4")
    assert table.slot.text.startswith("Tệp 1 đang ở trạm “Trạm 1”")
    window.close()


def test_that_a_station_is_called_back_with_a_reason(qtbot, tmp_path):
    window = a_counting_window(qtbot, tmp_path, save_file=[tmp_path / "T1.station"])
    dialog = stations_dialog(window)
    dialog.bundles.setText("1-2")
    dialog.submit.click()
    window.settle()
    dialog.table.selectRow(0)
    dialog.call_back.click()
    window.settle()
    question = QApplication.activeModalWidget()
    assert isinstance(question, QDialog) and question is not dialog
    question.reason.setText("máy hỏng")
    question.submit.click()
    window.settle()
    assert dialog.free.text() == "Có thể giao: 1–2"
    assert dialog.said.text().startswith("Đã gọi “Trạm 1” về")
    assert not dialog.call_back.isEnabled()
    dialog.reject()
    window.close()


def test_that_a_station_settles_single_sheets_and_says_which(qtbot, tmp_path):
    file, found = a_round_of_passes(tmp_path, bundle_size=6)
    both_passes(file, found, [[4], [3], [1], [4], [4], [2]], [[4], [3], [2], [4], [4], [3]])
    file.close()
    path = tmp_path / "T1.station"
    window = Window(qtbot, tmp_path / "dh.congress", save_file=[path])
    window.settle()
    table_of(window).commands.run("stations")
    window.settle()
    dialog = QApplication.activeModalWidget()
    assert dialog.free.text() == "Có thể giao: xử lý chênh lệch: 1"
    dialog.bundles.setText("1")
    dialog.submit.click()
    window.settle()
    assert "nhập lại 2 tờ của tệp 1" in dialog.said.text()
    dialog.reject()
    window.close()
    there = Window(qtbot, path, save_file=[tmp_path / "kq.json"])
    there.settings.change(operator=THIRD)
    there.settle()
    table = there.main.workspace.desk.screen_of("counting").table
    assert "xử lý chênh lệch" in table.title._heading.whole
    QTest.keyClicks(table.line, f"T{found.election_id}-{found.id}-1-6")  # its cover tells all six
    QTest.keyClick(table.line, ENTER)
    assert "bìa" not in table.slot.text.lower()
    seen = []
    for key in "12":
        seen.append(table.card.title.text())
        QTest.keyClicks(table.line, key)
        QTest.keyClick(table.line, ENTER)
        there.settle()
    assert [words.split(" · ")[1] for words in seen] == [
        "tờ thứ 3",
        "tờ thứ 6",
    ]
    shut = [table.bundles.commands.why_not(name) for name in ("add", "cover", "by_totals")]
    assert shut == [None, None, None]
    assert table.state.name_of(table.state.count.previous) == "6 của tệp 1"
    QTest.keyClicks(table.line, ".")
    there.settle()
    table.side.publish.button.click()
    there.settle()
    there.close()
    file = granted(open_file(tmp_path / "dh.congress"))
    assert len(take_in(file, [tmp_path / "kq.json"], actor="TB").stations) == 1
    assert bundle_list(file, found.id)[0].is_agreed
    file.close()


def test_that_a_station_file_opens_at_the_count_and_writes_its_result(qtbot, tmp_path):
    file = a_congress(tmp_path / "dh.congress")
    found = a_round(file)
    path, result = handed(file, found, 2, name="Trạm Hội trường B"), tmp_path / "kq.json"
    window = Window(qtbot, path, save_file=[result])
    window.settings.change(operator="Mai Thị Diệu Lan")
    window.settle()
    workspace = window.main.workspace
    assert workspace.desk_key == "elections"
    assert not workspace.navigation.isVisible()
    QTest.keyClick(window.main, Qt.Key.Key_1, CTRL)  # there is nowhere else to go
    table = workspace.desk.screen_of("counting").table
    assert table.isVisible()
    assert not table.side.publish.button.isEnabled()
    assert not table.title.leave.isVisible()
    assert table.commands.why_not("stations") is None
    for _ in range(3):
        QTest.keyClicks(table.line, "4")
        QTest.keyClick(table.line, ENTER)
        window.settle()
    QTest.keyClicks(table.line, ".")
    window.settle()
    assert table.side.publish.button.isEnabled(), table.side.publish.why_not
    table.side.publish.button.click()
    window.settle()
    assert "Đã ký và ghi 3 phiếu" in table.slot.text
    window.close()
    assert len(take_in(file, [result], actor="TB").stations) == 1
    assert bundle_list(file, found.id)[1].passes[0].operator
    assert round_sheet(file, found.id).tally.entered == 3
    file.close()
    granted(open_file(path)).close()


def test_that_all_bundles_are_shared_out_into_a_folder_at_once(qtbot, tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    window = a_counting_window(qtbot, tmp_path, choose_folder=[stick, stick])
    dialog = stations_dialog(window)
    dialog.share.click()
    share = QApplication.activeModalWidget()
    assert isinstance(share, QDialog) and share is not dialog
    share.count.setValue(2)
    assert share.plan.text() == "Trạm 1: 1 tệp, 1\nTrạm 2: 1 tệp, 2"
    (stick / "Trạm 2.station").touch()
    QTest.keyClick(share.count, ENTER)
    assert "Trạm 2.station" in share.said.text()  # nothing is written over, and nothing written
    assert dialog.free.text() == "Có thể giao: 1–2"
    (stick / "Trạm 2.station").unlink()
    QTest.keyClick(share.count, ENTER)
    qtbot.waitUntil(lambda: "2 trạm" in dialog.said.text(), timeout=10_000)
    assert sorted(path.name for path in stick.glob("*.station")) == [
        "Trạm 1.station",
        "Trạm 2.station",
    ]
    qtbot.waitUntil(lambda: not dialog.share.isEnabled(), timeout=10_000)
    assert dialog.name.text() == "Trạm 3"
    assert [table_of(window).state.count.bundle(n).station for n in (1, 2)] == ["Trạm 1", "Trạm 2"]
    dialog.reject()
    window.close()


def test_that_a_station_is_offered_its_bundles_as_their_paper_comes(qtbot, tmp_path):
    file, found = a_round_of_passes(tmp_path)
    file.close()
    stick = tmp_path / "usb"
    stick.mkdir()
    window = Window(qtbot, tmp_path / "dh.congress", choose_folder=[stick])
    window.settle()
    dialog = stations_dialog(window)
    dialog.share.click()
    share = QApplication.activeModalWidget()
    share.count.setValue(2)
    assert share.plan.text().splitlines() == [
        "Trạm 1: 2 tệp, 1–2; giấy lúc đầu: tệp 1",
        "Trạm 2: 2 tệp, 1–2; giấy lúc đầu: tệp 2",
    ]
    QTest.keyClick(share.count, ENTER)
    qtbot.waitUntil(lambda: "2 trạm" in dialog.said.text(), timeout=10_000)
    dialog.reject()
    window.close()
    there = Window(qtbot, stick / "Trạm 2.station")
    there.settings.change(operator=SECOND)
    there.settle()
    table = there.main.workspace.desk.screen_of("counting").table
    offered = [table.state.bundle]
    assert [bundle.number for bundle in table.state.count.bundles()] == [2, 1]
    for _ in range(3):
        QTest.keyClicks(table.line, "4")
        QTest.keyClick(table.line, ENTER)
        there.settle()
    QTest.keyClicks(table.line, ".")
    there.settle()
    offered.append(table.state.bundle)
    assert offered == [2, 1]
    there.close()


def test_that_a_station_knows_the_covers_of_its_own_round_alone(qtbot, tmp_path):
    file = a_congress(tmp_path, an_election("UBKT"), an_election("BCH"))
    a_round(file, "UBKT")
    found = a_round(file)
    path = handed(file, found, 1, 2)
    file.close()
    there = Window(qtbot, path)
    there.settings.change(operator=SECOND)
    there.settle()
    table = there.main.workspace.desk.screen_of("counting").table
    # As printed for the congress: this is its second election, and its second round.
    QTest.keyClicks(table.line, f"T{found.election_id}-{found.id}-2-3")
    QTest.keyClick(table.line, ENTER)
    there.settle()
    assert table.state.bundle == 2, table.slot.text
    QTest.keyClicks(table.line, "T1-1-1-3")
    QTest.keyClick(table.line, ENTER)
    there.settle()
    assert table.state.bundle == 2
    assert "khác, không phải “Bầu BCH”" in table.slot.text
    there.close()
