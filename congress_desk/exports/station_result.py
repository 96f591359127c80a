"""The signed result of a station, written as one JSON file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import BinaryIO

from congress_desk.domain.elections.stations.result import StationResult
from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import refusal_of, write_whole
from congress_desk.storage.safety.backup import sync_folder


def write_station_result(path: Path, result: StationResult, signature: str) -> Refusal | None:
    """Write the result whole or not at all; what stood in its place goes once it is written.

    It is on its device then: sticks are pulled as soon as that is said.
    """
    text = json.dumps(
        {"result": result.told, "signature": signature},
        ensure_ascii=False,
        indent=None,
        separators=(",", ":"),
    )
    refusal = write_whole(path, lambda stream: _write(stream, text))
    if refusal:
        return refusal
    try:
        sync_folder(path.parent)
    except OSError as error:
        return refusal_of(error, path)
    return None


def _write(stream: BinaryIO, text: str) -> None:
    stream.write(text.encode())
