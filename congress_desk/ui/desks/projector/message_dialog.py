"""A message to the hall: a few words, as large as a page has room for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.ui.records.fields.field_widgets import Prose
from congress_desk.ui.records.forms.form_dialog import FormDialog

HEIGHT, LONGEST = 110, 600


class MessageDialog(FormDialog):
    """`saved` carries the text; it is in the preview then, and the hall does not see it yet."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(tr("Message to the hall"), tr("Into the preview"), parent)
        self.tell(tr("The fewer the words, the larger they are."))
        self.text = Prose(HEIGHT)
        self.text.setText(text)
        self.add_field(tr("What it says"), self.text, "hallMessage")
        self.text.entered.connect(self.submitted)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        words = " ".join(self.text.text().split())
        if not words:
            self.refuse_words(tr("Type what the hall is to read."), self.text)
        elif len(words) > LONGEST:
            said = tr("A message has at most {most} characters.", most=LONGEST)
            self.refuse_words(said, self.text)
        else:
            self.finish(words)
