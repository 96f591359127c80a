"""Print the ballots of an election: choose the paper, read the proof, record the run, print it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.actions.elections.ballot_prints import void_ballot_print
from congress_desk.domain.ballot_papers.ballot_print import BallotPrint
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.papers.ballot_run import BallotView, ballot_view, papers_of_run, record_run
from congress_desk.reports.ballot_papers.sheets import BallotSheets
from congress_desk.reports.document.document import Document
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.ballot_papers.form_choices import FormChoices
from congress_desk.ui.desks.elections.ballot_papers.proof_side import ProofSide
from congress_desk.ui.desks.elections.ballot_papers.words import (
    run_pages,
    state_words,
    what_to_do,
)
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.page_view import PageView
from congress_desk.ui.parts.paper_maker import PaperMaker
from congress_desk.ui.parts.printing import Printing
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import (
    column,
    has_keyboard,
    lay_out_page,
    scrolling,
    take_keyboard,
)
from congress_desk.ui.widgets.layout.scrolled_beside import ScrolledBeside
from congress_desk.ui.widgets.layout.side_by_side import SIDE_FIRST, SideBySide
from congress_desk.ui.widgets.notice import Notice

_FILTER = "PDF (*.pdf)"
_LEAST_HEIGHT, _LEAST_BODY = 260, 80


class BallotsScreen(ElectionScreen):
    """The ballot papers of an election. A run is recorded before its papers are written."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self._paper_maker = PaperMaker(session, self)
        self._printing = Printing(self._paper_maker, self)
        self._view: BallotView | None = None
        self._election_id = 0
        self._preview: Path | None = None
        self._writing = False
        self.head = PageHead(self, tr("Back to the election"))
        self.head.back.connect(lambda: self.go("election", self._election_id))
        self.notice = Notice()
        self.choices = FormChoices()
        self.again = QCheckBox(tr("Papers that were printed already too, to exchange spoiled ones"))
        self.again.setObjectName("printAgain")
        self.again.hide()
        self.proof = ProofSide()
        self.pages = PageView()
        self.state = theme.subtitle()
        self.commands = Commands(
            "ballots",
            self,
            {
                "save": self._on_save,
                "print": self._on_print,
                "issue": lambda: self.go("issue", self._election_id, "next"),
            },
            why_not=self._why_not,
        )
        self.commands.refused.connect(self.notice.say_refused)
        self.save = command_button(self.commands, "save", name="saveBallots", role="primary")
        self.print = command_button(self.commands, "print", name="printBallots")
        self.issue = command_button(self.commands, "issue", name="ballotsIssue")
        self._lay_out()
        self._connect()

    def show_record(self, number: int, at: str = "") -> None:
        """Show the ballots of an election; the keyboard goes to the choices."""
        self._election_id = number
        self._view = None
        self.notice.hide()
        self.choices.start_anew()
        self._preview = None
        self.pages.clear()
        self.pages.say(tr("Making the paper…"))
        self.refresh()

    def refresh(self) -> None:
        """Lay the ballot out again, as list and choices are now."""
        form, copies = self.choices.form(), self.choices.wanted_copies()
        again = self.again.isChecked()
        self._reader.ask(
            ballot_view, self._election_id, form, copies, again=again, done=self._on_read
        )

    def idle(self) -> bool:
        """Say whether nothing is being made, drawn or written."""
        return self._session.idle() and self._paper_maker.idle()

    def _on_read(self, view: BallotView) -> None:
        if view.election.id != self._election_id:
            return
        first = self._view is None
        self._view = view
        title, number = view.election.title, view.of.listed.round_number
        words = tr("Ballot papers · {title}", title=title)
        if number > 1:
            words = tr("{title} · round {number}", title=words, number=number)
        self.head.show_words(words, what_to_do(view))
        self.choices.setVisible(not view.by_shares)
        self.again.setVisible(view.by_shares)
        self.choices.show_view(view)
        self.proof.show_view(view)
        self.state.setText(state_words(view))
        self.commands.refresh()
        self._show_preview(view)
        if first or not has_keyboard(self):
            take_keyboard(self, self.again if view.by_shares else self.choices.paper)

    def _show_preview(self, view: BallotView) -> None:
        draft = view.preview()
        if draft is None:
            self.pages.clear()
            self.pages.say("\n".join(map(problem_text, view.problems)))
            return
        self._paper_maker.write_preview(draft, partial(self._on_preview, view))

    def _on_preview(self, view: BallotView, found: Any) -> None:
        if view is not self._view:
            return
        if isinstance(found, Refusal):
            self.notice.say_problems(found.problems)
            return
        self._preview, sizes = found
        self.pages.show_pages(sizes)

    def _why_not(self, name: str) -> str:
        """Return why a command is refused, "" while it is allowed."""
        view = self._view
        if view is None or self._acts.busy or self._writing:
            return tr("The paper is still being made.")
        if name == "issue" and view.by_shares:
            return tr("Who is handed which ballot is signed for on the list for handing out.")
        if name == "issue":
            told = view.of.current is None
            return tr("Record the run first: only printed papers are handed out.") if told else ""
        if view.problems:
            return problem_text(view.problems[0])
        if view.of.over:
            return tr("The round is declared and no other follows.")
        if view.wrong:
            return tr("The ballot does not say what the list says: see the proof.")
        return ""

    def _on_save(self) -> None:
        view = self._view
        if view is None:
            return
        suggested = self._session.exports_folder / view.file_name
        title = tr("Record the run and save the ballots as")
        self._messages.save_file(
            self,
            title,
            suggested,
            _FILTER,
            lambda path: self._record(view, partial(self._write_to, path)),
        )

    def _on_print(self) -> None:
        view = self._view
        draft = view.preview() if view else None
        if view is None or draft is None:
            return
        self._printing.choose(
            run_pages(view),
            view.election.title,
            lambda printer: self._record(view, partial(self._send_to, printer)),
        )

    def _record(self, view: BallotView, go_on: Any) -> None:
        """Record the run, then do what was asked with its papers."""
        self.notice.hide()

        def done(found: BallotPrint | Refusal) -> None:
            if isinstance(found, Refusal):
                self.notice.say_problems(found.problems)
                return
            self._write(True)
            self._session.ask(papers_of_run, found, done=partial(go_on, view, found))

        self._acts.run(record_run, view, done=done)

    def _write_to(
        self, path: Path, view: BallotView, run: BallotPrint, ballots: BallotSheets | Document
    ) -> None:
        self._paper_maker.write(view.whole(ballots), path, partial(self._on_written, path, run))

    def _on_written(self, path: Path, run: BallotPrint, refusal: Refusal | None) -> None:
        self._write(False)
        if refusal is not None:
            self._take_back(run, refusal)
            return
        words = tr(
            "The run is recorded: {copies} ballots, list {code}. They are in {path}.",
            copies=run.copies,
            code=run.code,
            path=str(path),
        )
        self.notice.say("holds", words)

    def _send_to(
        self,
        printer: QPrinter,
        view: BallotView,
        run: BallotPrint,
        ballots: BallotSheets | Document,
    ) -> None:
        """Write the whole run where only the printer looks, then print its pages."""

        def written(found: Any) -> None:
            if isinstance(found, Refusal):
                self._write(False)
                self._take_back(run, found)
                return
            path, sizes = found
            self._run = run
            self._printing.start(printer, path, sizes)

        draft = view.whole(ballots)
        # The preview is written anew meanwhile: the printer reads a file of its own.
        paper = replace(draft.paper, file_name=f"{run.id}-{draft.paper.file_name}")
        self._paper_maker.write_preview(replace(draft, paper=paper), written)

    def _write(self, begun: bool) -> None:
        """Keep the buttons while papers are written or printed."""
        self._writing = begun
        self.commands.refresh()

    def _take_back(self, run: BallotPrint, refusal: Refusal) -> None:
        """Make a run void whose papers could not be written, and say why they could not."""
        reason = tr("not written: {reason}", reason=problem_text(refusal.first))
        self._acts.run(void_ballot_print, run.id, reason, done=lambda _: None)
        self.notice.say_problems(refusal.problems)

    def _on_printing(self, page: int, pages: int) -> None:
        self.notice.say("accent", tr("Printing page {page} / {pages}…", page=page, pages=pages))

    def _on_printed(self, done: bool) -> None:
        self._write(False)
        if done:
            words = tr("The run is recorded: {copies} ballots.", copies=self._run.copies)
            self.notice.say("holds", words)
        else:
            reason = tr("the printer did not print it whole")
            self._acts.run(void_ballot_print, self._run.id, reason, done=lambda _: None)
            self.notice.say(
                "wrong",
                tr("The printer stopped; the run is void. Gather what came out, then print again."),
            )
        self.refresh()

    def _on_void_wanted(self, run: BallotPrint) -> None:
        ReasonDialog(
            self._acts,
            tr("Take back the run of {count} ballots?", count=run.copies),
            tr("The record keeps the run and why. Its papers are gathered and not handed out."),
            tr("Take the run back"),
            void_ballot_print,
            run.id,
            why=tr("Why it is taken back"),
            leave=tr("Keep the run"),
            danger=True,
            parent=self,
        ).open()

    def _on_page_wanted(self, index: int, dots: float) -> None:
        if self._preview is not None:
            path = self._preview
            self._paper_maker.draw(path, index, dots, partial(self._on_drawn, path, index))

    def _on_drawn(self, path: Path, index: int, image: QImage) -> None:
        """Show a page, unless another election is looked at by now."""
        if path == self._preview:
            self.pages.show_image(index, image)

    def _connect(self) -> None:
        self.choices.changed.connect(self.refresh)
        self.again.toggled.connect(lambda _: self.refresh())
        self.proof.void_wanted.connect(self._on_void_wanted)
        self.pages.wanted.connect(self._on_page_wanted)
        self._acts.busy_changed.connect(self.commands.refresh)
        self._printing.progressed.connect(self._on_printing)
        self._printing.finished.connect(self._on_printed)

    def _lay_out(self) -> None:
        side = ScrolledBeside(column(self.choices, self.again, self.proof, spacing=16))
        # One below the other both are whole, and the page alone scrolls.
        self.pages.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        sides = SideBySide(self.pages, side, side_width=360, room=640, whole=True, tall=SIDE_FIRST)
        sides.turned.connect(side.follow)
        sides.turned.connect(lambda wide: self.pages.show_whole(not wide))
        body = scrolling(sides)
        body.setMinimumHeight(theme.px(_LEAST_BODY))
        foot = button_row(self.state, self.issue, self.print, self.save, spacing=16)
        lay_out_page(self, self.head, self.notice, body, foot, body=body)
