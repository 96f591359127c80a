"""Bounds of what people type into acts."""

from __future__ import annotations

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT
from congress_desk.errors import Refusal, refuse


def too_long(text: str, most: int) -> Refusal | None:
    """Refuse a text of more than `most` characters once it is cleaned."""
    length = len(clean_text(text))
    return refuse("text_too_long", length=length, most=most) if length > most else None


def no_reason(reason: str, most: int = LONG_TEXT_LIMIT) -> Refusal | None:
    """Refuse a reason that says nothing, or is longer than `most` characters."""
    return too_long(reason, most) if clean_text(reason) else refuse("reason_missing")


def shortened(text: str, most: int = 80) -> str:
    """Return what a journal line says of a long text: its beginning."""
    clean = clean_text(text)
    return clean if len(clean) <= most else f"{clean[: most - 1].rstrip()}…"
