from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import Chosen, Ended
from tests.log.aids import Hands, a_cue, a_sit, code_of, stamp_of, start

NOBODY = "01a206cb-1d41-771b-932e-a7336164c065"


def test_a_sit_is_on_disk_when_it_begins(log: Log, path: Path, hands: Hands) -> None:
    new = a_sit(
        feelings=("sad", "like rain"),
        places=("chest", "all over"),
        intensity_before=7,
        voice="pyttsx3:en",
        digest="d1",
        seed=-(2**63),
    )
    sit = log.sits.begin(new)
    other = Log(path, hands)
    kept = other.history.get(sit.id)
    other.close()
    assert kept == sit
    assert {name: getattr(kept, name) for name in Chosen.__struct_fields__} == {
        name: getattr(new, name) for name in Chosen.__struct_fields__
    }
    assert kept.started_at == hands.now
    assert kept.started_there.utcoffset() == timedelta(hours=1)
    assert (kept.planned_seconds, kept.sat_seconds, kept.ended) == (300, 0, None)


def test_a_sit_written_late_began_when_it_began(log: Log) -> None:
    strike = datetime(2026, 11, 23, 1, 2, 3, 4000, timezone(timedelta(hours=-3)))
    sit = log.sits.begin(a_sit(started_at=strike))
    assert (sit.started_at, sit.utc_offset) == (strike, -3 * 3600)
    assert sit.started_there.hour == 1


def test_an_open_end_has_no_plan(log: Log) -> None:
    assert log.sits.begin(a_sit(minutes=None)).planned_seconds is None


def test_a_sit_runs_ends_and_is_reflected_on(log: Log) -> None:
    sit = log.sits.begin(a_sit()).id
    log.sits.touch(sit, 2.0, [a_cue(0)])
    assert log.sits.get(sit).sat_seconds == 2.0
    log.sits.heard(sit, [a_cue(1), a_cue(2)])
    log.sits.grounded(sit)
    log.sits.grounded(sit)
    log.sits.touch(sit, 4.0)
    ended = log.sits.finish(sit, Ended.EARLY, 5.25, [a_cue(3)])
    assert (ended.ended, ended.sat_seconds, ended.groundings) == (Ended.EARLY, 5.25, 2)
    assert log.history.cues(sit) == tuple(a_cue(number) for number in range(4))
    said = log.sits.reflect(sit, intensity_after=3, able_to_be_with=8, note="It rained.\n*Yes.*")
    assert (said.intensity_after, said.able_to_be_with) == (3, 8)
    assert said.note == "It rained.\n*Yes.*"
    assert log.history.find() == (said,)


def test_a_touch_that_comes_late_does_not_wake_a_sit_that_ended(log: Log) -> None:
    sit = log.sits.begin(a_sit()).id
    ended = log.sits.finish(sit, Ended.FINISHED, 300)
    log.sits.touch(sit, 298, [a_cue(1)])
    assert log.sits.get(sit) == ended
    assert log.history.cues(sit) == ()


def test_every_edit_raises_the_stamp(log: Log) -> None:
    sit = log.sits.begin(a_sit()).id
    edits = (
        lambda: log.sits.touch(sit, 2.0),
        lambda: log.sits.heard(sit, [a_cue(1)]),
        lambda: log.sits.grounded(sit),
        lambda: log.sits.finish(sit, Ended.FINISHED, 2.0),
        lambda: log.sits.reflect(sit, note="yes"),
        lambda: log.sits.discard(sit),
    )
    stamps = [stamp_of(log, sit)]
    for edit in edits:
        edit()
        stamps.append(stamp_of(log, sit))
    assert stamps == sorted(set(stamps))


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"intensity_after": 11}, "scale-out-of-range"),
        ({"able_to_be_with": -1}, "scale-out-of-range"),
        ({"note": "x" * 100_001}, "text-too-long"),
    ],
)
def test_what_cannot_be_kept_changes_nothing(log: Log, said: dict[str, Any], code: str) -> None:
    sit = log.sits.begin(a_sit()).id
    before = log.sits.reflect(sit, note="kept")
    with pytest.raises(LogTrouble) as trouble:
        log.sits.reflect(sit, **said)
    assert code_of(trouble) == code
    assert log.sits.get(sit) == before


def test_a_sit_nobody_sat_is_told(log: Log) -> None:
    for edit in (
        lambda: log.sits.touch(NOBODY, 2.0),
        lambda: log.sits.heard(NOBODY, []),
        lambda: log.sits.grounded(NOBODY),
        lambda: log.sits.finish(NOBODY, Ended.EARLY, 1.0),
        lambda: log.sits.reflect(NOBODY),
        lambda: log.sits.discard(NOBODY),
        lambda: log.sits.get(NOBODY),
    ):
        with pytest.raises(LogTrouble) as trouble:
            edit()
        assert code_of(trouble) == "sit-unknown"


