"""Deleting sits: undone while it can be, true afterwards, and never half done."""

from __future__ import annotations

from pathlib import Path

import pytest

from mindful.log.deleting import LEFT_BEHIND_SECONDS
from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import Sit
from tests.log.aids import Hands, a_page, a_sit, code_of, keep_sits, stamp_of


def held(path: Path, secret: str) -> list[str]:
    """Files beside the log that have these words in them."""
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    return [file.name for file in files if secret.encode() in file.read_bytes()]


def everything(log: Log, sit: str) -> tuple[Sit, object, object]:
    return log.history.get(sit), log.history.cues(sit), log.history.writings(sit)


def test_what_was_put_away_is_out_of_sight_and_comes_back_whole(log: Log, hands: Hands) -> None:
    kept, *gone = keep_sits(log, hands, 3)
    log.sits.wrote(gone[0], 1, [a_page("kept as typed")])
    before = [everything(log, sit) for sit in gone]
    log.deletions.put_away(gone)
    assert [sit.id for sit in log.history.find()] == [kept]
    assert log.statistics.totals().sits == 1
    with pytest.raises(LogTrouble) as trouble:
        log.history.get(gone[0])
    assert code_of(trouble) == "sit-unknown"

    log.deletions.bring_back(gone)
    assert [everything(log, sit) for sit in gone] == before


def test_what_was_erased_is_found_in_no_file_and_does_not_come_back(
    log: Log, hands: Hands, path: Path
) -> None:
    ids = keep_sits(log, hands, 3)
    secrets = [f"note {number} of" for number in range(3)]
    log.backups.keep_today()
    log.deletions.put_away(ids[:2])
    assert held(path, secrets[0])
    log.deletions.erase(ids[:2])
    assert held(path, secrets[0]) == held(path, secrets[1]) == []
    assert len(held(path, secrets[2])) >= 2  # the log, and today's backup made anew
    log.deletions.bring_back(ids[:2])
    assert [sit.id for sit in log.history.find()] == ids[2:]
    rows = log._store.rows("SELECT * FROM sits WHERE deleted_at IS NOT NULL")
    assert all(row["started_at"] == row["touched_at"] == row["deleted_at"] for row in rows)


def test_undo_wins_over_the_deletion_when_files_are_merged(log: Log, hands: Hands) -> None:
    (sit,) = keep_sits(log, hands, 1)
    stamps = [stamp_of(log, sit)]
    for act in (log.deletions.put_away, log.deletions.bring_back, log.deletions.erase):
        act([sit])
        stamps.append(stamp_of(log, sit))
    assert stamps == sorted(set(stamps))


def test_a_deletion_that_a_crash_left_behind_is_finished_later(
    log: Log, hands: Hands, path: Path
) -> None:
    gone, kept = keep_sits(log, hands, 2)
    log.deletions.put_away([gone])
    log.close()  # as a crash would: nobody said that undo is over

    later = Log(path, hands)
    assert later.deletions.erase_left_behind() == 0  # another window may still undo it
    hands.move(seconds=LEFT_BEHIND_SECONDS + 1)
    assert later.deletions.erase_left_behind() == 1
    assert held(path, "note 0 of") == []
    assert [sit.id for sit in later.history.find()] == [kept]
    assert later.deletions.erase_left_behind() == 0
    later.close()


@pytest.mark.parametrize("step", ["sweep", "forget"])
def test_a_crash_between_erasing_and_forgetting_is_made_good(
    log: Log, hands: Hands, path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (gone,) = keep_sits(log, hands, 1)
    hands.move(minutes=5)
    log.backups.keep_today()

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as crashing:
        target = log._store if step == "sweep" else log.deletions
        crashing.setattr(target, step if step == "sweep" else "_forget", crash)
        with pytest.raises(KeyboardInterrupt):
            log.deletions.erase([gone])
    assert held(path, "note 0 of")
    hands.move(seconds=LEFT_BEHIND_SECONDS + 1)
    assert log.deletions.erase_left_behind() == 1
    assert held(path, "note 0 of") == []


def test_many_at_once_and_none_at_all(log: Log, hands: Hands) -> None:
    ids = keep_sits(log, hands, 40, hours=1)
    log.deletions.erase([])
    log.deletions.erase([*ids[:39], "no sit at all"])
    assert [sit.id for sit in log.history.find()] == ids[39:]


def test_a_sit_that_runs_is_not_in_the_list_and_can_be_erased(log: Log) -> None:
    sit = log.sits.begin(a_sit()).id
    log.deletions.erase([sit])
    assert log.sits.recover() == ()
