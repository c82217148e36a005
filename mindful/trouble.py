"""The world failed, not we: the one base of every error that a person may be shown.

A layer raises its own subclass with a code and the facts of the case. `wording.py` turns
code and facts into one or two sentences. Anything else that escapes is a bug of ours.

    Trouble
    ├── ExerciseTrouble     mindful.exercises.errors
    ├── SoundTrouble        mindful.audio.errors
    ├── VoiceTrouble        mindful.voice.errors
    ├── LogTrouble          mindful.log.errors
    └── SitTrouble          mindful.sit.errors
"""

from __future__ import annotations


class Trouble(Exception):
    """Something outside our code went wrong, and a person can be told what.

    Args:
        code: a stable name such as ``"disk-full"``; `wording.py` has a sentence for each.
        facts: what the sentence needs, such as ``path="…"``. Never what a person wrote.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """The code and its facts, for developers and ``--verbose``."""
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code}({facts})"
