"""The question before a bundle is entered anew: its passes are set aside and kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.passes.restarting import restart_bundle
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.operator_acts import by_operator
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.widgets.screen_acts import Acts


def restart_dialog(
    acts: Acts, round_id: int, bundle: int, together: str, parent: QWidget
) -> ReasonDialog:
    """Return the dialog that begins a bundle with its first pass again, for a reason."""
    return ReasonDialog(
        acts,
        tr("Enter bundle {bundle} anew?", bundle=bundle),
        tr("Every pass of it is set aside and kept; the bundle begins with its first pass."),
        tr("Enter it anew"),
        partial(by_operator(restart_bundle), together=together),
        round_id,
        bundle,
        why=tr("Why it is entered anew"),
        leave=tr("Leave it"),
        danger=True,
        parent=parent,
    )
