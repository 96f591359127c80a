"""What can be done where passes are compared as they stand now, and why not."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.i18n import tr
from congress_desk.queries.elections.passes.bundles import ComparedBundle
from congress_desk.ui.desks.elections.passes.view import PassesView
from congress_desk.ui.parts.pass_words import settle_words


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandState:
    """`bundle` is the one chosen, `compared` where it differs; `view` None while it is read.

    `is_retyping`: a sheet is typed from the paper, `is_typed` that something of it stands in the
    line. `not_by` says why whoever is named settles nothing, "" while they may.
    """

    view: PassesView | None
    bundle: BundlePasses | None
    compared: ComparedBundle | None
    is_retyping: bool
    is_typed: bool
    not_by: str

    def words(self, name: str) -> str:
        """Return what a command is called now, "" for its usual words."""
        bundle = self.bundle
        return settle_words(bundle, self.compared) if name == "settle" and bundle else ""

    def why_not(self, name: str) -> str | None:
        """Return why a command is refused, "" while it is allowed, None where it is not there."""
        view, bundle, compared = self.view, self.bundle, self.compared
        if view is None or bundle is None:
            return tr("The bundles are being read.")
        if name == "picture":
            return "" if bundle.is_scanned and not self.is_retyping else None
        if not view.is_counted:
            return None
        if name == "set_aside":
            return "" if self.is_retyping and not self.is_typed else None
        if self.is_retyping or bundle.station:
            return None
        if name == "correct":
            return self.not_by if bundle.agreed else None
        if name == "restart":
            return self.not_by if bundle.passes else None
        if bundle.totals_differ:
            return ""
        if compared is None or not (compared.needs_count or compared.left):
            return None
        return self.not_by
