"""The one line in which a ballot is typed: every key is checked before it stands there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QLineEdit

from congress_desk.domain.elections.ballots import BoardReason
from congress_desk.domain.elections.cover_code import begins_cover_code
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import tr
from congress_desk.ui.commands import is_pressed

Check = Callable[[str], Refusal | None]
TAKE_BACK = "-"
LONGEST = 2000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock)
_FREE_TEXT = f"*{BoardReason.OTHER.digit}"
_NUMBERS_ONLY = (
    Qt.InputMethodHint.ImhPreferNumbers
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class EntryLine(QLineEdit):
    """Refuses a wrong key, paste or drop whole, so that the line stays as it was, and says why.

    `returnPressed` is Enter pressed once (never a key held down), and `-` on a line that is `-`.
    After a refused digit the first Enter only asks to look again: the line is shorter than meant.
    Up and Down are `older` and `newer`; Ctrl+Z on an empty line is `undo_asked`. While it is
    `locked`, - is as Esc. The code of a cover scanned where none is taken is kept off the line with
    its Enter: its digits would be a ballot, its - takes one back.
    """

    key_refused = Signal(object)
    older = Signal()
    newer = Signal()
    escaped = Signal()
    undo_asked = Signal()
    drop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ballotEntry")
        self.setAccessibleName(tr("Ballot entry line"))
        self.setMaxLength(LONGEST)
        self.setInputMethodHints(_NUMBERS_ONLY)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.locked = False
        self._digit_missing = False
        self._cover = ""
        self._validator = _KeyCheck(self)
        self.setValidator(self._validator)
        self.inputRejected.connect(self._tell_refusal)
        self.textChanged.connect(self._allow_words)

    def set_check(self, check: Check) -> None:
        """Say why a text cannot begin a line; None when it can."""
        self._validator.check = check

    def fill(self, text: str) -> None:
        """Put a text there as if typed; what stood before cannot come back by Ctrl+Z."""
        self.setText(text)

    def _tell_refusal(self) -> None:
        refusal = self._validator.refusal
        if refusal is not None:
            self.key_refused.emit(refusal)

    def _enter(self) -> None:
        missing, self._digit_missing = self._digit_missing, False
        if missing and self.text():
            self.key_refused.emit(refuse("entry_look_again"))
        else:
            self.returnPressed.emit()

    def _is_of_cover(self, event: QKeyEvent) -> bool:
        """Say whether a key belongs to the code of a cover that the line does not take."""
        cover, self._cover = self._cover, ""
        if not cover:
            return False
        if event.key() in _ENTER:
            self.key_refused.emit(refuse("cover_not_now"))
        elif event.key() in _HELD or event.text() and begins_cover_code(cover + event.text()):
            self._cover = cover + event.text()
        else:
            return False
        return True

    def _allow_words(self, text: str) -> None:
        """Let Vietnamese be typed where a reason is written out, and nowhere else."""
        self._digit_missing = False
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, _FREE_TEXT in text)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo)
            if ours:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._is_of_cover(event):
            pass
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self._enter()
        elif self.locked and event.text() == TAKE_BACK or key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Up:
            self.older.emit()
        elif key == Qt.Key.Key_Down:
            self.newer.emit()
        elif is_pressed(event, "take_ballot_back"):
            self.drop_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.text():
            self.undo_asked.emit()
        elif event.text() == TAKE_BACK == self.text():
            if not event.isAutoRepeat():
                self.returnPressed.emit()
        else:
            self._validator.refusal = None
            super().keyPressEvent(event)
            refused = self._validator.refusal is not None and not self.locked
            if refused and event.text().isdecimal():
                self._digit_missing = True
            if self._validator.refusal is not None and begins_cover_code(event.text()):
                self._cover = event.text()
            return
        event.accept()


class _KeyCheck(QValidator):
    """Asks the check about every text that would stand on the line."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.check: Check = lambda text: None
        self.refusal: Refusal | None = None

    def validate(self, text: str, cursor: int) -> tuple[QValidator.State, str, int]:
        self.refusal = self.check(text)
        good = self.refusal is None
        state = QValidator.State.Acceptable if good else QValidator.State.Invalid
        return state, text, cursor
