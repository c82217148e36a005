"""The pages of a sit: sitting, Ground me, a screen that rests at night, and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from mindful.ui.pages.after import AfterPage
    from mindful.ui.pages.grounding import GroundingPage
    from mindful.ui.pages.night import Night
    from mindful.ui.pages.sit import SitPage
    from mindful.ui.steering.journey import Journey
    from mindful.ui.steering.means import Means
    from mindful.ui.steering.stations import Stations


class SitPages:
    """Makes them when they are first wanted, and hears their wishes.

    Args:
        means: what every way leads with.
        journey: the sit that they show.
        stations: what is chosen, and the steering of Ground me.
    """

    def __init__(self, means: Means, journey: Journey, stations: Stations) -> None:
        self._means = means
        self._journey = journey
        self._stations = stations
        window = means.window
        window.add_page("sitting", self._make_sit_page, full_bleed=True)
        window.add_page("grounding", self._make_grounding, full_bleed=True, grounding=True)
        window.add_page("after", self._make_after, full_bleed=True)
        window.add_page("night", self._make_night, full_bleed=True)

    def _make_sit_page(self) -> SitPage:
        from mindful.ui.pages.sit import SitPage

        page = SitPage(self._means.look)
        page.end_declined.connect(self._journey.stay)
        page.ground_asked.connect(self._journey.ground)
        return page

    def _make_grounding(self) -> GroundingPage:
        from mindful.ui.pages.grounding import GroundingPage

        page = GroundingPage(self._means.look)
        page.left.connect(self._journey.leave_grounding)
        page.back_to_sit.connect(self._journey.back_to_sit)
        page.person_wanted.connect(lambda: self._means.go("help"))
        page.answered.connect(self._answered)
        return page

    def _make_night(self) -> Night:
        from mindful.ui.pages.night import Night

        page = Night()
        page.woken.connect(self._journey.wake)
        return page

    def _make_after(self) -> AfterPage:
        from mindful.ui.pages.after import AfterPage

        page = AfterPage(self._means.look)
        page.saved.connect(self._journey.save)
        page.discarded.connect(self._journey.discard)
        page.ground_asked.connect(self._journey.ground)
        page.person_wanted.connect(lambda: self._means.go("help"))
        page.walk_asked.connect(self._walk)
        page.gentler_asked.connect(lambda on: self._stations.chosen.set_gentler(gentler=on))
        return page

    def _walk(self) -> None:
        self._stations.chosen.take("walking")
        self._means.go("sit")

    def _answered(self, how: str) -> None:
        """After Ground me: whoever feels worse finds people to reach."""
        if how == "worse":
            self._stations.grounding.stop()
            self._means.window.show_page("help")
