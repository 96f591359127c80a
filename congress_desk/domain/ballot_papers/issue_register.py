"""The issue register of ballots: handed out, exchanged, taken back, counted, destroyed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Refusal, refuse

MOST_PAPERS = 100_000


class IssueKind(StrEnum):
    """What a line of the register tells."""

    BOX_SEALED = "box_sealed"  # the box was shown empty, and sealed
    HANDED = "handed"  # to a delegation, a row, or the whole hall
    EXCHANGED = "exchanged"  # a spoiled paper taken back, a good one given for it
    TAKEN_BACK = "taken_back"  # handed out and come back unused, before the vote
    RETURNED = "returned"  # found in the box when it was opened
    DESTROYED = "destroyed"  # never used, or spoiled, before witnesses


ONCE = frozenset({IssueKind.BOX_SEALED, IssueKind.RETURNED})
# What may be written before the round opens.
EARLY = frozenset(
    {IssueKind.BOX_SEALED, IssueKind.HANDED, IssueKind.EXCHANGED, IssueKind.TAKEN_BACK}
)
WITNESSED = frozenset({IssueKind.BOX_SEALED, IssueKind.RETURNED, IssueKind.DESTROYED})


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLine:
    """One line: how many `papers`, of which unit ("" the whole hall), who answers for it.

    A line written before its round opened is of the run `print_id`; until then `round_id` is 0.
    `box_id` is the box it is about where there are several, 0 else.
    `spoiled` are the spoiled papers among those destroyed. A line is never deleted: one that is
    wrong is struck out, and says why.
    """

    id: int = 0
    round_id: int = 0
    print_id: int = 0
    box_id: int = 0
    kind: IssueKind
    papers: int = 0
    spoiled: int = 0
    unit: str = ""
    name: str = ""
    witness: str = ""
    note: str = ""
    at: str = ""
    actor: str = ""
    struck_at: str = ""
    struck_reason: str = ""

    @property
    def stands(self) -> bool:
        """Say whether the line counts: it was not struck out."""
        return not self.struck_at


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRegister:
    """The lines of a round in order, and how many good papers were `printed`, 0 when not known.

    `spent` are those of them that a cancelled round has used: it was counted already.
    """

    lines: tuple[IssueLine, ...] = ()
    printed: int = 0
    spent: int = 0

    def total(self, kind: IssueKind, unit: str | None = None) -> int:
        """Return the papers of all lines of a kind that stand, of one unit or of all."""
        return sum(
            line.papers
            for line in self.lines
            if line.kind is kind and line.stands and (unit is None or is_same(line.unit, unit))
        )

    @property
    def is_kept(self) -> bool:
        """Say whether papers were handed out by this register, so that its numbers count."""
        return any(line.kind is IssueKind.HANDED and line.stands for line in self.lines)

    @property
    def tells(self) -> frozenset[str]:
        """Return the numbers of the round's accounting that come from here."""
        if not self.is_kept:
            return frozenset()
        return frozenset({"issued"} if self.returned is None else {"issued", "returned"})

    @property
    def issued(self) -> int:
        """Return how many voters hold a paper, or held one: handed out less taken back."""
        return self.total(IssueKind.HANDED) - self.total(IssueKind.TAKEN_BACK)

    @property
    def exchanged(self) -> int:
        """Return how many spoiled papers were exchanged for new ones, in lines that stand."""
        return self.total(IssueKind.EXCHANGED)

    @property
    def returned(self) -> int | None:
        """Return how many papers were in the boxes; None while one of them was not opened."""
        lines = self.lines_of(IssueKind.RETURNED)
        if not lines or set(self.boxes) - {line.box_id for line in lines}:
            return None
        return sum(line.papers for line in lines)

    @property
    def boxes(self) -> tuple[int, ...]:
        """Return the boxes at which papers were handed out or that were sealed, none of one."""
        known = (IssueKind.BOX_SEALED, IssueKind.HANDED, IssueKind.RETURNED)
        found = (n.box_id for n in self.lines if n.stands and n.kind in known and n.box_id)
        return tuple(dict.fromkeys(found))

    def of_box(self, box_id: int) -> IssueRegister:
        """Return the lines about one box."""
        return IssueRegister(lines=tuple(n for n in self.lines if n.box_id == box_id))

    def is_open(self, box_id: int) -> bool:
        """Say whether a box was opened, so that nothing more is handed out at it."""
        opened = {line.box_id for line in self.lines_of(IssueKind.RETURNED)}
        return box_id in opened or 0 in opened or (not box_id and self.returned is not None)

    def lines_of(self, kind: IssueKind) -> tuple[IssueLine, ...]:
        """Return the lines of a kind that stand, in order."""
        return tuple(line for line in self.lines if line.kind is kind and line.stands)

    @property
    def unused(self) -> int | None:
        """Return how many papers were never used; None while nobody knows how many there were."""
        used = self.spent + self.issued + self.exchanged
        return self.printed - used if self.printed else None

    @property
    def spoiled_destroyed(self) -> int:
        """Return how many spoiled papers were destroyed, in lines that stand."""
        return sum(line.spoiled for line in self.lines if line.stands)

    def line(self, kind: IssueKind) -> IssueLine | None:
        """Return the last line of a kind that stands."""
        return next((n for n in reversed(self.lines) if n.kind is kind and n.stands), None)

    @property
    def units(self) -> tuple[tuple[str, int], ...]:
        """Return each unit in the order of its first line, with the papers it holds."""
        names: dict[str, str] = {}
        for line in self.lines:
            if line.kind is IssueKind.HANDED and line.stands:
                names.setdefault(fold(line.unit), line.unit)
        return tuple(
            (
                unit,
                self.total(IssueKind.HANDED, unit) - self.total(IssueKind.TAKEN_BACK, unit),
            )
            for unit in names.values()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyIssue:
    """What was written before a round opens: of the ballots it is held with, and of void ones.

    `void` has for every run that was made void the register of its papers.
    """

    register: IssueRegister = IssueRegister()
    void: tuple[IssueRegister, ...] = ()

    @property
    def void_out(self) -> int:
        """Return how many papers of void runs are still out."""
        return sum(register.issued for register in self.void)

    def holding(self, unit: str) -> IssueRegister:
        """Return the register of the papers a unit gives back: of a void run before a good one."""
        held = (r for r in self.void if any(is_same(u, unit) and n for u, n in r.units))
        return next(held, self.register)

    def with_line(self, held: IssueRegister, line: IssueLine) -> EarlyIssue:
        """Return this with one more line in one of its registers."""
        more = replace(held, lines=(*held.lines, line))
        if held is self.register:
            return replace(self, register=more)
        return replace(self, void=tuple(more if r is held else r for r in self.void))


def is_same(unit: str, other: str) -> bool:
    """Say whether two texts name one unit."""
    return fold(unit) == fold(other)


def check_line(register: IssueRegister, line: IssueLine, article: str) -> Refusal | None:
    """Say why a line cannot be written; `article` is that of a round with too many papers."""
    if line.kind in WITNESSED and (refusal := _check_witnesses(line)):
        return refusal
    if line.kind in ONCE:
        if any(each.box_id == line.box_id for each in register.lines_of(line.kind)):
            return refuse(f"issue_{line.kind.value}_twice")
        if register.boxes and not line.box_id:
            return refuse("issue_box_missing")
    if line.kind is IssueKind.BOX_SEALED:
        return None
    least = 0 if line.kind in (IssueKind.RETURNED, IssueKind.DESTROYED) else 1
    if not least <= line.papers <= MOST_PAPERS or not 0 <= line.spoiled <= MOST_PAPERS:
        return refuse("issue_papers_wrong", most=MOST_PAPERS)
    if line.kind is IssueKind.DESTROYED:
        return _check_destroyed(register, line)
    if line.kind is IssueKind.RETURNED:
        return None if register.is_kept else refuse("issue_nothing_handed")
    if register.is_open(line.box_id):
        return refuse("issue_box_open", article=article)
    if line.kind is IssueKind.TAKEN_BACK:
        held = {fold(unit): count for unit, count in register.units}
        most = held.get(fold(line.unit), 0)
        if line.box_id:
            most = min(most, register.of_box(line.box_id).issued)
        return refuse("issue_unit_holds_less", most=most) if line.papers > most else None
    if register.unused is not None and line.papers > register.unused:
        return refuse("issue_more_than_printed", left=register.unused, printed=register.printed)
    if line.kind is IssueKind.EXCHANGED and register.exchanged + line.papers > register.issued:
        return refuse("issue_more_exchanged", issued=register.issued)
    return None


def check_strike(
    register: IssueRegister, line: IssueLine, entered: int, article: str, *, returned: int = 0
) -> Refusal | None:
    """Say why a line cannot be struck out: what was issued does not shrink below what came back.

    `returned` is what was typed at the count where nobody wrote down the opening of the box.
    """
    if line.kind is IssueKind.RETURNED and entered:
        return refuse("issue_ballots_entered", entered=entered)
    if line.kind is not IssueKind.HANDED:
        return None
    after = register.issued - line.papers
    back = max(register.returned or 0, entered, returned)
    if after < back:
        return refuse("issue_shrinks", article=article, issued=after, returned=back)
    held = next((count for unit, count in register.units if is_same(unit, line.unit)), 0)
    if held < line.papers:
        return refuse("issue_unit_holds_less", most=held)
    if register.exchanged > after:
        return refuse("issue_more_exchanged", issued=after)
    return None


def _check_witnesses(line: IssueLine) -> Refusal | None:
    if not line.name or not line.witness:
        return refuse("issue_names_missing")
    return refuse("issue_same_name_twice") if is_same(line.name, line.witness) else None


def _check_destroyed(register: IssueRegister, line: IssueLine) -> Refusal | None:
    if not line.papers + line.spoiled:
        return refuse("issue_papers_wrong", most=MOST_PAPERS)
    if register.returned is None:
        return refuse("issue_box_closed")
    spoiled = register.exchanged - register.spoiled_destroyed
    if line.spoiled > spoiled:
        return refuse("issue_more_spoiled", left=spoiled)
    if register.unused is not None:
        left = register.unused - register.total(IssueKind.DESTROYED)
        if line.papers > left:
            return refuse("issue_more_destroyed", left=left)
    return None
