"""The tab of guests and letters: who is written to, who answered, who looks after whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from congress_desk.actions.guests.letters import (
    put_in_mailing,
    record_answers,
    send_letters,
    unsend_letters,
    word_letters,
)
from congress_desk.actions.guests.welcome import add_guest, edit_invitee_field, order_guests
from congress_desk.actions.people.register import edit_people
from congress_desk.domain.guests.invitation import (
    SET_FOR_MANY,
    Answer,
    Invitee,
    Letter,
    Standing,
    counts,
    heads_coming,
)
from congress_desk.domain.guests.letter_fields import LETTER_FIELDS
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.i18n import label, tr
from congress_desk.papers.guests import letters_part
from congress_desk.queries.guests import GuestsView
from congress_desk.reports.guests.letters import letter_as_it_came
from congress_desk.ui.desks.people.guests.invitee_fields import (
    GUEST_LISTS,
    invitee_fields,
    invitee_lists,
)
from congress_desk.ui.desks.people.people_words import names_text
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.record_dialog import BulkDialog
from congress_desk.ui.records.record_acts import RecordActs
from congress_desk.ui.records.record_tab import RecordTab
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.screen_acts import Acts

WIDTH, HEIGHT = 760, 300
# Columns that a narrow table leaves out, and below which width: the card says them all.
LEFT_OUT = {
    "seat": 2700, "mailing": 2650, "dress": 2600, "meals": 2450, "car": 2300, "room": 2150,
    "phone": 2000, "sent_on": 1850, "salutation": 1700, "status": 1560, "companions": 1400,
    "contact": 1250, "rank": 1080, "delegation": 900,
}  # fmt: skip


class GuestsTab(RecordTab):
    """`import_wanted` when a list of guests is to be read.

    `print_wanted` carries which letters are to be printed: those of the mailing of the current one,
    once that was sent those of the last.
    """

    import_wanted = Signal()
    print_wanted = Signal(str)

    def __init__(
        self,
        acts: Acts,
        messages: Messages,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(
            "guests",
            tr("Guests and letters"),
            tr("Name, unit, room, who looks after; no accents needed"),
            ("add", "import", "sent", "coming", "declined", "bulk", "up", "down", "letter",
             "print"),
            alone=("add", "import", "letter", "print"),
            left_out=LEFT_OUT
        )  # fmt: skip
        self._today = today
        edit = partial(_edited, today)
        self.acts = RecordActs(self, acts, messages, edit=edit, order=order_guests)
        self._fields: tuple[RecordField, ...] = ()
        self._view: GuestsView | None = None
        self.sums = theme.label(name="guestsSums", wrap=True)
        self.add_below(self.sums)
        self.wanted.connect(self._on_wanted)
        self.list.currentIndexChanged.connect(lambda _: self._tell_sums())

    def show_view(self, view: GuestsView) -> None:
        """Show who is written to as the file has it."""
        self._view = view
        self._fields = invitee_fields(view, self._today())
        self.acts.show_fields(self._fields)
        self.show_records(self._fields, view.invited)
        self.show_lists(invitee_lists())
        self._tell_sums()

    def _tell_sums(self) -> None:
        """Count the letters of those whose list is shown: guests, or who is summoned."""
        if self._view is not None:
            is_of_guests = self.list.currentIndex() < GUEST_LISTS
            self.sums.setText((guests_sums if is_of_guests else summons_sums)(self._view))

    def _on_wanted(self, what: str, chosen: tuple[Invitee, ...]) -> None:
        forms: dict[str, Callable[[], None]] = {
            "add": self._add,
            "import": self.import_wanted.emit,
            "sent": lambda: self._send(chosen),
            "coming": lambda: self._answer(chosen, Answer.COMING),
            "declined": lambda: self._answer(chosen, Answer.DECLINED),
            "bulk": lambda: self._bulk(chosen),
            "up": lambda: self.acts.move(-1),
            "down": lambda: self.acts.move(1),
            "letter": self._word_letters,
            "print": self._print,
        }
        if self._view is not None:
            forms[what]()

    def _add(self) -> None:
        record = partial(Person, code="", kind=PersonKind.GUEST)
        start = Person(code="", name="", kind=PersonKind.GUEST)
        dialog = self.acts.ask_new(tr("Add a guest"), tr("Add the guest"), add_guest, record, start)
        dialog.saved.connect(lambda _: self.acts.done.emit())

    def _send(self, chosen: tuple[Invitee, ...]) -> None:
        """Note letters as sent today; when all are, as not sent after all."""
        ids = [each.id for each in chosen]
        if all(each.sent_on for each in chosen):
            self.acts.run(unsend_letters, ids)
        else:
            self.acts.run(send_letters, ids, self._today().isoformat())

    def _answer(self, chosen: tuple[Invitee, ...], answer: Answer) -> None:
        """Note an answer; when all gave it already, take it back."""
        given = all(each.answer is answer for each in chosen)
        ids, day = [each.id for each in chosen], self._today().isoformat()
        self.acts.run(record_answers, ids, Answer.NONE if given else answer, day)

    def _bulk(self, chosen: tuple[Invitee, ...]) -> None:
        ids = [each.id for each in chosen]
        fields = [field for field in self._fields if field.name in SET_FOR_MANY]

        def act(name: str, value: Any) -> tuple[Any, tuple[Any, ...]]:
            if name == "mailing":
                return put_in_mailing, (ids, value)
            return edit_people, (ids, {name: value})

        title = tr("Set a field for {count} people", count=len(chosen))
        who = (tr("Who"), names_text(chosen))
        BulkDialog(self.acts.acts, title, fields, chosen, act, self, who=who).open()

    def _print(self) -> None:
        current: Invitee | None = self.current
        if current is None or self._view is None:
            self.print_wanted.emit("")
        else:
            self.print_wanted.emit(letters_part(current.letter, self._view.in_work(current)))

    def _word_letters(self) -> None:
        assert self._view is not None
        dialog = LetterDialog(self.acts.acts, self._view, self)
        dialog.saved.connect(lambda _: self.acts.done.emit())
        dialog.open()


def _edited(
    today: Callable[[], date], file: Any, number: int, name: str, value: Any, *, actor: str
) -> Any:
    return edit_invitee_field(file, number, name, value, day=today(), actor=actor)


def guests_sums(view: GuestsView) -> str:
    """Return how many invitations stand where, and for how many there must be room."""
    if not view.guests:
        return tr("No guests yet: import a list, or add them one by one.")
    stand = counts(view.guests)
    return tr(
        "{total} guests: {coming} coming, {heads} with companions · {declined} declined ·"
        " {silent} without an answer · {unsent} not sent · {there} present",
        total=len(view.guests),
        coming=stand[Standing.COMING],
        heads=heads_coming(view.guests),
        declined=stand[Standing.DECLINED],
        silent=stand[Standing.SILENT],
        unsent=stand[Standing.NOT_SENT],
        there=sum(each.is_there for each in view.guests),
    )


def summons_sums(view: GuestsView) -> str:
    """Return how many summons stand where."""
    stand = counts(view.summoned)
    return tr(
        "{total} summoned: {unsent} letters not sent · {silent} without an answer ·"
        " {coming} coming · {declined} declined",
        total=len(view.summoned),
        unsent=stand[Standing.NOT_SENT],
        silent=stand[Standing.SILENT],
        coming=stand[Standing.COMING],
        declined=stand[Standing.DECLINED],
    )


class LetterDialog(FormDialog):
    """Both texts are kept in one act; a text emptied, or left as it came, stays as it came."""

    def __init__(self, acts: Acts, view: GuestsView, parent: QWidget | None) -> None:
        super().__init__(tr("Text of the letters"), tr("Keep the texts"), parent, acts=acts)
        self.be_wide(WIDTH)
        self._came = {letter: letter_as_it_came(view.congress, letter) for letter in Letter}
        self._texts = {each: view.texts[each] or self._came[each] for each in Letter}
        choices = [(label("letter", each.value), each) for each in Letter]
        self.letter = self.add_choice(tr("Letter"), "letterChoice", choices)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme.px(HEIGHT))
        self.add_field(tr("What the letter says"), self.text, "letterText")
        places = " · ".join(f"{{{name}}}" for name in LETTER_FIELDS)
        said = tr(
            "Filled for each person: {places}. A line that begins with a dash is left out where it"
            " has nothing to say.",
            places=places,
        )
        self.tell(said)
        again = make_button(tr("As it came"), self._on_as_it_came, name="letterAsItCame")
        self.form.addRow("", again)
        self.wrong = {"": self.text}
        self._shown = Letter.INVITATION
        self._show()
        self.letter.currentIndexChanged.connect(lambda _: self._on_letter())
        self.submitted.connect(self._on_submitted)
        self.text.setFocus()

    def _on_letter(self) -> None:
        self._texts[self._shown] = self.text.toPlainText()
        self._show()

    def _show(self) -> None:
        self._shown = self.letter.currentData()
        self.text.setPlainText(self._texts[self._shown])

    def _on_as_it_came(self) -> None:
        self.text.setPlainText(self._came[self._shown])
        self.text.setFocus()

    def _on_submitted(self) -> None:
        self._texts[self._shown] = self.text.toPlainText()
        kept = {
            each: "" if text.strip() == self._came[each].strip() else text
            for each, text in self._texts.items()
        }
        self.run(word_letters, kept)
