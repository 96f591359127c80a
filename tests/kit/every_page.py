"""Every page of a desk and every dialog its buttons open, one after the other."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import shiboken6
from congress_files import granted
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from window_bench import AnsweredMessages, Window

from congress_desk import example
from congress_desk.actions.discussions import add_opinion, set_meeting
from congress_desk.actions.duties.members import add_member
from congress_desk.actions.elections.ballot_boxes import set_boxes
from congress_desk.actions.elections.doubts import set_aside
from congress_desk.actions.elections.lists import sort_candidates
from congress_desk.actions.elections.stations.handing_out import hand_to_station, prepare_station
from congress_desk.actions.hall import prepare_hall
from congress_desk.actions.motions import add_motion
from congress_desk.actions.obstacles import add_obstacle
from congress_desk.actions.people.groups import add_group
from congress_desk.actions.preparation.copies import give_copy_up, hand_out_copy, number_copies
from congress_desk.actions.preparation.indicators import add_indicator
from congress_desk.actions.preparation.tasks import add_task
from congress_desk.actions.preparation.texts import add_text
from congress_desk.actions.running.items import note_item
from congress_desk.actions.running.speeches import request_speech
from congress_desk.actions.seating.plans import draw_seating_plan
from congress_desk.actions.seating.seats import fill_seats
from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.discussions.opinion import GroupMeeting, Opinion, Stance
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.hall.queue import Prepared
from congress_desk.domain.motions import MotionDraft, MotionKind
from congress_desk.domain.obstacles import Obstacle
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.task import Task
from congress_desk.domain.preparation.text import CongressText
from congress_desk.domain.running.speech import Speech
from congress_desk.domain.seating.filling import Filling
from congress_desk.domain.seating.hall_shape import HallShape
from congress_desk.domain.seating.plan import KeptFor, SeatingPlan
from congress_desk.example.sizes import DEFAULT as DEFAULT_SIZE
from congress_desk.example.sizes import SIZES
from congress_desk.i18n import sentences
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.imports.setup.workbook import read_setup
from congress_desk.languages import DEFAULT, LANGUAGES
from congress_desk.new_congress import new_congress
from congress_desk.paths import resource
from congress_desk.queries.congress import agenda, people
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.elided_label import ElidedLabel

MNEMONIC = re.compile(r"(?<!&)&([^& ])")
PLAIN = frozenset(string.ascii_lowercase + string.digits)
MARKUP = " <b>đ</b> <img src=x> <a href='y'>z</a> x&amp <"
# What people type; not what is chosen or computed.
TYPED = frozenset({
    "name", "superior", "body", "place", "delegation", "position", "note", "ethnic", "religion",
    "degree", "session", "content", "executor", "title", "role", "duty",
})  # fmt: skip


class SilentMessages(AnsweredMessages):
    """Leaves every question and every choice of a file unanswered."""

    def _answer(self, kind: str, title: str, done: Any) -> None:
        self.asked.append(title)


def marked_congress(path: Path) -> None:
    """Write the example congress with markup in every text that people type."""
    setup = read_setup(resource("samples", "dai-hoi-phuong.xlsx"), rule_set_ids())
    file = granted(new_congress(path, _marked(granted(setup)), actor=f"An{MARKUP}"))
    try:
        # With markup for a last name the lists stand in another order of the rules.
        for election in elections(file):
            granted(sort_candidates(file, election.id, actor="An"))
        assert example._hold(file, SIZES[DEFAULT_SIZE]) is None
        odd = Obstacle(what=MARKUP, where_in=MARKUP, asked=MARKUP, answerable=MARKUP)
        granted(add_obstacle(file, odd, actor=MARKUP))
        granted(add_motion(file, MotionDraft(kind=MotionKind.FREE, matter=MARKUP), actor="An"))
        member = Duty(organ=Organ.FREE, organ_name=MARKUP, name=MARKUP, title=MARKUP, duty=MARKUP)
        granted(add_member(file, member, actor="An"))
        granted(add_task(file, Task(title=MARKUP, section=MARKUP, note=MARKUP), actor="An"))
        _mark_what_goes_out(file)
        _mark_what_is_said(file)
    finally:
        file.close()


def _mark_what_goes_out(file: CongressFile) -> None:
    """Write markup into copies of a text, a message for the hall, a ballot put aside, a station."""
    text = granted(add_text(file, CongressText(title=MARKUP, note=MARKUP), actor=MARKUP))
    granted(number_copies(file, text.id, 9, comes_back=True, actor=MARKUP))
    holder = people(file)[0]
    granted(hand_out_copy(file, text.id, 1, holder.id, actor=MARKUP))
    granted(give_copy_up(file, text.id, 1, reason=MARKUP, actor=MARKUP))
    hall = SeatingPlan(name=MARKUP, session=MARKUP)
    shape = HallShape(rows=12, blocks=(8, 8), on_stage=3, guest_rows=1)
    granted(draw_seating_plan(file, hall, shape, actor=MARKUP))
    granted(fill_seats(file, 1, KeptFor.DELEGATES, Filling(), actor=MARKUP))
    granted(prepare_hall(file, Prepared(messages=(MARKUP,)), actor=MARKUP))
    for election in elections(file):
        for found in rounds(file, election.id):
            if found.state is RoundState.COUNTING:
                _mark_the_count(file, found)


def _mark_what_is_said(file: CongressFile) -> None:
    """Write markup into a speech, a note, opinions of a group, an indicator and the boxes."""
    speech = Speech(speaker=MARKUP, topic=MARKUP, gist=MARKUP, through=MARKUP)
    granted(request_speech(file, speech, actor=MARKUP))
    held = next(item for item in agenda(file) if item.state is ItemState.RUNNING)
    granted(note_item(file, held.id, MARKUP, actor=MARKUP))
    group = granted(add_group(file, MARKUP, actor=MARKUP))
    said = Opinion(group_id=group.id, speaker=MARKUP, gist=MARKUP, stance=Stance.ADD, answer=MARKUP)
    granted(add_opinion(file, said, actor=MARKUP))
    granted(
        set_meeting(file, GroupMeeting(group_id=group.id, where=MARKUP, note=MARKUP), actor="An")
    )
    granted(add_indicator(file, Indicator(name=MARKUP, unit=MARKUP, note=MARKUP), actor=MARKUP))
    granted(set_boxes(file, [BallotBox(name=MARKUP)], actor=MARKUP))


def _mark_the_count(file: CongressFile, found: Round) -> None:
    bundles = round_sheet(file, found.id).bundles
    first = next(bundle for bundle in bundles if bundle.expected != bundle.taken)
    cause = DoubtCause.TORN
    granted(set_aside(file, found.id, first.number, cause, note=MARKUP, operator=f"An{MARKUP}"))
    prepared = prepare_station(file, found.id, [bundles[-1].number], name=f"T{MARKUP}")
    granted(hand_to_station(file, granted(prepared), actor=MARKUP))


def _marked(value: Any) -> Any:
    """Return a record with markup behind each of its texts, and behind those in it."""
    if isinstance(value, tuple):
        return tuple(map(_marked, value))
    if not is_dataclass(value) or isinstance(value, Duty):
        # Who does a task is taken from the duties: a name without a slash.
        return value
    held = {f.name: getattr(value, f.name) for f in fields(value)}
    changed = {
        name: f"{found}{MARKUP}" if name in TYPED and isinstance(found, str) else _marked(found)
        for name, found in held.items()
        if found and (isinstance(found, str | tuple) or is_dataclass(found))
    }
    return replace(value, **changed)


def doubled_letters(page: QWidget) -> list[str]:
    """Return the letters that two buttons or fields of a page are chosen by, or that are no letter.

    A menu bar has its own.
    """
    held = Counter(
        found[1].lower()
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and isinstance(widget, QAbstractButton | QLabel)
        if (found := MNEMONIC.search(widget.text())) and not widget.property("markup")
        if isinstance(widget, QAbstractButton) or widget.buddy() is not None
    )
    return [letter for letter, times in held.items() if times > 1 or letter not in PLAIN]


def pages(window: Window, key: str) -> Iterator[tuple[str, QWidget]]:
    """Yield the window with each tab of a desk, then each dialog that a button "…" opens."""
    desk = window.show_desk(key)
    tabs = desk.findChildren(QTabBar)
    yield key, window.main
    for place in range(max((bar.count() for bar in tabs), default=1)):
        for bar in tabs:
            if place < bar.count() and bar.isEnabled() and bar.isTabVisible(place):
                bar.setCurrentIndex(place)
        window.settle()
        if tabs:
            yield f"{key}, tab {place}", window.main
        for button in _openers(desk):
            if shiboken6.isValid(button) and button.isVisible() and button.isEnabled():
                yield from _dialogs(window, f"{key}, {button.text()}", button)
                # Some go to another desk, which then is not what the next tab is about.
                window.show_desk(key)


def _openers(desk: QWidget) -> list[QPushButton]:
    return [b for b in desk.findChildren(QPushButton) if b.isVisible() and "…" in b.text()]


def _dialogs(window: Window, name: str, button: QPushButton) -> Iterator[tuple[str, QWidget]]:
    button.click()
    window.settle()
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        yield name, dialog
        dialog.close()
        window.qtbot.wait(1)
        if QApplication.activeModalWidget() is dialog:
            dialog.done(0)
    window.settle()


def election_pages(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield the window with every page of the elections, then each dialog that a button "…" opens.

    Of the first round of the first election that has one, and of one that has none yet.
    """
    desk = window.show_desk("elections")
    found = asked(window, elections)
    held = {election.id: asked(window, rounds, election.id) for election in found}
    for election in found:
        number = f"{election.code}, {len(held[election.id])} rounds"
        shown = [
            ("election", "election", election.id),
            ("before the ballot", "nomination", election.id),
            ("ballots", "ballots", election.id),
        ]
        if held[election.id]:
            last = held[election.id][-1]
            counting = last.state is RoundState.COUNTING
            shown.append(("gate", "gate", last.id) if counting
                         else ("result", "result", last.id))  # fmt: skip
            if counting:
                shown.append(("count", "counting", last.id))
                shown.append(("sample", "sample", last.id))
            shown.append(("issue", "issue", last.id))
            if not counting:
                shown.append(("after", "after", election.id))
        else:
            shown.append(("opening", "opening", election.id))
        for name, show, wanted in shown:
            window.show_desk("elections")
            desk.show_at(show, wanted)
            window.settle()
            yield f"{name} of {number}", window.main
            for button in _openers(desk):
                if shiboken6.isValid(button) and button.isVisible() and button.isEnabled():
                    yield from _dialogs(window, f"{name} of {number}, {button.text()}", button)


