"""Work of more files than one: a key and what it signs, stations, scanned ballots, a rescue."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from congress_files import (
    a_congress,
    a_counted_round,
    a_round,
    a_setup,
    granted,
    round_of,
)
from faults.subjects import NAME, Found, Subject, Teller, look_at_all
from pass_acts import bundle_ready
from station_acts import at_station, handed

from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.atomic_congress import make_whole
from congress_desk.board_key import code_of, sign_with
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.scans.bundle import ScannedBundle, ScannedSheet, SidePicture
from congress_desk.errors import Refusal, refuse
from congress_desk.exports.rescued import MISSING, rescue_into
from congress_desk.imports.station_result import read_station_result
from congress_desk.new_congress import new_congress
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.stations.stations import stations
from congress_desk.scan.bundles import NewBundle, NewSheet
from congress_desk.scan.picture_encryption import Seal
from congress_desk.scan.pictures import PictureFiles, pictures_folder
from congress_desk.scan.recorded_pictures import destroy_pictures
from congress_desk.scan.recording import pictures_of, record_bundle
from congress_desk.scan.work import ScanWork
from congress_desk.station_files import bring_back, hand_out, take_in
from congress_desk.storage.congress_file import CongressFile, NotSaved
from congress_desk.storage.opening import open_file

_A = "Thư ký"
_PICTURE = b"a picture of a ballot " * 400
_PICTURES = {hashlib.sha256(each).hexdigest(): each for each in (_PICTURE + b"1", _PICTURE + b"2")}
_KEY, _STATION, _RESULT = "ban.khoa", "Trạm 1.station", "Trạm 1.station-result.json"
_WORK = "quet"


def _in_file(work: Callable[[CongressFile, Path], object]) -> Callable[[Path, Teller], None]:
    """Return work in an open file, which acknowledges the acts that it did."""

    def do(folder: Path, tell: Teller) -> None:
        file = granted(open_file(folder / NAME))
        before = len(file.journal_lines())
        tell.begun()
        try:
            done = work(file, folder)
        except NotSaved as error:
            tell.refused(error.problem.code)
            return
        if isinstance(done, Refusal):
            tell.refused(done.first.code)
        for line in file.journal_lines()[before:]:
            tell.said(f"{NAME}:{line.act_id}")
        file.close()

    return do


def _looked(*also: Callable[[Path, CongressFile], list[str]]) -> Callable[[Path], Found]:
    """Return what looks at every congress file, and at what else has to be true of them."""

    def look(folder: Path) -> Found:
        found = look_at_all(folder)
        if found.problems or not (folder / NAME).exists():
            return found
        file = granted(open_file(folder / NAME))
        problems = [problem for each in also for problem in each(folder, file)]
        file.close()
        return Found(acts=found.acts, problems=tuple(problems))

    return look


# --- a closed congress is signed --------------------------------------------------------------


def _closed(folder: Path) -> None:
    file = a_congress(folder / NAME)
    granted(set_state(file, CongressState.CLOSED, actor=_A))
    file.close()


def _key_is_whole(folder: Path, file: CongressFile) -> list[str]:
    """A key that is there can be used, and one that has signed is there."""
    signed = any(line.act == "sign_congress" for line in file.journal_lines())
    key = folder / _KEY
    if not key.exists():
        return ["signed with a key that nobody has"] if signed else []
    code = code_of(str(key))
    return [f"key: {code.first.code}"] if isinstance(code, Refusal) else []


# --- stations ---------------------------------------------------------------------------------


def _counting(folder: Path) -> None:
    file = a_congress(folder / NAME)
    a_round(file)
    file.close()


def _back_from_station(folder: Path) -> None:
    file = a_congress(folder / NAME)
    at_station(handed(file, a_round(file), 1), (1, [[4], [4], [3]]))
    file.close()


def _only_the_station(folder: Path) -> None:
    _back_from_station(folder)
    (folder / _RESULT).unlink()
    for path in folder.glob(f"{NAME}*"):
        path.unlink()
    shutil.rmtree(folder / "dh.backups", ignore_errors=True)
    (folder / _STATION).rename(folder / NAME)
    (folder / f"{_STATION}.journal.jsonl").rename(folder / f"{NAME}.journal.jsonl")


def _station_has_its_file(folder: Path, file: CongressFile) -> list[str]:
    out = [station for station in stations(file, 1) if station.is_out]
    path = folder / _STATION
    if not path.exists():
        return ["bundles are locked for a file that is not there"] if out else []
    station = open_file(path)
    if isinstance(station, Refusal):
        return [f"station: {station.first.code}"]
    station.close()
    return []


def _bring(folder: Path, tell: Teller) -> None:
    file = granted(open_file(folder / NAME))
    tell.begun()
    done = bring_back(file, folder / _RESULT)
    if isinstance(done, Refusal):
        tell.refused(done.first.code)
    else:
        tell.said("result")
    file.close()


def _brought(folder: Path) -> Found:
    """A result that is there is whole."""
    found = look_at_all(folder)
    read = read_station_result(folder / _RESULT) if (folder / _RESULT).exists() else None
    if isinstance(read, Refusal):
        return Found(problems=(f"result: {read.first.code}", *found.problems))
    return Found(acts=("result",) if read else (), problems=found.problems)


# --- scanned ballots --------------------------------------------------------------------------


def _scannable(folder: Path) -> None:
    place = folder / "there"
    place.mkdir()
    file = bundle_ready(place, "record_scan")
    file.close()
    for path in place.iterdir():
        path.rename(folder / path.name)
    place.rmdir()


def _recorded(folder: Path) -> None:
    _scannable(folder)
    file = granted(open_file(folder / NAME))
    granted(_record(file, folder))
    granted(cancel_round(file, round_of(file).id, reason="bầu lại", actor=_A))
    file.close()


def _sheets() -> tuple[ScannedSheet, ...]:
    return tuple(
        ScannedSheet(
            sequence=number, paper=Paper(), doubts=(), aside=None, file="a.pdf", page=number,
            sides=(SidePicture(picture=name),),
        )
        for number, name in enumerate(_PICTURES, start=1)
    )  # fmt: skip


def _record(file: CongressFile, _: Path) -> object:
    (election, *_others) = elections(file)
    pictures: PictureFiles = pictures_of(file, election, round_of(file))
    bundle = ScannedBundle(number=2, expected=2, sheets=_sheets())
    try:
        for name, data in _PICTURES.items():
            pictures.keep(2, name, data)
        return record_bundle(file, round_of(file), bundle, {}, pictures, operator=_A)
    except OSError as error:
        return refuse("scan_disk", reason=str(error))
    finally:
        pictures.drop()


def _pictures_are_there(folder: Path, file: CongressFile) -> list[str]:
    """What the journal tells of pictures is so: each file there under its hash, or destroyed."""
    there = pictures_folder(file.path)
    wrong = []
    for row in file.rows("SELECT * FROM scan_file"):
        path = there / row["name"]
        if row["destroyed_at"]:
            continue  # by the act first: what is left goes when it is asked for again
        if not path.exists():
            wrong.append(f"no pictures: {row['name']}")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            wrong.append(f"other pictures: {row['name']}")
    return wrong


def _scan(folder: Path, tell: Teller) -> None:
    """Read sheets into the work; a disk that refuses one is asked again, as who scans does."""
    tell.begun()
    tries, at = 0, 0
    steps: list[tuple[str, Callable[[ScanWork], None]]] = [
        ("cover", lambda work: work.take(NewBundle(number=2, expected=2, page=1), "a")),
        *(
            (f"sheet {sheet.sequence}", lambda work, sheet=sheet: work.take(_event(sheet), "a"))
            for sheet in _sheets()
        ),
        ("closed", lambda work: work.close_feed()),
        ("number", lambda work: work.set_number(1, 3)),
    ]
    work = ScanWork(folder / _WORK, Seal(None))
    while at < len(steps) and tries < 12:
        name, step = steps[at]
        try:
            step(work)
        except OSError:
            tries += 1
            continue
        at += 1
        if name in ("closed", "number"):
            tell.said(name)
    try:
        work.close()
    except OSError:
        tell.refused("scan_disk")


def _event(sheet: ScannedSheet) -> NewSheet:
    name = sheet.sides[0].picture
    return NewSheet(
        sheet=sheet, pictures={name: _PICTURES[name]}, trace=b"trace", page=sheet.page + 1
    )


def _scans_left(folder: Path) -> Found:
    state = ScanWork(folder / _WORK, Seal(None)).state
    if len(state.feeds) > 1:
        return Found(problems=(f"{len(state.feeds)} feedings of one",))
    acts: list[str] = []
    problems: list[str] = []
    for feed in state.feeds:
        sheets = [sheet.sequence for sheet in feed.bundle.sheets]
        if sheets != [1, 2][: len(sheets)]:
            problems.append(f"sheets {sheets}")
        if not feed.is_open:
            acts.append("closed")
            if sheets != [1, 2]:
                problems.append(f"closed with {sheets}")
        if feed.number == 3:
            acts.append("number")
    return Found(acts=tuple(acts), problems=tuple(problems))


# --- made anew, rescued -----------------------------------------------------------------------


def _counted(folder: Path) -> None:
    file = a_congress(folder / NAME)
    a_counted_round(file)
    file.copy_now()
    file.close()


def _damaged(folder: Path) -> None:
    _counted(folder)
    place = folder / "damaged"
    place.mkdir()
    path = place / "hỏng.congress-damaged"
    content = bytearray((folder / NAME).read_bytes())
    content[4096:12288] = bytes(8192)
    path.write_bytes(content)


def _made_anew(folder: Path, tell: Teller) -> None:
    def make(path: Path) -> bool | Refusal:
        made = new_congress(path, a_setup(), actor="TK")
        if isinstance(made, Refusal):
            return made
        made.close()
        return True

    tell.begun()
    made = make_whole(folder / NAME, make, replace=True)
    if isinstance(made, Refusal):
        tell.refused(made.first.code)
    else:
        tell.said("anew")


def _one_of_both(folder: Path) -> Found:
    """The congress of before or the new one, whole, at every moment."""
    found = look_at_all(folder)
    if found.problems:
        return found
    file = open_file(folder / NAME)
    if isinstance(file, Refusal):
        return Found(problems=(f"neither: {file.first.code}",))
    old = any(line.act == "open_round" for line in file.journal_lines())
    file.close()
    return Found(acts=() if old else ("anew",))


def _rescue(folder: Path, tell: Teller) -> None:
    tell.begun()
    (path,) = (folder / "damaged").glob("*.congress-damaged")
    done = rescue_into(path, folder)
    if isinstance(done, Refusal):
        tell.refused(done.first.code)
    else:
        tell.said("rescued")


def _rescued(folder: Path) -> Found:
    """What was rescued is all there, or it is not said; the damaged file is as it was."""
    found = look_at_all(folder)
    (made,) = [*folder.glob("*-cuu-du-lieu")] or [folder / "none"]
    whole = (made / MISSING).exists()
    path = next((folder / "damaged").glob("*.congress-damaged"))
    touched = path.read_bytes()[4096:12288] != bytes(8192)
    problems = [*found.problems, *(["the damaged file was written to"] if touched else [])]
    return Found(acts=("rescued",) if whole else (), problems=tuple(problems))


def flows() -> list[Subject]:
    """Return a subject for each of these."""
    in_file: dict[str, tuple[Callable[[Path], None], Callable, tuple[Callable, ...]]] = {
        "sign": (
            _closed, lambda f, p: sign_with(f, p / _KEY, actor=_A), (_key_is_whole,),
        ),
        "station handed out": (
            _counting,
            lambda f, p: hand_out(
                f, 1, [1], name="Trạm 1", target=p / _STATION, actor=_A
            ),
            (_station_has_its_file,),
        ),
        "station taken in": (
            _back_from_station, lambda f, p: take_in(f, [p / _RESULT], actor=_A), (),
        ),
        "scan recorded": (_scannable, _record, (_pictures_are_there,)),
        "pictures destroyed": (
            _recorded,
            lambda f, _: destroy_pictures(f, 1, first="An", second="Bình", actor=_A),
            (_pictures_are_there,),
        ),
    }  # fmt: skip
    return [
        *(
            Subject(name=name, prepare=prepare, do=_in_file(work), look=_looked(*also))
            for name, (prepare, work, also) in in_file.items()
        ),
        Subject(name="station brought back", prepare=_only_the_station, do=_bring, look=_brought),
        Subject(name="scanned", prepare=lambda _: None, do=_scan, look=_scans_left),
        Subject(name="made anew", prepare=_counted, do=_made_anew, look=_one_of_both),
        Subject(name="rescue", prepare=_damaged, do=_rescue, look=_rescued),
    ]
