"""Fields of numbers on the forms of this desk: one number, and a vote by hands or shares."""

from __future__ import annotations

from congress_desk.domain.elections.shares.shares import SHARE_DIGITS
from congress_desk.domain.motions import Hall, Hands
from congress_desk.domain.rules.rule_set import MotionBase
from congress_desk.i18n import grouped, tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.number_field import DIGITS, NumberField

_WIDTH = 140


class VoteLines:
    """Adds them to a form; what votes is typed only where the register does not tell it."""

    def __init__(self, form: FormDialog, hall: Hall, of: MotionBase) -> None:
        self._form, self._by_shares = form, of.by_shares
        self.base: NumberField | None = None
        self.present: NumberField | None = None
        if hall.base < 1 or not hall.present:
            every = tr("All shares with a vote") if of.by_shares else tr("Base (D)")
            there = tr("Shares present") if of.by_shares else tr("Present")
            self.base = self._line(every, "voteBase")
            self.present = self._line(there, "votePresent")
        else:
            form.tell(_hall_words(hall, by_shares=of.by_shares))
        self.in_favour = self._line(tr("In favour"), "voteFor")
        self.against = self._line(tr("Against"), "voteAgainst")
        other = tr("No opinion") if of.by_shares else tr("Other opinion")
        self.other = self._line(other, "voteOther")

    @property
    def hands(self) -> Hands:
        """Return what was counted; an empty field is nobody."""
        return Hands(
            in_favour=self.in_favour.value() or 0,
            against=self.against.value() or 0,
            other=self.other.value() or 0,
        )

    @property
    def by_hand(self) -> tuple[int, int] | None:
        """Return D and who is present as typed, None where the register tells them."""
        if self.base is None or self.present is None:
            return None
        return self.base.value() or 0, self.present.value() or 0

    def complete(self) -> bool:
        """Say whether those in favour are typed; go there where not."""
        if self.in_favour.value() is not None:
            return True
        self._form.refuse_words(tr("Type how many are in favour"), self.in_favour)
        return False

    def set_disabled(self, disabled: bool) -> None:
        """Let the fields be typed into, or not."""
        for field in (self.base, self.present, self.in_favour, self.against, self.other):
            if field is not None:
                field.setDisabled(disabled)

    def _line(self, title: str, name: str) -> NumberField:
        digits = SHARE_DIGITS if self._by_shares else DIGITS
        return number_line(self._form, title, name, digits=digits)


def _hall_words(hall: Hall, *, by_shares: bool) -> str:
    if by_shares:
        present, every = grouped(hall.present), grouped(hall.convened)
        return tr("{present} of {total} shares are present", present=present, total=every)
    return tr("{present} present, D = {base}", present=hall.present, base=hall.base)


def number_line(
    form: FormDialog, title: str, name: str, value: int | None = None, *, digits: int = DIGITS
) -> NumberField:
    """Add a field for a number of so many digits to a form; empty is "not known"."""
    field = NumberField(digits=digits)
    theme.set_property(field, "compact", False)
    field.setFixedWidth(theme.px(_WIDTH))
    field.show_saved(value)
    form.add_field(title, field, name)
    return field
