"""Clips made before, so that no line is spoken twice by a slow voice."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from pathlib import Path

from mindful.audio.clip import Clip
from mindful.voice.clip_folder import ClipFolder
from mindful.voice.clip_format import FORMAT, Corrupt, pack, unpack
from mindful.voice.errors import VoiceTrouble

DISK_LIMIT = 500_000_000
MEMORY_LIMIT = 64_000_000
"""Bytes; twenty minutes of speech at 24 kHz have 58 million."""


def clip_key(*, engine: str, version: str, voice: str, pace: float, text: str) -> str:
    """Name of a clip: everything that changes its sound, as a SHA-256 in hexadecimal digits."""
    parts = json.dumps([FORMAT, engine, version, voice, f"{pace:.4f}", text])
    return hashlib.sha256(parts.encode("ascii")).hexdigest()


class ClipCache:
    """Two tiers: a folder for lines anyone may know, memory for a person's own words.

    What was made of a person's own words never reaches the disk, neither sound nor key. Where
    the folder cannot be written, memory serves for all. Any thread may call.
    """

    def __init__(
        self, folder: Path, limit: int = DISK_LIMIT, memory_limit: int = MEMORY_LIMIT
    ) -> None:
        """Touch nothing yet.

        Args:
            folder: for clips on disk, ours alone.
            limit: bytes on disk; the least recently used go first.
            memory_limit: bytes in memory, likewise.
        """
        self._path = folder
        self._folder = ClipFolder(folder, limit)
        self._memory: OrderedDict[str, bytes] = OrderedDict()
        self._memory_limit = memory_limit
        self._memory_size = 0
        self._lock = threading.Lock()

    def get(self, key: str, *, private: bool) -> Clip | None:
        """The clip kept under `key`, None if there is none. A damaged one is removed."""
        data = self._recall(key)
        if data is None and not private:
            data = self._folder.get(key)
        if data is None:
            return None
        try:
            return unpack(data)
        except Corrupt:
            self._folder.drop(key)
            return None

    def put(self, key: str, clip: Clip, *, private: bool) -> Clip:
        """Keep `clip`; returns it as every later `get` will: rounded to 16 bits."""
        data = pack(clip)
        if private or not self._folder.put(key, data):
            self._remember(key, data)
        return unpack(data)

    def keep(self, key: str) -> bool:
        """Let no other clip drive this one out; whether it is there, on the disk."""
        return self._folder.keep(key)

    def forget(self) -> None:
        """Drop everything that is in memory, a person's own words with it."""
        with self._lock:
            self._memory.clear()
            self._memory_size = 0

    def size(self) -> int:
        """Bytes on disk.

        Raises:
            VoiceTrouble: ``cache-unusable`` with ``path``.
        """
        try:
            return self._folder.size()
        except OSError as error:
            raise self._unusable() from error

    def clear(self) -> None:
        """Drop everything, in memory and on disk.

        Raises:
            VoiceTrouble: as `size`; some of it may be left.
        """
        self.forget()
        try:
            self._folder.clear()
        except OSError as error:
            raise self._unusable() from error

    def _unusable(self) -> VoiceTrouble:
        return VoiceTrouble("cache-unusable", path=str(self._path))

    def _recall(self, key: str) -> bytes | None:
        with self._lock:
            if key in self._memory:
                self._memory.move_to_end(key)
            return self._memory.get(key)

    def _remember(self, key: str, data: bytes) -> None:
        with self._lock:
            self._memory_size += len(data) - len(self._memory.pop(key, b""))
            self._memory[key] = data
            while self._memory_size > self._memory_limit:
                self._memory_size -= len(self._memory.popitem(last=False)[1])
