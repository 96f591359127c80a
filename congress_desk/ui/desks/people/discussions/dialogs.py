"""The forms of the discussion in groups: parts of a text, one point, a meeting, votes by part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from congress_desk.actions.discussions import (
    MOST_PRESENT,
    merge_opinions,
    set_chapters,
    set_meeting,
)
from congress_desk.actions.motions import add_motions
from congress_desk.domain.discussions.opinion import GroupMeeting, Opinion
from congress_desk.domain.motions import MotionDraft, MotionKind
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, TEXT_LIMIT
from congress_desk.domain.text.typed_times import day_words, read_day, read_time
from congress_desk.i18n import tr
from congress_desk.queries.discussions import DiscussionsView
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts

LINES_HEIGHT, WORDS_HEIGHT, WIDTH = 220, 90, 640
UNKNOWN = -1


class ChaptersDialog(FormDialog):
    """The parts of a text, one a line; a part keeps its opinions when its title changes."""

    def __init__(
        self, acts: Acts, view: DiscussionsView, text_id: int, parent: QWidget | None
    ) -> None:
        super().__init__(tr("Parts of a text"), tr("Save the parts"), parent, acts=acts)
        self.be_wide(WIDTH)
        self._view = view
        texts = [(text.title, text.id) for text in view.texts]
        self.text = self.add_choice(tr("Text"), "chaptersText", texts, text_id)
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.lines.setMinimumHeight(theme.px(LINES_HEIGHT))
        self.lines.setPlaceholderText(tr("Part I. …\nPart II. …"))
        self.add_field(tr("Parts, one a line"), self.lines, "chapterLines")
        self.wrong = {"": self.lines}
        self.text.currentIndexChanged.connect(lambda _: self._show())
        self.submitted.connect(self._on_submitted)
        self._show()
        self.lines.setFocus()

    def _show(self) -> None:
        held = self._view.chapters_of(self.text.currentData() or 0)
        self.lines.setPlainText("\n".join(chapter.title for chapter in held))

    def _on_submitted(self) -> None:
        self.run(set_chapters, self.text.currentData(), self.lines.toPlainText().splitlines())


class MergeDialog(FormDialog):
    """Opinions that say the same, and the one wording that stands for them."""

    def __init__(self, acts: Acts, opinions: Sequence[Opinion], parent: QWidget | None) -> None:
        title = tr("One point of {count} opinions", count=len(opinions))
        super().__init__(title, tr("Make them one point"), parent, acts=acts)
        self.be_wide(WIDTH)
        self._ids = [opinion.id for opinion in opinions]
        self.tell(
            tr(
                "The synthesis gives the wording once, with how many said it in how many groups."
                " Every opinion stays as it was said."
            )
        )
        self.words = QPlainTextEdit(opinions[0].said)
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(theme.px(WORDS_HEIGHT))
        self.add_field(tr("Wording"), self.words, "pointWording")
        self.wrong = {"": self.words}
        self.words.selectAll()
        self.words.setFocus()
        self.submitted.connect(
            lambda: self.run(merge_opinions, self._ids, self.words.toPlainText())
        )


class MeetingDialog(FormDialog):
    """Where and when a group met, and how many of it were there."""

    def __init__(
        self,
        acts: Acts,
        view: DiscussionsView,
        group_id: int,
        parent: QWidget | None,
    ) -> None:
        super().__init__(tr("Meeting of a group"), tr("Save the meeting"), parent, acts=acts)
        self._view, self._day = view, view.congress.details.starts[:10]
        groups = [(group.name, group.id) for group in view.groups]
        self.group = self.add_choice(tr("Discussion group"), "meetingGroup", groups, group_id)
        self.leaders = self.tell("")
        self.where = self.add_line(tr("Place"), "meetingWhere", longest=TEXT_LIMIT)
        self.day = self.add_line(tr("Day"), "meetingDay", hint="20/5/2026", longest=20)
        self.opened = self.add_line(tr("From"), "meetingFrom", hint="14:00", longest=20)
        self.closed = self.add_line(tr("Until"), "meetingUntil", hint="16:30", longest=20)
        self.present = WholeNumber()
        self.present.setRange(UNKNOWN, MOST_PRESENT)
        self.present.setSpecialValueText(tr("not counted"))
        self.add_field(tr("Present"), self.present, "meetingPresent")
        self.note = self.add_line(tr("Note"), "meetingNote", longest=LONG_TEXT_LIMIT)
        self.wrong = {
            "": self.where,
            "meeting_ends_before_it_begins": self.closed,
            "meeting_present_wrong": self.present,
        }
        self.group.currentIndexChanged.connect(lambda _: self._show())
        self.submitted.connect(self._on_submitted)
        self._show()

    def _show(self) -> None:
        group_id = self.group.currentData() or 0
        met = self._view.meeting(group_id)
        self.where.setText(met.where)
        self.day.setText(day_words(met.opened[:10] or self._day))
        self.opened.setText(met.opened[11:])
        self.closed.setText(met.closed[11:])
        self.present.setValue(UNKNOWN if met.present is None else met.present)
        self.note.setText(met.note)
        chair, secretary = (self._view.holder(group_id, r) for r in ("head", "secretary"))
        words = tr(
            "{count} members; head: {chair}; secretary: {secretary}",
            count=len(self._view.members(group_id)),
            chair=chair or tr("nobody yet"),
            secretary=secretary or tr("nobody yet"),
        )
        self.leaders.setText(words)
        theme.set_tone(self.leaders, "" if chair and secretary else "look")

    def _on_submitted(self) -> None:
        day = read_day(self.day.text())
        if day is None:
            self.refuse_words(tr("Type the day as 20/5/2026"), self.day)
            return
        times = []
        for field in (self.opened, self.closed):
            time = read_time(field.text())
            if time is None or (time and not day):
                wrong = field if time is None else self.day
                self.refuse_words(tr("Type a day and a time such as 14:00"), wrong)
                return
            times.append(f"{day}T{time}" if time else "")
        present = self.present.value()
        meeting = GroupMeeting(
            group_id=self.group.currentData() or 0,
            where=self.where.text(),
            opened=times[0],
            closed=times[1],
            present=None if present == UNKNOWN else present,
            note=self.note.text(),
        )
        self.run(set_meeting, meeting)


class VoteByPartDialog(FormDialog):
    """A motion for every part of a text, and one on the whole; those that are there stay one."""

    def __init__(self, acts: Acts, view: DiscussionsView, parent: QWidget | None) -> None:
        super().__init__(
            tr("Vote on a text part by part"), tr("Add the motions"), parent, acts=acts
        )
        self.be_wide(WIDTH)
        self._view = view
        self.drafts: tuple[MotionDraft, ...] = ()
        texts = [(text.title, text.id) for text in view.texts if view.chapters_of(text.id)]
        self.text = self.add_choice(tr("Text"), "voteText", texts)
        self.told = self.tell("")
        self.wrong = {"": self.text}
        self.text.currentIndexChanged.connect(lambda _: self._show())
        self.submitted.connect(self._on_submitted)
        self._show()

    def _show(self) -> None:
        matters = vote_matters(self._view, self.text.currentData() or 0)
        new = [matter for matter in matters if matter not in self._view.matters]
        self.drafts = tuple(MotionDraft(kind=MotionKind.FREE, matter=matter) for matter in new)
        words = "\n".join(f"– {matter}" for matter in new)
        self.told.setText(words or tr("All these motions are there already."))
        self.submit.setEnabled(bool(new))
        self.fit()

    def _on_submitted(self) -> None:
        self.run(add_motions, self.drafts)


def vote_matters(view: DiscussionsView, text_id: int) -> tuple[str, ...]:
    """Return what is voted on: each part of the text, then the whole of it."""
    title = next((text.title for text in view.texts if text.id == text_id), "")
    parts = [
        tr("Adopt “{part}” of the text “{text}”", part=chapter.title, text=title)
        for chapter in view.chapters_of(text_id)
    ]
    matters = [*parts, tr("Adopt the text “{text}” as a whole", text=title)] if parts else []
    return tuple(matters)
