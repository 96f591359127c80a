"""The signed result of a station, read from its JSON file; by its content, not by its name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from congress_desk.domain.elections.stations.order import VERSION, canonical
from congress_desk.domain.elections.stations.result import (
    RESULT_FORMAT,
    SignedResult,
    result_of,
)
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.files import file_place, read_bytes

_SQLITE = b"SQLite format 3"


def read_station_result(path: Path) -> SignedResult | Refusal:
    """Return what a file tells; it is not known yet whose it is, nor whether it was changed."""
    data = read_bytes(path)
    if isinstance(data, Refusal):
        # A stick that was pulled while it was written leaves an empty file.
        empty = data.first.code == "import_file_empty"
        return refuse("station_result_unreadable", file_place(path)) if empty else data
    if data.startswith(_SQLITE):
        return refuse("station_result_is_file", file_place(path))
    return _read(data, file_place(path))


def _read(data: bytes, place: Place) -> SignedResult | Refusal:
    try:
        told: Any = json.loads(data.decode())
        result, signature = told["result"], told["signature"]
        version, is_one = result["version"], result["format"] == RESULT_FORMAT
        if not is_one or type(version) is not int or not isinstance(signature, str):
            return refuse("station_result_unreadable", place)
        if version != VERSION:
            return refuse("station_result_newer", place)
        return SignedResult(
            result=result_of(result),
            text=canonical(result),
            signature=signature,
            source=place.file,
        )
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return refuse("station_result_unreadable", place)
