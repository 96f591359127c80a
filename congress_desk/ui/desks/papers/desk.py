"""The papers desk: choose a paper, look at it, print it or save it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.i18n import tr
from congress_desk.papers import available
from congress_desk.papers.paper import CARDS, PLAIN, Draft, Paper, PaperChoices
from congress_desk.papers.people import COMPLAINTS_KEY
from congress_desk.queries.people import congress_setting
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import Desk, DeskPlace, PaperWish
from congress_desk.ui.desks.papers.book_view import BookView
from congress_desk.ui.desks.papers.choices import ChoicesPanel
from congress_desk.ui.desks.papers.folder_export import FolderExport
from congress_desk.ui.desks.papers.imprint_dialog import ask_for_imprint, bears_an_imprint
from congress_desk.ui.desks.papers.paper_list import PaperList, is_wished, list_width
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages, open_folder
from congress_desk.ui.parts.page_view import PageView
from congress_desk.ui.parts.paper_maker import PaperMaker
from congress_desk.ui.parts.paper_pages import PageSize
from congress_desk.ui.parts.printing import Printing
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button, make_button, set_primary
from congress_desk.ui.widgets.finished_alert import tell_finished
from congress_desk.ui.widgets.layout.fitted_scroll import FittedScroll
from congress_desk.ui.widgets.layout.layouts import column_of, row_in
from congress_desk.ui.widgets.layout.pages import lay_out_page
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

_FILTERS = {".pdf": "PDF (*.pdf)", ".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}


class PapersDesk(Desk):
    """Shows the papers of the file as it stands; a change makes list and preview anew."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._messages = messages
        self._acts = Acts(session, self)
        self._paper_maker = PaperMaker(session, self)
        self._printing = Printing(self._paper_maker, self)
        self._export = FolderExport(self._paper_maker, self)
        self._papers: tuple[Paper, ...] = ()
        self._wish: PaperWish | None = None
        self._draft: Draft | None = None
        self._written: Path | None = None
        self._sizes: tuple[PageSize, ...] = ()
        self.notice = Notice()
        self.list = PaperList()
        self.choices = ChoicesPanel()
        self.pages = PageView()
        self.book = BookView()
        self.progress = QProgressBar()
        acts = {"print": self._on_print, "save": self._on_save, "export": self._on_export_all}
        self.commands = Commands(
            "papers", self, {**acts, "imprint": self._on_imprint}, why_not=self._why_not
        )
        self.commands.refused.connect(self.notice.say_refused)
        self.print = command_button(self.commands, "print", name="print", role="primary")
        self.imprint = command_button(self.commands, "imprint", name="imprint")
        self.save = command_button(self.commands, "save", name="savePaper")
        self.export_all = command_button(self.commands, "export", name="exportAll")
        self.cancel = make_button(
            tr("Stop saving"), self._export.cancel, name="cancelExport", icon="x"
        )
        self._lay_out()
        self._connect()

    def _why_not(self, name: str) -> str:
        """Return why a command is refused now, "" while it is allowed."""
        paper = self._chosen()
        if name == "export":
            if self._export.runs:
                return tr("The papers are being saved.")
            return "" if self._papers else tr("There is no paper yet.")
        if name == "print" and self._printing.runs:
            return tr("The paper is being printed.")
        if name == "print" and paper is not None and paper.is_workbook:
            return tr("Save a workbook, then print it from Excel.")
        made = self._written if name == "print" else self._draft
        if made is None:
            return tr("The paper is still being made.")
        content = self._draft.content if self._draft else None
        if name == "imprint" and not (isinstance(content, Document) and bears_an_imprint(content)):
            return tr("This paper has no number and no signature.")
        return ""

    def refresh(self) -> None:
        """List the papers that can be made now, and make the chosen one anew."""
        self.reader.ask(congress_setting, COMPLAINTS_KEY, done=self.choices.show_complaints)
        self.reader.ask(available, done=self._show_papers)

    def show_place(self, place: DeskPlace) -> None:
        """Choose a paper that another desk asked for, as soon as the papers are listed."""
        if place.paper is None:
            return
        self._wish = place.paper
        if self._wish.people:
            self.choices.choose_people(self._wish.people)
        self.refresh()

    def idle(self) -> bool:
        """Say whether nothing is being made, drawn or written."""
        return self._session.idle() and self._paper_maker.idle()

    def _show_papers(self, papers: tuple[Paper, ...]) -> None:
        row = max(self.list.currentRow(), 0)
        wish, self._wish = self._wish, None
        if wish is not None:
            wished = (place for place, paper in enumerate(papers) if is_wished(paper, wish))
            row = next(wished, row)
        self._papers = papers
        self.list.show_papers(papers, row)
        self._on_chosen(self.list.currentRow())

    def _on_chosen(self, row: int) -> None:
        self._draft = self._written = None
        self._show_buttons()
        paper = self._chosen()
        self.choices.show_for(paper)
        chosen = self.choices.choices()
        if paper is None:
            return
        if isinstance(chosen, Refusal) and paper.kind == CARDS:
            self.notice.say_problems(chosen.problems)
            self.pages.clear()
            return
        self.pages.say(tr("Making the paper…"))
        choices = self._chosen_choices()
        self._paper_maker.make(paper, choices, self._on_made, ask=self.reader.ask)

    def _chosen_choices(self) -> PaperChoices:
        """Return what is chosen, or what goes without saying where it is not understood."""
        chosen = self.choices.choices()
        return PLAIN if isinstance(chosen, Refusal) else chosen

    def _on_choices(self) -> None:
        self.notice.hide()
        self._on_chosen(self.list.currentRow())

    def _on_imprint(self) -> None:
        draft = self._draft
        if draft is not None and isinstance(draft.content, Document):
            ask_for_imprint(self._session, self._acts, draft.paper.key, draft.content, self)

    def _on_complained(self, text: str) -> None:
        def done(found: str | Refusal) -> None:
            if isinstance(found, Refusal):
                self.notice.say_problems(found.problems)

        self._session.act(
            set_congress_setting, COMPLAINTS_KEY, text, done=done,
            actor=self._session.operator,
        )  # fmt: skip

    def _on_made(self, draft: Draft) -> None:
        if draft.paper != self._chosen():
            return
        if draft.is_empty:
            self.notice.say("look", tr("Nobody has one of these numbers; no card is made."))
            self.pages.clear()
            return
        self._draft = draft
        if isinstance(draft.content, Book):
            self.book.show_book(draft.content)
            self._views.setCurrentWidget(self.book)
        else:
            self._views.setCurrentWidget(self.pages)
            self._paper_maker.write_preview(draft, partial(self._on_preview, draft))
        self._show_buttons()

    def _on_preview(self, draft: Draft, found: Any) -> None:
        if draft is not self._draft:
            return
        if isinstance(found, Refusal):
            self.notice.say_problems(found.problems)
            self.pages.clear()
            return
        self._written, self._sizes = found
        self.pages.show_pages(self._sizes)
        self._show_buttons()

    def _on_failed(self, error: object) -> None:
        """Wait no longer for what will never come; the window reports what went wrong."""
        if self._written is None:
            self.pages.clear()
        refusal = refuse("paper_not_made", Place(file=self._chosen_name()))
        self.notice.say_problems(refusal.problems)
        self._show_buttons()

    def _chosen_name(self) -> str:
        paper = self._chosen()
        return paper.file_name if paper else ""

    def _on_page_wanted(self, index: int, dots: float) -> None:
        if self._written is not None:
            path = self._written
            self._paper_maker.draw(path, index, dots, partial(self._on_drawn, path, index))

    def _on_drawn(self, path: Path, index: int, image: QImage) -> None:
        """Show a page, unless another paper is looked at by now."""
        if path == self._written:
            self.pages.show_image(index, image)

    def _on_print(self) -> None:
        if self._written is not None and self._draft is not None:
            self._printing.ask(self._written, self._sizes, self._draft.paper.title)

    def _on_page_printed(self, page: int, pages: int) -> None:
        self._show_buttons()
        self.notice.say("accent", tr("Printing page {page} / {pages}…", page=page, pages=pages))

    def _on_printed(self, done: bool) -> None:
        self._show_buttons()
        if done:
            self.notice.say("holds", tr("Sent to the printer."))
        else:
            self.notice.say("wrong", tr("The printer did not start. Check it and print again."))

    def _on_save(self) -> None:
        draft = self._draft
        if draft is None:
            return
        name = draft.paper.file_name
        if draft.paper.has_docx and self.choices.suffix == ".docx":
            name = draft.paper.docx_name
        suggested = self._session.exports_folder / name
        filters = _FILTERS[suggested.suffix]

        def write(path: Path) -> None:
            self._paper_maker.write(draft, path, partial(self._on_saved, path))

        self._messages.save_file(self, tr("Save the paper as"), suggested, filters, write)

    def _on_saved(self, path: Path, refusal: Refusal | None) -> None:
        if refusal is not None:
            self.notice.say_problems(refusal.problems)
        else:
            self._tell_written(tr("Saved as {path}.", path=str(path)), path.parent)

    def _on_export_all(self) -> None:
        self._messages.choose_folder(self, tr("Choose the folder for all papers"), self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        files = [folder / name for paper in self._papers for name in paper.file_names]
        self._messages.before_replacing(self, files, partial(self._export_to, folder))

    def _export_to(self, folder: Path) -> None:
        self._folder = folder
        self.progress.show()
        self.cancel.show()
        everybody = replace(self._chosen_choices(), people=frozenset())
        self._export.start(self._papers, folder, everybody)
        self._show_buttons()

    def _on_paper_written(self, written: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(written)

    def _on_export_ended(self, found: int | Refusal) -> None:
        self.progress.hide()
        self.cancel.hide()
        self._show_buttons()
        if isinstance(found, Refusal):
            self.notice.say_problems(found.problems)
            return
        words = tr("{count} papers are in {folder}.", count=found, folder=str(self._folder))
        tell_finished(self, words)
        self._tell_written(words, self._folder)

    def _tell_written(self, words: str, folder: Path) -> None:
        self.notice.say(
            "holds", words, button=tr("Open the folder"), act=partial(open_folder, folder)
        )

    def _chosen(self) -> Paper | None:
        row = self.list.currentRow()
        return self._papers[row] if 0 <= row < len(self._papers) else None

    def _show_buttons(self) -> None:
        paper = self._chosen()
        is_workbook = paper is not None and paper.is_workbook
        set_primary(self.print, "printer", primary=not is_workbook)
        set_primary(self.save, "save", primary=is_workbook)
        self.commands.refresh()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_chosen)
        self.pages.wanted.connect(self._on_page_wanted)
        self._paper_maker.failed.connect(self._on_failed)
        self._printing.progressed.connect(self._on_page_printed)
        self._printing.finished.connect(self._on_printed)
        self._export.progressed.connect(self._on_paper_written)
        self._export.ended.connect(self._on_export_ended)
        self.choices.changed.connect(self._on_choices)
        self.choices.complained.connect(self._on_complained)

    def _lay_out(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.cancel.hide()
        self._views = QStackedWidget()
        self._views.addWidget(self.pages)
        self._views.addWidget(self.book)
        left = column_of((self.list, 1))
        self.choices.setFixedWidth(list_width())
        for widget in (FittedScroll(self.choices), self.progress, self.cancel):
            left.addWidget(widget)
        foot = button_row(self.imprint, self.export_all, None, self.save, self.print)
        below = QWidget()
        row_in(below, left, (self._views, 1), spacing=16)
        title = theme.heading(tr("Documents"))
        sentence = theme.subtitle(tr("Choose a paper, read it, then print or save it."))
        lay_out_page(self, title, sentence, self.notice, below, foot, body=below)
