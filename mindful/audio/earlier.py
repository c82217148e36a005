"""What is known of a sit's sound from the devices that it has been played on."""

from __future__ import annotations

from mindful.audio.run import Run


class Earlier:
    """Adds up the runs that are over; the caller's lock guards it.

    Attributes:
        missing: frames that were not rendered in time.
        usual: seconds that devices had left when they asked: the most, as one that is heard late
            seems to have less. None while no run was long enough to tell.
    """

    def __init__(self) -> None:
        self.missing = 0
        self.usual: float | None = None

    def add(self, run: Run) -> None:
        """A run is over."""
        self.missing += run.feed.missing
        if run.left is not None:
            self.usual = max(self.usual or 0.0, run.left)
