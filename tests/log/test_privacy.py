"""What a person wrote stands in the log and nowhere else: not in an error, not in a traceback."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.opening import open_log
from mindful.log.records import NOTE_LENGTH
from mindful.wording import tell
from tests.log.aids import Hands, a_sit

SECRET = "nobody shall read this"
LONG = SECRET * (NOTE_LENGTH // 20)


def everything_said(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error)


def test_a_bug_while_a_note_is_kept_tells_nothing_of_it(path: Path, hands: Hands) -> None:
    db = open_log(path)
    db.execute(
        "CREATE TRIGGER broken BEFORE UPDATE OF note ON sits"
        " BEGIN SELECT raise(ABORT, 'broken'); END"
    )
    db.close()
    log = Log(path, hands)
    sit = log.sits.begin(a_sit()).id
    with pytest.raises(RuntimeError) as bug:
        log.sits.reflect(sit, note=SECRET)
    log.close()
    assert SECRET not in everything_said(bug.value)


@pytest.mark.parametrize(
    "keep",
    [
        lambda log, sit: log.sits.reflect(sit, note=LONG),
        lambda log, _: log.drafts.save("letter", LONG),
        lambda log, _: log.profile.set("phrase", LONG),
        lambda log, _: log.sits.begin(a_sit(feelings=(LONG,))),
    ],
    ids=["note", "draft", "profile", "word"],
)
def test_what_cannot_be_kept_is_told_without_its_words(
    log: Log, keep: Callable[[Log, str], object]
) -> None:
    sit = log.sits.begin(a_sit()).id
    with pytest.raises(LogTrouble) as trouble:
        keep(log, sit)
    assert SECRET not in everything_said(trouble.value)
    assert SECRET not in tell(trouble.value)
