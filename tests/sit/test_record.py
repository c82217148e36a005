"""Pages on their way into a log that cannot be written at first."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from mindful.log.desk import LogDesk
from mindful.log.errors import LogTrouble
from mindful.log.records import NewSit
from mindful.sit.record import Record
from mindful.sit.writing import Writing


def test_a_page_that_could_not_be_kept_is_kept_with_the_next_touch(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    desk = LogDesk(tmp_path / "data" / "log.db", lambda: datetime.now(UTC))
    failed: list[LogTrouble] = []
    new = NewSit(exercise="breath", title="T", language="en", app_version="0", minutes=5)
    record = Record(desk, new, lambda: datetime.now(UTC), failed.append)
    page = Writing(page=1, phase="Write", prompt="What?", kind="note", text="It is late.")
    assert record.wrote(page).exception(10) is not None
    (tmp_path / "data").unlink()
    (tmp_path / "data").mkdir()
    record.keep(2.0).result(60)
    sit = record.sit
    assert sit is not None
    kept = desk.submit(lambda log: log.history.writings(sit)).result(60)
    desk.close()
    assert [row.text for row in kept] == ["It is late."]
    assert len(failed) == 1
