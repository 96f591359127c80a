"""What the styles of a workbook say of its cells: fonts, and how much of a value is shown.

Only numbers, fonts and formats are read; of colours, fills and borders nothing is built, so that
a style which Excel forgives keeps nobody from the values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from congress_desk.imports.workbook.font_scripts import script_of_font
from congress_desk.imports.workbook.package import Attributes, parse
from congress_desk.imports.workbook.sheets import Looks

_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_MONTH, _YEAR = len("1975-06"), len("1975")
_MONTH_FIRST = re.compile(r"^[^dy]*m[^dy]*d", re.IGNORECASE)
_CODE = re.compile(r'((?:"[^"]*"|\\.|[-\s/.()])*)(0+)((?:"[^"]*"|\\.|[-\s/.()])*)')
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|([-\s/.()])')


def read_looks(styles: bytes) -> Looks:
    """Return what the styles part says of cells, by number of the style."""
    found = _Styles()
    parse(styles, start=found.begin, end=found.end)
    fonts = {s: found.fonts[font] for s, (_, font) in enumerate(found.cells) if font in found.fonts}
    return looks_of(
        formats={s: found.format_of(number) for s, (number, _) in enumerate(found.cells)},
        names={s: font.name for s, font in fonts.items()},
        struck=frozenset(s for s, font in fonts.items() if font.struck),
    )


def looks_of(
    *, formats: Mapping[int, str], names: Mapping[int, str], struck: frozenset[int]
) -> Looks:
    """Return what formats and fonts, by number of the style, say of the values of cells."""
    dates = {style: code for style, code in formats.items() if is_date_format(code)}
    return Looks(
        fonts={style: name for style, name in names.items() if script_of_font(name)},
        struck=struck,
        dates={style: shown_of_date(code) for style, code in dates.items()},
        lengths=frozenset(style for style, code in dates.items() if is_timedelta_format(code)),
        month_first=frozenset(style for style, code in dates.items() if is_month_first(code)),
        codes={style: code for style, code in formats.items() if shows_code(code)},
    )


def shown_of_date(number_format: str) -> int:
    """Return how many characters of YYYY-MM-DD a format shows: 7 "mmm-yy", 4 "yyyy", 0 all."""
    letters = set(_NOT_SHOWN.sub("", number_format).casefold().partition(";")[0])
    if "y" not in letters or "d" in letters:
        return 0
    return _MONTH if "m" in letters else _YEAR


def is_month_first(number_format: str) -> bool:
    """Say whether a format shows the month before the day, as in the United States."""
    return _MONTH_FIRST.match(_NOT_SHOWN.sub("", number_format)) is not None


def shows_code(number_format: str) -> bool:
    """Say whether a format makes a code of a number: ĐB-007, 007, CB-12."""
    found = _CODE.fullmatch(number_format.partition(";")[0].strip())
    return found is not None and bool(found[1] or found[3] or len(found[2]) > 1)


def number_as_shown(number: int, number_format: str) -> str:
    """Return a whole number as a format for codes shows it."""
    found = _CODE.fullmatch(number_format.partition(";")[0].strip())
    if found is None or number < 0:
        return str(number)
    return _literal(found[1]) + str(number).zfill(len(found[2])) + _literal(found[3])


def _literal(text: str) -> str:
    return _LITERAL.sub(lambda found: found[1] or found[2] or found[3] or "", text)


@dataclass(slots=True, kw_only=True)
class _Font:
    name: str = ""
    struck: bool = False


@dataclass(slots=True)
class _Styles:
    """Gathers fonts, formats and cells of a styles part while it is read."""

    fonts: dict[int, _Font] = field(default_factory=dict)
    cells: list[tuple[int, int]] = field(default_factory=list)
    _formats: dict[int, str] = field(default_factory=dict)
    _within: list[str] = field(default_factory=list)

    def begin(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        inside = self._within[-1] if self._within else ""
        if name == "numFmt" and inside == "numFmts":
            self._formats[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif name == "font" and inside == "fonts":
            self.fonts[len(self.fonts)] = _Font()
        elif inside == "font" and self._within[-2:-1] == ["fonts"]:
            self._take_font(name, attributes)
        elif name == "xf" and inside == "cellXfs":
            self.cells.append(
                (int(attributes.get("numFmtId", "0")), int(attributes.get("fontId", "0")))
            )
        self._within.append(name)

    def end(self, _: str) -> None:
        """Take the end of an element."""
        self._within.pop()

    def format_of(self, number: int) -> str:
        """Return the text of a number format, "General" for one nobody knows."""
        return self._formats.get(number) or BUILTIN_FORMATS.get(number) or "General"

    def _take_font(self, name: str, attributes: Attributes) -> None:
        font = self.fonts[len(self.fonts) - 1]
        if name in ("name", "rFont"):
            font.name = attributes.get("val", "")
        elif name == "strike":
            font.struck = is_on(attributes)


def is_on(attributes: Mapping[str, str]) -> bool:
    """Say whether a switch of the format is on: there, and not said to be off."""
    return attributes.get("val", "1") not in ("0", "false", "off")
