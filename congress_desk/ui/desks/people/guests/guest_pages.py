"""The two pages of the delegates desk that are there once guests were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.queries.guests import GuestsView
from congress_desk.ui.desk import paper_place
from congress_desk.ui.messages import Messages
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

if TYPE_CHECKING:
    from congress_desk.ui.desks.people.guests.guests_tab import GuestsTab
    from congress_desk.ui.desks.people.guests.rota_tab import RotaTab

LETTERS, ROTA = "letters", "photo-rota"


class GuestPages(QObject):
    """Makes the tabs when they are first looked at; `place_wanted` carries the place of a paper."""

    import_wanted = Signal()
    place_wanted = Signal(object)

    def __init__(self, acts: Acts, messages: Messages, notice: Notice) -> None:
        super().__init__(acts)
        self._acts, self._messages, self._notice = acts, messages, notice
        self.guests_page, self.rota_page = QWidget(), QWidget()
        self.guests: GuestsTab | None = None
        self.rota: RotaTab | None = None

    def show_view(self, view: GuestsView) -> None:
        """Show guests, letters and the rota as the file has them."""
        for tab in (self.guests, self.rota):
            if tab is not None:
                tab.show_view(view)

    @property
    def made(self) -> bool:
        """Say whether one of the tabs was looked at."""
        return self.guests is not None or self.rota is not None

    def show_part(self, part: int) -> bool:
        """Make the part that is looked at, 0 guests, 1 the rota; say whether it was made just now.

        Any other part is none of these.
        """
        if part == 0 and self.guests is None:
            from congress_desk.ui.desks.people.guests.guests_tab import GuestsTab

            self.guests = GuestsTab(self._acts, self._messages)
            self.guests.import_wanted.connect(self.import_wanted)
            self.guests.print_wanted.connect(lambda part: self._print(LETTERS, part))
            self._put(self.guests, self.guests_page)
            return True
        if part == 1 and self.rota is None:
            from congress_desk.ui.desks.people.guests.rota_tab import RotaTab

            self.rota = RotaTab(self._acts, self._messages)
            self.rota.print_wanted.connect(lambda: self._print(ROTA))
            self._put(self.rota, self.rota_page)
            return True
        return False

    def go_to(self, part: str, record: int) -> None:
        """Make a record current: the number of a person at "guests", a turn at "rota"."""
        self.show_part(0 if part == "guests" else 1)
        tab: Any = self.guests if part == "guests" else self.rota
        tab.show_only()
        if record:
            tab.go_to_when_shown(record)

    def table_of(self, part: int) -> QWidget | None:
        """Return the table of a part: 0 guests, 1 the rota; None of any other."""
        tab = {0: self.guests, 1: self.rota}.get(part)
        return tab.table if tab is not None else None

    def take_keyboard(self, part: int) -> None:
        """Go to the table of a part."""
        table = self.table_of(part)
        if table is not None:
            table.setFocus()

    def _print(self, kind: str, part: str = "") -> None:
        self.place_wanted.emit(paper_place(kind=kind, part=part))

    def _put(self, tab: GuestsTab | RotaTab, page: QWidget) -> None:
        tab.acts.tell(self._notice)
        column_in(page, tab, spacing=None)
