"""The length of a sit at the check-in: shorter at first where the feeling is strong."""

from __future__ import annotations

from mindful.sit.safety import GENTLE_MINUTES


class GentleLength:
    """A length that gives way to a strong feeling until the person chooses one.

    Args:
        minutes: as chosen before the check-in.
        least: shortest that the practice offers.
        longest: longest that it offers.
    """

    def __init__(self, minutes: int, least: int, longest: int) -> None:
        self._before = minutes
        self._least = least
        self._longest = longest
        self._strong = False
        self._chosen = False
        self.minutes = minutes

    @property
    def can_shorten(self) -> bool:
        """There is a shorter one."""
        return self.minutes > self._least

    @property
    def can_lengthen(self) -> bool:
        """There is a longer one."""
        return self.minutes < self._longest

    def feel(self, *, strong: bool) -> None:
        """The feeling is strong, or is not: without a choice of the person's, that decides."""
        if strong == self._strong:
            return
        self._strong = strong
        if not self._chosen:
            gentle = min(self._before, max(GENTLE_MINUTES, self._least))
            self.minutes = gentle if strong else self._before

    def step(self, by: int) -> None:
        """The person chooses a minute more (1) or less (-1), within what is offered."""
        self.minutes = min(self._longest, max(self._least, self.minutes + by))
        self._chosen = True
