"""The first tab: the form of the congress, its state, and D."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from congress_desk.domain.congress import Congress, CongressState
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.i18n import label, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.look import theme
from congress_desk.ui.parts.congress_form import congress_form, offer_kinds, typed_details
from congress_desk.ui.parts.presence_words import base_lines, presence_text
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.layouts import column_in, grid_in, row_of
from congress_desk.ui.widgets.layout.pages import column
from congress_desk.ui.widgets.layout.side_by_side import SideBySide

_MEANINGS = {
    CongressState.REHEARSAL: "For practice, and for ever: no figure of this file counts",
    CongressState.PREPARING: "Lists and duties are being prepared",
    CongressState.IN_SESSION: "The congress is in session, ballots are counted",
    CongressState.CLOSED: "Finished; papers are printed and handed over",
}


class DetailsTab(QWidget):
    """`saved` carries the details typed; what is being typed is not overwritten by a refresh.

    `closing_wanted` when the closing is to be practised.
    """

    saved = Signal(object)
    closing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edited = False
        self.form = congress_form()
        self.form.edited.connect(self._on_edited)
        self.state = StateChoice()
        self.base = BasePanel()
        self.rehearsed = False
        self.commands = Commands(
            "details",
            self,
            {"save": self._on_save, "close": self.closing_wanted.emit},
            why_not=self._why_not,
            hides=("close",),
        )
        self.save = command_button(self.commands, "save", name="saveDetails", role="primary")
        self._unsaved = theme.pill(tr("not saved yet"), "look")
        self._lay_out()
        self._show_edited(False)

    def show_congress(self, found: Congress) -> None:
        """Show the congress as the file has it."""
        offer_kinds(self.form, found)
        if not self.edited:
            self.form.show_record(found.details)
        self.state.show_state(found.state)
        self.rehearsed = found.state is CongressState.REHEARSAL
        self.commands.refresh()

    def show_base(self, base: BaseSum, found: Congress) -> None:
        """Show D and who is present."""
        self.base.show_base(base, found.rules)

    def mark_saved(self) -> None:
        """Take the typed details as saved."""
        self._show_edited(False)

    def _on_edited(self) -> None:
        self._show_edited(True)

    def _why_not(self, name: str) -> str:
        if name == "close":
            return "" if self.rehearsed else tr("The closing is practised in a rehearsal")
        return "" if self.edited else tr("Nothing was changed")

    def _on_save(self) -> None:
        details = typed_details(self.form)
        if details is not None:
            self.saved.emit(details)

    def _show_edited(self, edited: bool) -> None:
        self.edited = edited
        self.commands.refresh()
        self._unsaved.setVisible(edited)

    def _lay_out(self) -> None:
        left, left_column = card(tr("The congress"))
        left_column.addWidget(self.form)
        buttons = row_of(None, self._unsaved, self.save, spacing=None)
        left_column.addLayout(buttons)
        state, state_column = card(tr("Where it stands"))
        state_column.addWidget(self.state)
        closing = command_button(self.commands, "close", name="practiseClosing", role="link")
        state_column.addLayout(button_row(closing))
        base, base_column = card(tr("The base of the majority"))
        base_column.addWidget(self.base)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, theme.px(12), 0, 0)
        side = column(state, base, spacing=12)
        page.addWidget(SideBySide(column(left), side, side_width=450, room=980))


def card(title: str) -> tuple[QFrame, QVBoxLayout]:
    """Return a panel on paper with a caption, and the column its content goes into."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = column_in(frame, theme.caption(title), spacing=12, margins=16)
    return frame, column


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


class BasePanel(QWidget):
    """The lines of the sum, its result, and who is present of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._sum: QWidget | None = None

    def show_base(self, base: BaseSum, rules: RuleSet) -> None:
        """Show the sum worked out from the register."""
        if self._sum is not None:
            self._page.removeWidget(self._sum)
            self._sum.deleteLater()
        self._sum = _sum_of(base, rules) if base.convened else _no_register()
        self._page.addWidget(self._sum)


def _sum_of(base: BaseSum, rules: RuleSet) -> QWidget:
    whole = QWidget()
    grid = grid_in(whole, down=6, wide=0)
    for words, number in base_lines(base):
        _add(grid, words, number)
    rule = QFrame()
    rule.setProperty("role", "rule")
    grid.addWidget(rule, grid.rowCount(), 0, 1, 2)
    article = rules.article("convened")
    _add(grid, tr("D, the base of the majority ({article})", article=article), str(base.base), True)
    _add(grid, tr("Present now"), presence_text(base))
    if base.replaced_unfilled:
        note = theme.label(
            tr(
                "{count} delegates are noted as replaced, but no alternate is there.",
                count=base.replaced_unfilled,
            ),
            tone="look",
            wrap=True,
        )
        grid.addWidget(note, grid.rowCount(), 0, 1, 2)
    return whole


def _add(grid: QGridLayout, words: str, number: str, strong: bool = False) -> None:
    row = grid.rowCount()
    text, figure = QLabel(words), QLabel(number)
    text.setWordWrap(True)
    figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
    if strong:
        text.setProperty("role", "strong")
        figure.setProperty("role", "section")
    grid.addWidget(text, row, 0)
    grid.addWidget(figure, row, 1)


def _no_register() -> QWidget:
    return theme.subtitle(
        tr("The register is not in this file. D is typed by hand when a round is opened.")
    )
