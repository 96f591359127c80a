"""Sample control: sheets drawn by lot, typed again from the paper, and the risk that is left."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.elections.checks.sample import Sample, SampleSheet, SheetState
from congress_desk.i18n import label, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import paper_place
from congress_desk.ui.desks.elections.checks.sample.dialogs import DrawDialog, SheetDialog
from congress_desk.ui.desks.elections.checks.sample.view import SampleView, sample_view
from congress_desk.ui.desks.elections.checks.trace_dialog import TraceDialog
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import has_keyboard, lay_out_page, take_keyboard
from congress_desk.ui.widgets.notice import Notice

_SIGNS = {
    SheetState.DRAWN: Sign(icon="circle", tone="muted"),
    SheetState.SAME: Sign(icon="circle-check", tone="holds"),
    SheetState.DIFFERS: Sign(icon="octagon-alert", tone="wrong"),
}


class SampleScreen(ElectionScreen):
    """`left` carries the round whose count is gone back to, `place_wanted` asks for the paper."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self.setObjectName("sampleScreen")
        self._view: SampleView | None = None
        self._round_id = 0
        self.head = PageHead(self, tr("Back to the count"))
        self.head.back.connect(lambda: self.go("counting", self._round_id))
        self.notice = Notice()
        self.drawn, self.risk = QLabel(), QLabel()
        self.risk.setObjectName("sampleRisk")
        for words in (self.drawn, self.risk):
            words.setWordWrap(True)
        theme.set_property(self.risk, "role", "strong")
        self.table = DataTable(
            "sampleSheets", tr("Sheets drawn"), RecordTableModel(_columns()), long=(2,)
        )
        self.commands = Commands(
            "sample",
            self,
            {
                "compare": self._on_compare,
                "draw": self._on_draw,
                "minutes": self._on_minutes,
                "trace": self._on_trace,
            },
            why_not=self._why_not,
        )
        self.commands.refused.connect(self.notice.say_refused)
        self.table.chosen.connect(lambda _: self.commands.run("compare"))
        self._acts.busy_changed.connect(self.commands.refresh)
        self._lay_out()

    def show_record(self, number: int, at: str = "") -> None:
        """Show the samples of a round."""
        if number != self._round_id:
            self._view = None
        self._round_id = number
        self.notice.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read how the sheets stand."""
        if self._round_id:
            self._reader.ask(sample_view, self._round_id, done=self._on_read)

    def _on_read(self, view: SampleView) -> None:
        if view.sheet.round.id != self._round_id:
            return
        first, self._view = self._view is None, view
        self.head.show_words(
            tr("Sample control: {election}, round {number}",
               election=view.sheet.election.title, number=view.sheet.round.number),
            tr("Some ballots, chosen by lot, are typed again from the paper. One that differs"
               " closes the gate until it is settled."),
        )  # fmt: skip
        self.drawn.setText(_drawn_words(view))
        words, tone = _risk_words(view.last)
        self.risk.setText(words)
        theme.set_tone(self.risk, tone)
        self.risk.setVisible(bool(words))
        sheets = tuple(sheet for sample in view.samples for sheet in sample.sheets)
        self.table.show_records(sheets, same=lambda a, b: a.id == b.id)
        self.table.setVisible(bool(sheets))
        self.commands.refresh()
        if first or not has_keyboard(self):
            take_keyboard(self, self.table if sheets else self.draw)

    def _why_not(self, name: str) -> str | None:
        view = self._view
        if view is None or self._acts.busy:
            return tr("The sample is being read.")
        if name == "minutes":
            return "" if view.samples else None
        if name == "trace":
            return "" if view.is_whole else tr("Sheets are looked up once the last ballot is in")
        if name == "compare" and not view.left:
            return None
        if not view.is_open:
            # Without a sample the page says so itself.
            closed = tr("The round is declared or cancelled: nothing more is typed.")
            return closed if view.samples else None
        if name == "compare":
            return ""
        if view.left:
            return tr("Compare every sheet of the sample before drawing another")
        return (
            "" if view.is_whole else tr("A sample is drawn once the last ballot is in and agreed")
        )

    def _on_draw(self) -> None:
        if self._view is not None and self._why_not("draw") == "":
            DrawDialog(self._acts, self._view.sheet, self).open()

    def _on_compare(self) -> None:
        view, current = self._view, self.table.current
        if view is None or self._why_not("compare") != "":
            return
        left = sorted(view.left, key=lambda sheet: sheet != current)
        dialog = SheetDialog(self._acts, view.sheet, left, self)
        dialog.compared.connect(self.notice.say)
        dialog.open()

    def _on_minutes(self) -> None:
        self.place_wanted.emit(paper_place(kind="sample-control", round_id=self._round_id))

    def _on_trace(self) -> None:
        if self._view is not None and self._why_not("trace") == "":
            TraceDialog(self._acts, self._view.sheet, self).open()

    def _lay_out(self) -> None:
        self.draw = command_button(self.commands, "draw", name="sample_draw")
        compare = command_button(self.commands, "compare", name="sample_compare", role="primary")
        minutes = command_button(self.commands, "minutes", name="sample_minutes")
        body = QWidget()
        inside = column_in(body, self.drawn, self.risk, (self.table, 1))
        inside.addStretch(0)
        trace = command_button(self.commands, "trace", name="sample_trace")
        foot = button_row(trace, None, minutes, self.draw, compare)
        lay_out_page(self, self.head, self.notice, body, foot, body=body)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Bundle"), text=lambda sheet: str(sheet.bundle), number=True),
        TableColumn(
            title=tr("Sheet from the top"), text=lambda sheet: str(sheet.place), number=True
        ),
        TableColumn(
            title=tr("State"),
            text=_state_words,
            sign=lambda sheet: _SIGNS[sheet.state],
            strong=lambda sheet: sheet.state is SheetState.DIFFERS,
        ),
    )


def _state_words(sheet: SampleSheet) -> str:
    words = label("sheet_state", sheet.state.value)
    if sheet.state is SheetState.SAME and sheet.was_wrong:
        return tr("{words} after the correction", words=words)
    return words


def _drawn_words(view: SampleView) -> str:
    sample = view.last
    if sample is None and not view.is_open:
        state = label("round_state", view.sheet.round.state.value)
        return tr(
            "No sample was drawn of this round ({state}), and none is drawn any more: a sample is"
            " compared before the result is declared.",
            state=state,
        )
    if sample is None and not view.is_whole:
        return tr(
            "No sample is drawn yet. It is drawn once the last ballot is in, and agreed where they"
            " are entered more than once."
        )
    if sample is None:
        return tr("No sample is drawn yet.")
    return tr(
        "By “{seed}” {count} of {ballots} ballots are drawn, so that {wrong} wrong ones or more"
        " would not stay hidden at {confidence}% confidence.",
        seed=sample.seed,
        count=len(sample.sheets),
        ballots=sample.ballots,
        wrong=sample.wrong,
        confidence=sample.confidence,
    )


def _risk_words(sample: Sample | None) -> tuple[str, str]:
    if sample is None:
        return "", ""
    differ = len(sample.in_state(SheetState.DIFFERS))
    if differ:
        return tr(
            "{count} differ: look at the paper again, correct the ballot on the counting screen,"
            " then compare it once more.",
            count=differ,
        ), "wrong"
    if sample.left:
        return tr("{count} sheets are still to be compared.", count=len(sample.left)), "look"
    return tr(
        "All compared; {wrong} were wrong. At {confidence}% confidence no more than {hidden}"
        " ballots that were not drawn are wrong.",
        wrong=sample.found_wrong,
        confidence=sample.confidence,
        hidden=sample.may_be_wrong - sample.found_wrong,
    ), "holds"
