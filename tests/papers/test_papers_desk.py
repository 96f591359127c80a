"""The papers desk: seen as printed, printed page by page, saved, all of them at once."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from congress_files import a_congress, a_declared_round, an_election
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from window_bench import Window

from congress_desk.errors import Place, problem
from congress_desk.i18n import problem_text
from congress_desk.papers import one_refusal
from congress_desk.queries.congress import congress
from congress_desk.ui.desk import paper_place
from congress_desk.ui.desks.papers.imprint_dialog import ImprintDialog
from congress_desk.ui.parts import paper_maker as paper_maker
from congress_desk.ui.parts.paper_pages import page_image, page_sizes
from congress_desk.ui.parts.printing import printer_for, wanted_pages

# Below the list of an election: the proof of its ballot, the ballot, two posters.
MINUTES = 5


@pytest.fixture
def opened(qtbot, tmp_path):
    windows = []

    def make(**answers) -> Window:
        file = a_congress(tmp_path, an_election("BCH"), an_election("BT", 2, 2))
        a_declared_round(file, "BCH")
        file.close()
        windows.append(Window(qtbot, file.path, **answers))
        windows[-1].show_desk("papers")
        settle(windows[-1])
        return windows[-1]

    yield make
    for window in windows:
        window.close()


def settle(window: Window) -> None:
    window.qtbot.waitUntil(window.desk.idle, timeout=60_000)


def choose(window: Window, row: int) -> None:
    window.desk.list.setCurrentRow(row)
    settle(window)


def titles(window: Window) -> list[str]:
    return [window.desk.list.item(row).text() for row in range(window.desk.list.count())]


def test_that_what_can_be_made_now_is_listed_and_the_first_is_shown(opened):
    window = opened()
    assert len(titles(window)) == len(window.desk._papers) >= 11
    assert "Biên bản kiểm phiếu" in titles(window)[MINUTES]
    assert not window.desk.pages.sheet.pixmap().isNull()
    assert window.desk.print.isEnabled()


def test_that_pages_are_turned_by_key_and_stay_inside_the_paper(opened):
    window = opened()
    choose(window, 1)
    pages = window.desk.pages
    count = len(window.desk._sizes)
    assert count > 1
    for _ in range(count + 2):
        bar = pages._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())
        QTest.keyClick(pages._scroll, Qt.Key.Key_PageDown)
    settle(window)
    assert pages.index == count - 1
    for _ in range(count + 2):
        QTest.keyClick(pages._scroll, Qt.Key.Key_PageUp)
        pages._scroll.verticalScrollBar().setValue(0)
    assert pages.index == 0


def test_that_zooming_draws_the_page_larger(opened):
    window = opened()
    pages = window.desk.pages
    before = pages.sheet.pixmap().width()
    QTest.mouseClick(pages._larger, Qt.MouseButton.LeftButton)
    settle(window)
    assert pages.sheet.pixmap().width() > before


def test_that_a_workbook_is_shown_sheet_by_sheet_and_is_not_printed_here(opened):
    window = opened()
    choose(window, titles(window).index("Kết quả các cuộc bầu cử (bảng tính Excel)"))
    desk = window.desk
    names = [desk.book.tabs.tabText(i) for i in range(desk.book.tabs.count())]
    assert names[0] == "Tổng hợp"
    assert not desk.print.isEnabled()
    assert desk.save.property("role") == "primary"


def test_that_a_paper_is_saved_where_the_user_wants_it(opened, tmp_path):
    target = tmp_path / "luu" / "bien-ban.pdf"
    target.parent.mkdir()
    window = opened(save_file=[target])
    choose(window, MINUTES)
    QTest.mouseClick(window.desk.save, Qt.MouseButton.LeftButton)
    settle(window)
    with pypdfium2.PdfDocument(target) as document:
        assert "BIÊN BẢN KIỂM PHIẾU" in document[0].get_textpage().get_text_range()
    assert str(target) in window.desk.notice.title
    assert window.desk.notice._words.button.text() == "Mở thư mục"


def test_that_a_folder_that_is_not_there_is_refused_in_the_page(opened, tmp_path):
    window = opened(save_file=[tmp_path / "khong-co" / "a.pdf"])
    QTest.mouseClick(window.desk.save, Qt.MouseButton.LeftButton)
    settle(window)
    assert window.desk.notice.property("tone") == "wrong"


def test_that_all_papers_in_a_folder_ask_before_they_replace(opened, tmp_path):
    folder = tmp_path / "tat-ca"
    folder.mkdir()
    window = opened(choose_folder=[folder], ask=[False])
    name = window.desk._papers[0].file_names[0]
    (folder / name).write_bytes(b"mine")
    QTest.mouseClick(window.desk.export_all, Qt.MouseButton.LeftButton)
    settle(window)
    assert window.messages.asked[-1] == "Thay 1 tệp đang có?"
    assert [file.name for file in folder.iterdir()] == [name]
    assert (folder / name).read_bytes() == b"mine"


def test_that_all_papers_are_written_to_a_folder(opened, tmp_path):
    folder = tmp_path / "tat-ca"
    folder.mkdir()
    window = opened(choose_folder=[folder])
    QTest.mouseClick(window.desk.export_all, Qt.MouseButton.LeftButton)
    files = [name for paper in window.desk._papers for name in paper.file_names]
    told = f"Đã lưu {len(files)} văn bản"
    window.qtbot.waitUntil(lambda: told in window.desk.notice.title, timeout=60_000)
    assert sorted(path.name for path in folder.iterdir()) == sorted(files)
    assert not window.desk.progress.isVisible()


def test_that_saving_all_can_be_stopped_between_two_papers(opened, tmp_path):
    folder = tmp_path / "tat-ca"
    folder.mkdir()
    window = opened(choose_folder=[folder])
    QTest.mouseClick(window.desk.export_all, Qt.MouseButton.LeftButton)
    assert window.desk.cancel.isVisible()
    QTest.mouseClick(window.desk.cancel, Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: not window.desk.cancel.isVisible(), timeout=60_000)
    assert len(list(folder.iterdir())) < len(window.desk._papers)


def test_that_printing_sends_every_page_to_the_printer(opened, tmp_path):
    window = opened()
    choose(window, 1)
    desk = window.desk
    out = tmp_path / "in.pdf"
    printer = printer_for(desk._sizes, "Biên bản")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    with window.qtbot.waitSignal(desk._printing.finished, timeout=60_000) as ended:
        desk._printing.start(printer, desk._written, desk._sizes)
    assert ended.args == [True]
    assert len(page_sizes(out)) == len(desk._sizes)
    assert page_sizes(out)[0].width == pytest.approx(desk._sizes[0].width, abs=2)
    assert desk.notice.title == "Đã gửi đến máy in."
    assert ink_share(out) == pytest.approx(ink_share(desk._written), rel=0.3)


def ink_share(path: Path) -> float:
    """Return the share of dark dots on the first page: the print looks like the paper."""
    image = page_image(path, 0, 60)
    dark = sum(
        image.pixelColor(x, y).lightness() < 200
        for x in range(image.width())
        for y in range(image.height())
    )
    return dark / (image.width() * image.height())


@pytest.mark.parametrize(
    ("first", "last", "backwards", "wanted"),
    [
        (0, 0, False, [0, 1, 2]),
        (2, 3, False, [1, 2]),
        (2, 9, False, [1, 2]),
        (0, 0, True, [2, 1, 0]),
    ],
)
def test_that_the_printer_gets_the_pages_it_was_asked_for(qapp, first, last, backwards, wanted):
    printer = printer_for((), "Biên bản")
    printer.setFromTo(first, last)
    if backwards:
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 3) == wanted


def test_that_another_desk_can_ask_for_the_minutes_of_a_round(opened):
    window = opened()
    elections = window.show_desk("elections")
    elections.place_wanted.emit(paper_place(round_id=1))
    window.settle()
    settle(window)
    assert window.main.workspace.desk_key == "papers"
    assert window.desk._draft.paper.round_id == 1
    assert window.desk.list.currentRow() == MINUTES


def test_that_a_change_in_the_file_makes_list_and_preview_anew(opened):
    window = opened()
    choose(window, MINUTES)
    before = window.desk._draft
    window.main.session.changed.emit(frozenset({"ballots"}))
    window.qtbot.waitUntil(lambda: window.desk._draft is not before, timeout=60_000)
    settle(window)
    assert window.desk.list.currentRow() == MINUTES
    assert window.desk._draft is not before


def _fail(*_: object) -> None:
    raise LookupError("nobody expected this")


@pytest.mark.parametrize("step", ["make_paper", "write_paper"])
def test_that_a_paper_that_fails_in_the_worker_is_told_and_not_waited_for(
    opened, monkeypatch, caplog, step
):
    window = opened()
    monkeypatch.setattr(f"congress_desk.ui.parts.paper_maker.{step}", _fail)
    choose(window, 1)
    assert window.desk.pages.sheet.text() == ""
    assert "chưa lập được văn bản này" in window.desk.notice.title
    assert [title for title, _ in window.messages.told] == ["Có lỗi ngoài dự kiến"]
    assert "_fail" in caplog.text and "nobody expected this" not in caplog.text
    caplog.clear()
    monkeypatch.undo()
    choose(window, 0)
    assert not window.desk.pages.sheet.pixmap().isNull()


def test_that_saving_all_goes_on_after_a_paper_that_fails_in_the_worker(
    opened, tmp_path, monkeypatch, caplog
):
    folder = tmp_path / "giấy tờ"
    folder.mkdir()
    window = opened(choose_folder=[folder])
    write = paper_maker.write_paper
    monkeypatch.setattr(
        paper_maker,
        "write_paper",
        lambda draft, path: _fail() if draft.paper.kind == "candidates" else write(draft, path),
    )
    failing = [paper.kind for paper in window.desk._papers].index("candidates")
    window.desk._papers = window.desk._papers[failing : failing + 3]
    window.desk.export_all.click()
    settle(window)
    assert "chưa lập được văn bản này" in window.desk.notice.title
    others = window.desk._papers[1:]
    assert len(list(folder.iterdir())) == sum(len(paper.file_names) for paper in others)
    assert window.desk.export_all.isEnabled()
    caplog.clear()


def imprint_form(window: Window, begins: str) -> ImprintDialog:
    """Open the form of the first paper whose title begins so."""
    choose(window, next(i for i, t in enumerate(titles(window)) if t.startswith(begins)))
    QTest.mouseClick(window.desk.imprint, Qt.MouseButton.LeftButton)
    settle(window)
    return window.desk.findChild(ImprintDialog)


def test_that_number_day_and_place_are_set_in_a_form_and_stand_on_the_paper(opened):
    window = opened()
    form = imprint_form(window, "Biên bản kiểm phiếu")
    assert form.number.text() == "01"
    form.number.setText("7")
    form.day.setText("05/02/2020")
    form.place.setText("Bình Thạnh")
    QTest.mouseClick(form.submit, Qt.MouseButton.LeftButton)
    settle(window)
    head = window.desk._draft.content.head
    assert head.number == "Số 07-BB/ĐH"
    assert head.place_and_date == "Bình Thạnh, ngày 05 tháng 02 năm 2020"


def test_that_who_leads_one_counting_board_signs_no_other_minutes(opened):
    window = opened()
    form = imprint_form(window, "Biên bản kiểm phiếu")
    assert form.reach.currentText() == "Mọi văn bản của đại hội"
    form.signers["counting_board"].setText("Bùi Tự Ký")
    form.signers["presidium"].setText("Lê Văn Ký")
    QTest.mouseClick(form.submit, Qt.MouseButton.LeftButton)
    settle(window)
    kept = []
    window.main.session.ask(congress, done=kept.append)
    settle(window)
    assert kept[0].office.signers == (("presidium", "Lê Văn Ký"),)
    form = imprint_form(window, "Biên bản kiểm phiếu")
    assert form.signers["counting_board"].text() == "Bùi Tự Ký"
    assert form.reach.currentText() == "Mọi văn bản của đại hội"
    form.reject()


def test_that_papers_issued_one_after_the_other_take_the_numbers_of_one_row(opened):
    window = opened()
    for begins, number in (("Biên bản kiểm phiếu", "01"), ("Báo cáo thẩm tra", "02")):
        choose(window, next(i for i, t in enumerate(titles(window)) if t.startswith(begins)))
        window.settle()
        window.desk.imprint.setFocus()
        QTest.keyClick(window.desk.imprint, Qt.Key.Key_F2)
        settle(window)
        form = window.desk.findChild(ImprintDialog)
        assert form.number.text() == number
        QTest.keyClick(form.number, Qt.Key.Key_Return)
        settle(window)
        assert window.desk._draft.content.head.number.startswith(f"Số {number}-")
        assert window.main.focusWidget() is window.desk.imprint
    form = imprint_form(window, "Nghị quyết")
    assert form.number.placeholderText() == "số tiếp theo: 03"
    form.number.setText("2")
    QTest.keyClick(form.number, Qt.Key.Key_Return)
    settle(window)
    assert form.focusWidget() is form.number
    form.reject()


def test_that_a_page_of_the_paper_before_is_not_shown_for_the_chosen_one(opened, monkeypatch):
    window = opened()
    shown = []
    monkeypatch.setattr(window.desk.pages, "show_image", lambda index, image: shown.append(image))
    before = window.desk._written
    choose(window, MINUTES)
    window.desk._on_drawn(before, 0, QImage())
    assert len(shown) == 1


def test_that_saving_all_is_refused_while_it_runs(opened, tmp_path):
    folder = tmp_path / "tất cả"
    folder.mkdir()
    window = opened(choose_folder=[folder])
    window.desk.export_all.click()
    assert window.desk.commands.why_not("export") == "Đang lưu các văn bản."
    assert not window.desk.export_all.isEnabled()
    settle(window)
    assert window.desk.export_all.isEnabled()


def test_that_a_paper_without_number_and_signature_has_no_form(opened):
    window = opened()
    choose(window, titles(window).index("Kết quả các cuộc bầu cử (bảng tính Excel)"))
    assert not window.desk.imprint.isEnabled()


def test_that_a_refusal_of_many_files_names_the_first_and_counts_the_rest():
    problems = [problem("export_disk_full", Place(file=f"{n}.pdf"), folder="USB") for n in range(9)]
    said = problem_text(one_refusal(problems, 2).first)
    assert said.startswith(
        "Đã ghi 2 tệp, còn 9 tệp không ghi được: 0.pdf, 1.pdf, 2.pdf, 3.pdf và 5"
    )
    assert "4.pdf" not in said and "USB" in said