def asked(window: Window, query: Callable[..., Any], *args: Any) -> Any:
    got: list[Any] = []
    assert window.main.session is not None
    window.main.session.ask(query, *args, done=got.append)
    window.settle()
    return got[0]


def cut_buttons(page: QWidget) -> list[str]:
    """Return the buttons whose words are cut, or stand outside of their window at its sides."""
    return [
        button.text()
        for button in page.findChildren(QPushButton)
        if button.isVisible() and button.text() and (_is_cut(button) or _is_outside(button))
    ]


def _is_cut(button: QWidget) -> bool:
    wanted = button.sizeHint()
    return button.width() < wanted.width() or button.height() < wanted.height()


def _is_outside(part: QWidget) -> bool:
    left = part.mapTo(part.window(), QPoint(0, 0)).x()
    return left < 0 or left + part.width() > part.window().width()


def cut_labels(page: QWidget) -> list[str]:
    """Return the labels that have less room than their words, but those that shorten themselves."""
    found = _cut_labels(page)
    if found:
        # What scrolls takes another look to be as high as its words.
        page.grab()
        QTest.qWait(60)
        found = _cut_labels(page)
    return found


def _cut_labels(page: QWidget) -> list[str]:
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible() and label.text() and not label.property("markup")
        if _has_too_little(label)
    ]


