"""Between Home and what is made of it: a feeling exercise asks first what is here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from mindful.exercises.answers import Answers
from mindful.ui.steering.checkin import answers_of, check_in_view

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from mindful.parts import Parts
    from mindful.sit.choice import Choice
    from mindful.ui.pages.checkin import CheckInPage
    from mindful.ui.sit_models import CheckInAnswer
    from mindful.ui.steering.choosing import Chosen
    from mindful.ui.window import Window

Then = Callable[["Choice"], None]
"""What becomes of a choice: a sit that begins, or a file."""


class Before:
    """Asks what an exercise needs to know, and makes a choice of the answers.

    Args:
        window: shows the check-in.
        parts: the parts of the program.
        chosen: exercise, length and voice.
    """

    def __init__(self, window: Window, parts: Parts, chosen: Chosen) -> None:
        self._window = window
        self._parts = parts
        self._chosen = chosen
        self._then: Then | None = None

    def ask(self, then: Then, on: str = "") -> None:
        """Lead on to `then`, through the check-in where the exercise works with a feeling.

        Args:
            then: called with the choice, unless the person goes back.
            on: words of the check-in's button, where it does not begin a sit.
        """
        if "feeling" not in self._chosen.exercise.asks:
            then(self.choice(Answers(), None))
            return
        self._then = then
        title, minutes = self._chosen.exercise.title, self._chosen.minutes
        page = cast("CheckInPage", self._window.page("check-in"))
        page.set_view(check_in_view(self._parts.vocabulary, title, minutes, on))
        self._window.show_page("check-in")

    def answered(self, answer: CheckInAnswer) -> None:
        """The check-in was answered, or skipped."""
        answers = answers_of(self._parts.vocabulary, answer)
        if self._then is not None:
            self._then(self.choice(answers, answer.strength))

    def choice(self, answers: Answers, strength: int | None) -> Choice:
        """What is chosen on Home, with these answers."""
        return self._chosen.choice(answers, strength)
