"""What the columns of a list were taken for, remembered for the next list with the same header."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from congress_desk.domain.people.register_layout import COLUMNS
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Refusal, refuse
from congress_desk.imports.register.header import RegisterTable

_LETTERS = 24


def setting_key(table: RegisterTable) -> str:
    """Return under what name a congress keeps the mapping of this header."""
    return f"import:{mapping_key(table)}"


def mapping_key(table: RegisterTable) -> str:
    """Return a fingerprint of the titles and their columns: the same for a list made anew."""
    titles = "\n".join(f"{column} {fold(table.titles[column])}" for column in sorted(table.titles))
    return hashlib.sha256(titles.encode()).hexdigest()[:_LETTERS]


def mapping_text(mapping: Mapping[int, str]) -> str:
    """Return a mapping as the text that is kept: {"2": "name", …}, "" for a column not used."""
    return json.dumps({str(column): mapping[column] for column in sorted(mapping)})


def mapping_of(text: str) -> Mapping[int, str] | Refusal:
    """Return the mapping that a text keeps; refused when it is none of ours."""
    try:
        kept = json.loads(text)
        mapping = {int(column): str(key) for column, key in kept.items()}
    except (ValueError, AttributeError, RecursionError):
        return refuse("register_mapping_unreadable")
    if any(key and key not in COLUMNS for key in mapping.values()):
        return refuse("register_mapping_unreadable")
    return mapping


def remembered(table: RegisterTable, text: str) -> RegisterTable:
    """Return the table as it was mapped before, as far as `text` tells ("" nothing)."""
    mapping = mapping_of(text) if text else None
    return table if mapping is None or isinstance(mapping, Refusal) else table.corrected(mapping)
