"""One sheet typed from the paper: the ballot as it will count, and nothing of what passes have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from congress_desk.actions.elections.passes.settling import resolve_place
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.entry_line import (
    EntryContext,
    paper_so_far,
    read_entry,
    refused_key,
)
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.errors import NOT_SAVED, Refusal, refuse
from congress_desk.i18n import problem_text, tr
from congress_desk.keys.names import use_name
from congress_desk.queries.elections.passes.bundles import ComparedBundle
from congress_desk.queries.elections.rounds import ballot_rules
from congress_desk.ui.desks.elections.counting.ballot_words import marks_text, verdict_words
from congress_desk.ui.desks.elections.counting.layout import entry_column, record_button
from congress_desk.ui.desks.elections.counting.line.line_mode import Preview
from congress_desk.ui.desks.elections.counting.line.typed_acts import new_uid
from congress_desk.ui.desks.elections.counting.paper_card import ValidityBar
from congress_desk.ui.desks.elections.counting.side.help_panel import short_hints
from congress_desk.ui.desks.elections.operator_acts import by_operator
from congress_desk.ui.look import theme
from congress_desk.ui.look.sounds import Sound, Sounds
from congress_desk.ui.widgets.ballot_paper import BallotPaper
from congress_desk.ui.widgets.inputs.entry_line import EntryLine
from congress_desk.ui.widgets.key_hints import KeyHints
from congress_desk.ui.widgets.layout.layouts import column_of
from congress_desk.ui.widgets.screen_acts import Acts

_NOT_HERE = ("+", "–")


class RetypePart(QWidget):
    """`settled` carries the bundle after a sheet was recorded, `left` goes back to the comparison.

    A sheet that the file refused stays on the line, which takes no other key until Enter sends it
    again or Esc drops it.
    """

    settled = Signal(object)
    left = Signal()

    def __init__(self, acts: Acts, sounds: Sounds) -> None:
        super().__init__()
        self._acts, self._sounds = acts, sounds
        self._sheet: RoundSheet | None = None
        self._bundle, self._places = 0, tuple[int, ...]()
        self._together, self._name = "", ""
        self._sent: tuple[str, str] | None = None
        self._refused_text: str | None = None
        self._untold: Paper | None = None  # typed last, and as no pass has it
        self._low = False
        self.title = theme.heading()
        self.title.setWordWrap(True)
        self.sentence = theme.subtitle()
        self.paper = BallotPaper()
        self.validity = ValidityBar()
        self.line = EntryLine()
        self.record = record_button()
        self.said = theme.label(name="retypeSaid", wrap=True)
        self.hints = KeyHints()
        self.line.set_check(self._allows)
        self.line.textChanged.connect(lambda _: self._draw())
        self.line.returnPressed.connect(self._on_enter)
        self.line.escaped.connect(self._on_escape)
        self.line.key_refused.connect(self._refuse)
        self.record.clicked.connect(self.line.returnPressed)
        self._lay_out()

    @property
    def place(self) -> int:
        """Return the sheet that is typed, from 1 at the top; 0 without any."""
        return self._places[0] if self._places else 0

    @property
    def is_begun(self) -> bool:
        """Say whether the line holds what would be lost."""
        return bool(self.line.text()) or self._acts.busy

    def be_low(self, low: bool) -> None:
        """Leave the height to the paper: the title's tip says the sentence, F1 the keys."""
        self._low = low
        self.sentence.setVisible(not low)
        self.hints.setVisible(not low)
        self.title.setToolTip(self.sentence.text() if low else "")

    def begin(
        self, sheet: RoundSheet, bundle: int, places: Sequence[int], name: str, together: str
    ) -> None:
        """Ask for the sheets at these places of a bundle, one after the other."""
        same_list = self._sheet is not None and self._sheet.round.id == sheet.round.id
        self._sheet, self._bundle = sheet, bundle
        self._name, self._together = name, together
        if not same_list:
            printed = sheet.names
            names = [printed[candidate.id] for candidate in sheet.round.candidates]
            self.paper.set_list(names, sheet.round.mode)
            hints = [
                h for h in short_hints(sheet.round.mode, len(names)) if h[0][:1] not in _NOT_HERE
            ]
            self.hints.set_hints(hints, (use_name("back"), tr("do it afterwards")))
        self.said.clear()
        self._go_on(tuple(places))

    def _go_on(self, places: tuple[int, ...]) -> None:
        self._places, self._untold = places, None
        self._lock(None)
        sheet = self._sheet
        if sheet is None or not places:
            return
        self.title.setText(
            tr(
                "Type ballot {place} of bundle {bundle} from the paper",
                bundle=self._bundle,
                place=places[0],
            )
        )
        who = self._name if not self._together else f"{self._name}, {self._together}"
        self.sentence.setText(
            tr(
                "{election}, bundle {bundle}, sheet {place} from the top; {count} to type. Typed"
                " by: {name}. What the passes have is not shown here.",
                election=sheet.election.title,
                bundle=self._bundle,
                place=places[0],
                count=len(places),
                name=who,
            )
        )
        self.be_low(self._low)
        self.line.fill("")
        self._draw()

    def _context(self) -> EntryContext:
        assert self._sheet is not None
        found = self._sheet.round
        return EntryContext(names=len(found.candidates), mode=found.mode)

    def _allows(self, text: str) -> Refusal | None:
        if self._sheet is None:
            return None
        if self._acts.busy:
            return None if not text else refuse("counting_still_writing")
        if self._refused_text is not None:
            return None if text in ("", self._refused_text) else refuse("counting_line_locked")
        return refused_key(text, self._context())

    def _draw(self) -> None:
        if self._sheet is None:
            return
        text = self.line.text()
        paper = paper_so_far(text, self._context())
        rules = ballot_rules(self._sheet.round, self._sheet.congress.rules)
        words = verdict_words(paper, rules.judge(paper), rules)
        preview = Preview(paper=paper, title=self.title.text(), resting=not text)
        self.paper.set_paper(paper, begun=bool(text))
        self.paper.setAccessibleName(tr("Ballot: {title}", title=preview.title))
        spoken = tr(
            "{marks}. {verdict}", marks=marks_text(paper, rules.mode), verdict=words.sentence
        )
        self.paper.setAccessibleDescription(spoken if text else tr("Nothing typed"))
        self.validity.show_verdict(words, preview)

    def _on_enter(self) -> None:
        if self._sheet is None or not self._places or self._acts.busy:
            return
        text = self.line.text()
        entry = read_entry(text, self._context())
        if isinstance(entry, Refusal):
            self._refuse(entry)
            return
        self._say("", "")
        # Sent again, it is the same ballot: the file takes it once.
        uid = self._sent[1] if self._sent and self._sent[0] == self._key(text) else new_uid()
        self._sent = (self._key(text), uid)
        self._acts.run(
            by_operator(resolve_place),
            self._sheet.round.id,
            self._bundle,
            self.place,
            self._by_id(entry.paper),
            uid,
            together=self._together,
            twice=entry.paper == self._untold,
            done=partial(self._on_recorded, entry.paper),
        )

    def _key(self, text: str) -> str:
        return f"{self._bundle}–{self.place}: {text}"

    def _by_id(self, paper: Paper) -> Paper:
        assert self._sheet is not None
        ids = {n: c.id for n, c in enumerate(self._sheet.round.candidates, start=1)}
        return paper.with_keys(ids.__getitem__)

    def _on_recorded(self, paper: Paper, value: ComparedBundle | Refusal) -> None:
        if isinstance(value, Refusal):
            if value.first.code == "sheet_told_by_no_pass":
                self._untold = paper
                self.line.fill("")
            elif value.first.code in NOT_SAVED:
                self._lock(self.line.text())
            self._refuse(value)
            return
        done = tr(
            "Recorded: ballot {place} of bundle {bundle}", bundle=self._bundle, place=self.place
        )
        self._sounds.play(Sound.RECORDED)
        self._sent = None
        self._go_on(value.left)
        self._say(done, "holds")
        self.settled.emit(value)

    def _on_escape(self) -> None:
        if self._acts.busy:
            return
        if self.line.text():
            self._lock(None)
            self.line.fill("")
            self._say("", "")
        else:
            self.left.emit()

    def _lock(self, text: str | None) -> None:
        """Let a sheet that is not in the file stand on the line, which takes no other key."""
        self._refused_text = text
        self.line.locked = text is not None

    def _refuse(self, why: Refusal) -> None:
        words = problem_text(why.first)
        if self._refused_text is not None:
            words = tr(
                "This sheet is NOT recorded: {why}. Enter tries again, Esc drops it", why=words
            )
        self._say(words, "wrong")
        self._sounds.play(Sound.REFUSED)

    def _say(self, words: str, tone: str) -> None:
        self.said.setText(words)
        theme.set_tone(self.said, tone or "muted")

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = column_of(self.paper, spacing=None, margins=(16, 6, 16, 4))
        whole = QVBoxLayout(card)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.validity)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(8))
        box.addWidget(self.title)
        box.addWidget(self.sentence)
        box.addLayout(entry_column(card, self.line, self.record, self.said, self.hints), 1)
