"""The figures of a round: D, present, papers, bundles; one line until somebody changes them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QWidget

from congress_desk.domain.ballot_papers.issue_register import IssueRegister
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.rule_set import MajorityBase, VotesBy
from congress_desk.i18n import message, tr
from congress_desk.ui.desks.elections.opening.view import OpeningView
from congress_desk.ui.look import theme
from congress_desk.ui.parts.presence_words import base_lines
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.inputs.field_grid import FieldGrid
from congress_desk.ui.widgets.layout.layouts import column_in, grid_in, row_of
from congress_desk.ui.widgets.layout.pages import clear_layout
from congress_desk.ui.widgets.state_row import StateRow

SUM_WIDTH = 460
INDENT = 26
WIDTH = 620


class Figures(QWidget):
    """`edited` at each change of a figure; `finished` after the last field."""

    edited = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register: int | None = None
        self._entry = EntrySettings()
        self._base: MajorityBase | None = MajorityBase.CONVENED
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
        line = tr(
            "Present {present} · issued {issued} · returned {returned} · bundles of {bundle}",
            **numbers,
        )
        if self._base is MajorityBase.CONVENED:
            line = tr(
                "Base D = {base} · present {present} · issued {issued} · returned {returned}"
                " · bundles of {bundle}",
                **numbers,
            )
        elif self._base is not None:
            line = tr(
                "Base of votes {base} · present {present} · issued {issued} · returned {returned}"
                " · bundles of {bundle}",
                **numbers,
            )
        if self._entry.passes > 1:
            line = tr("{figures} · entered {passes} times", figures=line, passes=self._entry.passes)
        self._line.setText(line)

    def _take_entry(self, view: OpeningView) -> None:
        """Say how often the ballots of this round will be entered."""
        self._entry = view.entry
        rules = view.facts.rules if view.facts is not None else None
        by_shares = rules is not None and rules.votes is VotesBy.SHARES
        self._base = None if by_shares else rules.base if rules else MajorityBase.CONVENED
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


class BasePanel(QWidget):
    """`edited` when another D was chosen or typed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: BaseSum | None = None
        self.from_register = QRadioButton(tr("From the register"))
        self.from_register.setObjectName("baseFromRegister")
        self.by_hand = QRadioButton(
            tr("By hand: the register is not in this file, or not complete")
        )
        self.by_hand.setObjectName("baseByHand")
        self.from_register.toggled.connect(self._on_toggled)
        self.fields = FieldGrid(self.edited.emit)
        self.fields.setContentsMargins(theme.px(INDENT), 0, 0, 0)
        self.fields.add_number("convened", tr("Base (D)"), "openConvened")
        self._sum = QWidget()
        self._sum.setMaximumWidth(theme.px(SUM_WIDTH))
        self._lines = grid_in(self._sum, across=16, down=4, wide=0, margins=(INDENT, 0, 0, 0))
        self._unfilled = StateRow()
        column_in(self, self.from_register, self._sum, self._unfilled, self.by_hand, self.fields)

    @property
    def convened(self) -> int:
        """Return D as it stands on the form, 0 while nothing is typed."""
        if self.is_by_hand or self._base is None:
            return self.fields.number("convened") or 0
        return self._base.base

    @property
    def is_by_hand(self) -> bool:
        return self.by_hand.isChecked()

    def show_base(self, base: BaseSum, *, known: bool) -> None:
        """Show the sum of the register; without one D is typed."""
        self._base = base
        clear_layout(self._lines)
        for row, (words, number) in enumerate(base_lines(base)):
            self._add_line(row, words, number)
        rule = QFrame()
        rule.setProperty("role", "rule")
        row = self._lines.rowCount()
        self._lines.addWidget(rule, row, 0, 1, 2)
        self._add_line(row + 1, tr("D, the base of the majority"), str(base.base), strong=True)
        self._unfilled.setVisible(base.replaced_unfilled > 0)
        if base.replaced_unfilled:
            words = message("finding.replaced_unfilled", count=base.replaced_unfilled)
            self._unfilled.show_state("look", words)
        self.fields.show_number("convened", None)
        self.from_register.setEnabled(known)
        (self.from_register if known else self.by_hand).setChecked(True)
        self._on_toggled()

    def refuse(self, words: str) -> None:
        """Say beside the field what is wrong with D; of the register's D the field opens too."""
        self.by_hand.setChecked(True)
        self.fields.say("convened", words, "wrong")
        self.fields.fields["convened"].setFocus()

    def _add_line(self, row: int, words: str, number: str, *, strong: bool = False) -> None:
        parts = (QLabel(words), QLabel(number))
        for column, part in enumerate(parts):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setProperty("role", "strong" if strong else "")
            self._lines.addWidget(part, row, column)
        parts[0].setWordWrap(True)
        parts[1].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def _on_toggled(self) -> None:
        by_hand = self.is_by_hand
        self._sum.setVisible(not by_hand and self.from_register.isEnabled())
        self.fields.setVisible(by_hand)
        self.fields.clear()
        self.edited.emit()
