"""Other words for the same words all over one part; locked figures stay as they are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.desks.minutes.field_editor import FieldEditor
from congress_desk.ui.records.forms.form_dialog import FormDialog


class ReplaceDialog(FormDialog):
    """Says how often the words stand in the part while they are typed, and replaces them all."""

    def __init__(self, editor: FieldEditor, parent: QWidget) -> None:
        super().__init__(tr("Find and replace"), tr("Replace all"), parent, leave=tr("Close"))
        self._editor = editor
        chosen = editor.textCursor().selectedText()
        self.old = self.add_line(tr("Find"), "replaceOld", editor.plain(chosen))
        self.new = self.add_line(tr("Replace with"), "replaceNew")
        self.old.textChanged.connect(lambda _: self._show_found())
        self.submitted.connect(self._on_submitted)
        self._show_found()

    def _show_found(self) -> None:
        found = len(self._editor.places_of(self.old.text()))
        self.submit.setEnabled(found > 0)
        if self.old.text():
            self.say(tr("{count} places in this part", count=found), "muted")
        else:
            self.say(tr("Only the words of this part; locked figures stay as they are."), "muted")

    def _on_submitted(self) -> None:
        replaced = self._editor.replace_all(self.old.text(), self.new.text())
        self._show_found()
        self.say(
            tr(
                "{count} places replaced; {key} takes them back.",
                count=replaced,
                key=use_name("undo"),
            ),
            "holds",
        )
        self.old.setFocus()
        self.old.selectAll()
