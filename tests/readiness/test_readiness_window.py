"""The readiness report in the window: looked at, gone to, printed; by keyboard."""

from __future__ import annotations

from congress_files import a_congress
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_bench import Window

from congress_desk.ui.shell.readiness.readiness_dialog import ReadinessDialog

SPACE = Qt.Key.Key_Space


def test_that_what_is_missing_is_shown_gone_to_and_printed(qtbot, tmp_path):
    a_congress(tmp_path).close()
    target = tmp_path / "bao-cao.pdf"
    window = Window(qtbot, tmp_path / "dh.congress", save_file=[target])
    window.main.commands.run("readiness")
    (dialog,) = window.main.findChildren(ReadinessDialog)
    qtbot.waitUntil(lambda: bool(dialog.whole.text()), timeout=20_000)
    assert "việc" in dialog.whole.text()
    QTest.keyClick(dialog.print, SPACE)
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(window.main.idle, timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")
    QTest.keyClick(dialog.findChild(object, "mend_organ_empty"), SPACE)
    window.settle()
    assert window.main.workspace.desk_key == "duties"
    window.close()
