"""The programme for its desk and papers: with its clock, its warnings and what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from congress_desk.domain.agenda.adoption import ProgrammeAdoption
from congress_desk.domain.agenda.checks import AgendaFacts, AgendaWarning, check_agenda
from congress_desk.domain.agenda.clock import PlannedItem, plan
from congress_desk.domain.agenda.executors import executors
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.template import AgendaTemplate, read_template
from congress_desk.domain.agenda.times import settled
from congress_desk.domain.agenda.tree import in_order
from congress_desk.domain.congress import Congress
from congress_desk.domain.motions import Motion, MotionState
from congress_desk.domain.preparation.template_kinds import KINDS
from congress_desk.paths import resource
from congress_desk.queries.agenda.adoption import programme_adoption
from congress_desk.queries.congress import agenda, congress, duties, names_of_organs
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.motions import motions
from congress_desk.queries.people import register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import agenda as reading_agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """Everything the desk shows; `recorded` are the items something was recorded of."""

    congress: Congress
    facts: AgendaFacts
    warnings: tuple[AgendaWarning, ...]
    texts: Mapping[int, str]
    recorded: frozenset[int]
    adoption: ProgrammeAdoption

    @property
    def planned(self) -> tuple[PlannedItem, ...]:
        return self.facts.planned

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        return tuple(found.item for found in self.facts.planned)

    @property
    def starts(self) -> str:
        """Return when the congress begins, as ISO time."""
        return self.congress.details.starts

    def with_items(self, items: Sequence[AgendaItem]) -> AgendaView:
        """Return what is shown once the programme has these items."""
        facts = replace(self.facts, planned=plan(items, starts=self.starts))
        return replace(self, facts=facts, warnings=check_agenda(facts))

    def votable(self) -> Iterator[Motion]:
        """Yield the motions an item can be about."""
        return (m for m in self.facts.motions if m.state is not MotionState.CANCELLED)


def agenda_view(file: CongressFile) -> AgendaView:
    """Return what the desk shows: items in order, with times only where they hold."""
    whole = congress(file)
    in_session = whole.state.is_held
    facts = AgendaFacts(
        planned=planned_agenda(file),
        elections=elections(file),
        motions=motions(file),
        executors=executors(
            duties(file), register(file), in_session=in_session, called=names_of_organs(file)
        ),
    )
    return AgendaView(
        congress=whole,
        facts=facts,
        warnings=check_agenda(facts),
        texts=reading_agenda.text_titles(file),
        recorded=reading_agenda.items_with_records(file),
        adoption=programme_adoption(file),
    )


def planned_agenda(file: CongressFile) -> tuple[PlannedItem, ...]:
    """Return the programme in order with its planned clock."""
    starts = congress(file).details.starts
    return plan(settled(in_order(agenda(file)), starts=starts), starts=starts)


@cache
def agenda_templates() -> tuple[AgendaTemplate, ...]:
    """Return the programmes ready to be taken over, one a kind of congress."""
    return tuple(
        read_template(resource("templates", kind, "agenda.toml").read_text("utf-8"), key=kind)
        for kind in KINDS
    )
