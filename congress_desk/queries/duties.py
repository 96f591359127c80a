"""Organs, members and assignments for the desk and the papers, with what is wrong with them."""

from __future__ import annotations

from congress_desk.domain.duties.checks import DutyFacts
from congress_desk.domain.duties.view import DutiesView, view_of
from congress_desk.queries.agenda.items import planned_agenda
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.journal import head
from congress_desk.queries.people import register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import duties as reading_duties


def duties_view(file: CongressFile) -> DutiesView:
    """Return organs, members, assignments and findings as the file stands now."""
    whole = congress(file)
    facts = DutyFacts(
        duties=reading_duties.all_duties(file),
        assignments=reading_duties.assignments(file),
        planned=planned_agenda(file),
        elections=elections(file),
        people=register(file),
        board_article=whole.rules.article("counting_board"),
        in_session=whole.state.is_held,
    )
    return view_of(whole, facts, head(file))
