"""Reads lists beside the window: the file is no congress file, so a worker of its own has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.queries.congress import day_of
from congress_desk.queries.people import register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.background import Background, deliver
from congress_desk.ui.desks.people.importing.list_source import (
    FoundTable,
    Memory,
    OpenedList,
    find_table,
    memory_of,
    open_list,
)
from congress_desk.ui.desks.people.importing.preview.list_comparison import compare_list
from congress_desk.ui.session import Session

Done = Callable[[Any], None]


class _Turn(NamedTuple):
    number: int
    value: Any


class ListReading(QObject):
    """One job at a time; a new one, or `stop`, makes the one before it go unheard.

    `failed` says that the answer awaited will never come: something nobody expected.
    """

    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._number = 0
        self._done: Done | None = None
        # The last one is in use; a stopped one ends by itself when it is through.
        self._workers = [Background()]
        parent.destroyed.connect(partial(_leave, self._workers))

    @property
    def busy(self) -> bool:
        """Say whether an answer is awaited."""
        return self._done is not None

    def stop(self) -> None:
        """Await nothing any more; what is being read is thrown away."""
        self._number += 1
        self._done = None
        if not self._workers[-1].idle():
            _leave(self._workers)
            self._workers.append(Background())

    def open_list(self, path: Path, done: Done) -> None:
        """Read a file at once, whatever is being read; `done` gets an OpenedList or a Refusal."""
        self.stop()
        self._run(partial(open_list, path), done)

    def find_table(self, opened: OpenedList, place: int, header_row: int, done: Done) -> None:
        """Find the table of a sheet, its header in a given row or, with 0, where it seems to be.

        `done` gets a FoundTable, with the fields that were chosen for such a list before.
        """

        def on_found(found: FoundTable) -> None:
            def on_memory(memory: Memory) -> None:
                done(found.with_memory(memory))

            if found.table is None:
                done(found)
            else:
                self._ask(partial(memory_of, table=found.table), on_memory)

        self._run(partial(find_table, opened, place, header_row), on_found)

    def compare(
        self,
        opened: OpenedList,
        found: FoundTable,
        chosen: Mapping[int, str],
        *,
        name_case: bool,
        attendance: bool,
        turn: frozenset[int],
        newcomers: PersonKind,
        done: Done,
    ) -> None:
        """Read the people and compare them with the register as it is; `done` gets a Compared."""

        def on_register(found_now: tuple[tuple[Person, ...], str]) -> None:
            people, day = found_now
            self._run(
                partial(
                    compare_list,
                    opened,
                    found,
                    chosen,
                    people,
                    day,
                    name_case=name_case,
                    attendance=attendance,
                    turn=turn,
                    newcomers=newcomers,
                ),
                done,
            )

        self._ask(_register_and_day, on_register)

    def _run(self, work: Callable[[], Any], done: Done) -> None:
        number = self._expect(done)
        failed = partial(self._on_failed, number)
        self._workers[-1].run(lambda: _Turn(number, work()), self._on_turn, failed)

    def _ask(self, query: Callable[..., Any], done: Done) -> None:
        number = self._expect(done)
        failed = partial(self._on_failed, number)
        self._session.ask(
            lambda file: _Turn(number, query(file)), done=self._on_turn, failed=failed
        )

    def _expect(self, done: Done) -> int:
        self._number += 1
        self._done = done
        return self._number

    def _on_turn(self, turn: _Turn) -> None:
        if turn.number == self._number and self._done is not None:
            done, self._done = self._done, None
            deliver(done, turn.value)

    def _on_failed(self, number: int, error: Exception) -> None:
        if number == self._number:
            self._done = None
            self.failed.emit(error)


def _register_and_day(file: CongressFile) -> tuple[tuple[Person, ...], str]:
    return register(file), day_of(file)


def _leave(workers: list[Background], *_: object) -> None:
    """Let the worker in use end: at once, or when it is through with what it reads."""
    worker = workers.pop()
    if worker.idle():
        _end(worker)
    else:
        worker.busy_changed.connect(partial(_end, worker))


def _end(worker: Background, *_: object) -> None:
    worker.stop()
    worker.deleteLater()
