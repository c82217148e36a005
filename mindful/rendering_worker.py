"""A process of its own that writes one sit to a file, so that the window and a sit stay quick.

It reads the job as one line of JSON and tells its progress in such lines. When its parent closes
the pipe or dies, or on SIGTERM, it gives up and leaves nothing behind. The job comes through the
pipe and nowhere else: what a person feels must not stand in a list of processes.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from typing import IO

from mindful.rendering_job import Progress, RenderJob, Stage, failed, from_line, to_line
from mindful.trouble import Trouble
from mindful.voice.serving import take_stdout

NICENESS = 10
"""Lower than the window and than a sit that plays; the voice's processes inherit it."""

TELL_SECONDS = 0.1
"""Progress is told at most this often."""


def main() -> None:
    """Be the process."""
    teller = _Teller(take_stdout())
    unwanted = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_args: unwanted.set())
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    # A stream of its own: at exit Python would wait for the lock of `sys.stdin`, held in a read.
    pipe = os.fdopen(os.dup(0), "rb")
    line = pipe.readline()
    if not line:
        return  # cancelled before it began
    job = from_line(line, RenderJob)
    threading.Thread(target=_watch, args=(pipe, unwanted), daemon=True).start()
    teller.tell(_carried_out(job, teller, unwanted))


class _Teller:
    """Tells the parent how it goes."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._next = 0.0
        self.share = 0.0

    def on_the_way(self, stage: Stage, share: float, seconds_left: float) -> None:
        """Tell how far it is, unless that was done a moment ago."""
        self.share = share
        now = time.monotonic()
        if now >= self._next:
            self._next = now + TELL_SECONDS
            self.tell(Progress(stage=stage, share=share, seconds_left=seconds_left))

    def tell(self, progress: Progress) -> None:
        """Tell at once."""
        with contextlib.suppress(OSError):  # the parent is gone: `_watch` sees that too
            self._pipe.write(to_line(progress))
            self._pipe.flush()


def _carried_out(job: RenderJob, teller: _Teller, unwanted: threading.Event) -> Progress:
    """Do the job; gives how it ended."""
    from mindful.parts import Parts
    from mindful.rendering import render_sit
    from mindful.sit.render import Cancelled

    parts = Parts(job.paths)
    try:
        rendered = render_sit(parts, job.order, teller.on_the_way, unwanted.is_set)
    except Cancelled:
        return Progress(stage="cancelled", share=teller.share)
    except Trouble as trouble:
        return failed(trouble, teller.share)
    except Exception as error:  # noqa: BLE001 - the last stop: the parent words it
        return failed(Trouble("render-failed", kind=type(error).__name__), teller.share)
    finally:
        parts.close()
    return Progress(
        stage="done",
        share=1.0,
        seconds_left=0.0,
        unspoken=rendered.unspoken,
        notices=rendered.notices,
    )


def _watch(pipe: IO[bytes], unwanted: threading.Event) -> None:
    """Wait until the parent closes the pipe or dies."""
    pipe.read()
    unwanted.set()


if __name__ == "__main__":
    main()
