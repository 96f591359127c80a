"""Which sheets give a candidate a vote: for the board, on screen alone, nothing to copy."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from congress_desk.actions.elections.checks.trace import trace_votes
from congress_desk.domain.elections.checks.trace import BundleTrace
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.domain.text.number_ranges import ranges_text
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.scanning.picture_dialogs import PictureDialog
from congress_desk.ui.desks.elections.scanning.view import ScanView, scan_view
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.layout.pages import clear_layout, scrolling
from congress_desk.ui.widgets.screen_acts import Acts

ROOM = 180


class TraceDialog(FormDialog):
    """Asks for a candidate and, where there are no operators, for two names of the board."""

    def __init__(self, acts: Acts, sheet: RoundSheet, parent: QWidget) -> None:
        super().__init__(
            tr("From votes to sheets"), tr("Show the sheets"), parent, acts=acts, leave=tr("Close")
        )
        self._sheet = sheet
        self.tell(
            tr(
                "For the board alone, to take out the sheets behind a candidate's votes. It stands"
                " on this screen only; the journal tells who looked."
            )
        )
        names = sheet.names
        choices = [(f"{n}. {names[c.id]}", c.id) for n, c in enumerate(sheet.round.candidates, 1)]
        self.candidate = self.add_choice(tr("For whom"), "traceCandidate", choices)
        self._by_pin = acts.session.has_operators
        if not self._by_pin:
            self.first = self.add_line(tr("Confirmed by"), "traceFirst", longest=NAME_LIMIT)
            self.second = self.add_line(tr("and by"), "traceSecond", longest=NAME_LIMIT)
            self.wrong["two_names_needed"] = self.first
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.found = scrolling(inside)
        self.found.setMinimumHeight(theme.px(ROOM))
        self.found.hide()
        self.add_body(self.found)
        self._scans: ScanView | None = None
        self._first_bundle = 0
        self.picture = make_button(
            tr("A ballot as it was scanned…"), self._on_picture, name="tracePicture", icon="eye"
        )
        self.picture.hide()
        self.form.addRow(button_row(self.picture, None))
        acts.session.ask(scan_view, sheet.round.id, done=self._on_scans)
        self.candidate.currentIndexChanged.connect(self.found.hide)
        self.submitted.connect(self._on_submitted)

    @property
    def text(self) -> str:
        """Return the lines that are shown."""
        return "\n".join(part.text() for part in self.found.findChildren(QLabel))

    def finish(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value)
        else:
            self.clear_wrong()
            self._show(value)

    def _on_scans(self, view: ScanView) -> None:
        """Offer the pictures where a pass of the round was read by a scanner."""
        self._scans = view
        self.picture.setVisible(any(bundle.is_scanned for bundle in view.bundles))

    def _on_picture(self) -> None:
        if self._scans is not None:
            PictureDialog(self.acts, self._scans, self._first_bundle, self).open()

    def _on_submitted(self) -> None:
        names = {}
        if not self._by_pin:
            names = {"first": self.first.text(), "second": self.second.text()}
        candidate_id = int(self.candidate.currentData())
        self.run(trace_votes, self._sheet.round.id, candidate_id, **names)

    def _show(self, found: tuple[BundleTrace, ...]) -> None:
        clear_layout(self._lines)
        self._first_bundle = found[0].bundle if found else 0
        votes = sum(len(bundle.places) for bundle in found)
        self._add(tr("{count} sheets", count=votes), "strong")
        for bundle in found:
            self._add(
                tr(
                    "Bundle {bundle}: sheets {places} ({count})",
                    bundle=bundle.bundle,
                    places=ranges_text(bundle.places),
                    count=len(bundle.places),
                )
            )
        for number, totals in sorted(self._sheet.totals.items()):
            self._add(
                tr(
                    "Bundle {bundle}: {count} votes by totals; its sheets are not known one by one",
                    bundle=number,
                    count=totals.names[int(self.candidate.currentData())].agree,
                )
            )
        self._lines.addStretch(1)
        self.found.show()
        self.fit()

    def _add(self, words: str, role: str = "") -> None:
        made = theme.label(words, role, wrap=True)
        self._lines.addWidget(made)
