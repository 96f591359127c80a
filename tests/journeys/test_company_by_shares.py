"""A company elects its board by shares through the window, against a record worked by hand.

Six holders of the register, four names for three seats, so a paper gives its shares × 3 votes:

    paper of                  shares  votes  An     Bình   Châu   Dũng
    holder 1                   1,000  3,000  3,000
    holder 2, also for 4       2,500  7,500         4,500  3,000
    holder 3                     500  1,500                1,500
    holder 5                     500  1,501                       over its total: invalid
    holder 6                   1,500  4,500  1,500                3,000
                               6,000         4,500  4,500  4,500  3,000

An, Bình and Châu are elected with 4,500 votes each, 75.00 % of the 6,000 shares at the meeting.
"""

from __future__ import annotations

from dataclasses import replace

from bench import ENTER, TAB, WINDOW, open_desk
from congress_files import a_setup, granted
from document_text import document_text
from elections_bench import ElectionsBench
from exports.pages import page_texts, printed
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from share_acts import NAMES, absent

from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.people.person import CongressKind
from congress_desk.new_congress import new_congress
from congress_desk.papers import available, make_paper
from congress_desk.queries.elections.shares import shares_view
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes
from congress_desk.reports.elections.result_json import result_json
from congress_desk.ui.desks.elections.desk import ElectionsDesk
from congress_desk.ui.desks.elections.shares.shares_dialog import SharesDialog

SPACE = Qt.Key.Key_Space
LINES = (
    "1000 1/3000",
    "2500 2/4500 3/3000",
    "500 3/1500",
    "500 4/1501",
    "1500 1/1500 4/3000",
)
PASTED = (
    "Mã\tSố cổ phần\tỦy quyền\n001\t1.000\n002\t2.000\n003\t500\n004\t500\t002\n005\t500\n006\t1500"
)


def a_meeting(folder):
    listed = tuple(Candidate(name=name, born=f"197{i}") for i, name in enumerate(NAMES))
    board = Election(code="HDQT", title="Bầu Hội đồng quản trị", seats=3, candidates=listed)
    setup = a_setup(board, rule_set_id="cong-ty")
    details = CongressDetails(
        name="Đại hội đồng cổ đông thường niên năm 2026",
        body="Công ty cổ phần May Bình Thạnh",
        kind=CongressKind.MEMBERS,
        place="Hội trường Công ty",
        starts="2026-04-18T08:00",
    )
    setup = replace(setup, details=details)
    file = granted(new_congress(folder / "dh.congress", setup, actor="Thư ký"))
    absent(file, 4)
    return file


def test_that_a_company_elects_its_board_by_shares(qtbot, tmp_path):
    with open_desk(
        ElectionsBench, ElectionsDesk, lambda: a_meeting(tmp_path), tmp_path, qtbot, size=WINDOW
    ) as bench:
        write_the_register(bench)
        bench.show("opening", bench.election("HDQT").id)
        screen = bench.desk.screen_of("opening")
        assert "Phát 5 phiếu, đại diện 6.000 cổ phần" in screen._needed.text()
        bench.widget("openReturned").setText("5")
        bench.open_anyway()
        assert bench.desk.shown_screen is bench.desk.screen_of("counting")
        bench.ask(issue_list_says)
        type_the_ballots(bench)
        sheet = bench.sheet("HDQT")
        votes = [c.votes for c in sheet.result.candidates]
        assert votes == [4_500, 4_500, 4_500, 3_000]
        assert sheet.result.outcome is RoundOutcome.COMPLETE
        assert sheet.result.elected == (1, 2, 3)
        assert (sheet.result.valid, sheet.result.invalid) == (4, 1)
        assert sheet.blocking == ()
        declare_by_keys(bench)
        papers_say(bench.sheet("HDQT"))


def declare_by_keys(bench):
    """Go to the gate, name two of neither organ and say why, answer the last question."""
    bench.press(".")  # no sheet of the bundle is left in the hand
    tab_to(bench, "toGate")
    bench.press(SPACE)
    assert bench.desk.shown_screen is bench.desk.screen_of("gate")
    for name, text in (("firstConfirmer", "Đỗ Văn Trưởng"), ("secondConfirmer", "Lê Thị Chủ")):
        tab_to(bench, name)
        bench.press(text)
    tab_to(bench, "confirmerReason")
    bench.press("Đại hội cử hai người", ENTER, SPACE)
    assert bench.keyboard == "sealBack"
    bench.press(TAB, SPACE)
    assert bench.desk.shown_screen is bench.desk.screen_of("result")


