"""Beside the result: what may follow, invalid ballots, D as a sum, who answers, and the code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.rules.rule_set import MajorityBase
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.i18n import finding_text, tr
from congress_desk.ui.desks.elections.result.view import ResultView
from congress_desk.ui.desks.elections.result.words import (
    invalid_lines,
    next_sentences,
)
from congress_desk.ui.look import theme
from congress_desk.ui.parts.presence_words import base_lines
from congress_desk.ui.widgets.inputs.date_input import moment_text
from congress_desk.ui.widgets.layout.layouts import column_in, grid_of
from congress_desk.ui.widgets.layout.pages import clear_layout
from congress_desk.ui.widgets.state_row import StateRow


class ResultSide(QWidget):
    """Only the parts that have something to say are there."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = column_in(self, spacing=4)

    def show_view(self, view: ResultView) -> None:
        """Show all that stands beside the tables of a declared round."""
        clear_layout(self._layout)
        sheet = view.sheet
        self._add_annulment(view)
        self._add_comparison(view)
        self._add_next(view)
        self._add_numbers(tr("Invalid ballots"), invalid_lines(sheet.result))
        if sheet.base_sum is not None:
            of_d = sheet.result.majority.base is MajorityBase.CONVENED
            name = tr("D, the base of the majority") if of_d else tr("D, as it was worked out")
            lines = (*base_lines(sheet.base_sum), (name, str(sheet.base_sum.base)))
            self._add_numbers(tr("How D was worked out"), lines)
        self._add_waivers(view)
        if sheet.confirmed_by:
            when = moment_text(sheet.round.declared_at)
            names = tr("{first} and {second}", first=sheet.confirmed_by[0],
                       second=sheet.confirmed_by[1])  # fmt: skip
            self._add_words(tr("Confirmed by"), names, tr("declared {when}", when=when))
        self._add_words(tr("Code of the file"), sheet.head.code)
        self._layout.addStretch(1)

    def _add_annulment(self, view: ResultView) -> None:
        """Say by which decision the result was annulled, why, and who answers for it."""
        found = view.course.annulment(view.sheet.round.id)
        if found is None:
            return
        document = tr(
            "Decision {document} of {date}, {issued_by}",
            document=found.document,
            date=vietnamese_date(found.document_date),
            issued_by=found.issued_by,
        )
        reason = tr("{reason} ({article})", reason=found.reason, article=found.article)
        names = tr("{first} and {second}", first=found.first_name, second=found.second_name)
        self._add_words(tr("The result was annulled"), document, reason)
        self._add_words(tr("Answering for it"), names)

    def _add_next(self, view: ResultView) -> None:
        sentences = next_sentences(view.sheet)
        void = view.sheet.result.outcome is RoundOutcome.VOID
        if not sentences or void or not view.sheet.round.stands:
            return
        self._layout.addWidget(theme.section(tr("What the rules allow now")))
        for sentence in sentences:
            row = StateRow()
            words = tr("{what} — {article}", what=sentence.text, article=sentence.article)
            row.show_state("accent", words)
            self._layout.addWidget(row)
        self._layout.addSpacing(theme.px(16))

    def _add_comparison(self, view: ResultView) -> None:
        """Say how a recount differs from the first count, name by name."""
        found = view.comparison
        if found is None:
            return
        self._layout.addWidget(theme.section(tr("Beside the first count")))
        row = StateRow()
        if found.same and not found.names:
            row.show_state("holds", tr("Both counts read every ballot alike"))
        else:
            differs = tr(
                "{ballots} ballots and {names} names differ",
                ballots=len(found.ballots),
                names=len(found.names),
            )
            row.show_state("look", differs)
        self._layout.addWidget(row)
        lines = tuple(
            (each.name, tr("{first} → {second}", first=each.first, second=each.second))
            for each in found.names
        )
        self._add_numbers(tr("Votes, first count and recount"), lines)

    def _add_waivers(self, view: ResultView) -> None:
        waived = [finding for finding in view.sheet.findings if finding.waived_by]
        for finding in waived:
            words = tr("{name}: {reason}", name=finding.waived_by, reason=finding.waived_reason)
            self._add_words(tr("Let stand"), finding_text(finding), words)
        if view.sheet.round.surplus_reason:
            self._add_words(tr("Reason for the long list"), view.sheet.round.surplus_reason)

    def _add_numbers(self, title: str, lines: tuple[tuple[str, object], ...]) -> None:
        if not lines:
            return
        self._layout.addWidget(theme.caption(title))
        grid = grid_of(across=16, down=2, wide=0)
        for row, (words, number) in enumerate(lines):
            grid.addWidget(_words(words), row, 0)
            grid.addWidget(_words(str(number), wrap=False), row, 1, Qt.AlignmentFlag.AlignRight)
        self._layout.addLayout(grid)
        self._layout.addSpacing(theme.px(12))

    def _add_words(self, title: str, *lines: str) -> None:
        self._layout.addWidget(theme.caption(title))
        for line in lines:
            self._layout.addWidget(_words(line))
        self._layout.addSpacing(theme.px(12))


def _words(text: str, *, wrap: bool = True) -> QLabel:
    return QLabel(
        text, wordWrap=wrap, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
    )
