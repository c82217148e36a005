"""Keeps a voice worker at hand: starts it when needed, gives each line a second chance."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mindful.voice.errors import VoiceTrouble
from mindful.voice.wire import Header
from mindful.voice.worker_process import Message, WorkerProcess

T = TypeVar("T")

HOPELESS = frozenset(
    {
        "unknown-voice",
        "voice-unable",
        "voice-missing",
        "model-damaged",
        "voice-unloadable",
        "voice-closed",
    }
)
"""Codes of failures that a new worker would only repeat."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How long a worker may take, in seconds.

    Attributes:
        start: from its start to its being ready.
        line: for any line, however short.
        character: more for each character of the line.
    """

    start: float = 20.0
    line: float = 5.0
    character: float = 0.05

    def of(self, text: str) -> float:
        """Seconds that `text` may take."""
        return self.line + self.character * len(text)


class WorkerHost:
    """One long-lived worker process, whichever engine it runs.

    A worker that hangs, dies, talks nonsense or fails at a line is ended; a new one gets the same
    line once more. Any thread may ask, one after another; `rest` and `close` do not wait for them:
    whoever asks just then gets its second try after `rest`, ``voice-closed`` after `close`.
    """

    def __init__(self, engine: str, command: Sequence[str], limits: Limits) -> None:
        """Start nothing yet.

        Args:
            engine: its name, for troubles.
            command: starts the worker, as `mindful.voice.command.worker_command` gives it.
            limits: for its start and for each line.
        """
        self._engine = engine
        self._command = command
        self._limits = limits
        self._asking = threading.Lock()
        self._changing = threading.Lock()
        self._process: WorkerProcess | None = None
        self._facts: Header = {}
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The worker's process id, None while there is no worker."""
        process = self._process
        return process.pid if process is not None else None

    def facts(self) -> Header:
        """What the worker told of itself when it was ready; starts it where it has not run yet.

        Raises:
            VoiceTrouble: as `ask`.
        """
        with self._asking:
            if not self._facts:
                self._twice(self._ready)
            return self._facts

    def ask(self, request: Mapping[str, object], text: str) -> Message:
        """Have the worker answer; `text` is the line it is about, whose length sets the limit.

        Raises:
            VoiceTrouble: both tries failed, with the code of the second: ``voice-start-failed``,
                ``voice-hung``, ``voice-died``, ``voice-garbled`` or what the worker told; or
                ``voice-closed``.
        """
        seconds = self._limits.of(text)
        with self._asking:
            return self._twice(lambda: _checked(self._ready().ask(request, seconds)))

    def rest(self) -> None:
        """End the worker and its use of memory; the next line starts a new one."""
        with self._changing:
            process, self._process = self._process, None
        if process is not None:
            process.end()

    def close(self) -> None:
        """End the worker for good. Safe to call twice."""
        self._closed = True
        self.rest()

    def _twice(self, attempt: Callable[[], T]) -> T:
        try:
            return self._once(attempt)
        except VoiceTrouble as trouble:
            if trouble.code in HOPELESS:
                raise
        return self._once(attempt)

    def _once(self, attempt: Callable[[], T]) -> T:
        try:
            return attempt()
        except VoiceTrouble as trouble:
            if trouble.code not in HOPELESS:
                self.rest()
            code = "voice-closed" if self._closed else trouble.code
            raise VoiceTrouble(code, **trouble.facts, engine=self._engine) from trouble

    def _ready(self) -> WorkerProcess:
        """The worker, started and heard to be ready."""
        process = self._process
        if process is not None and process.alive:
            return process
        self.rest()
        process = self._begun()
        try:
            self._facts = _checked(process.hear(self._limits.start))[0]
        except VoiceTrouble as trouble:
            self.rest()
            if trouble.code in HOPELESS:
                raise
            raise VoiceTrouble("voice-start-failed", reason=trouble.code) from trouble
        return process

    def _begun(self) -> WorkerProcess:
        with self._changing:
            if self._closed:
                raise VoiceTrouble("voice-closed")
            try:
                self._process = WorkerProcess(self._command)
            except OSError as error:
                raise VoiceTrouble("voice-start-failed", reason=error.strerror or "") from error
            return self._process


def _checked(message: Message) -> Message:
    """`message`, unless it tells of a failure."""
    code = message[0].get("error")
    if code is not None:
        raise VoiceTrouble(str(code))
    return message
