"""Records whole bundles one after the other, after asking what nobody should find done unasked."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.scans.feed import ScannedFeed
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.elections.scanning.round_scan import RoundScan
from congress_desk.ui.desks.elections.scanning.view import ScanView
from congress_desk.ui.messages import Messages
from congress_desk.ui.widgets.screen_acts import Acts

# What is asked before a bundle is recorded all the same, and the way it is told to the act.
_ASKED = {"scan_makes_two_passes": "two_passes", "scan_count_differs": "short"}


class Recorder(QObject):
    """`said` carries the tone, what was done, and what was refused with its reason."""

    said = Signal(str, str, object)

    def __init__(self, acts: Acts, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts, self._messages, self._parent = acts, messages, parent
        self._left = deque[ScannedFeed]()
        self._done = list[int]()
        self._refused = list[str]()
        self._agreed: dict[str, bool] = {}

    def record(
        self, view: ScanView, scan: RoundScan, feeds: Sequence[ScannedFeed], operator: str
    ) -> None:
        """Record these feedings in their order."""
        self._view, self._scan, self._operator = view, scan, operator
        self._left = deque(feeds)
        self._done.clear()
        self._refused.clear()
        self._agreed = {}
        self._next()

    def _next(self) -> None:
        if not self._left:
            self._tell()
            return
        action = partial(_record, self._scan, self._view, self._operator)
        self._acts.run(action, self._left[0].id, done=self._on_done, **self._agreed)

    def _on_done(self, value: BundlePasses | Refusal) -> None:
        feed = self._left.popleft()
        self._agreed.pop("short", None)
        if isinstance(value, Refusal):
            code = value.first.code
            if code in _ASKED and _ASKED[code] not in self._agreed:
                self._ask(feed, value, _ASKED[code])
                return
            self._refused.append(problem_text(value.first))
        else:
            self._done.append(feed.number)
        self._next()

    def _ask(self, feed: ScannedFeed, why: Refusal, agreed: str) -> None:
        def answered(yes: bool) -> None:
            if yes:
                self._agreed[agreed] = True
                self._left.appendleft(feed)
            else:
                self._refused.append(problem_text(why.first))
                if agreed == "two_passes":
                    self._left.clear()
            self._next()

        title, text, words = _question(agreed, feed, why)
        self._messages.ask(self._parent, title, text, words, answered, danger=True)

    def _tell(self) -> None:
        done = tr("Recorded: {count} bundles.", count=len(self._done)) if self._done else ""
        if self._refused:
            title = done or tr("Nothing was recorded.")
            self.said.emit("look", title, tuple(self._refused))
        elif done:
            self.said.emit("holds", done, ())


def _question(agreed: str, feed: ScannedFeed, why: Refusal) -> tuple[str, str, str]:
    if agreed == "two_passes":
        return (
            tr("Make this a round of two passes?"),
            tr(
                "This round is entered once. With a scan beside it every bundle needs a second"
                " pass: its ballots count again when both agree, and what was typed so far is"
                " closed."
            ),
            tr("Make it two passes"),
        )
    return (
        tr("Record bundle {bundle} with another number of sheets?", bundle=feed.number),
        problem_text(why.first),
        tr("Record it all the same"),
    )


def _record(
    scan: RoundScan,
    view: ScanView,
    operator: str,
    file: CongressFile,
    feed_id: int,
    *,
    actor: str,
    **agreed: Any,
) -> BundlePasses | Refusal:
    from congress_desk.scan.recording import record_feed

    return record_feed(
        file,
        scan.work,
        view.sheet.election,
        view.sheet.round.id,
        feed_id,
        operator=operator or actor,
        **agreed,
    )
