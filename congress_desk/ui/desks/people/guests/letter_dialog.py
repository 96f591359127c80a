"""How the letters are worded: one text for all guests, one for all who are summoned."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from congress_desk.actions.guests.letters import word_letters
from congress_desk.domain.guests.invitation import Letter
from congress_desk.domain.guests.letter_fields import LETTER_FIELDS
from congress_desk.i18n import label, tr
from congress_desk.queries.guests import GuestsView
from congress_desk.reports.guests.letters import letter_as_it_came
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.screen_acts import Acts

WIDTH, HEIGHT = 760, 300


class LetterDialog(FormDialog):
    """Both texts are kept in one act; a text emptied, or left as it came, stays as it came."""

    def __init__(self, acts: Acts, view: GuestsView, parent: QWidget | None) -> None:
        super().__init__(tr("Text of the letters"), tr("Keep the texts"), parent, acts=acts)
        self.be_wide(WIDTH)
        self._came = {letter: letter_as_it_came(view.congress, letter) for letter in Letter}
        self._texts = {each: view.texts[each] or self._came[each] for each in Letter}
        choices = [(label("letter", each.value), each) for each in Letter]
        self.letter = self.add_choice(tr("Letter"), "letterChoice", choices)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme.px(HEIGHT))
        self.add_field(tr("What the letter says"), self.text, "letterText")
        places = " · ".join(f"{{{name}}}" for name in LETTER_FIELDS)
        said = tr(
            "Filled for each person: {places}. A line that begins with a dash is left out where it"
            " has nothing to say.",
            places=places,
        )
        self.tell(said)
        again = make_button(tr("As it came"), self._on_as_it_came, name="letterAsItCame")
        self.form.addRow("", again)
        self.wrong = {"": self.text}
        self._shown = Letter.INVITATION
        self._show()
        self.letter.currentIndexChanged.connect(lambda _: self._on_letter())
        self.submitted.connect(self._on_submitted)
        self.text.setFocus()

    def _on_letter(self) -> None:
        self._texts[self._shown] = self.text.toPlainText()
        self._show()

    def _show(self) -> None:
        self._shown = self.letter.currentData()
        self.text.setPlainText(self._texts[self._shown])

    def _on_as_it_came(self) -> None:
        self.text.setPlainText(self._came[self._shown])
        self.text.setFocus()

    def _on_submitted(self) -> None:
        self._texts[self._shown] = self.text.toPlainText()
        kept = {
            each: "" if text.strip() == self._came[each].strip() else text
            for each, text in self._texts.items()
        }
        self.run(word_letters, kept)
