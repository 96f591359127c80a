"""One bundle with its passes: what differs, drawn and said, and what is to be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.comparison import StretchKind
from congress_desk.domain.elections.passes.entry_rights import Worker, check_resolver
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.queries.elections.passes.bundles import ComparedBundle
from congress_desk.ui.desks.elections.passes.pass_strip import PassStrip
from congress_desk.ui.desks.elections.passes.view import PassesView
from congress_desk.ui.look import icons, theme
from congress_desk.ui.parts.pass_words import (
    bundle_sign,
    counts_sentence,
    other_differences,
    steps,
    title_of,
    who_and_when,
)
from congress_desk.ui.records.fields.field_widgets import suggest
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import bring_into_sight, scrolling
from congress_desk.ui.widgets.layout.side_by_side import SideBySide


class BundlePart(QWidget):
    """`changed` when the names or the number of sheets are others; `finished` is Enter in it."""

    changed = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bundle: BundlePasses | None = None
        self._symbol = QLabel()
        self.title = theme.section()
        self.title.setObjectName("bundleTitle")
        self.sentence = QLabel()
        self.strip = PassStrip()
        self._alike = theme.subtitle()
        self._others = QLabel()
        self._steps_title = theme.section(tr("What is to be done"))
        self._steps = QLabel()
        self.count_label = QLabel(tr("Sheets counted by hand"))
        self.count = NumberField()
        self.count.setObjectName("handCount")
        self.count.setAccessibleName(tr("Sheets counted by hand"))
        self.count.setFixedWidth(theme.px(96))
        theme.set_property(self.count, "compact", False)
        self.resolver = ResolverForm()
        self._who = theme.subtitle()
        for label in (self.title, self.sentence, self._alike, self._others, self._steps, self._who):
            label.setWordWrap(True)
        self._dressed = ("", "")
        theme.changed.connect(self._dress)
        self.count.textChanged.connect(lambda _: self.changed.emit())
        self.count.finished.connect(self.finished)
        self.resolver.changed.connect(self.changed)
        for line in (self.resolver.name, self.resolver.together):
            line.returnPressed.connect(self.finished)
        self._lay_out()

    def show_bundle(self, view: PassesView, bundle: BundlePasses, operator: str) -> None:
        """Show one bundle; what is being typed for it stays."""
        compared = view.compared.get(bundle.number)
        if self._bundle is None or self._bundle.number != bundle.number:
            self.count.clear()
        self._bundle = bundle
        sign = bundle_sign(bundle)
        self._dressed = (sign.icon, sign.tone)
        self._dress()
        self.title.setText(title_of(bundle, compared))
        self.sentence.setText(counts_sentence(bundle, compared))
        self.strip.show_comparison(
            compared.comparison if compared else None,
            f"{self.title.text()}. {self.sentence.text()}",
        )
        self._show_differences(compared)
        self._show_steps(bundle, compared if view.is_counted else None, view.is_counted)
        offered = [confirmer.name for confirmer in view.sheet.confirmers]
        self.resolver.show_bundle(bundle, operator, view.signed_in, offered)
        self._who.setText("\n".join(who_and_when(bundle)))

    def ask_for_count(self) -> None:
        """Put the keyboard on the number of sheets counted by hand, and have it in sight."""
        self.count.setFocus()
        bring_into_sight(self.count, self.count.rect().center(), theme.px(60))

    def _show_differences(self, compared: ComparedBundle | None) -> None:
        self._alike.setVisible(compared is not None)
        if compared is not None:
            sheets = self.strip.columns
            alike = sum(column.kind is StretchKind.SAME for column in sheets)
            differ = len(sheets) - alike
            self._alike.setText(
                tr("{alike} sheets alike in every pass · {differ} in question",
                   alike=alike, differ=differ)
            )  # fmt: skip
        lines = other_differences(compared) if compared else []
        self._others.setText("\n".join(lines))
        self._others.setVisible(bool(lines))

    def _show_steps(
        self, bundle: BundlePasses, compared: ComparedBundle | None, counted: bool
    ) -> None:
        lines = steps(bundle, compared) if compared else []
        self._steps.setText("\n".join(f"{n}.  {words}" for n, words in enumerate(lines, start=1)))
        counting = compared is not None and compared.needs_count
        away = bool(bundle.station)
        settles = not away and (counting or bool(compared and compared.left))
        for part, shown in (
            (self._steps_title, bool(lines)),
            (self._steps, bool(lines)),
            (self.count_label, counting and not away),
            (self.count, counting and not away),
            (self.resolver, settles or counted and bundle.is_agreed and bool(bundle.agreed)),
        ):
            part.setVisible(shown)

    def _dress(self) -> None:
        icon, tone = self._dressed
        if icon:
            self._symbol.setPixmap(icons.pixmap(icon, tone, 24))

    def _lay_out(self) -> None:
        head = row_of(self._symbol, (self.title, 1), spacing=10)
        todo, who = QWidget(), QWidget()
        left = QVBoxLayout(todo)
        right = QVBoxLayout(who)
        for box, parts in (
            (left, (self._steps_title, self._steps)),
            (right, (self.count_label, self.count, self.resolver)),
        ):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(theme.px(6))
            for part in parts:
                box.addWidget(part)
            box.addStretch(1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(10))
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(self.strip)
        column.addWidget(self._alike)
        column.addWidget(self._others)
        column.addSpacing(theme.px(8))
        column.addWidget(SideBySide(todo, who, side_width=300, share=40, room=620))
        column.addStretch(1)
        column.addWidget(self._who)
        column_in(self, scrolling(content), spacing=None)


class ResolverForm(QWidget):
    """Two names; the second is asked for where the first typed a pass of the bundle."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bundle: BundlePasses | None = None
        self._offered: tuple[str, ...] = ()
        self._signed_in = ""
        self.name = self._line("resolverName", tr("Who types from the paper"))
        self.together = self._line("resolverTogether", tr("Together with"))
        self._together_label = QLabel(tr("Together with"))
        self._note = theme.subtitle()
        self._note.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addWidget(QLabel(tr("Who types from the paper")))
        box.addWidget(self.name)
        box.addWidget(self._together_label)
        box.addWidget(self.together)
        box.addWidget(self._note)

    @property
    def names(self) -> tuple[str, str]:
        """Return who types and who sits beside, "" where nobody has to."""
        together = clean_text(self.together.text()) if self._needs_another else ""
        return clean_text(self.name.text()), together

    @property
    def refusal(self) -> Refusal | None:
        """Say why these two cannot settle the bundle."""
        if self._bundle is None:
            return None
        name, together = self.names
        return check_resolver(
            Worker(name=name), Worker(name=together), self._typists, self._bundle.number
        )

    @property
    def _typists(self) -> tuple[Worker, ...]:
        passes = self._bundle.passes if self._bundle else ()
        return tuple(Worker(name=each.operator) for each in passes)

    @property
    def _needs_another(self) -> bool:
        typed = Worker(name=clean_text(self.name.text()))
        return any(typed.is_same(typist) for typist in self._typists)

    def show_bundle(
        self, bundle: BundlePasses, operator: str, signed_in: str, offered: Sequence[str]
    ) -> None:
        """Ask for the names for a bundle; what was typed stays until another signs in."""
        self._bundle = bundle
        if tuple(offered) != self._offered:
            self._offered = tuple(offered)
            for line in (self.name, self.together):
                suggest(line, self._offered)
        if signed_in != self._signed_in or not self.name.text():
            self._signed_in = signed_in
            self.name.setText(signed_in or operator)
        self.name.setReadOnly(bool(signed_in))
        self._follow()

    def _line(self, name: str, title: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(title)
        line.setPlaceholderText(tr("Family and given name"))
        line.setMaxLength(NAME_LIMIT)
        line.textChanged.connect(self._follow)
        return line

    def _follow(self) -> None:
        for part in (self.together, self._together_label):
            part.setVisible(self._needs_another)
        refusal = self.refusal if self.name.text() else None
        self._note.setText(problem_text(refusal.first) if refusal else "")
        self._note.setVisible(refusal is not None)
        self.changed.emit()
