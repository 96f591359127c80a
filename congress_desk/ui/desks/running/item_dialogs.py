"""Small forms on items of the running programme: skip, insert, correct the actual times."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtWidgets import QWidget

from congress_desk.actions.agenda.rows import MOST_MINUTES
from congress_desk.actions.running.items import insert_item_now, set_item_times, skip_item
from congress_desk.domain.running.clock import TrackItem
from congress_desk.i18n import tr
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts

USUAL_MINUTES = 10
LONGEST = 500


def skip_dialog(acts: Acts, found: TrackItem, parent: QWidget | None) -> FormDialog:
    """Return the form that leaves an item out, with a reason."""
    return ReasonDialog(
        acts,
        tr("Skip this item?"),
        tr("“{content}” stays in the programme as skipped.", content=found.item.content),
        tr("Skip it"),
        skip_item,
        found.item.id,
        parent=parent,
    )


def insert_dialog(acts: Acts, place: str, parent: QWidget | None) -> FormDialog:
    """Return the form that puts a new item after the one that is held; `place` says where."""
    form = FormDialog(tr("Insert an item now"), tr("Insert"), parent, acts=acts)
    form.tell(place)
    minutes = WholeNumber()
    minutes.setRange(0, MOST_MINUTES)
    minutes.setValue(USUAL_MINUTES)
    content = form.add_line(tr("Content"), "insertContent", longest=LONGEST)
    form.add_field(tr("Minutes"), minutes, "insertMinutes")
    executor = form.add_line(tr("Carried out by"), "insertExecutor", longest=LONGEST)
    form.submitted.connect(
        lambda: form.run(insert_item_now, content.text(), minutes.value(), executor=executor.text())
    )
    return form


def times_dialog(acts: Acts, found: TrackItem, parent: QWidget | None) -> FormDialog:
    """Return the form that puts right when an item really began and ended."""
    form = FormDialog(tr("Correct the actual times"), tr("Save"), parent, acts=acts)
    form.tell(found.item.content)
    begun = form.add_line(tr("Began at"), "timesBegan", _typed(found.started))
    ended = form.add_line(tr("Ended at"), "timesEnded", _typed(found.finished))
    form.form.setRowVisible(ended, found.finished is not None)

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
