"""One host, one worker that misbehaves: every way it can fail, and what the host makes of it."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from mindful.voice.errors import VoiceTrouble
from mindful.voice.worker import Limits, WorkerHost
from tests.voice.conftest import HANGS, HostMaker, folder_of, is_there


def pid_of(host: WorkerHost) -> int:
    assert host.pid is not None
    return host.pid


def ask(host: WorkerHost, do: str = "well", **more: object) -> bytes:
    return host.ask({"do": do, "text": "hm", **more}, "hm")[1]


def test_nothing_runs_before_it_is_asked(host: HostMaker) -> None:
    assert host().pid is None


def test_one_worker_answers_line_after_line(host: HostMaker) -> None:
    wild = host()
    assert ask(wild) == b"hmhm"
    first = pid_of(wild)
    assert [ask(wild) for _ in range(20)] == [b"hmhm"] * 20
    assert pid_of(wild) == first
    assert wild.facts()["pid"] == first


def test_a_worker_outlives_the_thread_that_started_it(host: HostMaker) -> None:
    wild = host()
    thread = threading.Thread(target=ask, args=(wild,))
    thread.start()
    thread.join()
    first = pid_of(wild)
    assert ask(wild) == b"hmhm"
    assert pid_of(wild) == first


@pytest.mark.parametrize("mischief", ["hang", "stop", "die", "crash", "garble", "half", "silent"])
def test_a_failure_is_healed_by_a_new_worker(
    host: HostMaker, tmp_path: Path, mischief: str
) -> None:
    wild = host(line=HANGS if mischief in {"hang", "stop"} else 60.0)
    ask(wild)
    first, folder = pid_of(wild), folder_of(pid_of(wild))
    assert ask(wild, mischief, once=str(tmp_path / "once")) == b"hmhm"
    assert pid_of(wild) != first
    assert not is_there(first), "ended, and no zombie left"
    assert not folder.exists()


@pytest.mark.parametrize(
    ("mischief", "code"),
    [
        ("hang", "voice-hung"),
        ("die", "voice-died"),
        ("garble", "voice-garbled"),
        ("half", "voice-died"),
        ("silent", "voice-silent"),
    ],
)
def test_after_two_failures_it_is_a_trouble(host: HostMaker, mischief: str, code: str) -> None:
    wild = host(line=HANGS if mischief == "hang" else 60.0)
    with pytest.raises(VoiceTrouble) as caught:
        ask(wild, mischief)
    assert caught.value.code == code
    assert caught.value.facts["engine"] == "wild"
    assert "hm" not in caught.value.facts.values()
    assert wild.pid is None
    assert ask(wild) == b"hmhm", "the next line gets its own chance"


@pytest.mark.parametrize(("mischief", "reason"), [("hang", "voice-hung"), ("die", "voice-died")])
def test_a_worker_that_never_gets_ready(host: HostMaker, mischief: str, reason: str) -> None:
    wild = host(at_start=mischief, start=0.3 if mischief == "hang" else 60.0)
    with pytest.raises(VoiceTrouble) as caught:
        ask(wild)
    assert (caught.value.code, caught.value.facts["reason"]) == ("voice-start-failed", reason)
    assert wild.pid is None


def test_a_worker_that_says_it_cannot_run_here(host: HostMaker) -> None:
    wild = host(at_start="missing")
    with pytest.raises(VoiceTrouble, match="voice-missing"):
        wild.facts()
    assert wild.pid is None


def test_a_command_that_cannot_be_run() -> None:
    nowhere = WorkerHost("wild", ["/nonexistent/python"], Limits())
    with pytest.raises(VoiceTrouble, match="voice-start-failed"):
        ask(nowhere)


def test_a_worker_killed_between_two_lines_costs_nothing(host: HostMaker) -> None:
    wild = host()
    ask(wild)
    first = pid_of(wild)
    os.kill(first, signal.SIGKILL)
    assert ask(wild) == b"hmhm"
    assert not is_there(first)


def test_chatter_on_stdout_does_not_disturb(host: HostMaker) -> None:
    wild = host(at_start="chatter")
    assert ask(wild, "chatter") == b"hmhm"


def test_a_request_larger_than_any_pipe_does_not_block_for_ever(host: HostMaker) -> None:
    wild = host(line=HANGS)
    ask(wild)
    os.kill(pid_of(wild), signal.SIGSTOP)
    assert len(wild.ask({"do": "well", "text": "x" * 500_000}, "x")[1]) == 1_000_000


def test_rest_ends_the_worker_until_the_next_line(host: HostMaker) -> None:
    wild = host()
    ask(wild)
    first = pid_of(wild)
    wild.rest()
    assert not is_there(first)
    assert ask(wild) == b"hmhm"


def test_close_is_final_and_may_be_repeated(host: HostMaker) -> None:
    wild = host()
    ask(wild)
    first, folder = pid_of(wild), folder_of(pid_of(wild))
    wild.close()
    wild.close()
    assert not is_there(first)
    assert not folder.exists()
    with pytest.raises(VoiceTrouble, match="voice-closed"):
        ask(wild)


@pytest.mark.parametrize("first", ["hang", "die"])
def test_close_wakes_who_waits_for_a_line(host: HostMaker, tmp_path: Path, first: str) -> None:
    wild = host(line=100.0)
    once = {"once": str(tmp_path / "once"), "then": "hang"} if first == "die" else {}
    note = tmp_path / "note"
    os.mkfifo(note)
    codes: list[str] = []

    def wait() -> None:
        with pytest.raises(VoiceTrouble) as caught:
            ask(wild, first, note=str(note), **once)
        codes.append(caught.value.code)

    waiting = threading.Thread(target=wait)
    waiting.start()
    assert note.read_text() == "begun"  # blocks until the worker has the line
    wild.close()
    waiting.join(60.0)
    assert codes == ["voice-closed"]


def test_threads_take_turns(host: HostMaker) -> None:
    wild = host()
    answers: list[bytes] = []

    def talk(letter: str) -> None:
        answers.extend(wild.ask({"do": "well", "text": letter}, letter)[1] for _ in range(25))

    threads = [threading.Thread(target=talk, args=(letter,)) for letter in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == sorted(letter.encode() * 2 for letter in "abcd" * 25)


def test_the_worker_has_a_session_of_its_own(host: HostMaker) -> None:
    wild = host()
    ask(wild)
    assert os.getsid(pid_of(wild)) == pid_of(wild), "Ctrl+C in a terminal would reach it"


def test_a_worker_ended_while_idle_leaves_no_thread(host: HostMaker) -> None:
    wild = host()
    ask(wild)
    wait_for = [t for t in threading.enumerate() if t.name == "voice worker"]
    wild.close()
    assert wait_for
    assert not any(thread.is_alive() for thread in wait_for)


def test_limits_grow_with_the_line() -> None:
    assert Limits().of("") == 5.0
    assert Limits().of("x" * 100) == 10.0
    assert Limits().start == 20.0
