"""What Home, Settings, first run and Help show: small frozen records of words ready to be shown.

Pages are pure views: whoever steers fills these, and hears of a person's wishes by signals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Option = tuple[str, str]
"""Id and words of something that can be chosen."""

SoundKind = Literal["bell", "ambience"]
"""Which sound of a sit: the one that is struck, or the one that lies under it."""


@dataclass(frozen=True)
class Practice:
    """A row of Home's list.

    Attributes:
        id: of the exercise.
        title: as shown.
        purpose: one sentence.
        icon: name of a Phosphor icon.
        own: the person's own, which a small mark shows.
        favourite: the person wants it close at hand.
    """

    id: str
    title: str
    purpose: str
    icon: str = ""
    own: bool = False
    favourite: bool = False


@dataclass(frozen=True)
class PracticeGroup:
    """Practices under a quiet heading, which folds them.

    Attributes:
        title: the heading.
        practices: in their order.
        id: name of the group.
        folded: the heading stands alone, but for the practice chosen.
    """

    title: str
    practices: tuple[Practice, ...]
    id: str = ""
    folded: bool = False


@dataclass(frozen=True)
class Day:
    """A day of the week's dots.

    Attributes:
        letter: under the dot.
        minutes: sat on it.
        words: for tooltip and screen reader: "Monday, 20 minutes".
        today: whether it is today.
        ahead: whether it is still to come.
    """

    letter: str
    minutes: int
    words: str
    today: bool = False
    ahead: bool = False


@dataclass(frozen=True)
class Welcome:
    """The head of Home.

    Attributes:
        greeting: "Good evening".
        last: one sentence on the last sit; empty before the first.
        brief: last sit and week in one line, for the narrow page.
        week_title: "This week".
        week: "3 sits, 40 minutes".
        days: the seven days of the week, in their order; empty hides the week.
    """

    greeting: str
    last: str = ""
    brief: str = ""
    week_title: str = ""
    week: str = ""
    days: tuple[Day, ...] = ()


@dataclass(frozen=True)
class Length:
    """The length chosen, and what may be chosen.

    Attributes:
        minutes: chosen.
        least: shortest that the practice offers.
        longest: longest that it offers.
        unit: "minutes", or "minute".
        until: "until about 7:42 pm".
        until_brief: "to 7:42 pm", for the narrow page.
        hint: a quiet line beside the length; empty for none.
    """

    minutes: int
    least: int
    longest: int
    unit: str
    until: str = ""
    until_brief: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Sounds:
    """Voice, bell and ambience chosen for the sit.

    Attributes:
        voice_on: whether the guidance is spoken.
        voice: the voice's name; "None yet" where there is none.
        voice_there: whether there is a voice that could speak.
        bells: what may be chosen.
        bell: id chosen.
        ambiences: what may be chosen.
        ambience: id chosen.
        densities: how much of the guidance may be spoken.
        density: id chosen.
    """

    voice_on: bool
    voice: str
    voice_there: bool = True
    bells: tuple[Option, ...] = ()
    bell: str = ""
    ambiences: tuple[Option, ...] = ()
    ambience: str = ""
    densities: tuple[Option, ...] = ()
    density: str = ""


@dataclass(frozen=True)
class Notice:
    """Something a person is told on Home: what happened, what is still possible, a way on.

    Attributes:
        title: what happened.
        detail: what is still possible.
        action: words of a button; empty for none.
        icon: name of a Phosphor icon.
    """

    title: str
    detail: str
    action: str = ""
    icon: str = "speaker-simple-slash"


@dataclass(frozen=True)
class SettingsView:
    """Everything the Settings page shows.

    Attributes:
        speak: whether the guidance is spoken.
        aloud: whether what a person chose or wrote is spoken too.
        voices: voices offered, the most natural first.
        voice: id of the one chosen.
        voices_unavailable: ids of those that can't speak on this computer now.
        voices_why: sentences on why they can't, and what would help; empty where all can.
        voice_missing: no voice was found, so what would help stands in place of the list.
        voice_looked: what was looked for, and what each of it needs.
        pace: speed of speech in percent, 70 to 140.
        preview: the sentence a preview speaks.
        voice_level: 0 to 10.
        bell_level: 0 to 10.
        ambience_level: 0 to 10.
        bells: what may be chosen.
        bell: id chosen.
        ambiences: what may be chosen.
        ambience: id chosen.
        own_sounds: ids and names of the person's own sounds, of both kinds.
        lines_kept: size of the spoken lines on disk: "12 MB"; empty where it isn't known yet.
        theme: ``light``, ``dark`` or ``system``.
        scale: text size in percent.
        reduced_motion: whether motion is reduced, or ``system``.
        desktop_motion: whether the desktop asks for it; None where it does not tell.
        fade_controls: whether a sit's controls fade.
        show_time: whether a sit shows the time left.
        single_keys: whether single keys work in a sit.
        name: what the person is called by the exercises; may be empty.
        name_said: how their name is spoken, where it is not as it is written.
        phrases: their own phrases.
        numbers: whether History, Home and After tell numbers of past sits.
        day_ends: the hour at which a day ends.
        log_place: where the log lies, as a path.
        log_size: "1.4 MB"; empty where there is no log yet.
        encrypted: whether the log has a passphrase.
        locked: whether it is to be given before anything of the log is shown.
        lock_after: minutes away until it locks; 0 for never.
        open_unasked: whether the computer's keyring holds the key.
        hide_notes: whether lists show dots for what a person wrote.
        copied_on: the day of the last copy, as shown; empty for none.
    """

    speak: bool
    voices: tuple[Option, ...]
    voice: str
    pace: int
    preview: str
    voice_level: int
    bell_level: int
    ambience_level: int
    theme: str
    scale: int
    reduced_motion: bool | Literal["system"]
    desktop_motion: bool | None = None
    fade_controls: bool = True
    show_time: bool = True
    single_keys: bool = True
    voices_unavailable: frozenset[str] = frozenset()
    voices_why: str = ""
    voice_missing: bool = False
    voice_looked: str = ""
    bells: tuple[Option, ...] = ()
    bell: str = ""
    ambiences: tuple[Option, ...] = ()
    ambience: str = ""
    own_sounds: tuple[Option, ...] = ()
    lines_kept: str = ""
    name: str = ""
    name_said: str = ""
    phrases: tuple[str, ...] = ()
    aloud: bool = True
    numbers: bool = True
    day_ends: int = 4
    log_place: str = ""
    log_size: str = ""
    encrypted: bool = False
    locked: bool = False
    lock_after: int = 10
    open_unasked: bool = False
    hide_notes: bool = False
    copied_on: str = ""


@dataclass(frozen=True)
class HelpLine:
    """Someone to reach: who, and a number or an address."""

    who: str
    reach: str
    note: str = ""


@dataclass(frozen=True)
class HelpView:
    """What the Help page shows.

    Attributes:
        checked_on: "Checked on 23 November 2026".
        lines: numbers, by country.
        directories: addresses of lists of people to reach.
        emergency: this country's emergency number, where it is known.
    """

    checked_on: str
    lines: tuple[HelpLine, ...]
    directories: tuple[HelpLine, ...]
    emergency: HelpLine | None = None
