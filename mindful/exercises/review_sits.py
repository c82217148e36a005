"""Rules on sits: what is heard, and when, at a length, a density and with given answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from mindful.exercises import rules
from mindful.exercises.alike import near_repeats
from mindful.exercises.answers import Answers
from mindful.exercises.compose import compose
from mindful.exercises.estimate import line_frames
from mindful.exercises.model import Density, Exercise, Line, Pace
from mindful.exercises.plan import estimated, plan
from mindful.exercises.review_words import Fault
from mindful.exercises.script import CORE, Script
from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline

EYES_BEFORE = 90.0
WAY_OUT_BEFORE = 60.0
WAY_OUT_TWICE_FROM = 5
ANCHORS = (2, 3)
"""Anchors offered in sits under six minutes, which have a short beginning, and in longer ones."""

WORDS_A_MINUTE = {Pace.USUAL: (100, 115), Pace.SLOW: (85, 95), Pace.QUICK: (120, 130)}
UNVOICED_WITHIN = 0.10
REFRAINS_AT_MOST = 1 / 3
NEAR_REPEATS_AT_MOST = 0.05
"""Part of the lines of a sit that may sound like another line of it."""

SLACK = 0.001
"""Seconds that rounding to frames may cost."""

_OPEN = re.compile(r"\bopen\b", re.IGNORECASE)
_CLOSED = re.compile(r"\b(clos|lower|half)", re.IGNORECASE)
_WAY_OUT = re.compile(
    r"\b(stop|stopping|ground me|turn(?:ing)? back|come away|take a break"
    r"|(?:end|leave|leaving) (?:this|the) (?:sit|exercise|part))\b",
    re.IGNORECASE,
)
_ANCHORS = {
    "breath": re.compile(r"\bbreath", re.IGNORECASE),
    "hands": re.compile(r"\b(hands?|palms?|fingers?)\b", re.IGNORECASE),
    "feet": re.compile(r"\b(foot|feet|soles|toes)\b", re.IGNORECASE),
    "sounds": re.compile(r"\b(sounds?|hear\w*|listen\w*)\b", re.IGNORECASE),
    "seat": re.compile(r"\b(seat|chair|floor|weight|holds you|holding you)\b", re.IGNORECASE),
}


class Spoken(msgspec.Struct, frozen=True):
    """A line as it is heard: its cue, the line of the file, and the silence after it (s)."""

    cue: Cue
    line: Line
    place: str
    silence: float

    @property
    def start(self) -> float:
        """Seconds from the opening strike to its first sound."""
        return self.cue.start / RATE


class Sit(msgspec.Struct, frozen=True):
    """One sit of an exercise, planned with the estimator."""

    exercise: Exercise
    answers: Answers
    script: Script
    timeline: Timeline
    spoken: tuple[Spoken, ...]

    @property
    def minutes(self) -> int:
        """Its length."""
        return self.script.minutes

    @property
    def name(self) -> str:
        """How a finding calls it."""
        return f"{self.minutes} min, {self.script.density.value}"


def sit(exercise: Exercise, answers: Answers, minutes: int, density: Density, seed: int) -> Sit:
    """Compose and plan a sit, and look up what each of its lines is in the file."""
    script = compose(exercise, answers, minutes, density, seed)
    timeline = plan(script, estimated)
    # A paced breath or a page of writing ends a silence as a line does.
    others = [c.start for c in timeline.cues if c.kind in {CueKind.BREATH, CueKind.WRITE}]
    starts = sorted([*(cue.start for cue in timeline.spoken), *others, timeline.frames])
    spoken = []
    for cue in timeline.spoken:
        phase, index = _numbers(cue.line)
        silence = next(start for start in starts if start >= cue.end) - cue.end
        line = exercise.phase[phase].line[index]
        spoken.append(Spoken(cue, line, _place(cue.line), silence / RATE))
    return Sit(exercise, answers, script, timeline, tuple(spoken))


def _numbers(key: str) -> tuple[int, int]:
    """Indexes of phase and line, from 0, of a line's key such as ``2.3``."""
    phase, line = key.split(".")
    return int(phase) - 1, int(line) - 1


