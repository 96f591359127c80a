"""Taking back the last change of a list: each of its acts, and what builds on one."""

from __future__ import annotations

import pytest
from congress_files import code_of, dump, granted
from discussion_acts import DISCUSSION_ACTS, discussion_ready
from guest_acts import GUEST_ACTS, a_congress_with_guests
from preparation_acts import (
    ACTOR,
    COMMENT,
    COPIES_ACTS,
    PREPARATION_ACTS,
    a_preparation,
    a_text_in_copies,
)
from share_acts import SHARE_ACTS, a_company

from congress_desk.actions.preparation.copies import number_copies
from congress_desk.actions.preparation.tasks import remove_tasks
from congress_desk.actions.preparation.texts import (
    add_comment,
    import_texts,
    remove_comment,
    remove_text,
)
from congress_desk.actions.undo_change import UNDONE_AT, last_change, undo_change
from congress_desk.domain.preparation.text import CongressText
from congress_desk.queries.preparation import texts
from congress_desk.ui.shell.undone_next import undone_next

NOT_TAKEN_BACK = {"add_guest", "edit_invitee_field", "undo_change"}


def rows_of(file) -> set[tuple[object, ...]]:
    """Return all rows but those of the journal; a setting emptied is none."""
    return {
        row
        for row in dump(file)
        if row[0] != "journal" and not (row[0] == "congress_setting" and row[-1] == "")
    }


@pytest.mark.parametrize(
    "acts, made",
    [
        (PREPARATION_ACTS, a_preparation),
        (COPIES_ACTS, a_text_in_copies),
        (GUEST_ACTS, a_congress_with_guests),
        (SHARE_ACTS, a_company),
    ],
)
def test_that_each_act_of_a_list_is_taken_back_whole(tmp_path, acts, made):
    file = made(tmp_path)
    for name, act in acts.items():
        if name in NOT_TAKEN_BACK:
            continue
        before = rows_of(file)
        granted(act(file))
        assert rows_of(file) != before, name
        newest = file.journal_lines()[-1]
        place = next(p for p in sorted(UNDONE_AT) if last_change(file, p) == newest)
        assert undone_next(place)(file), name
        assert granted(undo_change(file, place, actor=ACTOR)) == newest.act
        assert rows_of(file) == before, name
    assert file.check() == []
    file.close()


@pytest.mark.parametrize("name", ["write_opinion_list", "merge_opinions", "part_opinions"])
def test_that_what_was_done_to_opinions_is_taken_back_whole(tmp_path, name):
    file = discussion_ready(tmp_path, name)
    before = rows_of(file)
    granted(DISCUSSION_ACTS[name](file))
    granted(undo_change(file, "opinions", actor=ACTOR))
    assert rows_of(file) == before
    file.close()


def test_that_what_was_removed_does_not_come_back_without_what_it_names(tmp_path):
    file = a_preparation(tmp_path)
    granted(remove_tasks(file, [1], actor=ACTOR))
    granted(remove_comment(file, 1, actor=ACTOR))
    granted(remove_text(file, 1, actor=ACTOR))
    assert code_of(undo_change(file, "tasks", actor=ACTOR)) == "change_undo_depends"
    granted(undo_change(file, "texts", actor=ACTOR))
    assert granted(undo_change(file, "tasks", actor=ACTOR)) == "remove_tasks"
    file.close()


def test_that_a_list_on_which_later_work_builds_stays(tmp_path):
    file = a_preparation(tmp_path)
    new = [CongressText(title="Nghị quyết"), CongressText(title="Diễn văn")]
    granted(import_texts(file, new, source="van-ban.xlsx", actor=ACTOR))
    granted(COPIES_ACTS["number_copies"](file))
    number = texts(file)[-1].id
    granted(number_copies(file, number, 3, comes_back=False, actor=ACTOR))
    refused = undo_change(file, "texts", actor=ACTOR)
    assert code_of(refused) == "change_undo_depends"
    # The copies of one text are taken back by themselves, and then the list can be.
    granted(undo_change(file, "copies", text_id=2, actor=ACTOR))
    assert code_of(undo_change(file, "texts", actor=ACTOR)) == "change_undo_depends"
    granted(undo_change(file, "copies", text_id=number, actor=ACTOR))
    assert code_of(undo_change(file, "copies", text_id=number, actor=ACTOR)) == (
        "change_nothing_to_undo"
    )
    assert granted(undo_change(file, "texts", actor=ACTOR)) == "import_texts"
    assert len(texts(file)) == 2
    granted(add_comment(file, COMMENT, actor=ACTOR))
    assert granted(undo_change(file, "texts", actor=ACTOR)) == "add_comment"
    file.close()
