"""The panel of the guided first congress: one step at a time, done when the file says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QVBoxLayout, QWidget

from congress_desk.domain.first_congress import BALLOTS, FirstProgress, FirstStep
from congress_desk.i18n import tr
from congress_desk.keys.names import key_name, use_name
from congress_desk.keys.uses import part_key
from congress_desk.ui.desk import DeskPlace, paper_place
from congress_desk.ui.help_wish import want_help
from congress_desk.ui.look import theme
from congress_desk.ui.parts.paper_maker import drawn
from congress_desk.ui.widgets.buttons import button_row, make_button

if TYPE_CHECKING:
    from congress_desk.ui.session import Session
    from congress_desk.ui.shell.main_window import MainWindow

MINUTES = "counting-minutes"
NAME = "tourPanel"
WIDTH, WIDE_WINDOW, QWIDGETSIZE_MAX = 336, 1300, (1 << 24) - 1


class FirstCongressPanel(QDockWidget):
    """Stands right of the page, below it in a narrow window; can be moved, floated and closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("The first congress in ten minutes"), window)
        self._window = window
        self._session: Session | None = None
        self.progress = FirstProgress()
        self._read, self._is_low = False, False
        self.setObjectName(NAME)
        self.setAllowedAreas(
            Qt.DockWidgetArea.RightDockWidgetArea | Qt.DockWidgetArea.BottomDockWidgetArea
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._count, self._title, self._todo, self._done = (_words() for _ in range(4))
        self._go = make_button("", self._act, name="tourGo", role="primary")
        self._more = make_button(tr("Read more"), self._explain, name="tourMore", role="link")
        self._lay_out()
        window.page_built.connect(self.follow)
        window.language_changed.connect(self.close)
        drawn.connect(self._on_drawn)
        self.dockLocationChanged.connect(self._on_moved)
        self.follow()

    @staticmethod
    def show_in(window: MainWindow) -> None:
        """Show the panel in a window, or bring it to the front."""
        shown = window.findChild(FirstCongressPanel, NAME)
        if shown is None or not shown.isVisible():
            shown = FirstCongressPanel(window)
            wide = window.width() >= theme.px(WIDE_WINDOW)
            area = Qt.DockWidgetArea.RightDockWidgetArea
            window.addDockWidget(area if wide else Qt.DockWidgetArea.BottomDockWidgetArea, shown)
        shown.show()
        shown.raise_()

    def follow(self) -> None:
        """Look at what the window shows now: another congress, or none."""
        if self._session is not self._window.session:
            self._session = self._window.session
            self._read = False
            if self._session is not None:
                self._session.changed.connect(self._ask)
        if self._session is None:
            self._show(FirstProgress())
        else:
            self._ask()

    @property
    def step(self) -> FirstStep | None:
        """Return what is to be done now, None when all is done."""
        return self.progress.next_step

    def _ask(self, *_: object) -> None:
        from congress_desk.queries.first_congress import first_progress

        session = self._window.session
        if session is not None and session is self._session:
            session.ask(first_progress, done=self._show)

    def _on_drawn(self, kind: str) -> None:
        if kind == MINUTES and self.progress.declared:
            self._read = True
            self._ask()

    def _show(self, found: FirstProgress) -> None:
        self.progress = replace(found, read=self._read)
        step = self.step
        steps = tuple(FirstStep)
        behind = [each for each in steps if self.progress.is_done(each)]
        self._done.setText("\n".join(f"✓ {step_title(each)}" for each in behind))
        self._done.setVisible(bool(behind) and not self._is_low)
        if step is None:
            self._count.setText(tr("All done"))
            self._title.setText(tr("That was a whole election"))
            self._todo.setText(
                tr("Now make your own congress, or look at the example that has everything.")
            )
            self._go.setText(tr("Make your own congress"))
            self._more.setText(tr("Example congress…"))
            return
        self._more.setText(tr("Read more"))
        words = step_words(step, self.progress)
        number = steps.index(step) + 1
        self._count.setText(tr("Step {number} of {all}", number=number, all=len(steps)))
        self._title.setText(words.title)
        self._todo.setText(words.todo)
        take = step is FirstStep.TAKE
        self._go.setText(tr("Make it and open it") if take else tr("Go there"))

    def _on_moved(self, area: Qt.DockWidgetArea) -> None:
        """Leave the height to the page where the panel stands below it."""
        self._is_low = area == Qt.DockWidgetArea.BottomDockWidgetArea
        # Beside the page it keeps its width: else the page would move with the words of each step.
        least, most = theme.px(WIDTH), QWIDGETSIZE_MAX if self._is_low else theme.px(WIDTH)
        self.widget().setMinimumWidth(0 if self._is_low else least)
        self.widget().setMaximumWidth(most)
        side = theme.px(8 if self._is_low else 16)
        self._column.setContentsMargins(theme.px(16), side, theme.px(16), side)
        self._show(self.progress)

    def _act(self) -> None:
        if self.step is None:
            self.close()
            self._window.commands.run("close_file")
        elif self.step is FirstStep.TAKE:
            self._window.flows.open_first_congress()
        elif self._window.workspace is not None:
            words = step_words(self.step, self.progress)
            self._window.workspace.show_place(words.place)
            found = (self._window.findChild(QWidget, name) for name in words.fields)
            seen = next((each for each in found if each and each.isVisible()), None)
            if seen is not None:
                seen.setFocus()

    def _explain(self) -> None:
        if self.step is None:
            self._window.commands.run("open_example")
        else:
            want_help(step_words(self.step, self.progress).topic, self._window)

    def _lay_out(self) -> None:
        theme.set_tone(self._count, "muted")
        theme.set_tone(self._done, "holds")
        self._title.setProperty("role", "section")
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(8))
        for part in (self._count, self._title, self._todo):
            column.addWidget(part)
        column.addLayout(button_row(self._go, self._more))
        column.addWidget(self._done)
        column.addStretch(1)
        self.setWidget(inside)


