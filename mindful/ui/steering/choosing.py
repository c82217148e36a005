"""What is chosen on Home, kept between starts, and turned into a choice when a sit begins."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from mindful.exercises.answers import Answers, own_phrase
from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.model import Density, Exercise, Pattern, Step, steps_of
from mindful.exercises.pacing import own_pattern
from mindful.exercises.plan import estimated, plan
from mindful.exercises.timeline import Timeline
from mindful.parts import Parts
from mindful.sit.choice import Choice
from mindful.sit.composing import composed
from mindful.sit.open_ended import can_be_open
from mindful.sit.safety import EARLY_SITS, is_long, suggested_minutes
from mindful.sit.setup import Setup, own_setup

if TYPE_CHECKING:  # numpy stands behind it, and the window comes first
    from mindful.voice.protocol import VoiceInfo


class Chosen:
    """The exercise and length on Home, with the seed that its picture shows, and the voice.

    Args:
        parts: the parts of the program.
        draw_seed: gives a new seed each time an exercise is shown.

    Attributes:
        completed: feeling sits that came to their end, up to ten; None while that is not known.
    """

    def __init__(
        self, parts: Parts, draw_seed: Callable[[], int] = lambda: secrets.randbelow(2**31)
    ) -> None:
        self._parts = parts
        self._draw_seed = draw_seed
        self.completed: int | None = None
        exercises = {exercise.id: exercise for exercise in parts.library.exercises}
        self.exercise = exercises.get(parts.settings.exercise, parts.library.exercises[0])
        self.minutes = self._last_minutes(self.exercise)
        self.seed = draw_seed()
        self.voice: VoiceInfo | None = None
        self.name = ""
        self.name_said = ""
        self.phrases: tuple[str, ...] = ()
        self._planned: dict[int, tuple[Choice, Timeline]] = {}

    def take(self, exercise: str) -> None:
        """Choose an exercise, at the length it had last."""
        self.keep_minutes()
        self.exercise = self._parts.library.find(exercise)
        self.minutes = self._last_minutes(self.exercise)
        self.seed = self._draw_seed()
        self._parts.remember(exercise=self.exercise.id)

    def set_minutes(self, minutes: int) -> None:
        """Choose a length, yet to be kept; one out of range becomes the nearest in it."""
        offered = self.exercise.minutes
        self.minutes = min(offered.longest, max(offered.least, minutes))

    def keep_minutes(self) -> None:
        """Write the length down, where it is another than before."""
        if self.minutes != self._last_minutes(self.exercise):
            lengths = {**self._parts.settings.minutes, self.exercise.id: self.minutes}
            gentler = self._parts.settings.gentler_next and not self.feels
            self._parts.remember(minutes=lengths, gentler_next=gentler)

    @property
    def feels(self) -> bool:
        """Whether the exercise is one that works with a feeling."""
        return "feeling" in self.exercise.asks

    @property
    def gentler(self) -> bool:
        """Whether this sit is suggested gentler, as the person asked after the last one."""
        return self.feels and self._parts.settings.gentler_next

    def set_gentler(self, *, gentler: bool) -> None:
        """Suggest the next feeling sit gentler, or as usual; choosing a length ends it too."""
        self.keep_minutes()
        self._parts.remember(gentler_next=gentler)
        self.minutes = self._last_minutes(self.exercise)

    @property
    def long_so_early(self) -> bool:
        """Whether a feeling sit is longer than is suggested yet."""
        return self.feels and self.completed is not None and is_long(self.minutes, self.completed)

    @property
    def density(self) -> Density:
        """How much of this exercise's guidance is spoken."""
        kept = self._parts.settings.density.get(self.exercise.id, "")
        return Density(kept) if kept in set(Density) else Density.FULL

    def set_density(self, density: str) -> None:
        """Choose how much of this exercise's guidance is spoken."""
        others = self._parts.settings.density
        self._parts.remember(density={**others, self.exercise.id: density})

    @property
    def speaks(self) -> bool:
        """Whether a voice is wanted: it is on, and there is something to say."""
        return self._parts.settings.speak and not self.wordless

    @property
    def wordless(self) -> bool:
        """Whether there is nothing to say: bells only, or a breath of the person's own."""
        return self.density is Density.BELLS or self.pattern is not None

    @property
    def straight(self) -> bool:
        """Whether its check-in was skipped last time, so that this time it is passed over."""
        return "feeling" in self.exercise.asks and self.exercise.id in self._parts.settings.straight

    @property
    def open_ended(self) -> bool:
        """Whether it lasts until the person ends it."""
        return self.setup is not None and self.setup.open_ended

    @property
    def setup(self) -> Setup | None:
        """How the timer is set up; None for an exercise that is no timer."""
        if not can_be_open(self.exercise):
            return None
        return self._parts.settings.timer or own_setup(self.exercise)

    def set_setup(self, setup: Setup) -> None:
        """Set the timer up."""
        self._parts.remember(timer=setup)

    @property
    def pattern(self) -> Pattern | None:
        """The person's own paced breath for this exercise; None for the exercise's."""
        kept = self._parts.settings.patterns.get(self.exercise.id)
        if kept is None or not breath_steps(self.exercise):
            return None
        try:
            return own_pattern(*kept)
        except ExerciseTrouble:
            return None  # written into the file by hand, and not to be breathed

    def set_pattern(self, pattern: Pattern | None) -> None:
        """Choose a paced breath of one's own, or with None the exercise's."""
        others = dict(self._parts.settings.patterns)
        others.pop(self.exercise.id, None)
        if pattern is not None and steps_of(pattern) != breath_steps(self.exercise):
            others[self.exercise.id] = pattern
        self._parts.remember(patterns=others)

    def timeline(self) -> Timeline:
        """The plan that Home draws, of estimated lengths; kept for each length looked at.

        A hand that drags goes back and forth, and the shape is to follow at once.
        """
        choice = self.choice(Answers())
        kept = self._planned.get(self.minutes)
        if kept is None or kept[0] != choice:
            kept = self._planned[self.minutes] = choice, plan(composed(choice), estimated)
        return kept[1]

    def forget_person(self) -> None:
        """The log is locked: name and phrases are known again when it is opened."""
        self.name = self.name_said = ""
        self.phrases = ()
        self._planned.clear()  # a name and phrases stand in them

    def know_person(self, profile: dict[str, str]) -> None:
        """What the voice calls the person, how that is said, and their own phrases."""
        # What was told meanwhile stands: the log was asked before it.
        self.name = self.name or profile.get("name", "")
        self.name_said = profile.get("name_said", "")
        kept = tuple(filter(None, profile.get("phrases", "").split("\n")))
        self.phrases = self.phrases or kept

    def choice(self, answers: Answers, intensity_before: int | None = None) -> Choice:
        """The sit that begins now; name and phrases are said where the exercise asks for them."""
        parts = self._parts
        if "name" in self.exercise.asks:
            answers = msgspec.structs.replace(answers, name=self.name)
        if "phrase" in self.exercise.asks and not answers.own_phrases:
            answers = msgspec.structs.replace(answers, phrases=speakable(self.phrases))
        setup = self.setup
        return Choice(
            exercise=self.exercise,
            minutes=self.minutes,
            answers=answers,
            density=self.density,
            seed=self.seed,
            voice=self.voice.id if self.voice and self.speaks else None,
            pace=parts.settings.pace,
            bell=parts.settings.bell,
            ambience=parts.settings.ambience,
            levels=parts.levels(night=not self.exercise.closing),
            intensity_before=intensity_before,
            language=parts.language,
            name_said=self.name_said,
            bells=setup.bells if setup else None,
            pattern=self.pattern,
            prepare=setup.prepare if setup else 0,
            open_ended=self.open_ended,
        )

    def prepare(self) -> None:
        """Have the first lines of what is chosen made, so that Begin finds them."""
        choice = self.choice(Answers())
        self._parts.soon(lambda: self._parts.prepare(choice))

    def read_again(self) -> None:
        """The exercises were read again: the one chosen may be another, or gone."""
        self.keep_minutes()
        exercises = {exercise.id: exercise for exercise in self._parts.library.exercises}
        self.exercise = exercises.get(self.exercise.id, self._parts.library.exercises[0])
        self.minutes = self._last_minutes(self.exercise)

    def renew(self) -> None:
        """A sit has begun: draw a new seed, and suggest the usual length again."""
        if self.gentler:
            self.set_gentler(gentler=False)
        self.seed = self._draw_seed()

    def _last_minutes(self, exercise: Exercise) -> int:
        offered = exercise.minutes
        settings = self._parts.settings
        wanted = settings.minutes.get(exercise.id)
        gentler = settings.gentler_next
        if "feeling" in exercise.asks and (wanted is None or gentler):
            early = wanted is None and (self.completed or 0) < EARLY_SITS
            wanted = suggested_minutes(
                wanted or offered.suggested, offered.least, early=early, gentler=gentler
            )
        return min(offered.longest, max(offered.least, wanted or offered.suggested))


def breath_steps(exercise: Exercise) -> tuple[Step, ...]:
    """The steps of the breath that an exercise paces; none where it paces none."""
    return next((phase.breath for phase in exercise.phase if phase.breath), ())


def speakable(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a person's phrases that are short enough to be spoken."""
    spoken = []
    for phrase in phrases:
        with contextlib.suppress(ExerciseTrouble):  # kept as they are; Settings shows them all
            spoken.append(own_phrase(phrase))
    return tuple(spoken)
