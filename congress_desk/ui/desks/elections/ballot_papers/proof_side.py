"""What the proof of a ballot found, and the print runs there were."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from congress_desk.domain.ballot_papers.ballot_print import BallotPrint, PrintState
from congress_desk.domain.elections.findings import Severity
from congress_desk.i18n import grouped, message, tr
from congress_desk.papers.ballot_run import BallotView
from congress_desk.reports.ballot_papers.proof import LIST_CHANGED
from congress_desk.ui.desks.elections.lists.words import finding_words
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.inputs.date_input import moment_text
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import clear_layout
from congress_desk.ui.widgets.state_row import StateRow

_TONES = {Severity.ERROR: "wrong", Severity.WARNING: "look", Severity.INFO: "accent"}


class ProofSide(QWidget):
    """`void_wanted` carries a print run that is to be taken back."""

    void_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._findings, self._runs = QVBoxLayout(), QVBoxLayout()
        layout = column_in(self, theme.section(tr("Proof")), self._findings, spacing=6)
        layout.addSpacing(theme.px(12))
        layout.addWidget(theme.section(tr("Print runs")))
        layout.addLayout(self._runs)

    def show_view(self, view: BallotView) -> None:
        """Show what was found of the ballot as it is laid out now."""
        clear_layout(self._findings)
        clear_layout(self._runs)
        for finding in view.findings:
            self._say(self._findings, _TONES[finding.severity], finding_words(finding))
        if view.shares is not None:
            self._say(self._findings, "accent", _share_words(view.shares.weights))
        elif view.ballots is not None and not view.wrong:
            words = tr(
                "Read back from the page: {count} names, as on the list and in its order",
                count=len(view.of.listed.names),
            )
            self._say(self._findings, "holds", words)
        for number, run in enumerate(view.of.prints, start=1):
            self._runs.addLayout(self._run_row(number, run, view))
        if not view.of.prints:
            self._runs.addWidget(theme.subtitle(tr("No ballot has been printed from here yet.")))

    def _run_row(self, number: int, run: BallotPrint, view: BallotView) -> QHBoxLayout:
        row, state = QHBoxLayout(), StateRow()
        row.setSpacing(theme.px(8))
        state.show_state(_run_tone(run, view), run_words(run, view))
        row.addWidget(state, 1)
        if run.state is PrintState.PRINTED and not view.of.over:
            row.addWidget(
                make_button(
                    tr("Take the run back…"),
                    lambda: self.void_wanted.emit(run),
                    role="link",
                    name=f"voidRun{number}",
                    tip=tr("Spoiled, or printed in error: these papers are not voted with"),
                )
            )
        return row

    def _say(self, layout: QVBoxLayout, tone: str, words: str) -> None:
        row = StateRow()
        row.show_state(tone, words)
        layout.addWidget(row)


def _share_words(weights: Sequence[int]) -> str:
    """Return what a run by shares prints."""
    return tr(
        "{count} papers, one a voter, of {shares} shares together; from the most to the least",
        count=len(weights),
        shares=grouped(sum(weights)),
    )


def run_words(run: BallotPrint, view: BallotView) -> str:
    """Return what there is to know of a run: how many, when, by whom, whether it holds."""
    run_text = tr(
        "{copies} ballots, {when}, {actor} · list {code}",
        copies=run.copies,
        when=moment_text(run.at),
        actor=run.actor,
        code=run.code,
    )
    if run.state is PrintState.VOID:
        reason = message("void_print.list_changed")
        reason = reason if run.void_reason == LIST_CHANGED else run.void_reason
        return tr("{run} — void: {reason}", run=run_text, reason=reason)
    if run.digest != view.of.listed.digest:
        return tr("{run} — no longer the list as it is", run=run_text)
    return run_text


def _run_tone(run: BallotPrint, view: BallotView) -> str:
    if run.state is PrintState.VOID:
        return "muted"
    return "holds" if run.digest == view.of.listed.digest else "wrong"
