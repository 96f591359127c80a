"""Vietnamese numbers in words, as minutes ask for them: 147 -> "một trăm bốn mươi bảy"."""

from __future__ import annotations

LARGEST = 999_999

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
# What a last digit becomes after tens: "hai mươi mốt", "hai mươi tư", "hai mươi lăm".
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}


def number_words(number: int, *, zero: str = "linh") -> str:
    """Return a number in words; `zero` is said for empty tens: "linh" or "lẻ".

    ValueError below 0 and above 999,999.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(number)
    if number == 0:
        return _DIGITS[0]
    thousands, rest = divmod(number, 1000)
    words: list[str] = []
    if thousands:
        words += [*_below_thousand(thousands, zero, whole=False), "nghìn"]
    if rest:
        words += _below_thousand(rest, zero, whole=bool(thousands))
    return " ".join(words)


def _below_thousand(number: int, zero: str, *, whole: bool) -> list[str]:
    """Return 1 … 999 in words; `whole` names empty hundreds too: "không trăm linh năm"."""
    hundreds, rest = divmod(number, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or whole else []
    return words + _below_hundred(rest, zero, after_hundreds=bool(words))


def _below_hundred(number: int, zero: str, *, after_hundreds: bool) -> list[str]:
    tens, ones = divmod(number, 10)
    match tens:
        case 0 if not ones:
            return []
        case 0:
            return [zero, _DIGITS[ones]] if after_hundreds else [_DIGITS[ones]]
        case 1:
            words = ["mười"]
            last = "lăm" if ones == 5 else _DIGITS[ones]
        case _:
            words = [_DIGITS[tens], "mươi"]
            last = _AFTER_TENS.get(ones, _DIGITS[ones])
    return [*words, last] if ones else words
