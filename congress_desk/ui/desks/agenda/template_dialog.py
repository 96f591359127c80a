"""The choice of a programme that is ready to be taken over, and what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.template import AgendaTemplate, dated
from congress_desk.domain.preparation.template_kinds import likely_kind
from congress_desk.i18n import tr
from congress_desk.queries.agenda.items import AgendaView
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog

PREVIEW_HEIGHT = 300


class TemplateDialog(FormDialog):
    """`chosen` carries the template."""

    chosen = Signal(object)

    def __init__(
        self, templates: Sequence[AgendaTemplate], view: AgendaView, parent: QWidget | None
    ) -> None:
        super().__init__(tr("Use a template"), tr("Use this template"), parent)
        self._view = view
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setMinimumHeight(theme.px(PREVIEW_HEIGHT))
        self.preview.setTabChangesFocus(True)
        offered = [(template.title, template) for template in templates]
        self.choice = self.add_choice(tr("Kind of congress"), "templateChoice", offered)
        self.add_field(tr("What it holds"), self.preview, "templatePreview")
        self.choice.currentIndexChanged.connect(self._show)
        self.submitted.connect(self._on_submitted)
        keys = [template.key for template in templates]
        usual = likely_kind(view.congress)
        self.choice.setCurrentIndex(keys.index(usual) if usual in keys else 0)
        self._show()

    def _show(self) -> None:
        template: AgendaTemplate = self.choice.currentData()
        items = [found.item for found in dated(template, self._view.starts)]
        lines = []
        session = ""
        for found in plan(items, starts=self._view.starts):
            if found.item.session != session:
                session = found.item.session
                lines.append(session.upper())
            clock = f"{found.start:%H:%M}" if found.start else found.item.time
            lines.append(f"{clock}  {'      ' * found.depth}{found.item.content}")
        self.preview.setPlainText("\n".join(lines))
        if self._view.items:
            count = len(self._view.items)
            words = tr("The programme already has {count} items; these are added after them.",
                       count=count)  # fmt: skip
            self.say(words, "look")

    def _on_submitted(self) -> None:
        self.chosen.emit(self.choice.currentData())
        self.accept()
