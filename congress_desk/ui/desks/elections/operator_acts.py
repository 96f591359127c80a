"""Acts on passes are done by an operator; the screens run acts with an actor."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from congress_desk.storage.congress_file import CongressFile


def by_operator(action: Callable[..., Any]) -> Callable[..., Any]:
    """Return an action that gets its operator as the screens name it."""

    @wraps(action)
    def run(file: CongressFile, *args: Any, actor: str, **kwargs: Any) -> Any:
        return action(file, *args, operator=actor, **kwargs)

    return run
