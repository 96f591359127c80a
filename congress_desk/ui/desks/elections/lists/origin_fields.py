"""The fields that say where names come from: the source, and which delegate put them forward."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit

from congress_desk.actions.nomination.names import Origin
from congress_desk.domain.nomination.nominee import Source
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.limits import TEXT_LIMIT
from congress_desk.i18n import label, tr
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.register_names import RegisterNames


class OriginFields:
    """Two fields of a form; who nominated is asked only of names that delegates put forward."""

    def __init__(self, form: FormDialog, *, chosen: Source | None, unsaid: bool = False) -> None:
        sources: list[tuple[str, Source | None]] = [(tr("not said"), None)] if unsaid else []
        sources += [(label("nomination_source", source.value), source) for source in Source]
        self.source: QComboBox = form.add_choice(tr("Put forward by"), "originSource", sources)
        self.source.setCurrentIndex(max(self.source.findData(chosen), 0))
        hint = tr("delegate or delegation, such as Delegation 5")
        self.by: QLineEdit = form.add_line(
            tr("Who nominates"), "originBy", hint=hint, longest=TEXT_LIMIT
        )
        self._names = RegisterNames(self.by)
        self._names.person_chosen.connect(self._on_person)
        self.by.textEdited.connect(self._on_typed)
        self._person = 0
        self.source.currentIndexChanged.connect(self._on_source)
        self._on_source()

    @property
    def origin(self) -> Origin:
        """Return what is chosen; the committee where nothing is."""
        source = self._chosen or Source.COMMITTEE
        return Origin(source=source, nominated_by=self.by.text(), nominator_id=self._person)

    @property
    def said(self) -> bool:
        """Say whether a source was chosen at all."""
        return self._chosen is not None

    @property
    def _chosen(self) -> Source | None:
        # Qt gives the value of an enumeration of texts back as a plain text.
        data = self.source.currentData()
        return Source(data) if data else None

    def set_people(self, people: tuple[Person, ...]) -> None:
        """Offer these people as those who nominate."""
        self._names.set_people(tuple(person for person in people if person.has_vote))

    def _on_source(self) -> None:
        self.by.setEnabled(self._chosen is Source.DELEGATES)

    def _on_person(self, person: Person) -> None:
        self._person = person.id

    def _on_typed(self) -> None:
        self._person = 0
