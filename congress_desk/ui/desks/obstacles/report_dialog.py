"""What to read over the phone, large enough to be read standing, and where the files are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.messages import open_folder
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.dialog_size import be_large

WIDTH, HEIGHT = 760, 460


class ReportDialog(QDialog):
    """Shows the spoken report; Escape or Enter closes it."""

    def __init__(self, spoken: str, files: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The report is made"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        be_large(self, WIDTH, HEIGHT)
        self.text = QPlainTextEdit(spoken.replace("\n", "\n\n"))
        self.text.setObjectName("spokenReport")
        self.text.setAccessibleName(tr("Text to read over the phone"))
        self.text.setReadOnly(True)
        self.text.setFont(theme.font("section"))
        self.text.setTabChangesFocus(True)
        names = ", ".join(path.name for path in files)
        self.files = theme.subtitle(
            tr("Written beside the congress file: {files}", files=names) if files else ""
        )
        self.files.setVisible(bool(files))
        self._folder = files[0].parent if files else None
        shut = make_button(tr("Close"), self.accept, name="closeReport", role="primary")
        shut.setDefault(True)
        folder = make_button(
            tr("Open the folder"), self._open_folder, name="openReportFolder", icon="folder-open"
        )
        folder.setVisible(bool(files))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addWidget(
            theme.subtitle(tr("Read this over the phone; it is on the clipboard too."))
        )
        layout.addWidget(self.text, 1)
        layout.addWidget(self.files)
        layout.addLayout(button_row(folder, None, shut))
        shut.setFocus()

    def _open_folder(self) -> None:
        if self._folder is not None:
            open_folder(self._folder)
