"""What is said and asked once before a sit, in words."""

from __future__ import annotations

from mindful.ui.asking_models import Asking
from mindful.ui.pages.help import stop_words, who_words
from mindful.wording import _


def safety() -> Asking:
    """Before the first sit with a feeling: what Mindful is, who asks first, when to stop."""
    return Asking(
        title=_("Before you sit with a feeling"),
        words=(*who_words(), *stop_words()),
        go=_("I understand"),
        hint=_("You find these words again in Help, by F1 or in Settings."),
    )


def own_words(points: frozenset[str]) -> Asking:
    """Before the first sit that speaks them: a name, phrases, or both (`points`)."""
    name = _("What may the voice call you? Leave it empty for no name.")
    phrases = _(
        "Is there a sentence that does you good? The voice can say it in this practice. Write one "
        "on each line, or leave it empty."
    )
    title = _("Your name") if points == {"name"} else _("Words of your own")
    return Asking(
        title=title,
        words=(),
        go=_("Go on"),
        name=name if "name" in points else "",
        phrases=phrases if "phrases" in points else "",
        hint=_("It stays on this computer, and can be changed in Settings. You’re asked once."),
    )


def aloud() -> Asking:
    """Before a feeling, or words of a person's own, are first spoken."""
    return Asking(
        title=_("Others may hear this"),
        words=(
            _(
                "The voice will say the words you chose or wrote. Over speakers, people near you "
                "hear them too. Captions keep them on the screen."
            ),
        ),
        go=_("Speak"),
        other=_("Captions only"),
        hint=_("You’re asked once. Settings, under Voice, changes it."),
    )
