"""What is chosen on Home, kept between starts, and turned into a choice when a sit begins."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from mindful.exercises.answers import Answers
from mindful.exercises.compose import compose
from mindful.exercises.model import Exercise
from mindful.exercises.plan import estimated, plan
from mindful.exercises.timeline import Timeline
from mindful.parts import Parts
from mindful.sit.choice import Choice

if TYPE_CHECKING:  # numpy stands behind it, and the window comes first
    from mindful.voice.protocol import VoiceInfo


class Chosen:
    """The exercise and length on Home, with the seed that its picture shows, and the voice.

    Args:
        parts: the parts of the program.
        draw_seed: gives a new seed each time an exercise is shown.
    """

    def __init__(
        self, parts: Parts, draw_seed: Callable[[], int] = lambda: secrets.randbelow(2**31)
    ) -> None:
        self._parts = parts
        self._draw_seed = draw_seed
        exercises = {exercise.id: exercise for exercise in parts.library.exercises}
        self.exercise = exercises.get(parts.settings.exercise, parts.library.exercises[0])
        self.minutes = self._last_minutes(self.exercise)
        self.seed = draw_seed()
        self.voice: VoiceInfo | None = None
        self.name = ""
        self.name_said = ""

    def take(self, exercise: str) -> None:
        """Choose an exercise, at the length it had last."""
        self.exercise = self._parts.library.find(exercise)
        self.minutes = self._last_minutes(self.exercise)
        self.seed = self._draw_seed()
        self._parts.remember(exercise=self.exercise.id)

    def set_minutes(self, minutes: int) -> None:
        """Choose a length; one out of range becomes the nearest in it."""
        offered = self.exercise.minutes
        self.minutes = min(offered.longest, max(offered.least, minutes))
        lengths = {**self._parts.settings.minutes, self.exercise.id: self.minutes}
        self._parts.remember(minutes=lengths)

    def timeline(self, name: str = "") -> Timeline:
        """The plan that Home draws, of estimated lengths."""
        script = compose(self.exercise, Answers(name=name), self.minutes, seed=self.seed)
        return plan(script, estimated)

    def know_person(self, profile: dict[str, str]) -> None:
        """What the voice calls the person, and how that is said."""
        self.name = profile.get("name", "")
        self.name_said = profile.get("name_said", "")

    def choice(self, answers: Answers, intensity_before: int | None = None) -> Choice:
        """The sit that begins now; the name is said where the exercise asks for it."""
        parts = self._parts
        if "name" in self.exercise.asks:
            answers = msgspec.structs.replace(answers, name=self.name)
        return Choice(
            exercise=self.exercise,
            minutes=self.minutes,
            answers=answers,
            seed=self.seed,
            voice=self.voice.id if self.voice and parts.settings.speak else None,
            pace=parts.settings.pace,
            bell=parts.settings.bell,
            ambience=parts.settings.ambience,
            levels=parts.levels(),
            intensity_before=intensity_before,
            language=parts.language,
            name_said=self.name_said,
        )

    def prepare(self) -> None:
        """Have the first lines of what is chosen made, so that Begin finds them."""
        choice = self.choice(Answers())
        self._parts.soon(lambda: self._parts.prepare(choice))

    def renew(self) -> None:
        """Draw a new seed, after a sit of the old one."""
        self.seed = self._draw_seed()

    def _last_minutes(self, exercise: Exercise) -> int:
        offered = exercise.minutes
        wanted = self._parts.settings.minutes.get(exercise.id, offered.suggested)
        return min(offered.longest, max(offered.least, wanted))
