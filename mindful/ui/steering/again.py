"""A past sit, sat once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mindful.exercises.answers import answers_from
from mindful.exercises.model import Density
from mindful.sit.open_ended import can_be_open

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.log.records import Sit
    from mindful.parts import Parts
    from mindful.sit.choice import Choice
    from mindful.ui.background import Background
    from mindful.ui.steering.choosing import Chosen
    from mindful.ui.steering.stations import Stations


def sit_again(
    parts: Parts,
    stations: Stations,
    background: Background,
    begin: Callable[[Choice], None],
    key: str,
) -> None:
    """Begin a sit as a past one was.

    Args:
        parts: the parts of the program.
        stations: the steering of the pages: what has to be asked is asked, but for the check-in.
        background: brings the log's answer.
        begin: begins it.
        key: of the past sit.
    """

    def go_on(sit: Sit) -> None:
        stations.before.go_on(choice_of(sit, parts, stations.chosen), begin)

    kept = parts.desk.submit(lambda log: log.history.get(key))
    background.when(kept, go_on, stations.home.show_unread)


def choice_of(sit: Sit, parts: Parts, chosen: Chosen) -> Choice:
    """Exercise, length, density, feelings, places and seed of a past sit.

    The seed is the same, so that the words are: who wants others begins on Home, where each sit
    draws them anew. Strength is not taken over, for it is of now. Voice, bell and ambience are as
    they are set today. Home has the exercise chosen, as after any sit.
    """
    chosen.take(sit.exercise)
    answers = answers_from(parts.vocabulary, feelings=sit.feelings, places=sit.places)
    choice = chosen.choice(answers)
    least, longest = choice.exercise.minutes.least, choice.exercise.minutes.longest
    densities = {density.value: density for density in Density}
    return msgspec.structs.replace(
        choice,
        minutes=min(longest, max(least, sit.minutes or choice.minutes)),
        open_ended=sit.minutes is None and can_be_open(choice.exercise),
        density=densities.get(sit.density or "", choice.density),
        seed=choice.seed if sit.seed is None else sit.seed,
        voice=None if sit.density == Density.BELLS else choice.voice,
    )
