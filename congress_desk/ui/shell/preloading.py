"""The modules of the desks, loaded while nobody asks for anything: a visit only makes the desk.

One at a time, the parts of a large room before it, so that each takes a moment that nobody notices.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from congress_desk.ui.desks import DESKS

STEP_MS = 120
_HOME = "congress_desk"
# What several desks and all papers stand on.
_BEFORE = (
    *("queries.people", "queries.motions", "queries.agenda", "queries.duties", "queries.minutes"),
    *("queries.preparation", "queries.obstacles", "queries.nomination", "queries.overview"),
    *("reports.hall.frame", "reports.hall.page_layout", "reports.hall.hall_pages"),
    *("reports.ballot_papers.fitting", "reports.ballot_papers.sheets"),
    *("reports.people.people_book", "reports.people.cards", "reports.people.credentials"),
    *("queries.lessons", "reports.agenda.script", "reports.motions.motions_list"),
    *("reports.elections.workbook.results_book", "reports.journal.journal_list"),
    *("queries.elections.ballot_prints", "queries.elections.ballot_issue", "queries.hall"),
    *("reports.after_election.sealing", "reports.preparation.book", "papers.paper", "papers"),
    *("ui.records.tables.record_table", "ui.records.forms.form_dialog"),
)
PARTS = (
    *(f"{_HOME}.{name}" for name in _BEFORE),
    *(f"{_HOME}.ui.desks.{desk.key}.desk" for desk in DESKS),
)


def load_first_desk(*, counting: bool) -> None:
    """Load what a file that is opened is first shown with; on the worker, the window stays awake.

    `counting`: a round is being counted, and its screen is the first.
    """
    of_a_count = ("desk", "lists.elections_screen", "counting.screen")
    first = [f"elections.{name}" for name in of_a_count] if counting else ["overview.desk"]
    for name in ("shell.workspace", *(f"desks.{desk}" for desk in first)):
        import_module(f"{_HOME}.ui.{name}")


class Preloading(QObject):
    """Loads one part after another whenever `idle` says that nothing is under way."""

    def __init__(self, idle: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._idle = idle
        self._left = list(PARTS)
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    @property
    def done(self) -> bool:
        """Say whether all is loaded."""
        return not self._left

    def _step(self) -> None:
        while self._left and self._left[0] in sys.modules:
            self._left.pop(0)
        if self.done:
            self._timer.stop()
        elif self._idle():
            import_module(self._left.pop(0))
