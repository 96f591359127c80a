"""The delegates desk: register, groups, where D comes from, structure, discussion in groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.actions.people.groups import assign_group
from congress_desk.actions.people.one_field import edit_field
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.i18n import tr
from congress_desk.queries.guests import ASKED, guests_view
from congress_desk.ui.commands import add_part_keys
from congress_desk.ui.desk import Desk, DeskPlace, paper_place
from congress_desk.ui.desks.people.base_tab import BaseTab
from congress_desk.ui.desks.people.discussions.discussions_tab import DiscussionsTab
from congress_desk.ui.desks.people.fields import card_fields
from congress_desk.ui.desks.people.groups.groups_tab import GroupsTab
from congress_desk.ui.desks.people.guests.guest_pages import GuestPages
from congress_desk.ui.desks.people.people_view import PeopleView, people_view
from congress_desk.ui.desks.people.person.person_card import PersonCard
from congress_desk.ui.desks.people.person.replace_dialog import (
    ReplaceDialog,
    RestoreDialog,
    delegate_to_restore,
)
from congress_desk.ui.desks.people.person.several_people import bulk_dialog, remove_dialog
from congress_desk.ui.desks.people.person.status_dialog import StatusDialog
from congress_desk.ui.desks.people.register.register_lists import RegisterLists
from congress_desk.ui.desks.people.register.register_tab import RegisterTab
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.fields.field import Unreadable
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import page_tabs
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

REGISTER, GROUPS, BASE, STRUCTURE, DISCUSSIONS, GUESTS, ROTA, SEATS = range(8)


class PeopleDesk(Desk):
    """Reads the register once for all tabs, and again whenever people change."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session, self._messages = session, messages
        self._acts = Acts(session, self)
        self._view: PeopleView | None = None
        self._card: PersonCard | None = None
        self._structure: Any = None
        self._wanted = self._guests_wanted = self._part_wanted = 0
        self._stale: set[int] = set()
        self.notice = Notice()
        self.lists = RegisterLists(session, messages, self._acts, self.notice, self)
        self.register, self.base = RegisterTab(), BaseTab()
        self._groups: GroupsTab | None = None
        self._discussions: DiscussionsTab | None = None
        self._groups_page, self._structure_page = QWidget(), QWidget()
        self._discussions_page, self._seats_page = QWidget(), QWidget()
        self.guests = GuestPages(self._acts, messages, self.notice)
        self._seats: Any = None
        self.tabs = page_tabs("peopleTabs")
        self._lay_out()
        self._connect()

    @property
    def unsaved(self) -> bool:
        return self.register.register.editing.under_way

    @property
    def groups(self) -> GroupsTab:
        """Return the delegations and groups, made when they are first looked at."""
        if self._groups is None:
            self._groups = GroupsTab(self._acts, self._messages)
            self.notice.hear(self._groups)
            self._groups.answered.connect(self.notice.show_answer)
            self._groups.person_wanted.connect(self._open_card)
            _fill(self._groups_page, self._groups)
        return self._groups

    @property
    def discussions(self) -> DiscussionsTab:
        """Return what the groups said, made when it is first looked at."""
        if self._discussions is None:
            self._discussions = DiscussionsTab(self._acts, self._messages)
            self._discussions.acts.tell(self.notice)
            _fill(self._discussions_page, self._discussions)
        return self._discussions

    @property
    def seats(self) -> Any:
        """Return the seats of the hall, made when they are first asked for."""
        if self._seats is None:
            from congress_desk.ui.desks.people.seats.seats_tab import SeatsTab

            self._seats = SeatsTab(self._acts, self._messages)
            self.notice.hear(self._seats)
            self._seats.answered.connect(self.notice.show_answer)
            self._seats.person_wanted.connect(self._open_card)
            self._seats.place_wanted.connect(self.place_wanted.emit)
            _fill(self._seats_page, self._seats)
        return self._seats

    def refresh(self) -> None:
        self.reader.ask(people_view, done=self._show)

    def show_person(self, number: int) -> None:
        person = self._view.person(number) if self._view else None
        if person is not None:
            self._open_card(person)

    def show_place(self, place: DeskPlace) -> None:
        """Be shown with the card of a person, or at a part: "base" of D, "guests", "rota"."""
        if place.part == "base":
            self.tabs.setCurrentIndex(BASE)
        if place.part in ("guests", "rota"):
            self._show_guests(GUESTS if place.part == "guests" else ROTA)
            self.guests.go_to(place.part, place.record)
            return
        if place.part == "seats":
            self._to_seats()
        if place.record:
            self.tabs.setCurrentWidget(self.register)
            self._wanted = place.record
            self.refresh()

    def show_part(self, place: int) -> None:
        """Show a part, also one that nobody sees before it is asked for."""
        if self._view is None:
            self._part_wanted = place
        elif place in (GUESTS, ROTA):
            self._ask_guests(place)
        elif place == SEATS:
            self._to_seats()
        else:
            self.tabs.setCurrentIndex(place if self.tabs.isTabVisible(place) else GROUPS)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.notice.hear(self.register)
        self.register.wanted.connect(self._on_wanted)
        self.register.register.edited.connect(self._on_edited)
        self.register.register.beyond.connect(self._on_beyond)
        self.base.person_wanted.connect(self.show_person)
        self.guests.import_wanted.connect(lambda: self.lists.read_list(PersonKind.GUEST))
        self.guests.place_wanted.connect(self.place_wanted)
        add_part_keys(self, self.tabs.tabBar(), self._show_part)

    def _to_seats(self) -> None:
        """Show the seats of the hall, which nobody sees before they are asked for."""
        self.tabs.setTabVisible(SEATS, True)
        self.tabs.setCurrentIndex(SEATS)

    def _show(self, view: PeopleView) -> None:
        self._view = view
        if view.has_plan:
            self.tabs.setTabVisible(SEATS, True)
        self._stale = {REGISTER, GROUPS, BASE}
        self.tabs.setTabVisible(DISCUSSIONS, bool(view.groups))
        self._show_tab()
        for tab in (GUESTS, ROTA):
            self.tabs.setTabVisible(tab, view.guests_asked)
        if self.guests.made:
            self.reader.ask(guests_view, done=self.guests.show_view)
        if self._card is not None:
            self._card.show_view(view)
        if self._part_wanted:
            wanted, self._part_wanted = self._part_wanted, 0
            self.show_part(wanted)
        self.keep_keyboard(self._keyboard_target)
        if self._guests_wanted and view.guests_asked:
            self._show_guests(self._guests_wanted)
        if self._wanted:
            wanted, self._wanted = self._wanted, 0
            self.show_person(wanted)

    @property
    def _keyboard_target(self) -> QWidget:
        tab = self.tabs.currentIndex()
        if tab == DISCUSSIONS:
            return self.discussions.table
        seats: QWidget | None = self.seats.keyboard_target if tab == SEATS else None
        return seats or self.guests.table_of(tab - GUESTS) or self.register.keyboard_target

    def _show_tab(self) -> None:
        """Show the newest view on the tab in sight; the others get it when they are looked at."""
        tab = self.tabs.currentIndex()
        if self._view is not None and tab in self._stale:
            self._stale.remove(tab)
            shown: Any = (self.register, self.groups if tab == GROUPS else None, self.base)[tab]
            shown.show_view(self._view)

    def _on_tab(self, tab: int) -> None:
        self._show_tab()
        if self.guests.show_part(tab - GUESTS):
            self.reader.ask(guests_view, done=self.guests.show_view)
        if tab == STRUCTURE and self._structure is None:
            from congress_desk.ui.parts.structure.panel import StructurePanel

            self._structure = StructurePanel(self._session, self._messages, headed=False)
            _fill(self._structure_page, self._structure, top=8)
        if tab in (DISCUSSIONS, SEATS):
            self._keyboard_target.setFocus()

    def _on_wanted(self, what: str, people: tuple[Person, ...]) -> None:
        view = self._view
        if view is None:
            return
        forms: dict[str, Callable[[], None]] = {
            "add": lambda: self._open_card(None),
            "import": self.lists.read_list,
            "undoImport": lambda: self.lists.ask_undo(view.last_import),
            "export": self.lists.ask_export,
            "card": lambda: self._open_card(people[0]),
            "status": lambda: self._open_status(people),
            "replace": lambda: self._open_replace(people[0]),
            "bulk": lambda: bulk_dialog(self._acts, view, people, self).open(),
            "remove": lambda: self._ask_remove(people),
            "cards": lambda: self.place_wanted.emit(
                paper_place(people=tuple(person.id for person in people))
            ),
            "guests": self._ask_guests,
            "seats": self._to_seats,
        }
        self.notice.hide()
        forms[what]()

    def _ask_guests(self, tab: int = GUESTS) -> None:
        """Show guests and letters from now on, in this congress."""
        self._show_guests(tab)
        self._acts.run(set_congress_setting, ASKED, "1", done=self.notice.show_answer)

    def _show_guests(self, tab: int) -> None:
        """Go to a part that is there once guests were asked for: now, or when they are read."""
        self._guests_wanted = tab
        if self.tabs.isTabVisible(tab):
            self._guests_wanted = 0
            self.tabs.setCurrentIndex(tab)
            self.guests.take_keyboard(tab - GUESTS)

    def _show_part(self, tab: int) -> None:
        if self.tabs.isTabVisible(tab):
            self.tabs.setCurrentIndex(tab)

    def _on_beyond(self, person: Person, field: str) -> None:
        """Enter on a cell that is not typed into: the status has its form, the number the card."""
        if field == "status":
            self._open_status((person,))
        else:
            self._open_card(person)

    def _open_card(self, person: Person | None) -> None:
        assert self._view is not None
        card = PersonCard(self._acts, self._messages, self._view, person, self)
        card.status_wanted.connect(lambda found: self._open_status((found,), card))
        card.finished.connect(self._on_card_closed)
        self._card = card
        card.open()

    def _on_card_closed(self) -> None:
        self._card = None

    def _open_status(self, people: tuple[Person, ...], parent: QWidget | None = None) -> None:
        assert self._view is not None
        restored = delegate_to_restore(self._view, people[0]) if len(people) == 1 else None
        if restored is people[0]:
            RestoreDialog(self._acts, self._view, people[0], parent or self).open()
            return
        StatusDialog(self._acts, people, self._view.congress, parent or self).open()

    def _open_replace(self, person: Person) -> None:
        assert self._view is not None
        restored = delegate_to_restore(self._view, person)
        if restored is not None and self._view.alternate_of(restored) is not None:
            RestoreDialog(self._acts, self._view, restored, self).open()
        else:
            ReplaceDialog(self._acts, self._view, person, self).open()

    def _ask_remove(self, people: tuple[Person, ...]) -> None:
        if len(people) > 1:
            self.notice.say(
                "look",
                tr("{count} people are selected: remove them one by one, each with its reason.",
                   count=len(people)),
            )  # fmt: skip
            return
        remove_dialog(self._acts, people[0], self).open()

    def _on_edited(self, person: Person, name: str, text: str) -> None:
        """Write one cell; each is an act of its own, in the order they were typed."""
        assert self._view is not None
        self.notice.hide()
        field = next(field for field in card_fields(self._view) if field.name == name)
        try:
            value = field.read(text)
        except Unreadable as wrong:
            said = f"{person.name}, {field.title}: {wrong}"
            self.notice.say("wrong", said)
            self.register.register.go_to(person.id, name)
            return
        act, args = (
            (assign_group, ([person.id], value))
            if name == "group_id"
            else (edit_field, (person.id, name, value))
        )
        self._session.act(
            act,
            *args,
            actor=self._acts.actor,
            done=lambda found: self._on_cell_done(found, person, name),
        )

    def _on_cell_done(self, value: Any, person: Person, field: str) -> None:
        if not self.notice.show_answer(value):
            self.register.register.go_to(person.id, field)

    def _lay_out(self) -> None:
        column_in(
            self,
            theme.heading(tr("Delegates")),
            theme.subtitle(
                tr("Keep the register right: D, the ballots and the papers are made from it.")
            ),
            self.notice,
            (self.tabs, 1),
            margins=(20, 16, 20, 12),
        )
        for tab, words in (
            (self.register, tr("Register")),
            (self._groups_page, tr("Delegations and groups")),
            (self.base, tr("Where D comes from")),
            (self._structure_page, tr("Structure")),
            (self._discussions_page, tr("Group discussions")),
            (self.guests.guests_page, tr("Guests and letters")),
            (self.guests.rota_page, tr("Photographs and flowers")),
            (self._seats_page, tr("Seats of the hall")),
        ):
            self.tabs.addTab(tab, words)
        for asked_for in (DISCUSSIONS, GUESTS, ROTA, SEATS):
            self.tabs.setTabVisible(asked_for, False)


def _fill(page: QWidget, part: QWidget, *, top: int = 0) -> None:
    """Put a part that was made just now on its page."""
    column_in(page, part, spacing=None, margins=(0, top, 0, 0))
