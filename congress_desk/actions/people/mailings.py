"""Which mailing a letter is of, as the file keeps it, and that of whoever is written to later."""

from __future__ import annotations

import json
from collections.abc import Mapping

from congress_desk.actions.congress_settings import keep_setting
from congress_desk.domain.guests.invitation import FIRST_MAILING, letter_to
from congress_desk.domain.people.person import Person
from congress_desk.queries.guests import MAILINGS, letter_mailings
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import people as reading_people


def mailings_text(mailings: Mapping[int, int]) -> str:
    """Return as JSON whose letters are not of the first mailing, "" of nobody's."""
    later = {str(number): mailings[number] for number in sorted(mailings)}
    later = {number: mailing for number, mailing in later.items() if mailing != FIRST_MAILING}
    return json.dumps(later) if later else ""


def join_last_mailing(file: CongressFile, act: Act, person: Person) -> None:
    """Put the letter to somebody new, inside an act, into the last mailing of its kind."""
    before, letter = letter_mailings(file), letter_to(person)
    same = {p.id for p in reading_people.people(file) if letter_to(p) is letter}
    last = max((mailing for number, mailing in before.items() if number in same), default=0)
    if letter is not None and last:
        after = mailings_text({**before, person.id: last})
        keep_setting(act, MAILINGS, mailings_text(before), after)
