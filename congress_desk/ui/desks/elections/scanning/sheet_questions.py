"""A sheet with its questions, what was chosen so far, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QImage

from congress_desk.domain.elections.entry_line import EntryContext, EntryKind, read_entry
from congress_desk.domain.elections.scans.bundle import Answer, ScannedSheet
from congress_desk.domain.elections.scans.feed import ScannedFeed
from congress_desk.domain.elections.scans.questions import Choice, Question, answered, cause_of
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import article_said, tr
from congress_desk.ui.desks.elections.scanning.view import ScanView
from congress_desk.ui.desks.elections.scanning.words import choice_effect

BOARD_KEY = "0"


@dataclass(slots=True)
class SheetQuestions:
    """`chosen` is by position, `place` the question that is asked now, from 0."""

    view: ScanView
    feed: ScannedFeed
    sheet: ScannedSheet
    asked: tuple[Question, ...]
    images: tuple[QImage, ...] = ()
    chosen: dict[int, Choice] = field(default_factory=dict)
    place: int = 0

    @property
    def question(self) -> Question:
        return self.asked[self.place]

    @property
    def is_last(self) -> bool:
        """Say whether no other question of the sheet comes after this one."""
        return self.place == len(self.asked) - 1

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return the answers to the question, that of the board last."""
        return (*self.question.choices, Choice.BOARD)

    @property
    def keys(self) -> list[tuple[str, Choice]]:
        """Return each answer with its key."""
        keys = [str(number) for number in range(1, len(self.choices))]
        return list(zip([*keys, BOARD_KEY], self.choices, strict=True))

    @property
    def context(self) -> EntryContext:
        """Return what a ballot is typed against."""
        return EntryContext(names=len(self.view.rules.candidates), mode=self.view.rules.mode)

    def effect(self, choice: Choice) -> str:
        """Say what an answer makes of the ballot."""
        paper = self.sheet.paper
        if self.question.position:
            paper = answered(self.sheet, {**self.chosen, self.question.position: choice})
        return choice_effect(choice, paper, self.view.rules, more=not self.is_last)

    def answer(self, typed: str | None) -> Answer | None | Refusal:
        """Return the answer as chosen, or as `typed`; None where more of the sheet is to ask."""
        if typed is not None:
            entry = read_entry(typed, self.context)
            if isinstance(entry, Refusal):
                return entry
            if entry.kind is not EntryKind.PAPER:
                return refuse("scan_type_whole")
            return Answer(paper=entry.paper)
        choice = self.chosen.get(self.question.position)
        if choice is None:
            return refuse("scan_choose_first")
        if choice is Choice.LEFT_OUT:
            return Answer(paper=None)
        if choice is Choice.BOARD:
            return Answer(paper=None, cause=cause_of(self.sheet))
        return Answer(paper=answered(self.sheet, self.chosen)) if self.is_last else None

    @property
    def cited(self) -> str:
        """Cite the article that a ballot is judged by."""
        return article_said(self.view.sheet.congress.rules.article("ballot"))

    def article(self, two: bool | None) -> str:
        """Cite what the answer rests on, and say who has to give it; None while nobody can say."""
        if two:
            words = tr("Whether the ballot is valid hangs on this: two people answer together.")
        elif self.question.position:
            words = tr("What is not settled by the rules is for the whole board.")
        elif two is None:
            return self.cited
        else:
            words = tr("One person is enough here.")
        return f"{self.cited} · {words}"
