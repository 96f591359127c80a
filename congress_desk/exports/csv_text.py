"""Texts in CSV files that a spreadsheet opens without taking them for formulas."""

from __future__ import annotations

# The wide signs of East Asian keyboards are taken for the narrow ones; a quote that stands there
# itself gets one too, so that whoever takes one away has the text again.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
_QUOTED = (*FORMULA, "'")


def csv_text(value: str) -> str:
    """Return a text that a spreadsheet does not take for a formula."""
    return f"'{value}" if value.startswith(_QUOTED) else value
