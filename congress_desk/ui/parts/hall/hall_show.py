"""What the hall sees just now: the subject shown, held or blanked, its queue and its screen.

There is one for an open file, whatever number of windows it has: see Session.shared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QTimer, Signal

from congress_desk.actions.hall import prepare_hall
from congress_desk.domain.hall.queue import Prepared
from congress_desk.domain.hall.subject import Subject
from congress_desk.queries.hall import HallSeen, hall_prepared, hall_seen
from congress_desk.reports.hall.content import Cover, HallContent, SpeechClock
from congress_desk.reports.hall.page import HallPage
from congress_desk.reports.hall.page_layout import WIDE, LaidOut, blank_page, laid_out, page_width
from congress_desk.ui.parts.hall.hall_key import HallKey
from congress_desk.ui.parts.hall.painter import measure
from congress_desk.ui.parts.hall.projector_window import ProjectorWindow
from congress_desk.ui.parts.hall.screens import ScreenPlace, Screens, hall_screen
from congress_desk.ui.reader import Reader
from congress_desk.ui.session import Session, Shared

SECOND_MS = 1000
SECONDS = (0, 8, 12, 20, 30)


class HallShow(Shared):
    """Follows the file: what was shown and is not there any more leaves the screen.

    `changed` when what the hall sees, what is prepared or the screen is another. `prepared` is kept
    in the file: the subjects to come, and the messages typed. `subject` is what the desk let the
    hall see last, `seen` what it says; while `held` the hall goes on seeing what it saw before.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        *,
        screens: Screens | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(session)
        self._session, self._clock = session, clock
        self.screens = screens or Screens(self)
        self.screens.changed.connect(self._on_screens)
        self.prepared = Prepared()
        self.subject: Subject | None = None
        self.seen: HallContent | None = None
        self.held = self.blank = self.waits_for_screen = False
        self.on_screen: ScreenPlace | None = None
        self.desk_screen = ""
        self._cover, self._stamp = Cover(), ""
        self._laid = LaidOut(())
        self.page_number = 0
        self._window: ProjectorWindow | None = None
        self._reader = Reader(session, self, self.refresh, while_hidden=True)
        self._key = HallKey(self.switch_blank, self)
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._on_turn)
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._on_second)
        self.set_seconds(session.settings.values.hall_seconds)
        session.ask(hall_prepared, done=self._on_prepared)

    @property
    def queue(self) -> tuple[Subject, ...]:
        """Return the subjects to come."""
        return self.prepared.queue

    @property
    def window(self) -> ProjectorWindow | None:
        """Return the window that the hall looks at, None while nothing was shown."""
        return self._window

    @property
    def is_open(self) -> bool:
        """Say whether the hall sees anything of ours, were it the emblem."""
        return self._window is not None

    @property
    def width(self) -> float:
        """Return how wide pages of the hall are."""
        return page_width(self._window.width(), self._window.height()) if self._window else WIDE

    @property
    def pages(self) -> tuple[HallPage, ...]:
        """Return the pages of what the hall sees."""
        return self._laid.pages

    @property
    def page(self) -> HallPage:
        """Return the very page that the hall sees."""
        if self.blank or not self._laid.pages:
            return blank_page(self._cover, self.width, self._stamp, measure)
        return self._laid.pages[self.page_number]

    def show(self, subject: Subject, *, desk_screen: str = "") -> None:
        """Let the hall see a subject, once it is not held any more."""
        self.desk_screen = desk_screen or self.desk_screen
        self.subject = subject
        if not self.held:
            self.blank = False
        self.refresh()

    def speak(self) -> None:
        """Call the window of the hall what it is in the language in use."""
        if self._window is not None:
            self._window.speak()

    def set_queue(self, queue: tuple[Subject, ...]) -> None:
        """Have these subjects come next."""
        self.prepare(replace(self.prepared, queue=queue))

    def prepare(self, prepared: Prepared) -> None:
        """Have this prepared from now on; a file that takes nothing keeps it until it is closed."""
        self.prepared = prepared
        self._session.act(prepare_hall, prepared, actor=self._session.operator, done=lambda _: None)
        self.changed.emit()

    def _on_prepared(self, prepared: Prepared) -> None:
        """Take over what the file kept, unless something was prepared meanwhile."""
        if self.prepared == Prepared():
            self.prepared = prepared
            self.changed.emit()

    def show_next(self, *, desk_screen: str = "") -> None:
        """Show the first subject of the queue and take it out."""
        if self.queue:
            first, *rest = self.queue
            # Shown before it is noted: no disk keeps the hall waiting.
            self.show(first, desk_screen=desk_screen)
            self.set_queue(tuple(rest))

    def turn(self, step: int) -> None:
        """Turn to another page of what the hall sees; after the last comes the first."""
        if self._laid.pages:
            self.page_number = (self.page_number + step) % len(self._laid.pages)
            self._show_page()

    def hold(self, held: bool) -> None:
        """Keep what the hall sees, or let it see what the desk showed meanwhile."""
        self.held = held
        if not held:
            self.blank = False
        self.refresh()
        self.changed.emit()

    def switch_blank(self) -> None:
        """Blank the hall to the emblem at once, or bring back what it saw."""
        if self._window is not None:
            self.blank = not self.blank
            self._show_page()

    def set_seconds(self, seconds: int) -> None:
        """Turn pages by themselves after so many seconds, by key alone with none."""
        self._session.settings.change(hall_seconds=seconds)
        self._turn.stop()
        if seconds:
            self._turn.start(seconds * 1000)

    def set_screen(self, key: str) -> None:
        """Remember a screen for the hall and go there."""
        self._session.settings.change(hall_screen=key)
        self.waits_for_screen = False
        if self._window is not None:
            self._place(anew=True)

    def stop(self) -> None:
        """Close the screen of the hall; the queue stays."""
        window, self._window = self._window, None
        self.subject, self.seen, self.on_screen = None, None, None
        self._laid, self.page_number = LaidOut(()), 0
        self.held = self.blank = self.waits_for_screen = False
        self._second.stop()
        self._key.listen(False)
        if window is not None:
            window.blockSignals(True)
            window.close()
            window.deleteLater()
        self.changed.emit()

    def refresh(self) -> None:
        """Read again what the hall sees and is to see."""
        if self.subject is not None:
            seen = self.seen.subject if self.seen and self.held else self.subject
            self._reader.ask(hall_seen, self.subject, seen, done=self._on_read)

    def _on_read(self, found: HallSeen) -> None:
        """Show what was read; what is held stays as it is, unless it is not there any more."""
        if self.subject is None or found.subject != self.subject:
            return
        self._cover, self._stamp = found.cover, found.stamp
        if not self.held:
            another = self.seen is None or self.seen.subject != self.subject
            self._see(found.content, another=another)
        elif self.seen is not None and found.still is None:
            self._see(None, another=True)
        self._open()
        self._show_page()

    def _see(self, content: HallContent | None, *, another: bool) -> None:
        self.seen = content
        self._lay_out(another=another)
        timed = content is not None and any(isinstance(p, SpeechClock) for p in content.parts)
        self._second.start() if timed else self._second.stop()

    def _lay_out(self, *, another: bool) -> None:
        before = self.page_number
        content = self.seen
        self._laid = LaidOut(())
        if content is not None:
            self._laid = laid_out(content, self.width, measure, self._clock())
        last = max(len(self._laid.pages) - 1, 0)
        self.page_number = self._laid.first if another else min(before, last)

    def _open(self) -> None:
        """Open the window on the screen of the hall, if it is not there yet."""
        if self._window is None:
            self._window = ProjectorWindow()
            self._window.resized.connect(self._on_resized)
            self._window.closed.connect(self.stop)
            self._key.listen(True)
            self._place(anew=True)

    def _place(self, *, anew: bool = False) -> None:
        window = self._window
        if window is None:
            return
        remembered = self._session.settings.values.hall_screen
        there = self.screens.all()
        desk = self.desk_screen or (there[0].key if there else "")
        found = hall_screen(there, desk=desk, remembered=remembered)
        if found is not None and (anew or found != self.on_screen):
            self.waits_for_screen = False
            self.on_screen = found
            window.fill_screen(found.area, self.screens.screen(found.key))
        elif found is None and self.on_screen is not None and not anew:
            # Nobody wants the hall's page over the desk: it waits until the screen is back.
            self.waits_for_screen, self.on_screen = True, None
            window.hide()
        elif found is None and anew:
            self.on_screen = None
            window.be_a_window()
        self._on_resized()

    def _on_screens(self) -> None:
        self._place()
        self.changed.emit()

    def _on_resized(self) -> None:
        if self._window is not None:
            self._lay_out(another=False)
            self._show_page()
            self._window.prepare(blank_page(self._cover, self.width, self._stamp, measure))

    def _show_page(self) -> None:
        if self._window is not None:
            self._window.show_page(self.page)
        self.changed.emit()

    def _on_turn(self) -> None:
        if len(self._laid.pages) > 1 and not self.blank and not self.held:
            self.turn(1)

    def _on_second(self) -> None:
        if not self.held:
            self._lay_out(another=False)
            self._show_page()
