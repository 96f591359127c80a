"""TCVN3 (ABC), the letters of .Vn fonts: each stands on a sign of Latin-1."""

from __future__ import annotations

from typing import Final

_LETTERS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
TABLE: Final = {
    first + step: letter for first, run in _LETTERS.items() for step, letter in enumerate(run)
}


def from_tcvn3(text: str) -> str:
    """Return a text typed in a .Vn font as Unicode; other signs stay as they are."""
    return text.translate(TABLE)
