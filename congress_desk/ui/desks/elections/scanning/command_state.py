"""What can be done on the screen of scanning as it stands now, and why not."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import PassSource
from congress_desk.domain.elections.scans.feed import ScannedFeed, ScanState
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.scanning.round_scan import RoundScan
from congress_desk.ui.desks.elections.scanning.view import ScanView


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandState:
    """`feed` is the bundle chosen; `is_asked`: a doubt is in sight; `is_answered`: one was."""

    view: ScanView | None
    scan: RoundScan | None
    state: ScanState
    feed: ScannedFeed | None
    is_busy: bool
    is_asked: bool
    is_answered: bool

    @property
    def ready(self) -> list[ScannedFeed]:
        """Return the bundles that can be recorded."""
        return [feed for feed in self.state.feeds if feed.is_ready and not self.state.again(feed)]

    @property
    def progress(self) -> tuple[str, str]:
        """Say in a word how the reading stands, and its tone."""
        scan = self.scan
        if scan is not None and scan.is_reading:
            return tr("reading"), "accent"
        if scan is not None and scan.is_stopped:
            return tr("stopped"), "look"
        if scan is not None and scan.awaited:
            return tr("“{file}” is still being written", file=scan.awaited), "accent"
        if scan is not None and scan.folder is not None:
            return tr("watching “{folder}”", folder=scan.folder.name), "holds"
        return "", "accent"

    @property
    def nothing_words(self) -> str:
        """Say what comes next while no sheet waits for a person."""
        if self.ready:
            return tr("{count} bundles are whole: record them.", count=len(self.ready))
        if self.scan is not None and self.scan.is_reading:
            return tr("Pages are being read; what is in doubt comes here.")
        returned = self.view.sheet.round.accounting.returned if self.view else None
        recorded = sum(feed.ballots for feed in self.state.feeds if feed.recorded)
        if returned and recorded >= returned:
            return tr("All ballots of the round are recorded: go back to the count.")
        return tr("Put the next bundle with its cover into the feeder.")

    def words(self, name: str) -> str:
        """Return what a command is called now, "" for its usual words."""
        if name == "stop" and self.scan is not None and self.scan.is_stopped:
            return tr("Go on reading")
        if name == "record" and self.ready:
            return tr("Record {count} bundles", count=len(self.ready))
        return ""

    def why_not(self, name: str) -> str | None:
        """Return why a command is refused, "" while it is allowed, None where it is not there."""
        view, scan = self.view, self.scan
        if view is None or self.is_busy:
            return tr("The bundles are being read.")
        if name == "picture":
            return "" if view.sheet.scanned.any else None
        if name == "destroy":
            return "" if view.sheet.scanned.any and not view.is_open else None
        if view.why_not is not None:
            return problem_text(view.why_not.first)
        if not view.is_open or scan is None:
            return tr("The round is declared or cancelled: nothing more is typed.")
        if name == "stop":
            return "" if scan.is_reading or scan.folder or scan.is_stopped else None
        if name == "end_bundle" and self.state.open_feed is None:
            return None
        if name in ("read", "watch", "end_bundle"):
            return tr("Pages are being read; stop first.") if scan.is_reading else ""
        if name == "record":
            return "" if self.ready else tr("No bundle is whole yet")
        if name in ("take_back", "set_aside"):
            there = self.is_answered if name == "take_back" else self.is_asked
            return "" if there else None
        return self._why_not_of_feed(name)

    def _why_not_of_feed(self, name: str) -> str | None:
        feed = self.feed
        if feed is None:
            return None
        if name == "number":
            return None if feed.number else ""
        if name == "by_hand":
            return "" if self._is_scanned_alone(feed) else None
        if feed.recorded:
            return None
        reading = self.scan is not None and self.scan.is_reading
        return tr("Pages are being read; stop first.") if reading else ""

    def _is_scanned_alone(self, feed: ScannedFeed) -> bool:
        bundle = self.view.bundle(feed.number) if self.view else None
        passes = bundle.passes if bundle else ()
        return bool(passes) and all(each.source is PassSource.SCAN for each in passes)
