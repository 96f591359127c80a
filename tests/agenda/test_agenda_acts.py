"""Acts on the programme: what they change, what they keep, what they refuse, and undo."""

from __future__ import annotations

from dataclasses import replace

import pytest
from agenda_acts import ACTOR, NEW, PROGRAMME, a_changed_programme, a_programme, link_item
from congress_files import code_of, granted
from motion_acts import AGENDA, a_prepared_motion

from congress_desk.actions.agenda import items as agenda
from congress_desk.actions.agenda import undo as agenda_undo
from congress_desk.actions.obstacles import add_obstacle
from congress_desk.domain.agenda.item import AgendaItem, ItemKind, ItemState
from congress_desk.domain.agenda.tree import Move
from congress_desk.domain.obstacles import Obstacle
from congress_desk.queries.agenda.items import agenda_templates, agenda_view
from congress_desk.queries.congress import agenda as agenda_of
from congress_desk.storage.reading.agenda import item as stored_item


@pytest.fixture
def file(tmp_path):
    made = a_programme(tmp_path)
    yield made
    assert made.check() == []
    made.close()


def contents(file):
    return [item.content for item in agenda_of(file)]


def clocks(file):
    return [f"{p.start:%d %H:%M}" for p in agenda_view(file).planned]


def record_something(file, item_id, **changes):
    """Leave a record of an item, as the running desk does."""
    with file.act("finish_item", actor=ACTOR, content="") as act:
        act.update("agenda_item", item_id, **(changes or {"note": "đã ghi"}))


def test_that_an_item_is_added_beside_another_and_the_clock_goes_on(file):
    added = granted(agenda.add_item(file, NEW, after=3, actor=ACTOR))
    assert contents(file)[3] == NEW.content
    assert (added.day, added.session) == ("2020-03-13", "Chính thức")
    assert clocks(file)[2:] == ["13 07:30", "13 07:45", "13 08:00", "13 08:45"]


def test_that_an_item_without_a_neighbour_goes_to_the_end_or_begins_the_programme(tmp_path, file):
    assert granted(agenda.add_item(file, NEW, actor=ACTOR)).day == "2020-03-13"
    assert contents(file)[-1] == NEW.content
    (tmp_path / "b").mkdir()
    other = a_programme(tmp_path / "b", AgendaItem(content="Một"))
    granted(agenda.remove_item(other, 1, actor=ACTOR))
    granted(agenda.add_item(other, replace(NEW, time="07:30"), actor=ACTOR))
    assert agenda_of(other)[0].anchored
    other.close()


def test_that_a_longer_item_shifts_the_rest_of_its_day_alone(file):
    first = agenda_view(file).items[0]
    granted(agenda.edit_item(file, replace(first, minutes=60), actor=ACTOR))
    assert clocks(file) == ["12 13:30", "12 14:30", "13 07:30", "13 07:45", "13 08:30"]


def test_that_a_typed_time_holds_its_item_and_an_empty_one_lets_it_flow(file):
    last = agenda_view(file).items[-1]
    held = granted(agenda.edit_item(file, replace(last, time="10:00"), actor=ACTOR))
    assert held.anchored
    assert clocks(file)[-1] == "13 10:00"
    granted(agenda.edit_item(file, replace(held, time=""), actor=ACTOR))
    assert clocks(file)[-1] == "13 08:30"


def test_that_an_edit_keeps_what_happened_to_the_item(file):
    record_something(file, 3, note="Mở đầu", state="done", started_at="a", finished_at="b")
    granted(agenda.set_script(file, 3, "Kính thưa!\n\n{nội dung}", actor=ACTOR))
    found = granted(
        agenda.edit_item(file, AgendaItem(id=3, content="Khai mạc đại hội"), actor=ACTOR)
    )
    assert (found.note, found.state, found.started_at) == ("Mở đầu", ItemState.DONE, "a")
    assert found.script == "Kính thưa!\n\n{nội dung}"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"content": "  "}, "agenda_content_missing"),
        ({"content": "x" * 501}, "text_too_long"),
        ({"minutes": -1}, "agenda_minutes_wrong"),
        ({"minutes": 1441}, "agenda_minutes_wrong"),
        ({"time": "7:30"}, "agenda_time_wrong"),
        ({"day": "13/3/2020"}, "agenda_day_wrong"),
        ({"day": "9999-12-31"}, "agenda_day_wrong"),
        ({"election_id": 99}, "agenda_election_unknown"),
        ({"motion_id": 99}, "agenda_motion_unknown"),
        ({"text_id": 99}, "agenda_text_unknown"),
        ({"id": 99}, "agenda_item_unknown"),
    ],
)
def test_that_what_cannot_be_is_refused(file, changes, code):
    before = agenda_of(file)
    wrong = replace(replace(PROGRAMME[0], id=1), **changes)
    assert code_of(agenda.edit_item(file, wrong, actor=ACTOR)) == code
    if "id" not in changes:
        assert code_of(agenda.add_item(file, replace(wrong, id=0), actor=ACTOR)) == code
    assert agenda_of(file) == before


