"""Pages of writing in the log: as typed, one page at a time, gone when the sit is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mindful.log import schema
from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import Ended
from tests.log.aids import a_page, a_sit, code_of, utc_now


@pytest.fixture
def sit(log: Log) -> str:
    return log.sits.begin(a_sit()).id


def test_a_page_is_replaced_and_the_others_stay(log: Log, sit: str) -> None:
    log.sits.wrote(sit, 1, [a_page("one")])
    log.sits.wrote(sit, 3, [a_page("three", page=3)])
    log.sits.wrote(sit, 1, [a_page("one, again")])
    assert log.history.writings(sit) == (a_page("one, again"), a_page("three", page=3))
    log.sits.wrote(sit, 1, [])
    assert log.history.writings(sit) == (a_page("three", page=3),)


def test_phrases_keep_their_order_and_their_numbers(log: Log, sit: str) -> None:
    rows = [
        a_page("I can begin again", kind="phrases", rating=8),
        a_page("I may rest", kind="phrases"),
        a_page("I am here", kind="phrases", rating=0),
    ]
    log.sits.wrote(sit, 1, rows)
    assert list(log.history.writings(sit)) == rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_every_text_comes_back_as_typed(log: Log, sit: str, text: str) -> None:
    log.sits.wrote(sit, 1, [a_page(text)])
    assert log.history.writings(sit)[0].text == text


def test_what_cannot_be_kept_is_refused_whole(log: Log, sit: str) -> None:
    log.sits.wrote(sit, 1, [a_page("safe")])
    with pytest.raises(LogTrouble) as trouble:
        log.sits.wrote(sit, 1, [a_page("w" * 100_001)])
    assert code_of(trouble) == "text-too-long"
    with pytest.raises(LogTrouble) as trouble:
        log.sits.wrote(sit, 1, [a_page("x", rating=11)])
    assert code_of(trouble) == "scale-out-of-range"
    assert [row.text for row in log.history.writings(sit)] == ["safe"]


def test_a_sit_that_is_deleted_leaves_nothing_of_its_pages(log: Log, sit: str, path: Path) -> None:
    log.sits.wrote(sit, 1, [a_page("a secret nobody shall find")])
    log.sits.finish(sit, Ended.EARLY, 9.0)
    log.sits.discard(sit)
    assert log.history.writings(sit) == ()
    log.close()
    assert all(b"a secret nobody" not in file.read_bytes() for file in path.parent.iterdir())


def test_a_page_can_be_written_after_the_end_and_changes_nothing_of_it(log: Log, sit: str) -> None:
    log.sits.finish(sit, Ended.FINISHED, 9.0)
    log.sits.wrote(sit, 1, [a_page("late")])
    assert log.history.get(sit).ended is Ended.FINISHED
    assert [row.text for row in log.history.writings(sit)] == ["late"]


def test_a_log_of_before_gains_the_table(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr(schema, "STEPS", schema.STEPS[:1])
        old = Log(path, utc_now)
        sit = old.sits.begin(a_sit()).id
        old.close()
    new = Log(path, utc_now)
    new.sits.wrote(sit, 1, [a_page("here")])
    assert [row.text for row in new.history.writings(sit)] == ["here"]
    new.close()


def test_phrases_are_kept_for_other_sits_once_each(log: Log) -> None:
    log.profile.set("phrases", "I may rest")
    log.profile.add_phrases(["I can begin again", "I may rest", " ", "I can\nbegin again"])
    assert log.profile.get("phrases") == "I may rest\nI can begin again"
