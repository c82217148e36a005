"""A language in which everything takes 40 % more room, and every word of which shows it."""

from __future__ import annotations

import gettext

import pytest

from mindful import translation

GROWTH = 0.4
LETTER = "ë"
"""Stands in no string of ours."""


class LongerWords(gettext.NullTranslations):
    """Each string, and two fifths of its length in made-up words."""

    def gettext(self, message: str) -> str:
        room = max(1, round(len(message) * GROWTH))
        words = [LETTER * 5] * (room // 6) + [LETTER * (room % 6)] * (room % 6 > 0)
        return f"{message} {' '.join(words)}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def speak_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the one catalogue speak this language."""
    words = LongerWords()
    monkeypatch.setattr(translation, "_catalogue", lambda: words)
