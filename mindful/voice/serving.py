"""The child's side of a voice worker: answers requests until its parent is gone.

Imports nothing beyond the standard library, neither numpy nor Qt: a worker stays small.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from mindful.voice.wire import Header, receive, send

Reply = tuple[Header, bytes]
Answer = Callable[[Header], Reply]


class Refused(Exception):
    """The worker cannot do what it was asked; the app hears the code.

    Args:
        code: as in `mindful.voice.errors.VoiceTrouble`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def serve(prepare: Callable[[Path], tuple[Header, Answer]], folder: Path) -> None:
    """Run a worker: prepare, say that it is ready, answer one request after another.

    Everything runs in the calling thread, as Windows' speech needs; a second thread only
    listens. When the parent closes the pipe or dies, the process ends at once, even in
    mid-sentence, and takes its private folder with it. (Linux could signal the parent's death,
    but that signal already comes when the *thread* that started the worker ends.)

    Args:
        prepare: loads the engine; returns facts for the parent and what answers a request.
        folder: this worker's private folder.
    """
    replies = take_stdout()
    requests: SimpleQueue[Header] = SimpleQueue()
    listening = threading.Thread(target=_listen, args=(requests, folder), daemon=True)
    listening.start()
    try:
        facts, answer = prepare(folder)
    except Refused as refused:
        send(replies, {"error": refused.code})
        return
    try:
        send(replies, facts)
        while True:
            send(replies, *_answered(answer, requests.get()))
    except OSError:
        listening.join()  # the parent is gone: the listener tidies up, and ends the process


def _answered(answer: Answer, request: Header) -> Reply:
    try:
        return answer(request)
    except Refused as refused:
        return {"error": refused.code}, b""


def take_stdout() -> IO[bytes]:
    """Keep the pipe to the parent for replies alone: libraries of sound and speech print to it."""
    private = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return private


def _listen(requests: SimpleQueue[Header], folder: Path) -> None:
    try:
        with os.fdopen(os.dup(0), "rb") as pipe:
            while (message := receive(pipe)) is not None:
                requests.put(message[0])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)
