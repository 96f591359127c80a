"""The tab of the script: the words of the chair at each item, and as they are said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from congress_desk.actions.agenda.items import SCRIPT_LIMIT, set_script
from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.i18n import tr
from congress_desk.queries.agenda.script import script_facts
from congress_desk.reports.agenda.item_numbers import item_numbers
from congress_desk.reports.agenda.script import fill_words, usual_words
from congress_desk.reports.agenda.script_values import ScriptFacts
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.document.wording import Wording
from congress_desk.ui.desks.agenda.programme_changes import ProgrammeChanges
from congress_desk.ui.look import theme
from congress_desk.ui.reader import Reader
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.folding_columns import FoldingColumns
from congress_desk.ui.widgets.layout.layouts import column_in

_FIELD = "script.fields."


class WordsField(QPlainTextEdit):
    """The words with their places to fill; Ctrl+Enter and leaving it keep them."""

    def __init__(self, keep: object) -> None:
        super().__init__()
        self._keep = keep
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and callable(self._keep):
            self._keep()


class ScriptTab(QWidget):
    """Words that are as usual are not kept: they follow the usual ones of their kind."""

    def __init__(self, changes: ProgrammeChanges, reader: Reader) -> None:
        super().__init__()
        self._changes, self._reader = changes, reader
        self._facts: ScriptFacts | None = None
        self._words: Wording | None = None
        self._numbers: tuple[str, ...] = ()
        self._place = -1
        self.table = DataTable(
            "scriptTable", tr("Items"), RecordTableModel(self._columns()), long=(1,)
        )
        self.field = WordsField(self.keep)
        self.filled = QPlainTextEdit()
        self.places = ChoiceBox()
        self.said = QLabel()
        self.usual = make_button(
            tr("Restore the usual words"), self._on_usual, name="usualWords", icon="rotate-ccw"
        )
        self._lay_out()
        self.table.current_changed.connect(lambda _: self._on_current())
        self.table.chosen.connect(lambda _: self.columns.go_to(self.field))
        self.field.textChanged.connect(self._fill)
        self.places.activated.connect(self._on_place)

    @property
    def unsaved(self) -> bool:
        """Say whether words were typed that are not in the file."""
        found = self._current()
        return found is not None and self._typed() != found.item.script

    def refresh(self) -> None:
        """Read names and numbers anew."""
        self._reader.ask(script_facts, done=self._on_facts)

    def keep(self) -> None:
        """Keep the words that were typed."""
        found, typed = self._current(), self._typed()
        if found is not None and typed != found.item.script:
            self._changes.send(set_script, found.item.id, typed)

    def _on_facts(self, facts: ScriptFacts) -> None:
        typing = self.field.hasFocus() and self.unsaved
        self._facts = facts
        self._words = congress_wording(facts.congress)
        self._numbers = item_numbers(facts.planned)
        self._offer_places()
        rows = tuple(enumerate(facts.planned))
        if not typing:
            self.table.show_records(rows, same=_same)
        self._on_current()

    def _on_current(self) -> None:
        """Show the words of the current item, after those of the one before are kept."""
        row = self.table.current
        place = row[0] if row else -1
        found = self._at(place)
        if found is None:
            return
        if place != self._place:
            self.keep()
            self._place = place
        elif self.field.hasFocus() and self.unsaved:
            self._fill()
            return
        words = found.item.script or self._usual(found)
        if self.field.toPlainText() != words:
            self.field.setPlainText(words)
        self._fill()

    def _fill(self) -> None:
        if self._facts is None or self._words is None or self._current() is None:
            return
        filled = fill_words(self.field.toPlainText(), self._facts, self._place, self._words)
        if self.filled.toPlainText() != filled.text:
            self.filled.setPlainText(filled.text)
        self.usual.setEnabled(bool(self._typed()))
        if filled.unknown:
            self._say(tr("Unknown field: {names}", names=", ".join(filled.unknown)), "wrong")
        elif filled.missing:
            names = ", ".join(filled.missing)
            self._say(tr("Not known yet, printed as dots: {names}", names=names), "look")
        else:
            self._say("", "muted")

    def _say(self, words: str, tone: str) -> None:
        theme.set_tone(self.said, tone)
        self.said.setText(words)

    def _typed(self) -> str:
        """Return what would be kept: nothing when the words are the usual ones."""
        found, text = self._current(), self.field.toPlainText().strip()
        if found is None or text == self._usual(found):
            return ""
        return text[:SCRIPT_LIMIT]

    def _on_usual(self) -> None:
        found = self._current()
        if found is not None:
            self.field.setPlainText(self._usual(found))
            self.keep()
            self.columns.go_to(self.field)

    def _on_place(self, index: int) -> None:
        name = self.places.itemData(index)
        if name:
            self.field.insertPlainText("{" + str(name) + "}")
            self.places.setCurrentIndex(0)
            self.columns.go_to(self.field)

    def _offer_places(self) -> None:
        if self.places.count() or self._words is None:
            return
        self.places.addItem(tr("Insert an automatic field…"), "")
        for key, about in self._words.sentences.items():
            if key.startswith(_FIELD):
                name = key.removeprefix(_FIELD)
                self.places.addItem(f"{{{name}}} – {about}", name)

    def _usual(self, found: PlannedItem) -> str:
        planned = self._facts.planned if self._facts else ()
        return usual_words(found, self._words, planned) if self._words else ""

    def _current(self) -> PlannedItem | None:
        return self._at(self._place)

    def _at(self, place: int) -> PlannedItem | None:
        planned = self._facts.planned if self._facts else ()
        return planned[place] if 0 <= place < len(planned) else None

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(title=tr("No."), text=lambda row: self._numbers[row[0]]),
            TableColumn(
                title=tr("Content"),
                text=lambda row: row[1].item.content,
                sign=lambda row: _EDITED if row[1].item.script else None,
            ),
        )

    def _lay_out(self) -> None:
        self.field.setObjectName("scriptWords")
        self.field.setAccessibleName(tr("Text with automatic fields"))
        self.filled.setObjectName("scriptFilled")
        self.filled.setAccessibleName(tr("As it will be read"))
        self.filled.setReadOnly(True)
        self.filled.setFont(theme.font("section"))
        self.places.setObjectName("scriptPlaces")
        self.places.setAccessibleName(tr("Insert an automatic field…"))
        self.places.setMaxVisibleItems(20)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.places.setSizeAdjustPolicy(policy)
        self.places.setMinimumContentsLength(24)
        self.said.setObjectName("scriptSaid")
        self.said.setWordWrap(True)
        text, read = tr("Text with automatic fields"), tr("As it will be read")
        parts = (
            (tr("Programme"), self.table, 3),
            (tr("Words"), _titled(text, self.field), 4),
            (read, _titled(read, self.filled), 5),
        )
        self.columns = FoldingColumns(parts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.px(8), 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addLayout(button_row(self.places, self.usual, None))
        whole.addWidget(self.columns, 1)
        whole.addWidget(self.said)


_EDITED = Sign(icon="pencil", tone="accent")


def _same(old: tuple[int, PlannedItem], new: tuple[int, PlannedItem]) -> bool:
    return old[1].item.id == new[1].item.id


def _titled(title: str, field: QWidget) -> QWidget:
    made = QWidget()
    column_in(made, theme.caption(title), (field, 1), spacing=4, margins=(8, 0, 0, 0))
    return made
