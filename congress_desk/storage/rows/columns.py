"""Fields of a record on their way into a row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.journal.lines import Row


def text_columns(record: Any, names: Iterable[str]) -> Row:
    """Return these fields as columns; every text in NFC on one line."""
    values = {name: getattr(record, name) for name in names}
    return {n: clean_text(v) if isinstance(v, str) else v for n, v in values.items()}
