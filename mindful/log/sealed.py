"""Whether a file is encrypted, seen from outside.

An encrypted log is noise from end to end: its salt, then pages of which each is ciphertext,
initialisation vector and signature. A plain log begins with SQLite's sixteen bytes. A plain log
whose beginning is damaged is no noise further on, nor is a file of most other kinds.
"""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

SALT = 16
"""Bytes at the beginning of an encrypted file; a plain one has SQLite's sixteen there."""
PLAIN = b"SQLite format 3\0"
"""How a plain file begins, https://sqlite.org/fileformat.html, 1.3."""
PAGE = 4096
_LEAST_PAGES = 4
"""The tables alone take more."""
_LOOKED_AT = 8
_NOISE_BITS = 7.8
"""Entropy a byte. 4,096 random bytes have 7.95 with a spread below 0.01; SQLite's pages below 7."""


def header_of(path: Path) -> bytes:
    """The first sixteen bytes: a salt, or SQLite's own. Files alike in them share one key.

    Nobody in this process may have the file open: closing it here would drop their locks
    (https://sqlite.org/howtocorrupt.html, 2.2).

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(SALT)


def is_plain(path: Path) -> bool:
    """Whether a file begins as SQLite's own do; a missing or empty one does not."""
    try:
        return header_of(path) == PLAIN
    except OSError:
        return False


def is_sealed(path: Path) -> bool:
    """Whether a file looks encrypted: noise, as a whole or nearly. A missing one does not.

    Nobody in this process may have the file open in the plain, as for `header_of`.
    """
    try:
        pages = path.stat().st_size // PAGE
        if pages < _LEAST_PAGES or header_of(path) == PLAIN:
            return False
        looked_at = sorted(
            {number * (pages - 1) // (_LOOKED_AT - 1) for number in range(_LOOKED_AT)}
        )
        noisy = sum(_is_noise(path, number) for number in looked_at)
    except OSError:
        return False
    return noisy * 4 >= len(looked_at) * 3  # a page or two may be damaged


def _is_noise(path: Path, page: int) -> bool:
    with path.open("rb") as file:
        file.seek(page * PAGE)
        counts = Counter(file.read(PAGE)).values()
    entropy = -sum(count / PAGE * math.log2(count / PAGE) for count in counts)
    return entropy > _NOISE_BITS
