"""Keep the computer from falling asleep while a sit plays."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext


def stay_awake() -> AbstractContextManager[object]:
    """Ask the system to stay awake while entered; where it cannot, the sit plays all the same."""
    # Late: wakepy takes 50 ms to import, and only a sit needs it.
    try:
        from wakepy import keep
    except ImportError:
        return nullcontext()
    mode: AbstractContextManager[object] = keep.running(on_fail="pass")
    return mode
