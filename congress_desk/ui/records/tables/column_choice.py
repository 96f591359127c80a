"""Which columns of a table are shown: chosen from its menu, remembered for each table."""

from __future__ import annotations

from congress_desk.settings import SettingsStore


class _Remembered:
    """What was left out of each table, kept in the settings once the window has given them."""

    def __init__(self) -> None:
        self._store: SettingsStore | None = None
        self._left_out: tuple[str, ...] = ()

    def use(self, store: SettingsStore) -> None:
        """Read and keep the choices in these settings from now on."""
        self._store, self._left_out = store, store.values.hidden_columns

    def left_out(self, table: str) -> frozenset[str]:
        """Return the titles of the columns that were left out of a table."""
        begin = f"{table}/"
        return frozenset(
            each.removeprefix(begin) for each in self._left_out if each.startswith(begin)
        )

    def show_all(self) -> None:
        """Leave no column of any table out from now on."""
        self._left_out = ()
        if self._store is not None:
            self._store.change(hidden_columns=())

    def leave_out(self, table: str, title: str, *, left_out: bool) -> None:
        """Leave a column out of a table from now on, or show it again."""
        line = f"{table}/{title}"
        others = tuple(each for each in self._left_out if each != line)
        self._left_out = (*others, line) if left_out else others
        if self._store is not None:
            self._store.change(hidden_columns=self._left_out)


remembered = _Remembered()
