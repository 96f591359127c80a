"""The forms of decisions from above, and of a recount: a document, two names, a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from congress_desk.actions.elections.recount import open_recount
from congress_desk.actions.elections.superior import annul_round, appoint
from congress_desk.domain.congress import Congress
from congress_desk.domain.decisions.decision import DecisionOrgan
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.domain.text.dates import partial_date
from congress_desk.i18n import label, tr
from congress_desk.reports.document.head import addressee, congress_wording
from congress_desk.ui.look import theme
from congress_desk.ui.parts.operators.unlock_dialog import run_unlocked
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts

NAME_ROOM, TEXT_LINES = 200, 3


def superior_office(congress: Congress) -> str:
    """Return who decides at the superior: as reports are addressed to it, else as it is called."""
    return addressee(congress, congress_wording(congress)) or congress.details.superior


class DocumentDialog(FormDialog):
    """A form with number, date and source of a written decision."""

    def add_document(self, issued_by: str) -> None:
        """Add the fields of the document."""
        self.document = self.add_line(
            tr("Number of the decision"), "documentNumber", hint="12-QĐ/ĐU", longest=NAME_ROOM
        )
        self.date = self.add_line(tr("Dated"), "documentDate", hint="30/11/2026")
        self.issued_by = self.add_line(tr("Issued by"), "documentBy", issued_by, longest=NAME_ROOM)
        self.wrong["document_missing"] = self.document

    def add_two(self) -> None:
        """Add the two who answer for it; operators unlock it with their PINs instead."""
        self._by_pin = self.acts.session.has_operators
        if self._by_pin:
            self.tell(tr("Two who may do this type their PINs; their names are written down."))
            return
        self.first = self.add_line(tr("Confirmed by"), "firstName", longest=NAME_ROOM)
        self.second = self.add_line(tr("and by"), "secondName", longest=NAME_ROOM)
        self.wrong["two_names_needed"] = self.first

    def run_by_two(self, action: Callable[..., Any], round_id: int, **named: Any) -> None:
        """Do the act in the names typed, or of those who unlock it."""
        self.say("", "wrong")
        names = ("", "") if self._by_pin else (self.first.text(), self.second.text())
        run_unlocked(
            self.acts, self, action, round_id, subject=round_id, done=self.finish,
            first=names[0], second=names[1], **named,
        )  # fmt: skip

    def add_reason(self) -> None:
        """Add why it is done."""
        self.reason = self.add_line(tr("Reason"), "reasonField")
        self.wrong["reason_missing"] = self.reason

    def typed_date(self) -> str | None:
        """Return the date of the document, "" of none; None, and say so, of what is no date."""
        text = self.date.text().strip()
        read = partial_date(text) if text else ""
        if read is None:
            self.refuse_words(tr("Type a date such as 30/11/2026"), self.date)
        return read


class AnnulDialog(DocumentDialog):
    """Annuls the result of a declared round by decision."""

    def __init__(self, acts: Acts, found: Round, congress: Congress, parent: QWidget) -> None:
        title = tr("Annul the result of round {number}?", number=found.number)
        super().__init__(title, tr("Annul the result"), parent, acts=acts, danger=True)
        self._round = found
        self.tell(
            tr(
                "The round stays in the file and in the papers, marked as annulled; a new vote may"
                " then be opened."
            )
        )
        self.add_document(superior_office(congress))
        self.add_reason()
        self.article = self.add_line(
            tr("Article"), "articleField", congress.rules.article("annulment"), longest=NAME_ROOM
        )
        self.add_two()
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        date = self.typed_date()
        if date is None:
            return
        self.run_by_two(
            annul_round,
            self._round.id,
            organ=DecisionOrgan.SUPERIOR,
            document=self.document.text(),
            document_date=date,
            issued_by=self.issued_by.text(),
            reason=self.reason.text(),
            article=self.article.text(),
        )


class RecountDialog(DocumentDialog):
    """Opens a recount of a declared round."""

    def __init__(self, acts: Acts, found: Round, parent: QWidget) -> None:
        title = tr("Count the ballots of round {number} again?", number=found.number)
        super().__init__(title, tr("Open the recount"), parent, acts=acts)
        self._round = found
        self.tell(
            tr(
                "The first count stays sealed beside it. Every ballot is typed again; minutes and"
                " result then say where the two counts differ."
            )
        )
        organs = (
            DecisionOrgan.PRESIDIUM, DecisionOrgan.CONGRESS, DecisionOrgan.SUPERIOR,
        )  # fmt: skip
        choices = [(label("decision_organ", organ.value), organ) for organ in organs]
        self.organ = self.add_choice(tr("Ordered by"), "recountOrgan", choices)
        self.add_reason()
        self.add_two()
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.run_by_two(
            open_recount,
            self._round.id,
            organ=DecisionOrgan(self.organ.currentData()),
            reason=self.reason.text(),
        )


class AppointDialog(DocumentDialog):
    """Records whom the superior appointed, read out instead of a vote."""

    def __init__(self, acts: Acts, election: Election, superior: str, parent: QWidget) -> None:
        title = tr("Appointment by the superior")
        super().__init__(title, tr("Record the appointment"), parent, acts=acts)
        self._election = election
        self.tell(election.title, "section")
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(theme.px(24 * TEXT_LINES))
        self.names.setPlaceholderText(tr("one name a line"))
        self.add_field(tr("Appointed"), self.names, "appointedNames")
        self.add_document(superior)
        self.wrong[""] = self.names
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        date = self.typed_date()
        if date is None:
            return
        self.run(
            appoint,
            self._election.id,
            self.names.toPlainText().splitlines(),
            document=self.document.text(),
            document_date=date,
            issued_by=self.issued_by.text(),
        )