def _place(key: str) -> str:
    phase, line = _numbers(key)
    return f"phase[{phase}].line[{line}]"


def eyes_choice(sit: Sit) -> Iterator[Fault]:
    """Open eyes are offered beside closed ones before anything is asked."""
    for said in sit.spoken:
        text = said.cue.text
        both = "eyes" in text.lower() and _OPEN.search(text) and _CLOSED.search(text)
        if said.start < EYES_BEFORE and both:
            return
    yield "", f"no choice of open or closed eyes in the first {EYES_BEFORE:.0f} seconds"


def way_out(sit: Sit) -> Iterator[Fault]:
    """Stopping is allowed within the first minute, and before any contact with a feeling."""
    first = next((said for said in sit.spoken if _WAY_OUT.search(said.cue.text)), None)
    if first is None or first.start >= WAY_OUT_BEFORE:
        yield "", f"no way out in the first {WAY_OUT_BEFORE:.0f} seconds"
    contact = next((said for said in sit.spoken if said.line.stance == "contact"), None)
    if contact and (first is None or contact.start < first.start):
        yield contact.place, "comes into contact before a way out was said"


def way_out_twice(sit: Sit) -> Iterator[Fault]:
    """It is said again, for the first one is heard before there is anything to leave."""
    times = sum(bool(_WAY_OUT.search(said.cue.text)) for said in sit.spoken)
    if sit.minutes >= WAY_OUT_TWICE_FROM and times < 2:
        yield "", "the way out is said once; twice in sits of five minutes and more"


def anchors(sit: Sit) -> Iterator[Fault]:
    """Breath is not a neutral place for everyone: there are others."""
    text = " ".join(said.cue.text for said in sit.spoken)
    offered = [name for name, words in _ANCHORS.items() if words.search(text)]
    needed = ANCHORS[sit.minutes >= 6 and sit.script.density is Density.FULL]
    if len(offered) < needed:
        yield "", f"offers {len(offered)} anchors ({', '.join(offered)}); at least {needed}"


def silences(sit: Sit) -> Iterator[Fault]:
    """No silence above its cap; one above a minute is announced, at first in so many words."""
    if not sit.script.capped:
        return
    cap = rules.along(rules.SILENCE_CAP, sit.minutes)
    contact = rules.along(rules.CONTACT_CAP, sit.minutes)
    quiet, told = sit.exercise.quiet, False
    for said in sit.spoken:
        told = told or said.cue.text.endswith(quiet.first)
        most = min(cap, contact) if said.line.stance == "contact" else cap
        if said.silence > max(most, said.line.pause) + SLACK:
            yield said.place, f"is followed by {said.silence:.0f} s of silence; at most {most:.0f}"
        if said.silence > rules.ANNOUNCED_ABOVE + SLACK:
            told_by = (*quiet.first, *quiet.cues) if told else quiet.first
            if not said.cue.text.endswith(told_by):
                yield said.place, f"does not announce the {said.silence:.0f} s of silence after it"


def unvoiced(sit: Sit) -> Iterator[Fault]:
    """As much silence as the exercise means to have, at full guidance, writing left out."""
    if sit.script.density is not Density.FULL:
        return
    share, aim = unvoiced_share(sit), rules.unvoiced_share(sit.exercise, sit.minutes)
    if abs(share - aim) > UNVOICED_WITHIN:
        yield "unvoiced", f"{share:.0%} without speech; it aims at {aim:.0%}"


def unvoiced_share(sit: Sit) -> float:
    """Share of the sit without speech, 0 to 1; time at a page of writing is not counted."""
    voiced = sum(said.cue.end - said.cue.start for said in sit.spoken)
    pages = [cue for cue in sit.timeline.cues if cue.kind is CueKind.WRITE]
    return 1 - voiced / (sit.timeline.frames - sum(cue.end - cue.start for cue in pages))