def tab_to(bench, name):
    for _ in range(40):
        if bench.keyboard == name:
            return
        bench.press(TAB)
    raise AssertionError(f"no Tab leads to {name}")


def write_the_register(bench):
    """Paste the register, correct a holder by hand, and be refused what cannot be."""
    bench.run("shares")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SharesDialog)
    QGuiApplication.clipboard().setText(PASTED.replace("1.000", "không"))
    dialog.paste.click()
    bench.settle()
    assert "dòng 2" in dialog.said.text()
    assert "Số cổ phần phải là số nguyên" in dialog.said.text()
    QGuiApplication.clipboard().setText(PASTED)
    dialog.paste.click()
    bench.settle()
    dialog.holder.choose(6)
    dialog.shares.setText("0")
    dialog.submit.click()
    bench.settle()
    assert "Điều 148.3" in dialog.said.text()
    dialog.shares.setText("1.500")
    dialog.proxy.choose(6)
    dialog.submit.click()
    bench.settle()
    assert "chính mình" in dialog.said.text()
    dialog.proxy.choose(0)
    dialog.submit.click()
    bench.settle()
    assert dialog.table.model().rowCount() == 6
    assert "5 người được phát phiếu, đại diện 6.000 trong 6.000 cổ phần" in dialog.sum.text
    dialog.reject()
    bench.settle()
    assert [h.shares for h in bench.ask(shares_view).holdings] == [1000, 2000, 500, 500, 500, 1500]


def issue_list_says(file):
    """Read the list for handing out; the ballots by shares are printed from it."""
    there = available(file)
    assert "ballots" in {paper.kind for paper in there}
    (paper,) = [paper for paper in there if paper.kind == "share-issue"]
    text = document_text(make_paper(file, paper).content)
    assert "2 | Đại biểu 2 | 2.500 | 7.500 |" in text
    assert "Cộng: **5** người nhận phiếu, đại diện **6.000** cổ phần." in text


def type_the_ballots(bench):
    """Type the record; a paper that nobody was handed and one typed twice do not get in."""
    bench.press("0")
    assert bench.desk.screen_of("counting").table.line.text() == ""
    for line in LINES[:3]:
        bench.press(line, ENTER)
    bench.press("999 1/10", ENTER)
    assert "Không phát phiếu nào 999 cổ phần" in said(bench)
    bench.press("-", ENTER)
    bench.press(*LINES[3:4], ENTER, *LINES[4:], ENTER)


def said(bench):
    return bench.desk.screen_of("counting").table.slot.text


def papers_say(sheet):
    """Read the minutes and the JSON of the round against the record."""
    minutes = counting_minutes(sheet)
    text = document_text(minutes)
    for wanted in (
        "ĐẠI HỘI ĐỒNG CỔ ĐÔNG",
        "Người dự họp được phát phiếu: **5**, đại diện **6.000** cổ phần.",
        "Tổng số cổ phần có quyền biểu quyết: **6.000**; tỷ lệ dự họp **100,00%**.",
        "Phiếu hợp lệ đại diện **5.500** cổ phần; phiếu không hợp lệ đại diện **500** cổ phần.",
        "số cổ phần mà phiếu đại diện nhân với **3** người được bầu (Điều 148.3)",
        "Cộng số phiếu bầu của cả danh sách: 16.500",
        "(bầu quá số phiếu bầu của phiếu: 1;",
    ):
        assert wanted in text, wanted
    for never in ("quá bán", "đảng", "Đảng", "cấp ủy", "số dư"):
        assert never not in text, never
    assert len(page_texts(printed(minutes))) <= 3
    told = result_json(sheet)
    assert told["shares"] == {"total": 6000, "issued": 6000, "valid": 5500, "invalid": 500}
    assert [c["percent"] for c in told["candidates"]] == ["75.00", "75.00", "75.00", "50.00"]
