"""Bringing in: counted first, kept at once, nothing twice, undone as one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mindful.log.batches import Undone
from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import Ended, Sit
from mindful.log.sorting import How
from tests.log.aids import Hands, a_sit, code_of
from tests.log.importers.aids import FILES, written

LONDON = ZoneInfo("Europe/London")
HOW = How(zone=LONDON, titles={"timer": "Silent Timer"})
HEAD = "Started At,Duration,Preset,Activity"


def insight(folder: Path, *lines: str) -> Path:
    return written(folder, [HEAD, *lines])


def rows_of(log: Log) -> list[tuple[str, str, float, int, str]]:
    return [
        (sit.exercise, sit.title, sit.sat_seconds, sit.utc_offset, sit.started_at.isoformat())
        for sit in log.history.find()
    ]


@pytest.mark.parametrize("file", sorted(FILES.iterdir()), ids=lambda file: file.name)
def test_every_format_comes_in_once_and_goes_out_again(log: Log, file: Path) -> None:
    expected = log.imports.preview(file, HOW)
    assert rows_of(log) == []
    assert log.imports.take(file, HOW) == expected
    assert (expected.new, expected.known, expected.unreadable) == (expected.new, 0, 0)
    assert expected.new > 0
    assert len(rows_of(log)) == expected.sits
    again = log.imports.take(file, HOW)
    assert (again.new, again.known) == (0, expected.new)
    assert log.imports.undo() == Undone(expected.new, 0)
    assert rows_of(log) == []
    with pytest.raises(LogTrouble) as trouble:
        log.imports.undo()
    assert code_of(trouble) == "import-none"


def test_a_sit_is_kept_with_the_clock_of_its_place(log: Log, tmp_path: Path) -> None:
    log.imports.take(
        insight(tmp_path, "07/20/2025 08:21:14,0:45:0,,Meditation", "01/20/2025 08:00:00,0:5:0,,"),
        HOW,
    )
    summer, winter = log.history.find()
    assert (summer.utc_offset, winter.utc_offset) == (3600, 0)
    assert summer.started_at == datetime(2025, 7, 20, 7, 21, 14, tzinfo=UTC)
    assert summer.started_there.hour == 8
    assert winter.title == "Silent Timer"


def test_without_a_zone_it_is_this_computers(
    log: Log, tmp_path: Path, here: Callable[[str], None]
) -> None:
    here("Asia/Tokyo")
    preview = log.imports.take(insight(tmp_path, "07/20/2025 08:00:00,0:45:0,,Meditation"), How())
    assert preview.is_local
    assert log.history.find()[0].utc_offset == 9 * 3600


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Say in which zone this computer is."""

    def be_in(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield be_in
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("01/01/1970 00:00:00,0:45:0,,Meditation", "date-early"),
        ("01/01/2200 00:00:00,0:45:0,,Meditation", "date-late"),
        ("01/01/0001 00:00:00,0:45:0,,Meditation", "date-early"),
        ("07/20/2025 08:00:00,-1:05:0,,Meditation", "length-negative"),
        ("07/20/2025 08:00:00,0:0:0,,Meditation", "length-nothing"),
        ("07/20/2025 08:00:00,40:00:00,,Meditation", "length-endless"),
    ],
)
def test_what_cannot_be_is_told_with_its_line(
    log: Log, tmp_path: Path, line: str, reason: str
) -> None:
    path = insight(tmp_path, "07/20/2025 07:00:00,0:45:0,,Meditation", line)
    preview = log.imports.take(path, HOW)
    assert [(bad.line, bad.reason) for bad in preview.bad] == [(3, reason)]
    assert (preview.sits, len(rows_of(log))) == (1, 1)


def keep(log: Log, hands: Hands, began: datetime, seconds: float) -> Sit:
    hands.now = began
    sit = log.sits.begin(a_sit())
    return log.sits.finish(sit.id, Ended.FINISHED, seconds)


@pytest.mark.parametrize(
    ("began", "length", "known"),
    [
        ("08:00:00", "0:10:0", 1),
        ("08:00:59", "0:10:59", 1),
        ("07:59:01", "0:9:1", 1),
        ("08:01:01", "0:10:0", 0),
        ("08:00:00", "0:11:1", 0),
    ],
)
def test_the_same_sit_from_two_apps_is_kept_once(
    log: Log, hands: Hands, tmp_path: Path, began: str, length: str, known: int
) -> None:
    keep(log, hands, datetime(2025, 7, 20, 8, tzinfo=LONDON), 600.0)
    hands.move(days=400)
    preview = log.imports.take(insight(tmp_path, f"07/20/2025 {began},{length},,Meditation"), HOW)
    assert preview.known == known


def test_short_sits_that_follow_each_other_stay_two(log: Log, tmp_path: Path) -> None:
    lines = ("07/20/2025 08:00:00,0:0:30,,Meditation", "07/20/2025 08:00:40,0:0:30,,Meditation")
    assert log.imports.take(insight(tmp_path, *lines, lines[0]), HOW).sits == 2


