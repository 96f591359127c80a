"""Where the congress stands, changed after a question; a rehearsal is one for ever."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from congress_desk.domain.congress import CongressState
from congress_desk.i18n import label, tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in

_MEANINGS = {
    CongressState.REHEARSAL: "For practice, and for ever: no figure of this file counts",
    CongressState.PREPARING: "Lists and duties are being prepared",
    CongressState.IN_SESSION: "The congress is in session, ballots are counted",
    CongressState.CLOSED: "Finished; papers are printed and handed over",
}


class StateChoice(QWidget):
    """`wanted` carries the state somebody chose; the choice shown stays until it is so."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state = CongressState.PREPARING
        self._group = QButtonGroup(self)
        self.buttons: dict[CongressState, QRadioButton] = {}
        self._lines: dict[CongressState, QWidget] = {}
        column = column_in(self, spacing=0)
        for state in CongressState:
            word = label("state", state.value)
            button = QRadioButton(word[:1].upper() + word[1:])
            button.setObjectName(f"state_{state.value}")
            button.setAccessibleDescription(tr(_MEANINGS[state]))
            meaning = QLabel(tr(_MEANINGS[state]), wordWrap=True)
            meaning.setContentsMargins(theme.px(26), 0, 0, theme.px(6))
            theme.set_tone(meaning, "muted")
            button.clicked.connect(lambda _=False, state=state: self._on_clicked(state))
            self._group.addButton(button)
            self.buttons[state] = button
            line = QWidget()
            column_in(line, button, meaning, spacing=0)
            self._lines[state] = line
            column.addWidget(line)

    @property
    def chosen(self) -> QRadioButton:
        """Return the choice of the state that the file has; arrows lead to the others."""
        return self.buttons[self._state]

    def show_state(self, state: CongressState) -> None:
        """Show the state that the file has."""
        self._state = state
        self.buttons[state].setChecked(True)
        # Tab comes to the state that is: from another one the arrows would ask on the way to it.
        for each, button in self.buttons.items():
            self._lines[each].setVisible(each in state.may_become)
            focus = Qt.FocusPolicy.StrongFocus if each is state else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(focus)

    def _on_clicked(self, state: CongressState) -> None:
        self.buttons[self._state].setChecked(True)
        if state is not self._state:
            self.wanted.emit(state)
