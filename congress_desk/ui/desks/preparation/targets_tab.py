"""The tab of targets (chỉ tiêu): last term, the superior's, the own, and what stands out."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from congress_desk.actions.preparation.indicators import (
    add_indicator,
    order_indicators,
    remove_indicator,
)
from congress_desk.actions.preparation.one_field import edit_indicator_field
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.indicator_checks import (
    IndicatorFlag,
    indicator_flags,
    number_in,
    units_differ,
)
from congress_desk.domain.text.name_order import title_key
from congress_desk.i18n import label, tr
from congress_desk.queries.preparation import PreparationView
from congress_desk.ui.desks.preparation.common_fields import (
    note_field,
    number_field,
    title_field,
)
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.record_acts import RecordActs
from congress_desk.ui.records.record_tab import RecordTab
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.screen_acts import Acts

_SIGNS = {
    IndicatorFlag.NO_ANSWER: Sign(icon="octagon-alert", tone="wrong"),
    IndicatorFlag.UNIT_DIFFERS: Sign(icon="triangle-alert", tone="look"),
    IndicatorFlag.SHORT: Sign(icon="info", tone="accent"),
}
_NUMBERS = ("last_result", "superior_target", "own_target")
# The unit of the superior is said in the card, and where it differs beside the target as well.
LEFT_OUT = {"superior_unit": 1100}


class TargetsTab(RecordTab):
    """The table of targets."""

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__(
            "targets",
            tr("Targets"),
            tr("Target, unit or number; no accents needed"),
            ("add", "up", "down", "remove"),
            left_out=LEFT_OUT,
        )
        edit, order = edit_indicator_field, order_indicators
        self.acts = RecordActs(self, acts, messages, edit=edit, order=order)
        self._fields: tuple[RecordField, ...] = ()
        self.wanted.connect(self._on_wanted)

    def show_view(self, view: PreparationView) -> None:
        """Show the targets of the file."""
        self._fields = target_fields(view)
        self.acts.show_fields(self._fields)
        self.show_records(self._fields, view.indicators)
        self.show_lists(target_lists())

    def _on_wanted(self, what: str, targets: tuple[Indicator, ...]) -> None:
        forms: dict[str, Callable[[], None]] = {
            "add": self._add,
            "up": lambda: self.acts.move(-1),
            "down": lambda: self.acts.move(1),
            "remove": lambda: self._remove(self.current),
        }
        forms[what]()

    def _add(self) -> None:
        self.acts.ask_new(tr("Add a target"), tr("Add the target"), add_indicator, Indicator)

    def _remove(self, target: Indicator) -> None:
        self.acts.ask_remove(
            tr("Remove this target?"),
            tr("{title}. The journal keeps what is removed.", title=target.name),
            tr("Remove the target"),
            remove_indicator,
            target.id,
        )


def target_fields(view: PreparationView) -> tuple[RecordField, ...]:
    """Return the fields of targets."""
    pairs = ((each.unit, each.superior_unit) for each in view.indicators)
    units = tuple(dict.fromkeys(unit for pair in pairs for unit in pair if unit))
    return (
        number_field(view.indicators),
        title_field("name", tr("Target")),
        _text("unit", tr("Unit of measure"), suggestions=units),
        _text("last_result", tr("Before")),
        _text("superior_target", tr("Superior")),
        _text("superior_unit", tr("Its unit"), suggestions=units),
        _text("own_target", tr("Own")),
        RecordField(
            name="flag",
            title=tr("Notable"),
            text=flag_text,
            key=lambda x: tuple(map(list(IndicatorFlag).index, indicator_flags(x))) or (9,),
            carded=False,
            sign=_flag_sign,
            tone=_flag_tone,
        ),
        note_field(),
    )


def target_lists() -> dict[str, Callable[[Indicator], bool]]:
    """Return the parts of the table that can be shown alone, by their words."""
    lists: dict[str, Callable[[Indicator], bool]] = {
        tr("All targets"): lambda x: True,
        tr("Notable"): lambda x: bool(indicator_flags(x)),
    }
    for flag in IndicatorFlag:
        words = label("indicator_flag", flag.value)
        lists[words] = partial(_has, flag)
    return lists


def flag_text(indicator: Indicator) -> str:
    """Return what stands out in a target."""
    return " · ".join(label("indicator_flag", flag.value) for flag in indicator_flags(indicator))


def _other_unit(indicator: Indicator) -> str:
    return indicator.superior_unit if units_differ(indicator) else ""


def _flag_sign(indicator: Indicator) -> Sign | None:
    return next((_SIGNS[flag] for flag in indicator_flags(indicator)), None)


def _flag_tone(indicator: Indicator) -> str:
    sign = _flag_sign(indicator)
    return sign.tone if sign else ""


def _text(name: str, title: str, suggestions: tuple[str, ...] = ()) -> RecordField:
    def key(indicator: Indicator) -> tuple[bool, Fraction, object]:
        number = number_in(getattr(indicator, name)) if name in _NUMBERS else None
        return number is None, number or Fraction(0), title_key(getattr(indicator, name))

    return RecordField(
        name=name,
        title=title,
        text=lambda x: str(getattr(x, name)),
        key=key,
        suggestions=suggestions,
        number=name in _NUMBERS,
        asked=True,
        half=name != "own_target",
        remark=_other_unit if name == "superior_target" else lambda x: "",
    )


def _has(flag: IndicatorFlag, target: Indicator) -> bool:
    return flag in indicator_flags(target)
