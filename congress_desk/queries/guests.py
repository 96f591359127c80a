"""Guests and letters for their tab and papers, the rota, and what the letters say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from congress_desk.domain.congress import Congress
from congress_desk.domain.guests.invitation import (
    Invitee,
    Letter,
    asks_for_guests,
    invitees,
)
from congress_desk.domain.guests.rota import TimedTurn, timed
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.people.register import same_names
from congress_desk.queries.elections.posts import congress_of_papers
from congress_desk.queries.people import groups, register
from congress_desk.queries.seating import seats_by_session
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress
from congress_desk.storage.reading import guests as reading_guests

# Set once somebody asked for guests and letters: a small congress sees nothing of them.
ASKED = "guests.asked"
# Whose letters are of a later mailing, as JSON: the number of each person with that of the mailing.
MAILINGS = "guests.mailings"
_TEXT = "guests.letter_{}"


@dataclass(frozen=True, kw_only=True)
class GuestsView:
    """Who is written to, in order, with what the tab offers; `texts` are letters worded anew."""

    congress: Congress
    invited: tuple[Invitee, ...]
    turns: tuple[TimedTurn, ...]
    same: Mapping[int, tuple[Person, ...]]
    delegations: tuple[str, ...]
    texts: Mapping[Letter, str]

    @cached_property
    def guests(self) -> tuple[Invitee, ...]:
        """Return the guests in the order of their welcome."""
        return tuple(each for each in self.invited if each.is_guest)

    @cached_property
    def summoned(self) -> tuple[Invitee, ...]:
        """Return whom a summons goes to."""
        return tuple(each for each in self.invited if not each.is_guest)

    def of_letter(self, letter: Letter) -> tuple[Invitee, ...]:
        """Return who gets this letter."""
        return self.guests if letter is Letter.INVITATION else self.summoned

    def mailings(self, letter: Letter) -> tuple[int, ...]:
        """Return the mailings of this letter that somebody is in, the first one first."""
        return tuple(sorted({each.mailing for each in self.of_letter(letter)}))

    def in_work(self, invitee: Invitee) -> int:
        """Return which mailing is printed for somebody: theirs, the last one once it was sent."""
        return invitee.mailing if not invitee.sent_on else self.mailings(invitee.letter)[-1]

    def of_mailing(self, letter: Letter, mailing: int) -> tuple[Invitee, ...]:
        """Return who gets this letter in a mailing."""
        return tuple(each for each in self.of_letter(letter) if each.mailing == mailing)


def guests_asked(file: CongressFile) -> bool:
    """Say whether this congress works with guests, letters, lodging or a rota."""
    return file.remembered("guests_asked", 0, lambda: _asked(file))


def _asked(file: CongressFile) -> bool:
    return (
        bool(reading_congress.congress_setting(file, ASKED))
        or bool(reading_guests.invitations(file))
        or bool(reading_guests.rota(file))
        or asks_for_guests(register(file))
    )


def guests_view(file: CongressFile) -> GuestsView:
    """Return what the tab and the papers show."""
    return file.remembered("guests_view", 0, lambda: _view(file))


def _view(file: CongressFile) -> GuestsView:
    people = register(file)
    names = {group.id: group.name for group in groups(file)}
    units = (p.delegation for p in people if p.kind is not PersonKind.GUEST and p.delegation)
    return GuestsView(
        congress=congress_of_papers(file),
        invited=invitees(
            people,
            reading_guests.invitations(file),
            names,
            seats_by_session(file),
            letter_mailings(file),
        ),
        turns=timed(reading_guests.rota(file)),
        same=same_names(people),
        delegations=tuple(dict.fromkeys(units)),
        texts={letter: letter_text(file, letter) for letter in Letter},
    )


def letter_mailings(file: CongressFile) -> dict[int, int]:
    """Return the mailing of each letter that is not of the first one, by the person's number."""
    kept = reading_congress.congress_setting(file, MAILINGS)
    return {int(number): mailing for number, mailing in json.loads(kept or "{}").items()}


def letter_text(file: CongressFile, letter: Letter) -> str:
    """Return the text of a letter as the office worded it, "" where it stands as it came."""
    return reading_congress.congress_setting(file, text_key(letter))


def text_key(letter: Letter) -> str:
    """Return the setting that keeps the text of a letter."""
    return _TEXT.format(letter.value)
