"""A programme that the congress adopted is a version; what is changed after it is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from agenda_acts import ACTOR, NEW, a_programme
from agenda_bench import agenda_desk
from congress_files import code_of, granted
from motion_acts import AGENDA, a_voted_motion

from congress_desk.actions.agenda.adoption import put_programme_to_vote
from congress_desk.actions.agenda.items import add_item, edit_item, move_item, remove_item
from congress_desk.actions.congress import edit_congress, set_state
from congress_desk.actions.motions import begin_vote, change_vote, record_vote
from congress_desk.actions.running.items import start_item
from congress_desk.domain.agenda.tree import Move
from congress_desk.domain.congress import CongressState
from congress_desk.domain.motions import Hands
from congress_desk.papers import available, make_paper
from congress_desk.queries.agenda.adoption import programme_adoption
from congress_desk.queries.congress import agenda, congress
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desk import DeskPlace

SIX = Hands(in_favour=6)


@pytest.fixture
def file(tmp_path):
    made = a_programme(tmp_path)
    yield made
    made.close()


def adopt(file: CongressFile, hands: Hands = SIX):
    return a_voted_motion(file, hands, AGENDA)


def version(file: CongressFile) -> str:
    """Return what the printed programme says of its version."""
    paper = next(paper for paper in available(file) if paper.kind == "agenda")
    return " ".join(make_paper(file, paper).content.subject[1:])


def test_that_a_programme_nobody_voted_on_says_nothing(file):
    assert programme_adoption(file).number == 0
    assert version(file) == ""
    adopt(file, Hands(in_favour=1, against=5))
    assert programme_adoption(file).number == 0


def test_that_an_adopted_programme_says_so_and_that_running_it_changes_nothing(file):
    adopt(file)
    granted(set_state(file, CongressState.IN_SESSION, actor=ACTOR))
    granted(start_item(file, agenda(file)[0].id, actor=ACTOR))
    adoption = programme_adoption(file)
    assert (adoption.number, adoption.holds) == (1, True)
    assert version(file) == "(Đã được đại hội biểu quyết thông qua)"
    assert code_of(put_programme_to_vote(file, actor=ACTOR)) == "programme_adopted"


def test_that_what_was_changed_is_named_until_the_congress_votes_on_it(file):
    adopt(file)
    first, second, third, *_ = agenda(file)
    granted(add_item(file, NEW, after=first.id, actor=ACTOR))
    granted(edit_item(file, replace(second, executor="Đồng chí Bí thư"), actor=ACTOR))
    granted(remove_item(file, third.id, actor=ACTOR))
    since = programme_adoption(file).since
    assert (since.added, since.removed) == ((NEW.content,), (third.content,))
    assert second.content in since.changed
    assert version(file) == "(Dự kiến điều chỉnh lần 1, trình đại hội biểu quyết)"
    motion = granted(put_programme_to_vote(file, actor=ACTOR))
    assert motion.matter == "Thông qua chương trình đại hội điều chỉnh lần 1"
    assert granted(put_programme_to_vote(file, actor=ACTOR)) == motion
    granted(begin_vote(file, motion.id, actor=ACTOR))
    granted(record_vote(file, motion.id, SIX, actor=ACTOR))
    assert programme_adoption(file).holds
    assert version(file) == "(Điều chỉnh lần 1, đã được đại hội biểu quyết thông qua)"


def test_that_a_change_that_was_taken_back_is_none(file):
    adopt(file)
    first, second, *_ = agenda(file)
    granted(move_item(file, second.id, Move.UP, actor=ACTOR))
    assert programme_adoption(file).since.reordered
    granted(move_item(file, second.id, Move.DOWN, actor=ACTOR))
    granted(edit_item(file, replace(agenda(file)[0], content="Khác"), actor=ACTOR))
    granted(edit_item(file, replace(agenda(file)[0], content=first.content), actor=ACTOR))
    assert programme_adoption(file).holds


def test_that_another_beginning_is_a_change_and_hands_put_right_later_are_no_vote(file):
    vote = adopt(file)
    details = congress(file).details
    moved = replace(details, starts=f"{details.starts[:10]}T09:15")
    granted(edit_congress(file, moved, actor=ACTOR))
    five = Hands(in_favour=5)
    granted(change_vote(file, vote.id, five, announced_by="", reason="đếm lại", actor=ACTOR))
    assert programme_adoption(file).since.begins


def test_that_the_desk_says_the_version_and_puts_an_amendment_to_the_vote(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot, prepare=adopt) as bench:
        desk, wishes = bench.desk, []
        desk.place_wanted.connect(wishes.append)
        assert desk.head.sentence.text().startswith("Đại hội đã thông qua: 6/8 tán thành. F2")
        assert desk.programme.tools.adopt.isHidden()
        first = bench.view().items[0]
        desk.changes.change(replace(first, content="Văn nghệ chào mừng"))
        bench.settle()
        assert desk.head.sentence.text().startswith("Đã sửa sau khi đại hội thông qua: sửa 1. F2")
        assert desk.head.sentence.toolTip() == "Sửa: Văn nghệ chào mừng"
        bench.run("adopt")
        assert wishes == [DeskPlace(desk="motions", record=2)]
