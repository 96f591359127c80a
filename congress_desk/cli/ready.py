"""What the call `ready` says: a line a check, and how what is not right is mended."""

from __future__ import annotations

from congress_desk.domain.readiness.checks import Readiness, worst
from congress_desk.domain.readiness.facts import WindowFacts
from congress_desk.i18n import message
from congress_desk.papers.readiness import readiness_of
from congress_desk.reports.readiness.report import check_words
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile

READY, NOT_READY = 0, 1


def ready(file: CongressFile) -> int:
    """Print every check; return 1 where something is wrong, 0 where it is right or to be seen."""
    window = WindowFacts(journal_folder=SettingsStore().values.journal_folder)
    checks = readiness_of(file, window)
    for check in checks:
        state = message(f"ready_state.{check.state.value}")
        print(f"{state}: {'. '.join(filter(None, check_words(check)))}")
    return NOT_READY if worst(checks) is Readiness.WRONG else READY
