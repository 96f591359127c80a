"""How each holder or proxy voted on a motion, entered one after the other; the shares add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from congress_desk.actions.motions import change_vote, record_vote
from congress_desk.domain.motions import Cast, Motion, MotionState, ShareVote, hands_of
from congress_desk.domain.rules.rule_set import MotionBase
from congress_desk.i18n import grouped, label, tr
from congress_desk.ui.desks.motions.words import check_words
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.screen_acts import Acts
from congress_desk.ui.widgets.state_row import StateRow

WIDTH, TABLE_HEIGHT, LONGEST_NAME = 640, 260, 200
_CASTS = (Cast.IN_FAVOUR, Cast.AGAINST, Cast.OTHER, Cast.NONE)
_TONES = {Cast.AGAINST: "wrong", Cast.OTHER: "look", Cast.NONE: "muted"}


class HoldersDialog(FormDialog):
    """Records a vote holder by holder, or corrects one; each stands in the table once.

    The chosen lines vote as a button says; Enter lets the current one vote otherwise.
    """

    def __init__(self, acts: Acts, motion: Motion, announced_by: str, parent: QWidget) -> None:
        corrects = motion.state is MotionState.VOTED
        submit = tr("Save the correction") if corrects else tr("Record the result")
        super().__init__(tr("Votes by holder"), submit, parent, acts=acts)
        self.be_wide(WIDTH)
        self._motion, self._votes = motion, motion.share_votes
        self.tell(motion.matter, "strong")
        self.tell(tr("Choose lines and say how they voted; Enter changes the line it stands on."))
        self.table = DataTable(
            "holdersTable", tr("Votes by holder"), RecordTableModel(_columns(), self), long=(0,)
        )
        self.table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self.form.addRow(self.table)
        self.form.addRow(button_row(*self._buttons(), None))
        self.sums, self.check = StateRow(), StateRow()
        self.form.addRow(self.sums)
        self.form.addRow(self.check)
        said = motion.announced_by if corrects else announced_by
        self.announced = self.add_line(
            tr("Announced by"), "holdersAnnounced", said, longest=LONGEST_NAME
        )
        self.reason: QLineEdit | None = None
        if corrects:
            self.reason = self.add_line(tr("Why the numbers are corrected"), "holdersReason")
            self.wrong = {"reason_missing": self.reason}
        self.table.chosen.connect(self._on_next)
        self.submitted.connect(self._on_submitted)
        self._show()
        self.table.setFocus()
        self.table.select_row(0)

    def _buttons(self) -> Iterable[QWidget]:
        for cast in _CASTS:
            go: Callable[[], None] = partial(self._on_cast, cast)
            yield make_button(cast_words(cast), go, name=f"cast_{cast.value or 'none'}")
        rest = tr("All the others in favour")
        yield make_button(rest, self._on_rest, name="castRest", role="link")

    def _on_cast(self, cast: Cast) -> None:
        """Let the chosen lines vote so."""
        chosen = {vote.person_id for vote in self.table.selected}
        self._cast(lambda vote: cast if vote.person_id in chosen else vote.cast)

    def _on_next(self, chosen: ShareVote) -> None:
        later = _CASTS[(_CASTS.index(chosen.cast) + 1) % len(_CASTS)]
        self._cast(lambda vote: later if vote.person_id == chosen.person_id else vote.cast)

    def _on_rest(self) -> None:
        """Count everybody who did not vote yet as in favour."""
        self._cast(lambda vote: vote.cast or Cast.IN_FAVOUR)

    def _cast(self, cast_of: Callable[[ShareVote], Cast]) -> None:
        self._votes = tuple(replace(vote, cast=cast_of(vote)) for vote in self._votes)
        self._show()

    def _show(self) -> None:
        self.table.show_records(self._votes, same=lambda a, b: a.person_id == b.person_id)
        hands = hands_of(self._votes)
        self.sums.show_state(
            "muted",
            tr(
                "In favour {in_favour} · against {against} · no opinion {other}",
                in_favour=grouped(hands.in_favour),
                against=grouped(hands.against),
                other=grouped(hands.other),
            ),
        )
        self.check.show_state(*check_words(hands, self._motion.present or 0, self._of))

    @property
    def _of(self) -> MotionBase:
        assert self._motion.majority is not None
        return self._motion.majority.of

    def _on_submitted(self) -> None:
        named: dict[str, Any] = {
            "casts": {vote.person_id: vote.cast for vote in self._votes},
            "announced_by": self.announced.text(),
        }
        hands = hands_of(self._votes)
        if self.reason is None:
            self.run(record_vote, self._motion.id, hands, **named)
        else:
            self.run(change_vote, self._motion.id, hands, reason=self.reason.text(), **named)


def cast_words(cast: Cast) -> str:
    """Return how somebody voted."""
    return label("cast", cast.value or "none")


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Holder or proxy"), text=lambda vote: vote.name),
        TableColumn(title=tr("Shares"), text=lambda vote: grouped(vote.shares), number=True),
        TableColumn(
            title=tr("Vote"),
            text=lambda vote: cast_words(vote.cast),
            tone=lambda vote: _TONES.get(vote.cast, ""),
        ),
    )
