"""What keys are called in the user's language: "Ctrl+F hoặc /", "Phím cách"."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.i18n import tr
from congress_desk.keys.uses import keys_of

_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def key_name(key: str) -> str:
    """Return what one key is called, such as "Alt+↑" or "Mũi tên lên"."""
    *held, last = _parts(key)
    if held:
        return "+".join((*held, _ARROWS.get(last) or _plain_name(last)))
    return _plain_name(last)


def keys_name(keys: Sequence[str]) -> str:
    """Return what several keys for one thing are called, "" of none."""
    names = [key_name(key) for key in keys]
    if len(names) < 2:
        return "".join(names)
    return tr("{keys} or {last}", keys=", ".join(names[:-1]), last=names[-1])


def use_name(use: str) -> str:
    """Return what the first key of a use is called: for sentences that name it."""
    return key_name(keys_of(use)[0])


def caps(key: str) -> tuple[str, ...]:
    """Return the keys that are pressed together, each as it is drawn."""
    return tuple(_ARROWS.get(part) or _plain_name(part) for part in _parts(key))


def _plain_name(key: str) -> str:
    names = {
        "Space": tr("Space bar"),
        "Up": tr("Arrow up"),
        "Down": tr("Arrow down"),
        "Left": tr("Arrow left"),
        "Right": tr("Arrow right"),
    }
    return names.get(key, key)


def _parts(key: str) -> list[str]:
    """Return "Ctrl" and "+" of "Ctrl++"."""
    head, plus, last = key.rpartition("+")
    if not last:
        head, last = key[:-2], "+"
    return [*head.split("+"), last] if plus and head else [last]
