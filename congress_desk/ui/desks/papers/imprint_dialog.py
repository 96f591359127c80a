"""Number, day, place and signatories of a paper: a small form over what the records give."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from congress_desk.actions.papers import set_imprint
from congress_desk.domain.congress import Congress
from congress_desk.domain.papers import Imprint, Office, next_number
from congress_desk.domain.text.dates import partial_date, vietnamese_date
from congress_desk.i18n import tr
from congress_desk.queries.congress import congress
from congress_desk.queries.papers import imprints
from congress_desk.reports.document.document import Document, Signature
from congress_desk.reports.document.head import COUNTING_BOARD, addressee, congress_wording
from congress_desk.reports.document.imprint import signing_organs
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.screen_acts import Acts


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprintFacts:
    """What the form shows of a paper: what is set on it, and what goes for all."""

    key: str
    imprint: Imprint
    congress: Congress
    following: int


def imprint_facts(file: CongressFile, key: str) -> ImprintFacts:
    """Read what is set on a paper, and the next number of the register."""
    kept = imprints(file)
    return ImprintFacts(
        key=key,
        imprint=kept.get(key, Imprint()),
        congress=congress(file),
        following=next_number(kept.values()),
    )


def bears_an_imprint(document: Document) -> bool:
    """Say whether a paper has something to set: a number, or somebody who signs for an organ."""
    return bool(document.head.symbol or signing_organs(document))


def ask_for_imprint(
    session: Session, acts: Acts, key: str, document: Document, parent: QWidget
) -> None:
    """Read what is set on a paper, then show the form over a desk."""

    def show(facts: ImprintFacts) -> None:
        ImprintDialog(acts, facts, document, parent).open()

    session.ask(imprint_facts, key, done=show)


class ImprintDialog(FormDialog):
    """Sets what one paper bears; place and signatories for all papers, or for this one alone."""

    def __init__(
        self, acts: Acts, facts: ImprintFacts, document: Document, parent: QWidget
    ) -> None:
        super().__init__(
            tr("Number, date, signatories"), tr("Put them on the paper"), parent, acts=acts
        )
        self._facts, self._document = facts, document
        self._places = signing_organs(document)
        kept, office = facts.imprint, facts.congress.office
        own = bool(kept.place or dict(kept.signers).keys() - {COUNTING_BOARD})
        self.number, self.day, self.place, self.to = (QLineEdit() for _ in range(4))
        if document.head.symbol:
            self._add_number(kept)
        self.add_field(tr("Date on the paper"), self.day, "imprintDay")
        self.day.setText(vietnamese_date(kept.day) if kept.day else "")
        self.day.setPlaceholderText(_day_words(document.head.day))
        self.add_field(tr("Place before the date"), self.place, "imprintPlace")
        self.place.setText(kept.place or office.place)
        self.place.setPlaceholderText(document.head.place)
        self.signers = {place.signer: self._add_signer(place) for place in self._places}
        self.reach = ChoiceBox()
        self.reach.addItem(tr("All papers of the congress"), False)
        self.reach.addItem(tr("This paper alone"), True)
        self.reach.setCurrentIndex(int(own))
        self.add_field(tr("Place and signatories go for"), self.reach, "imprintReach")
        self.add_field(tr("Reports are addressed to"), self.to, "imprintTo")
        self.to.setText(office.addressee)
        self.to.setPlaceholderText(addressee(facts.congress, congress_wording(facts.congress)))
        self.wrong = {"paper_number_taken": self.number}
        self.submitted.connect(self._on_submitted)

    def _add_number(self, kept: Imprint) -> None:
        self.add_field(tr("Number"), self.number, "imprintNumber")
        following = f"{self._facts.following:02d}"
        # A paper that is no draft any more takes the next number of the register.
        self.number.setText(kept.number or ("" if self._document.draft else following))
        self.number.setPlaceholderText(tr("the next one is {number}", number=following))

    def _add_signer(self, place: Signature) -> QLineEdit:
        field = QLineEdit()
        facts = self._facts
        names = {**dict(facts.congress.office.signers), **dict(facts.imprint.signers)}
        title = " – ".join(filter(None, (place.title, place.role)))
        self.add_field(title.replace("\u00a0", " "), field, f"imprintSigner_{place.signer}")
        field.setText(names.get(place.signer, ""))
        field.setPlaceholderText(place.name)
        return field

    def _on_submitted(self) -> None:
        day = partial_date(self.day.text()) if self.day.text().strip() else ""
        if day is None:
            self.refuse_words(tr("This is not a date; write it like 13/03/2020."), self.day)
            return
        self.run(set_imprint, self._facts.key, *self._chosen(day))

    def _chosen(self, day: str) -> tuple[Imprint, Office]:
        """Return what goes for the paper, and what goes for all."""
        office = self._facts.congress.office
        signers = tuple((organ, field.text().strip()) for organ, field in self.signers.items())
        number, place, to = (f.text().strip() for f in (self.number, self.place, self.to))
        if self.reach.currentData():
            imprint = Imprint(number=number, day=day, place=place, signers=signers)
            return imprint, Office(place=office.place, addressee=to, signers=office.signers)
        # Each election has a counting board of its own: who leads one signs no other's minutes.
        own = tuple(each for each in signers if each[0] == COUNTING_BOARD)
        imprint = Imprint(number=number, day=day, signers=own)
        others = tuple(each for each in office.signers if each[0] not in self.signers)
        for_all = (*others, *(each for each in signers if each not in own))
        return imprint, Office(place=place, addressee=to, signers=for_all)


def _day_words(day: str) -> str:
    return vietnamese_date(day) if day else tr("to be filled in by hand")
