"""The words across every page and sheet of what does not count: set once, where papers are written.

Papers are drawn by several modules on several threads; each draws the words that hold around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_WORDS: ContextVar[str] = ContextVar("watermark", default="")


@contextmanager
def watermarked(words: str) -> Iterator[None]:
    """Let everything drawn inside bear these words; "" for nothing."""
    before = _WORDS.set(words)
    try:
        yield
    finally:
        _WORDS.reset(before)


def watermark() -> str:
    """Return the words for what is drawn now, "" for none."""
    return _WORDS.get()
