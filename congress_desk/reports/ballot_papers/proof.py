"""The proof sheet (bản kiểm tra phiếu bầu): each name as drawn, beside list and register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.ballot_papers.ballot_print import BallotPrint, PrintState
from congress_desk.domain.ballot_papers.printed_list import PrintedList
from congress_desk.domain.ballot_papers.proof import ReadName
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.ballot_papers.sheets import BallotSheets
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import day_of, day_text, moment, time_text
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
    SECRETARIAT,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import election_title, finding_sentence
from congress_desk.reports.document.wording import Wording

LIST_CHANGED = "list_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFacts:
    """What a proof is made from.

    `read` are the rows read back from the drawn page, `people` the person of the register that each
    candidate is (by the candidate's id), `needed` how many papers are needed (D).
    """

    congress: Congress
    election: Election
    listed: PrintedList
    ballots: BallotSheets
    read: tuple[ReadName, ...]
    people: Mapping[int, Person]
    findings: tuple[Finding, ...]
    prints: tuple[BallotPrint, ...]
    needed: int
    frozen: bool


def ballot_proof(facts: ProofFacts, head: JournalLine, wording: Wording | None = None) -> Document:
    """Return the proof of a ballot: what it is, what was printed, what is wrong, every name."""
    words = congress_wording(facts.congress, wording)
    stamps = () if facts.frozen else ("draft_list",)
    return congress_paper(
        facts.congress,
        head,
        words,
        day="",
        organ=SECRETARIAT,
        title=words.say("ballot_proof.title"),
        subject=(words.say("ballot_proof.subject", title=election_title(facts.election)),),
        blocks=(
            *_paper(facts, words),
            *_runs(facts.prints, words),
            *_verdict(facts.findings, words),
            *_names(facts, words),
            KeepTogether(blocks=_signatures(words)),
        ),
        stamps=stamps,
    )


def _paper(facts: ProofFacts, words: Wording) -> tuple[Block, ...]:
    layout, sheet = facts.ballots.layout, facts.ballots.sheet
    mode = "strike" if facts.listed.mode is MarkMode.STRIKE else "tick"
    sides = "two" if len(layout.pages) > 1 else "one"
    type_size = decimal_comma(f"{layout.type_size:g}")
    return (
        Heading(title=words.say("ballot_proof.paper")),
        Bullet(
            runs=words.runs(
                f"ballot_proof.{mode}", names=len(facts.listed.names), seats=facts.listed.seats
            )
        ),
        Bullet(
            runs=words.runs(
                f"ballot_proof.size_{sides}",
                size=layout.size.value,
                columns=layout.columns,
                type=type_size,
            )
        ),
        Bullet(
            runs=words.runs(
                "ballot_proof.sheet" if sheet.on_sheet > 1 else "ballot_proof.sheet_one",
                count=sheet.on_sheet,
                sheet=sheet.size.value,
            )
        ),
        Bullet(
            runs=words.runs(
                "ballot_proof.copies",
                copies=facts.ballots.copies,
                needed=facts.needed,
                reserve=facts.ballots.copies - facts.needed,
                sheets=facts.ballots.sheets,
            )
        ),
        Bullet(runs=words.runs("ballot_proof.code", code=facts.listed.code)),
    )


def _verdict(findings: Sequence[Finding], words: Wording) -> tuple[Block, ...]:
    """Return everything that is wrong, or that nothing is."""
    heading = Heading(title=words.say("ballot_proof.findings"))
    if not findings:
        return heading, Paragraph(runs=words.runs("ballot_proof.nothing"))
    return heading, *(
        Bullet(
            runs=words.runs(
                f"ballot_proof.{'wrong' if each.severity is Severity.ERROR else 'look'}",
                finding=finding_sentence(each, words),
            )
        )
        for each in findings
    )


def _names(facts: ProofFacts, words: Wording) -> tuple[Block, ...]:
    rows = []
    for place, candidate in enumerate(facts.listed.names):
        drawn = facts.read[place] if place < len(facts.read) else ReadName("", "")
        person = facts.people.get(candidate.candidate_id)
        register = words.say("ballot_proof.not_linked")
        if person is not None:
            born = vietnamese_date(person.born)
            register = f"{person.name}, {born}" if born else person.name
        same = drawn.text == candidate.text and drawn.position == str(place + 1)
        outcome = words.say("ballot_proof.same" if same else "ballot_proof.differs")
        rows.append((drawn.position, drawn.text, candidate.text, register, outcome))
    columns = (
        Column(title=words.say("ballot_proof.number"), width=11, align=Align.CENTER),
        Column(title=words.say("ballot_proof.drawn")),
        Column(title=words.say("ballot_proof.listed")),
        Column(title=words.say("ballot_proof.register")),
        Column(title=words.say("ballot_proof.result"), width=19, align=Align.CENTER),
    )
    heading = Heading(title=words.say("ballot_proof.names"))
    return heading, Table(columns=columns, rows=tuple(rows), small=True)


def _runs(prints: Sequence[BallotPrint], words: Wording) -> tuple[Block, ...]:
    heading = Heading(title=words.say("ballot_proof.runs"))
    if not prints:
        return heading, Paragraph(runs=words.runs("ballot_proof.no_run"))
    columns = (
        Column(title=words.say("ballot_proof.number"), width=11, align=Align.CENTER),
        Column(title=words.say("ballot_proof.at"), width=42),
        Column(title=words.say("ballot_proof.count"), width=18, align=Align.RIGHT),
        Column(title=words.say("ballot_proof.code_title"), width=32, align=Align.CENTER),
        Column(title=words.say("ballot_proof.by"), width=30),
        Column(title=words.say("ballot_proof.state")),
    )
    rows = tuple(
        (
            str(number),
            f"{time_text(moment(run.at), words)}, {day_text(day_of(run.at), words)}",
            str(run.copies),
            run.code,
            run.actor,
            print_state_words(run, words),
        )
        for number, run in enumerate(prints, start=1)
    )
    return heading, Table(columns=columns, rows=rows, small=True)


def print_state_words(run: BallotPrint, words: Wording) -> str:
    """Return whether a run is good, or why it is void."""
    if run.state is PrintState.PRINTED:
        return words.say("ballot_proof.good")
    if run.void_reason == LIST_CHANGED:
        return words.say("ballot_proof.void_list_changed")
    return words.say("ballot_proof.void", reason=run.void_reason)


def _signatures(words: Wording) -> tuple[Block, ...]:
    cells = (
        Signature(title=words.say("ballot_proof.checked_by")),
        organ_signature(SECRETARIAT, words),
    )
    return Spacer(height=4), Signatures(cells=cells, across=2)
