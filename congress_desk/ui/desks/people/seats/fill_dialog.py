"""Filling the seats of a plan: whom, in which order, and what it would do."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.actions.seating.seats import fill_seats, keep_seats, seat_person
from congress_desk.domain.seating.filling import Filling, FillOrder, FillWay
from congress_desk.domain.seating.plan import HallSeat, KeptFor
from congress_desk.domain.seating.seating import Seating
from congress_desk.i18n import label, tr
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.person_choice import PersonChoice
from congress_desk.ui.widgets.screen_acts import Acts

_WHOM = (KeptFor.DELEGATES, KeptFor.PRESIDIUM, KeptFor.GUESTS)


class FillDialog(FormDialog):
    """Everybody who has a seat keeps it, unless all begins anew."""

    def __init__(self, acts: Acts, seating: Seating, parent: QWidget | None) -> None:
        super().__init__(tr("Fill the seats"), tr("Fill"), parent, acts=acts)
        self._seating = seating
        whom = [(label("kept_for", each.value), each) for each in _WHOM]
        self.whom = self.add_choice(tr("Whom"), "fillWhom", whom)
        orders = [(label("fill_order", each.value), each) for each in FillOrder]
        self.order = self.add_choice(tr("In which order"), "fillOrder", orders)
        ways = [(label("fill_way", each.value), each) for each in FillWay]
        self.way = self.add_choice(tr("Seats are taken"), "fillWay", ways)
        self.everybody = QCheckBox(tr("Also those without a vote, guests apart"))
        self.anew = QCheckBox(tr("Begin anew: who sits on these seats is seated again"))
        for box, name in ((self.everybody, "fillEverybody"), (self.anew, "fillAnew")):
            self.add_field("", box, name)
            box.setAccessibleName(box.text())
        self.wrong = {"": self.whom, "seats_all_seated": self.anew}
        self.whom.currentIndexChanged.connect(lambda _: self._show_whom())
        self.submitted.connect(self._on_submitted)
        self._show_whom()

    def _show_whom(self) -> None:
        whom = KeptFor(self.whom.currentData())
        for field in (self.order, self.way, self.everybody):
            self.form.setRowVisible(field, whom is KeptFor.DELEGATES)
        seats = [seat for seat in self._seating.plan.seats if seat.kept_for is whom]
        free = sum(not seat.person_id for seat in seats)
        words = tr("{count} seats are kept for them, {free} free", count=len(seats), free=free)
        if whom is KeptFor.DELEGATES:
            missing = len(self._seating.without_seat)
            words = f"{words}. " + tr("{count} delegates have no seat.", count=missing)
        elif whom is KeptFor.PRESIDIUM:
            words = f"{words}. " + tr("The first of the presidium sits in the middle.")
        self.say(words, "muted")

    def _on_submitted(self) -> None:
        how = Filling(
            order=FillOrder(self.order.currentData()),
            way=FillWay(self.way.currentData()),
            anew=self.anew.isChecked(),
            everybody=self.everybody.isChecked(),
        )
        self.run(fill_seats, self._seating.plan.id, KeptFor(self.whom.currentData()), how)


class SeatDialog(FormDialog):
    """Somebody for a free seat; whoever has one already leaves it, which is said before."""

    def __init__(
        self, acts: Acts, seating: Seating, seat: HallSeat, parent: QWidget | None
    ) -> None:
        title = tr("Who sits on {seat}?", seat=seat.label)
        super().__init__(title, tr("Seat them"), parent, acts=acts)
        self.person = PersonChoice(seating.people)
        self.add_field(tr("Who"), self.person, "seatPerson")
        self.said_before = self.tell("", "muted")
        self.wrong = {"": self.person}
        self._seating, self._seat = seating, seat
        self.person.chosen_changed.connect(self._show_before)
        self.submitted.connect(self._on_submitted)

    def _show_before(self) -> None:
        person = self.person.chosen
        seats = self._seating.plan.seats_of(person.id) if person else ()
        there = next((s for s in seats if s.on_stage is self._seat.on_stage), None)
        self.said_before.setText(tr("Now on seat {seat}", seat=there.label) if there else "")

    def _on_submitted(self) -> None:
        person = self.person.chosen
        if person is None:
            self.refuse_words(tr("Choose who sits there."), self.person)
        else:
            self.run(seat_person, self._seating.plan.id, self._seat.id, person.id)


class KeepDialog(FormDialog):
    """Whom the selected seats are kept for."""

    def __init__(
        self, acts: Acts, seating: Seating, seats: tuple[HallSeat, ...], parent: QWidget | None
    ) -> None:
        title = tr("Keep {count} seats", count=len(seats))
        super().__init__(title, tr("Keep them"), parent, acts=acts)
        shown = ", ".join(seat.label for seat in seats[:12])
        self.tell(shown + (" …" if len(seats) > 12 else ""), "strong")
        choices = [(label("kept_for", each.value), each) for each in KeptFor]
        self.whom = self.add_choice(tr("Kept for"), "keepFor", choices, seats[0].kept_for)
        self.wrong = {"": self.whom}
        ids = [seat.id for seat in seats]
        self.submitted.connect(
            lambda: self.run(keep_seats, seating.plan.id, ids, KeptFor(self.whom.currentData()))
        )
