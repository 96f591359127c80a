"""What the program remembers between two starts; a damaged file means the defaults, no error."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from congress_desk.languages import DEFAULT, LANGUAGES

THEMES = ("system", "light", "dark", "contrast")
SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
RECENT_MAX = 10
BACKUP_MINUTES = (5, 10, 15, 30)
# 0 is never.
LOCK_MINUTES = (0, 2, 5, 10, 15, 30)
# Seconds that a page of the hall stays.
LONGEST_PAGE = 120
_LISTS = ("recent", "hidden_columns")
_SWITCHES = ("sounds", "keep_recent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The remembered values; `scale` in per cent, `recent` newest first, paths as texts.

    `journal_folder` is where the second journal is kept too, "" for nowhere but beside the file;
    `backup_folder` is the same for copies, `backup_minutes` how long a change waits for one;
    `door` the name of the door at which this computer checks people in; `window` is where the
    window was left, `hidden_columns` what was left out of tables, as "table/title". `hall_screen`
    is the screen of the hall, "" for the one there is beside the desk's; its pages turn after
    `hall_seconds`, 0 by key alone.
    `lock_minutes` is how long nobody types before the screen is locked, 0 for never.
    `keep_recent` says whether the files that are opened are remembered; `exports` is the folder
    that papers are saved in, "" for that of the congress.
    """

    language: str = DEFAULT
    theme: str = "system"
    scale: int = 100
    operator: str = ""
    recent: tuple[str, ...] = ()
    journal_folder: str = ""
    backup_folder: str = ""
    backup_minutes: int = 10
    lock_minutes: int = 0
    door: str = ""
    window: str = ""
    hidden_columns: tuple[str, ...] = ()
    hall_screen: str = ""
    hall_seconds: int = 0
    sounds: bool = True
    keep_recent: bool = True
    exports: str = ""

    @property
    def larger(self) -> int:
        """Return the next larger scale, in per cent."""
        return next((scale for scale in SCALES if scale > self.scale), SCALES[-1])

    @property
    def smaller(self) -> int:
        """Return the next smaller scale, in per cent."""
        return next((scale for scale in reversed(SCALES) if scale < self.scale), SCALES[0])

    def with_recent(self, path: Path) -> Settings:
        """Return these settings with `path` as the newest of the recent files, if any are kept."""
        if not self.keep_recent:
            return self
        others = [known for known in self.recent if known != str(path)]
        return replace(self, recent=(str(path), *others)[:RECENT_MAX])

    def without_recent(self, path: str) -> Settings:
        """Return these settings without `path` among the recent files."""
        return replace(self, recent=tuple(known for known in self.recent if known != path))


class SettingsStore:
    """The one holder of the settings: reads them at the start, writes each change at once."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or settings_folder()
        self.values = read_settings(self.file)

    @property
    def file(self) -> Path:
        return self.folder / "settings.json"

    @property
    def second_start(self) -> Path:
        """Return the folder in which another start asks for the window of a file it wants."""
        return second_start_folder(self.folder)

    @property
    def log_file(self) -> Path:
        return self.folder / "congress-desk.log"

    def change(self, **values: Any) -> None:
        """Change some values and write them; a folder that cannot be written stops nobody."""
        self.use(replace(self.values, **values))

    def use(self, settings: Settings) -> None:
        """Take `settings` over and write them."""
        self.values = settings
        try:
            write_settings(self.file, settings)
        except OSError:
            import logging

            logging.getLogger(__name__).warning("not written: %s", self.file, exc_info=True)


def settings_folder() -> Path:
    """Return the folder of the settings: CONGRESS_DESK_CONFIG, or the place the system gives."""
    chosen = os.environ.get("CONGRESS_DESK_CONFIG")
    if chosen:
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("congress-desk", appauthor=False)


def second_start_folder(settings: Path) -> Path:
    """Return the folder of the notes between two starts of the program, of one user."""
    return settings / "second_start"


def documents_folder() -> Path:
    """Return where the user keeps documents, the home folder where there is no such place.

    File dialogs begin there; a folder that is not there they take for the name of a file.
    """
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def read_settings(file: Path) -> Settings:
    """Return what `file` says; each value that is missing or makes no sense gets its default."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    known = {field.name for field in fields(Settings)}
    usable: dict[str, Any] = {
        name: tuple(value) if name in _LISTS else value
        for name, value in found.items()
        if name in known and _makes_sense(name, value)
    }
    return Settings(**usable)


def write_settings(file: Path, settings: Settings) -> None:
    """Write `settings` under a temporary name and rename it; OSError when that fails."""
    import tempfile

    file.parent.mkdir(parents=True, exist_ok=True)
    # Plain ASCII: a path of a file may hold what is no text at all.
    text = json.dumps(asdict(settings), indent=1)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix="settings.", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _makes_sense(name: str, value: object) -> bool:
    if name in ("language", "theme"):
        known = LANGUAGES if name == "language" else THEMES
        return isinstance(value, str) and value in known
    if name == "backup_minutes":
        return type(value) is int and value in BACKUP_MINUTES
    if name == "lock_minutes":
        return type(value) is int and value in LOCK_MINUTES
    if name == "scale":
        return type(value) is int and SCALES[0] <= value <= SCALES[-1]
    if name == "hall_seconds":
        return type(value) is int and 0 <= value <= LONGEST_PAGE
    if name in _SWITCHES:
        return isinstance(value, bool)
    if name in _LISTS:
        return isinstance(value, list) and all(isinstance(path, str) for path in value)
    return isinstance(value, str)
