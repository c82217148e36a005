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
        # Files
        "folder-unusable": _(
            "The folder {path} can’t be used. See that it can be written to, or choose another "
            "with --data-dir."
        ),
        "settings-unwritable": _(
            "The settings can’t be written to {path}. They hold for now; nothing else is lost."
        ),
        # Window
        "no-display": _(
            "There’s no display to open a window on. “mindful sit {exercise} --terminal” sits "
            "without one."
        ),
    }