def _words() -> QLabel:
    return QLabel(wordWrap=True)


class StepWords(NamedTuple):
    """A step in words: its title, what to do; where that is; the help that tells more.

    `fields` are the names of what gets the keyboard there: the first that is in sight.
    """

    title: str
    todo: str
    place: DeskPlace
    topic: str
    fields: tuple[str, ...] = ()


def step_words(step: FirstStep, progress: FirstProgress) -> StepWords:
    """Return the words of a step, as far as it has got."""
    title, todo = _said(step, progress)
    place, topic, fields = _PLACES[step]
    return StepWords(title, todo, place, topic, fields)


def step_title(step: FirstStep) -> str:
    """Return what a step is called in the list."""
    return _said(step, FirstProgress())[0]


_ELECTIONS = DeskPlace(desk="elections")
_PLACES = {
    FirstStep.TAKE: (DeskPlace(desk=""), "window.open_example", ()),
    FirstStep.CHECK_IN: (DeskPlace(desk="checkin"), "checkin.enter", ()),
    FirstStep.OPEN: (_ELECTIONS, "opening.open", ("openRound",)),
    FirstStep.FIGURES: (_ELECTIONS, "counting", ("operatorField", "issuedField")),
    FirstStep.BALLOTS: (_ELECTIONS, "counting", ("operatorField", "ballotEntry")),
    FirstStep.CLOSE: (_ELECTIONS, "bundles", ("ballotEntry",)),
    FirstStep.DECLARE: (_ELECTIONS, "gate.declare", ("toGate",)),
    FirstStep.PAPER: (paper_place(kind=MINUTES), "papers.print", ()),
}


def _said(step: FirstStep, progress: FirstProgress) -> tuple[str, str]:
    enter = use_name("go_on")
    match step:
        case FirstStep.TAKE:
            return tr("Take the practice congress"), tr(
                "A branch of six members with one election, made for practice: nothing that you do"
                " in it is real. You can stop at any time and go on later."
            )
        case FirstStep.CHECK_IN:
            return tr("Check the last member in"), tr(
                "Of the six members one is excused and four are in the room; now Hoàng Thị Lan"
                " comes in. On the desk Check-in type “lan” (no accents needed), then {enter}.",
                enter=enter,
            )
        case FirstStep.OPEN:
            return tr("Open the round"), tr(
                "On the desk Elections press {enter} on the election. Everything that the rules"
                " want first is met: open the round with the button at the upper right.",
                enter=enter,
            )
        case FirstStep.FIGURES:
            return tr("Write down how many papers"), tr(
                "Type your name above the ballot, with {enter}. Five papers were issued, five came"
                " back: type both at the right of the counting screen ({key}), each with {enter}."
                " The bundle then knows how many it holds.",
                key=key_name(part_key(1)),
                enter=enter,
            )
        case FirstStep.BALLOTS:
            return tr("Type five ballots"), tr(
                "Type the ballots as they are read out, each with {enter}: 4, 4, 4, 3, 4. A number"
                " strikes that name out. {done} of {all} are typed.",
                enter=enter,
                done=progress.ballots,
                all=BALLOTS,
            )
        case FirstStep.CLOSE:
            return tr("Close the bundle"), tr(
                "The bundle is full and no sheet is left in your hand: press the full stop on the"
                " entry line."
            )
        case FirstStep.DECLARE:
            return tr("Declare the result"), tr(
                "Every sum holds. Go to the declaration, choose the two members of the counting"
                " board, and confirm the last question."
            )
        case FirstStep.PAPER:
            return tr("Read the minutes, print them"), tr(
                "On the desk Documents choose the minutes of the count: read them, then print or"
                " save. Every number in them comes from the ballots you typed."
            )
