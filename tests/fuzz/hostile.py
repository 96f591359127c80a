"""Texts that nobody means well with, and ways to spoil what was sound."""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random
from typing import Any

FORMULAS = ("=1+1", "=HYPERLINK(\"http://x\",\"y\")", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1",
            "=cmd|' /C calc'!A0", "'=1", "＝1+1")  # fmt: skip
MARKUP = ("<b>đ</b>", "<img src=x>", "<a href='y'>z</a>", "x&amp <", "</w:t>", "]]>", "<!--",
          "&#0;", "<para><font size=900>", "&nbsp;", "%s %n {0} {name} {", "${x}")  # fmt: skip
UNSEEN = ("\u202eبا", "\u202d\u2066\u2069", "\u200b\u200d", "\ufeff", "\u00ad", "\u0301" * 40,
          "e\u0323\u0302", "\u2028", "\u2029", "\x85", "\x0b\x0c", "\x00", "\x07\x1b[31m",
          "\ud800", "\udfff\ud800", "\ufffe", "\uffff", "\U0010ffff", "\U000e0041")  # fmt: skip
PATHS = (
    "../../../etc/passwd",
    "..\\..\\x",
    "/dev/null",
    "C:\\CON",
    "a/b",
    "nul",
    "x" * 300,
    "\n.csv",
)
NUMBERS = ("", "0", "-1", "1e999", "nan", "٣", "²", "９", "1" * 5_000, "0x10", "1.5",
           "99999999999999999999", "4294967296", "true", "null", "31/02/1975", "29/02/2023", "1975",
           "45000", "0001-01-01", "9999-12-31T23:59:59", "24:00", "25:61")  # fmt: skip
LONG = ("A" * 10_000, "Nguyễn " * 1_500, "đ\u0323" * 5_000, '"' * 999, "\n" * 2_000, ";" * 3_000)
NAMES = ("Nguyễn Thị Ánh", "Trần Văn B", "Lê C", "ĐB-007", "Nam", "Nữ", "x", "Bí thư", "Chi bộ 4")


def text(chance: Random) -> str:
    """Return a text of one of the kinds above, or several together."""
    kind = chance.randrange(12)
    if kind < 4:
        return chance.choice(NAMES)
    if kind == 11:
        return "".join(text(chance) for _ in range(chance.randrange(4)))
    pools: Sequence[Sequence[str]] = (FORMULAS, MARKUP, UNSEEN, UNSEEN, PATHS, NUMBERS)
    if kind < 10:
        return chance.choice(pools[kind - 4])
    if chance.random() < 0.06:
        return chance.choice(LONG)
    return "".join(chr(chance.randrange(1, 0x2FFF)) for _ in range(chance.randrange(1, 30)))


def spoilt_text(sound: str, chance: Random) -> str:
    """Return a sound text with one to four things done to it."""
    for _ in range(chance.choice((0, 1, 1, 1, 2, 4))):
        at = chance.randrange(len(sound) + 1)
        to = min(len(sound), at + chance.choice((0, 1, 1, 3, 20, 200)))
        how = chance.randrange(6)
        if how < 3:
            put = text(chance)
        elif how == 3:
            put = sound[at:to] * chance.choice((0, 2, 3, 60))
        elif how == 4:
            put = chance.choice("\",;\t\n\r|=\\{}[]:'0123456789. ")
        else:
            start = chance.randrange(len(sound) + 1)
            put = sound[start : start + chance.choice((1, 5, 80))]
        sound = sound[:at] + put + sound[to:]
        sound = sound[:400_000]
    return sound


def encoded(content: str, chance: Random) -> bytes:
    """Return a text as bytes: mostly UTF-8, at times what other programs write, or half of both."""
    how = chance.randrange(12)
    if how == 0:
        return content.encode("utf-16", "replace")
    if how == 1:
        return content.encode("cp1258", "replace")
    data = content.encode("utf-8", "surrogatepass")
    if how == 2:
        return b"\xef\xbb\xbf" + data
    if how == 3:
        return spoilt_bytes(data, chance)
    return data


def spoilt_bytes(sound: bytes, chance: Random) -> bytes:
    """Return bytes with some changed, taken out, put in or cut off."""
    spoilt = bytearray(sound)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        if not spoilt:
            break
        at = chance.randrange(len(spoilt))
        how = chance.randrange(8)
        if how < 4:
            spoilt[at] = chance.choice((0, 255, 0x80, chance.randrange(256)))
        elif how == 4:
            del spoilt[at : at + chance.randrange(1, 40)]
        elif how == 5:
            spoilt[at:at] = chance.randbytes(chance.randrange(1, 9))
        elif how == 6:
            spoilt[at : at + 4] = chance.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff"))
        elif chance.random() < 0.3:
            del spoilt[at:]
    return bytes(spoilt)


def value(chance: Random) -> Any:
    """Return any JSON value."""
    how = chance.randrange(11)
    if how < 5:
        return text(chance)
    if how < 8:
        return chance.choice((0, -1, 1, 7, 2**31, 2**63, -(2**80), 10**400))
    if how == 8:
        return chance.choice((None, True, False, 1.5, float("nan"), float("inf"), 1e308))
    if how == 9:
        return [value(chance) for _ in range(chance.randrange(4))]
    return {text(chance): value(chance) for _ in range(chance.randrange(3))}


def spoilt_tree(tree: Any, chance: Random) -> Any:
    """Return a JSON tree in which one to three places hold something else."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        tree = _elsewhere(tree, chance)
    return tree


def _elsewhere(tree: Any, chance: Random) -> Any:
    if isinstance(tree, dict) and tree and chance.random() < 0.92:
        key = chance.choice(sorted(tree, key=str))
        changed = dict(tree)
        how = chance.random()
        if how < 0.06:
            del changed[key]
        elif how < 0.1:
            changed[text(chance)] = value(chance)
        else:
            changed[key] = _elsewhere(tree[key], chance)
        return changed
    if isinstance(tree, list) and tree and chance.random() < 0.9:
        place = chance.randrange(len(tree))
        how = chance.random()
        if how < 0.1:
            return tree[:place] + tree[place + 1 :]
        if how < 0.25:
            return tree[:place] + [tree[place]] * chance.choice((2, 3, 200)) + tree[place:]
        return [*tree[:place], _elsewhere(tree[place], chance), *tree[place + 1 :]]
    return value(chance)


def json_bytes(tree: Any, chance: Random) -> bytes:
    """Return a tree as JSON, at times spoilt as text."""
    try:
        told = json.dumps(tree, ensure_ascii=chance.random() < 0.5)
    except ValueError:  # a number of more digits than Python writes
        told = json.dumps(str(tree)[:50])
    if chance.random() < 0.02:
        told = "[" * 100_000
    if chance.random() < 0.25:
        return encoded(spoilt_text(told, chance), chance)
    return told.encode("utf-8", "surrogatepass")
