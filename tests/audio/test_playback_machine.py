"""Whatever becomes of a sit's sound devices: sound comes back, at the right frame, and stays."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from mindful.audio import playback as module
from mindful.audio.output import RATE
from mindful.audio.playback import Playback
from mindful.audio.timing import LEAD_IN
from tests.audio.world import KNOWN, PERIOD, World, numbered

ON_TIME = 0.03
"""Seconds by which what is heard may be late or early."""
BACK_WITHIN = 5.0
"""Seconds in which sound is back where a device is willing, and none has hung for long before."""
AT_LAST = 60.0
"""The same after any number of devices that hung for any time."""
LATE = st.sampled_from([0.0, 0.0, 0.03, 0.06, 0.2])


class Devices(RuleBasedStateMachine):
    """A sit that is played, paused, grounded and changed, on devices that cannot be relied on."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.playback = Playback(self.world, self.world.clock)
        self.place = 0.0
        self.since: float | None = None
        self.known = self.hung = False
        self.reached = 0

    @initialize(at=st.sampled_from([0, 40 * RATE]), willing=st.booleans())
    def begins(self, at: int, willing: bool) -> None:
        self.world.willing = willing
        self.playback.start(numbered, at)
        self._goes_from(at)
        self.go(0.3)

    @property
    def meant(self) -> float:
        """The frame where the sit should be."""
        passed = 0.0 if self.since is None else self.world.clock.seconds - self.since
        return self.place + passed * RATE

    @rule(seconds=st.floats(0.05, 6.0))
    def go(self, seconds: float) -> None:
        self.world.go(self.playback, seconds)
        card = self.world.using
        self.known = self.known or (card is not None and card.asks >= KNOWN)

    @rule(late=LATE, hangs=st.booleans())
    def dies(self, late: float, hangs: bool) -> None:
        """The device asks no more; the next one may open late, or not at all for now.

        One that dies in its first block is taken to sleep, and the sit waits with it.
        """
        if (card := self.world.using) is not None and card.asks > 1:
            card.stalled_until = float("inf")
        self.world.late = late if self.known and self.since is not None else 0.0
        self.world.hangs, self.hung = hangs, self.hung or hangs

    @rule(seconds=st.floats(0.3, 4.0))
    def stalls(self, seconds: float) -> None:
        """It asks late, and may run dry. In its first block that cannot be told from sleep."""
        if (card := self.world.using) is not None and card.asks > 1:
            card.stalled_until = self.world.clock.seconds + seconds

    @precondition(lambda self: self.world.using is not None and self.world.using.asks >= KNOWN)
    @rule(seconds=st.floats(0.08, 0.25))
    def stands_still(self, seconds: float) -> None:
        assert self.world.using is not None
        self.world.using.stand_still(seconds)
        self.go(3.0)

    @rule()
    def there_is_none(self) -> None:
        self.world.willing = False

    @rule()
    def comes_back(self) -> None:
        self.world.willing = True
        self.world.let_open()

    @precondition(lambda self: self.since is not None)
    @rule(halted=st.booleans(), seconds=st.floats(1.5, 4.0))
    def stands_and_goes_on(self, halted: bool, seconds: float) -> None:
        """A pause, or Ground me, and back."""
        stood = self.playback.halt() if halted else self.playback.pause()
        assert stood >= self.meant - ON_TIME * RATE
        self.place, self.since = stood, None
        self.go(seconds)
        assert self.playback.position() == stood
        self.playback.resume()
        self._goes_from(stood)

    @rule(at=st.integers(0, 3600 * RATE))
    def begins_elsewhere(self, at: int) -> None:
        self.playback.halt()
        self.playback.start(numbered, at)
        self.reached = at
        self._goes_from(at)

    @rule()
    def is_changed(self) -> None:
        self.playback.go_over(lambda _at: numbered)

    def _goes_from(self, at: int) -> None:
        card = self.world.using
        opened = card is not None and not self.playback.silent
        self.place = at - LEAD_IN * (opened and at == 0)
        self.since = self.world.clock.seconds

    @invariant()
    def never_goes_back(self) -> None:
        position = self.playback.position()
        assert position >= self.reached
        self.reached = position

    @invariant()
    def is_where_it_should_be(self) -> None:
        assert abs(self.playback.position() - max(0.0, self.meant)) < 0.3 * RATE

    def teardown(self) -> None:
        """In the end a device is willing: the sit is heard, and its last strike is on time."""
        try:
            if self.since is not None:
                self.comes_back()
                waited = 0.0
                most = AT_LAST if self.hung else BACK_WITHIN
                while self.playback.silent:
                    self.go(0.25)
                    waited += 0.25
                    assert waited <= most, "silent for good"
                self.go(6.0)
                self._is_heard_on_time()
        finally:
            self.world.let_open()
            self.playback.close()

    def _is_heard_on_time(self) -> None:
        assert not self.playback.silent
        assert self.world.using is not None
        value = self.world.using.heard_at(self.world.clock.seconds)
        assert value, "nothing is heard"
        off = (value - 1000 - round(self.meant) + PERIOD // 2) % PERIOD - PERIOD // 2
        assert abs(off) <= ON_TIME * RATE, f"{off / RATE * 1000:.0f} ms"


def tried(examples: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PUMP_SECONDS", 0.001)
        patch.setattr(module, "OPEN_SECONDS", 0.02)
        run_state_machine_as_test(
            Devices,
            settings=settings(
                max_examples=examples,
                stateful_step_count=12,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )


def test_devices_that_cannot_be_relied_on() -> None:
    tried(8)


@pytest.mark.long
def test_devices_that_cannot_be_relied_on_at_length() -> None:
    tried(300)
