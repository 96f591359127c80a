"""What is said of a list of candidates beside its table."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.ballot_print import PrintFact
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.lists.candidate_list import in_list_order
from congress_desk.i18n import article_said, finding_text, label, tr
from congress_desk.queries.elections.ballot_prints import BallotsOfRound
from congress_desk.ui.desks.elections.lists.election_view import ElectionView

_ABOVE = ("surplus_above_max", "surplus_above_max_small")


def above_words(view: ElectionView) -> str:
    """Return by how much a list is longer than the rules allow, "" when it is not."""
    if not view.surplus.above_max(view.rules):
        return ""
    found = [finding_words(finding) for finding in view.findings if finding.code in _ABOVE]
    return "\n".join([*found, tr("Write why the congress decided so.")])


def order_words(view: ElectionView, sort: str) -> str:
    """Return that a first list is not in the rules' order, "" where it is; `sort` puts it so."""
    listed = view.election.candidates
    by_rule = in_list_order(listed, view.rules.list_order)
    moved = [here for here, wanted in zip(listed, by_rule, strict=True) if here.id != wanted.id]
    if not moved or view.rounds:
        return ""
    return tr(
        "The names are not in the order of the rules ({order}): {name} stands elsewhere. To put"
        " them so, press “{sort}” first.",
        order=label("list_order", view.rules.list_order.value),
        name=moved[0].name,
        sort=sort,
    )


def kind_words(election: Election) -> str:
    """Return the kind of an election, and whether only its title tells."""
    kind = label("election_kind", election.kind.value)
    return kind if election.kind_said else tr("{kind} (from the title)", kind=kind)


def frozen_words(view: ElectionView) -> str:
    """Return what a fixed list means for whoever wants to change it."""
    if view.held:
        return tr("Fixed: a round used this list, so it stays as it is. Ballots are in this order.")
    return tr("Fixed: ballots are printed in this order. Open the list again to change it.")


def finding_words(finding: Finding) -> str:
    """Return a finding with its article."""
    text = finding_text(finding)
    return f"{text} — {article_said(finding.article)}" if finding.article else text


def papers_words(ballots: BallotsOfRound | None) -> tuple[str, str]:
    """Return the tone and the sentence about the ballot papers of an election.

    Of a later round its number, for the papers of the first were printed and used.
    """
    tone, words = _papers(ballots)
    if ballots is None or ballots.listed.round_number == 1:
        return tone, words
    return tone, tr("Round {number}: {words}", number=ballots.listed.round_number, words=words)


def _papers(ballots: BallotsOfRound | None) -> tuple[str, str]:
    if ballots is None or ballots.fact is PrintFact.NONE:
        return "muted", tr("No ballot has been printed from here yet.")
    if ballots.fact is PrintFact.CURRENT:
        code = ballots.listed.code
        return "holds", tr("{count} ballots, list {code}", count=ballots.copies, code=code)
    if ballots.fact is PrintFact.OUTDATED:
        return "wrong", tr("The printed ballots no longer match the list: print again")
    return "wrong", tr("The printed ballots were taken back: print again")
