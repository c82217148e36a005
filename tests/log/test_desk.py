from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from mindful.log.desk import LogDesk
from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from tests.log.aids import ROOT, Hands, a_sit, code_of

SOON = 60.0


def test_work_is_done_in_order_on_one_thread(path: Path, hands: Hands) -> None:
    desk = LogDesk(path, hands)
    threads: list[str] = []

    def note(number: int, log: Log) -> int:
        threads.append(threading.current_thread().name)
        log.profile.set("last", str(number))
        return number

    answers = [desk.submit(partial(note, number)) for number in range(20)]
    assert [answer.result(SOON) for answer in answers] == list(range(20))
    assert desk.submit(lambda log: log.profile.get("last")).result(SOON) == "19"
    desk.close()
    assert len(set(threads)) == 1
    assert threads[0] != threading.current_thread().name


def test_trouble_is_the_answer_and_the_desk_goes_on(path: Path, hands: Hands) -> None:
    desk = LogDesk(path, hands)
    with pytest.raises(LogTrouble) as trouble:
        desk.submit(lambda log: log.sits.get("nobody")).result(SOON)
    assert code_of(trouble) == "sit-unknown"
    assert desk.submit(lambda log: log.sits.begin(a_sit()).minutes).result(SOON) == 5
    desk.close()


def test_a_log_that_cannot_be_opened_is_tried_again(path: Path, hands: Hands) -> None:
    path.parent.write_text("in the way")
    desk = LogDesk(path, hands)
    with pytest.raises(LogTrouble) as trouble:
        desk.submit(lambda log: log.history.find()).result(SOON)
    assert code_of(trouble) == "log-unwritable"
    path.parent.unlink()
    assert desk.submit(lambda log: log.history.find()).result(SOON) == ()
    desk.close()


def keep(key: str, log: Log) -> None:
    log.profile.set(key, "kept")


def test_closing_does_what_was_asked_and_lets_the_file_go(path: Path, hands: Hands) -> None:
    desk = LogDesk(path, hands)
    go = threading.Event()
    first = desk.submit(lambda _: go.wait(SOON))
    asked = [desk.submit(partial(keep, key)) for key in ("one", "two")]
    threading.Timer(0.01, go.set).start()
    desk.close()
    desk.close()
    assert first.done()
    assert all(answer.done() for answer in asked)
    assert not path.with_name("mindful.db-wal").exists()
    with pytest.raises(RuntimeError):
        desk.submit(lambda log: log.history.find())
    log = Log(path, hands)
    assert set(log.profile.all()) == {"one", "two"}
    log.close()


def test_a_desk_that_was_never_asked_makes_no_file(path: Path, hands: Hands) -> None:
    LogDesk(path, hands).close()
    assert not path.parent.exists()


def test_a_desk_costs_the_start_neither_the_database_nor_the_records() -> None:
    look = (
        "import sys, mindful.log.desk\n"
        "print([name for name in ('sqlite_utils', 'sqlite3', 'sqlcipher3', 'msgspec', 'numpy',"
        " 'concurrent.futures') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"
