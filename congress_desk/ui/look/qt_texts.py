"""Qt's own buttons, menus and dialogs in a language that has a qt.json: Qt ships no Vietnamese."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QTranslator

from congress_desk.paths import resource


class QtTexts(QTranslator):
    """Looks a text of Qt up by its English source, with or without its & mnemonic."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        file = resource("i18n", language, "qt.json")
        self._texts: dict[str, str] = json.loads(file.read_text("utf-8"))["qt"]

    def text(self, source: str) -> str | None:
        """Return the translation of `source`; None when it is not ours to translate."""
        found = self._texts.get(source)
        if found is None and "&" in source:
            found = self._texts.get(source.replace("&", ""))
        return found

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return self.text(source)
