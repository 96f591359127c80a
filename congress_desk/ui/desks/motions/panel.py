"""Beside the list: one motion, its frozen numbers, the hands typed, and its result."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from congress_desk.domain.congress import Congress
from congress_desk.domain.motions import (
    Hall,
    Hands,
    Motion,
    MotionMajority,
    MotionState,
    counted_base,
    hall_by_hand,
    majority_asked,
    votes_of_matter,
)
from congress_desk.domain.rules.rule_set import VotesBy
from congress_desk.i18n import label, tr
from congress_desk.keys.names import use_name
from congress_desk.queries.motions import MotionsView
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.motions.sentences import minutes_sentence, spoken_sentence
from congress_desk.ui.desks.motions.base_by_hand import ByHand
from congress_desk.ui.desks.motions.hands_form import NOTHING, HandsForm, Typed
from congress_desk.ui.desks.motions.past_votes import PastVotes
from congress_desk.ui.desks.motions.verdict import Verdict
from congress_desk.ui.desks.motions.vote_numbers import Facts
from congress_desk.ui.desks.motions.words import (
    MotionRow,
    check_words,
    moved_words,
    needed_words,
    quorum_words,
    result_words,
    row_sign,
    row_words,
)
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.fitted_scroll import FittedScroll
from congress_desk.ui.widgets.layout.layouts import column_in, row_in, row_of
from congress_desk.ui.widgets.layout.pages import column
from congress_desk.ui.widgets.soft_wrap import breakable
from congress_desk.ui.widgets.state_row import StateRow

NAME_LIMIT = 200


class MotionPanel(QWidget):
    """`begin_wanted` and `record_wanted` are the primary button; `refreeze_wanted` the other one.

    Numbers typed and not recorded are kept by motion until they are.
    """

    begin_wanted = Signal()
    record_wanted = Signal()
    refreeze_wanted = Signal()
    names_wanted = Signal()
    holders_wanted = Signal()
    vote_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._view: MotionsView | None = None
        self._row: MotionRow | None = None
        self._typed: dict[int, Typed] = {}
        self.kind, self.state = theme.caption(), theme.pill()
        self.matter = theme.section()
        self.matter.setObjectName("motionMatter")
        self.matter.setWordWrap(True)
        self.facts, self.by_hand = Facts(), ByHand()
        self.quorum, self.moved, self.check = StateRow(), StateRow(), StateRow()
        self.form, self.verdict, self.past = HandsForm(), Verdict(), PastVotes()
        self.all_in_favour = make_button(
            tr("All in favour (+)"),
            self.form.fill_rest,
            name="motionAll",
            role="link",
            tip=tr("Counts everybody who is neither against nor of another opinion as in favour"),
        )
        self.holders = make_button(
            tr("By holder…"),
            self.holders_wanted.emit,
            name="motionHolders",
            role="link",
            tip=tr("Enter how each holder or proxy voted; the shares are added up"),
        )
        self.names = make_button(
            tr("Who was present…"),
            self.names_wanted.emit,
            name="motionNames",
            role="link",
            tip=tr("The names frozen for this vote"),
        )
        self.refreeze = make_button(
            tr("Update presence"),
            self.refreeze_wanted.emit,
            name="motionRefreeze",
            tip=tr("{words} ({key})", words=tr("Update presence"), key=use_name("renew")),
        )
        self._announcer = QLineEdit()
        self._announcer.setMaxLength(NAME_LIMIT)
        self.announced_by = ChoiceBox()
        self.announced_by.setEditable(True)
        self.announced_by.setLineEdit(self._announcer)
        self.announced_by.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.announced_by.setObjectName("motionAnnouncedBy")
        self.announced_by.setAccessibleName(tr("Announced by"))
        self.primary = make_button("", self._on_primary, name="motionPrimary", role="primary")
        self._announced = QWidget()
        self._connect()
        self._lay_out()

    @property
    def motion(self) -> Motion | None:
        """Return the motion shown."""
        return self._row.motion if self._row else None

    @property
    def hands(self) -> Hands | None:
        """Return the hands typed, None before those in favour are."""
        return self.form.hands

    @property
    def unsaved(self) -> bool:
        """Say whether numbers were typed that are not in the file."""
        return any(typed != NOTHING for typed in self._typed.values())

    def show_row(self, view: MotionsView, row: MotionRow) -> None:
        """Show a motion; what is being typed for it stays."""
        other = self.motion is None or self.motion.id != row.motion.id
        self._view, self._row = view, row
        waiting = {m.id for m in view.motions if m.state is MotionState.OPEN}
        self._typed = {found: typed for found, typed in self._typed.items() if found in waiting}
        known = view.hall.base > 0 and view.hall.present > 0
        if other:
            self.by_hand.show_open(not known and not row.motion.begun)
            self.announced_by.clear()
        self._show_announcers(view)
        self._show_head(row)
        by_shares = self._majority(row.motion).of.by_shares
        self.form.count_shares(by_shares)
        self.by_hand.count_shares(by_shares)
        self.past.show_motion(row.motion, votes_of_matter(view.motions, row.motion))
        self._show_parts()

    def forget_typed(self) -> None:
        """Let go of the numbers typed for the motion shown: they are in the file."""
        if self.motion is not None:
            self._typed.pop(self.motion.id, None)

    def take_keyboard(self) -> None:
        """Go to what this motion waits for."""
        motion = self.motion
        if motion is None or motion.state is not MotionState.OPEN:
            return
        if motion.begun:
            self.form.take_keyboard()
        elif self.by_hand.is_open:
            self.by_hand.fields.fields["base"].setFocus()
        else:
            self.primary.setFocus()

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.form.finished.connect(lambda: self.primary.setFocus(Qt.FocusReason.TabFocusReason))
        self.by_hand.edited.connect(self._show_parts)
        self.by_hand.finished.connect(lambda: self.primary.setFocus())
        self.past.wanted.connect(self.vote_wanted)
        self._announcer.returnPressed.connect(lambda: self.primary.setFocus())

    def _show_head(self, row: MotionRow) -> None:
        kind = label("motion_kind", row.motion.kind.value)
        self.kind.setText(tr("No. {number} · {kind}", number=row.number, kind=kind))
        self.state.setText(row_words(row))
        theme.set_tone(self.state, row_sign(row).tone)
        self.matter.setText(breakable(row.motion.matter))

    def _show_announcers(self, view: MotionsView) -> None:
        """Offer who may announce the vote; a name that was chosen or typed stays."""
        before = [m.announced_by for m in view.motions if m.announced_by]
        names = list(dict.fromkeys([*before[-1:], *view.announcers]))
        if [self.announced_by.itemText(i) for i in range(self.announced_by.count())] == names:
            return
        offered = self.announced_by.count() > 0
        chosen = self.announced_by.currentText()
        self.announced_by.clear()
        self.announced_by.addItems(names)
        if offered and chosen:
            self.announced_by.setCurrentText(chosen)
        else:
            self.announced_by.setCurrentIndex(0 if names else -1)

    def _hall(self, motion: Motion) -> Hall:
        """Return who could vote: frozen, typed by hand, or as it is now."""
        assert self._view is not None
        now, typed = self._view.hall, self.by_hand.numbers
        if motion.begun:
            base, present = motion.base or 0, motion.present or 0
            convened = now.convened if motion.roll_id else base
            return Hall(base=base, present=present, convened=convened)
        return now if typed is None else hall_by_hand(*typed, self._majority(motion).of)

    def _majority(self, motion: Motion) -> MotionMajority:
        """Return what carries the motion: frozen, or what the rules ask now."""
        assert self._view is not None
        asked = majority_asked(self._view.congress.rules, special=motion.special)
        return motion.majority or asked

    def _show_parts(self) -> None:
        if self._row is None or self._view is None:
            return
        motion = self._row.motion
        hall = self._hall(motion)
        is_open = motion.state is MotionState.OPEN
        counting = is_open and motion.begun
        self.facts.show_numbers(hall.base, hall.present, self._majority(motion))
        self.names.setVisible(motion.roll_id > 0)
        self.by_hand.setVisible(is_open and not motion.begun)
        self._show_warnings(motion, hall, is_open=is_open)
        for part in (self.form, self.check, self.all_in_favour, self._announced):
            part.setVisible(counting)
        self.holders.setVisible(counting and bool(motion.share_votes))
        self.form.show_typed(self._typed.get(motion.id, NOTHING), hall.present)
        self.primary.setVisible(is_open)
        self.primary.setText(tr("Record the result") if motion.begun else tr("Begin the vote"))
        self._show_result(self._view.congress, motion, hall)

    def _show_warnings(self, motion: Motion, hall: Hall, *, is_open: bool) -> None:
        """Warn of too few present, and of a hall that changed; of nothing after the vote."""
        assert self._view is not None
        rules, by_shares = self._view.congress.rules, self._majority(motion).of.by_shares
        few = ""
        # Where shares vote, heads make no quorum.
        if is_open and hall.base and by_shares == (rules.votes is VotesBy.SHARES):
            few = quorum_words(hall.present, hall.convened, rules.quorum, by_shares=by_shares)
        self.quorum.setVisible(bool(few))
        self.quorum.show_state("look", few)
        counting = is_open and motion.begun
        moved = moved_words(motion, self._view.hall) if counting else ""
        self.moved.setVisible(bool(moved))
        self.moved.show_state("look", moved)
        self.refreeze.setVisible(bool(moved))

    def _show_result(self, congress: Congress, motion: Motion, hall: Hall) -> None:
        hands = motion.hands if motion.state is not MotionState.OPEN else self.hands
        wrong, of = False, self._majority(motion).of
        if motion.state is MotionState.OPEN and motion.begun:
            tone, words = "muted", _first_words(of.by_shares)
            if hands:
                tone, words = check_words(hands, hall.present, of)
            wrong = tone == "wrong"
            self.check.show_state(tone, words)
        self.form.mark_wrong(wrong)
        self.primary.setEnabled(not motion.begun or (hands is not None and not wrong))
        shown = hands is not None and hall.base > 0 and motion.state is not MotionState.CANCELLED
        self.verdict.setVisible(shown and not wrong)
        if shown and hands is not None and not wrong:
            self._show_verdict(congress, motion, hands, counted_base(hands, hall.base, of))

    def _show_verdict(self, congress: Congress, motion: Motion, hands: Hands, base: int) -> None:
        majority = self._majority(motion)
        words, sign = result_words(hands, majority.threshold.needed(base))
        self.verdict.show_result(words, sign, needed_words(hands, base, majority, congress.rules))
        wording = congress_wording(congress)
        self.verdict.show_sentences(
            spoken_sentence(motion, congress.rules, wording),
            minutes_sentence(motion, congress.rules, wording),
        )

    def _on_edited(self) -> None:
        if self.motion is not None:
            self._typed[self.motion.id] = self.form.typed
            self._show_parts()

    def _on_primary(self) -> None:
        if self.motion is None:
            return
        if self.motion.begun:
            self.record_wanted.emit()
        else:
            self.begin_wanted.emit()

    def _lay_out(self) -> None:
        head = row_of((self.kind, 1), self.state, spacing=None)
        caption = QLabel(tr("Announced by"))
        caption.setBuddy(self.announced_by)
        row_in(self._announced, caption, (self.announced_by, 1), spacing=12)
        links = button_row(self.names, self.holders, None, self.refreeze)
        content = column(
            head, self.matter, self.facts, links,
            self.by_hand, self.quorum, self.moved, self.form, self.check, self._announced,
            self.verdict, self.past,
        )  # fmt: skip
        content.setContentsMargins(0, 0, theme.px(12), 0)
        foot = button_row(self.all_in_favour, None, self.primary)
        column_in(self, FittedScroll(content), foot, None)


def _first_words(by_shares: bool) -> str:
    if by_shares:
        return tr("Type the shares in favour; Enter goes on to the next number")
    return tr("Type the hands in favour; Enter goes on to the next number")
