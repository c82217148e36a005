"""The shape of a sit in words: labels that fit, and what a screen reader says."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from mindful.exercises.timeline import RATE, CueKind, PhaseSpan, Timeline
from mindful.wording import _

GAP = 10.0
"""Least pixels between two labels."""


@dataclass(frozen=True)
class Label:
    """A phase's name under the strip.

    Attributes:
        x: left edge in pixels.
        width: pixels the name takes.
        weight: length of its phase; of two labels that collide, the lighter drops.

    """

    text: str
    x: float
    width: float
    weight: float


def fit_labels(labels: list[Label]) -> list[Label]:
    """The labels that stand free of each other. The first and the last are always kept."""
    kept = list(labels)
    while (crowded := _crowded(kept)) is not None:
        kept.remove(crowded)
    return kept


def _crowded(labels: list[Label]) -> Label | None:
    """The lightest inner label that touches a neighbour, or ``None``."""
    ends = {id(labels[0]), id(labels[-1])} if labels else set()
    touching = [
        label
        for left, right in pairwise(labels)
        if left.x + left.width + GAP > right.x
        for label in (left, right)
        if id(label) not in ends
    ]
    return min(touching, key=lambda label: label.weight, default=None)


def describe(timeline: Timeline) -> str:
    """The whole shape in sentences: length, phases with their minutes and voice, bells."""
    length = _("Shape of the sit: {time}.").format(time=minutes_in_words(timeline.frames))
    phases = [describe_phase(timeline, phase) for phase in timeline.phases]
    return " ".join([length, *phases, *_bells(timeline)])


def describe_phase(timeline: Timeline, phase: PhaseSpan) -> str:
    """Such as "Arrive, 2 minutes, mostly voice."."""
    voiced = sum(
        max(0, min(cue.end, phase.end) - max(cue.start, phase.start)) for cue in timeline.spoken
    )
    paced = any(
        cue.kind is CueKind.BREATH and cue.start < phase.end and cue.end > phase.start
        for cue in timeline.cues
    )
    if paced:
        sound = _("paced breath")
    elif voiced * 2 > phase.end - phase.start:
        sound = _("mostly voice")
    else:
        sound = _("mostly quiet") if voiced else _("quiet")
    time = minutes_in_words(phase.end - phase.start)
    return _("{phase}, {time}, {sound}.").format(phase=phase.name, time=time, sound=sound)


def minutes_in_words(frames: int) -> str:
    """Whole minutes, or "under a minute"."""
    minutes = round(frames / RATE / 60)
    if frames < 60 * RATE and minutes < 1:
        return _("under a minute")
    return _("1 minute") if minutes == 1 else _("{count} minutes").format(count=minutes)


def _bells(timeline: Timeline) -> list[str]:
    at_start = any(bell.start == 0 for bell in timeline.bells)
    at_end = any(bell.start >= timeline.frames for bell in timeline.bells)
    between = sum(1 for bell in timeline.bells if 0 < bell.start < timeline.frames)
    sentences = []
    if at_start and at_end:
        sentences.append(_("Bells at the start and end."))
    elif at_start:
        sentences.append(_("A bell at the start."))
    elif at_end:
        sentences.append(_("A bell at the end."))
    if between == 1:
        sentences.append(_("One bell along the way."))
    elif between:
        sentences.append(_("{count} bells along the way.").format(count=between))
    return sentences
