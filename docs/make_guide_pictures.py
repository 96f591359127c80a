"""Make the pictures of the help and of the user's guide anew, from the example, in each language.

python docs/make_guide_pictures.py            resources/help/<language>/pictures/<page>.png
python docs/make_guide_pictures.py FOLDER     FOLDER/<language>/pictures/<page>.png

What `.packaging/build` ships is made anew into a folder of its own. A picture is of 64 colours,
some 30 kB.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

from make_pictures import ROOT, settle  # noqa: E402 - the platform is chosen first
from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from congress_desk.domain.elections.round import RoundState  # noqa: E402
from congress_desk.example import make_example  # noqa: E402
from congress_desk.languages import LANGUAGES  # noqa: E402
from congress_desk.queries.elections.lists import elections, rounds  # noqa: E402
from congress_desk.settings import SettingsStore  # noqa: E402
from congress_desk.storage.congress_file import CongressFile  # noqa: E402
from congress_desk.ui.desks import DESKS  # noqa: E402
from congress_desk.ui.look import theme  # noqa: E402
from congress_desk.ui.messages import Messages  # noqa: E402
from congress_desk.ui.shell.composition import build_window  # noqa: E402
from congress_desk.ui.shell.main_window import MainWindow  # noqa: E402

HOME = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "help"
SIZE, COLOURS, LOOKS_MS, DRAWN_MS = (1040, 700), 64, 80, 4000


def take(window: MainWindow, language: str, name: str) -> None:
    """Keep what the window shows as the picture of a page of the help."""
    # The first look lays out what has come since; what scrolls takes a second one.
    window.grab()
    QTest.qWait(LOOKS_MS)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    folder = HOME / language / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    picture = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(folder / f"{name}.png", optimize=True)


def take_all(window: MainWindow, language: str) -> None:
    """Take every desk, and the pages of the elections from the list to the result."""
    workspace = window.workspace
    assert workspace is not None
    for entry in DESKS:
        workspace.show_desk(entry.key)
        settle(window)
        if entry.key == "papers":
            # A paper is made and drawn beside the file.
            while not workspace.desk.idle():
                QTest.qWait(LOOKS_MS)
            settle(window)
        if entry.key != "elections":
            take(window, language, entry.key)
    workspace.show_desk("elections")
    settle(window)
    desk = workspace.desk
    open_now, declared = _rounds(window)
    shown: dict[str, Callable[[], None]] = {
        "elections": lambda: desk.show_at("elections"),
        "nomination": lambda: desk.show_at("nomination", open_now.election_id),
        "ballots": lambda: desk.show_at("ballots", open_now.election_id),
        "counting": lambda: desk.show_at("counting", open_now.id),
        "result": lambda: desk.show_at("result", declared.id),
    }
    for name, show in shown.items():
        show()
        settle(window)
        # The sheet of a ballot is drawn beside the file.
        QTest.qWait(DRAWN_MS if name == "ballots" else 0)
        take(window, language, name)


def _rounds(window: MainWindow) -> tuple:
    def ask(file: CongressFile) -> list:
        return [found for each in elections(file) for found in rounds(file, each.id)]

    got: list = []
    assert window.session is not None
    window.session.ask(ask, done=got.append)
    settle(window)
    held = got[0]
    return (
        next(found for found in held if found.state is RoundState.COUNTING),
        next(found for found in held if found.state is RoundState.DECLARED),
    )


def main() -> None:
    """Show the example in each language and take every page."""
    work = Path(tempfile.mkdtemp())
    app = QApplication([*sys.argv[:1], *theme.STYLE_ARGUMENTS])
    made = make_example(work / "dai-hoi-mau.congress")
    assert isinstance(made, Path), made
    for language in LANGUAGES:
        settings = SettingsStore(work / f"settings-{language}")
        settings.change(theme="light", scale=100, operator="Lê Thị Hạnh", language=language)
        start = build_window(settings, Messages(), None)
        start.resize(*SIZE)
        start.show()
        settle(start)
        take(start, language, "start")
        start.close()
        window = build_window(settings, Messages(), made)
        window.resize(*SIZE)
        window.show()
        settle(window)
        take_all(window, language)
        window.close()
        settle(window)
    app.quit()


if __name__ == "__main__":
    main()
