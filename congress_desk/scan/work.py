"""What was scanned of a round, kept on the disk sheet by sheet until its bundles are recorded.

A folder beside the pictures of the congress holds each page's picture under its hash and one text
that is only ever appended to: a line a cover, a sheet, an answer. Whatever is cut short – a jam, a
pulled cable, a kill – goes on from the last line.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Set
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Any, BinaryIO

from congress_desk.domain.elections.scans.bundle import Answer, ScannedBundle, ScannedSheet
from congress_desk.domain.elections.scans.feed import ScannedFeed, ScanState
from congress_desk.errors import Place, Problem
from congress_desk.scan.bundles import NewBundle, NewSheet
from congress_desk.scan.picture_encryption import Seal
from congress_desk.scan.work_rows import Row, answer_of, answer_row, sheet_of, sheet_row
from congress_desk.storage.private_files import OWNER_FOLDER, make_own, open_own_to_append
from congress_desk.storage.safety.backup import sync_folder, sync_to_device

_LINES = "lines.jsonl"


class ScanWork:
    """The feedings of one round; may be used by the thread that reads and the one that records."""

    def __init__(self, folder: Path, seal: Seal) -> None:
        """Go on with what the folder holds; it is made when the first sheet comes."""
        self._folder, self._seal = folder, seal
        self._lock = RLock()
        self._state = ScanState()
        self._traces = dict[int, bytes]()
        self._done = dict[str, int]()
        self._names = dict[str, str]()
        self._whole = set[str]()
        self._fed = defaultdict[int, set[str]](set)
        self._loose = set[str]()
        self._lines = self._bytes = self._last_id = 0
        self._unsynced = list[Path]()
        self._folder_is_new = False
        self._stream: BinaryIO | None = None
        self._load()

    @property
    def state(self) -> ScanState:
        """Return everything as it stands now."""
        with self._lock:
            return self._state

    @property
    def open_sheets(self) -> tuple[tuple[ScannedSheet, bytes], ...]:
        """Return the sheets of the feeding that is open, each with its trace."""
        with self._lock:
            feed = self._state.open_feed
            sheets = feed.bundle.sheets if feed else ()
            return tuple((sheet, self._traces.get(sheet.sequence, b"")) for sheet in sheets)

    def picture(self, name: str) -> bytes | None:
        """Return a picture by its name, None where it is not there or is another."""
        try:
            data = self._seal.opened(self._path_of(name).read_bytes(), name)
        except OSError:
            return None
        if data is None or hashlib.sha256(data).hexdigest() != name:
            return None
        return data

    def begin(self, path: Path) -> tuple[str, int] | None:
        """Return the mark of a file and how many of its pages are read; None of one read whole."""
        with path.open("rb") as stream:
            mark = hashlib.file_digest(stream, "sha256").hexdigest()
        with self._lock:
            if mark in self._whole:
                return None
            self._names[mark] = path.name
            return mark, self._done.get(mark, 0)

    def finish(self, mark: str) -> None:
        """Note that a file was read whole."""
        self._write({"do": "read", "file": mark, "name": self._names.get(mark, "")})
        self._sync()

    def take(self, event: NewBundle | NewSheet, mark: str) -> None:
        """Keep a cover or a sheet; OSError where the disk does not take it: nothing is changed."""
        place = {"file": mark, "page": event.page}
        if isinstance(event, NewBundle):
            self._write({"do": "cover", "number": event.number, "sheets": event.expected, **place})
            return
        self._make_folder()
        for name, data in event.pictures.items():
            path = self._path_of(name)
            part = path.with_suffix(".part")
            part.unlink(missing_ok=True)
            make_own(part)
            part.write_bytes(self._seal.shut(data, name))
            part.replace(path)
            self._unsynced.append(path)
        trace = base64.b64encode(event.trace).decode()
        self._write({"do": "sheet", "sheet": sheet_row(event.sheet), "trace": trace, **place})

    def note_broken(self, problem: Problem, mark: str) -> None:
        """Keep that a page could not be read: its bundle has to be fed again."""
        told = {"code": problem.code, "params": dict(problem.params), "name": problem.place.file}
        self._write({"do": "broken", **told, "file": mark})

    def close_feed(self) -> None:
        """Take no more sheets for the bundle at hand."""
        self._write({"do": "close"})
        self._sync()

    def set_number(self, feed_id: int, number: int) -> None:
        """Say of which bundle a feeding is that came without a cover."""
        self._write({"do": "number", "feed": feed_id, "number": number})
        self._sync()

    def answer(self, feed_id: int, sequence: int, answer: Answer | None) -> None:
        """Keep what was answered of a sheet; None takes the answer back."""
        row = None if answer is None else answer_row(answer)
        self._write({"do": "answer", "feed": feed_id, "sequence": sequence, "answer": row})
        self._sync()

    def drop(self, feed_id: int) -> None:
        """Throw a feeding away, with its pictures; files that fed it alone may be read again."""
        feed = self.state.feed(feed_id)
        self._write({"do": "drop", "feed": feed_id})
        self._sync()
        if feed is not None:
            self._forget_pictures(feed)

    def note_recorded(self, feed_id: int, pass_number: int) -> None:
        """Note that a feeding is in the file; its pictures lie in the file of its bundle now."""
        feed = self.state.feed(feed_id)
        self._write({"do": "recorded", "feed": feed_id, "pass": pass_number})
        self._sync()
        if feed is not None:
            self._forget_pictures(feed)

    def close(self) -> None:
        """Let the text go."""
        with self._lock:
            self._sync()
            self._let_go()

    def destroy(self) -> None:
        """Delete everything that is kept here."""
        self.close()
        if self._folder.exists():
            shutil.rmtree(self._folder)

    def _path_of(self, name: str) -> Path:
        return self._folder / (name + self._seal.suffix)

    def _make_folder(self) -> None:
        if not self._folder.exists():
            self._folder.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
            self._folder_is_new = True

    def _forget_pictures(self, feed: ScannedFeed) -> None:
        """Delete the pictures of a feeding that no other one shows."""
        others = (f for f in self.state.feeds if f.id != feed.id and not f.recorded)
        wanted = {side.picture for f in others for s in f.bundle.sheets for side in s.sides}
        for name in {side.picture for s in feed.bundle.sheets for side in s.sides} - wanted:
            self._path_of(name).unlink(missing_ok=True)

    def _write(self, row: Row) -> None:
        """Append a line, then let it hold."""
        with self._lock:
            if self._stream is None:
                self._make_folder()
                self._stream = os.fdopen(open_own_to_append(self._folder / _LINES), "ab")
                # A line that a disk took in part must not stand before the next one.
                self._stream.truncate(self._bytes)
            text = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
            line = self._seal.shut_line(text, self._lines + 1) + b"\n"
            try:
                self._stream.write(line)
                self._stream.flush()
            except OSError:
                self._let_go()
                raise
            self._bytes += len(line)
            self._lines += 1
            self._apply(row)

    def _sync(self) -> None:
        """Let lines hold on the disk, after the pictures that they tell of."""
        with self._lock:
            if self._stream is None:
                return
            for path in filter(Path.exists, self._unsynced):
                sync_to_device(path)
            os.fsync(self._stream.fileno())
            if self._unsynced or self._folder_is_new:
                sync_folder(self._folder)
            if self._folder_is_new:
                sync_folder(self._folder.parent)
            self._folder_is_new = False
            self._unsynced.clear()

    def _let_go(self) -> None:
        if self._stream is not None:
            with contextlib.suppress(OSError):
                self._stream.close()
            self._stream = None

    def _load(self) -> None:
        """Read the text up to the first line that is torn, or whose pictures are not there."""
        path = self._folder / _LINES
        try:
            content = path.read_bytes()
        except OSError:
            return
        found = list[tuple[Row, int]]()
        for raw in content.split(b"\n")[:-1]:
            row = self._row(raw, len(found) + 1)
            if row is None:
                break
            found.append((row, len(raw) + 1))
        # The pictures of these were moved or thrown away.
        settled = {row["feed"] for row, _ in found if row["do"] in ("recorded", "drop")}
        for row, length in found:
            if row["do"] == "sheet" and not self._has_pictures(row, settled):
                break
            self._lines, self._bytes = self._lines + 1, self._bytes + length
            self._apply(row)

    def _row(self, raw: bytes, number: int) -> Row | None:
        line = self._seal.opened_line(raw, number)
        try:
            row = json.loads(line) if line else None
        except ValueError:
            return None
        return row if isinstance(row, dict) and "do" in row else None

    def _has_pictures(self, row: Row, settled: Set[int]) -> bool:
        feed = self._state.open_feed
        if (feed.id if feed else self._last_id + 1) in settled:
            return True
        paths = [self._path_of(name) for name, _ in row["sheet"]["sides"]]
        # Of a picture that was not synced a power cut may leave the name alone.
        return all(path.exists() and path.stat().st_size for path in paths)

    def _apply(self, row: Row) -> None:
        state = self._state
        mark, page = row.get("file", ""), row.get("page", 0)
        if mark and page:
            self._done[mark] = max(self._done.get(mark, 0), page)
        match row["do"]:
            case "cover":
                self._fed[self._open(row["number"], row["sheets"]).id].add(mark)
            case "sheet":
                fed = self._add_sheet(sheet_of(row["sheet"]), base64.b64decode(row["trace"]))
                self._fed[fed.id].add(mark)
            case "broken":
                self._add_broken(row)
            case "close":
                self._change(state.open_feed, is_open=False)
            case "number":
                feed = state.feed(row["feed"])
                if feed is not None:
                    self._change(feed, bundle=replace(feed.bundle, number=row["number"]))
            case "answer":
                self._take_answer(row)
            case "drop":
                self._drop(row["feed"])
            case "recorded":
                self._change(state.feed(row["feed"]), recorded=row["pass"], is_open=False)
            case "read":
                if mark not in self._loose:
                    self._whole.add(mark)
                self._state = replace(state, files=(*state.files, row["name"]))

    def _change(self, feed: ScannedFeed | None, **changes: Any) -> None:
        if feed is not None:
            changed = replace(feed, **changes)
            feeds = tuple(changed if f.id == feed.id else f for f in self._state.feeds)
            self._state = replace(self._state, feeds=feeds)

    def _open(self, number: int, expected: int | None) -> ScannedFeed:
        self._change(self._state.open_feed, is_open=False)
        self._traces.clear()
        self._last_id += 1
        bundle = ScannedBundle(number=number, expected=expected, sheets=())
        made = ScannedFeed(id=self._last_id, bundle=bundle)
        self._state = replace(self._state, feeds=(*self._state.feeds, made))
        return made

    def _at_hand(self) -> ScannedFeed:
        return self._state.open_feed or self._open(0, None)

    def _drop(self, feed_id: int) -> None:
        feeds = tuple(f for f in self._state.feeds if f.id != feed_id)
        self._state = replace(self._state, feeds=feeds)
        alone = self._fed.pop(feed_id, set()).difference(*self._fed.values())
        self._whole -= alone
        for mark in alone:
            self._done.pop(mark, None)

    def _add_sheet(self, sheet: ScannedSheet, trace: bytes) -> ScannedFeed:
        feed = self._at_hand()
        self._traces[sheet.sequence] = trace
        sheets = (*feed.bundle.sheets, sheet)
        self._change(feed, bundle=replace(feed.bundle, sheets=sheets))
        return feed

    def _add_broken(self, row: Row) -> None:
        problem = Problem(code=row["code"], params=row["params"], place=Place(file=row["name"]))
        self._state = replace(self._state, problems=(*self._state.problems, problem))
        feed = self._state.open_feed
        if feed is None:  # of no bundle: the file may be tried again
            self._loose.add(row["file"])
        else:
            self._loose.discard(row["file"])
            self._change(feed, broken=(*feed.broken, problem))
            self._fed[feed.id].add(row["file"])

    def _take_answer(self, row: Row) -> None:
        feed = self._state.feed(row["feed"])
        if feed is None:
            return
        answers = {n: a for n, a in feed.answers.items() if n != row["sequence"]}
        if row["answer"] is not None:
            answers[row["sequence"]] = answer_of(row["answer"])
        self._change(feed, answers=answers)
