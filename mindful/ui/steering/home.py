"""Home's steering: the practices, the length, the shape of the sit, the week."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

from mindful.exercises.library import GROUPS
from mindful.exercises.model import Exercise
from mindful.log.records import Sit, TimeSat
from mindful.parts import Parts
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.models import Day, Length, Notice, Practice, PracticeGroup, Sounds, Welcome
from mindful.ui.pages.home import Home
from mindful.ui.steering.choosing import Chosen
from mindful.ui.steering.previews import Previews
from mindful.ui.steering.sounds import SoundSteering, sound_notice
from mindful.wording import _, length_words, ngettext, tell

if TYPE_CHECKING:  # slow libraries stand behind these, and the window comes first
    from mindful.log.log import Log
    from mindful.voice.protocol import VoiceInfo

Recent = tuple[Sit | None, tuple[TimeSat, ...]]


class HomeSteering:
    """Fills Home, and follows what is chosen there.

    Args:
        page: the page.
        parts: the parts of the program.
        chosen: exercise and length.
        background: brings the log's answers.
        previews: lets bells and ambiences be heard.
    """

    def __init__(
        self,
        page: Home,
        parts: Parts,
        chosen: Chosen,
        background: Background,
        previews: Previews,
    ) -> None:
        self._page = page
        self._parts = parts
        self._chosen = chosen
        self._background = background
        self._now = parts.now
        self._looking = True
        self._sounds = SoundSteering(
            page, parts, background, previews, self._show_sounds, self._show_sound_trouble
        )
        page.exercise_chosen.connect(self._choose)
        page.minutes_changed.connect(self._set_minutes)
        page.voice_toggled.connect(self._toggle_voice)
        page.bell_chosen.connect(lambda bell: self._sounds.choose("bell", bell))
        page.ambience_chosen.connect(lambda sound: self._sounds.choose("ambience", sound))
        page.file_wanted.connect(self._sounds.ask_for_file)
        page.set_welcome(Welcome(greeting=greeting(self._now())))
        page.set_practices(practice_groups(parts.library.exercises))
        self.show_all()

    def show_all(self) -> None:
        """Show what is chosen."""
        self._page.set_chosen(self._chosen.exercise.id)
        self._show_sounds()
        self._show_length()
        self.prepare()

    def show_voice(self, voice: VoiceInfo | None) -> None:
        """The voice that will speak is known now, or that there is none."""
        self._looking = False
        self._chosen.voice = voice
        self._show_sounds()
        self.prepare()
        if voice is None and self._parts.settings.speak:
            self._page.set_notice(
                Notice(
                    _("No voice was found on this computer"),
                    _("Captions carry the words. “mindful doctor” shows what would help."),
                )
            )

    def refresh(self) -> None:
        """Ask the log for the last sit and the week."""
        monday = self._today() - timedelta(days=self._today().weekday())

        def look(log: Log) -> Recent:
            return log.history.last(), log.history.days(since=monday)

        self._background.when(self._parts.desk.submit(look), self._welcome, self.show_unread)

    def _welcome(self, recent: Recent) -> None:
        last, days = recent
        said = "" if last is None else last_sit(last, self._now())
        week = week_sentence(days)
        self._page.set_welcome(
            Welcome(
                greeting=greeting(self._now()),
                last=said,
                brief=" ".join(
                    filter(None, [said, week and _("This week: {week}.").format(week=week)])
                ),
                week_title=_("This week"),
                week=week,
                days=week_days(days, self._today()),
            )
        )

    def show_unread(self, trouble: Trouble) -> None:
        """The log cannot be read."""
        self.show_trouble(_("Your history can’t be read"), trouble)

    def show_trouble(self, title: str, trouble: Trouble) -> None:
        """Say what went wrong, above the sounds."""
        self._page.set_notice(Notice(title, tell(trouble), icon="notebook"))

    def _today(self) -> date:
        # Days end at four in the morning, as the log's do.
        return (self._now() - timedelta(hours=4)).date()

    def _choose(self, exercise: str) -> None:
        self._chosen.take(exercise)
        self.show_all()

    def _set_minutes(self, minutes: int) -> None:
        self._chosen.set_minutes(minutes)
        self._show_length()
        self.prepare()

    def _toggle_voice(self, speak: bool) -> None:
        self._parts.remember(speak=speak)
        self._show_sounds()
        self.prepare()

    def prepare(self) -> None:
        """Make the first lines ahead, once the voice is known; not while a sit plays, say."""
        if not self._looking and self._page.isVisible():
            self._chosen.prepare()

    def _show_sound_trouble(self, trouble: Trouble) -> None:
        self._page.set_notice(sound_notice(trouble))

    def _show_sounds(self) -> None:
        settings = self._parts.settings
        voice = self._chosen.voice
        self._page.set_sounds(
            Sounds(
                voice_on=settings.speak,
                voice=voice.name if voice else "" if self._looking else _("None yet"),
                voice_there=self._looking or voice is not None,
                bells=self._parts.bell_options(),
                bell=settings.bell,
                ambiences=self._parts.ambience_options(),
                ambience=settings.ambience,
            )
        )
        self._show_begin()

    def _show_length(self) -> None:
        chosen = self._chosen
        offered = chosen.exercise.minutes
        end = self._now() + timedelta(minutes=chosen.minutes)
        until = QLocale().toString(QTime(end.hour, end.minute), QLocale.FormatType.ShortFormat)
        self._page.set_length(
            Length(
                minutes=chosen.minutes,
                least=offered.least,
                longest=offered.longest,
                unit=ngettext("minute", "minutes", chosen.minutes),
                until=_("until about {time}").format(time=until),
                until_brief=_("to {time}").format(time=until),
                hint=chosen.exercise.caution,
            )
        )
        self._page.set_timeline(chosen.timeline())
        self._show_begin()

    def _show_begin(self) -> None:
        minutes = self._chosen.minutes
        length = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
        if self._chosen.exercise.asks and "feeling" in self._chosen.exercise.asks:
            self._page.set_begin(_("Next"))
        elif self._parts.settings.speak and not self._looking and self._chosen.voice is None:
            self._page.set_begin(_("Begin with captions"))
        else:
            brief = _("Begin {count} min").format(count=minutes)
            self._page.set_begin(_("Begin {length}").format(length=length), brief)


def practice_groups(exercises: tuple[Exercise, ...]) -> tuple[PracticeGroup, ...]:
    """The exercises under the headings of their groups, in Home's order."""
    titles = {
        "steady": _("Steady"),
        "here": _("With what’s here"),
        "kindness": _("Kindness"),
        "paper": _("On paper"),
        "breathing": _("Breathing"),
        "quiet": _("Quiet"),
    }
    groups = []
    for group in GROUPS:
        practices = tuple(
            Practice(exercise.id, exercise.title, exercise.purpose, exercise.icon)
            for exercise in exercises
            if exercise.group == group
        )
        if practices:
            groups.append(PracticeGroup(titles[group], practices))
    return tuple(groups)


