"""The speakers' register as a table: who, from where, about what, through whom, how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from congress_desk.domain.running.clock import wall_clock
from congress_desk.domain.running.speech import Speech, SpeechState
from congress_desk.i18n import tr
from congress_desk.ui.desks.running.words import clock_text, hour_text
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable

_SIGNS = {
    SpeechState.REQUESTED: Sign(icon="circle", tone="muted"),
    SpeechState.SPEAKING: Sign(icon="play", tone="accent"),
    SpeechState.DONE: Sign(icon="circle-check", tone="holds"),
    SpeechState.WITHDRAWN: Sign(icon="ban", tone="muted"),
}
THROUGH = 4
LEAST_NAME = 150
_COUNTED = (SpeechState.REQUESTED, SpeechState.SPEAKING, SpeechState.DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechRow:
    """A speech with its number among those that count; `alike` says that names are the same."""

    number: int
    speech: Speech
    alike: bool


def speech_rows(speeches: Sequence[Speech], alike: Container[int]) -> tuple[SpeechRow, ...]:
    """Return the register numbered in its order; withdrawn requests have no number.

    `alike` are the people somebody else has the same name as.
    """
    rows, number = [], 0
    for speech in speeches:
        counted = speech.state is not SpeechState.WITHDRAWN
        number += counted
        rows.append(
            SpeechRow(
                number=number if counted else 0, speech=speech, alike=speech.person_id in alike
            )
        )
    return tuple(rows)


def words_shown(rows: Sequence[SpeechRow]) -> frozenset[object]:
    """Return what the widths of the columns hang on, in whatever order the rows are."""
    return frozenset(
        (s.speaker, s.delegation, s.topic, s.through, s.state, row.alike)
        for row in rows
        for s in (row.speech,)
    )


def delegation_counts(speeches: Sequence[Speech]) -> str:
    """Return how many speeches each delegation has, most first: "Đoàn 1: 3 · Đoàn 2: 1"."""
    counts = Counter(
        speech.delegation or tr("no delegation") for speech in speeches if speech.state in _COUNTED
    )
    ordered = sorted(counts.items(), key=lambda found: (-found[1], found[0]))
    return " · ".join(f"{name}: {count}" for name, count in ordered)


def speech_table() -> DataTable:
    """Return the table of speeches; Enter on one calls or ends it."""
    model = RecordTableModel(_columns())
    return DataTable(
        "speechTable", tr("Speeches"), model, long=(1, 2, 3), large=True, first_long=LEAST_NAME
    )


def state_words(speech: Speech) -> str:
    """Return since when somebody speaks or how long it took; the sign at the name says which."""
    match speech.state:
        case SpeechState.SPEAKING:
            return tr("since {time}", time=hour_text(wall_clock(speech.started_at)))
        case SpeechState.DONE:
            begun, ended = wall_clock(speech.started_at), wall_clock(speech.finished_at)
            took = clock_text(ended - begun) if begun and ended else ""
            return took or tr("spoke")
        case SpeechState.WITHDRAWN:
            return tr("withdrawn")
    return ""


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(
            title=tr("No."), text=lambda row: str(row.number or "–"), number=True, tone=_tone
        ),
        TableColumn(
            title=tr("Speaker"),
            text=lambda row: row.speech.speaker,
            remark=lambda row: tr("same name") if row.alike else "",
            sign=lambda row: (
                Sign(icon="users", tone="look") if row.alike else _SIGNS[row.speech.state]
            ),
            tip=_tip,
            strong=lambda row: row.speech.state is SpeechState.SPEAKING,
            tone=_tone,
        ),
        TableColumn(title=tr("Delegation"), text=lambda row: row.speech.delegation, tone=_tone),
        TableColumn(title=tr("Topic"), text=lambda row: row.speech.topic, tone=_tone),
        TableColumn(title=tr("Through"), text=lambda row: row.speech.through, tone=_tone),
        TableColumn(
            title=tr("Min"), text=lambda row: str(row.speech.minutes), number=True, tone=_tone
        ),
        TableColumn(title=tr("State"), text=lambda row: state_words(row.speech), tone=_tone),
    )


def _tip(row: SpeechRow) -> str:
    """Return what a narrow table leaves out."""
    through = row.speech.through
    said = (
        tr("Somebody else has the same name") if row.alike else "",
        tr("Requested through {name}", name=through) if through else "",
    )
    return "\n".join(filter(None, said))


def _tone(row: SpeechRow) -> str:
    over = (SpeechState.DONE, SpeechState.WITHDRAWN)
    return "muted" if row.speech.state in over else ""
