"""The words of a saving: names of files, what is heard in them, how long it still takes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mindful.sit.choice import SILENT
from mindful.ui.models import Option
from mindful.ui.save_models import SaveStage, SaveView
from mindful.wording import _, ngettext

if TYPE_CHECKING:  # numpy stands behind these, and the window comes first
    from mindful.parts import Parts
    from mindful.sit.choice import Choice

CAPTIONS_ENDING = ".vtt"


def file_kinds() -> tuple[Option, ...]:
    """Endings and words of the kinds of file, the one that plays on most devices first."""
    return (
        (".mp3", _("MP3, plays anywhere")),
        (".opus", _("Opus, smallest")),
        (".ogg", _("Ogg Vorbis")),
        (".flac", _("FLAC, exact")),
        (".wav", _("WAV, exact and large")),
    )


def suggested_name(choice: Choice, ending: str) -> str:
    """A plain file name: "sit-with-the-feeling-12.mp3". No feeling, place or name is in it."""
    plain = unicodedata.normalize("NFKD", choice.exercise.title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or choice.exercise.id
    return f"{words}-{choice.minutes}{ending}"


def what_words(choice: Choice) -> str:
    """The sit: "Sit With the Feeling, 12 minutes"."""
    minutes = ngettext("{count} minute", "{count} minutes", choice.minutes)
    return f"{choice.exercise.title}, {minutes.format(count=choice.minutes)}"


def sound_words(parts: Parts, choice: Choice) -> str:
    """What is heard: voice, bell and ambience, as far as there are any."""
    bells, ambiences = dict(parts.bell_options()), dict(parts.ambience_options())
    heard = []
    if choice.voice is not None:
        heard.append(_("Spoken guidance"))
    if choice.bell != SILENT:
        heard.append(bells.get(choice.bell, _("A bell")))
    if choice.ambience != SILENT:
        heard.append(ambiences.get(choice.ambience, _("Ambience")))
    return _("Heard in it: {sounds}.").format(sounds=", ".join(heard) or _("silence"))


def private_words(choice: Choice) -> str:
    """A sentence on what of the person's own is said in the file; empty where nothing is."""
    answers = choice.answers
    if answers.feelings or answers.places:
        return _("It says the feelings and places you chose, so keep it where it is yours alone.")
    if answers.name or answers.phrase:
        return _("It may say your own words, so keep it where it is yours alone.")
    return ""


def left_words(seconds: float | None) -> str:
    """How long it still takes, in words; empty while nobody knows."""
    if seconds is None:
        return ""
    if seconds < 50:
        return _("Less than a minute left.")
    minutes = max(1, round(seconds / 60))
    return ngettext("About {count} minute left.", "About {count} minutes left.", minutes).format(
        count=minutes
    )


def unspoken_words(lines: int) -> str:
    """That some lines could not be spoken; empty where all could."""
    if not lines:
        return ""
    return ngettext(
        "{count} line couldn’t be spoken. It stands in the captions.",
        "{count} lines couldn’t be spoken. They stand in the captions.",
        lines,
    ).format(count=lines)


def home_words(view: SaveView) -> str:
    """What Home's button says: what it does, or that there is something to see."""
    if view.stage is SaveStage.SAVING:
        return _("Saving, {percent}%").format(percent=int(view.share * 100))
    return {
        SaveStage.SAVED: _("Saved"),
        SaveStage.FAILED: _("Not saved"),
    }.get(view.stage, _("Save as audio"))
