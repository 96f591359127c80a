"""The form of a request to speak: who, from where, about what, through whom, how long."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from congress_desk.actions.running.speeches import MOST_MINUTES, edit_speech, request_speech
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import same_names
from congress_desk.domain.running.speech import Speech
from congress_desk.domain.text.clean_text import fold
from congress_desk.i18n import tr
from congress_desk.queries.running.items import RunningView
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import text_field
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.register_names import RegisterNames
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts

USUAL_MINUTES = 10
GIST_HEIGHT = 96


class SpeechDialog(FormDialog):
    """Adds a speech, or changes one; a name of the register fills in its delegation."""

    def __init__(
        self,
        acts: Acts,
        view: RunningView,
        speech: Speech | None,
        *,
        item_id: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Change the request to speak") if speech else tr("Request to speak")
        super().__init__(title, tr("Save") if speech else tr("Add"), parent, acts=acts)
        self._speech = speech or Speech(speaker="", item_id=item_id, minutes=_usual(view))
        self._new = speech is None
        self._people = {person.id: person for person in view.people}
        self._alike = same_names(view.people)
        self._person_id = self._speech.person_id
        self._add_fields(view)
        self.submitted.connect(self._on_submitted)

    def _add_fields(self, view: RunningView) -> None:
        shown = self._speech
        self.minutes = WholeNumber()
        self.minutes.setRange(1, MOST_MINUTES)
        self.minutes.setValue(shown.minutes)
        self.gist = QPlainTextEdit(shown.gist)
        self.gist.setTabChangesFocus(True)
        self.gist.setFixedHeight(theme.px(GIST_HEIGHT))
        self.speaker = self.add_line(tr("Speaker"), "speechSpeaker", shown.speaker)
        self.delegation = self.add_line(tr("Delegation"), "speechDelegation", shown.delegation)
        self.topic = self.add_line(tr("Topic"), "speechTopic", shown.topic)
        self.wrong = {"speech_speaker_missing": self.speaker}
        known = sorted({speech.through for speech in view.speeches if speech.through})
        through = text_field("through", tr("Requested through"), suggestions=known, listed=True)
        self.through = self.add_record_field(through, "speech")
        self.through.show(shown)
        self.add_field(tr("Minutes"), self.minutes, "speechMinutes")
        self.add_field(tr("Gist of what was said"), self.gist, "speechGist")
        names = RegisterNames(self.speaker)
        names.set_people(view.people)
        names.person_chosen.connect(self._on_person)
        self.speaker.textEdited.connect(self._on_typed)

    def _on_typed(self, typed: str) -> None:
        """Know whoever is meant by a whole name that only one person has."""
        key = fold(typed)
        meant = [p for p in self._people.values() if key and fold(p.name) == key]
        self._person_id = meant[0].id if len(meant) == 1 else 0
        if len(meant) == 1:
            self._fill(meant[0])
        elif meant:
            self.say(_alike_words(meant), "look")
        else:
            self.say("", "look")

    def _on_person(self, person: Person) -> None:
        self._person_id = person.id
        self._fill(person)

    def _fill(self, person: Person) -> None:
        if not self.delegation.text() or self._new:
            self.delegation.setText(person.delegation)
        others = self._alike.get(person.id, ())
        self.say(_alike_words((person, *others)) if others else "", "look")

    def _on_submitted(self) -> None:
        changed = replace(
            self._speech,
            person_id=self._person_id,
            speaker=self.speaker.text(),
            delegation=self.delegation.text(),
            topic=self.topic.text(),
            through=self.through.value(),
            minutes=self.minutes.value(),
            gist=self.gist.toPlainText(),
        )
        self.run(request_speech if self._new else edit_speech, changed)


def _alike_words(people: Any) -> str:
    namesakes = "; ".join(
        " · ".join(filter(None, (p.code, p.name, p.delegation, p.position))) for p in people
    )
    return tr("Several people have this name: {people}. Choose from the list.", people=namesakes)


def _usual(view: RunningView) -> int:
    """Return the minutes of the last request: a congress gives everybody the same time."""
    return view.speeches[-1].minutes if view.speeches else USUAL_MINUTES
