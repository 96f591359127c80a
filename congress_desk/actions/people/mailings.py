"""Which mailing a letter is of, as the file keeps it, and that of whoever is written to later."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from congress_desk.actions.congress_settings import keep_setting
from congress_desk.domain.guests.invitation import FIRST_MAILING, Letter, letter_to
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


def join_last_mailing(file: CongressFile, act: Act, people: Iterable[Person]) -> None:
    """Put the letters to those who are new, inside an act, into the last mailing of their kind."""
    before = letter_mailings(file)
    letters = {p.id: letter_to(p) for p in reading_people.people(file)}
    last: dict[Letter | None, int] = {None: FIRST_MAILING}
    for number, mailing in before.items():
        letter = letters.get(number)
        last[letter] = max(mailing, last.get(letter, FIRST_MAILING))
    joining = {p.id: last.get(letter_to(p), FIRST_MAILING) for p in people}
    after = mailings_text({**before, **joining})
    keep_setting(act, MAILINGS, mailings_text(before), after)
