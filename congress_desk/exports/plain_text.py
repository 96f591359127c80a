"""A paper in short as a plain text file: UTF-8, with the line ends of Windows for old editors."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.watermark import watermark
from congress_desk.reports.document.document import Document


def write_plain_text(document: Document, path: Path) -> Refusal | None:
    """Write what is read over the phone; the byte order mark tells old editors that it is UTF-8."""
    lines = [*filter(None, [watermark()]), *document.spoken.splitlines()]
    data = "\r\n".join([*lines, ""]).encode("utf-8-sig")

    def write(stream: BinaryIO) -> None:
        stream.write(data)

    return write_whole(path, write)
