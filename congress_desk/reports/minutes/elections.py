"""The elections in the minutes of the congress: list, board, ballots, and who was elected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.minutes.paper_fields import ComputedPart
from congress_desk.reports.document.document import Table
from congress_desk.reports.document.wording import grouped
from congress_desk.reports.elections.decision_words import new_names
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.congress_parts import (
    ballot_values,
    board_names,
    elected_table,
    is_void,
    people_template,
    round_record,
    void_values,
)
from congress_desk.reports.minutes.election_decisions import appointed_parts, decided_lines
from congress_desk.reports.minutes.nominations import nomination_lines
from congress_desk.reports.minutes.paper_prose import Prose

TABLE_FIELD = "elected_table"


def election_parts(facts: CongressFacts, prose: Prose) -> Iterator[ComputedPart]:
    """Yield a part for every round that was not cancelled."""
    boards: set[tuple[str, ...]] = set()
    for sheet in facts.sheets:
        yield _part(sheet, facts, prose, boards)
    yield from appointed_parts(facts, prose, "elections")


def election_tables(facts: CongressFacts, prose: Prose) -> dict[str, Mapping[str, Table]]:
    """Return who was elected in each declared round, as tables by record."""
    return {
        round_record(sheet): {TABLE_FIELD: elected_table(sheet, prose)[0]}
        for sheet in facts.sheets
        if sheet.declared and sheet.result.elected
    }


def _part(
    sheet: RoundSheet, facts: CongressFacts, prose: Prose, boards: set[tuple[str, ...]]
) -> ComputedPart:
    """Return the part of a round; `boards` are those named before, which are not named again."""
    values = ballot_values(sheet, prose)
    again = round_key(sheet)
    lines = [prose.template(f"election.heading{again}")]
    if not again:
        lines += nomination_lines(facts, sheet.election.id, values, prose)
    context = facts.contexts.get(sheet.round.id)
    if context is not None and context.new_names:
        values["new_names"] = new_names(context, prose.words)
        lines.append(prose.template("election.new_names"))
    lines.append(prose.template(f"election.{_list_key(sheet, values)}"))
    if sheet.election.alternates and not again:
        values["alternates"] = str(sheet.election.alternates)
        lines.append(prose.template("election.alternates"))
    board = tuple(board_names(sheet, prose))
    if board:
        values |= {"board_count": str(len(board)), "board": ", ".join(board)}
        lines.append(
            prose.template("election.board_again" if board in boards else "election.board")
        )
        boards.add(board)
    if sheet.declared:
        lines += _counted(sheet, values, prose)
        lines += decided_lines(sheet, facts, values, prose)
    else:
        lines.append(prose.template("election.not_counted"))
    title = prose.say(f"election.title{again}", **values)
    return prose.part(round_record(sheet), "elections", title, "\n".join(lines), values)


def _list_key(sheet: RoundSheet, values: Mapping[str, str]) -> str:
    """Return which sentence says the list: none speaks of a surplus among those tied, or of a vote
    where ballots are counted again."""
    if sheet.round.is_recount:
        return "list_recount"
    if sheet.round.kind is RoundKind.TIE:
        return "list_tie"
    if "shares_issued" in values:
        return "list_shares"
    return "list" if "surplus" in values else "list_equal"


def round_key(sheet: RoundSheet) -> str:
    """Return the end of a heading's key: "_tie", "_recount", or "_round" of a later vote."""
    if sheet.round.is_recount:
        return "_recount"
    if sheet.round.kind is RoundKind.TIE:
        return "_tie"
    return "_round" if sheet.round.number > 1 else ""


def _counted(sheet: RoundSheet, values: dict[str, str], prose: Prose) -> Iterator[str]:
    """Yield the lines of a declared round; `values` gets what stands in them."""
    yield people_template(sheet, values, prose)
    if is_void(sheet):
        yield prose.template("election.papers_void")
        values |= void_values(sheet)
        yield prose.template("election.void")
        return
    yield prose.template("election.papers")
    if "shares_issued" in values:
        yield prose.template("election.papers_shares")
    result = sheet.result
    if result.elected:
        values[TABLE_FIELD] = elected_table(sheet, prose)[1]
        alone = len(result.elected) == 1
        yield prose.template("election.elected_one" if alone else "election.elected")
        yield prose.template("election.table")
    else:
        yield prose.template("election.nobody")
    yield from unfilled_lines(sheet, values, prose)
    yield prose.template("election.attached")


def unfilled_lines(sheet: RoundSheet, values: dict[str, str], prose: Prose) -> Iterator[str]:
    """Yield who is tied and how many are missing; `values` gets what stands in the lines."""
    result = sheet.result
    if result.tied:
        tied = (result.by_position(position).name for position in result.tied)
        values["tied"] = ", ".join(tied)
        values["tied_votes"] = grouped(result.by_position(result.tied[0]).votes)
        yield prose.template("election.tied", "congress_minutes")
    vacant = sheet.round.seats - len(result.elected)
    if vacant > 0:
        values["vacant"] = str(vacant)
        yield prose.template("election.vacant", "congress_minutes")
