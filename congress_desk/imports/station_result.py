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

# 1,500 ballots of 63 names with twenty strikes each take a tenth of it.
_MOST_BYTES = 32_000_000
_SQLITE = b"SQLite format 3"


def read_station_result(path: Path) -> SignedResult | Refusal:
    """Return what a file tells; it is not known yet whose it is, nor whether it was changed."""
    place = Place(file=path.name)
    try:
        if not path.exists():
            return refuse("file_missing", path=path.name)
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return refuse("station_result_unreadable", place)
        data = path.read_bytes()
    except OSError as error:
        return refuse("system", place, detail=error.strerror or str(error))
    if data.startswith(_SQLITE):
        return refuse("station_result_is_file", place)
    return _read(data, place)


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
