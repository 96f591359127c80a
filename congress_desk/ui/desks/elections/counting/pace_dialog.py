"""The plan of an entry, and while a round is counted the forecast of its finish."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.checks.pace import EntryPace, EntryPlan
from congress_desk.domain.elections.round import Round
from congress_desk.i18n import duration_words, tr
from congress_desk.queries.elections.checks.pace import entry_pace
from congress_desk.ui.look import theme
from congress_desk.ui.reader import Reader
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber

MOST = {"ballots": 100_000, "names": 999, "strikes": 999, "stations": 50, "passes": 3,
        "keys_a_minute": 600, "seconds_a_sheet": 60}  # fmt: skip
LEAST = {"strikes": 0, "seconds_a_sheet": 0, "keys_a_minute": 10}


class PaceDialog(FormDialog):
    """Every figure can be changed; what follows from them stands below. It writes nothing."""

    def __init__(
        self, session: Session, plan: EntryPlan, parent: QWidget, *, round_id: int = 0
    ) -> None:
        super().__init__(
            tr("How long the entry takes"), tr("Close"), parent, leave=tr("Reset the figures")
        )
        self._plan = plan
        self.forecast = self.tell("", "strong")
        self.forecast.setObjectName("entryForecast")
        self.forecast.setVisible(bool(round_id))
        self._fields = {
            name: self._add(name, title)
            for name, title in (
                ("ballots", tr("Ballots to enter")),
                ("names", tr("Names on the ballot")),
                ("strikes", tr("Names struck on average")),
                ("stations", tr("Stations")),
                ("passes", tr("Entry passes")),
                ("keys_a_minute", tr("Keys a minute")),
                ("seconds_a_sheet", tr("Seconds to turn a sheet")),
            )
        }
        self.outcome = theme.label(name="entryPlan", wrap=True)
        theme.set_property(self.outcome, "role", "strong")
        self.form.addRow(self.outcome)
        self.tell(
            tr(
                "Assumed: a name takes the digits of the longest number, a sheet one Enter more;"
                " bundles are shared evenly. Breaks and settling of differences are not in it."
            )
        )
        for field in self._fields.values():
            field.valueChanged.connect(lambda _: self._show())
        self.leave.clicked.disconnect()
        self.leave.clicked.connect(self._reset)
        self.submitted.connect(self.accept)
        self._reset()
        if round_id:
            self._round_id = round_id
            self._reader = Reader(session, self, self._read)
            self._read()

    @property
    def plan(self) -> EntryPlan:
        """Return what the fields say."""
        return EntryPlan(**{name: field.value() for name, field in self._fields.items()})

    def _add(self, name: str, title: str) -> WholeNumber:
        field = WholeNumber()
        field.setRange(LEAST.get(name, 1), MOST[name])
        field.setFixedWidth(theme.px(120))
        self.add_field(title, field, f"pace_{name}")
        return field

    def _reset(self) -> None:
        for name, field in self._fields.items():
            field.setValue(getattr(self._plan, name))
        self._show()

    def _show(self) -> None:
        plan = self.plan
        self.outcome.setText(
            tr(
                "{duration}: {keys} keys a ballot, {sheets} sheets at each station.",
                duration=duration_words(plan.minutes),
                keys=plan.keys_per_ballot,
                sheets=plan.sheets,
            )
        )

    def _read(self) -> None:
        self._reader.ask(entry_pace, self._round_id, done=self._show_pace)

    def _show_pace(self, pace: EntryPace) -> None:
        self.forecast.setText(forecast_words(pace, datetime.now()))


def forecast_words(pace: EntryPace, now: datetime) -> str:
    """Return when the last sheet will be in, at the speed of the last minutes."""
    done = {"entered": pace.entered, "wanted": pace.wanted}
    minutes = pace.minutes_left
    if not pace.left:
        return tr("All {wanted} sheets of all passes are in.", wanted=pace.wanted)
    if minutes is None:
        return tr("{entered} of {wanted} sheets are in; nobody is typing just now.", **done)
    return tr(
        "{entered} of {wanted} sheets are in; at this speed the last one at {time} ({duration}).",
        **done,
        time=f"{now + timedelta(minutes=minutes):%H:%M}",
        duration=duration_words(minutes),
    )


def show_pace_of(session: Session, found: Round, parent: QWidget) -> None:
    """Show the forecast of a round that is being counted, and a plan of it."""
    people = found.accounting
    plan = EntryPlan(
        ballots=max(people.returned or people.issued or people.present or people.convened, 1),
        names=len(found.candidates),
        strikes=max(len(found.candidates) - found.seats, 0),
        passes=found.passes,
    )
    PaceDialog(session, plan, parent, round_id=found.id).open()
