"""A new plan of the hall: drawn by a few numbers, or the hall of another session again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from congress_desk.actions.seating.plans import (
    change_seating_plan,
    copy_seating_plan,
    draw_seating_plan,
)
from congress_desk.domain.seating.filling import wants_seat
from congress_desk.domain.seating.hall_shape import (
    MOST_ON_STAGE,
    MOST_ROWS,
    MOST_STAGE_ROWS,
    HallShape,
    Numbering,
    RowNames,
    drawn_hall,
    read_numbers,
)
from congress_desk.domain.seating.plan import SeatingPlan, StageSide
from congress_desk.domain.seating.seating import Seating
from congress_desk.errors import Refusal
from congress_desk.i18n import label, problem_text, tr
from congress_desk.queries.seating import SeatingView
from congress_desk.ui.desks.people.seats.seat_map import SeatMap
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts

WIDTH, NAME_LIMIT, PREVIEW = 720, 80, QSize(420, 170)
_USUAL_BLOCK = 8
_NUMBER_WIDTH = 110


class HallDialog(FormDialog):
    """Shows the hall at each change of the numbers, and whether all delegates have a seat in it."""

    def __init__(self, acts: Acts, view: SeatingView, parent: QWidget | None) -> None:
        super().__init__(tr("Draw the hall"), tr("Draw this hall"), parent, acts=acts)
        self.be_wide(WIDTH)
        self._view = view
        self.wanted = sum(map(wants_seat, view.people))
        self.name, self.session = _add_name(self, view, tr("Large hall"))
        self.rows = self._add_number(tr("Rows"), "hallRows", 1, MOST_ROWS, self._likely_rows())
        self.blocks = self.add_line(
            tr("Seats in a row, block by block"),
            "hallBlocks",
            f"{_USUAL_BLOCK} {_USUAL_BLOCK}",
            hint=tr("8 12 8: three blocks, an aisle between two"),
            longest=60,
        )
        self.aisles = self.add_line(
            tr("Aisles across, after row"), "hallAisles", hint=tr("6 12; empty: none"), longest=60
        )
        self.row_names = self._add_codes(tr("Rows are called"), "hallRowNames", RowNames)
        self.numbering = self._add_codes(tr("Seats are numbered"), "hallNumbering", Numbering)
        self.on_stage = self._add_number(tr("Seats on the stage"), "hallStage", 0, MOST_ON_STAGE, 0)
        self.stage_rows = self._add_number(
            tr("Rows on the stage"), "hallStageRows", 1, MOST_STAGE_ROWS, 1
        )
        self.guest_rows = self._add_number(
            tr("First rows kept for guests"), "hallGuestRows", 0, MOST_ROWS, 0
        )
        self.stage = self._add_codes(tr("The stage is drawn"), "hallSide", StageSide, "stage_side")
        self.map = SeatMap("hallPreview", tr("The hall as it would be"))
        self.map.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.map, 0, Qt.AlignmentFlag.AlignCenter)
        self.add_body(body)
        self.wrong = {
            "": self.rows, "hall_blocks_wrong": self.blocks, "hall_aisles_wrong": self.aisles,
            "hall_stage_wrong": self.on_stage, "hall_guest_rows_wrong": self.guest_rows,
            "seating_name_missing": self.name, "seating_name_twice": self.name,
        }  # fmt: skip
        for number in (self.rows, self.on_stage, self.stage_rows, self.guest_rows):
            number.valueChanged.connect(self._show_hall)
        for line in (self.blocks, self.aisles):
            line.textChanged.connect(self._show_hall)
        for choice in (self.row_names, self.numbering, self.stage):
            choice.currentIndexChanged.connect(self._show_hall)
        self.submitted.connect(self._on_submitted)
        self._show_hall()

    @property
    def shape(self) -> HallShape:
        """Return the numbers typed; those that are none make blocks or aisles nobody has."""
        return HallShape(
            rows=self.rows.value(),
            blocks=read_numbers(self.blocks.text()) or (),
            cross_aisles=(0,) if (a := read_numbers(self.aisles.text())) is None else a,
            row_names=RowNames(self.row_names.currentData()),
            numbering=Numbering(self.numbering.currentData()),
            on_stage=self.on_stage.value(),
            stage_rows=self.stage_rows.value(),
            guest_rows=self.guest_rows.value(),
        )

    @property
    def plan(self) -> SeatingPlan:
        """Return the plan as it is named, without its seats."""
        return SeatingPlan(
            name=self.name.text(),
            session=session_of(self.session),
            stage=StageSide(self.stage.currentData()),
        )

    def _likely_rows(self) -> int:
        """Return so many rows of two usual blocks that everybody has a seat."""
        return min(max(-(-self.wanted // (2 * _USUAL_BLOCK)), 1), MOST_ROWS)

    def _add_number(self, title: str, name: str, least: int, most: int, value: int) -> WholeNumber:
        number = WholeNumber()
        number.setRange(least, most)
        number.setValue(value)
        number.setFixedWidth(theme.px(_NUMBER_WIDTH))
        self.add_field(title, number, name)
        return number

    def _add_codes(self, title: str, name: str, codes: Any, group: str = "") -> QComboBox:
        words = {"hallRowNames": "row_names", "hallNumbering": "numbering"}
        choices = [(label(group or words[name], code.value), code) for code in codes]
        return self.add_choice(title, name, choices)

    def _show_hall(self) -> None:
        self.clear_wrong()
        seats = drawn_hall(self.shape, "")
        if isinstance(seats, Refusal):
            self.map.hide()
            self.say(problem_text(seats.first), "look")
            return
        self.map.show()
        numbered = tuple(replace(seat, id=place) for place, seat in enumerate(seats, start=1))
        plan = SeatingPlan(name="", stage=StageSide(self.stage.currentData()), seats=numbered)
        self.map.fit_in(QSize(theme.px(PREVIEW.width()), theme.px(PREVIEW.height())))
        self.map.show_seating(Seating(plan=plan, people=()))
        self._say_room()

    def _say_room(self) -> None:
        shape = self.shape
        for_delegates = (shape.rows - shape.guest_rows) * sum(shape.blocks)
        missing = self.wanted - for_delegates
        words = {"seats": for_delegates, "guests": shape.guest_rows * sum(shape.blocks)}
        said = tr("{seats} seats for delegates, {guests} for guests", **words)
        if missing > 0:
            few = tr(
                "{missing} too few for {people} delegates", missing=missing, people=self.wanted
            )
            self.say(f"{said}; {few}.", "look")
        else:
            enough = tr("enough for {people} delegates", people=self.wanted)
            self.say(f"{said}, {enough}.", "muted")

    def _on_submitted(self) -> None:
        self.run(draw_seating_plan, self.plan, self.shape)


class CopyPlanDialog(FormDialog):
    """The hall of a plan again, for another session."""

    def __init__(
        self, acts: Acts, view: SeatingView, plan: SeatingPlan, parent: QWidget | None
    ) -> None:
        super().__init__(
            tr("Copy the plan for another session"), tr("Copy the plan"), parent, acts=acts
        )
        self.tell(plan.name, "strong")
        planned = {each.session for each in view.plans}
        session = next((each for each in view.sessions if each not in planned), "")
        self.name, self.session = _add_name(self, view, plan.name, session)
        self.with_people = QCheckBox(tr("Everybody sits where they sit on this plan"))
        self.with_people.setChecked(True)
        self.add_field("", self.with_people, "copyWithPeople")
        self.with_people.setAccessibleName(self.with_people.text())
        self.wrong = {"": self.name}
        self.submitted.connect(
            lambda: self.run(
                copy_seating_plan,
                plan.id,
                SeatingPlan(name=self.name.text(), session=session_of(self.session)),
                with_people=self.with_people.isChecked(),
            )
        )


class PlanDialog(FormDialog):
    """Name, session and stage of a plan there is."""

    def __init__(
        self, acts: Acts, view: SeatingView, plan: SeatingPlan, parent: QWidget | None
    ) -> None:
        super().__init__(tr("Name, session and stage"), tr("Save"), parent, acts=acts)
        self.name, self.session = _add_name(self, view, plan.name, plan.session, own=plan.id)
        sides = [(label("stage_side", side.value), side) for side in StageSide]
        self.stage = self.add_choice(tr("The stage is drawn"), "planSide", sides, plan.stage)
        self.wrong = {"": self.name}
        self.submitted.connect(
            lambda: self.run(
                change_seating_plan,
                SeatingPlan(
                    id=plan.id,
                    name=self.name.text(),
                    session=session_of(self.session),
                    stage=StageSide(self.stage.currentData()),
                ),
            )
        )


def session_of(choice: QComboBox) -> str:
    """Return the session that is chosen or typed, "" for every one."""
    typed = choice.currentText().strip()
    return "" if typed == tr("(every session)") else typed


def _add_name(
    form: FormDialog, view: SeatingView, name: str, session: str = "", *, own: int = 0
) -> tuple[QLineEdit, QComboBox]:
    """Add the fields that every plan has, with a name that no other plan has."""
    taken = {plan.name for plan in view.plans if plan.id != own}
    free, number = name, 2
    while free in taken:
        free, number = f"{name} {number}", number + 1
    line = form.add_line(tr("Name of the plan"), "planName", free, longest=NAME_LIMIT)
    line.selectAll()
    sessions = dict.fromkeys([*view.sessions, *filter(None, [session])])
    choices = [(tr("(every session)"), ""), *((each, each) for each in sessions)]
    combo = form.add_choice(tr("Session"), "planSession", choices, session)
    combo.setEditable(True)
    combo.setCurrentIndex(max(combo.findData(session), 0))
    return line, combo
