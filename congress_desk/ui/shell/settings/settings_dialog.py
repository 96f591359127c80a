"""What this computer is to remember: looks, language, sounds, names, folders; each at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from congress_desk.domain.text.clean_text import clean_text, without_accents
from congress_desk.i18n import tr
from congress_desk.settings import LOCK_MINUTES, SCALES
from congress_desk.ui.look import sounds, theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.tables.column_choice import remembered
from congress_desk.ui.records.tables.filter_line import FilterLine
from congress_desk.ui.shell.appearance import change_appearance
from congress_desk.ui.shell.menu_bar import language_names, theme_names
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import row_in

if TYPE_CHECKING:
    from congress_desk.settings import SettingsStore

NAME_LIMIT, WIDTH = 100, 620


class SettingsDialog(FormDialog):
    """Everything holds as soon as it is chosen; the window asks nothing when it is closed.

    `language_chosen` and `operator_named` are for the window: both concern what it shows.
    `journal_chosen` carries the folder of the second journal, "" for the file's own.
    """

    language_chosen = Signal(str)
    operator_named = Signal(str)
    journal_chosen = Signal(str)
    recent_changed, lock_changed = Signal(), Signal()

    def __init__(
        self,
        settings: SettingsStore,
        messages: Messages,
        parent: QWidget | None,
        *,
        signs_in: bool = False,
    ) -> None:
        super().__init__(tr("Settings"), tr("Done"), parent)
        self.setObjectName("settingsDialog")
        self._settings, self._messages = settings, messages
        self.leave.hide()
        self.be_wide(WIDTH)
        title, hint = tr("Find a setting"), tr("no accents needed")
        self.finder = FilterLine("settingsFind", title, hint)
        self.add_field(title, self.finder, "settingsFind")
        self.finder.textChanged.connect(self._show_found)
        self.finder.left.connect(self.focusNextChild)
        self._add_looks()
        self._add_work(signs_in)
        self._add_files()
        self.submitted.connect(self.accept)
        self.scale.setFocus()
        theme.changed.connect(self._on_theme_changed)

    def _add_looks(self) -> None:
        values = self._settings.values
        self.tell(tr("Looks"), "section")
        colours = [(words, code) for code, words in theme_names().items()]
        self.colours = self.add_choice(tr("Colours"), "settingsColours", colours, values.theme)
        sizes = [(f"{scale}%", scale) for scale in SCALES]
        self.scale = self.add_choice(tr("Size of text"), "settingsScale", sizes, values.scale)
        spoken = [(words, code) for code, words in language_names().items()]
        self.language = self.add_choice(tr("Language"), "settingsLanguage", spoken, values.language)
        self.colours.activated.connect(self._on_looks)
        self.scale.activated.connect(self._on_looks)
        self.language.activated.connect(lambda _: self._on_language())

    def _add_work(self, signs_in: bool) -> None:
        values = self._settings.values
        self.tell(tr("Work at this computer"), "section")
        self.operator = self.add_line(
            tr("Who is at the keyboard"), "settingsOperator", values.operator, longest=NAME_LIMIT,
            hint=tr("stands beside each act in the journal"),
        )  # fmt: skip
        self.operator.setEnabled(not signs_in)
        if signs_in:
            self.operator.setText("")
            self.operator.setPlaceholderText(tr("who signed in, under a PIN"))
        self.operator.editingFinished.connect(self._on_operator)
        self.door = self.add_line(
            tr("Name of this door"), "settingsDoor", values.door, hint=tr("e.g. Door A"), longest=60
        )
        self.door.editingFinished.connect(
            lambda: self._settings.change(door=clean_text(self.door.text()))
        )
        minutes = [(_lock_words(each), each) for each in LOCK_MINUTES]
        self.lock = self.add_choice(
            tr("Lock the screen"), "settingsLock", minutes, values.lock_minutes
        )
        self.lock.setToolTip(
            tr("A PIN opens it where there are operators, else the password of the file.")
        )
        self.lock.activated.connect(self._on_lock)
        self.sounds = self._add_tick("settingsSounds", tr("Sounds"), sounds.switch.on)
        self.sounds.setToolTip(tr("Each sound also has a colour, an icon and a word."))
        self.sounds.toggled.connect(sounds.switch.turn)

    def _add_files(self) -> None:
        values = self._settings.values
        self.tell(tr("Files"), "section")
        title = tr("Papers are saved in")
        usual = tr("the folder of the congress")
        self.exports = FolderChoice(self._messages, "settingsExports", title, values.exports, usual)
        self.add_field(title, self.exports, "settingsExports")
        self.exports.chosen.connect(lambda folder: self._settings.change(exports=folder))
        title = tr("The journal is kept in")
        usual = tr("the folder of the congress alone")
        self.journal = FolderChoice(
            self._messages, "settingsJournal", title, values.journal_folder, usual
        )
        self.add_field(title, self.journal, "settingsJournal")
        self.journal.chosen.connect(self.journal_chosen)
        self.recent = self._add_tick(
            "settingsRecent", tr("Remember the files that were opened"), values.keep_recent
        )
        self.recent.toggled.connect(self._on_recent)
        self.forget = make_button(tr("Forget them now"), self._forget, name="settingsForget")
        self.add_field("", self.forget, "settingsForget")
        self.forget.setAccessibleName(self.forget.text())
        self.columns = make_button(
            tr("Show every column of all tables again"), self._show_columns, name="settingsColumns"
        )
        self.add_field("", self.columns, "settingsColumns")
        self.columns.setAccessibleName(self.columns.text())
        self._show_buttons()

    def _show_found(self, typed: str) -> None:
        """Show the settings whose words hold every word that is typed, under their headings."""
        wanted, groups, heading = _folded(typed).split(), dict[int, list[int]](), 0
        said = {row: self._row_words(row) for row in range(1, self.form.rowCount())}
        for row, words in said.items():
            if words:
                groups[heading].append(row)
            else:
                heading, groups[row] = row, []
        for heading, rows in groups.items():
            found = [row for row in rows if all(word in said[row] for word in wanted)]
            for row in rows:
                self.form.setRowVisible(row, row in found)
            self.form.setRowVisible(heading, bool(found))

    def _row_words(self, row: int) -> str:
        """Return what a row says, without accents: title and choices; "" of a heading."""
        item = self.form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        field = item.widget() if item is not None else None
        if field is None or isinstance(field, QLabel):
            return ""
        words = [field.accessibleName()]
        if isinstance(field, QComboBox):
            words += [field.itemText(place) for place in range(field.count())]
        return _folded(" ".join(words))

    def _add_tick(self, name: str, words: str, on: bool) -> QCheckBox:
        tick = QCheckBox(words)
        tick.setChecked(on)
        self.add_field("", tick, name)
        tick.setAccessibleName(words)
        return tick

    def _show_buttons(self) -> None:
        values = self._settings.values
        self.forget.setEnabled(bool(values.recent))
        self.columns.setEnabled(bool(values.hidden_columns))

    def _on_looks(self) -> None:
        change_appearance(
            self._settings, theme=self.colours.currentData(), scale=self.scale.currentData()
        )

    def _on_language(self) -> None:
        chosen = self.language.currentData()
        if chosen != self._settings.values.language:
            self.accept()
            self.language_chosen.emit(chosen)

    def _on_lock(self) -> None:
        self._settings.change(lock_minutes=int(self.lock.currentData()))
        self.lock_changed.emit()

    def _on_operator(self) -> None:
        name = clean_text(self.operator.text())
        if name != self._settings.values.operator:
            self.operator_named.emit(name)

    def _on_recent(self, keep: bool) -> None:
        self._settings.change(keep_recent=keep)
        if not keep:
            self._forget()

    def _forget(self) -> None:
        self._settings.use(replace(self._settings.values, recent=()))
        self._show_buttons()
        self.recent_changed.emit()

    def _show_columns(self) -> None:
        remembered.show_all()
        change_appearance(self._settings)
        self._show_buttons()

    def _on_theme_changed(self) -> None:
        """Be as wide as the new size of text wants, once the fields have taken it."""
        self.be_wide(WIDTH)
        QTimer.singleShot(0, self, self.fit)
        self.scale.setCurrentIndex(max(self.scale.findData(theme.scale()), 0))


def _folded(text: str) -> str:
    return without_accents(text).casefold()


def _lock_words(minutes: int) -> str:
    return tr("after {count} minutes without typing", count=minutes) if minutes else tr("never")


def show_settings(dialog: SettingsDialog) -> None:
    """Open the dialog; it goes when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class FolderChoice(QWidget):
    """`chosen` carries the folder as a text, "" for `usual`, which says in words where that is."""

    chosen = Signal(str)

    def __init__(self, messages: Messages, name: str, title: str, folder: str, usual: str) -> None:
        super().__init__()
        self._messages, self._title, self._usual = messages, title, usual
        self.said = ElidedLabel(gives_way=True)
        self.choose = make_button(tr("Choose…"), self._on_choose, name=f"{name}Choose")
        self.clear = make_button(tr("Use the default"), self._on_clear, name=f"{name}Usual")
        self.choose.setAccessibleDescription(title)
        self.clear.setAccessibleDescription(title)
        row_in(self, (self.said, 1), self.clear, self.choose)
        self.setFocusProxy(self.choose)
        self.show_folder(folder)

    def show_folder(self, folder: str) -> None:
        """Say which folder is chosen."""
        self.said.set_whole(folder or self._usual)
        theme.set_tone(self.said, "" if folder else "muted")
        self.clear.setVisible(bool(folder))

    def _on_choose(self) -> None:
        self._messages.choose_folder(self.window(), self._title, self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        self.show_folder(str(folder))
        self.chosen.emit(str(folder))

    def _on_clear(self) -> None:
        self.show_folder("")
        self.choose.setFocus()
        self.chosen.emit("")