def _has_too_little(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    if isinstance(label, ElidedLabel):
        return False
    return label.width() < label.sizeHint().width() - 1


# What Qt makes of several parts: the whole has the name.
INNER = ("qt_spinbox_lineedit", "qt_tabwidget_tabbar")


def nameless(page: QWidget) -> list[str]:
    """Return what takes the keyboard on a page and has no name for a screen reader."""
    return [
        f"{type(widget).__name__} {widget.objectName()}".strip()
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and _takes_keys(widget)
        if not _spoken_name(widget)
    ]


def _takes_keys(widget: QWidget) -> bool:
    inner = isinstance(widget.parentWidget(), QComboBox) or widget.objectName() in INNER
    shown_alone = isinstance(widget, QTabBar)
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and not inner and not shown_alone


def _spoken_name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name).strip() if found is not None else ""


def tab_jumps(page: QWidget) -> list[str]:
    """Return the fields of a form to which Tab goes up, but for its way from the end to the top.

    A form of two columns is gone through one after the other.
    """
    if not isinstance(page, FormDialog):
        return []
    chain, part = [], page.nextInFocusChain()
    while part is not page:
        if (
            part.isVisible()
            and _takes_keys(part)
            and part not in (page.submit, page.leave, page.why)
        ):
            chain.append(part)
        part = part.nextInFocusChain()
    places = [QRect(part.mapTo(page, QPoint(0, 0)), part.size()) for part in chain]
    top = places.index(min(places, key=QRect.top)) if places else 0
    chain, places = chain[top:] + chain[:top], places[top:] + places[:top]
    return [
        after.objectName()
        for after, (before, place) in zip(chain[1:], pairwise(places), strict=True)
        if place.center().y() < before.center().y() - 20
        if place.left() < before.right() and before.left() < place.right()
    ]


