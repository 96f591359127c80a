"""The lists of a congress as they are practised on."""

from __future__ import annotations

from congress_desk.domain.elections.ballots import MarkMode, mark_mode
from congress_desk.domain.elections.election import Election
from congress_desk.domain.practice.ballots import PracticeList
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballot_prints import ballots_to_print
from congress_desk.queries.elections.lists import elections
from congress_desk.storage.congress_file import CongressFile


def elections_to_practise(file: CongressFile) -> tuple[tuple[Election, PracticeList], ...]:
    """Return each election that has a list to be marked by names, as its next ballot prints it."""
    rules = congress(file).rules
    found = []
    for each in elections(file):
        listed = ballots_to_print(file, each.id).listed
        names = tuple(name.text for name in listed.names)
        mode = mark_mode(len(names), listed.seats, rules.votes)
        if names and mode is not MarkMode.CUMULATIVE:
            of = PracticeList(
                title=each.title, names=names, seats=listed.seats, mode=mode, rules=rules
            )
            found.append((each, of))
    return tuple(found)
