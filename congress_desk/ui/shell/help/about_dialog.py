"""What the program is made of, its versions and licences, and what was noted of its errors."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from congress_desk import __version__
from congress_desk.i18n import tr
from congress_desk.paths import resource
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.used_packages import used_packages

_LICENCES = (
    ("licences/QT.txt", "Qt"),
    ("licences/LGPL-3.0.txt", "LGPL"),
    ("fonts/ui/OFL.txt", "Noto Sans"),
    ("fonts/print/OFL-Liberation.txt", "Liberation Serif"),
    ("icons/LICENSE", "Lucide"),
)
_SIZE, _LEAST_TEXT = (720, 520), 100


def about_dialog(parent: QWidget) -> QDialog:
    """Return the dialog with the versions and the licences."""
    dialog, page = _dialog(parent, f"Congress Desk {__version__}")
    page.addWidget(
        theme.subtitle(
            tr("Elections of a congress: from the list to signed minutes. Works without a network.")
        )
    )
    page.addWidget(QLabel(f"Python {sys.version.split()[0]} · Qt {qVersion()}"))
    text = _reading(_licences(), tr("Licences"))
    text.setObjectName("licences")
    page.addWidget(theme.caption(tr("Licences")))
    page.addWidget(text)
    _add_close(dialog, page)
    return dialog


def error_dialog(parent: QWidget, log_file: Path) -> QDialog:
    """Return the dialog with what was noted of unexpected errors, as it stands in the log."""
    dialog, page = _dialog(parent, tr("Error report"))
    where = theme.subtitle(
        tr(
            "Kept on this computer alone, in {path}. It tells where in the program an error"
            " happened, nothing of the congress and of nobody in it.",
            path=str(log_file),
        )
    )
    where.setWordWrap(True)
    page.addWidget(where)
    page.addWidget(_reading(_logged(log_file) or tr("No error was noted."), tr("Error report")))
    _add_close(dialog, page)
    return dialog


def _logged(log_file: Path) -> str:
    """Return what the log holds, the newest last; "" when there is none."""
    try:
        return log_file.read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""


def _reading(words: str, name: str) -> QPlainTextEdit:
    """Return a long text to read, which has the room that is left."""
    text = QPlainTextEdit(words)
    text.setReadOnly(True)
    text.setAccessibleName(name)
    text.setMinimumHeight(theme.px(_LEAST_TEXT))
    return text


def _licences() -> str:
    parts = ["\n".join(used_packages())]
    for path, name in _LICENCES:
        parts.append(f"{name}\n\n{resource(*path.split('/')).read_text('utf-8')}")
    return "\n\n".join(parts)


def _dialog(parent: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    be_large(dialog, *_SIZE)
    page = column_in(dialog, theme.section(title), spacing=12, margins=24)
    return dialog, page


def _add_close(dialog: QDialog, page: QVBoxLayout) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    page.addWidget(buttons)
