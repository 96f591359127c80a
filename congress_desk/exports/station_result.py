"""The signed result of a station, written as one JSON file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import BinaryIO

from congress_desk.domain.elections.stations.result import StationResult
from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole


def write_station_result(path: Path, result: StationResult, signature: str) -> Refusal | None:
    """Write the result whole or not at all; what stood in its place goes once it is written."""
    text = json.dumps(
        {"result": result.told, "signature": signature},
        ensure_ascii=False,
        indent=None,
        separators=(",", ":"),
    )
    return write_whole(path, lambda stream: _write(stream, text))


def _write(stream: BinaryIO, text: str) -> None:
    stream.write(text.encode())
