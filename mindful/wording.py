"""Words for people: every string a person reads passes through here.

Lower layers raise a `Trouble` with a code and facts; the sentences stand here. Each says what
happened, what is safe, and what to do.
"""

from __future__ import annotations

from mindful.data_words import coming_words, import_counts, merged_words, undone_words
from mindful.import_words import format_names, line_reasons
from mindful.sentences import sentences
from mindful.translation import _, ngettext
from mindful.trouble import Trouble

__all__ = [
    "WRONG_USE",
    "_",
    "ambience_names",
    "bell_names",
    "bug",
    "caution_words",
    "coming_words",
    "format_names",
    "import_counts",
    "is_wrong_use",
    "length_words",
    "line_reasons",
    "merged_words",
    "ngettext",
    "notice",
    "reason",
    "tell",
    "undone_words",
]


def length_words(seconds: float) -> str:
    """A length in whole minutes, such as "20 minutes"; short ones are "under a minute"."""
    minutes = round(seconds / 60)
    if minutes == 0:
        return _("under a minute")
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def caution_words() -> str:
    """What stands beside every before and after (the design's measures)."""
    return _("People often begin when feelings peak, and peaks ebb anyway; this isn’t proof.")


def early_words() -> str:
    """What is said of a long feeling sit while few were sat yet."""
    from mindful.sit.safety import EARLY_MINUTES  # msgspec is not needed for the first window

    return _("At first, up to {count} minutes is suggested with a feeling.").format(
        count=EARLY_MINUTES
    )


def gentler_words() -> str:
    """What is said where a sit is gentler, as the person asked after the last one."""
    return _("Gentler this time, as you chose. Any other length is fine too.")


def tell(trouble: Trouble) -> str:
    """One or two sentences for a trouble.

    A code without a sentence is our mistake; the person still gets a plain line.
    """
    sentence = sentences().get(trouble.code)
    if sentence is None:
        return _("Something outside Mindful failed ({code}). What was kept before is safe.").format(
            code=trouble.code
        )
    return sentence.format_map({name: _shown(value) for name, value in trouble.facts.items()})


def notice(code: str, seconds: float = 0.0) -> str:
    """The sentence for a notice of a sit; `seconds` where it tells how long."""
    return _notices()[code].format(length=_span_words(seconds))


def bug(report: str) -> str:
    """The sentence for a mistake of ours, of which a report lies at `report`, or none could be."""
    if not report:
        return _("That was a mistake of Mindful’s, not yours. What was kept is safe.")
    return _(
        "That was a mistake of Mindful’s, not yours; what was kept is safe, and a report without "
        "any of your words lies in {report}."
    ).format(report=report)


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
        "entry-empty",
        "minutes-unreadable",
        "pattern-impossible",
        "pattern-unreadable",
        "pattern-unsuited",
        "open-ended-unsuited",
        "voice-unavailable",
        "nothing-to-say",
        "sentence-too-long",
        "scale-out-of-range",
        "sit-to-come",
        "sit-too-long",
        "sit-too-early",
        "moment-unreadable",
        "file-ending-unknown",
        "same-file-twice",
        "zone-unknown",
        "sound-gone",
        "sound-forbidden",
        "sound-no-file",
        "sound-empty",
        "sound-not-audio",
        "sound-damaged",
        "sound-not-finite",
        "sound-silent",
        "sound-too-long",
        "sound-too-short",
    }
)


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _span_words(seconds: float) -> str:
    """A length of time as one says it of a sleep: minutes, from two hours on hours."""
    if seconds < 60:
        return _("less than a minute")
    hours = round(seconds / 3600)
    if hours < 2:
        return length_words(seconds)
    return ngettext("{count} hour", "{count} hours", hours).format(count=hours)


def _notices() -> dict[str, str]:
    return {
        "sound-stopped": _("Sound stopped. Captions carry on."),
        "sound-back": "",
        "asleep": _(
            "The computer was asleep for {length}. The sit waits where it was, until you go on."
        ),
        "no-voice": _("No voice was found. Captions carry the words."),
        "own-bell-gone": _("Your own bell can’t be found or read. The low bowl rings instead."),
        "own-ambience-gone": _(
            "Your own ambience can’t be found or read. This sit goes on without it."
        ),
        "locked": _("Your notes are locked, so nothing of this sit is kept."),
        "cannot-save": _(
            "This sit can’t be saved at the moment. It goes on; saving is tried again."
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
        "natural-missing": _("needs the packages of “mindful[natural]”; scripts/run installs them"),
        "model-damaged": _(
            "its packages are damaged; remove the folder .venv, and scripts/run installs them anew"
        ),
        "voice-unloadable": _("can’t be loaded; memory may be short, or a system library missing"),
        "memory-short": _("needs about 500 MB of free memory; close other programs, start again"),
        "voice-hung": _("took too long, several times; start Mindful again to try it anew"),
        "voice-died": _("stopped several times; start Mindful again to try it anew"),
        "voice-garbled": _("sent no sound several times; start Mindful again to try it anew"),
        "voice-start-failed": _("could not be started; “mindful doctor” shows more"),
    }
    return reasons.get(why, why)
