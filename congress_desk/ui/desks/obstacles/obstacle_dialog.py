"""The form of an obstacle: one thing must be typed, the rest is proposed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from congress_desk.actions.obstacles import PLACE_LIMIT, add_obstacle, edit_obstacle
from congress_desk.domain.obstacles import GRAVEST_FIRST, Gravity, Obstacle
from congress_desk.i18n import tr
from congress_desk.queries.obstacles import CaptureView
from congress_desk.ui.desks.obstacles.name_field import NameField
from congress_desk.ui.desks.obstacles.words import (
    GRAVITY_SIGNS,
    gravity_words,
    typed_since,
)
from congress_desk.ui.look import icons
from congress_desk.ui.records.field_widgets import Prose
from congress_desk.ui.records.form_dialog import FormDialog, choice
from congress_desk.ui.widgets.acts import Acts
from congress_desk.ui.widgets.inputs.date_input import moment_text

WHAT_HEIGHT, LONGEST_SINCE = 76, 40


class ObstacleDialog(FormDialog):
    """Notes an obstacle, or changes one; `saved` carries it.

    It opens before the file has answered: agenda items and names come with `show_view`.
    """

    def __init__(
        self,
        acts: Acts,
        obstacle: Obstacle | None,
        parent: QWidget | None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        title = tr("Change the obstacle") if obstacle else tr("Record an obstacle")
        submit = tr("Save the obstacle") if obstacle else tr("Record the obstacle")
        super().__init__(title, submit, parent, acts=acts)
        self._clock = clock
        self._obstacle = obstacle or Obstacle(what="", since=_minute(clock()))
        self.what = Prose(WHAT_HEIGHT)
        self.item, self.gravity = choice(), choice()
        self.where_in, self.since = QLineEdit(), QLineEdit()
        self.answerable, self.asked = NameField(), NameField()
        self.procedure = QCheckBox(tr("A question of procedure or rules"))
        self.wrong = {
            "obstacle_since_wrong": self.since,
            "obstacle_since_later": self.since,
            "obstacle_item_unknown": self.item,
            "": self.what,
        }
        self._add_fields()
        self._begin()
        self.what.entered.connect(self.submitted)
        self.submitted.connect(self._on_submitted)

    def show_view(self, view: CaptureView) -> None:
        """Offer the agenda and the names; of a new obstacle the item under way is proposed."""
        known = {item.id for item in view.items}
        for item in view.items:
            now = item.id == view.under_way
            words = tr("{content} (now)", content=item.content) if now else item.content
            self.item.addItem(words, item.id)
        wanted = self._obstacle.item_id if self._obstacle.id else view.under_way
        if wanted in known:
            self.item.setCurrentIndex(self.item.findData(wanted))
        self.answerable.offer(view.answerable)
        self.asked.offer(view.asked)

    def keep_item(self, content: str) -> None:
        """Keep an agenda item that was removed since as the place of the obstacle."""
        if self._obstacle.item_id and self.item.findData(self._obstacle.item_id) < 0:
            self.item.addItem(content, self._obstacle.item_id)
            self.item.setCurrentIndex(self.item.count() - 1)

    def _add_fields(self) -> None:
        self.what.setPlaceholderText(tr("such as: the returned ballots are more than those issued"))
        self.where_in.setMaxLength(PLACE_LIMIT)
        self.where_in.setPlaceholderText(tr("such as: table 2 of the counting board"))
        self.since.setMaxLength(LONGEST_SINCE)
        self.since.setToolTip(tr("such as 08:30, or 13/03/2026 08:30"))
        for title, field, name in (
            (tr("What the obstacle is"), self.what, "obstacleWhat"),
            (tr("At which item"), self.item, "obstacleItem"),
            (tr("Place in words"), self.where_in, "obstaclePlace"),
            (tr("Since when"), self.since, "obstacleSince"),
            (tr("Severity"), self.gravity, "obstacleGravity"),
            (tr("Who is responsible"), self.answerable, "obstacleAnswerable"),
            (tr("Whom we ask"), self.asked, "obstacleAsked"),
        ):
            self.add_field(title, field, name)
        self.add_field("", self.procedure, "obstacleProcedure")
        self.procedure.setAccessibleName(self.procedure.text())

    def _begin(self) -> None:
        """Show the obstacle as it is, or what goes without saying of a new one."""
        found = self._obstacle
        self.item.addItem(tr("no item of the programme"), 0)
        for gravity in reversed(GRAVEST_FIRST):
            sign = GRAVITY_SIGNS[gravity]
            self.gravity.addItem(icons.icon(sign.icon, sign.tone), gravity_words(gravity), gravity)
        self.gravity.setCurrentIndex(self.gravity.findText(gravity_words(found.gravity)))
        self.what.setPlainText(found.what)
        self.where_in.setText(found.where_in)
        self.since.setText(moment_text(found.since))
        self.answerable.setText(found.answerable)
        self.asked.setText(found.asked)
        self.procedure.setChecked(found.procedure)
        self.what.setFocus()

    def _on_submitted(self) -> None:
        since = typed_since(self.since.text(), self._clock())
        draft = replace(
            self._obstacle,
            what=self.what.toPlainText(),
            item_id=int(self.item.currentData() or 0),
            where_in=self.where_in.text(),
            since=self._since(since),
            gravity=Gravity(self.gravity.currentData()),
            answerable=self.answerable.text(),
            asked=self.asked.text(),
            procedure=self.procedure.isChecked(),
        )
        self.run(edit_obstacle if draft.id else add_obstacle, draft)

    def _since(self, typed: str | None) -> str:
        """Return what was typed; the time it had, to the second, when it was left as it was."""
        if self.since.text() == moment_text(self._obstacle.since):
            return self._obstacle.since
        return self.since.text() if typed is None else typed


def _minute(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(timespec="minutes")