def greeting(now: datetime) -> str:
    """A greeting for the hour."""
    if now.hour < 4:
        return _("Good night")
    if now.hour < 12:
        return _("Good morning")
    return _("Good afternoon") if now.hour < 18 else _("Good evening")


def last_sit(sit: Sit, now: datetime) -> str:
    """One sentence on the last sit; after more than a month, a welcome back."""
    days = (now.date() - sit.started_there.date()).days
    length = length_words(sit.sat_seconds)
    if days > 31:
        month = QLocale().standaloneMonthName(sit.started_there.month)
        return _("Last sat in {month}. Good to see you.").format(month=month)
    if days <= 0:
        when = _("Today")
    elif days == 1:
        when = _("Yesterday")
    else:
        when = _("On {day}").format(day=QLocale().standaloneDayName(sit.started_there.isoweekday()))
        if days > 6:
            there = sit.started_there
            date = QLocale().toString(QDate(there.year, there.month, there.day), "d MMMM")
            when = _("On {date}").format(date=date)
    return _("{when} you sat for {length}: {title}.").format(
        when=when, title=sit.title, length=length
    )


def week_sentence(days: tuple[TimeSat, ...]) -> str:
    """Sits and minutes of the week, empty when there are none."""
    sits = sum(day.sits for day in days)
    if not sits:
        return ""
    counted = ngettext("{count} sit", "{count} sits", sits).format(count=sits)
    return f"{counted}, {length_words(sum(day.seconds for day in days))}"


def _this_week(week: str) -> str:
    return _("This week: {week}.").format(week=week) if week else ""


def week_days(days: tuple[TimeSat, ...], today: date) -> tuple[Day, ...]:
    """The seven days of this week for its dots."""
    sat = {day.begins: round(day.seconds / 60) for day in days}
    monday = today - timedelta(days=today.weekday())
    locale = QLocale()
    shown = []
    for offset in range(7):
        day = monday + timedelta(days=offset)
        minutes = sat.get(day, 0)
        name = locale.standaloneDayName(day.isoweekday())
        length = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
        shown.append(
            Day(
                letter=locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.NarrowFormat),
                minutes=minutes,
                words=f"{name}, {length}" if minutes else name,
                today=day == today,
                ahead=day > today,
            )
        )
    return tuple(shown)