def test_that_a_move_takes_the_parts_along_and_the_day_keeps_its_beginning(file):
    granted(agenda.move_item(file, 4, Move.INDENT, actor=ACTOR))
    assert agenda_of(file)[3].parent_id == 3
    granted(agenda.move_item(file, 5, Move.UP, actor=ACTOR))
    assert [i.id for i in agenda_of(file)] == [1, 2, 5, 3, 4]
    assert clocks(file)[2:] == ["13 07:30", "13 07:40", "13 07:40"]
    assert code_of(agenda.move_item(file, 4, Move.INDENT, actor=ACTOR)) == "agenda_move_impossible"
    assert code_of(agenda.move_item(file, 77, Move.UP, actor=ACTOR)) == "agenda_item_unknown"


def test_that_an_item_goes_to_another_day_with_its_place(file):
    granted(agenda.place_item(file, 1, 5, actor=ACTOR))
    assert [i.id for i in agenda_of(file)] == [2, 3, 4, 1, 5]
    assert {i.id: i.day for i in agenda_of(file)}[1] == "2020-03-13"
    assert clocks(file)[0] == "12 13:30"


def test_that_an_item_without_records_is_deleted_with_its_parts(file):
    granted(agenda.move_item(file, 4, Move.INDENT, actor=ACTOR))
    granted(agenda.remove_item(file, 3, actor=ACTOR))
    assert [i.id for i in agenda_of(file)] == [1, 2, 5]
    assert stored_item(file, 4) is None
    assert clocks(file)[-1] == "13 07:30"


@pytest.mark.parametrize("kind", ["note", "times", "motion", "speech", "assignment", "obstacle"])
def test_that_an_item_with_records_is_kept_with_them_only_when_that_is_asked(file, kind):
    if kind == "motion":
        motion = a_prepared_motion(file, AGENDA)
        link_item(file, 2, motion_id=motion.id)
    else:
        leave_record(file, kind)
    assert agenda_view(file).recorded == {2}
    assert code_of(agenda.remove_item(file, 2, actor=ACTOR)) == "agenda_item_has_records"
    granted(agenda.remove_item(file, 2, keep=True, actor=ACTOR))
    assert [i.id for i in agenda_of(file)] == [1, 3, 4, 5]
    assert stored_item(file, 2).state is ItemState.REMOVED
    assert agenda_undo.undo_agenda(file, actor=ACTOR) == "remove_agenda_item"
    assert [i.id for i in agenda_of(file)] == [1, 2, 3, 4, 5]


def leave_record(file, kind):
    texts = {
        "speech": {
            "place": 1, "speaker": "A", "delegation": "", "topic": "", "through": "", "minutes": 5,
            "state": "requested", "started_at": "", "finished_at": "", "gist": "",
        },
        "assignment": {"duty_id": 1, "session": "", "what": "", "relieved_reason": ""},
    }  # fmt: skip
    if kind == "note":
        record_something(file, 2)
    elif kind == "times":
        record_something(file, 2, started_at="2020-03-12T14:00", state="done")
    elif kind == "obstacle":
        granted(add_obstacle(file, Obstacle(what="Mất điện", item_id=2), actor=ACTOR))
    else:
        with file.act("finish_item", actor=ACTOR, content="") as act:
            act.insert(kind, item_id=2, **texts[kind])


