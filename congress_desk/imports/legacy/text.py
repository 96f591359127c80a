"""Text of old fonts: recognised by its font and its spelling, and converted, with a trace.

Genuine Vietnamese is never touched: it has letters beyond Latin-1 that old fonts cannot hold, and
what has none of them is converted only where the spelling, the font or its column says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.imports.legacy.syllables import foreign_words, valid_words
from congress_desk.imports.legacy.tcvn3 import from_tcvn3
from congress_desk.imports.legacy.vni import from_vni
from congress_desk.imports.workbook.font_scripts import Script, prints_capitals, script_of_font

# Letters that no old font has; dashes and quotes are put in by the program that it is typed in.
BEYOND = re.compile("[^\x00-\xff\u2010-\u2026]")
# Đ/c, SĐT and CĐCS in VNI: no syllables in any script, but Sẹt in TCVN3.
_ADDRESS = re.compile(
    r"[Ññ][/.][cC]\b[.:]*|\b[B-DF-HJ-NP-TV-XZÑ]*Ñ[B-DF-HJ-NP-TV-XZÑ]*\b(?![/.][cC]\b)"
)
_TELLS_ENOUGH = 2000
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Chi bộ and khu phố in TCVN3: the words of every list that could also be spelled so in Unicode.
_TELLING = re.compile(r"\bchi bé\b|\bkhu phè\b", re.IGNORECASE)


_DECODERS: Mapping[Script, Callable[[str], str]] = {
    Script.TCVN3: from_tcvn3,
    Script.VNI: from_vni,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A text in Unicode, and what it was written in."""

    text: str
    script: Script


def script_by_spelling(text: str, *, alone: bool = True) -> Script | None:
    """Return what a text can only be written in; None where it may be in Unicode as it stands.

    Where both old scripts spell it (Bí thö) it is in TCVN3, but None if others tell, not `alone`.
    """
    found = _scripts_of_short(text[:_TELLS_ENOUGH])
    return found[0] if found and (alone or len(found) == 1) else None


@lru_cache(maxsize=8192)
def _scripts_of_short(text: str) -> tuple[Script, ...]:
    text = _ADDRESS.sub("", text)
    if text.isascii():
        return ()
    if BEYOND.search(text):
        return (Script.UNICODE,)
    words = foreign_words(text)
    if not words or valid_words(words) == len(words):
        return (Script.TCVN3,) if _TELLING.search(text) else ()
    scores = {script: valid_words(_decoded(words, script)) for script in _DECODERS}
    most = max(scores.values())
    spells = most > valid_words(words) and 4 * most >= 3 * len(words)
    return tuple(script for script in scores if spells and scores[script] == most)


def most_by_far(found: Counter[Script]) -> Script | None:
    """Return the old script of nearly all texts, where none is in Unicode; some may err."""
    ((script, count),) = found.most_common(1) or [(Script.UNICODE, 0)]
    sure = not found[Script.UNICODE] and 5 * count >= 4 * found.total()
    return script if sure and count else None


class LegacyText:
    """Converts the cells of one column, having looked at all of them before the first."""

    def __init__(self, cells: Iterable[tuple[str, str]], around: Script | None = None) -> None:
        """Take every text of the column with the font it is in, "" where no font is known.

        `around` is what all the rest of the sheet is written in, for a column that tells nothing.
        """
        by_font: Counter[tuple[Script, bool]] = Counter()
        plain: Counter[Script] = Counter()
        for text, font in cells:
            spelled = None if text.isascii() else script_by_spelling(text, alone=False)
            fonts = script_of_font(font) if font else None
            if spelled and fonts:
                by_font[fonts, spelled is not Script.UNICODE] += 1
            elif spelled:
                plain[spelled] += 1
        self._trusted = {s for s in _DECODERS if by_font[s, True] >= by_font[s, False]}
        self._assumed = most_by_far(plain) if plain else around

    def convert(self, text: str, font: str) -> Converted:
        """Return a cell's text in Unicode; it is not cleaned yet where nothing was converted."""
        if text.isascii():
            capitals = _in_capitals(text, font)
            script = Script.UNICODE if capitals == text else Script.TCVN3
            return Converted(text=capitals, script=script)
        script = self._script(text, font)
        if script is Script.UNICODE:
            return Converted(text=text, script=script)
        converted = clean_text(_tidied(_DECODERS[script](text)))
        return Converted(text=_in_capitals(converted, font), script=script)

    def _script(self, text: str, font: str) -> Script:
        spelled = script_by_spelling(text, alone=False)
        if spelled is not None:
            return spelled
        script = script_of_font(font) if font else None
        if script is None or script not in self._trusted:
            script = None if font and script else self._assumed
        if script is None:
            return script_by_spelling(text) or Script.UNICODE
        words = foreign_words(text)
        decoded = _decoded(words, script)
        return script if valid_words(decoded) >= valid_words(words) else Script.UNICODE


def _decoded(words: list[str], script: Script) -> list[str]:
    return [_in_one_case(_DECODERS[script](word)) for word in words]


def _in_capitals(text: str, font: str) -> str:
    return text.upper() if font and prints_capitals(font) else text


def _tidied(text: str) -> str:
    """Give each word one case: old fonts have no capitals with tones, so NGUYÔN becomes NGUYễN.

    In a text of capitals throughout, a short word such as Bí is in capitals too.
    """
    words = text.split(" ")
    plain = [[char for char in word if _has_capital(char)] for word in words]
    shouted = [len(letters) > 1 and "".join(letters).isupper() for letters in plain]
    if any(shouted) and all("".join(letters).isupper() for letters in plain if letters):
        return text.upper()
    return " ".join(map(_in_one_case, words))


def _in_one_case(word: str) -> str:
    plain = "".join(char for char in word if _has_capital(char))
    return word.upper() if len(plain) > 1 and plain.isupper() else word


def _has_capital(char: str) -> bool:
    """Say whether old fonts have this letter both small and as a capital: it has no tone."""
    return char.isalpha() and not _TONES.intersection(unicodedata.normalize("NFD", char))
