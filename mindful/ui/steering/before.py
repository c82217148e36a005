"""Between Home and what is made of it: what an exercise says and asks before it begins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import msgspec
from PySide6.QtCore import Qt

from mindful.exercises.answers import Answers, own_phrase
from mindful.exercises.feelings import own_word
from mindful.trouble import Trouble
from mindful.ui.asking_models import Asked
from mindful.ui.sit_models import CheckInAnswer
from mindful.ui.steering import asking
from mindful.ui.steering.checkin import answers_of, check_in_view
from mindful.wording import tell

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from mindful.log.log import Log
    from mindful.parts import Parts
    from mindful.sit.choice import Choice
    from mindful.ui.asking_models import Asking
    from mindful.ui.background import Background
    from mindful.ui.pages.asking import AskingPage
    from mindful.ui.pages.checkin import CheckInPage
    from mindful.ui.steering.choosing import Chosen
    from mindful.ui.window import Window

Then = Callable[["Choice"], None]
"""What becomes of a choice: a sit that begins, or a file."""

PAGE = "asking"


class Before:
    """Asks what an exercise needs to know, and makes a choice of the answers.

    Once each: the words on safety, name and phrases, whether others may hear. Each time a
    feeling is worked with: the check-in.

    Args:
        window: shows the pages.
        parts: the parts of the program.
        chosen: exercise, length and voice.
        background: brings the log's answers.
    """

    def __init__(
        self, window: Window, parts: Parts, chosen: Chosen, background: Background
    ) -> None:
        self._window = window
        self._parts = parts
        self._chosen = chosen
        self._background = background
        self._then: Then | None = None
        self._on = ""
        self._wants_check_in = False
        self._asked: set[str] = set()
        self._go_on: Callable[[Asked], None] = lambda _: None
        self._go_otherwise: Callable[[], None] = lambda: None
        window.add_page(PAGE, self._make_page, full_bleed=True)

    def ask(self, then: Then, on: str = "", *, check_in: bool = False) -> None:
        """Lead on to `then`, through what is asked first.

        Args:
            then: called with the choice, unless the person goes back.
            on: words of the check-in's button, where it does not begin a sit.
            check_in: the check-in is wanted, even if it was skipped last time.
        """
        self._then, self._on = then, on
        self._wants_check_in = check_in
        self._lead()

    def go_on(self, choice: Choice, then: Then) -> None:
        """Lead on with a choice already made: nothing is asked but what has to be."""
        self._then, self._on = then, ""
        unread = "feeling" in choice.exercise.asks and not self._parts.settings.read_safety
        if unread:
            self._show(asking.safety(), lambda asked: self._read(asked, choice))
        else:
            self._finish(choice)

    def _read(self, _asked: Asked, choice: Choice) -> None:
        self._parts.remember(read_safety=True)
        self._finish(choice)

    def instead(self, exercise: str) -> None:
        """Another exercise after all; what was chosen at the check-in stays."""
        self._chosen.take(exercise)
        self._lead(keep=True)

    def answered(self, answer: CheckInAnswer) -> None:
        """The check-in was answered, or skipped: then it is passed over the next time."""
        self._remember_skip(skipped=answer == CheckInAnswer())
        answers = answers_of(self._parts.vocabulary, answer)
        choice = self.choice(answers, answer.strength)
        if answer.minutes is not None:
            choice = msgspec.structs.replace(choice, minutes=answer.minutes)
        self._finish(choice)

    def _remember_skip(self, *, skipped: bool) -> None:
        exercise, straight = self._chosen.exercise.id, self._parts.settings.straight
        others = tuple(one for one in straight if one != exercise)
        self._parts.remember(straight=(*others, exercise) if skipped else others)

    def choice(self, answers: Answers, strength: int | None) -> Choice:
        """What is chosen on Home, with these answers."""
        return self._chosen.choice(answers, strength)

    # One after the other

    def _lead(self, *, keep: bool = False) -> None:
        with_feeling = "feeling" in self._chosen.exercise.asks
        points = self._own_words_unasked()
        if with_feeling and not self._parts.settings.read_safety:
            self._show(asking.safety(), self._understood)
        elif points:
            self._show(asking.own_words(points), lambda asked: self._told(asked, points))
        elif with_feeling and (keep or self._wants_check_in or not self._chosen.straight):
            self._check_in(keep=keep)
        else:
            self._finish(self.choice(Answers(), None))

    def _understood(self, _asked: Asked) -> None:
        self._parts.remember(read_safety=True)
        self._lead()

    def _own_words_unasked(self) -> frozenset[str]:
        """What the exercise speaks of a person's own, unknown and not asked for before."""
        exercise, settings = self._chosen.exercise, self._parts.settings
        points = set()
        if "name" in exercise.asks and not (settings.asked_name or self._chosen.name):
            points.add("name")
        # Where phrases are written in the sit itself, none are asked for before it.
        written = any(phase.keeps == "phrases" for phase in exercise.phase)
        if "phrase" in exercise.asks and not (
            written or settings.asked_phrases or self._chosen.phrases
        ):
            points.add("phrases")
        return frozenset(points - self._asked)

    def _told(self, asked: Asked, points: frozenset[str]) -> None:
        try:
            name = own_word(asked.name) if asked.name else ""
            phrases = tuple(own_phrase(phrase) for phrase in asked.phrases)
        except Trouble as trouble:
            self._page().refuse(tell(trouble))
            return
        self._asked |= points
        self._chosen.name = name or self._chosen.name
        self._chosen.phrases = phrases or self._chosen.phrases

        def keep(log: Log) -> None:
            if name:
                log.profile.set("name", name)
            if phrases:
                log.profile.set("phrases", "\n".join(phrases))

        def kept(_: None) -> None:
            # Only now: what a broken log could not keep is asked for again after a start.
            self._parts.remember(**{f"asked_{point}": True for point in points})

        self._background.when(self._parts.desk.submit(keep), kept, lambda _: None)
        self._lead()

    def _check_in(self, *, keep: bool) -> None:
        page = cast("CheckInPage", self._window.page("check-in"))
        view = check_in_view(
            self._parts.vocabulary, self._chosen.exercise, self._chosen.minutes, self._on
        )
        page.set_view(view, keep=keep)
        self._window.show_page("check-in")

    def _finish(self, choice: Choice) -> None:
        """Ask whether others may hear, the first time it matters, and go on."""
        own = choice.answers.feelings or choice.answers.places or choice.answers.own_phrases
        settings = self._parts.settings
        if not own or choice.voice is None or self._on or settings.aloud == "speak":
            self._end(choice)
        elif settings.aloud == "captions":
            self._end(msgspec.structs.replace(choice, voice=None))
        else:
            self._show(
                asking.aloud(),
                lambda _: self._heard("speak", choice),
                lambda: self._heard("captions", choice),
            )

    def _heard(self, aloud: str, choice: Choice) -> None:
        self._parts.remember(aloud=aloud)
        self._finish(choice)

    def _end(self, choice: Choice) -> None:
        if self._then is not None:
            self._then(choice)

    # The page

    def _show(
        self,
        view: Asking,
        go_on: Callable[[Asked], None],
        otherwise: Callable[[], None] = lambda: None,
    ) -> None:
        self._go_on, self._go_otherwise = go_on, otherwise
        page = self._page()
        page.show_view(view)
        self._window.show_page(PAGE)
        # The page may be there already, with other words.
        page.take_focus(Qt.FocusReason.OtherFocusReason)

    def _went_on(self, asked: Asked) -> None:
        self._go_on(asked)

    def _went_otherwise(self) -> None:
        self._go_otherwise()

    def _page(self) -> AskingPage:
        return cast("AskingPage", self._window.page(PAGE))

    def _make_page(self) -> AskingPage:
        from mindful.ui.pages.asking import AskingPage

        page = AskingPage(self._window.look)
        page.went_on.connect(self._went_on)
        page.other.connect(self._went_otherwise)
        page.back.connect(lambda: self._window.navigated.emit("sit"))
        return page
