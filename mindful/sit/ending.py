"""Ends in the sound of a sit: a line that ends early, and the last strike."""

from __future__ import annotations

from queue import Empty, SimpleQueue

from mindful.exercises.changing import cut
from mindful.exercises.timeline import Timeline
from mindful.sit.events import Event
from mindful.sit.player import Player
from mindful.sit.sounding import Mixing, Render, Sound

LOOK_SECONDS = 0.05
"""How often the sound is looked at, in seconds."""


def end_line(sound: Sound, mix: Mixing, timeline: Timeline, patience: int) -> Timeline:
    """The line being said falls silent at once, unless it is over in `patience` frames.

    Returns:
        The timeline without the lines that have not begun; the rest is to be planned again.
    """

    def make(at: int) -> Render:
        return mix(cut(timeline, at, patience)).render

    return cut(timeline, sound.go_over(make), patience)


def ring_out(sound: Sound, mix: Mixing, player: Player, events: SimpleQueue[Event | None]) -> None:
    """Let the last strike of a finished sit, or the fade of a pause, ring to its end.

    Args:
        sound: where it rings.
        mix: what rings.
        player: where the sit has ended.
        events: None among them means that the person left.
    """
    finished = player.frame >= player.timeline.frames
    end = mix(player.timeline).frames_with_tail if finished else 0
    while sound.position() < end or sound.fading:
        try:
            left = events.get(timeout=LOOK_SECONDS) is None
        except Empty:
            left = False
        if left or sound.silent:
            return
