"""Congress files, station files, second journals: opened, read, checked, rescued, recovered."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

from congress_files import a_congress, a_counted_round, a_round, granted
from station_acts import handed

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.atomic_congress import recover_whole, restore_whole
from congress_desk.errors import Refusal
from congress_desk.exports.rescued import rescue_into
from congress_desk.queries.elections.stations.stations import station_result
from congress_desk.storage.closed_file_check import check_closed_file, problems_of_copy
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.second_journal import SUFFIX
from congress_desk.storage.opening import open_file
from congress_desk.storage.read_only import open_to_read

from .hostile import spoilt_bytes, spoilt_text, text
from .watch import Faulty, sentences

_NAMES = (
    "../../ra-ngoai",
    "a/b",
    "..",
    "con",
    "x" * 300,
    "\u202evsc",
    "ta\nb",
    "=1",
    "\x00",
    "person2",
)


def congress_file(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a congress or station file, its bytes, rows or schema spoilt."""
    sound = _made(folder / "kho")
    room = folder / "mở"

    def trial(chance: Random) -> object:
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir()
        path = room / "dh.congress"
        name = chance.choice(("congress", "station"))
        path.write_bytes(sound[name])
        _WAYS[chance.randrange(len(_WAYS))](path, chance)
        if chance.random() < 0.3:
            beside = path.with_name(path.name + SUFFIX)
            beside.write_bytes(spoilt_bytes(sound["journal"] or b"x", chance))
        return _USES[chance.randrange(len(_USES))](path, room)

    return trial


