"""The columns of the list of operators."""

from __future__ import annotations

from typing import Any

from congress_desk.domain.operators.operator import Operator
from congress_desk.domain.text.name_order import name_key
from congress_desk.i18n import tr
from congress_desk.queries.operators import OperatorsView
from congress_desk.ui.parts.operators.pin_form import role_words
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.table_model import Sign


def operator_fields(view: OperatorsView) -> tuple[RecordField, ...]:
    """Return name, role and state of each operator."""
    now = view.now.id if view.now else 0
    waits = dict(view.waits)

    def state(operator: Operator) -> str:
        if not operator.is_active:
            return tr("out of use")
        if not operator.has_pin:
            return tr("chooses a new PIN when signing in")
        if operator.id in waits:
            return tr("wrong PINs: {count}, waits", count=operator.wrong_pins)
        return tr("signed in") if operator.id == now else ""

    def sign(operator: Operator) -> Sign | None:
        if operator.id == now:
            return Sign(icon="user-check", tone="holds")
        waiting = operator.is_active and (not operator.has_pin or operator.id in waits)
        return Sign(icon="triangle-alert", tone="look") if waiting else None

    def tone(operator: Operator) -> str:
        return "" if operator.is_active else "muted"

    return (
        _column("name", tr("Full name"), lambda o: o.name, tone, key=lambda o: name_key(o.name),
                long=True),
        _column("role", tr("Role"), role_words, tone, key=role_words),
        _column("state", tr("State"), state, tone, key=state, sign=sign),
    )  # fmt: skip


def _column(name: str, title: str, text: Any, tone: Any, **more: Any) -> RecordField:
    return RecordField(name=name, title=title, text=text, tone=tone, carded=False, **more)
