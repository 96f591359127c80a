"""Run by the built program before itself: where Qt's plugins are. Nothing of Qt is loaded for it.

The hook of PyInstaller loads Qt at every start, the command line's too; see decision 0043.
"""

import os
import sys
from pathlib import Path

_home = Path(sys._MEIPASS)
_qt = _home / "PySide6" if sys.platform == "win32" else _home / "PySide6" / "Qt"
os.environ["QT_PLUGIN_PATH"] = str(_qt / "plugins")
if sys.platform == "win32":
    os.environ["PATH"] = os.pathsep.join((str(_home), os.environ.get("PATH", "")))
