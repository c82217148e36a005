"""The way from Home to what else can be set: a timer's bells, a pacer's pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mindful.exercises.pacing import own_pattern
from mindful.exercises.timeline import pattern_of
from mindful.sit.setup import Kept, Setup, kept_as_json, kept_from_json
from mindful.trouble import Trouble
from mindful.ui.steering.choosing import breath_steps
from mindful.ui.steering.extras import breath_words
from mindful.ui.timer_models import PatternView, TimerView
from mindful.wording import tell

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.exercises.model import Pattern
    from mindful.log.log import Log
    from mindful.log.presets import Preset
    from mindful.ui.pages.pattern import PatternPage
    from mindful.ui.pages.timer import TimerPage
    from mindful.ui.steering.choosing import Chosen
    from mindful.ui.steering.means import Means
    from mindful.ui.steering.stations import Stations

TIMER, PATTERN = "timer", "pattern"


class ExtraWay:
    """Leads to the page that sets the exercise chosen up, and carries out what is set there.

    Args:
        means: what every way leads with.
        stations: the exercise chosen, and how it is set up.
    """

    def __init__(self, means: Means, stations: Stations) -> None:
        self._window, self._look = means.window, means.look
        self._parts, self._background, self._go = means.parts, means.background, means.go
        self._stations = stations
        self._presets: tuple[Preset, ...] = ()
        means.window.add_page(TIMER, self._make_timer)
        means.window.add_page(PATTERN, self._make_pattern)

    @property
    def _chosen(self) -> Chosen:
        return self._stations.chosen

    def ask(self) -> None:
        """The quiet row on Home was pressed."""
        if self._chosen.setup is not None:
            self._show_timer()
            self._window.show_page(TIMER)
            self._ask_log(lambda log: log.presets.all())
        elif breath_steps(self._chosen.exercise):
            self._show_pattern()
            self._window.show_page(PATTERN)

    # A timer

    def _change(self, setup: Setup) -> None:
        self._chosen.set_setup(setup)
        self._show_timer()

    def _use(self, preset: str) -> None:
        kept = next((self._read(one) for one in self._presets if one.id == preset), None)
        if kept is None:
            return
        self._chosen.set_minutes(kept.minutes)
        self._chosen.keep_minutes()
        offered = (dict(self._parts.bell_options()), dict(self._parts.ambience_options()))
        sounds = {"bell": kept.bell, "ambience": kept.ambience}
        known = zip(sounds.items(), offered, strict=True)
        # A sound of the person's own may be gone; what is chosen now stays then.
        self._parts.remember(**{kind: sound for (kind, sound), ids in known if sound in ids})
        self._change(kept.setup)

    def _save(self, name: str) -> None:
        content = kept_as_json(self._now())

        def save(log: Log) -> tuple[Preset, ...]:
            log.presets.save(name, content)
            return log.presets.all()

        self._ask_log(save)

    def _delete(self, preset: str) -> None:
        def delete(log: Log) -> tuple[Preset, ...]:
            log.presets.delete(preset)
            return log.presets.all()

        self._ask_log(delete)

    def _ask_log(self, work: Callable[[Log], tuple[Preset, ...]]) -> None:
        def answered(presets: tuple[Preset, ...]) -> None:
            self._presets = presets
            self._show_timer()

        def failed(trouble: Trouble) -> None:
            self._show_timer(tell(trouble))

        self._background.when(self._parts.desk.submit(work), answered, failed)

    def _now(self) -> Kept:
        """What a preset saved now would hold."""
        settings, setup = self._parts.settings, self._chosen.setup
        assert setup is not None
        return Kept(
            exercise=self._chosen.exercise.id,
            minutes=self._chosen.minutes,
            setup=setup,
            bell=settings.bell,
            ambience=settings.ambience,
        )

    def _read(self, preset: Preset) -> Kept | None:
        return kept_from_json(preset.settings)

    def _show_timer(self, told: str = "") -> None:
        setup = self._chosen.setup
        if setup is None:
            return  # the log's answer came after another exercise was chosen
        now = self._now()
        readable = [preset for preset in self._presets if self._read(preset) is not None]
        alike = (preset.id for preset in readable if self._read(preset) == now)
        cast("TimerPage", self._window.page(TIMER)).show_view(
            TimerView(
                title=self._chosen.exercise.title,
                setup=setup,
                presets=tuple((preset.id, preset.name) for preset in readable),
                preset=next(alike, ""),
                told=told,
            )
        )

    # A pacer

    def _breathe(self, seconds: Pattern) -> None:
        try:
            self._chosen.set_pattern(own_pattern(*seconds))
        except Trouble as trouble:
            self._show_pattern(tell(trouble))
        else:
            self._go("sit")

    def _breathe_as_usual(self) -> None:
        self._chosen.set_pattern(None)
        self._go("sit")

    def _show_pattern(self, told: str = "") -> None:
        exercise, own = self._chosen.exercise, self._chosen.pattern
        steps = breath_steps(exercise)
        cast("PatternPage", self._window.page(PATTERN)).show_view(
            PatternView(
                title=exercise.title,
                usual=breath_words(steps),
                pattern=own or pattern_of(steps),
                own=own is not None,
                caution=exercise.caution,
                told=told,
            )
        )

    # The pages

    def _make_timer(self) -> TimerPage:
        from mindful.ui.pages.timer import TimerPage

        page = TimerPage(self._look)
        page.left.connect(lambda: self._go("sit"))
        page.setup_changed.connect(self._change)
        page.presets.chosen.connect(self._use)
        page.presets.saved.connect(self._save)
        page.presets.deleted.connect(self._delete)
        return page

    def _make_pattern(self) -> PatternPage:
        from mindful.ui.pages.pattern import PatternPage

        page = PatternPage(self._look)
        page.left.connect(lambda: self._go("sit"))
        page.wanted.connect(self._breathe)
        page.usual_wanted.connect(self._breathe_as_usual)
        return page
