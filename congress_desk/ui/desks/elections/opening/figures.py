"""The figures of a round: D, present, papers, bundles; one line until somebody changes them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.ballot_papers.issue_register import IssueRegister
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.rules.rule_set import VotesBy
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.opening.base_panel import BasePanel
from congress_desk.ui.desks.elections.opening.view import OpeningView
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.inputs.field_grid import FieldGrid
from congress_desk.ui.widgets.layout.layouts import column_in, row_of

WIDTH = 620


class Figures(QWidget):
    """`edited` at each change of a figure; `finished` after the last field."""

    edited = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register: int | None = None
        self._entry = EntrySettings()
        self._by_shares = False
        self.base = BasePanel()
        self.base.edited.connect(self._on_edited)
        self.papers = self._make_papers()
        self.papers.at_end = self.finished.emit
        self.base.fields.at_end = self.papers.fields["present"].setFocus
        self._line = QLabel(wordWrap=True)
        self.turn = make_button("", self._on_turned, name="changeFigures", role="link")
        head = row_of((self._line, 1), self.turn)
        self._form = QWidget()
        column_in(
            self._form,
            theme.caption(tr("The base D")),
            self.base,
            theme.caption(tr("People and papers")),
            self.papers,
            spacing=12,
            margins=(0, 0, 0, 12),
        )
        self._form.setMaximumWidth(theme.px(WIDTH))
        column_in(self, head, self._form)

    @property
    def is_open(self) -> bool:
        return not self._form.isHidden()

    @property
    def accounting(self) -> Accounting:
        """Return the figures as they stand, D 0 while nothing is typed."""
        return Accounting(
            convened=self.base.convened,
            present=self.papers.number("present"),
            issued=self.papers.number("issued"),
            returned=self.papers.number("returned"),
        )

    @property
    def bundle_size(self) -> int:
        return self.papers.number("bundle") or 0

    @property
    def first_field(self) -> QWidget:
        """Return where typing begins: at D where the register gives none."""
        fields = self.base.fields if self.base.is_by_hand else self.papers
        return fields.fields["convened" if self.base.is_by_hand else "present"]

    def show_view(self, view: OpeningView) -> None:
        """Begin with the figures of the register, unfolded where it has none."""
        present = view.base.present or None
        self._note_register(present)
        self._register = present
        for key, number in (("present", present), ("issued", None), ("returned", None)):
            self.papers.show_number(key, number)
        self._show_issued(view)
        self.papers.show_number("bundle", view.entry.bundle_size)
        self._take_entry(view)
        self.base.show_base(view.base, known=view.register_known)
        self.unfold(not view.register_known or present is None)

    def follow(self, view: OpeningView) -> None:
        """Take over what the register says now; a figure that somebody typed stays."""
        present = view.base.present or None
        self._note_register(present)
        if self.papers.number("present") == self._register:
            self.papers.show_number("present", present)
        self._register = present
        self._show_issued(view)
        if self.papers.number("bundle") == self._entry.bundle_size:
            self.papers.show_number("bundle", view.entry.bundle_size)
        self._take_entry(view)
        by_hand = self.base.is_by_hand and view.register_known
        typed = self.base.fields.number("convened")
        self.base.show_base(view.base, known=view.register_known)
        if by_hand and typed is not None:
            self.base.by_hand.setChecked(True)
        if typed is not None:
            self.base.fields.show_number("convened", typed)
        self._on_edited()

    def unfold(self, wanted: bool = True) -> None:
        """Show the fields, or the one line alone."""
        self._form.setVisible(wanted)
        self.turn.setText(tr("Hide the figures") if wanted else tr("Change the figures…"))

    def say_line(self) -> None:
        """Say the figures in one line."""
        said = {
            "base": self.base.convened or None,
            "present": self.papers.number("present"),
            "issued": self.papers.number("issued"),
            "returned": self.papers.number("returned"),
            "bundle": self.bundle_size,
        }
        numbers = {key: "–" if value is None else value for key, value in said.items()}
        by_shares = tr(
            "Present {present} · issued {issued} · returned {returned} · bundles of {bundle}",
            **numbers,
        )
        by_heads = tr(
            "Base D = {base} · present {present} · issued {issued} · returned {returned}"
            " · bundles of {bundle}",
            **numbers,
        )
        line = by_shares if self._by_shares else by_heads
        if self._entry.passes > 1:
            line = tr("{figures} · entered {passes} times", figures=line, passes=self._entry.passes)
        self._line.setText(line)

    def _take_entry(self, view: OpeningView) -> None:
        """Say how often the ballots of this round will be entered."""
        self._entry = view.entry
        self._by_shares = view.facts is not None and view.facts.rules.votes is VotesBy.SHARES
        if view.entry.passes == 1:
            self.papers.show_hint("bundle", tr("as the covers are written"))
            return
        self.papers.show_hint(
            "bundle", tr("entered {passes} times, by different people", passes=view.entry.passes)
        )

    def _note_register(self, present: int | None) -> None:
        hint = tr("{count} by the roll call", count=present) if present else ""
        self.papers.show_hint("present", hint)

    def _show_issued(self, view: OpeningView) -> None:
        """Show how many papers the register says are out; then nobody types it a second time."""
        register = view.facts.issue.register if view.facts else IssueRegister()
        if register.is_kept:
            self.papers.show_number("issued", register.issued)
        self.papers.fields["issued"].setReadOnly(register.is_kept)
        self.papers.show_hint("issued", tr("by the issue register") if register.is_kept else "")

    def _on_turned(self) -> None:
        self.unfold(not self.is_open)
        if self.is_open:
            self.first_field.setFocus()

    def _on_edited(self) -> None:
        self.say_line()
        self.edited.emit()

    def _make_papers(self) -> FieldGrid:
        papers = FieldGrid(self._on_edited)
        papers.add_number("present", tr("Present at the vote"), "openPresent")
        papers.add_number("issued", tr("Ballots issued"), "openIssued")
        papers.add_number("returned", tr("Ballots returned"), "openReturned")
        papers.add_number(
            "bundle", tr("Ballots in a bundle"), "openBundle", tr("as the covers are written")
        )
        return papers
