"""The tab of the discussion in groups: what was said, who answers it, and how each group met."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from congress_desk.actions.discussions import (
    add_opinion,
    edit_opinion_field,
    part_opinions,
    remove_opinion,
)
from congress_desk.domain.discussions.opinion import Opinion, Part
from congress_desk.i18n import tr
from congress_desk.queries.discussions import DiscussionsView, discussions_view
from congress_desk.ui.desks.people.discussions.dialogs import (
    ChaptersDialog,
    MeetingDialog,
    MergeDialog,
    VoteByPartDialog,
)
from congress_desk.ui.desks.people.discussions.opinion_fields import opinion_fields, opinion_lists
from congress_desk.ui.messages import Messages
from congress_desk.ui.reader import Reader
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.record_dialog import RecordDialog
from congress_desk.ui.records.record_acts import RecordActs
from congress_desk.ui.records.record_tab import RecordTab
from congress_desk.ui.widgets.screen_acts import Acts

LEFT_OUT = {"answer": 1250, "speaker": 1050, "stance": 900}
ASKED = ("group_id", "part", "gist", "stance", "speaker")
ALONE = ("add", "import", "chapters", "meeting", "vote")
LEAST = 2
_WRONG = {"opinion_gist_missing": "gist", "opinion_group_missing": "group_id"}


class DiscussionsTab(RecordTab):
    """Reads for itself: opinions change by the minute while the register does not."""

    # Asked for while the buttons are made.
    _view: DiscussionsView | None = None

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__(
            "opinions",
            tr("Opinions of the groups"),
            tr("Words, speaker or answer; no accents needed"),
            ("add", "merge", "part", "import", "chapters", "meeting", "vote", "remove"),
            alone=ALONE,
            left_out=LEFT_OUT,
        )
        self.acts = RecordActs(self, acts, messages, edit=edit_opinion_field)
        self._messages = messages
        self._fields: tuple[RecordField, ...] = ()
        self.wanted.connect(self._on_wanted)
        self._reader = Reader(acts.session, self, self.ask_file)
        self.ask_file()

    def ask_file(self) -> None:
        """Read what was said again."""
        self._reader.ask(discussions_view, done=self._show)

    def _show(self, view: DiscussionsView) -> None:
        self._view, self._fields = view, opinion_fields(view)
        self.acts.show_fields(self._fields)
        self.show_records(self._fields, view.opinions)
        self.show_lists(opinion_lists(view))

    def _why_not(self, name: str) -> str:
        view = self._view
        if name == "chapters" and (view is None or not view.texts):
            return tr("There is no text yet: add it on the desk of the preparation")
        if name == "vote" and (view is None or not view.chapters):
            return tr("Say first of which parts the text is")
        if name == "merge" and len(self.table.selected) < LEAST:
            return tr("Choose two opinions or more")
        return super()._why_not(name)

    def _on_wanted(self, what: str, opinions: tuple[Opinion, ...]) -> None:
        forms: dict[str, Callable[[], None]] = {
            "add": self._add,
            "merge": lambda: self._merge(opinions),
            "part": lambda: self.acts.run(part_opinions, [o.id for o in opinions]),
            "import": self._ask_file,
            "chapters": self._chapters,
            "meeting": self._meeting,
            "vote": self._vote,
            "remove": self._remove,
        }
        if self._view is not None:
            forms[what]()

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(lambda _: self.acts.done.emit())
        dialog.open()

    def _add(self) -> None:
        beside: Opinion | None = self.current
        fields = [field for name in ASKED for field in self._fields if field.name == name]
        groups = self._view.groups if self._view else ()
        first = groups[0].id if groups else 0
        start = Opinion(
            group_id=beside.group_id if beside else first,
            part=beside.part if beside else self._first_part(),
            gist="",
        )

        def act(values: dict[str, Any]) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
            return add_opinion, (Opinion(**values),), {}

        dialog = RecordDialog(
            self.acts.acts,
            tr("Add an opinion"),
            tr("Add the opinion"),
            fields,
            act,
            record=start,
            wrong=_WRONG,
            parent=self,
        )
        dialog.saved.connect(lambda added: self.go_to_when_shown(added.id))
        self._open(dialog)

    def _first_part(self) -> Part:
        texts = self._view.discussed if self._view else ()
        return Part(texts[0].id) if texts else Part()

    def _merge(self, opinions: tuple[Opinion, ...]) -> None:
        self._open(MergeDialog(self.acts.acts, opinions, self))

    def _chapters(self) -> None:
        assert self._view is not None
        about = self.current.part.text_id if self.current else 0
        text_id = about or next((text.id for text in self._view.discussed), 0)
        self._open(ChaptersDialog(self.acts.acts, self._view, text_id, self))

    def _meeting(self) -> None:
        assert self._view is not None
        group_id = self.current.group_id if self.current else 0
        self._open(MeetingDialog(self.acts.acts, self._view, group_id, self))

    def _vote(self) -> None:
        assert self._view is not None
        dialog = VoteByPartDialog(self.acts.acts, self._view, self)
        dialog.saved.connect(self._on_motions)
        dialog.open()

    def _on_motions(self, added: tuple[Any, ...]) -> None:
        self.acts.said.emit(
            "holds", tr("{count} motions were added; they are on the desk of the motions.",
                        count=len(added)),
        )  # fmt: skip

    def _ask_file(self) -> None:
        title = tr("Choose the sheets of the groups")
        filters = ";;".join([tr("Lists (*.xlsx *.xls *.docx *.csv)"), tr("All files (*)")])
        self._messages.open_file(self, title, filters, self._on_file)

    def _on_file(self, path: Path) -> None:
        # The readers of workbooks come along: not before a file is chosen.
        from congress_desk.ui.desks.people.discussions.opinion_list_dialog import OpinionListDialog

        assert self._view is not None
        self._open(OpinionListDialog(self.acts.acts, self._view, path, 0, self))

    def _remove(self) -> None:
        opinion: Opinion | None = self.current
        if opinion is not None:
            self.acts.ask_remove(
                tr("Remove this opinion?"),
                tr("{gist}. The journal keeps what is removed.", gist=opinion.gist),
                tr("Remove the opinion"),
                remove_opinion,
                opinion.id,
            )
