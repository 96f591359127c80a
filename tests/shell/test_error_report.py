"""What is kept of an error: where it happened, nothing of whom it was about."""

from __future__ import annotations

import subprocess
import sys

import pytest
from congress_files import a_congress
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from window_bench import AnsweredMessages, Window

from congress_desk import __version__
from congress_desk.ui.shell.composition import tell_hard_end
from congress_desk.ui.shell.unexpected_errors import UnexpectedErrors, error_report, hard_end_report

SEGFAULT = "faulthandler._sigsegv()\n"
NAME = "Nguyễn Thị Bích Hằng"


def raised() -> BaseException:
    try:
        try:
            {}[NAME]
        except KeyError as error:
            raise ValueError(f"no seat for {NAME}") from error
    except ValueError as error:
        return error


def test_that_a_report_tells_kinds_and_lines_and_no_message():
    report = error_report(raised()).splitlines()
    assert report[0].startswith(f"Congress Desk {__version__}, Python ")
    assert report[1] == "KeyError" and report[3:5] == ["then:", "ValueError"]
    assert report[2].startswith("  test_error_report.py:") and report[2].endswith(" raised")
    assert NAME not in "\n".join(report)


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/home/hang/desk/congress_desk/ui/desk.py", "congress_desk/ui/desk.py"),
        ("/home/hang/.venv/lib/python3.11/site-packages/docx/api.py", "site-packages/docx/api.py"),
        ("/home/hang/x.py", "x.py"),
    ],
)
def test_that_a_path_is_kept_from_the_program_on(path, kept):
    report = hard_end_report(f'Fatal Python error\n  File "{path}", line 3 in run\n')
    assert report.splitlines()[1:] == ["Fatal Python error", f'  File "{kept}", line 3 in run']


def test_that_a_program_that_died_is_told_of_at_the_next_start(tmp_path, caplog):
    log = tmp_path / "congress-desk.log"
    died = (
        "import sys, faulthandler, pathlib\n"
        "from congress_desk.ui.shell.unexpected_errors import UnexpectedErrors\n"
        "errors = UnexpectedErrors(None, pathlib.Path(sys.argv[1]))\n"
        "assert not errors.note_hard_end()\n" + SEGFAULT
    )
    done = subprocess.run([sys.executable, "-c", died, str(log)], capture_output=True)
    assert done.returncode != 0
    again = died.replace("assert not ", "print(").replace("end()", "end())").replace(SEGFAULT, "")
    next_start = [sys.executable, "-c", again, str(log)]
    told = subprocess.run(next_start, capture_output=True, text=True)
    assert told.stdout == "True\n"
    assert "Segmentation fault" in log.read_text("utf-8")
    told = subprocess.run(next_start, capture_output=True, text=True)
    assert told.stdout == "False\n"


def test_that_it_is_told_over_a_congress_that_is_opened_with_the_program_too(qtbot, tmp_path):
    file = a_congress(tmp_path)
    file.close()
    window = Window(qtbot)
    tell_hard_end(window.main)
    assert "dừng đột ngột" in window.notice
    window.main.open_path(file.path)
    window.settle()
    assert window.main.workspace is not None
    assert "dừng đột ngột" in window.notice
    window.close()


def test_that_the_report_can_be_looked_at(qtbot, caplog):
    window = Window(qtbot)
    window.act("show_errors")
    dialog = QApplication.activeModalWidget()
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "Chưa ghi nhận lỗi nào."
    dialog.close()
    elsewhere = window.settings.log_file.with_name("elsewhere.log")
    for file in (elsewhere, window.settings.log_file):  # each its own, whichever came before
        UnexpectedErrors(AnsweredMessages(), file).report(raised())
    caplog.clear()
    window.act("show_errors")
    assert "ValueError" in QApplication.activeModalWidget().findChild(QPlainTextEdit).toPlainText()
    QApplication.activeModalWidget().close()
