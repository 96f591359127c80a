"""The procedure guide of an item, filled with the names and numbers of this congress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.running.guides import Guide, GuideStep, guide_of, read_guide
from congress_desk.domain.text.placeholders import filled
from congress_desk.paths import resource
from congress_desk.queries.agenda.script import script_facts
from congress_desk.reports.agenda.script_values import script_values
from congress_desk.reports.document.head import congress_wording
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledStep:
    """A step with everything filled; `article` is where it is written, "" of a step of custom."""

    does: str
    who: str
    says: str
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledGuide:
    """What to do at one item, in order."""

    item_id: int
    title: str
    steps: tuple[FilledStep, ...]


@cache
def guides() -> tuple[Guide, ...]:
    """Return all procedure guides."""
    found = sorted(resource("guides").glob("*.toml"))
    return tuple(read_guide(path.read_text("utf-8"), key=path.stem) for path in found)


def procedure_guide(file: CongressFile, item_id: int) -> FilledGuide | None:
    """Return the guide of an item of the programme, None when there is none for it."""
    facts = script_facts(file)
    places = (i for i, found in enumerate(facts.planned) if found.item.id == item_id)
    place = next(places, None)
    guide = guide_of(facts.planned[place].item, guides()) if place is not None else None
    if place is None or guide is None:
        return None
    words = congress_wording(facts.congress)
    values = script_values(facts, place, words)
    blank = words.say("script.not_known")
    steps = tuple(_filled(step, values, blank, facts.congress.rules) for step in guide.steps)
    return FilledGuide(item_id=item_id, title=guide.title, steps=steps)


def _filled(step: GuideStep, values: Mapping[str, str], blank: str, rules: RuleSet) -> FilledStep:
    """Fill a step; what would be said of something not known yet is left out."""
    says = filled(step.says, values, blank=blank)
    bare = not says.text.replace(blank, "").strip(" .")
    return FilledStep(
        does=filled(step.does, values, blank=blank).text,
        who=filled(step.who, values, blank=blank).text,
        says="" if bare else says.text,
        article=rules.article(step.topic) if step.topic else "",
    )
