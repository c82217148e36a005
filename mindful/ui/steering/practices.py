"""What Home's list shows: the exercises in their groups, and the files that can't be used."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mindful.exercises.library import GROUPS, Library
from mindful.exercises.model import Exercise
from mindful.ui.models import Practice, PracticeGroup
from mindful.wording import _, ngettext

NEAR = "near"
"""Id of the group above the others: favourites, and what was sat lately."""

LATELY = 3
"""How many of the exercises sat last stand in it: enough to repeat, too few to read through."""


def practice_groups(
    library: Library,
    folded: Collection[str] = (),
    favourites: Collection[str] = (),
    lately: Sequence[str] = (),
) -> tuple[PracticeGroup, ...]:
    """The exercises under the headings of their groups, in Home's order.

    What is close at hand stands in a first group and not again below, so that each has one
    place in the list.

    Args:
        library: all exercises.
        folded: names of the groups of which a person wants to see the heading alone.
        favourites: ids of the exercises a person marked.
        lately: ids of those sat last, newest first.
    """
    near = _near(library, favourites, lately)
    placed = {exercise.id for exercise in near}
    arranged = [(NEAR, _("Close at hand"), near)]
    titles = _titles()
    for group in GROUPS:
        rest = [one for one in library.exercises if one.group == group and one.id not in placed]
        arranged.append((group, titles[group], rest))
    return tuple(
        PracticeGroup(
            title,
            tuple(_practice(exercise, library, favourites) for exercise in exercises),
            group,
            group in folded,
        )
        for group, title, exercises in arranged
        if exercises
    )


def _near(library: Library, favourites: Collection[str], lately: Sequence[str]) -> list[Exercise]:
    """Favourites in the library's order, then what was sat lately, newest first."""
    marked = [exercise for exercise in library.exercises if exercise.id in favourites]
    known = {exercise.id: exercise for exercise in library.exercises}
    sat = [known[one] for one in lately[:LATELY] if one in known and one not in favourites]
    return marked + sat


def _practice(exercise: Exercise, library: Library, favourites: Collection[str]) -> Practice:
    return Practice(
        exercise.id,
        exercise.title,
        exercise.purpose,
        exercise.icon,
        own=exercise.id in library.own,
        favourite=exercise.id in favourites,
    )


def _titles() -> dict[str, str]:
    return {
        "steady": _("Steady"),
        "here": _("With what’s here"),
        "kindness": _("Kindness"),
        "paper": _("On paper"),
        "breathing": _("Breathing"),
        "quiet": _("Quiet"),
    }


def broken_files(library: Library) -> str:
    """The quiet line at the end of the list; empty where every file can be used."""
    count = len(library.broken)
    if not count:
        return ""
    return ngettext(
        "{count} exercise file has an error", "{count} exercise files have errors", count
    ).format(count=count)
