"""What the door answers: one word that is seen from afar, the person, and what to do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.people.register import BARRED, Direction, Passage, Passed
from congress_desk.errors import Refusal
from congress_desk.help.why import Why
from congress_desk.i18n import label, message, problem_text, tr
from congress_desk.keys.names import use_name
from congress_desk.ui.desks.checkin.door_state import Hall
from congress_desk.ui.look.sounds import Sound

# With one of these a person who comes all the same may be let in after a change with a reason.
MAY_COME_IN = BARRED - {Status.REPLACED, Status.SUSPENDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`tone` and `icon` go with `word`, never alone; `todo` says what to do now.

    `person` is None when the answer is about nobody, `headline` then what was typed;
    `changes_status` offers to change the status. `lifted_by` says who lifts the refusal, a key of
    "lifted_by", "" where nothing was refused.
    """

    tone: str
    icon: str
    word: str
    said: str = ""
    todo: str = ""
    headline: str = ""
    person: Person | None = None
    changes_status: bool = False
    sound: Sound | None = None
    lifted_by: str = ""


def ready(hall: Hall | None) -> Answer:
    """Return what stands there before the first scan."""
    if hall is not None and not hall.people:
        return Answer(
            tone="look",
            icon="users",
            word=tr("The register is empty"),
            todo=tr("Bring in the list at the Delegates desk first; then the door can open."),
        )
    return Answer(
        tone="muted",
        icon="circle-dot",
        word=tr("Ready"),
        todo=tr("Scan a card, or type a number or part of a name; then Enter."),
    )


def passed(hall: Hall, done: Passed) -> Answer:
    """Return the answer to a passage that was written."""
    passage = done.passage
    entered = passage.direction is Direction.IN
    hour = hour_of(passage)
    # Before the door: the end of a long line is what a narrow window cuts.
    if entered and done.person.has_vote and hall.is_late(passage):
        hour = tr("{hour} · after the opening", hour=hour)
    said = tr("{hour} · {door}", hour=hour, door=door_of(passage))
    return Answer(
        tone="holds" if entered else "accent",
        icon="circle-check" if entered else "log-out",
        word=tr("Checked in") if entered else tr("Gone out"),
        said=said,
        todo=""
        if entered
        else tr(
            "Still counted in D. To let the person in again: {key}, then scan.",
            key=use_name("direction"),
        ),
        person=done.person,
        sound=Sound.RECORDED,
    )


def undone(done: Passed) -> Answer:
    """Return the answer to a passage that was taken back."""
    entered = done.passage.direction is Direction.IN
    return Answer(
        tone="accent",
        icon="undo-2",
        word=tr("Coming in undone") if entered else tr("Going out undone"),
        said=tr("{hour} · {door}", hour=hour_of(done.passage), door=door_of(done.passage)),
        todo=tr("Now: {status}", status=status_text(done.person)),
        person=done.person,
        sound=Sound.RECORDED,
    )


def nobody(text: str) -> Answer:
    """Return the answer to a text that means nobody."""
    return _amber(
        tr("Not on the list"),
        "circle-question-mark",
        said=tr("Nobody's code, number or name. Nothing was recorded."),
        headline=text,
        lifted_by="credentials",
        todo=tr("Type the name without accents, or send the person to the credentials committee."),
    )


def choosing(text: str, shown: int, count: int) -> str:
    """Return the line over the people to choose from."""
    if count > shown:
        return tr(
            "“{text}” means {count} people; {shown} are shown. Type more of the name.",
            text=text,
            count=count,
            shown=shown,
        )
    if count == 1:
        return tr("“{text}” means one person: Enter", text=text)
    return tr("“{text}” means {count} people: choose with ↑ ↓, then Enter", text=text, count=count)


def refused(hall: Hall, person: Person, direction: Direction, refusal: Refusal) -> Answer:
    """Return the answer to a passage that the file did not take."""
    match refusal.first.code:
        case "already_in":
            return _already_in(hall, person)
        case "already_out" | "not_in":
            return _not_inside(hall, person)
        case "status_forbids_entry":
            return _barred(hall, person)
    answer = _amber(
        tr("Not recorded"), "octagon-alert", said=problem_text(refusal.first), person=person
    )
    return replace(answer, tone=refusal.tone)


def _already_in(hall: Hall, person: Person) -> Answer:
    last = hall.last_passage(person.id)
    return _amber(
        tr("Already in"),
        "history",
        said=tr("In since {hour} · {door}", hour=hour_of(last), door=door_of(last))
        if last
        else tr("In since before the check-in"),
        todo=tr("Nothing was recorded a second time. If this is another person, ask for the card."),
        person=person,
    )