def test_what_was_discarded_is_found_in_no_file(log: Log, path: Path) -> None:
    secrets = ("a word of mine", "the left knee", "Ada, you might", "what I wrote")
    kept = log.sits.begin(a_sit(exercise="kind-moment")).id
    log.sits.finish(kept, Ended.FINISHED, 300)
    sit = log.sits.begin(a_sit(feelings=secrets[:1], places=secrets[1:2], intensity_before=9)).id
    log.sits.touch(sit, 2.0, [a_cue(number, secrets[2]) for number in range(100)])
    log.sits.finish(sit, Ended.FINISHED, 300)
    log.sits.reflect(sit, note=secrets[3] * 5000)
    assert all(any(held(path, secret)) for secret in secrets)
    log.sits.discard(sit)
    assert not any(any(held(path, secret)) for secret in secrets)
    assert [sit.id for sit in log.history.find()] == [kept]
    with pytest.raises(LogTrouble):
        log.sits.get(sit)
    (tombstone,) = log._store.rows("SELECT * FROM sits WHERE uuid = :sit", {"sit": sit})
    content = {name for name, value in tombstone.items() if value not in (None, "", 0)}
    assert content == {
        *("id", "uuid", "hlc", "device", "deleted_at"),  # what a merge needs
        *("started_at", "touched_at", "ended"),  # the moment of the deletion, and no meaning
    }
    assert tombstone["started_at"] == tombstone["touched_at"] == tombstone["deleted_at"]


def held(path: Path, secret: str) -> list[bool]:
    return [secret.encode() in file.read_bytes() for file in path.parent.iterdir()]


def test_a_sit_that_runs_can_be_discarded_and_another_begun(log: Log) -> None:
    log.sits.discard(log.sits.begin(a_sit()).id)
    assert log.sits.recover() == ()
    assert log.sits.begin(a_sit()).ended is None


def test_a_second_sit_is_refused_while_one_plays(log: Log, path: Path, hands: Hands) -> None:
    other = Log(path, hands)
    assert not other.sits.is_playing_elsewhere()
    sit = log.sits.begin(a_sit())
    assert other.sits.is_playing_elsewhere()
    assert not log.sits.is_playing_elsewhere()
    with pytest.raises(LogTrouble) as trouble:
        other.sits.begin(a_sit())
    assert code_of(trouble) == "sit-already-playing"
    log.sits.finish(sit.id, Ended.FINISHED, 300)
    other.sits.begin(a_sit())
    other.close()


def test_a_sit_that_could_not_be_written_blocks_none(log: Log) -> None:
    log._store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(LogTrouble):
        log.sits.begin(a_sit())
    log._store._db.execute("PRAGMA query_only = OFF")
    assert log.sits.begin(a_sit()).ended is None


def test_a_sit_left_behind_is_kept_as_interrupted(log: Log, path: Path, hands: Hands) -> None:
    sit = log.sits.begin(a_sit(feelings=("sad",))).id
    log.sits.touch(sit, 42.0, [a_cue(0)])
    log.close()
    hands.move(hours=9)
    later = Log(path, hands)
    (kept,) = later.sits.recover()
    assert (kept.id, kept.ended, kept.sat_seconds) == (sit, Ended.INTERRUPTED, 42.0)
    assert later.sits.recover() == ()
    assert later.history.find() == (kept,)
    later.close()


def test_a_sit_that_another_process_plays_is_left_alone(log: Log, path: Path) -> None:
    old = log.sits.begin(a_sit()).id
    log._playing.release()  # as if this process had died, and left `old` behind
    child = start(path, "hold")
    assert child.stdout is not None
    playing = child.stdout.readline().split()[1]
    assert [sit.id for sit in log.sits.recover()] == [old]
    child.communicate("end\n", timeout=60)
    ended = log.sits.get(playing)
    assert (ended.ended, ended.sat_seconds) == (Ended.EARLY, 4.0)


def test_our_own_running_sit_is_not_recovered(log: Log) -> None:
    log.sits.begin(a_sit())
    assert log.sits.recover() == ()


def test_a_sit_of_another_computer_is_not_ours_to_recover(log: Log) -> None:
    sit = log.sits.begin(a_sit()).id
    log._playing.release()
    with log._store.change() as change:
        change.edit("sits", 1, {"begun_on": "elsewhere"})
    assert log.sits.recover() == ()
    assert log.sits.get(sit).ended is None


def test_the_player_puts_right_what_was_wrongly_taken_for_interrupted(
    log: Log, path: Path, hands: Hands
) -> None:
    sit = log.sits.begin(a_sit()).id
    log._playing.release()  # as on a file system without locks
    other = Log(path, hands)
    assert [sit.ended for sit in other.sits.recover()] == [Ended.INTERRUPTED]
    log.sits.touch(sit, 6.0)
    assert other.sits.get(sit).ended is None
    assert log.sits.finish(sit, Ended.FINISHED, 300).ended is Ended.FINISHED
    other.close()


typed = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # one log for all
@given(words=st.lists(typed.filter(str.strip), max_size=4), note=typed)
def test_any_words_come_back_as_typed(log: Log, words: list[str], note: str) -> None:
    sit = log.sits.begin(a_sit(feelings=tuple(words), places=tuple(words)))
    sit = log.sits.reflect(sit.id, note=note)
    assert (sit.feelings, sit.places, sit.note) == (tuple(words), tuple(words), note)
