"""What the journal tells of a table is found in the lines since, however many ballots came in."""

from congress_files import a_congress, a_round, enter, granted

from congress_desk.actions.motions import add_motion
from congress_desk.domain.motions import MotionDraft, MotionKind
from congress_desk.storage.reading.journal import changes_of


def motions_told(file) -> list[int]:
    return sorted({seq for seq, _ in changes_of(file, "motion")})


def add_one(file) -> int:
    granted(add_motion(file, MotionDraft(kind=MotionKind.FREE, matter="thử"), actor="An"))
    return file.journal_lines()[-1].seq


def test_that_changes_since_the_last_look_are_found_beside_those_known(tmp_path):
    with_motions = a_congress(tmp_path)
    assert motions_told(with_motions) == []
    first = add_one(with_motions)
    assert motions_told(with_motions) == [first]
    enter(with_motions, a_round(with_motions), [4])
    second = add_one(with_motions)
    assert motions_told(with_motions) == [first, second]
    assert {seq for seq, _ in changes_of(with_motions, "motion", after=first)} == {second}
    with_motions.close()


def test_that_ballots_make_no_look_at_the_changes_longer(tmp_path):
    file = a_congress(tmp_path)
    found, seen = a_round(file), []
    changes_of(file, "motion")
    enter(file, found, [4])
    enter(file, found, [3])
    last = file.journal_lines()[-1].seq
    changes_of(file, "motion")
    file.db.conn.set_trace_callback(seen.append)
    assert changes_of(file, "motion") == []
    assert any(f"seq > {last}" in statement for statement in seen)
    file.db.conn.set_trace_callback(None)
    file.close()
