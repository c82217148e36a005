from __future__ import annotations

from pathlib import Path

import pytest

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import Draft
from tests.log.aids import Hands, code_of


def test_the_profile_keeps_what_was_set_last(log: Log, path: Path, hands: Hands) -> None:
    assert log.profile.get("name") is None
    log.profile.set("name", "Ada")
    log.profile.set("phrase", "May I be patient.")
    log.profile.set("name", "Ada L.")
    other = Log(path, hands)
    assert other.profile.all() == {"name": "Ada L.", "phrase": "May I be patient."}
    other.close()


def test_what_is_forgotten_is_in_no_file(log: Log, path: Path) -> None:
    log.profile.set("name", "Adelheid")
    log.drafts.save("critic", "You never finish anything")
    log.profile.forget("name")
    log.drafts.clear("critic")
    assert log.profile.get("name") is None
    assert log.drafts.load("critic") is None
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"Adelheid" not in content
    assert b"never finish" not in content
    log.profile.set("name", "Ada")
    assert log.profile.get("name") == "Ada"


def test_a_draft_is_kept_as_typed(log: Log, hands: Hands) -> None:
    assert log.drafts.load("critic") is None
    for typed in ("Y", "Yo", "You\n\tnever  "):
        hands.move(seconds=1)
        log.drafts.save("critic", typed)
    assert log.drafts.load("critic") == Draft(text="You\n\tnever  ", saved_at=hands.now)


def test_endless_text_is_refused_and_what_was_there_stays(log: Log) -> None:
    log.profile.set("name", "Ada")
    log.drafts.save("critic", "short")
    with pytest.raises(LogTrouble) as trouble:
        log.profile.set("name", "x" * 100_001)
    assert code_of(trouble) == "text-too-long"
    with pytest.raises(LogTrouble) as trouble:
        log.drafts.save("critic", "x" * 100_001)
    assert code_of(trouble) == "text-too-long"
    assert log.profile.get("name") == "Ada"
