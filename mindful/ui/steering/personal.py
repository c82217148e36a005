"""The steering of name and phrases: what the exercises say of a person's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.log.log import Log
    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.sections.personal import PersonalSection
    from mindful.ui.steering.choosing import Chosen


class PersonalSteering:
    """Keeps name, how it is said, and phrases in the log.

    Args:
        part: the section of Settings.
        parts: the parts of the program.
        chosen: says them from now on.
        background: brings the log's answers.
        known: called when the log has told them.

    Attributes:
        name: what the person is called.
        said: how that is spoken, where it is not as it is written.
        phrases: their own.
    """

    def __init__(
        self,
        part: PersonalSection,
        parts: Parts,
        chosen: Chosen,
        background: Background,
        known: Callable[[], None],
    ) -> None:
        self._parts = parts
        self._chosen = chosen
        self._background = background
        self._known = known
        self.name = ""
        self.said = ""
        self.phrases: tuple[str, ...] = ()
        part.name_changed.connect(self._rename)
        part.said_changed.connect(self._respell)
        part.phrases_changed.connect(self._rephrase)

    def refresh(self) -> None:
        """Ask the log for them."""
        profile = self._parts.desk.submit(lambda log: log.profile.all())
        self._background.when(profile, self._know, lambda _: None)

    def _know(self, profile: dict[str, str]) -> None:
        self.name = profile.get("name", "")
        self.said = profile.get("name_said", "")
        self.phrases = tuple(filter(None, profile.get("phrases", "").split("\n")))
        self._known()

    def _rename(self, name: str) -> None:
        self.name = self._chosen.name = name.strip()
        self._keep("name", self.name)

    def _respell(self, said: str) -> None:
        self.said = self._chosen.name_said = said
        self._keep("name_said", said)

    def _rephrase(self, phrases: tuple[str, ...]) -> None:
        self.phrases = self._chosen.phrases = phrases
        self._keep("phrases", "\n".join(phrases))

    def _keep(self, key: str, value: str) -> None:
        def work(log: Log) -> None:
            if value:
                log.profile.set(key, value)
            else:
                log.profile.forget(key)

        self._background.when(self._parts.desk.submit(work), lambda _: None, lambda _: None)
