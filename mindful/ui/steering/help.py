"""What Help shows: people to reach, this country's first, and the person's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from mindful.assets import asset
from mindful.trouble import Trouble
from mindful.ui.help_lines import read_help_lines
from mindful.ui.models import HelpLine, HelpView
from mindful.wording import _, tell

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from mindful.log.log import Log
    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.pages.help import Help

PEOPLE = "people"
"""Key of the profile under which a person's own people are kept."""


class HelpSteering:
    """Fills Help. Its numbers are there at once, whatever becomes of the log.

    Args:
        page: the page.
        parts: the parts of the program.
        background: brings the log's answers.
    """

    def __init__(self, page: Help, parts: Parts, background: Background) -> None:
        self._page = page
        self._parts = parts
        self._background = background
        self._known = False
        page.show_view(help_view())
        page.people.changed.connect(self._keep)
        kept = parts.desk.submit(lambda log: log.profile.get(PEOPLE))
        background.when(kept, self._know, self._unread)

    def _know(self, kept: str | None) -> None:
        people = self._page.people
        people.show_people(together(people_from(kept or ""), people.people))
        self._known = True

    def _keep(self, people: tuple[HelpLine, ...]) -> None:
        known = self._known

        def work(log: Log) -> tuple[HelpLine, ...]:
            # Nobody is lost whom the page never showed, as it could not read them then.
            before = () if known else people_from(log.profile.get(PEOPLE) or "")
            everyone = together(before, people)
            if everyone:
                log.profile.set(PEOPLE, people_as_text(everyone))
            else:
                log.profile.forget(PEOPLE)
            return everyone

        self._background.when(self._parts.desk.submit(work), self._kept, self._not_kept)

    def _kept(self, people: tuple[HelpLine, ...]) -> None:
        if not self._known:
            self._known = True
            self._page.people.show_people(people)
        self._page.people.show_trouble("")

    def _not_kept(self, trouble: Trouble) -> None:
        words = _("This couldn’t be kept; it stands here until Mindful is closed. {why}")
        self._page.people.show_trouble(words.format(why=tell(trouble)))

    def _unread(self, trouble: Trouble) -> None:
        words = _("Your own people can’t be read now. The numbers below hold. {why}")
        self._page.people.show_trouble(words.format(why=tell(trouble)))


def help_view() -> HelpView:
    """The numbers and directories that ship with Mindful."""
    lines = read_help_lines(asset("help", "lines.toml"))
    locale = QLocale()
    region = QLocale.territoryToCode(locale.territory())
    here = lines.at(region)
    day = lines.checked_on
    listed = locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
    emergency = _("Emergency, {country}")
    return HelpView(
        checked_on=_(
            "As listed on {date}. Numbers change: the emergency number always holds."
        ).format(date=listed),
        lines=tuple(
            HelpLine(line.country, number, line.note)
            for line in lines.for_region(region)
            for number in line.numbers
        ),
        directories=tuple(
            HelpLine(directory.name, directory.address, directory.about)
            for directory in lines.directories
        ),
        emergency=HelpLine(emergency.format(country=here.country), here.emergency)
        if here
        else None,
    )


def together(before: tuple[HelpLine, ...], now: tuple[HelpLine, ...]) -> tuple[HelpLine, ...]:
    """Both, each person once."""
    return (*before, *(person for person in now if person not in before))


def people_as_text(people: tuple[HelpLine, ...]) -> str:
    """A person's own people, as the log keeps them."""
    return json.dumps([[person.who, person.reach] for person in people], ensure_ascii=False)


def people_from(text: str) -> tuple[HelpLine, ...]:
    """The people kept; what cannot be read as a name and a number is passed over."""
    try:
        kept = json.loads(text or "[]")
    except ValueError:
        return ()
    if not isinstance(kept, list):
        return ()
    return tuple(HelpLine(str(one[0]), str(one[1])) for one in kept if _is_pair(one))


def _is_pair(one: object) -> bool:
    return isinstance(one, list) and len(one) == 2 and all(isinstance(part, str) for part in one)
