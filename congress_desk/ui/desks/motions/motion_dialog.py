"""The form of a motion: chosen from the usual ones, its matter worded as the congress hears it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from congress_desk.actions.motions import add_motion, edit_motion
from congress_desk.domain.motions import Motion, MotionDraft, MotionKind
from congress_desk.i18n import label, tr
from congress_desk.queries.motions import MotionsView
from congress_desk.ui.desks.motions.words import threshold_words
from congress_desk.ui.records.fields.field import RecordField, text_field
from congress_desk.ui.records.fields.field_widgets import Prose
from congress_desk.ui.records.forms.record_dialog import RecordDialog
from congress_desk.ui.widgets.screen_acts import Acts

MATTER_HEIGHT = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class _Worded:
    """A motion as it stands on the form; `usual` is which of the usual ones it is."""

    usual: MotionDraft
    matter: str
    special: bool = False
    note: str = ""


class MotionDialog(RecordDialog):
    """Adds a motion, or changes one that is open; `saved` carries it."""

    def __init__(
        self, acts: Acts, view: MotionsView, motion: Motion | None, parent: QWidget | None
    ) -> None:
        usual = choices(view, motion)
        self._motion, self._special = motion, bool(motion and motion.special)
        record = _record(view, motion, [draft for draft, _ in usual])
        self._offered = "" if motion else record.matter
        super().__init__(
            acts,
            tr("Change the motion") if motion else tr("Add a motion"),
            tr("Save the motion") if motion else tr("Add the motion"),
            _fields(view, usual),
            self._act_of,
            record=record,
            prefix="motion",
            wrong={"": "matter"},
            saves=("matter",),
            parent=parent,
        )
        self.choice, self.matter = self.editors["usual"].widget, self.editors["matter"].widget
        assert isinstance(self.choice, QComboBox)
        self.choice.currentIndexChanged.connect(self._on_choice)
        (self.matter if motion else self.choice).setFocus()

    def _on_choice(self) -> None:
        """Offer the wording of what was chosen, unless another was typed."""
        assert isinstance(self.matter, Prose)
        draft: MotionDraft = self.editors["usual"].value()
        if self.matter.text() == self._offered:
            self.matter.setText(draft.matter)
            self._offered = draft.matter

    def _act_of(self, values: dict[str, Any]) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
        usual: MotionDraft = values.pop("usual")
        values.setdefault("special", self._special)
        draft = MotionDraft(kind=usual.kind, election_id=usual.election_id, **values)
        if self._motion:
            return edit_motion, (self._motion.id, draft), {}
        return add_motion, (draft,), {"begin": False}


def _fields(view: MotionsView, usual: Sequence[tuple[MotionDraft, str]]) -> tuple[RecordField, ...]:
    """Return the fields; the larger majority is offered where the rules know one."""
    rules = view.congress.rules
    asked = tuple(
        (special, threshold_words(rules.motion_majority(special=special)))
        for special in (False, True)
    )
    larger = rules.motion_special_share is not None
    majority = (text_field("special", tr("Carried with"), choices=asked),) if larger else ()
    return (
        text_field("usual", tr("Kind of motion"), choices=tuple(usual)),
        text_field(
            "matter", tr("Matter"), read=str, prose=True, height=MATTER_HEIGHT,
            hint=tr("such as: Adopt the agenda of the congress"),
        ),
        *majority,
        text_field("note", tr("Note")),
    )  # fmt: skip


def _record(view: MotionsView, motion: Motion | None, usual: Sequence[MotionDraft]) -> _Worded:
    """Return the motion as it is; of a new one the first of the usual ones that is missing."""
    keys = [_key(draft) for draft in usual]
    if motion is not None:
        own = usual[keys.index((motion.kind, motion.election_id))]
        return _Worded(usual=own, matter=motion.matter, special=motion.special, note=motion.note)
    missing = view.missing_templates()
    draft = usual[keys.index(_key(missing[0]) if missing else (MotionKind.FREE, 0))]
    return _Worded(usual=draft, matter=draft.matter)


def choices(view: MotionsView, motion: Motion | None) -> Sequence[tuple[MotionDraft, str]]:
    """Return what can be chosen and its name: the usual motions, then those to be worded."""
    free = [MotionDraft(kind=k, matter="") for k in (MotionKind.WITHDRAWAL, MotionKind.FREE)]
    drafts = [*view.templates, *free]
    if motion is not None:
        own = MotionDraft(kind=motion.kind, matter=motion.matter, election_id=motion.election_id)
        drafts = [own, *(draft for draft in drafts if _key(draft) != _key(own))]
    codes = {election.id: election.code for election in view.elections}
    return [(draft, _choice_name(draft, codes)) for draft in drafts]


def _choice_name(draft: MotionDraft, codes: Mapping[int, str]) -> str:
    name = label("motion_kind", draft.kind.value)
    return f"{name}: {codes[draft.election_id]}" if draft.election_id in codes else name


def _key(draft: MotionDraft) -> tuple[MotionKind, int]:
    return draft.kind, draft.election_id
