"""All exercises there are: the built-in ones, and the person's own beside them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.loading import load
from mindful.exercises.model import Exercise

GROUPS = ("steady", "here", "kindness", "paper", "breathing", "quiet")
"""The groups of Home, in order."""


class Library(msgspec.Struct, frozen=True, kw_only=True):
    """Exercises that can be sat with, and what is wrong with the files that cannot.

    Attributes:
        exercises: in the order Home lists them.
        own: ids of those that are the person's own.
        broken: one trouble a file that could not be used; the others work all the same.
    """

    exercises: tuple[Exercise, ...]
    own: frozenset[str] = frozenset()
    broken: tuple[ExerciseTrouble, ...] = ()

    def find(self, wanted: str) -> Exercise:
        """The exercise with the id `wanted`.

        Raises:
            ExerciseTrouble: ``unknown-exercise`` with ``asked`` and ``nearest``.
        """
        for exercise in self.exercises:
            if exercise.id == wanted:
                return exercise
        ids = [exercise.id for exercise in self.exercises]
        near = difflib.get_close_matches(wanted, ids, n=1, cutoff=0.0)
        raise ExerciseTrouble("unknown-exercise", asked=wanted[:60], nearest="".join(near))


def load_library(built_in: Path, own: Path | None = None) -> Library:
    """Load every exercise of two folders.

    Args:
        built_in: the exercises of one language that ship with Mindful.
        own: the person's own, which need not exist; one with the id of a built-in exercise
            stands in for it.
    """
    found: dict[str, Exercise] = {}
    broken: list[ExerciseTrouble] = []
    own_ids: set[str] = set()
    for path in _files(built_in):
        _take(path, found, broken)
    for path in _files(own):
        if _take(path, found, broken):
            own_ids.add(path.stem)
    return Library(
        exercises=tuple(sorted(found.values(), key=_place)),
        own=frozenset(own_ids),
        broken=tuple(broken),
    )


def _files(folder: Path | None) -> Iterable[Path]:
    return sorted(folder.glob("*.toml")) if folder is not None else ()


def _take(path: Path, found: dict[str, Exercise], broken: list[ExerciseTrouble]) -> bool:
    try:
        exercise = load(path)
    except ExerciseTrouble as trouble:
        broken.append(trouble)
        return False
    found[exercise.id] = exercise
    return True


def _place(exercise: Exercise) -> tuple[int, int, str]:
    return GROUPS.index(exercise.group), exercise.order, exercise.title
