"""Answers what comes over the line: finds who is meant, records the passage, takes it back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from congress_desk.actions.people.checkin import check_in, let_in, undo_passage
from congress_desk.domain.kinds import Kinds
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import Direction, Passed
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.queries.people import passed_by
from congress_desk.ui.desks.checkin import door_messages as answers
from congress_desk.ui.desks.checkin.door_messages import Answer
from congress_desk.ui.desks.checkin.door_state import Hall, read_hall
from congress_desk.ui.look.sounds import Sound
from congress_desk.ui.reader import Reader
from congress_desk.ui.session import Session


class DoorController(QObject):
    """Scans may come faster than the file answers: each is an act, taken in its order.

    `answered` carries an Answer, `undecided` a text and the people it can mean. `passed` follows
    a passage of this desk, `loaded` the hall read anew.
    """

    answered = Signal(object)
    undecided = Signal(str, object)
    passed = Signal()
    loaded = Signal()

    def __init__(self, session: Session, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self.direction = Direction.IN
        self.hall: Hall | None = None
        self._session, self._reader = session, reader
        self._own: list[int] = []
        self.is_ours = False
        # After the reader, which hears of it first.
        session.changed.connect(self._on_told)

    @property
    def door(self) -> str:
        """Return the name of this door, as it was remembered."""
        return self._session.settings.values.door

    @door.setter
    def door(self, name: str) -> None:
        self._session.settings.change(door=name)

    def load(self) -> None:
        """Read the hall from the file."""
        self._reader.ask(read_hall, done=self._on_loaded)

    def enter(self, text: str) -> bool:
        """Take a whole line and say whether it is settled: not when several people can be meant."""
        if self.hall is None or not text.strip():
            return False
        found = self.hall.find(text).people
        if len(found) == 1:
            self.let_pass(found[0])
        elif found:
            self.undecided.emit(clean_text(text), found)
        else:
            self.answered.emit(answers.nobody(clean_text(text)))
        return len(found) < 2

    def preview(self, text: str) -> bool:
        """Show whom a line that is still being typed can mean, if anybody; nothing is recorded."""
        found = self.hall.find(text).people if self.hall and text.strip() else ()
        if found:
            self.undecided.emit(clean_text(text), found)
        return bool(found)

    def let_pass(self, person: Person) -> None:
        """Record that a person goes through the door the way it stands."""
        self._act(
            check_in,
            person.id,
            direction=self.direction,
            door=self.door,
            done=partial(self._on_passed, person, self.direction),
        )

    def let_in(self, person: Person, reason: str, refused: Any, done: Any) -> None:
        """Let in whose status bars, with a reason; `refused` gets why the status stays."""

        def finish(value: Any) -> None:
            if isinstance(value, Refusal):
                refused(value)
            else:
                done()
                self._on_passed(person, Direction.IN, value)

        self._act(let_in, person.id, reason=reason, door=self.door, done=finish)

    def undo_last(self) -> None:
        """Take back the last passage that was recorded at this desk and still counts."""
        if self._own:
            self.undo(self._own[-1])
        else:
            self.answered.emit(
                Answer(
                    tone="muted",
                    icon="info",
                    word=tr("Nothing to undo"),
                    said=tr("Nobody was recorded here since the desk was opened."),
                    todo=tr("Older passages are undone in the list below."),
                )
            )

    def undo(self, passage_id: int) -> None:
        """Take back one passage."""
        self._act(undo_passage, passage_id, done=partial(self._on_undone, passage_id))

    def _on_loaded(self, hall: Hall) -> None:
        self.hall = hall
        self.loaded.emit()

    def _on_passed(self, person: Person, direction: Direction, done: Passed | Refusal) -> None:
        if isinstance(done, Refusal):
            self._say_refused(person, direction, done)
            return
        self._own_act()
        self._take(done)
        self._own.append(done.passage.id)
        self.answered.emit(answers.passed(self._known_hall(), done))
        self.passed.emit()

    def _on_undone(self, passage_id: int, done: Passed | Refusal) -> None:
        if isinstance(done, Refusal):
            self.answered.emit(
                Answer(
                    tone=done.tone,
                    icon="octagon-alert",
                    word=tr("Not undone"),
                    said=problem_text(done.first),
                    sound=Sound.REFUSED,
                )
            )
            return
        self._own_act()
        self._take(done)
        self._own = [number for number in self._own if number != passage_id]
        self.answered.emit(answers.undone(done))
        self.passed.emit()

    def _say_refused(self, person: Person, direction: Direction, refusal: Refusal) -> None:
        hall = self._known_hall()
        now = hall.person(person.id) or person
        self.answered.emit(answers.refused(hall, now, direction, refusal))

    def _take(self, done: Passed) -> None:
        self._known_hall().take(done.passage, done.person)

    def _own_act(self) -> None:
        """The session tells of our own act next: that is no reason to read everything anew."""
        self.is_ours = True

    def _on_told(self, kinds: Kinds) -> None:
        self.is_ours = False

    def _known_hall(self) -> Hall:
        assert self.hall is not None
        return self.hall

    def _act(self, action: Any, *args: Any, done: Any, **kwargs: Any) -> None:
        def then_person(file: Any, *args: Any, **kwargs: Any) -> Passed | Refusal:
            passage = action(file, *args, **kwargs)
            return passage if isinstance(passage, Refusal) else passed_by(file, passage)

        actor = self._session.operator
        self._session.act(then_person, *args, done=done, actor=actor, **kwargs)
