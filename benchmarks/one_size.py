"""A congress of one size, made, used, shown and printed in a process of its own: what each took.

`python -m benchmarks.one_size FOLDER DELEGATES NAMES ELECTIONS` prints it as JSON: seconds of
processor time, the longest stretch of the window's thread, and the most memory of the process.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.congresses import FAMILIES, GIVEN, granted
from benchmarks.open_window import peak_memory
from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.ballots_file import record_ballots
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.people.checkin import check_in
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.search import PersonFinder
from congress_desk.domain.setup.filled_workbook import BallotLine, Setup
from congress_desk.new_congress import new_congress
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.queries.people import register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file

ITEMS, BUNDLE = 60, 50
PATIENCE_S = 300
# Of each kind the papers that grow with the congress.
PAPERS = ("people-list", "sign-in", "cards", "candidates", "counting-minutes", "results")


def main() -> int:
    """Print what everything took."""
    folder, delegates, names, elections = Path(sys.argv[1]), *map(int, sys.argv[2:5])
    path = folder / "dh.congress"
    took = dict(_in_the_file(path, delegates, names, elections))
    took |= _on_paper(path, folder)
    took |= _in_the_window(path)
    took["memory"] = peak_memory()
    print(json.dumps(took))
    sys.stdout.flush()
    os._exit(0)


def grown(path: Path, delegates: int, names: int, elections: int) -> CongressFile:
    """Create a congress whose first two elections are counted, each delegate's ballot in each."""
    people = tuple(
        Person(
            code=f"DB-{n:04}",
            name=f"{FAMILIES[n % 10]} Thị {GIVEN[n % 11]} {n}",
            born=f"{1950 + n % 50}",
            gender=("nam", "nữ")[n % 2],
            delegation=f"Đoàn {n % 30 + 1}",
            position="Phó Bí thư chi bộ, tổ trưởng",
        )
        for n in range(1, delegates + 1)
    )
    held = tuple(_election(number, names) for number in range(1, elections + 1))
    agenda = tuple(AgendaItem(content=f"Việc {n}", minutes=10) for n in range(ITEMS))
    setup = Setup(
        details=CongressDetails(name="Đại hội đo tốc độ"),
        people=people,
        agenda=agenda,
        elections=held,
    )
    file = granted(new_congress(path, setup, actor="đo"))
    _record(file, 1, delegates, names, missing=20)
    _record(file, 2, delegates, names)
    declared = {"first": "Trưởng ban", "second": "Chủ tọa", "reason": "đo", "actor": "đo"}
    granted(declare_result(file, rounds(file, 2)[-1].id, **declared))
    return file


def _election(number: int, names: int) -> Election:
    listed = tuple(
        Candidate(name=f"{FAMILIES[n % 10]} Văn {GIVEN[n % 11]} {n}", born=str(1960 + n % 40))
        for n in range(names)
    )
    seats = names * 87 // 100
    return Election(code=f"B{number}", title=f"Bầu số {number}", seats=seats, candidates=listed)


def _record(
    file: CongressFile, number: int, delegates: int, names: int, *, missing: int = 0
) -> None:
    choose = random.Random(number)
    struck = names - names * 87 // 100
    lines = [
        BallotLine(
            line=n + 2,
            bundle=n // BUNDLE + 1,
            paper=Paper(struck=frozenset(choose.sample(range(1, names + 1), struck))),
        )
        for n in range(delegates - missing)
    ]
    accounting = Accounting(
        convened=delegates, present=delegates, issued=delegates, returned=delegates
    )
    granted(
        record_ballots(
            file,
            number,
            lines,
            accounting=accounting,
            by_hand=True,
            source="đo",
            reason="đo",
            actor="đo",
        )  # fmt: skip
    )