def test_that_a_running_item_is_not_removed(file):
    record_something(file, 2, state="running")
    refused = agenda.remove_item(file, 2, keep=True, actor=ACTOR)
    assert code_of(refused) == "agenda_item_running"


def test_that_a_template_fills_an_empty_programme_and_is_added_after_another(file):
    (template,) = (t for t in agenda_templates() if t.key == "dai-bieu-co-so")
    after = granted(agenda.apply_template(file, template, actor=ACTOR))
    assert [i.id for i in after][:5] == [1, 2, 3, 4, 5]
    added = after[5:]
    assert [i.content for i in added] == [found.item.content for found in template.items]
    parents = {i.id: i for i in after}
    assert all(parents[i.parent_id].kind is ItemKind.ELECTION for i in added if i.parent_id)


def test_that_kinds_and_elections_are_recognised_and_what_is_set_stays(tmp_path):
    bare = [replace(i, kind=ItemKind.WORK) for i in PROGRAMME]
    bare[0] = replace(bare[0], content="Bế mạc", kind=ItemKind.SPEECH)
    (tmp_path / "c").mkdir()
    file = a_programme(tmp_path / "c", *bare)
    assert granted(agenda_undo.recognise_items(file, actor=ACTOR)) == 4
    kinds = [i.kind.value for i in agenda_of(file)]
    assert kinds == ["speech", "motion", "opening", "election", "closing"]
    assert agenda_of(file)[3].election_id == 1
    again = agenda_undo.recognise_items(file, actor=ACTOR)
    assert code_of(again) == "agenda_nothing_recognised"
    file.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda f: agenda.add_item(f, NEW, after=1, actor=ACTOR),
        lambda f: agenda.remove_item(f, 3, actor=ACTOR),
        lambda f: agenda.move_item(f, 4, Move.UP, actor=ACTOR),
        lambda f: agenda.set_script(f, 3, "Lời", actor=ACTOR),
        lambda f: agenda.apply_template(f, agenda_templates()[-1], actor=ACTOR),
        lambda f: agenda.edit_item(f, replace(PROGRAMME[0], id=1, minutes=5), actor=ACTOR),
    ],
)
def test_that_each_change_is_undone_to_what_was_before(file, change):
    before = agenda_of(file)
    granted(change(file))
    assert agenda_of(file) != before
    granted(agenda_undo.undo_agenda(file, actor=ACTOR))
    assert agenda_of(file) == before


def test_that_changes_are_undone_one_after_the_other_from_the_newest(tmp_path):
    file = a_changed_programme(tmp_path)
    granted(agenda.set_script(file, 1, "Lời", actor=ACTOR))
    undone = [granted(agenda_undo.undo_agenda(file, actor=ACTOR)) for _ in range(2)]
    assert undone == ["set_agenda_script", "move_agenda_item"]
    assert code_of(agenda_undo.undo_agenda(file, actor=ACTOR)) == "change_nothing_to_undo"
    file.close()


def test_that_nothing_is_undone_over_what_happened_since(file):
    added = granted(agenda.add_item(file, NEW, after=1, actor=ACTOR))
    granted(add_obstacle(file, Obstacle(what="Mất điện", item_id=added.id), actor=ACTOR))
    assert code_of(agenda_undo.undo_agenda(file, actor=ACTOR)) == "agenda_undo_records"
    record_something(file, 1, state="done")
    assert code_of(agenda_undo.undo_agenda(file, actor=ACTOR)) == "change_nothing_to_undo"


@pytest.mark.parametrize("template", agenda_templates(), ids=lambda template: template.key)
def test_that_each_template_is_a_sound_programme(tmp_path, template):
    file = a_programme(tmp_path, AgendaItem(content="Một"))
    granted(agenda.remove_item(file, 1, actor=ACTOR))
    granted(agenda.apply_template(file, template, actor=ACTOR))
    view = agenda_view(file)
    days = {found.day for found in view.planned}
    assert len(days) == (template.days if view.starts else 1)
    clock = [w.code for w in view.warnings if w.code in CLOCK]
    assert clock == []
    file.close()


CLOCK = (
    "agenda_overlap", "agenda_parts_too_long", "agenda_no_opening", "agenda_no_closing",
    "agenda_credentials_missing", "agenda_counting_unfilled", "agenda_nobody_executes",
)  # fmt: skip
