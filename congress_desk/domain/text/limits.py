"""How long texts may be, in letters: a name, a line, several lines."""

from __future__ import annotations

from typing import Final

NAME_LIMIT: Final = 200
TEXT_LIMIT: Final = 500
LONG_TEXT_LIMIT: Final = 2000