def _not_inside(hall: Hall, person: Person) -> Answer:
    last = hall.last_passage(person.id)
    return _amber(
        tr("Not inside"),
        "history",
        said=tr("Out since {hour} · {door}", hour=hour_of(last), door=door_of(last))
        if last
        else tr("Has not come in yet"),
        todo=tr(
            "Nothing was recorded. The door records going out; {key} changes to coming in.",
            key=use_name("direction"),
        ),
        person=person,
    )


def _barred(hall: Hall, person: Person) -> Answer:
    may = person.status in MAY_COME_IN
    return _amber(
        tr("Not let in yet") if may else tr("Not let in"),
        "ban",
        said=_why_barred(hall, person),
        todo=_what_to_do(person.status),
        person=person,
        changes_status=may,
        lifted_by="credentials",
    )


def _why_barred(hall: Hall, person: Person) -> str:
    alternate = hall.alternate_of(person.id)
    if person.status is Status.REPLACED and alternate is not None:
        return tr(
            "The seat has gone to {name} (number {number})",
            name=alternate.name,
            number=alternate.id,
        )
    return tr("In the register: {status}", status=label("status", person.status.value))


def _what_to_do(status: Status) -> str:
    if status is Status.REPLACED:
        return tr(
            "Send the person to the credentials committee; the Delegates desk gives a seat back."
        )
    if status is Status.SUSPENDED:
        return tr("Send the person to the credentials committee. Nothing was recorded.")
    return tr("If the person has come after all, change the status with a reason.")


def why_refused(answer: Answer) -> Why | None:
    """Return why somebody was not let through, None where nothing was refused."""
    if not answer.lifted_by:
        return None
    return Why(
        missing=f"{answer.word}. {answer.said}",
        next_step=answer.todo,
        lifted_by=message(f"lifted_by.{answer.lifted_by}"),
    )


def _amber(
    word: str,
    icon: str,
    *,
    said: str,
    todo: str = "",
    headline: str = "",
    person: Person | None = None,
    changes_status: bool = False,
    lifted_by: str = "desk",
) -> Answer:
    return Answer(
        tone="look",
        icon=icon,
        word=word,
        said=said,
        todo=todo,
        headline=headline,
        person=person,
        changes_status=changes_status,
        lifted_by=lifted_by,
        sound=Sound.REFUSED,
    )


def hour_of(passage: Passage) -> str:
    """Return the hour of a passage as the wall clock had it: "08:05"."""
    return passage.at[11:16]


def door_of(passage: Passage) -> str:
    """Return the name of a passage's door."""
    return passage.door or tr("door without a name")


def kind_text(person: Person) -> str:
    """Return by what right somebody is here; who has no vote is said so clearly."""
    kind = label("kind", person.kind.value)
    if person.kind is PersonKind.ALTERNATE and person.replaces:
        return tr("{kind} in a delegate's seat", kind=kind)
    if not person.has_vote:
        return tr("{kind} – no vote", kind=kind)
    return kind


def status_text(person: Person) -> str:
    """Return a status as the door sees it: who is not here has not come in."""
    if person.status is Status.ABSENT:
        return tr("not in the hall")
    return label("status", person.status.value)


def place_texts(hall: Hall, person: Person) -> tuple[str, ...]:
    """Return seat, group and delegation, as far as they are known."""
    group = hall.groups.get(person.group_id, "")
    return tuple(
        text
        for known, text in (
            (person.hall_seat, tr("Seat {seat}", seat=person.hall_seat)),
            (group, group),
            (person.delegation, person.delegation),
        )
        if known
    )


def namesake_text(hall: Hall, person: Person) -> str:
    """Return the warning that somebody else bears this name, "" when nobody does."""
    others = hall.namesakes.get(person.id, ())
    if not others:
        return ""
    names = ", ".join(_distinguished(other) for other in others[:3])
    if len(others) > 3:
        names = tr("{names} and {count} more", names=names, count=len(others) - 3)
    return tr("Same name as {names}", names=names)


def _distinguished(person: Person) -> str:
    """Return what tells a namesake apart: the number, the delegation, the year of birth."""
    details = [tr("number {number}", number=person.id), person.delegation, person.born[:4]]
    return " · ".join(detail for detail in details if detail)


def passage_words(person: Person, passage: Passage) -> str:
    """Return one passage as a sentence: who, which way, when."""
    hour = hour_of(passage)
    if passage.direction is Direction.IN:
        return tr("{name} came in at {hour}.", name=person.name, hour=hour)
    return tr("{name} went out at {hour}.", name=person.name, hour=hour)
