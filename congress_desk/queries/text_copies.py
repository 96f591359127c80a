"""The numbered copies of a text for the screen and the papers, with who has each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from congress_desk.domain.people.person import Person
from congress_desk.domain.preparation.copies import TextCopies, TextCopy
from congress_desk.domain.preparation.recipients import Distribution
from congress_desk.domain.preparation.text import CongressText
from congress_desk.queries.congress import people
from congress_desk.queries.preparation import texts
from congress_desk.queries.recipients import recipient_reader
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import text_copies as reading_copies


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCopiesView:
    """A text, its copies (None while they are not numbered), and the people of the register.

    `gets` is who gets the text, nobody where that is not said.
    """

    text: CongressText
    copies: TextCopies | None
    people: Mapping[int, Person]
    gets: Distribution

    def name(self, copy: TextCopy) -> str:
        """Return who has or had a copy."""
        return self.people[copy.person_id].name

    def delegation(self, copy: TextCopy) -> str:
        """Return the delegation of who has or had a copy."""
        return self.people[copy.person_id].delegation

    def is_meant(self, person: Person) -> bool:
        """Say whether somebody is to get the text, as far as that is said."""
        numbers = {receiver.number for receiver in self.gets.receivers}
        return not numbers or person.id in numbers

    def by_delegation(self, copies: Iterable[TextCopy]) -> tuple[tuple[str, int], ...]:
        """Return how many of these copies each delegation has, the most first."""
        return tuple(Counter(map(self.delegation, copies)).most_common())


def text_copies_view(file: CongressFile, text_id: int) -> TextCopiesView | None:
    """Return the copies of a text, None of a text that is no longer there."""
    text = next((found for found in texts(file) if found.id == text_id), None)
    if text is None:
        return None
    return TextCopiesView(
        text=text,
        copies=reading_copies.text_copies(file, text_id),
        people={person.id: person for person in people(file)},
        gets=recipient_reader(file).read(text.recipients),
    )


def numbered_texts(file: CongressFile) -> tuple[TextCopiesView, ...]:
    """Return each text whose copies are numbered."""
    found = (
        text_copies_view(file, c.printed.text_id) for c in reading_copies.all_text_copies(file)
    )
    return tuple(view for view in found if view is not None)


def text_copies(file: CongressFile) -> tuple[TextCopies, ...]:
    """Return the copies of every text that is numbered."""
    return reading_copies.all_text_copies(file)
