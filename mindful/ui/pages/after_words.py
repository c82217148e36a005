"""The sentences at the end of a sit. Facts, then silence."""

from __future__ import annotations

from mindful.sit.safety import Care
from mindful.ui.pages.number_words import listed, number_words
from mindful.ui.pages.when import span_words
from mindful.ui.sit_models import AfterView
from mindful.wording import _


def title_words(view: AfterView) -> str:
    """Such as "That was twenty minutes", or "Six minutes. Stopping was a choice too."."""
    if not view.numbers:
        return _("Stopping was a choice too.") if view.ended_early else _("That was your sit")
    minutes = round(view.seconds / 60)
    if view.ended_early:
        return _("{length}. Stopping was a choice too.").format(length=_length(minutes, start=True))
    return _("That was {length}").format(length=_length(minutes, start=False))


def what_words(view: AfterView) -> str:
    """What was sat, and when."""
    if not view.numbers:
        return f"{view.title}."
    return _("{title}, {span}.").format(title=view.title, span=span_words(view.began, view.ended))


def came_words(view: AfterView) -> str:
    """How the person came in; empty where nothing was said."""
    places = _places(view.within)
    if view.feelings and places:
        return _("You came in {feelings}, {places}.").format(
            feelings=listed(view.feelings), places=places
        )
    if view.feelings:
        return _("You came in {feelings}.").format(feelings=listed(view.feelings))
    return _("You noticed it {places}.").format(places=places) if places else ""


def hard_words(care: Care) -> tuple[str, str]:
    """Heading and sentences of the card for hard sits: no praise, no blame, nothing foretold."""
    stirred = _(
        "Sitting can stir things up. That isn’t failing, and you don’t have to carry it "
        "alone. Any of these is all right, or none."
    )
    near = _(
        "It often is, after some time close to it. A minute of grounding is here, if you’d like it."
    )
    rest = _(
        "This can happen. For now, a rest from inward practice is a good choice: walking or "
        "grounding, and speaking to someone."
    )
    said = {
        Care.RISEN: (_("A little stronger now"), near),
        Care.HARD: (_("This can happen"), stirred),
        Care.REST: (_("Stronger, two sits running"), rest),
    }
    return said.get(care, (_("Was this hard?"), stirred))


def _length(minutes: int, *, start: bool) -> str:
    if minutes < 1:
        words = _("under a minute")
    elif minutes == 1:
        words = _("one minute")
    else:
        words = _("{number} minutes").format(number=number_words(minutes))
    return words[:1].upper() + words[1:] if start else words


def _places(within: tuple[str, ...]) -> str:
    """Places in one phrase; a preposition that all share is said once."""
    shared = _("in the ")
    if len(within) > 1 and all(place.startswith(shared) for place in within):
        within = (within[0], *(place.removeprefix(shared) for place in within[1:]))
    return listed(within)
