"""After a sit in which a feeling grew: what the log remembers, and the ways on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mindful.exercises.answers import answers_from
from mindful.log.log import Log
from mindful.log.records import Ended, NewSit
from mindful.sit.safety import Care
from mindful.ui.pages.after import AfterPage
from scripts.lib.tour_guide import Guide
from scripts.lib.tour_log import NOW

pytestmark = pytest.mark.window


def sat(guide: Guide, before: int, after: int | None = None) -> str:
    """A sit of some hours ago, or with no strength after it the one that has just ended."""

    def keep(log: Log) -> str:
        sit = log.sits.begin(
            NewSit(
                exercise="sit-with-it",
                title="Sit With the Feeling",
                language="en",
                app_version="0",
                minutes=10,
                started_at=NOW - timedelta(hours=0 if after is None else 5),
                feelings=("anxious",),
                intensity_before=before,
            )
        )
        log.sits.finish(sit.id, Ended.FINISHED, 600)
        if after is not None:
            log.sits.reflect(sit.id, intensity_after=after)
        return sit.id

    return guide.parts.desk.submit(keep).result(60)


def after(guide: Guide, sit: str, before: int) -> AfterPage:
    steering = guide.app.steering
    steering.chosen.take("sit-with-it")
    answers = answers_from(guide.parts.vocabulary, feelings=("anxious",))
    choice = steering.chosen.choice(answers, before)
    steering.stations.after.show(choice, sit, NOW, Ended.FINISHED, 600.0)
    guide.app.window.show_page("after")
    guide.settle()
    return guide.page("after", AfterPage)


@pytest.mark.parametrize(("last", "care"), [(5, Care.REST), (3, Care.RISEN), (4, Care.RISEN)])
def test_the_log_tells_whether_it_rose_the_last_time_too(
    guide: Guide, last: int, care: Care
) -> None:
    sat(guide, 4, last)
    page = after(guide, sat(guide, 6), 6)
    page.now.strength.set_strength(7)
    assert page.offer.care is care


def test_walking_is_chosen_on_home_and_the_answers_are_kept(guide: Guide) -> None:
    sat(guide, 4, 5)
    sit = sat(guide, 6)
    page = after(guide, sit, 6)
    page.now.strength.set_strength(7)
    page.walk_asked.emit()
    assert guide.app.window.current == "sit"
    assert guide.app.steering.chosen.exercise.id == "walking"
    kept = guide.parts.desk.submit(lambda log: log.history.get(sit)).result(60)
    assert kept.intensity_after == 7


def test_help_is_opened(guide: Guide) -> None:
    page = after(guide, sat(guide, 6), 6)
    page.now.strength.set_strength(9)
    page.hard.help_wanted.emit()
    assert guide.app.window.current == "help"
