"""What the page of sample control shows: sheets and how they stand, never a mark."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.checks.sample import Sample, SampleSheet
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.queries.elections.checks.sample import samples
from congress_desk.queries.elections.rounds import running_sheet
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleView:
    """A round and its samples, oldest first."""

    sheet: RoundSheet
    samples: tuple[Sample, ...]

    @property
    def last(self) -> Sample | None:
        return self.samples[-1] if self.samples else None

    @property
    def is_open(self) -> bool:
        return self.sheet.round.state is RoundState.COUNTING

    @property
    def left(self) -> tuple[SampleSheet, ...]:
        """Return the sheets of every sample that are to be compared."""
        return tuple(sheet for sample in self.samples for sheet in sample.left)

    @property
    def is_whole(self) -> bool:
        """Say whether the last ballot is in, and agreed where there are several passes."""
        passes = self.sheet.passes
        entered, returned = self.sheet.result.entered, self.sheet.result.accounting.returned
        return entered > 0 and entered == returned and not (passes and passes.not_agreed)


def sample_view(file: CongressFile, round_id: int) -> SampleView:
    """Return a round and how its samples stand."""
    return SampleView(sheet=running_sheet(file, round_id), samples=samples(file, round_id))
