"""Small forms on items of the running programme: skip, insert, correct the actual times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QWidget

from congress_desk.actions.agenda.rows import MOST_MINUTES
from congress_desk.actions.running.items import insert_item_now, set_item_times, skip_item
from congress_desk.domain.running.clock import TrackItem
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts

USUAL_MINUTES = 10
LONGEST = 500


class ItemDialog(FormDialog):
    """A form that does one act and closes; `saved` gets what the act returned."""

    def __init__(
        self,
        acts: Acts,
        title: str,
        submit: str,
        saved: Callable[[Any], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, submit, tr("Cancel"), parent)
        self._acts, self._saved = acts, saved
        acts.busy_changed.connect(self.submit.setDisabled)

    def tell(self, words: str) -> None:
        """Say over the fields what will happen."""
        said = QLabel(words)
        said.setWordWrap(True)
        self.form.addRow(said)

    def run(self, action: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        """Do the act; a refusal is said under the fields."""
        self._acts.run(action, *args, done=self._on_done, **kwargs)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value)
            return
        self._saved(value)
        self.accept()


def skip_dialog(
    acts: Acts, found: TrackItem, saved: Callable[[Any], None], parent: QWidget | None
) -> ItemDialog:
    """Return the form that leaves an item out, with a reason."""
    form = ItemDialog(acts, tr("Skip this item?"), tr("Skip it"), saved, parent)
    form.tell(tr("“{content}” stays in the programme as skipped.", content=found.item.content))
    reason = QLineEdit()
    reason.setMaxLength(LONGEST)
    form.add_field(tr("Reason"), reason, "skipReason")
    form.submitted.connect(lambda: form.run(skip_item, found.item.id, reason=reason.text()))
    return form


def insert_dialog(
    acts: Acts, place: str, saved: Callable[[Any], None], parent: QWidget | None
) -> ItemDialog:
    """Return the form that puts a new item after the one that is held; `place` says where."""
    form = ItemDialog(acts, tr("Insert an item now"), tr("Insert"), saved, parent)
    form.tell(place)
    content, executor, minutes = QLineEdit(), QLineEdit(), QSpinBox()
    content.setMaxLength(LONGEST)
    executor.setMaxLength(LONGEST)
    minutes.setRange(0, MOST_MINUTES)
    minutes.setValue(USUAL_MINUTES)
    form.add_field(tr("Content"), content, "insertContent")
    form.add_field(tr("Minutes"), minutes, "insertMinutes")
    form.add_field(tr("Executed by"), executor, "insertExecutor")
    form.submitted.connect(
        lambda: form.run(insert_item_now, content.text(), minutes.value(), executor=executor.text())
    )
    return form


def times_dialog(
    acts: Acts, found: TrackItem, saved: Callable[[Any], None], parent: QWidget | None
) -> ItemDialog:
    """Return the form that puts right when an item really began and ended."""
    form = ItemDialog(acts, tr("Correct the actual times"), tr("Save"), saved, parent)
    form.tell(found.item.content)
    begun, ended = QLineEdit(_typed(found.started)), QLineEdit(_typed(found.finished))
    form.add_field(tr("Began at"), begun, "timesBegan")
    if found.finished:
        form.add_field(tr("Ended at"), ended, "timesEnded")

    def submit() -> None:
        first = _moment(begun.text(), found.started)
        last = _moment(ended.text(), found.finished, after=first) if found.finished else ""
        form.run(set_item_times, found.item.id, started=first, finished=last)

    form.submitted.connect(submit)
    return form


def _typed(at: datetime | None) -> str:
    return f"{at:%H:%M}" if at else ""


def _moment(typed: str, before: datetime | None, after: str = "") -> str:
    """Return a typed hour as ISO on the day it had, seconds kept when it is the same minute.

    What would end before it began is on the day after.
    """
    if before is None:
        return ""
    if typed.strip() == _typed(before):
        return before.isoformat()
    try:
        at = datetime.combine(before.date(), time.fromisoformat(typed.strip().zfill(5)))
    except ValueError:
        return "?"
    if after and after != "?":
        begun = datetime.fromisoformat(after)
        at = datetime.combine(begun.date(), at.time())
        at += timedelta(days=1) if at < begun - timedelta(hours=12) else timedelta(0)
    return at.isoformat()
