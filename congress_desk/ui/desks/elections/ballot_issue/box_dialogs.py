"""Several ballot boxes: which there are, and counting by the card how many have cast at each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from congress_desk.actions.elections.ballot_boxes import count_cast, set_boxes, undo_boxes
from congress_desk.domain.ballot_papers.ballot_box import (
    BallotBox,
    box_of,
    boxes_text,
    read_boxes,
)
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.queries.elections.ballot_issue import IssueView
from congress_desk.queries.people import register
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts
from congress_desk.ui.widgets.state_row import StateRow

LINES_HEIGHT, WIDTH, MOST = 180, 640, 100_000


class BoxesDialog(FormDialog):
    """One box a line, who votes there after a colon; no line where there is but one box."""

    def __init__(
        self, acts: Acts, messages: Messages, view: IssueView, parent: QWidget | None
    ) -> None:
        super().__init__(tr("Ballot boxes"), tr("Save the boxes"), parent, acts=acts)
        self.be_wide(WIDTH)
        self._view, self._messages = view, messages
        self.tell(
            tr(
                "One box a line; after a colon who votes there, in the order of the walk, with"
                " semicolons between; or paste two columns of a table, box and delegation. The same"
                " boxes stand for every election."
            )
        )
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.lines.setMinimumHeight(theme.px(LINES_HEIGHT))
        self.lines.setPlaceholderText(
            tr("Box 1: Presidium; Delegation A\nBox 2: Delegation B; Delegation C")
        )
        self.add_field(tr("Boxes"), self.lines, "boxLines")
        self.wrong = {"": self.lines}
        self.rest = StateRow()
        self.form.addRow(self.rest)
        self.spread = make_button(
            tr("Share the delegations out"), self._on_spread, name="boxSpread", icon="users"
        )
        self.number = WholeNumber()
        self.number.setRange(2, 20)
        self.number.setValue(max(len(view.boxes), 2))
        self.number.setObjectName("boxNumber")
        self.number.setAccessibleName(tr("Number of boxes"))
        self.form.addRow(tr("Number of boxes"), self.number)
        self.list = make_button(
            tr("From a file…"),
            self._ask_file,
            name="boxList",
            icon="file-spreadsheet",
            tip=tr("A list in Excel, Word or CSV: the box, then who votes there"),
        )
        self.undo = make_button(
            tr("Undo"),
            lambda: self.acts.run(undo_boxes, done=self._on_undone),
            name="boxUndo",
            icon="undo-2",
            tip=tr("Takes the last change of the boxes back"),
        )
        self.form.addRow(button_row(self.spread, self.list, self.undo, None))
        self.submitted.connect(self._on_submitted)
        self._show_boxes(view.boxes)
        self.lines.setFocus()

    def _show_boxes(self, boxes: Sequence[BallotBox]) -> None:
        """Show the boxes of the file, and which delegations vote at none of them."""
        self.lines.setPlainText(boxes_text(boxes))
        named = {fold(unit) for box in boxes for unit in box.voters}
        missing = [unit for unit, _ in self._view.voters if fold(unit) not in named]
        self.rest.show_state(
            "look" if boxes else "muted",
            tr("At no box yet: {units}", units="; ".join(missing)),
        )
        self.form.setRowVisible(self.rest, bool(missing))
        self.fit()

    def _on_undone(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value)
        else:
            self.clear_wrong()
            self._show_boxes(value)

    def _ask_file(self) -> None:
        filters = ";;".join([tr("Lists (*.xlsx *.xls *.docx *.csv)"), tr("All files (*)")])
        title = tr("Choose the list of the ballot boxes")
        self._messages.open_file(self, title, filters, self._on_file)

    def _on_file(self, path: Path) -> None:
        # The readers of workbooks come along: not before a file is chosen.
        from congress_desk.ui.desks.elections.ballot_issue.box_list_dialog import BoxListDialog

        dialog = BoxListDialog(self.acts, path, self)
        dialog.saved.connect(self._show_boxes)
        dialog.open()

    def _on_spread(self) -> None:
        """Put the delegations to so many boxes, in order, about as many people at each."""
        count = self.number.value()
        total = sum(people for _, people in self._view.voters)
        boxes: list[list[str]] = [[] for _ in range(count)]
        before = 0
        for unit, people in self._view.voters:
            place = (before + people // 2) * count // max(total, 1)
            boxes[min(place, count - 1)].append(unit)
            before += people
        self.lines.setPlainText(
            "\n".join(
                tr("Box {number}: {units}", number=number, units="; ".join(units))
                for number, units in enumerate(boxes, start=1)
            )
        )

    def _on_submitted(self) -> None:
        boxes = read_boxes(self.lines.toPlainText())
        if isinstance(boxes, Refusal):
            self.refuse(boxes)
        else:
            self.run(set_boxes, boxes)


class CastDialog(FormDialog):
    """Stays open: each card counts one more at the box; the cards are forgotten when it closes."""

    def __init__(self, acts: Acts, view: IssueView, parent: QWidget | None) -> None:
        super().__init__(
            tr("Who has cast"), tr("Count this card"), parent, acts=acts, leave=tr("Close")
        )
        assert view.round is not None
        self._view, self._round_id = view, view.round.first_count
        self._counts = dict(view.cast)
        self._people: tuple[Person, ...] = ()
        self._seen: set[int] = set()
        self._scanned = 0
        boxes = [(box.name, box.id) for box in view.boxes]
        self.box = self.add_choice(tr("Ballot box"), "castBox", boxes)
        self.sum = StateRow()
        self.form.addRow(self.sum)
        self.card = self.add_line(
            tr("Card"), "castCard", hint=tr("Scan or type the card"), longest=40
        )
        self.wrong = {"": self.card}
        self.back = make_button(tr("One less"), self._on_less, name="castLess", icon="undo-2")
        self.form.addRow(button_row(self.back, None))
        self.box.currentIndexChanged.connect(lambda _: self._show())
        self.submitted.connect(self._on_submitted)
        acts.session.ask(register, done=self._on_people)
        self._show()
        self.card.setFocus()

    def finish(self, value: Any) -> None:
        """Show the new count, and be ready for the next card."""
        if isinstance(value, Refusal):
            self._seen.discard(self._scanned)
            self.refuse(value)
            return
        self._counts[self.box.currentData()] = value
        self.clear_wrong()
        self.card.clear()
        self._show()
        self._say_other_box()
        self.card.setFocus()

    def _say_other_box(self) -> None:
        """Say of whom was counted just now that their delegation casts at another box."""
        person = next((p for p in self._people if p.id == self._scanned), None)
        wanted = box_of(self._view.boxes, person.delegation) if person else 0
        if person is not None and wanted not in (0, self.box.currentData()):
            words = tr("Counted here; the delegation of {name} casts at {box}.",
                       name=person.name, box=self._view.box_name(wanted))  # fmt: skip
            self.say(words, "look")

    def _on_people(self, people: tuple[Person, ...]) -> None:
        self._people = people

    def _show(self) -> None:
        box_id = self.box.currentData()
        issued = self._view.register.of_box(box_id).issued
        cast = self._counts.get(box_id, 0)
        words = tr("{cast} of {issued} have cast", cast=cast, issued=issued)
        self.sum.show_state("holds" if cast == issued else "", words)
        self.back.setEnabled(cast > 0)

    def _on_submitted(self) -> None:
        code = self.card.text().strip().casefold()
        person = next((p for p in self._people if code and p.code.casefold() == code), None)
        if person is None:
            self.refuse_words(tr("No card of the register has this number."), self.card)
        elif not person.has_vote or person.status is not Status.PRESENT:
            words = tr("{name} has no vote here: not present, or without a vote.", name=person.name)
            self.refuse_words(words, self.card)
        elif person.id in self._seen:
            words = tr("The card of {name} was counted a moment ago.", name=person.name)
            self.refuse_words(words, self.card)
        else:
            self._seen.add(person.id)
            self._scanned = person.id
            self._count(+1)

    def _on_less(self) -> None:
        self._scanned = 0
        self._count(-1)

    def _count(self, by: int) -> None:
        self.run(count_cast, self._round_id, self.box.currentData(), by)
