"""The picture of a recorded ballot fetched from beside the congress, and pictures destroyed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from congress_desk.actions.elections.checks import pictures as acts
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.scans.bundle import SidePicture
from congress_desk.errors import Refusal, refuse
from congress_desk.scan.picture_encryption import Seal
from congress_desk.scan.pictures import kept_pictures, pictures_folder
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBallot:
    """A ballot as it was scanned, beside what the scan recorded; None of one put aside."""

    sides: tuple[tuple[bytes, SidePicture], ...]
    paper: Paper | None


def see_picture(
    file: CongressFile, round_id: int, number: int, sequence: int, **named: Any
) -> SeenBallot | Refusal:
    """Return the pictures of a ballot with its record; the journal says who looked."""
    found = acts.see_picture(file, round_id, number, sequence, **named)
    if isinstance(found, Refusal):
        return found
    path = pictures_folder(file.path) / found.name
    kept = kept_pictures(path, found.sequence, Seal(file.key))
    if kept is None:
        return refuse("picture_gone", name=found.name)
    sides = tuple((data, SidePicture(picture="", code=code)) for data, code in kept)
    return SeenBallot(sides=sides, paper=found.paper)


def destroy_pictures(file: CongressFile, round_id: int, **named: Any) -> int | Refusal:
    """Destroy the pictures of a round; return how many files were deleted."""
    found = acts.destroy_pictures(file, round_id, **named)
    if isinstance(found, Refusal):
        return found
    folder, deleted = pictures_folder(file.path), 0
    try:
        for name in found:
            path = folder / name
            deleted += path.exists()
            path.unlink(missing_ok=True)
    except OSError as error:
        return refuse("picture_stays", name=name, reason=error.strerror or str(error))
    return deleted
