"""A recorded ballot as its picture beside its record, and pictures destroyed: for the board."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.ballot_words import marks_text, verdict_words
from congress_desk.ui.desks.elections.scanning.pictures import PagePicture, images_of, line_places
from congress_desk.ui.desks.elections.scanning.view import ScanView, scan_view
from congress_desk.ui.look import theme
from congress_desk.ui.parts.operators.two_names import TwoNames
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.layout.layouts import column_of, row_in
from congress_desk.ui.widgets.screen_acts import Acts

WIDE, HIGH = 760, 420


class PictureDialog(FormDialog):
    """Asks for bundle and sheet and, where there are no operators, for two names of the board."""

    def __init__(
        self, acts: Acts, view: ScanView, bundle: int, parent: QWidget, sheet: int = 0
    ) -> None:
        super().__init__(
            tr("A ballot as it was scanned"),
            tr("Show the picture"),
            parent,
            acts=acts,
            leave=tr("Close"),
        )
        self.be_wide(WIDE)
        self._view = view
        self.tell(tr("For the board alone; the journal tells who looked at which ballot."))
        self.bundle = self._number(tr("Bundle"), "pictureBundle", bundle)
        self.sheet = self._number(tr("Sheet from the top"), "pictureSheet", sheet)
        self._by_pin = acts.session.has_operators
        if not self._by_pin:
            self.first = self.add_line(tr("Confirmed by"), "pictureFirst", longest=NAME_LIMIT)
            self.second = self.add_line(tr("and by"), "pictureSecond", longest=NAME_LIMIT)
            self.wrong["two_names_needed"] = self.first
        self.wrong |= {"picture_no_sheet": self.sheet, "picture_not_scanned": self.bundle}
        self.page = PagePicture()
        self.page.setMinimumHeight(theme.px(HIGH))
        self.record = theme.label(name="pictureRecord", wrap=True)
        self.found = QWidget()
        row = row_in(self.found, spacing=16)
        words = column_of(theme.section(tr("Recorded")), self.record, None, spacing=None)
        row.addWidget(self.page, 3)
        row.addLayout(words, 2)
        self.found.hide()
        self.add_body(self.found)
        self.submitted.connect(self._on_submitted)

    def finish(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.found.hide()
            self.refuse(value)
            return
        self.clear_wrong()
        self._show(value)

    def _number(self, title: str, name: str, number: int) -> NumberField:
        field = NumberField()
        theme.set_property(field, "compact", False)
        field.setFixedWidth(theme.px(96))
        field.setText(str(number) if number else "")
        self.add_field(title, field, name)
        return field

    def _on_submitted(self) -> None:
        from congress_desk.scan.recorded_pictures import see_picture

        names = {}
        if not self._by_pin:
            names = {"first": self.first.text(), "second": self.second.text()}
        number, sheet = self.bundle.value() or 0, self.sheet.value() or 0
        self.run(see_picture, self._view.sheet.round.id, number, sheet, **names)

    def _show(self, seen: Any) -> None:
        view, paper = self._view, seen.paper
        images = images_of([data for data, _ in seen.sides])
        frames = [line_places(view, side) for _, side in seen.sides]
        if paper is None:
            words, marked = tr("Put aside for the board."), frozenset[int]()
        else:
            places = {c: n for n, c in enumerate(view.rules.candidates, start=1)}
            verdict = verdict_words(paper, view.rules.judge(paper), view.rules)
            by_place = paper.with_keys(places.__getitem__)
            words = f"{marks_text(by_place, view.rules.mode)}\n{verdict.sentence}"
            marked = by_place.struck | by_place.both | by_place.blank
        self.record.setText(words)
        self.page.show_sheet(images, frames, marked, 0, words)
        self.found.show()
        self.fit()


def ask_for_picture(acts: Acts, round_id: int, bundle: int, sheet: int, parent: QWidget) -> None:
    """Ask for a ballot of this bundle to be seen as it was scanned, this sheet if no other."""
    acts.session.ask(
        scan_view,
        round_id,
        done=lambda view: PictureDialog(acts, view, bundle, parent, sheet).open(),
    )


class DestroyDialog(FormDialog):
    """Two people let the pictures of a round be destroyed with its papers."""

    def __init__(self, acts: Acts, view: ScanView, parent: QWidget) -> None:
        super().__init__(
            tr("Destroy the pictures of these ballots?"),
            tr("Destroy them"),
            parent,
            acts=acts,
            danger=True,
        )
        self._round_id = view.sheet.round.id
        self.tell(view.sheet.election.title, "section")
        self.tell(
            tr(
                "The pictures are deleted for ever, together with the papers, by decision of those"
                " who keep them. What was counted stays in the file; both names go into the"
                " journal."
            )
        )
        self.two = TwoNames(self)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        from congress_desk.scan.recorded_pictures import destroy_pictures

        self.two.run(destroy_pictures, self._round_id, subject=self._round_id)
