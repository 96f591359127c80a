"""The congress itself: its details, rules, register, programme, organs and presence."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.congress import Congress, CongressState
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.papers import read_office
from congress_desk.domain.people.person import BaseSum, Person, base_sum
from congress_desk.domain.rules.edited_rules import as_edited, with_issued_words
from congress_desk.domain.rules.rule_file import read_rules
from congress_desk.domain.rules.rule_set import RuleSet, VotesBy
from congress_desk.errors import Refusal
from congress_desk.paths import resource
from congress_desk.reports.document.body_words import body_words
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import agenda as reading_agenda
from congress_desk.storage.reading import congress as reading_congress
from congress_desk.storage.reading import duties as reading_duties
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import shares as reading_shares
from congress_desk.storage.rows.congress import details_of

OFFICE = "paper.office"


def congress(file: CongressFile) -> Congress:
    """Return the congress with its own copy of the rules."""
    return file.remembered("congress", 1, lambda: _congress(file))


def _congress(file: CongressFile) -> Congress:
    row = reading_congress.congress_row(file)
    kept = rules_of(row["rules"])
    issued = issued_rules(kept.id)
    return Congress(
        uid=row["uid"],
        details=details_of(row),
        state=CongressState(row["state"]),
        rules=with_issued_words(as_edited(kept, issued), issued),
        kept_rules=kept,
        office=read_office(reading_congress.congress_setting(file, OFFICE)),
    )


def people(file: CongressFile) -> tuple[Person, ...]:
    """Return the register."""
    return reading_people.people(file)


def day_of(file: CongressFile) -> str:
    """Return the day by which ages are judged: that of the congress, today while it has none."""
    return congress(file).details.starts[:10] or f"{file.clock():%Y-%m-%d}"


def agenda(file: CongressFile) -> tuple[AgendaItem, ...]:
    """Return the programme."""
    return reading_agenda.agenda(file)


def duties(file: CongressFile) -> tuple[Duty, ...]:
    """Return the organs with their members."""
    return reading_duties.duties(file)


def presence(file: CongressFile) -> BaseSum:
    """Return D as a sum, worked out from the register as it stands now; with shares that vote."""
    found = base_sum(reading_people.people_in_sum(file), congress(file).base_rule)
    return with_shares(file, found)


def words_of_body(file: CongressFile) -> Mapping[str, str]:
    """Return what the body that meets calls its own, for sentences on screen."""
    return body_words(congress(file))


def names_of_organs(file: CongressFile) -> tuple[str, ...]:
    """Return what the body that meets calls the organs that every congress has."""
    words = words_of_body(file)
    return tuple(words[organ.value] for organ in Organ if organ is not Organ.FREE)


def with_shares(file: CongressFile, base: BaseSum, there: Collection[int] | None = None) -> BaseSum:
    """Return a sum with the shares behind it, where shares vote.

    `there` are the numbers of the people who are present, those who are now where it is not given.
    """
    rules = congress(file).rules
    if rules.votes is not VotesBy.SHARES and not rules.motion_base.by_shares:
        return base
    held = reading_shares.holdings(file)
    present = reading_shares.present_names(file) if there is None else there
    represented = sum(h.shares for h in held if h.voter_id in present)
    return replace(base, shares=sum(h.shares for h in held), shares_present=represented)


def has_ballots(file: CongressFile) -> bool:
    """Say whether a ballot was ever recorded: from then on the rules are fixed."""
    return reading_ballots.has_ballots(file)


@lru_cache(maxsize=16)
def issued_rules(rule_set_id: str) -> RuleSet | None:
    """Return the rule set of this id as the program ships it, None where it ships none."""
    path = resource("rules", f"{rule_set_id}.toml")
    if not path.is_file():
        return None
    rules = read_rules(path.read_text("utf-8"), file=path.name)
    return None if isinstance(rules, Refusal) else rules


@lru_cache(maxsize=8)
def rules_of(text: str) -> RuleSet:
    """Return the rule set stored in a congress file; ValueError when the file was tampered with."""
    rules = read_rules(text, file="")
    if isinstance(rules, Refusal):
        raise ValueError(rules.first.code)
    return rules