def recovered(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a second journal from elsewhere, made into a file."""
    sound = _made(folder / "kho")["journal"]
    room = folder / "mở"

    def trial(chance: Random) -> object:
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir()
        journal = room / "dh.congress.journal.jsonl"
        if chance.random() < 0.5:
            journal.write_bytes(spoilt_bytes(sound, chance))
        else:
            told = spoilt_text(sound.decode(), chance)
            journal.write_bytes(told.encode("utf-8", "surrogatepass"))
        return recover_whole(journal, room / "lại.congress")

    return trial


def _made(folder: Path) -> dict[str, bytes]:
    folder.mkdir(parents=True, exist_ok=True)
    file = a_congress(folder)
    a_counted_round(file)
    file.close()
    of_station = a_congress(folder / "khác.congress")
    station = handed(of_station, a_round(of_station), 1)
    of_station.close()
    found = {"congress": (folder / "dh.congress").read_bytes(), "station": station.read_bytes()}
    return found | {"journal": next(folder.glob("dh*.jsonl")).read_bytes()}


def _bytes(path: Path, chance: Random) -> None:
    path.write_bytes(spoilt_bytes(path.read_bytes(), chance))


def _page(path: Path, chance: Random) -> None:
    """Spoil the page of a row or of the schema, where it matters most."""
    data = bytearray(path.read_bytes())
    start = 4096 * chance.randrange(len(data) // 4096) if chance.random() < 0.6 else 0
    for _ in range(chance.choice((1, 3, 30))):
        data[start + chance.randrange(200 if chance.random() < 0.5 else 4096)] = chance.randrange(
            256
        )
    path.write_bytes(data)


def _row(path: Path, chance: Random) -> None:
    """Put something else into a column, as somebody with another program would."""
    with _connected(path) as db:
        name = chance.choice(_tables(db))
        column = chance.choice([row[1] for row in db.execute(f'PRAGMA table_info("{name}")')])
        put = (
            text(chance)
            if chance.random() < 0.7
            else chance.choice((None, -1, 2**62, 1.5, b"\xff\x00"))
        )
        if isinstance(put, str):
            put = put.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
        try:
            db.execute(f'UPDATE "{name}" SET "{column}" = ?', [put])
        except sqlite3.Error:
            db.rollback()


def _schema(path: Path, chance: Random) -> None:
    """Add a table or a view, take one away, rename one, or say another version."""
    name = chance.choice(_NAMES).replace("\x00", "0")
    quoted = '"' + name.replace('"', '""') + '"'
    with _connected(path) as db:
        table = chance.choice(_tables(db))
        told = chance.choice(
            (
                f"CREATE TABLE {quoted} (a TEXT, {quoted} BLOB)",
                f"DROP TABLE {table}",
                f"ALTER TABLE {table} RENAME TO {quoted}",
                f"CREATE VIEW {quoted} AS SELECT 1",
                f"PRAGMA user_version = {chance.choice((-1, 0, 1, 3, 7, 99, 2**31 - 1))}",
                f"PRAGMA application_id = {chance.randrange(2**31)}",
                "CREATE TRIGGER t AFTER UPDATE ON person BEGIN DELETE FROM ballot; END",
                "CREATE VIRTUAL TABLE v USING fts5(a)",
                "CREATE VIEW w AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) "
                "SELECT x FROM c",
            )
        )
        try:
            db.execute(told)
            if told.startswith("CREATE TABLE"):
                db.execute(
                    f"INSERT INTO {quoted} VALUES (?, ?)", [chance.choice(("=1", "x")), b"\xff"]
                )
        except sqlite3.Error:
            db.rollback()


def _odd(path: Path, chance: Random) -> None:
    head = path.read_bytes()[:100]
    path.write_bytes(
        chance.choice((b"", b"\x00" * 5_000, head, head + b"\xff" * 9_000, b"SQLite format 3\x00"))
    )


class _Connected(sqlite3.Connection):
    def __exit__(self, *about: object) -> None:
        super().__exit__(*about)
        self.close()


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, factory=_Connected)


def _tables(db: sqlite3.Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]


_WAYS = (_bytes, _page, _page, _row, _row, _schema, _odd)


def _opened(path: Path, _: Path) -> object:
    file = open_file(path)
    return file if isinstance(file, Refusal) else _used(file)


def _read(path: Path, _: Path) -> object:
    file = open_to_read(path)
    return file if isinstance(file, Refusal) else _used(file)


def _used(file: CongressFile) -> object:
    sentences(file.notes)
    try:
        sentences(recount_problems(file))
        return station_result(file) if file.path.suffix == ".station" else None
    finally:
        file.close()


def _checked(path: Path, _: Path) -> object:
    found = check_closed_file(path, recount_problems)
    if isinstance(found, Refusal):
        return found
    sentences(found)
    return Refusal(tuple(found)) if found else None


def _copy(path: Path, _: Path) -> object:
    found = problems_of_copy(path, recount_problems)
    sentences(found)
    return Refusal(tuple(found)) if found else None


def _restored(path: Path, room: Path) -> object:
    return restore_whole(path, room / "lại.congress", recount_problems)


def _rescued(path: Path, room: Path) -> object:
    target = room / "cứu"
    target.mkdir()
    found = rescue_into(path, target)
    outside = [each for each in room.iterdir() if each != target and not each.name.startswith("dh")]
    if outside:
        raise Faulty(f"written outside of the folder: {outside}")
    return found


_USES = (_opened, _opened, _read, _checked, _copy, _restored, _rescued, _rescued)


def hostile_rows(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a file whose journal is sound and whose rows no act of ours would write."""
    folder.mkdir(exist_ok=True)
    file = a_congress(folder / "dh.congress")
    a_counted_round(file)
    file.close()
    sound = (folder / "dh.congress").read_bytes()
    path = folder / "lạ.congress"

    def trial(chance: Random) -> object:
        for each in folder.glob("lạ*"):
            each.unlink()
        path.write_bytes(sound)
        file = granted(open_file(path))
        try:
            _write_hostile(file, chance)
        finally:
            file.close()
        return _opened(path, folder)

    return trial


def _write_hostile(file: CongressFile, chance: Random) -> None:
    name = chance.choice(("person", "agenda_item", "election", "candidate", "duty", "congress"))
    rows = [dict(row) for row in file.db[name].rows]
    row = chance.choice(rows)
    columns = [
        column for column, found in row.items() if isinstance(found, str) and column != "uid"
    ]
    put = text(chance).encode("utf-8", "replace").decode()
    try:
        with file.act("add_person", actor="TK", name="x", code="x") as act:
            act.update(name, row["id"], **{chance.choice(columns): put})
    except (sqlite3.Error, KeyError):
        return