def _in_the_file(
    path: Path, delegates: int, names: int, elections: int
) -> Iterator[tuple[str, float]]:
    took, file = _timed(lambda: grown(path, delegates, names, elections))
    yield "create, two elections recorded", took
    file.close()
    took, file = _timed(lambda: granted(open_file(path)))
    yield "open with its self-check", took
    held = rounds(file, 1)[-1].id
    yield "recount", _timed(lambda: round_sheet(file, held))[0]
    bundle = delegates // BUNDLE + 2
    granted(set_bundle(file, held, bundle, 20, actor="đo"))
    paper = [Paper(struck=frozenset(range(1, names - names * 87 // 100 + 1)))]
    ballot: Callable[[], object] = lambda: granted(  # noqa: E731 - one of many
        enter_ballots(file, held, bundle, paper, [uuid.uuid4().hex], operator="đo")
    )
    ballot()
    yield "act: one ballot", min(_timed(ballot)[0] for _ in range(5))
    yield "count after a ballot", _timed(lambda: running_sheet(file, held))[0]
    yield (
        "act: one check-in",
        min(
            _timed(lambda n=n: granted(check_in(file, n, door="A", actor="đo")))[0]
            for n in range(1, 6)
        ),
    )
    took, people = _timed(lambda: register(file))
    yield "read the register", took
    finder = PersonFinder(people)
    yield "a key of the filter", _timed(lambda: finder.find("nguyen thi a"))[0]
    yield "verify", _timed(file.check)[0]
    yield "a copy", _timed(file.copy_now)[0]
    file.close()


def _on_paper(path: Path, folder: Path) -> dict[str, float]:
    file = granted(open_file(path))
    took = {}
    for kind in PAPERS:
        paper = next((each for each in available(file) if each.kind == kind), None)
        if paper is not None:
            name = next(name for name in paper.file_names if not name.endswith(".docx"))
            work: Callable[[], object] = lambda paper=paper, name=name: write_paper(  # noqa: E731
                make_paper(file, paper), folder / name
            )
            took[f"paper: {kind}"] = _timed(work)[0]
    file.close()
    return took


def _in_the_window(path: Path) -> dict[str, float]:
    """Return the longest stretch of the window's thread at opening, and at each first visit."""
    from benchmarks.waiting import rest, the_app
    from congress_desk.settings import SettingsStore
    from congress_desk.ui.desks import DESKS
    from congress_desk.ui.messages import Messages
    from congress_desk.ui.shell.composition import build_window
    from congress_desk.ui.shell.preloading import Preloading

    app = the_app()
    store = SettingsStore()
    store.change(operator="đo")
    took = {}
    with _stretches(app) as longest:
        window = build_window(store, Messages(), path)
        window.show()
        took["start: window made, before it is seen"] = longest()
        _wait_until(lambda: window.workspace is not None and window.idle())
        took["window: open"] = longest()
        ahead = Preloading(window.idle, app)
        _wait_until(lambda: ahead.done)
        took["window: modules loaded ahead"] = longest()
        for key in [desk.key for desk in DESKS]:
            window.workspace.show_desk(key)
            _wait_until(window.idle)
            rest(60)
            took[f"window: {key}"] = longest()
    window.close()
    _wait_until(lambda: not window.isVisible())
    return took


def _wait_until(true: Callable[[], bool]) -> None:
    """Let the window work until this holds; on a busy machine that may take minutes."""
    from benchmarks.waiting import rest

    end = time.monotonic() + PATIENCE_S
    while not true():
        if time.monotonic() > end:
            raise SystemExit("the window did not come to rest")
        rest(2)


@contextmanager
def _stretches(app: Any) -> Iterator[Callable[[], float]]:
    """Give what asks for the longest time without a return to the loop since it was last asked."""
    from PySide6.QtCore import QAbstractEventDispatcher

    loop = QAbstractEventDispatcher.instance(app.thread())
    state = {"since": time.thread_time(), "longest": 0.0}

    def mark() -> None:
        now = time.thread_time()
        state["longest"] = max(state["longest"], now - state["since"])
        state["since"] = now

    def longest() -> float:
        mark()
        found, state["longest"] = state["longest"], 0.0
        return found

    # Between two of these is one round of the loop; waiting in it takes no processor time.
    loop.awake.connect(mark)
    loop.aboutToBlock.connect(mark)
    yield longest
    loop.awake.disconnect(mark)
    loop.aboutToBlock.disconnect(mark)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.thread_time()
    found = work()
    return time.thread_time() - start, found


if __name__ == "__main__":
    raise SystemExit(main())
