"""A field for one number on a form of this desk."""

from __future__ import annotations

from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.number_field import DIGITS, NumberField

_WIDTH = 140


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
