"""Minutes of handing over sealed ballots and boxes (biên bản giao nhận), of all declared rounds."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.reports.after_election.after_parts import (
    committee_name,
    names_or_dots,
    of_organ,
    retention,
    vote_words,
)
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    PRESIDIUM,
    congress_name,
    congress_wording,
)
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.counting_minutes.closing import counting_day


def ballots_handover(
    congress: Congress,
    sheets: Sequence[RoundSheet],
    duties: Sequence[Duty],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the minutes; `sheets` are the declared rounds in the order they were held."""
    words = congress_wording(congress, wording)
    presidium, committee = words.terms["presidium_name"], committee_name(congress, words)
    giver = [duty.name for duty in of_organ(duties, Organ.PRESIDIUM) if not duty.until]
    last = max((counting_day(sheet) for sheet in sheets), default="")
    return congress_paper(
        congress,
        head,
        words,
        day="",
        organ=PRESIDIUM,
        symbol=words.say("after.symbol_minutes"),
        title=words.say("ballots_handover.title"),
        subject=(words.say("ballots_handover.subject"),),
        blocks=(
            Paragraph(
                runs=words.runs(
                    "ballots_handover.opening",
                    presidium=presidium,
                    congress=congress_name(congress, words),
                    committee=committee,
                )
            ),
            Bullet(runs=words.runs("ballots_handover.giver", names=names_or_dots(giver, words))),
            Bullet(runs=words.runs("ballots_handover.receiver", committee=committee)),
            Heading(title=f"1. {words.say('ballots_handover.papers')}"),
            _papers(sheets, words),
            Heading(title=f"2. {words.say('ballots_handover.others')}"),
            Bullet(runs=words.runs("ballots_handover.boxes")),
            Bullet(runs=words.runs("ballots_handover.minutes", count=len(sheets))),
            Heading(title=f"3. {words.say('ballots_handover.kept')}"),
            Paragraph(runs=words.runs("ballots_handover.state")),
            retention(congress.rules, last, words),
            KeepTogether(blocks=_closing(words)),
        ),
    )


def _papers(sheets: Sequence[RoundSheet], words: Wording) -> Table:
    rows, sums = [], [0, 0, 0, 0]
    for number, sheet in enumerate(sheets, start=1):
        figures = (
            sum(1 for bundle in sheet.bundles if bundle.entered),
            sheet.round.accounting.returned or sheet.result.entered,
            sheet.result.valid,
            sheet.result.invalid,
        )
        sums = [total + figure for total, figure in zip(sums, figures, strict=True)]
        title = f"{election_title(sheet.election)}, {vote_words(sheet.round, words)}"
        rows.append((str(number), title[:1].upper() + title[1:], *map(str, figures), ""))
    rows.append(("", words.say("ballots_handover.total"), *map(str, sums), ""))
    figure = ("bundles", "returned", "valid", "invalid")
    return Table(
        columns=(
            Column(title=words.say("after.number"), width=10, align=Align.CENTER),
            Column(title=words.say("ballots_handover.election")),
            *(
                Column(title=words.say(f"ballots_handover.{key}"), width=18, align=Align.RIGHT)
                for key in figure
            ),
            Column(title=words.say("ballots_handover.seal"), width=25, align=Align.CENTER),
        ),
        rows=tuple(rows),
        small=True,
        bold_rows=frozenset({len(rows) - 1}),
    )


def _closing(words: Wording) -> tuple[Block, ...]:
    cells = (
        Signature(title=words.say("ballots_handover.receiver_signs")),
        Signature(title=words.say("ballots_handover.giver_signs")),
    )
    return (
        Paragraph(runs=words.runs("after.copies")),
        Spacer(height=4),
        Signatures(cells=cells, across=2),
    )