def two_bars(page: QWidget) -> list[str]:
    """Return the tables that scroll on a page that scrolls itself."""
    return [
        table.objectName()
        for area in page.findChildren(QScrollArea)
        if area.isVisible() and area.verticalScrollBar().maximum() > 0
        for table in area.findChildren(DataTable)
        if table.isVisible() and table.verticalScrollBar().maximum() > 0
    ]


def scrolling_sideways(page: QWidget) -> list[str]:
    """Return the tables of a page whose columns scroll sideways, but the pages of a workbook."""
    return [
        table.objectName()
        for table in page.findChildren(DataTable)
        if table.isVisible() and table.objectName() != "bookSheet"
        if table.horizontalScrollBar().maximum() > 0
    ]


def texts_of(page: QWidget) -> Iterator[str]:
    """Yield what labels, buttons, tabs, boxes and heads of tables say on a page."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QAbstractButton | QLabel) and not widget.property("markup"):
            yield widget.text()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, DataTable):
            head = widget.model()
            way = Qt.Orientation.Horizontal
            yield from (str(head.headerData(i, way) or "") for i in range(head.columnCount()))


# A word that goes on in a capital, a mark without its blank, a place left open.
GLUED = re.compile(r"[a-zà-ỹ][.;:!?·][A-ZĐÀ-Ỹa-z]{2}|\{\w*\}|\w\(\w|[a-zà-ỹ],[A-Za-zĐÀ-ỹ]")
# Addresses, files, codes and names that people typed.
NOT_GLUED = re.compile(r"[\w-]+\.(congress|xlsx|docx|pdf|pptx|csv|toml|json)\b|[*.]\w+|https?:")


def glued(page: QWidget) -> list[str]:
    """Return the texts of a page in which words stand together, or a place was left open."""
    return [
        text
        for text in texts_of(page)
        if MARKUP.strip() not in text and GLUED.search(NOT_GLUED.sub("", text))
    ]


def untranslated(page: QWidget, other: frozenset[str]) -> list[str]:
    """Return the texts of a page that are sentences of another language."""
    return [text for text in texts_of(page) if text.replace("&", "") in other]


def sentences_of_the_other(language: str) -> frozenset[str]:
    """Return the sentences of the other languages that this one says otherwise.

    English has its sentences in the code: they are the keys of the Vietnamese ones.
    """
    mine, others = _sentences(language), (_sentences(code) for code in LANGUAGES)
    return frozenset().union(*others) - mine


def _sentences(language: str) -> frozenset[str]:
    ui = sentences(DEFAULT).all().ui
    spoken = ui.values() if language == DEFAULT else ui.keys()
    every = (*spoken, *sentences(language).all().messages.values())
    return frozenset(text.replace("&", "") for text in every)
