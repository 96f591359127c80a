"""VNI (Windows): a letter and, in the place after it, a sign for its accent."""

from __future__ import annotations

import re
from typing import Final

_TONED = {
    "a": ("aàảãáạ", "aø aû aõ aù aï"),
    "ă": ("ăằẳẵắặ", "aê aè aú aü aé aë"),
    "â": ("âầẩẫấậ", "aâ aà aå aã aá aä"),
    "e": ("eèẻẽéẹ", "eø eû eõ eù eï"),
    "ê": ("êềểễếệ", "eâ eà eå eã eá eä"),
    "o": ("oòỏõóọ", "oø oû oõ où oï"),
    "ô": ("ôồổỗốộ", "oâ oà oå oã oá oä"),
    "ơ": ("ơờởỡớợ", "ô ôø ôû ôõ ôù ôï"),
    "u": ("uùủũúụ", "uø uû uõ uù uï"),
    "ư": ("ưừửữứự", "ö öø öû öõ öù öï"),
    "y": ("yỳỷỹý", "yø yû yõ yù"),
}
_SINGLE = {"æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}


def _table() -> dict[str, str]:
    table = dict(_SINGLE)
    for letters, spelled in _TONED.values():
        signs = spelled.split()
        table.update(zip(signs, letters[-len(signs) :], strict=True))
    capitals = {sign.upper(): letter.upper() for sign, letter in table.items()}
    titled = {sign.capitalize(): letter.upper() for sign, letter in table.items()}
    return {**titled, **capitals, **table}


TABLE: Final = _table()
_SIGNS = re.compile("|".join(sorted(map(re.escape, TABLE), key=len, reverse=True)))


def from_vni(text: str) -> str:
    """Return a text typed in a VNI- font as Unicode; other signs stay as they are."""
    return _SIGNS.sub(lambda found: TABLE[found[0]], text)
