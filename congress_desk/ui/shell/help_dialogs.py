"""The keys of the window, and what the program is made of."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from congress_desk import __version__
from congress_desk.i18n import tr
from congress_desk.paths import resource
from congress_desk.ui.look import theme

_KEYS = (
    ("Ctrl+1 … Ctrl+9", "Go to a desk"),
    ("Ctrl+Shift+1 …", "The tenth desk and those after it"),
    ("F6, a …", "In the list of desks: the first letters of a desk"),
    ("F6", "From the desks to the page and back"),
    ("Tab / Shift+Tab", "To the next or the last field"),
    ("Ctrl+O", "Open a congress"),
    ("Ctrl+N", "New congress from a workbook"),
    ("Ctrl+W", "Close the congress"),
    ("Ctrl++ / Ctrl+- / Ctrl+0", "Larger, smaller, usual size"),
    ("Ctrl+Shift+T", "A second window on the same congress"),
    ("F9", "Note an obstacle, from any desk"),
    ("F11", "Full screen and back"),
)
_ENTRY_KEYS = (
    ("03 12 16", "Two digits a name in a list of 10 or more; no separator needed: 031216"),
    ("7-9", "From one number to another"),
    ("0", "The untouched ballot: nothing struck, or agree with all"),
    ("Enter", "Record the ballot"),
    ("+ Enter", "The same as the ballot before; +12 Enter: twelve more of them"),
    ("*1 … *5", "Invalid, with the digit of the reason"),
    ("/12  //12", "X in both boxes of a line, or in neither"),
    ("-", "On an empty line: take back the last ballot"),
)
_REGISTER_KEYS = (
    ("Ctrl+F or /", "Filter the register"),
    ("Enter or F2", "Type into the cell; Enter again goes on to the next line"),
    ("Ctrl+Enter", "Open the card of the person"),
    ("Alt+↑ / Alt+↓", "Sort by the column of the cell, rising or falling"),
    ("Insert / Delete", "Add people, remove a person"),
    ("F7 / F8 / F4", "Set a field, change the status, an alternate replaces"),
)
_LICENCES = (
    ("fonts/ui/OFL.txt", "Noto Sans"),
    ("fonts/print/OFL-Liberation.txt", "Liberation Serif"),
    ("icons/LICENSE", "Lucide"),
)


def keys_dialog(parent: QWidget) -> QDialog:
    """Return the dialog with the keys."""
    dialog, page = _dialog(parent, tr("Keys"))
    parts = (
        (tr("The window"), _KEYS),
        (tr("Delegates"), _REGISTER_KEYS),
        (tr("Typing ballots"), _ENTRY_KEYS),
    )
    for title, keys in parts:
        page.addWidget(theme.caption(title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setColumnMinimumWidth(0, theme.px(160))
        grid.setColumnStretch(1, 1)
        for row, (key, meaning) in enumerate(keys):
            name = QLabel(key)
            name.setProperty("role", "strong")
            grid.addWidget(name, row, 0)
            grid.addWidget(QLabel(tr(meaning)), row, 1)
        page.addLayout(grid)
    _add_close(dialog, page)
    return dialog


def about_dialog(parent: QWidget) -> QDialog:
    """Return the dialog with the versions and the licences."""
    dialog, page = _dialog(parent, f"Congress Desk {__version__}")
    page.addWidget(
        theme.subtitle(
            tr("Elections of a congress: from the list to signed minutes. Works without a network.")
        )
    )
    page.addWidget(QLabel(f"Python {sys.version.split()[0]} · Qt {qVersion()}"))
    text = QPlainTextEdit(_licences())
    text.setReadOnly(True)
    text.setObjectName("licences")
    text.setAccessibleName(tr("Licences"))
    text.setMinimumSize(theme.px(640), theme.px(320))
    page.addWidget(theme.caption(tr("Licences")))
    page.addWidget(text)
    _add_close(dialog, page)
    return dialog


def _licences() -> str:
    used = "PySide6 (LGPL-3.0), sqlite-utils (Apache-2.0), openpyxl (MIT), defusedxml (PSF-2.0),\n"
    used += "reportlab (BSD-3-Clause), pypdfium2 (BSD-3-Clause / Apache-2.0), platformdirs (MIT)\n"
    parts = [used]
    for path, name in _LICENCES:
        parts.append(f"{name}\n\n{resource(*path.split('/')).read_text('utf-8')}")
    return "\n\n".join(parts)


def _dialog(parent: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page = QVBoxLayout(dialog)
    page.setContentsMargins(*[theme.px(24)] * 4)
    page.setSpacing(theme.px(12))
    page.addWidget(theme.section(title))
    return dialog, page


def _add_close(dialog: QDialog, page: QVBoxLayout) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    page.addWidget(buttons)
