"""The first tab: the form of the congress, its state, and D."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from congress_desk.domain.congress import Congress, CongressState
from congress_desk.domain.people.person import BaseSum
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.congress.base_panel import BasePanel
from congress_desk.ui.desks.congress.state_choice import StateChoice
from congress_desk.ui.look import theme
from congress_desk.ui.parts.congress_form import congress_form, typed_details
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import column
from congress_desk.ui.widgets.layout.side_by_side import SideBySide


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
