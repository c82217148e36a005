"""What Home's list shows: the exercises in their groups, and the files that can't be used."""

from __future__ import annotations

from collections.abc import Collection

from mindful.exercises.library import GROUPS, Library
from mindful.ui.models import Practice, PracticeGroup
from mindful.wording import _, ngettext


def practice_groups(library: Library, folded: Collection[str] = ()) -> tuple[PracticeGroup, ...]:
    """The exercises under the headings of their groups, in Home's order.

    Args:
        library: all exercises.
        folded: names of the groups of which a person wants to see the heading alone.
    """
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
            Practice(
                exercise.id,
                exercise.title,
                exercise.purpose,
                exercise.icon,
                own=exercise.id in library.own,
            )
            for exercise in library.exercises
            if exercise.group == group
        )
        if practices:
            groups.append(PracticeGroup(titles[group], practices, group, group in folded))
    return tuple(groups)


def broken_files(library: Library) -> str:
    """The quiet line at the end of the list; empty where every file can be used."""
    count = len(library.broken)
    if not count:
        return ""
    return ngettext(
        "{count} exercise file has an error", "{count} exercise files have errors", count
    ).format(count=count)
