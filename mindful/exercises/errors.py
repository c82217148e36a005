"""What can be wrong with an exercise, or with what is asked of one, that is not our fault."""

from __future__ import annotations

from mindful.trouble import Trouble


class ExerciseTrouble(Trouble):
    """An exercise file, a length or an answer cannot be used as it is."""
