"""What a process did to a folder, call by call, and what a power cut may leave of it.

What was synced is there. Of what was not, each write may be there, missing, or there in part (by
sectors), whichever came first; names that were made, moved or removed may be there up to some
moment, or some of them without the others.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its letter (see disk_shim.c), its fields, and the bytes that were written."""

    what: str
    fields: tuple[str, ...]
    data: bytes = b""


def read_log(path: Path) -> list[Call]:
    """Return the calls of a log in their order."""
    content, place, calls = path.read_bytes(), 0, []
    while place < len(content):
        end = content.index(b"\n", place)
        what, *fields = os.fsdecode(content[place:end]).split("\t")
        place = end + 1
        data = b""
        if what == "W":
            data = content[place : place + int(fields[2])]
            place += len(data)
        calls.append(Call(what, tuple(fields), data))
    return calls


@dataclass(eq=False)
class _Content:
    """A file without its name: what is on the disk for sure, and what was asked since."""

    kept: bytes = b""
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def left(self, choose: random.Random) -> bytes:
        """Return what a power cut leaves of it."""
        left = bytearray(self.kept)
        order = list(self.waiting)
        if choose.random() < 0.5:
            choose.shuffle(order)
        mood = choose.random()
        for at, data in order:
            if choose.random() < mood:
                _apply(left, at, data, choose)
        return bytes(left)

    def sync(self) -> None:
        whole = bytearray(self.kept)
        for at, data in self.waiting:
            _apply(whole, at, data)
        self.kept, self.waiting = bytes(whole), []


def _apply(content: bytearray, at: int, data: bytes | None, torn: random.Random | None = None):
    if data is None:
        del content[at:]
        content.extend(bytes(max(0, at - len(content))))
        return
    content.extend(bytes(max(0, at + len(data) - len(content))))
    tears = torn is not None and torn.random() < 0.3
    start = 0
    while start < len(data):
        # A disk tears between sectors of its own: those of the file, wherever the write begins.
        end = start + SECTOR - (at + start) % SECTOR
        if not tears or torn.random() < 0.5:
            piece = data[start:end]
            content[at + start : at + start + len(piece)] = piece
        start = end


class Disk:
    """A folder as it was, to which the calls of a log are done one by one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self._names: dict[str, _Content | None] = {}  # None is a folder
        self._durable: dict[str, _Content | None] = {}
        self._moves: list[Call] = []
        self._open: dict[str, _Content | str] = {}
        for each in sorted(folder.rglob("*")):
            content = None if each.is_dir() else _Content(each.read_bytes())
            self._names[str(each)] = content
        self._durable = dict(self._names)
        self._made: dict[str, _Content] = {}

    def do(self, call: Call) -> None:
        """Do one call."""
        getattr(self, f"_do_{call.what}")(call)

    def cut(self, target: Path, choose: random.Random) -> None:
        """Write to an empty folder what is left when the power goes now."""
        names = dict(self._durable)
        moves = list(self._moves)
        if choose.random() < 0.7:
            moves = moves[: choose.randint(0, len(moves))]
        else:
            moves = [move for move in moves if choose.random() < 0.5]
        for move in moves:
            self._rename(names, move)
        for name, content in sorted(names.items()):
            place = target / Path(name).relative_to(self.folder)
            if content is None:
                place.mkdir(parents=True, exist_ok=True)
            elif place.parent.is_dir():
                place.write_bytes(content.left(choose))

    def _do_A(self, call: Call) -> None:
        self.said.append(call.fields[0])

    def _do_O(self, call: Call) -> None:
        fd, is_new, is_cut, path = call.fields
        if is_new == "1":
            made = str(len(self._made))
            self._made[made] = self._names[path] = _Content()
            self._moves.append(Call("N", (path, made)))
        content = self._names.get(path)
        self._open[fd] = path if content is None else content
        if content is not None and is_cut == "1":
            content.waiting.append((0, None))

    def _do_W(self, call: Call) -> None:
        content = self._open[call.fields[0]]
        assert isinstance(content, _Content)
        content.waiting.append((int(call.fields[1]), call.data))

    def _do_T(self, call: Call) -> None:
        content = self._open[call.fields[0]]
        assert isinstance(content, _Content)
        content.waiting.append((int(call.fields[1]), None))

    def _do_S(self, call: Call) -> None:
        content = self._open[call.fields[0]]
        if isinstance(content, _Content):
            content.sync()
            return
        # A synced folder keeps its own names, and whatever the file system wrote before them.
        of_folder = [i for i, move in enumerate(self._moves) if _touches(move, content)]
        done = of_folder[-1] + 1 if of_folder else 0
        for move in self._moves[:done]:
            self._rename(self._durable, move)
        del self._moves[:done]

    def _do_C(self, call: Call) -> None:
        self._open.pop(call.fields[0], None)

    def _do_name(self, call: Call) -> None:
        self._rename(self._names, call)
        self._moves.append(call)

    _do_R = _do_L = _do_U = _do_M = _do_D = _do_name

    def _rename(self, names: dict[str, _Content | None], move: Call) -> None:
        first = move.fields[0]
        if move.what == "N":
            names[first] = self._made[move.fields[1]]
        elif move.what == "M":
            names[first] = None
        elif move.what in "UD":
            names.pop(first, None)
        elif first in names:
            second = move.fields[1]
            names[second] = names[first]
            if move.what == "R":
                inside = [name for name in names if name.startswith(first + "/")]
                for name in inside:
                    names[second + name[len(first) :]] = names.pop(name)
                del names[first]


def _touches(move: Call, folder: str) -> bool:
    paths = move.fields[:1] if move.what == "N" else move.fields
    return any(os.path.dirname(path) == folder for path in paths)


def cuts(
    folder: Path,
    calls: list[Call],
    target: Path,
    runs: int,
    choose: random.Random,
    *,
    when_said: bool = False,
) -> Iterator[tuple[Path, list[str]]]:
    """Yield folders that power cuts at random moments leave, with what was acknowledged by then.

    The last run of each lot is cut right after everything was done; with `when_said` all of them
    right after the first acknowledgement.
    """
    said = next((place for place, call in enumerate(calls, 1) if call.what == "A"), len(calls))
    moments = sorted(choose.randint(1, len(calls)) for _ in range(runs - 1)) + [len(calls)]
    if when_said:
        moments = [said] * runs
    disk, done = Disk(folder), 0
    for number, moment in enumerate(moments):
        for call in calls[done:moment]:
            disk.do(call)
        done = moment
        place = target / str(number)
        place.mkdir(parents=True)
        disk.cut(place, choose)
        yield place, list(disk.said)
