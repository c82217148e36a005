"""Mistakes of ours, shown plainly: one sentence for the person, a report without their words.

A report says which kind of exception came from which lines of which files. It has no message, no
value and no line of text, since any of them may hold what a person wrote.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from mindful import __version__
from mindful.trouble import Trouble

KEPT = 10
"""Reports kept; older ones are deleted."""

PACKAGE = Path(__file__).parent

Tell = Callable[[Path | None], None]
"""Told where the report lies, on the thread that failed; None where it could not be written."""


@contextmanager
def watching(folder: Path, tell: Tell, now: Callable[[], datetime]) -> Iterator[None]:
    """While entered, every exception that nobody catches, on any thread, is reported and told.

    Args:
        folder: for the reports; made when the first one comes.
        tell: tells the person.
        now: tells the present moment.
    """
    reporter = Reporter(folder, now)

    def told(error: BaseException, thread: str) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, error.__traceback__)
            return
        tell(reporter.report(error, thread))

    def main_thread(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        told(error, threading.current_thread().name)

    def other_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            told(args.exc_value, args.thread.name if args.thread else "")

    before = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = main_thread, other_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before


class Reporter:
    """Writes reports, for their owner only.

    Args:
        folder: where they lie.
        now: tells the present moment.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now

    def report(self, error: BaseException, thread: str) -> Path | None:
        """Write one; gives its place, or None where it cannot be written."""
        from mindful.log.private_files import make_private_file, make_private_folder

        path = self._folder / f"report-{self._now():%Y-%m-%d-%H%M%S-%f}.txt"
        try:
            make_private_folder(self._folder)
            make_private_file(path)
            path.write_text("\n".join(told_of(error, thread)) + "\n", encoding="utf-8")
            for old in sorted(self._folder.glob("report-*.txt"))[:-KEPT]:
                old.unlink(missing_ok=True)
        except OSError:  # Nothing more can be done for it; the person is told all the same.
            return None
        return path


def told_of(error: BaseException, thread: str) -> Iterator[str]:
    """What a report says, line by line."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield f"Mindful {__version__}, Python {python}, {sys.platform}"
    yield f"thread {thread}"
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        code = f" {cause.code}" if isinstance(cause, Trouble) else ""
        yield f"{type(cause).__module__}.{type(cause).__qualname__}{code}"
        for frame in traceback.extract_tb(cause.__traceback__):
            yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
        cause = cause.__cause__ or cause.__context__


def _place(filename: str) -> str:
    """A file within our package, or only its name: folders may be called after a person."""
    path = Path(filename)
    inside = path.is_relative_to(PACKAGE)
    return f"mindful/{path.relative_to(PACKAGE).as_posix()}" if inside else path.name