def test_two_computers_that_read_the_same_file_have_the_same_sits(
    log: Log, tmp_path: Path, hands: Hands
) -> None:
    other = Log(tmp_path / "other.db", hands)
    for one in (log, other):
        one.imports.take(FILES / "insight-timer.csv", HOW)
    assert {sit.id for sit in log.history.find()} == {sit.id for sit in other.history.find()}
    other.close()


def test_daylios_moods_become_feelings_as_the_person_says(log: Log) -> None:
    preview = log.imports.preview(FILES / "daylio.csv", HOW)
    moods = {mood.word: (mood.count, mood.feeling) for mood in preview.moods}
    assert moods == {
        "irritable": (1, "irritable"),
        "rad": (1, "joyful"),
        "good": (1, "contented"),
    }
    how = How(zone=LONDON, feelings={"irritable": "irritated", "good": ""})
    log.imports.take(FILES / "daylio.csv", how)
    texts = {row["text"] for row in log._store.rows("SELECT text FROM entries")}
    assert texts == {
        "irritated · take care of kids",
        "# Spring\n\nFirst warm day\nof the year\n\nrad · meditation · walk",
    }


def test_what_was_edited_since_stays_when_an_import_is_undone(log: Log) -> None:
    log.imports.take(FILES / "insight-timer.csv", HOW)
    newest = log.history.find()[0]
    log.sits.reflect(newest.id, note="My own words")
    assert log.imports.undo() == Undone(2, 1)
    assert [sit.note for sit in log.history.find()] == ["My own words"]


def test_a_sit_deleted_here_comes_back_and_goes_away_again(log: Log) -> None:
    log.imports.take(FILES / "brethap.csv", HOW)
    (sit,) = log.history.find()
    log.sits.discard(sit.id)
    assert log.imports.take(FILES / "brethap.csv", HOW).sits == 1
    assert [back.id for back in log.history.find()] == [sit.id]
    assert log.imports.undo() == Undone(1, 0)
    assert log.history.find() == ()


def test_a_sit_brought_back_while_its_deletion_could_be_undone_is_erased_whole(
    log: Log, path: Path, tmp_path: Path
) -> None:
    log.imports.take(FILES / "brethap.csv", HOW)
    (sit,) = log.history.find()
    log.sits.reflect(sit.id, note="a-secret-word")
    log.deletions.put_away([sit.id])
    assert log.imports.take(FILES / "brethap.csv", HOW).sits == 1
    log.deletions.erase([sit.id])
    for kept in path.parent.rglob("*"):
        assert not kept.is_file() or b"a-secret-word" not in kept.read_bytes()
    assert log.imports.undo() == Undone(0, 0)
    assert log.history.find() == ()


def test_a_page_brought_back_while_its_deletion_could_be_undone_is_erased_whole(
    log: Log, path: Path, tmp_path: Path
) -> None:
    entry = log.journal.add("a-secret-word").id
    file = tmp_path / "all.json"
    with file.open("wb") as opened:
        log.exports.document(opened, "1")
    log.journal.delete(entry)
    assert log.imports.take(file, HOW).others == 1
    log.journal.delete(entry)
    log.journal.sweep()
    for kept in path.parent.rglob("*"):
        assert not kept.is_file() or kept == file or b"a-secret-word" not in kept.read_bytes()


def test_a_file_that_breaks_off_leaves_nothing(log: Log, tmp_path: Path) -> None:
    record = (FILES / "apple-health.xml").read_text(encoding="utf-8").split("</HealthData>")[0]
    path = written(tmp_path, record + "<Record", "export.xml")
    with pytest.raises(LogTrouble) as trouble:
        log.imports.take(path, HOW)
    assert code_of(trouble) == "import-broken"
    assert rows_of(log) == []
    assert log.imports.last() is None


def test_nothing_of_an_undone_import_is_left_on_the_disk(
    log: Log, path: Path, tmp_path: Path
) -> None:
    file = written(
        tmp_path,
        "start_time_unix,duration_secs,mode,label,note\n1712345678,600,timer,,a-secret-word\n",
    )
    log.imports.take(file, HOW)
    log.backups.keep_today()
    log.imports.undo()
    for kept in path.parent.rglob("*"):
        assert not kept.is_file() or b"a-secret-word" not in kept.read_bytes()


def test_a_zone_by_name_or_by_distance() -> None:
    from mindful.log.zones import zone_called

    assert zone_called("Europe/London") == LONDON
    assert zone_called("+05:30") == timezone(timedelta(hours=5, minutes=30))
    assert zone_called("-8") == timezone(-timedelta(hours=8))
    for wrong in ("Europe/Londn", "+99:00", "../../etc/passwd", "", "a" * 999):
        with pytest.raises(LogTrouble) as trouble:
            zone_called(wrong)
        assert code_of(trouble) == "zone-unknown"
