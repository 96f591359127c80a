"""The line over every desk: which congress, where it stands, who is there, what is held now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from congress_desk.domain.congress import Congress, CongressState
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.quorum import has_quorum, quorum_of
from congress_desk.domain.rules.threshold import Threshold
from congress_desk.i18n import label, tr
from congress_desk.keys.names import use_name
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.operators import OperatorsView, operators_view
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.look import theme
from congress_desk.ui.look.tokens import TOP_LINE, TOP_LINE_LOW
from congress_desk.ui.parts.operators.pin_form import person_words
from congress_desk.ui.parts.operators.sign_in_dialog import ask_who_signs_in
from congress_desk.ui.parts.presence_words import quorum_text, share_text
from congress_desk.ui.reader import Reader
from congress_desk.ui.session import Session
from congress_desk.ui.shell.current_item import CurrentItem
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import row_in

OPERATOR_LEAST, OPERATOR_WIDTH = 120, 200
# Between the parts of the line, and where they would be wider than the window with it.
SPACE, LEAST_SPACE = 24, 12
_TONES = {
    CongressState.REHEARSAL: "look",
    CongressState.PREPARING: "muted",
    CongressState.IN_SESSION: "accent",
    CongressState.CLOSED: "holds",
}


class TopLine(QFrame):
    """Keeps itself up to date; `place_wanted` carries the DeskPlace that a click is for."""

    place_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("topLine")
        self.setProperty("role", "bar")
        self._session = session
        self._reader = Reader(session, self, self._ask)
        self._high = TOP_LINE
        self._clock_width = 0
        self._quorum: Threshold | None = None
        self._base: BaseSum | None = None
        self.name = ElidedLabel(gives_way=True, role="name")
        self.state = theme.pill()
        self.presence = theme.label(name="presence")
        self.presence.setProperty("markup", True)
        self.quorum = theme.pill()
        # The given name comes last: it is never what is cut.
        self.operator = ElidedLabel(
            mode=Qt.TextElideMode.ElideMiddle, gives_way=True, name="operatorName"
        )
        self.operator.setMaximumWidth(theme.px(OPERATOR_WIDTH))
        self.item = CurrentItem(session)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        row.addWidget(self.name)
        row.addWidget(self.state)
        row.addStretch(1)
        row.addWidget(self.presence)
        row.addWidget(self.quorum)
        self._item_room = QWidget()
        row_in(self._item_room, self.item, spacing=None)
        row.addWidget(self._item_room)
        row.addWidget(self.operator)
        for widget in (self.state, self.presence, self.quorum, self.operator):
            widget.hide()
        for widget in (self.presence, self.quorum, self.operator):
            widget.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._ask()

    def be_low(self, low: bool) -> None:
        """Leave height to the page in a low window."""
        self._high = TOP_LINE_LOW if low else TOP_LINE
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(theme.px(self._high))

    def _ask(self) -> None:
        self._reader.ask(congress, done=self._show_congress)
        self._reader.ask(presence, done=self._show_presence)
        self._reader.ask(operators_view, done=self._show_operator)

    def _show_congress(self, found: Congress) -> None:
        self._quorum = found.rules.quorum
        self._show_quorum()
        self.name.set_whole(found.details.name)
        word = label("state", found.state.value)
        self.state.setText(word[:1].upper() + word[1:])
        theme.set_tone(self.state, _TONES[found.state])
        self.state.show()

    def _show_operator(self, view: OperatorsView) -> None:
        """Show who signed in; nothing while the congress has no operators."""
        self.operator.setVisible(view.are_defined)
        key = use_name("operator")
        if view.now is None:
            self.operator.set_whole(tr("Nobody signed in"))
            tip = tr("{key}: sign in", key=key)
        else:
            self.operator.set_whole(view.now.name)
            tip = tr("{name}. {key}: switch or sign out", name=person_words(view.now), key=key)
        self.operator.setToolTip(tip)
        least = min(self.operator.sizeHint().width(), theme.px(OPERATOR_LEAST))
        self.operator.setMinimumWidth(least)
        self._show_share()
        theme.set_tone(self.operator, "look" if view.now is None else "accent")

    def _show_presence(self, base: BaseSum) -> None:
        known = base.convened > 0
        self.presence.setVisible(known)
        self._base = base
        self._show_quorum()
        self._show_share()

    def _show_share(self) -> None:
        """Say how many are present, and more where the line has room.

        The share gives way first, then whether they are enough, which the tip says, then what is
        held, then the space between them.
        """
        base = self._base
        if base is None:
            return
        said: dict[str, str | int] = {
            "present": f"<b>{base.present}</b>",
            "convened": base.convened,
        }
        whole = tr("Present {present} / {convened} · {percent}%", percent=share_text(base), **said)
        self.presence.setText(whole)
        self._row.setSpacing(theme.px(SPACE))
        self._item_room.show()
        self._show_quorum()
        if self._is_too_long():
            self.presence.setText(tr("Present {present} / {convened}", **said))
        if self._is_too_long():
            self.quorum.hide()
        # Who is signed in stays; what is held now has a desk of its own.
        self._item_room.setVisible(self.operator.isHidden() or not self._is_too_long())
        if self._is_too_long():
            self._row.setSpacing(theme.px(LEAST_SPACE))

    def _is_too_long(self) -> bool:
        self._row.invalidate()
        return self._row.minimumSize().width() > self.width()

    def _show_quorum(self) -> None:
        """Say whether enough are present, once both the rules and the register are known."""
        base, quorum = self._base, self._quorum
        if base is None or quorum is None:
            return
        self.quorum.setVisible(quorum_of(base)[1] > 0)
        enough = has_quorum(base, quorum)
        share = str(quorum.share)
        self.quorum.setText(
            tr("over {share}", share=share) if enough else tr("under {share}", share=share)
        )
        theme.set_tone(self.quorum, "holds" if enough else "look")
        for widget in (self.presence, self.quorum):
            widget.setToolTip(
                tr(
                    "{sentence}. A click opens the check-in.",
                    sentence=quorum_text(base, quorum),
                )
            )

    def _give_way(self) -> None:
        """Leave the name of the item to its tip where its clock would be cut."""
        content = self.item.content
        if self.item.isHidden():
            return
        needed = self._row.minimumSize().width()
        if content.isHidden():
            needed += content.minimumSizeHint().width() + theme.px(8)
        content.setVisible(needed <= self.width())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            if self.item.left.width() != self._clock_width:
                self._clock_width = self.item.left.width()
                self._show_share()
            self._give_way()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_share()
        self._give_way()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        target = self.childAt(place)
        if target in (self.presence, self.quorum):
            self.place_wanted.emit(DeskPlace(desk="checkin"))
        elif target is self.operator:
            ask_who_signs_in(self._session, self.window())
        elif target is not None and self.item.isAncestorOf(target):
            self.place_wanted.emit(DeskPlace(desk="running"))
        super().mouseReleaseEvent(event)
