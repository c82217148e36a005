"""Words for people: every string a person reads passes through here.

Lower layers raise a `Trouble` with a code and facts; the sentences stand here. Each says what
happened, what is safe, and what to do.
"""

from __future__ import annotations

import gettext
from functools import lru_cache

from mindful.assets import asset
from mindful.trouble import Trouble


@lru_cache(maxsize=1)
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation("mindful", localedir=asset("locale"), fallback=True)


def _(text: str) -> str:
    """`text` in the person's language."""
    return _catalogue().gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many` by `count`, in the person's language."""
    return _catalogue().ngettext(one, many, count)


def length_words(seconds: float) -> str:
    """A length in whole minutes, such as "20 minutes"; short ones are "under a minute"."""
    minutes = round(seconds / 60)
    if minutes == 0:
        return _("under a minute")
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def tell(trouble: Trouble) -> str:
    """One or two sentences for a trouble.

    A code without a sentence is our mistake; the person still gets a plain line.
    """
    sentence = _sentences().get(trouble.code)
    if sentence is None:
        return _("Something outside Mindful failed ({code}). What was kept before is safe.").format(
            code=trouble.code
        )
    return sentence.format_map({name: _shown(value) for name, value in trouble.facts.items()})


def notice(code: str) -> str:
    """The sentence for a notice of a sit."""
    return _notices()[code]


def is_wrong_use(trouble: Trouble) -> bool:
    """Whether the person asked for something that is not there, rather than a thing failing."""
    return trouble.code in WRONG_USE


WRONG_USE = frozenset(
    {
        "length-out-of-range",
        "unknown-exercise",
        "unknown-voice",
        "unknown-bell",
        "unknown-ambience",
        "word-empty",
        "word-too-long",
        "text-too-long",
        "minutes-unreadable",
        "voice-unavailable",
        "nothing-to-say",
        "sentence-too-long",
        "scale-out-of-range",
    }
)


def _shown(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _notices() -> dict[str, str]:
    return {
        "sound-stopped": _("Sound stopped. Captions carry on."),
        "sound-back": "",
        "no-voice": _("No voice was found. Captions carry the words."),
        "cannot-save": _(
            "This sit can’t be saved at the moment. It goes on; saving is tried again."
        ),
    }


def _sentences() -> dict[str, str]:
    return {
        # Exercises
        "exercise-broken": _("{path}:{line}: {field}: {reason}"),
        "exercise-unreadable": _("{path} can’t be read."),
        "unknown-exercise": _("There’s no exercise “{asked}”. The nearest is “{nearest}”."),
        "length-out-of-range": _(
            "{title} can’t be {asked} minutes long. It offers {least} to {longest} minutes."
        ),
        "word-empty": _("That word has no letters in it. Leave it out, or choose another."),
        "word-too-long": _("A word of your own can have up to 60 characters."),
        "text-too-long": _("That text is too long to keep: {limit} characters at most."),
        "scale-out-of-range": _("Strength goes from 0 to 10."),
        # Voice
        "unknown-voice": _("There’s no voice “{asked}”. The nearest is “{nearest}”."),
        "voice-unavailable": _(
            "The voice “{asked}” can’t speak on this computer ({why}). Choose another, or leave "
            "the choice to Mindful."
        ),
        "no-voice": _("No voice here speaks “{language}”. Captions carry the words."),
        "nothing-to-say": _("There’s nothing to say in that text. Give it at least one word."),
        "sentence-too-long": _(
            "That sentence is too long to speak: {longest} characters at most. Split it into "
            "shorter ones."
        ),
        "voice-missing": _(
            "A package that the voice {engine} needs is missing. Captions carry the words; "
            "scripts/run installs it."
        ),
        "voice-start-failed": _(
            "The voice {engine} could not be started ({reason}). Captions carry the words."
        ),
        "voice-hung": _("The voice {engine} took too long, twice. The line is a caption."),
        "voice-died": _("The voice {engine} stopped in a line, twice. The line is a caption."),
        "voice-garbled": _("The voice {engine} sent no sound, twice. The line is a caption."),
        "voice-silent": _("The voice {engine} made no sound. The line is a caption."),
        "cache-unusable": _(
            "The folder of spoken lines, {path}, can’t be read or emptied. Sits go on without it."
        ),
        # Sound
        "no-sound-device": _("No sound device could be opened ({reason}). Captions carry on."),
        "unknown-bell": _("There’s no bell “{asked}”. The nearest is “{nearest}”."),
        "unknown-ambience": _("There’s no ambience “{asked}”. The nearest is “{nearest}”."),
        "minutes-unreadable": _("“{asked}” can’t be read as minutes. Write them as 5,10,20."),
        # Log
        "log-foreign": _(
            "{path} is not a Mindful log, or its beginning is damaged. It was left as it is. Move "
            "it away, or choose another folder."
        ),
        "log-newer": _(
            "The log {path} was written by a newer Mindful. Nothing was changed. Please update."
        ),
        "log-damaged": _(
            "The log {path} is damaged. It was not changed. Keep a copy of it, and restore a "
            "backup if you have one."
        ),
        "log-unwritable": _(
            "The log {path} can’t be written. What was kept is safe. See to the folder’s "
            "permissions, or choose another with --data-dir."
        ),
        "log-busy": _(
            "Another program is using the log {path}. Nothing was lost; try again in a moment."
        ),
        "log-disk-full": _(
            "The disk is full, so this couldn’t be kept. What was kept before is safe. Free some "
            "space, and try again."
        ),
        "log-disk-failed": _("The disk refused to write. What was kept before is safe."),
        "log-failed": _("The log couldn’t be used ({reason}). What was kept before is safe."),
        "sit-already-playing": _("Another sit is playing. End it first."),
        "sit-unknown": _("There’s no sit {id} in the log."),
        # Files
        "folder-unusable": _(
            "The folder {path} can’t be used. See that it can be written to, or choose another "
            "with --data-dir."
        ),
        "file-unwritable": _("{path} can’t be written. Choose another place for it."),
        "settings-unwritable": _(
            "The settings can’t be written to {path}. They hold for now; nothing else is lost."
        ),
        # Window
        "no-display": _(
            "There’s no display to open a window on. “mindful sit {exercise} --terminal” sits "
            "without one."
        ),
    }


def bell_names() -> dict[str, str]:
    """Names of the bells by id, in the order they are offered."""
    return {
        "low-bowl": _("Low bowl"),
        "mid-bowl": _("Bowl"),
        "high-bowl": _("High bowl"),
        "small-bell": _("Small bell"),
        "wood-block": _("Wood block"),
        "gong": _("Gong"),
        "none": _("No bell"),
    }


def ambience_names() -> dict[str, str]:
    """Names of the ambiences by id, in the order they are offered."""
    return {
        "none": _("Silence"),
        "brown": _("Brown noise"),
        "rain": _("Soft rain"),
        "ocean": _("Ocean"),
        "stream": _("Stream"),
        "night": _("Night"),
        "room": _("Quiet room"),
    }


def reason(why: str) -> str:
    """Why a voice is unavailable, and what would make it available."""
    reasons = {
        "pyttsx3-missing": _("needs the package pyttsx3; scripts/run installs it"),
        "espeakng-loader-missing": _("needs the package espeakng-loader; scripts/run installs it"),
        "voice-missing": _("needs a package; scripts/run installs it"),
        "voice-start-failed": _("could not be started; “mindful doctor” shows more"),
    }
    return reasons.get(why, why)
