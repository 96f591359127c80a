"""What the table of stations says of one of them."""

from __future__ import annotations

from congress_desk.domain.elections.passes.bundle_passes import RESOLVER
from congress_desk.domain.elections.stations.bundle_ranges import ranges_text
from congress_desk.domain.elections.stations.station import Station, StationState, TakenIn
from congress_desk.i18n import grouped, label, tr
from congress_desk.ui.desks.elections.stations.view import StationsView
from congress_desk.ui.records.table_model import Sign, TableColumn

_SIGNS = {
    StationState.OUT: Sign(icon="log-out", tone="accent"),
    StationState.BACK: Sign(icon="circle-check", tone="holds"),
    StationState.CALLED_BACK: Sign(icon="undo-2", tone="muted"),
}


def station_columns() -> tuple[TableColumn, ...]:
    """Return who has which bundles, how far that is, and since when."""
    return (
        TableColumn(
            title=tr("Station"),
            text=lambda s: s.name,
            sign=lambda s: _SIGNS[s.state],
            strong=lambda s: True,
        ),
        TableColumn(title=tr("Bundles"), text=bundles_words),
        TableColumn(title=tr("State"), text=state_words),
        TableColumn(title=tr("Since"), text=since),
    )


def bundles_words(station: Station) -> str:
    """Return which bundles it has, or of which it settles sheets."""
    bundles = ranges_text(station.bundles)
    return tr("settling: {bundles}", bundles=bundles) if station.settles else bundles


def state_words(station: Station) -> str:
    """Return its state, of one that has brought a part which bundles are still to come."""
    if station.is_out and station.out != station.bundles:
        return tr("still to come: {bundles}", bundles=ranges_text(station.out))
    return label("station_state", station.state.value)


def taken_words(taken: TakenIn) -> str:
    """Say which bundles a result brought, which are to come, which it told otherwise; or ""."""
    words = ""
    if taken.station.out:
        words = tr(
            "“{name}” brought bundles {bundles}; still to come: {left}.",
            name=taken.station.name,
            bundles=ranges_text(taken.bundles),
            left=ranges_text(taken.station.out),
        )
    if taken.untold:
        untold = tr(
            "“{name}”: a sheet of bundles {bundles} is as no pass has it, and is typed once more"
            " here from the paper.",
            name=taken.station.name,
            bundles=ranges_text(taken.untold),
        )
        words = f"{words}\n{untold}".strip()
    if not taken.changed:
        return words
    changed = tr(
        "“{name}” changed bundles {bundles} after they were taken in: what came first counts; put a"
        " wrong ballot right here, with its reason.",
        name=taken.station.name,
        bundles=ranges_text(taken.changed),
    )
    return f"{words}\n{changed}".strip()


def since(station: Station) -> str:
    """Return when it was handed out, or settled: the time, to the minute."""
    return (station.settled_at or station.given_at)[11:16]


def free_words(view: StationsView) -> str:
    """Say which bundles can be handed out, of several passes for which pass."""
    passes = sorted({number for _, number in view.free})
    if not passes:
        return tr("No bundle can be handed out: each is out, begun here, or finished.")
    parts = []
    for number in passes:
        bundles = ranges_text([bundle for bundle, its in view.free if its == number])
        parts.append(_free_in_pass(number, bundles) if view.passes > 1 else bundles)
    return tr("Can be handed out: {bundles}", bundles="; ".join(parts))


def _free_in_pass(number: int, bundles: str) -> str:
    if number == RESOLVER:
        return tr("settling: {bundles}", bundles=bundles)
    return tr("pass {pass_number}: {bundles}", pass_number=number, bundles=bundles)


def handed_words(station: Station) -> str:
    """Say what became of bundles that were just handed out, and what is done next."""
    bundles = ranges_text(station.bundles)
    if station.settles:
        return tr(
            "“{name}” settles {sheets} sheets of bundles {bundles}. Somebody who typed no pass of"
            " these bundles opens its file on the other laptop.",
            name=station.name,
            sheets=grouped(station.sheets),
            bundles=bundles,
        )
    return tr(
        "“{name}” has bundles {bundles}. Open its file on the other laptop.",
        name=station.name,
        bundles=bundles,
    )
