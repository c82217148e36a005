"""What a sit needs of the sound, so that it can be played, written or tested alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from mindful.audio.clip import Samples
from mindful.audio.levels import Levels
from mindful.exercises.timeline import Timeline

Render = Callable[[int, int], Samples]
"""Stereo float32 of shape ``(frames, 2)`` from a first frame and a number of frames."""


class Mix(Protocol):
    """A sit as sound: `audio.mixer.Mixer`."""

    @property
    def frames_with_tail(self) -> int:
        """Frames until the last strike has rung out."""

    def render(self, start: int, frames: int) -> Samples:
        """Samples from `start` on."""


class Mixing(Protocol):
    """What turns timelines into sound: `sit.scoring.Scoring`."""

    def __call__(self, timeline: Timeline) -> Mix:
        """The mix of a timeline, with the clips there are."""

    def set_levels(self, levels: Levels, at: int) -> None:
        """Levels from frame `at` on."""


class Sound(Protocol):
    """The way to the sound card: `audio.playback.Playback`."""

    @property
    def silent(self) -> bool:
        """Whether nobody hears it: no device, or one that stalled."""

    @property
    def fading(self) -> bool:
        """Whether the fade of a pause is still heard."""

    def start(self, render: Render, at: int = 0) -> None:
        """Play from frame `at`."""

    def replace(self, render: Render) -> None:
        """Play `render` from the first frame that is not rendered yet."""

    def go_over(self, make: Callable[[int], Render]) -> int:
        """Play what `make` gives, from the first frame on that can still be changed at all.

        `make` is called with that frame, again with a later one where it took too long. Gives
        the frame.
        """

    def pause(self) -> int:
        """Fade and stand still; gives the frame reached."""

    def resume(self) -> None:
        """Go on from there."""

    def halt(self) -> int:
        """Silent at once; gives the frame reached."""

    def position(self) -> int:
        """The frame heard now."""

    def rendered(self) -> int:
        """The first frame that is not rendered yet."""

    def close(self) -> None:
        """Let the device go."""