def pace(sit: Sit) -> Iterator[Fault]:
    """Words a minute over the lines of a sit, their inner pauses counted, announcements not."""
    if sit.script.density is not Density.FULL or not sit.spoken:
        return
    texts = [_unannounced(sit, said) for said in sit.spoken]
    seconds = sum(line_frames(text, sit.exercise.pace) for text in texts) / RATE
    rate = round(60 * sum(len(text.split()) for text in texts) / seconds)
    least, most = WORDS_A_MINUTE[sit.exercise.pace]
    if not least <= rate <= most:
        yield "", f"{rate} words a minute over its lines; {least} to {most}"


def _unannounced(sit: Sit, said: Spoken) -> str:
    """The words of a line without an announcement of silence at their end."""
    for ending in (*sit.exercise.quiet.first, *sit.exercise.quiet.cues):
        if said.cue.text.endswith(f" {ending}"):
            return said.cue.text.removesuffix(f" {ending}")
    return said.cue.text


def fits(sit: Sit) -> Iterator[Fault]:
    """Every core line of a length finds room in it."""
    heard = {said.cue.line for said in sit.spoken}
    for line in sit.script.lines:
        if line.rank == CORE and line.key not in heard:
            yield _place(line.key), "is a core line and finds no room"


def names_and_feelings(sit: Sit) -> Iterator[Fault]:
    """The name three times and five minutes apart, the word for the feeling twice, at most."""
    named = [
        said.start
        for said in sit.spoken
        if sit.answers.name and f", {sit.answers.name}" in said.cue.text
    ]
    if len(named) > rules.NAME_TIMES:
        yield "", f"says the name {len(named)} times; at most {rules.NAME_TIMES}"
    if any(b - a < rules.NAME_APART for a, b in pairwise(named)):
        yield "", "says the name twice within five minutes"
    nouns = [feeling.noun for feeling in sit.answers.feelings[:1] if feeling.noun]
    felt = sum(noun in said.cue.text for noun in nouns for said in sit.spoken)
    if felt > rules.FEELING_WORDS:
        yield "", f"names the feeling {felt} times; at most {rules.FEELING_WORDS}"


def contact(sit: Sit) -> Iterator[Fault]:
    """Contact with a feeling lasts at most 90 s, from its first word to the anchor's.

    A page of writing or a paced breath ends it too: the person is then with that.
    """
    begun: Spoken | None = None
    turns = [cue.start for cue in sit.timeline.cues if cue.kind in {CueKind.WRITE, CueKind.BREATH}]
    for said in sit.spoken:
        turn = next((at for at in turns if begun and begun.cue.end <= at <= said.cue.start), None)
        if begun and turn is not None:
            if turn / RATE - begun.start > rules.CONTACT_SECONDS + SLACK:
                yield begun.place, f"{turn / RATE - begun.start:.0f} s of contact before the page"
            begun = None
        if said.line.stance == "contact":
            begun = begun or said
        elif said.line.stance == "anchor" and begun:
            if said.start - begun.start > rules.CONTACT_SECONDS + SLACK:
                yield begun.place, f"{said.start - begun.start:.0f} s of contact before an anchor"
            begun = None
    if begun:
        yield begun.place, "contact is followed by no anchor"


def repeats(sit: Sit) -> Iterator[Fault]:
    """No line is said twice, and few sound like another; refrains and announcements apart."""
    heard: list[str] = []
    near: list[tuple[str, str]] = []
    for said in sit.spoken:
        if said.line.refrain:
            continue
        words = _unannounced(sit, said)
        if words in heard:
            yield said.place, f"is said twice: “{words}”"
        earlier = next((other for other in heard if near_repeats(words, other)), None)
        if earlier is not None:
            near.append((said.place, f"sounds like “{earlier}”"))
        heard.append(words)
    if len(near) > NEAR_REPEATS_AT_MOST * len(heard):
        yield from near


def refrains(sit: Sit) -> Iterator[Fault]:
    """Lines that may be said alike are a third of the lines at most."""
    returning = sum(said.line.refrain for said in sit.spoken)
    if returning > REFRAINS_AT_MOST * len(sit.spoken):
        yield "", f"{returning} of {len(sit.spoken)} lines are refrains; at most a third"
