"""Who speaks now, and how much time is left: silent signals at one minute and at the limit."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from congress_desk.domain.running.clock import wall_clock
from congress_desk.domain.running.speech import Speech
from congress_desk.i18n import tr
from congress_desk.ui.desks.running.words import clock_text, limit_state
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.wrapping_row import WrappingRow
from congress_desk.ui.widgets.state_row import StateRow
from congress_desk.ui.widgets.ticking_label import TickingLabel

# A name that gets less than this beside the clock stands below it.
LEAST_NAME, LIMIT_WIDTH = 180, 150


class SpeakerTimer(QFrame):
    """Hidden while nobody speaks; its ground tells from afar that the limit is near."""

    finish_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("speakerTimer")
        self.setProperty("role", "band")
        self._speech: Speech | None = None
        self.speaker = ElidedLabel(role="name")
        self.about = ElidedLabel()
        self.clock = TickingLabel()
        self.clock.setObjectName("speakerClock")
        self.clock.setProperty("role", "number")
        self.limit = StateRow(ticks=True)
        self.limit.setObjectName("speakerLimit")
        self.limit.setFixedWidth(theme.px(LIMIT_WIDTH))
        self.limit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        end = make_button(tr("End the speech"), self._on_finish, name="endSpeech", icon="check")
        who = QWidget()
        who.setMinimumWidth(theme.px(LEAST_NAME))
        who.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column_in(who, self.speaker, self.about, spacing=0)
        row = WrappingRow(spacing=16)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(12), theme.px(4))
        for part in (self.clock, self.limit, who, end):
            row.addWidget(part)
        self.setLayout(row)
        self.hide()

    def show_speech(self, speech: Speech | None) -> None:
        """Time this speech from now on."""
        self._speech = speech
        self.setVisible(speech is not None)
        if speech is not None:
            self.speaker.set_whole(speech.speaker)
            parts = (speech.delegation, speech.topic)
            self.about.set_whole(" · ".join(filter(None, parts)))

    def show_time(self, now: datetime) -> None:
        """Show how long it is and what is left."""
        began = wall_clock(self._speech.started_at) if self._speech else None
        if self._speech is None or began is None:
            return
        spoken = max(now - began, timedelta(0))
        self.clock.show_words(clock_text(spoken))
        tone, said = limit_state(timedelta(minutes=self._speech.minutes) - spoken)
        self.limit.show_state(tone, said)
        theme.set_tone(self, "accent" if tone == "holds" else tone)

    def _on_finish(self) -> None:
        if self._speech is not None:
            self.finish_wanted.emit(self._speech.id)
