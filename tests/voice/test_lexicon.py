from __future__ import annotations

import tomllib
from pathlib import Path

from mindful.voice.lexicon import Lexicon, load_lexicon

ASSETS = Path(__file__).parents[2] / "assets"


def test_whole_words_and_phrases_are_respelt_for_one_engine() -> None:
    lexicon = Lexicon({"kokoro": {"close": "kloz", "close to": "klohss to", "live": "livv"}})
    assert lexicon.respelt("Close to home, close it. Alive!", "kokoro") == (
        "klohss to home, kloz it. Alive!"
    )
    assert lexicon.respelt("Close to home.", "pyttsx3") == "Close to home."


def test_every_made_up_spelling_has_its_sounds() -> None:
    sounds = tomllib.loads((ASSETS / "voices/kokoro/sounds.toml").read_text(encoding="utf-8"))
    table = tomllib.loads((ASSETS / "lexicon/en.toml").read_text(encoding="utf-8"))["kokoro"]
    ordinary = " ".join(table).split()
    made_up = {said for said in " ".join(table.values()).split() if said not in ordinary}
    assert made_up == set(sounds)


def test_the_built_in_words_are_mended() -> None:
    lexicon = load_lexicon(ASSETS / "lexicon/en.toml")
    assert lexicon.respelt("If you like, close your eyes.", "kokoro").endswith("close your eyes.")
    assert "klohss" in lexicon.respelt("Stay close by.", "kokoro")
    assert lexicon.respelt("It is no use. Use your hands.", "kokoro") == (
        "It is no use. yooz your hands."
    )
    assert "livv" in lexicon.respelt("The town you live in.", "kokoro")
