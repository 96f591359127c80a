"""Who can get a text of the congress, and who gets which, as the register stands now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congress_desk.domain.congress import Congress
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organ_words import ORGAN_LABELS, ORGAN_WORDS
from congress_desk.domain.organs.organs import person_links
from congress_desk.domain.people.person import VOTING_KINDS, CongressKind, Person, PersonKind
from congress_desk.domain.people.register import BARRED, HEAD
from congress_desk.domain.preparation.recipients import (
    DistributedText,
    Receiver,
    ReceivingPart,
    RecipientReader,
)
from congress_desk.domain.seating.filling import is_coming
from congress_desk.domain.text.clean_text import fold
from congress_desk.queries.congress import congress, duties, people
from congress_desk.queries.people import declined_guests, groups, replacements
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.preparation import texts

_VOTERS = ("Đại biểu", "Đảng viên", "Hội viên", "Đoàn viên")
_OF_KIND = dict(zip(CongressKind, _VOTERS, strict=False))
_WHOLE = ("Toàn thể {}", "Tất cả {}", "Các {}", "{} dự đại hội", "{} chính thức")
_DELEGATION, _GUESTS = "Đoàn", "Khách mời"


def recipient_reader(file: CongressFile) -> RecipientReader:
    """Return what reads who gets a text: every part of this congress, and its people."""
    return file.remembered("recipient_reader", 0, lambda: _reader(file))


def distributed_texts(file: CongressFile) -> tuple[DistributedText, ...]:
    """Return the texts of which it is said who gets them, in order."""
    reader = recipient_reader(file)
    found = (text for text in texts(file) if text.recipients)
    return tuple(DistributedText(text=t, gets=reader.read(t.recipients)) for t in found)


def who_gets(file: CongressFile, text_id: int) -> tuple[Person, ...]:
    """Return the people of the register who get a text, every delegate where nothing is said."""
    found = next((each.gets for each in distributed_texts(file) if each.text.id == text_id), None)
    if found is None:
        return delegates(file)
    known = {person.id: person for person in people(file)}
    return tuple(known[each.number] for each in found.receivers if each.number in known)


def delegates(file: CongressFile) -> tuple[Person, ...]:
    """Return who has a seat: delegates, and alternates in the seat of one; in register order."""
    seated = {found.alternate_id for found in replacements(file)}
    return tuple(
        person
        for person in people(file)
        if (person.kind in VOTING_KINDS or person.id in seated) and person.status not in BARRED
    )


def _reader(file: CongressFile) -> RecipientReader:
    known, declined = people(file), declined_guests(file)
    guests = (p for p in known if p.kind is PersonKind.GUEST and is_coming(p, declined))
    parts: list[ReceivingPart] = [
        _voters(congress(file), delegates(file)),
        ReceivingPart(
            words=_GUESTS,
            also=("Đại biểu khách mời", "Toàn thể khách mời", "Guests"),
            receivers=_all(guests),
        ),
        ReceivingPart(
            words="Trưởng đoàn",
            also=("Các trưởng đoàn", "Trưởng các đoàn", "Heads of delegations"),
            receivers=_all(p for p in known if p.delegation_role == HEAD),
        ),
        *_organs(congress(file), duties(file), known),
    ]
    for group in groups(file):
        of_group = _all(p for p in known if p.group_id == group.id)
        parts.append(ReceivingPart(words=group.name, receivers=of_group))
    taken = {fold(words) for part in parts for words in (part.words, *part.also)}
    parts += _delegations(known, taken)
    return RecipientReader([part for part in parts if part.receivers], map(_receiver, known))


def _voters(whole: Congress, convened: Iterable[Person]) -> ReceivingPart:
    """Return those who are convened, by the word of the organisation."""
    member = whole.rules.word_member.capitalize()
    kind = whole.details.kind
    words = member if member and kind is not CongressKind.DELEGATES else _OF_KIND[kind]
    called = dict.fromkeys((words, *_VOTERS))
    whole_of = [form.format(each.lower()) for form in _WHOLE for each in called]
    return ReceivingPart(
        words=words,
        also=(*called, *whole_of, "Delegates", "All delegates"),
        receivers=_all(convened),
    )


def _organs(
    whole: Congress, members: Iterable[Duty], known: tuple[Person, ...]
) -> Iterator[ReceivingPart]:
    """Yield the organs as they are now; who is not in the register gets a copy all the same."""
    now = [duty for duty in members if not duty.until]
    links, by_id = person_links(now, known), {person.id: person for person in known}
    own = {
        Organ.PRESIDIUM: whole.rules.word_presidium,
        Organ.SECRETARIAT: whole.rules.word_secretariat,
    }
    labels = {organ: label for label, organ in ORGAN_LABELS.items()}
    names: dict[str, tuple[list[Receiver], list[str]]] = {}
    for duty in now:
        free = duty.organ is Organ.FREE
        name = duty.organ_name if free else own.get(duty.organ) or labels[duty.organ]
        also = [] if free else [word for word, organ in ORGAN_WORDS.items() if organ is duty.organ]
        person = by_id.get(links.get(duty.id, 0))
        receiver = _receiver(person) if person else Receiver(name=duty.name)
        names.setdefault(name, ([], also))[0].append(receiver)
    for name, (receivers, also) in names.items():
        yield ReceivingPart(words=name, also=tuple(also), receivers=tuple(receivers))


def _delegations(known: Iterable[Person], taken: set[str]) -> Iterator[ReceivingPart]:
    """Yield the delegations; one that is called as another part has its word before its name."""
    of: dict[str, list[Person]] = {}
    for person in known:
        if person.delegation and person.kind is not PersonKind.GUEST:
            of.setdefault(person.delegation, []).append(person)
    for name, members in of.items():
        longer = f"{_DELEGATION} {name}"
        words = longer if fold(name) in taken else name
        yield ReceivingPart(words=words, also=(longer,), receivers=_all(members))


def _all(found: Iterable[Person]) -> tuple[Receiver, ...]:
    return tuple(map(_receiver, found))


def _receiver(person: Person) -> Receiver:
    is_guest = person.kind is PersonKind.GUEST
    unit = _GUESTS if is_guest else person.delegation
    return Receiver(number=person.id, code=person.code, name=person.name, unit=unit)
