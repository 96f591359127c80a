"""Make the pictures of the documents anew, or of every desk: to look at before and after a change.

python docs/make_pictures.py                           docs/overview.png, counting, running, hall
python docs/make_pictures.py FOLDER 1024x700 150 dark  each desk and tab in that size, scale, theme
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtTest import QTest  # noqa: E402 - the platform is chosen first
from PySide6.QtWidgets import QApplication, QTabWidget  # noqa: E402

from congress_desk.domain.hall.subject import Subject, SubjectKind  # noqa: E402
from congress_desk.example import make_example  # noqa: E402
from congress_desk.settings import SettingsStore  # noqa: E402
from congress_desk.ui.desks import DESKS  # noqa: E402
from congress_desk.ui.look import theme  # noqa: E402
from congress_desk.ui.messages import Messages  # noqa: E402
from congress_desk.ui.parts.hall.hall_show import HallShow  # noqa: E402
from congress_desk.ui.shell.composition import build_window  # noqa: E402
from congress_desk.ui.shell.main_window import MainWindow  # noqa: E402

SETTLED_MS = 300
HALL = (1280, 720)
OF_THE_DOCUMENTS = {"overview": "overview", "elections": "counting", "running": "running"}


def settle(window: MainWindow) -> None:
    """Wait until the file has answered and the page stands."""
    QTest.qWait(SETTLED_MS)
    while not window.idle():
        QTest.qWait(SETTLED_MS)


def take(folder: Path, name: str, window: MainWindow) -> None:
    # The first look lays out what has come since; what scrolls takes a second one.
    window.grab()
    QTest.qWait(SETTLED_MS // 3)
    window.grab().save(str(folder / f"{name}.png"))


def every_desk(window: MainWindow, folder: Path, name_of: Callable[[str], str]) -> None:
    """Take a picture of each desk that has a name, and of its tabs when all are wanted."""
    assert window.workspace is not None
    for entry in DESKS:
        name = name_of(entry.key)
        if not name:
            continue
        window.workspace.show_desk(entry.key)
        settle(window)
        take(folder, name, window)
        if name_of is not str:
            continue
        for tabs in window.workspace.pages.currentWidget().findChildren(QTabWidget):
            for place in range(1, tabs.count() if tabs.isVisible() else 0):
                tabs.setCurrentIndex(place)
                settle(window)
                take(folder, f"{name}-{place}", window)


def the_hall(window: MainWindow, folder: Path) -> None:
    """Take a picture of what the hall sees of the first result that was declared."""
    assert window.session is not None
    show = window.session.shared(HallShow)
    show.show(Subject(kind=SubjectKind.ELECTED, record=1))
    settle(window)
    assert show.window is not None
    show.window.resize(*HALL)
    show.window.grab().save(str(folder / "hall.png"))


def main(words: list[str]) -> None:
    folder = Path(words[0]) if words else ROOT / "docs"
    size, scale, colours = words[1:4] or ("1366x768", "100", "light")
    width, height = map(int, size.split("x"))
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp())
    app = QApplication([*sys.argv[:1], *theme.STYLE_ARGUMENTS])
    settings = SettingsStore(work / "settings")
    settings.change(theme=colours, scale=int(scale), operator="Lê Thị Hạnh")
    made = make_example(work / "dai-hoi-mau.congress")
    assert isinstance(made, Path), made
    window = build_window(settings, Messages(), made)
    window.resize(width, height)
    window.show()
    settle(window)
    every_desk(window, folder, str if words else lambda key: OF_THE_DOCUMENTS.get(key, ""))
    the_hall(window, folder)
    window.close()
    settle(window)
    app.quit()


if __name__ == "__main__":
    main(sys.argv[1:])
