"""Home's steering: the practices, the length, the shape of the sit, the week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mindful.log.instants import day_of
from mindful.log.records import Sit, TimeSat
from mindful.parts import Parts
from mindful.sit.safety import EARLY_SITS
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.models import Notice, Sounds, Welcome
from mindful.ui.pages.home import Home
from mindful.ui.steering.choosing import Chosen
from mindful.ui.steering.extras import density_options
from mindful.ui.steering.home_length import LengthSteering
from mindful.ui.steering.lookout import Lookout
from mindful.ui.steering.mending import Mending
from mindful.ui.steering.practices import LATELY, broken_files, practice_groups
from mindful.ui.steering.previews import Previews
from mindful.ui.steering.sounds import SoundSteering, sound_notice
from mindful.ui.steering.standing import Standing
from mindful.ui.steering.welcome import (
    greeting,
    is_long_ago,
    last_sit,
    welcome_of,
)
from mindful.wording import _, bug, ngettext, tell

if TYPE_CHECKING:  # slow libraries stand behind these, and the window comes first
    from mindful.log.log import Log
    from mindful.voice.protocol import VoiceInfo

Recent = tuple[Sit | None, tuple[TimeSat, ...], tuple[str, ...], int]


class HomeSteering:
    """Fills Home, and follows what is chosen there.

    Args:
        page: the page.
        parts: the parts of the program.
        chosen: exercise and length.
        background: brings the log's answers.
        previews: lets bells and ambiences be heard.
        set_up_a_voice: leads to where a voice is set up.

    Attributes:
        length: the length and the shape of the sit.
    """

    def __init__(
        self,
        page: Home,
        parts: Parts,
        chosen: Chosen,
        background: Background,
        previews: Previews,
        set_up_a_voice: Callable[[], None],
    ) -> None:
        self._page = page
        self._parts = parts
        self._chosen = chosen
        self._background = background
        self._now = parts.now
        self._looking, self._welcoming = True, False
        self._lately: tuple[str, ...] = ()
        self._set_up_a_voice = set_up_a_voice
        self._standing = Standing(page)
        self._lookout = Lookout(self._standing, parts, background)
        self._mending = Mending(self._standing, parts, background, mended=self.refresh)
        self._sounds = SoundSteering(
            page, parts, background, previews, self._show_sounds, self._show_sound_trouble
        )
        self.length = LengthSteering(page, parts, chosen, self._show_begin, self.prepare)
        page.exercise_chosen.connect(self._choose)
        page.voice_toggled.connect(self._toggle_voice)
        page.density_chosen.connect(self._set_density)
        page.bell_chosen.connect(lambda bell: self._sounds.choose("bell", bell))
        page.ambience_chosen.connect(lambda sound: self._sounds.choose("ambience", sound))
        page.file_wanted.connect(self._sounds.ask_for_file)
        page.set_welcome(Welcome(greeting=greeting(self._now())))
        page.fold_changed.connect(self._fold)
        page.starred.connect(self._star)
        self.show_practices()
        self.show_all()

    def show_practices(self) -> None:
        """Show all exercises, as the person has folded them."""
        library, settings = self._parts.library, self._parts.settings
        groups = practice_groups(library, settings.folded, settings.favourites, self._lately)
        self._page.set_practices(groups, broken_files(library))

    def read_again(self) -> None:
        """The exercises were read again: show them as they are now."""
        self._chosen.read_again()
        self.show_practices()
        self.show_all()

    def show_all(self) -> None:
        """Show what is chosen."""
        self._page.set_chosen(self._chosen.exercise.id)
        self.length.show()
        self._show_sounds()
        self._tell_of_voice()
        self.prepare()

    def show_voice(self, voice: VoiceInfo | None) -> None:
        """The voice that will speak is known now, or that there is none."""
        self._looking = False
        self._chosen.voice = voice
        self._show_sounds()
        self.prepare()
        self._tell_of_voice()

    def _tell_of_voice(self) -> None:
        """While no voice is found and one is wanted, a notice says so and leads to its set-up."""
        if self._looking:
            return
        missing = self._chosen.voice is None and self._parts.settings.speak
        told = Notice(
            _("No voice was found on this computer"),
            _("You can still begin. Captions and bells still work."),
            _("Set up a voice"),
        )
        self._standing.put("voice", told if missing else None, self._set_up_a_voice)

    def refresh(self) -> None:
        """Ask the log for the last sit and the week, and see whether bell and device work."""
        self._lookout.look()
        monday = self._today() - timedelta(days=self._today().weekday())

        ends = self._parts.settings.day_ends
        feeling = [one.id for one in self._parts.library.exercises if "feeling" in one.asks]

        def look(log: Log) -> Recent:
            history = log.history
            days = history.days(since=monday, day_ends=ends)
            completed = history.completed(feeling, EARLY_SITS)
            return history.last(), days, history.lately(LATELY), completed

        self._background.when(self._parts.desk.submit(look), self._welcome, self.show_unread)

    def _welcome(self, recent: Recent) -> None:
        last, days, lately, completed = recent
        if completed != self._chosen.completed:
            self._chosen.completed = completed
            self.length.tell()
        self._mending.healed()
        if lately != self._lately:
            self._lately = lately
            self.show_practices()
        said = "" if last is None else self._said_of(last)
        numbers = not self._parts.settings.hide_numbers
        self._page.set_welcome(welcome_of(self._now(), said, days, self._today(), numbers=numbers))

    def _said_of(self, last: Sit) -> str:
        """The last sit; whoever comes back after a gap is welcomed, at one opening only."""
        if not is_long_ago(last, self._now()):
            numbers = not self._parts.settings.hide_numbers
            return last_sit(last, self._now(), numbers=numbers)
        if self._parts.settings.welcomed_back != last.id:
            self._welcoming = True
            self._parts.remember(welcomed_back=last.id)
        return last_sit(last, self._now(), welcome=self._welcoming)

    def show_unread(self, trouble: Trouble) -> None:
        """The log cannot be read, or is locked."""
        self._mending.show(trouble)

    def show_bug(self, report: str) -> None:
        """Say that a mistake of ours was met, and where its report lies."""
        told = Notice(_("Something in Mindful went wrong"), bug(report), icon="warning-circle")
        self._standing.put("passing", told)

    def forget_log(self) -> None:
        """The log was locked: nothing of it stands here."""
        self._page.set_welcome(Welcome(greeting=greeting(self._now())))
        self._lately = ()
        self.show_practices()
        self._mending.wait_for_passphrase()

    def show_trouble(self, title: str, trouble: Trouble) -> None:
        """Say what went wrong, above the sounds."""
        self._standing.put("passing", Notice(title, tell(trouble), icon="notebook"))

    def _today(self) -> date:
        return day_of(self._now(), self._parts.settings.day_ends)

    def _choose(self, exercise: str) -> None:
        self._chosen.take(exercise)
        self.show_all()

    def _fold(self, group: str, folded: bool) -> None:
        others = [one for one in self._parts.settings.folded if one != group]
        self._parts.remember(folded=(*others, group) if folded else tuple(others))

    def _star(self, favourite: bool) -> None:
        exercise = self._chosen.exercise.id
        others = tuple(one for one in self._parts.settings.favourites if one != exercise)
        self._parts.remember(favourites=(*others, exercise) if favourite else others)
        self.show_practices()

    def _set_density(self, density: str) -> None:
        self._chosen.set_density(density)
        self.show_all()

    def _toggle_voice(self, speak: bool) -> None:
        self._parts.remember(speak=speak)
        self._show_sounds()
        self.prepare()

    def prepare(self) -> None:
        """Make the first lines ahead, once the voice is known; not while a sit plays, say."""
        if not self._looking and self._page.isVisible():
            self._chosen.prepare()

    def _show_sound_trouble(self, trouble: Trouble) -> None:
        self._tells_of_voice = False
        self._standing.put("passing", sound_notice(trouble))

    def _show_sounds(self) -> None:
        settings = self._parts.settings
        voice, spoken = self._chosen.voice, not self._chosen.wordless
        found = voice.name if voice else "" if self._looking else _("None yet")
        self._page.set_sounds(
            Sounds(
                voice_on=settings.speak,
                voice=found if spoken else _("Not needed"),
                voice_there=spoken and (self._looking or voice is not None),
                bells=self._parts.bell_options(),
                bell=settings.bell,
                ambiences=self._parts.ambience_options(),
                ambience=settings.ambience,
                densities=density_options(),
                density=self._chosen.density.value,
            )
        )
        self._show_begin()

    def _show_begin(self) -> None:
        minutes = self._chosen.minutes
        length = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
        straight = self._chosen.straight
        self._page.set_check_in(offered=straight)
        if "feeling" in self._chosen.exercise.asks and not straight:
            self._page.set_begin(_("Next"))
        elif self._chosen.open_ended:
            self._page.set_begin(_("Begin"))
        elif self._chosen.speaks and not self._looking and self._chosen.voice is None:
            self._page.set_begin(_("Begin with captions"))
        else:
            brief = _("Begin {count} min").format(count=minutes)
            self._page.set_begin(_("Begin {length}").format(length=length), brief)
