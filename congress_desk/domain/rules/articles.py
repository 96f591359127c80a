"""Articles as they stand in a sentence."""

from __future__ import annotations


def bracketed(article: str) -> str:
    """Return an article without brackets of its own: "Quy chế (190-QĐ/TW)" -> "Quy chế, 190…"."""
    return article.replace(" (", ", ").replace(")", "")
