"""The form of a motion: chosen from the usual ones, its matter worded as the congress hears it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from congress_desk.actions.motions import add_motion, edit_motion
from congress_desk.domain.motions import Motion, MotionDraft, MotionKind
from congress_desk.i18n import label, tr
from congress_desk.queries.motions import MotionsView
from congress_desk.ui.desks.motions.words import threshold_words
from congress_desk.ui.records.field_widgets import Prose
from congress_desk.ui.records.form_dialog import FormDialog, choice
from congress_desk.ui.widgets.acts import Acts

MATTER_HEIGHT = 110


class MotionDialog(FormDialog):
    """Adds a motion, or changes one that is open; `saved` carries it."""

    def __init__(
        self, acts: Acts, view: MotionsView, motion: Motion | None, parent: QWidget | None
    ) -> None:
        title = tr("Change the motion") if motion else tr("Add a motion")
        submit = tr("Save the motion") if motion else tr("Add the motion")
        super().__init__(title, submit, parent, acts=acts)
        self._motion = motion
        self.matter = Prose(MATTER_HEIGHT)
        self.matter.setPlaceholderText(tr("such as: Adopt the agenda of the congress"))
        self._offered = ""
        offered = choices(view, motion)
        self.choice = self.add_choice(tr("Kind of motion"), "motionChoice", offered)
        self.add_field(tr("Matter"), self.matter, "motionMatterField")
        self.special = self._add_majority(view)
        self.note = self.add_line(tr("Note"), "motionNote")
        self.wrong = {"": self.matter}
        self.choice.currentIndexChanged.connect(self._on_choice)
        self.matter.entered.connect(self.submitted)
        self.submitted.connect(self._on_submitted)
        self._begin(view, motion)

    def _add_majority(self, view: MotionsView) -> QComboBox:
        """Offer the larger majority beside the ordinary one, where the rules know one."""
        rules = view.congress.rules
        asked = (rules.motion_majority(special=False), rules.motion_majority(special=True))
        offered = [(threshold_words(asked[special]), bool(special)) for special in (0, 1)]
        if rules.motion_special_share is None:
            return choice(offered, False)
        return self.add_choice(tr("Carried with"), "motionMajority", offered)

    def _begin(self, view: MotionsView, motion: Motion | None) -> None:
        if motion:
            self.matter.setPlainText(motion.matter)
            self.note.setText(motion.note)
            self.special.setCurrentIndex(self.special.findData(motion.special))
            self.matter.setFocus()
            return
        missing = view.missing_templates()
        keys = [_key(self.choice.itemData(i)) for i in range(self.choice.count())]
        wanted = _key(missing[0]) if missing else (MotionKind.FREE, 0)
        self.choice.setCurrentIndex(keys.index(wanted))
        self._on_choice()

    def _on_choice(self) -> None:
        """Offer the wording of what was chosen, unless another was typed."""
        draft: MotionDraft = self.choice.currentData()
        if self.matter.toPlainText() == self._offered:
            self.matter.setPlainText(draft.matter)
            self._offered = draft.matter

    def _on_submitted(self) -> None:
        chosen: MotionDraft = self.choice.currentData()
        draft = MotionDraft(
            kind=chosen.kind,
            election_id=chosen.election_id,
            matter=self.matter.toPlainText(),
            note=self.note.text(),
            special=bool(self.special.currentData()),
        )
        if self._motion:
            self.run(edit_motion, self._motion.id, draft)
        else:
            self.run(add_motion, draft, begin=False)


def choices(view: MotionsView, motion: Motion | None) -> Sequence[tuple[str, MotionDraft]]:
    """Return what can be chosen with its name: the usual motions, then those to be worded."""
    free = [MotionDraft(kind=k, matter="") for k in (MotionKind.WITHDRAWAL, MotionKind.FREE)]
    drafts = [*view.templates, *free]
    if motion is not None:
        own = MotionDraft(kind=motion.kind, matter=motion.matter, election_id=motion.election_id)
        drafts = [own, *(draft for draft in drafts if _key(draft) != _key(own))]
    codes = {election.id: election.code for election in view.elections}
    return [(_choice_name(draft, codes), draft) for draft in drafts]


def _choice_name(draft: MotionDraft, codes: Mapping[int, str]) -> str:
    name = label("motion_kind", draft.kind.value)
    return f"{name}: {codes[draft.election_id]}" if draft.election_id in codes else name


def _key(draft: MotionDraft) -> tuple[MotionKind, int]:
    return draft.kind, draft.election_id
