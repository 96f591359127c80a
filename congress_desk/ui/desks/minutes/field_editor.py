"""Prose that is typed around locked values: a chip goes as a whole or stays as it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from congress_desk.domain.minutes.paper_fields import BOLD, pieces
from congress_desk.ui.commands import is_pressed
from congress_desk.ui.desks.minutes.chips import (
    CHIP,
    PLACEHOLDER,
    Chips,
    chip_format,
    field_of,
    is_bold,
    plain_format,
)
from congress_desk.ui.look import theme

_SOURCE = "application/x-congress-desk-prose"
_LINE_ENDS = "\u2028\u2029"


class FieldEditor(QTextEdit):
    """`typed` after each change by a person; `left` when the keyboard goes elsewhere."""

    typed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("partText")
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self._values: Mapping[str, str] = {}
        self._labels: Mapping[str, str] = {}
        self._changed: frozenset[str] = frozenset()
        self._tables: frozenset[str] = frozenset()
        self._origin = ""
        self._loading = False
        self._chips = Chips(self, self._look)
        self.document().documentLayout().registerHandler(int(CHIP), self._chips)
        self.textChanged.connect(self._on_text)
        self.currentCharFormatChanged.connect(self._on_format)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def show_prose(
        self,
        text: str,
        values: Mapping[str, str],
        labels: Mapping[str, str],
        changed: frozenset[str] = frozenset(),
        tables: frozenset[str] = frozenset(),
        *,
        origin: str = "",
    ) -> None:
        """Show another prose; what was typed before can no longer be taken back here.

        `labels` say what the values are; those of `tables` are shown by them alone. `origin` is
        the record: a number copied from another one is pasted as words.
        """
        self._origin = origin
        self._values, self._labels, self._changed = values, labels, changed
        self._tables = tables
        self._loading = True
        self.clear()
        self._insert(self.textCursor(), text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._loading = False

    def show_values(self, values: Mapping[str, str], changed: frozenset[str] = frozenset()) -> None:
        """Let the chips say other values; the prose and the cursor stay."""
        self._values, self._changed = values, changed
        self._loading = True
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()
        self._loading = False

    def prose(self) -> str:
        """Return the prose with a {field} for each chip, bold as **text**, a line a paragraph."""
        lines, block = [], self.document().begin()
        while block.isValid():
            runs: list[tuple[str, bool]] = []
            for fragment in _fragments(block):
                runs.append((_source(fragment), is_bold(fragment.charFormat())))
            lines.append(_marked(runs))
            block = block.next()
        return "\n".join(lines).rstrip()

    def insert_field(self, field: str) -> None:
        """Put the chip of a value where the cursor is."""
        cursor = self.textCursor()
        cursor.insertText(PLACEHOLDER, chip_format(field, bold=False))
        self.setTextCursor(cursor)

    def plain(self, text: str) -> str:
        """Return a text as the prose would hold it, without chips."""
        return _plain(text)

    def places_of(self, words: str) -> list[QTextCursor]:
        """Return where words stand in the prose, letter for letter; nowhere without any."""
        document, found = self.document(), list[QTextCursor]()
        exact = QTextDocument.FindFlag.FindCaseSensitively
        cursor = document.find(_plain(words), 0, exact)
        while not cursor.isNull() and cursor.hasSelection():
            found.append(cursor)
            cursor = document.find(_plain(words), cursor, exact)
        return found

    def replace_all(self, words: str, others: str) -> int:
        """Put other words in all their places, as bold as they were; return how many they were."""
        places, whole = self.places_of(words), self.textCursor()
        whole.beginEditBlock()
        for place in places:
            first = QTextCursor(place)
            first.setPosition(place.selectionStart() + 1)
            place.insertText(_plain(others), plain_format(bold=is_bold(first.charFormat())))
        whole.endEditBlock()
        return len(places)

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        for place, line in enumerate(text.split("\n")):
            if place:
                cursor.insertBlock()
            for piece in pieces(line, self._values):
                if piece.field:
                    cursor.insertText(PLACEHOLDER, chip_format(piece.field, bold=piece.bold))
                else:
                    cursor.insertText(piece.text, plain_format(bold=piece.bold))

    def _look(self, field: str) -> tuple[str, str]:
        """Return what a chip says now, and its tone."""
        source = self._labels if field in self._tables else self._values
        return source.get(field, ""), "look" if field in self._changed else "accent"

    def _on_text(self) -> None:
        if not self._loading:
            self.typed.emit()

    def _on_format(self, now: QTextCharFormat) -> None:
        """Let what is typed beside a chip be prose, not something like the chip."""
        if now.objectType() == int(CHIP):
            self.setCurrentCharFormat(plain_format(bold=is_bold(now)))

    def _on_theme(self) -> None:
        self.setFont(theme.font("table"))
        self.document().setDefaultFont(theme.font("table"))
        self.document().setDocumentMargin(theme.px(12))
        self.viewport().update()

    def _toggle_bold(self) -> None:
        weight = (
            QFont.Weight.Normal if self.fontWeight() >= QFont.Weight.Bold else QFont.Weight.Bold
        )
        made = QTextCharFormat()
        made.setFontWeight(weight)
        self.mergeCurrentCharFormat(made)

    def createMimeDataFromSelection(self) -> QMimeData:
        made = QMimeData()
        source = _prose_of(self.textCursor())
        made.setText("\n".join(_filled(line, self._values) for line in source.split("\n")))
        made.setData(_SOURCE, f"{self._origin}\n{source}".encode())
        return made

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(source.hasFormat(_SOURCE) or source.hasText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        origin, _, prose = (
            bytes(source.data(_SOURCE).data()).decode("utf-8", "replace").partition("\n")
        )
        if source.hasFormat(_SOURCE) and origin == self._origin:
            self._insert(cursor, prose)
        else:
            cursor.insertText(_plain(source.text()), plain_format(bold=False))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            cursor = self.cursorForPosition(self.viewport().mapFromGlobal(event.globalPos()))
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            field = field_of(cursor.charFormat())
            tip = f"{self._labels.get(field, field)}: {self._values.get(field, '')}"
            QToolTip.showText(event.globalPos(), tip if field else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_pressed(event, "bold"):
            self._toggle_bold()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    part = block.begin()
    while not part.atEnd():
        yield part.fragment()
        part += 1


def _prose_of(chosen: QTextCursor) -> str:
    """Return the prose of a selection, chips as {fields}."""
    document = chosen.document()
    start, end = chosen.selectionStart(), chosen.selectionEnd()
    block, last = document.findBlock(start), document.findBlock(end)
    lines = []
    while block.isValid():
        runs = [(_source(f, start, end), is_bold(f.charFormat())) for f in _fragments(block)]
        lines.append(_marked(runs))
        if block == last:
            break
        block = block.next()
    return "\n".join(lines)


def _source(fragment: QTextFragment, start: int = 0, end: int = 1 << 30) -> str:
    """Return a fragment between two places, each chip as its {field}."""
    field, first = field_of(fragment.charFormat()), fragment.position()
    letters = fragment.text()[max(start - first, 0) : max(end - first, 0)]
    for line_end in _LINE_ENDS:
        letters = letters.replace(line_end, "\n")
    return letters.replace(PLACEHOLDER, f"{{{field}}}" if field else "")


def _marked(runs: list[tuple[str, bool]]) -> str:
    """Return the runs of a line as one text, bold between marks."""
    text, bold = "", False
    for letters, wanted in runs:
        if not letters:
            continue
        if wanted is not bold:
            text, bold = text + BOLD, wanted
        text += letters
    return text + BOLD if bold else text


def _filled(line: str, values: Mapping[str, str]) -> str:
    return "".join(piece.text for piece in pieces(line, values))


def _plain(text: str) -> str:
    """Return a text from elsewhere: in one Unicode form, nothing in it that looks like a chip."""
    return unicodedata.normalize("NFC", text).replace(PLACEHOLDER, "").replace("\r\n", "\n")
