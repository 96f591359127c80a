"""What the calls that make a congress of the lists of another do."""

from __future__ import annotations

from pathlib import Path

from congress_desk.errors import Refusal
from congress_desk.new_congress import new_from_lists
from congress_desk.storage.safety.lock import user_name


def of_lists(source: Path, target: Path, *, rehearsal: bool) -> int | Refusal:
    """Make a closed congress file of the lists of another and print where it is."""
    made = new_from_lists(target, source, actor=user_name(), rehearsal=rehearsal)
    if isinstance(made, Refusal):
        return made
    print(target)
    return 0
