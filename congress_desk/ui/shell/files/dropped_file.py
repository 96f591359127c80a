"""What may be dropped on a window: one congress file or one workbook."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

DROPPED_SUFFIXES = (".congress", ".station", ".xlsx")


def dropped_path(data: QMimeData) -> Path | None:
    """Return the one congress file or workbook that is being dropped, if it is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(paths) == 1 and paths[0].suffix.lower() in DROPPED_SUFFIXES:
        return paths[0]
    return None
