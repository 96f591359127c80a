"""Every question, notice and file dialog goes through one object, so that tests can answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

# Named through their modules: Qt's classes of dialogs and addresses are made when first used, not
# at the start.
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.settings import documents_folder
from congress_desk.ui.look import theme

_NAMES_SHOWN = 8


class Messages:
    """Shows dialogs that never block: each opens at once and calls back when it is answered."""

    # Where the user last chose a file: the next one to open is looked for there first.
    _folder: Path | None = None

    def tell(self, parent: QWidget | None, title: str, text: str, details: str = "") -> None:
        """Say something that needs no answer but OK; `details` can be unfolded."""
        box = _box(parent, QtWidgets.QMessageBox.Icon.Information, title, text)
        if details:
            box.setDetailedText(details)
        box.open()

    def ask(
        self,
        parent: QWidget | None,
        question: str,
        text: str,
        yes_label: str,
        done: Callable[[bool], None],
        *,
        danger: bool = False,
    ) -> None:
        """Ask whether to go on; `yes_label` is a verb and a noun. Escape and Cancel mean no.

        With `danger` Enter means no, so that a hurried key loses nothing.
        """
        box = _box(parent, QtWidgets.QMessageBox.Icon.Question, question, text)
        yes = box.addButton(yes_label, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        theme.set_property(yes, "role", "danger" if danger else "primary")
        box.setDefaultButton(cancel if danger else yes)
        box.setEscapeButton(cancel)
        box.finished.connect(lambda _: done(box.clickedButton() is yes))
        box.open()

    def open_file(
        self,
        parent: QWidget | None,
        title: str,
        filters: str,
        done: Callable[[Path], None],
        *,
        folder: Path | None = None,
    ) -> None:
        """Let the user choose an existing file; `done` is not called when nothing is chosen."""
        begin = folder or self._folder or documents_folder()
        dialog = QtWidgets.QFileDialog(parent, title, str(begin), filters)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._note_folder)
        _open(dialog, done)

    def open_files(
        self,
        parent: QWidget | None,
        title: str,
        filters: str,
        done: Callable[[list[Path]], None],
    ) -> None:
        """Let the user choose existing files; `done` is not called when none is chosen."""
        begin = self._folder or documents_folder()
        dialog = QtWidgets.QFileDialog(parent, title, str(begin), filters)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self._note_folder(names[0]))
        dialog.filesSelected.connect(lambda names: done([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_file(
        self,
        parent: QWidget | None,
        title: str,
        suggested: Path,
        filters: str,
        done: Callable[[Path], None],
        *,
        may_replace: bool = True,
        beside: Sequence[str] = (),
    ) -> None:
        """Let the user choose where to write; nothing that is there is replaced unasked.

        A name without one of the suffixes of `filters` gets that of `suggested`; `beside` are the
        suffixes of what is written together with it. Without `may_replace` whoever writes refuses.
        """

        def on_chosen(path: Path) -> None:
            wanted = _with_suffix(path, suggested.suffix, filters)
            if may_replace:
                others = [wanted.with_suffix(suffix) for suffix in beside]
                self.before_replacing(
                    parent,
                    [each for each in (wanted, *others) if each != path],
                    lambda: done(wanted),
                )
            else:
                done(wanted)

        self.ask_target(parent, title, suggested, filters, on_chosen, may_replace=may_replace)

    def before_replacing(
        self, parent: QWidget | None, files: Sequence[Path], done: Callable[[], None]
    ) -> None:
        """Call `done` at once where none of the files is there, else when it may be replaced."""
        there = [file for file in files if file.is_file()]
        if not there:
            done()
            return
        names = "\n".join(file.name for file in there[:_NAMES_SHOWN])
        more = len(there) - _NAMES_SHOWN
        self.ask(
            parent,
            tr("Replace {count} files that are there?", count=len(there)),
            f"{names}\n{tr('and {count} more', count=more)}" if more > 0 else names,
            tr("Replace the files"),
            lambda yes: done() if yes else None,
            danger=True,
        )

    def ask_target(
        self,
        parent: QWidget | None,
        title: str,
        suggested: Path,
        filters: str,
        done: Callable[[Path], None],
        *,
        may_replace: bool,
    ) -> None:
        """Open the dialog of the system, which asks about the file that is named there."""
        dialog = QtWidgets.QFileDialog(parent, title, str(suggested.parent), filters)
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
        dialog.setOption(QtWidgets.QFileDialog.Option.DontConfirmOverwrite, not may_replace)
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(self._note_folder)
        _open(dialog, done)

    def choose_folder(
        self, parent: QWidget | None, title: str, done: Callable[[Path], None]
    ) -> None:
        """Let the user choose a folder; `done` is not called when none is chosen."""
        dialog = QtWidgets.QFileDialog(parent, title, str(documents_folder()))
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.Directory)
        dialog.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
        _open(dialog, done)

    def _note_folder(self, name: str) -> None:
        self._folder = Path(name).parent


def _box(
    parent: QWidget | None, symbol: QtWidgets.QMessageBox.Icon, title: str, text: str
) -> QtWidgets.QMessageBox:
    box = QtWidgets.QMessageBox(parent)
    box.setIcon(symbol)
    # The question is read in the box: a title bar would cut it.
    box.setWindowTitle(QtWidgets.QApplication.applicationDisplayName())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    box.finished.connect(box.deleteLater)
    return box


def _open(dialog: QtWidgets.QFileDialog, done: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _with_suffix(path: Path, usual: str, filters: str) -> Path:
    """Return the path with a suffix that the filters name; `usual` is added where it has none."""
    known = re.findall(r"\*(\.\w+)", filters) or [usual]
    return path if path.suffix.casefold() in known else path.with_name(path.name + usual)


def open_folder(folder: Path) -> None:
    """Show a folder in the file manager of the system."""
    QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(folder)))
