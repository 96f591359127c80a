"""An election over all its rounds, worked out from the rules alone: imports nothing of the program.

Names are texts; ballots as in independent_count, whose count of one round this rests on.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field

import independent_count

ONE_POST = ("secretary", "deputy")
LOWERED = ("committee", "standing", "inspection", "other")


@dataclass
class Held:
    """One round: who stood in ballot order, for how many posts, and what came out."""

    names: list[str]
    seats: int
    tie: bool
    result: dict
    decided: list[tuple[str, object]] = field(default_factory=list)

    @property
    def elected(self) -> list[str]:
        return [self.names[position - 1] for position in self.result["elected"]]

    @property
    def tied(self) -> list[str]:
        return [self.names[position - 1] for position in self.result["tied"]]


@dataclass
class Course:
    """The rounds whose result stands, oldest first; `annulled` is the one to be held again."""

    rules: dict
    kind: str
    names: list[str]
    first_seats: int
    rounds: list[Held] = field(default_factory=list)
    annulled: Held | None = None

    @property
    def seats(self) -> int:
        """Return how many posts there are, as the congress lowered the number."""
        lowered = [n for held in self.rounds for what, n in held.decided if what == "lower_number"]
        return lowered[-1] if lowered else self.first_seats

    @property
    def have_posts(self) -> list[str]:
        """Return who has a post: by votes round by round, then by lot or age."""
        by_votes = [name for held in self.rounds for name in held.elected]
        taken = [
            name
            for held in self.rounds
            for what, names in held.decided
            if what in ("lot", "older")
            for name in names
        ]
        return by_votes + taken

    @property
    def open_posts(self) -> int:
        return max(0, self.seats - len(self.have_posts))

    @property
    def last(self) -> Held | None:
        return self.rounds[-1] if self.rounds else None

    @property
    def no_more_rounds(self) -> bool:
        """Say whether the rules allow no further round: void ones do not count (Đoàn: two)."""
        most = self.rules["rounds"]["max"]
        return bool(most) and self.rounds_that_count >= most

    @property
    def rounds_that_count(self) -> int:
        return sum(held.result["outcome"] != "void" for held in self.rounds)

    def who_is_left(self) -> list[str]:
        """Return who stood, or was let in, and has no post; in no order that matters."""
        stood = [name for held in self.rounds for name in held.names]
        new = [n for held in self.rounds for what, n in held.decided if what == "new_name"]
        return [n for n in dict.fromkeys(stood + new) if n not in self.have_posts]

    def decided_last(self) -> str:
        return self.last.decided[-1][0] if self.last and self.last.decided else ""

    def ways(self) -> set[str]:
        """Return how it may go on after a declared round, as the rules have it."""
        last = self.last
        if self.annulled or last is None or last.result["outcome"] == "void":
            return {"hold"}
        if self.decided_last() in ("leave_open", "report_superior"):
            return set()
        open_tie = [name for name in last.tied if name not in self.have_posts]
        if self.open_posts and open_tie and len(open_tie) == len(last.tied):
            return self._after_tie(last)
        return self._after_short() if self.open_posts else set()

    def _after_tie(self, last: Held) -> set[str]:
        again = last.tie or self.no_more_rounds
        found = {"lot", "leave_open"} if again else set()
        if not self.no_more_rounds:
            found.add("revote" if last.tie else "hold")
        if again and self.kind in LOWERED and self.have_posts:
            found.add("lower_number")
        return found

    def _after_short(self) -> set[str]:
        again = not self.no_more_rounds
        found = {"new_names"} if again and self._may_have_new_names() else set()
        if again and self.who_is_left():
            found.add("next_round")
        if self.kind in ONE_POST:
            found.add("report_superior")
        elif self.kind in LOWERED:
            found |= {"leave_open"} | ({"lower_number"} if self.have_posts else set())
        elif self.no_more_rounds or self.rounds_that_count >= 2:
            found.add("leave_open")
        return found

    def _may_have_new_names(self) -> bool:
        """Say whether new names may be asked for: of delegates after some rounds (244, 20.2)."""
        return self.kind != "delegates" or self.rounds_that_count >= 2

    def hold(self, names: list[str], seats: int, tie: bool, ballots, accounting) -> Held:
        """Count a round and let its result stand."""
        majority = self.rules["majority"]
        settings = {
            "base": majority["base"],
            "share": majority["more_than"],
            "compare": majority["compare"],
            "single_blank": self.rules["ballot"]["single_blank"],
            "all_against": self.rules["ballot"]["all_against"],
            "majority_required": majority["required"]
            and (not tie or self.rules["tie_revote_needs_majority"]),
        }
        result = independent_count.count(ballots, len(names), seats, accounting, settings)
        held = Held(names=names, seats=seats, tie=tie, result=result)
        self.rounds.append(held)
        self.annulled = None
        return held

    def annul(self) -> None:
        """Take the newest result away, with what was decided after it."""
        self.annulled = self.rounds.pop()

    def recount(self, ballots, accounting) -> Held:
        """Put another count of the same ballots in the place of the newest round.

        What was decided after it falls, unless the same people are elected and tied.
        """
        before = self.rounds.pop()
        held = self.hold(before.names, before.seats, before.tie, ballots, accounting)
        same = (
            held.result["outcome"] == before.result["outcome"]
            and set(held.elected) == set(before.elected)
            and held.tied == before.tied
        )
        held.decided = before.decided if same else []
        return held


def rules_of(text: str) -> dict:
    """Return a rule set from its TOML."""
    return tomllib.loads(text)
