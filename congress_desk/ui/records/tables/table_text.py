"""Tables as text for the clipboard: one line a row, tabs between cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def tsv(lines: Iterable[Sequence[str]]) -> str:
    """Return rows for pasting into a spreadsheet; a text that would be a formula gets a quote."""
    return "\n".join("\t".join(_cell(text) for text in line) for line in lines) + "\n"


def _cell(text: str) -> str:
    plain = " ".join(text.split())
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
