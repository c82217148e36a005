"""Makes espeak-ng of the package espeakng-loader the one that pyttsx3 finds (Linux only)."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

LONGEST_DATA_PATH = 100
"""Bytes; espeak-ng 1.52 ends the process when its data path nears 160 (N_PATH_HOME)."""


def load_espeak(folder: Path) -> ctypes.CDLL:
    """Load the library, so that pyttsx3 finds it by its SONAME, and tell it where its data is.

    Args:
        folder: private, and kept as long as the library is used: it takes a link to the data
            where their own path is too long for espeak.

    Raises:
        ImportError: espeakng-loader is not installed.
        OSError: its library cannot be loaded.
    """
    import espeakng_loader

    os.environ["ESPEAK_DATA_PATH"] = _short(espeakng_loader.get_data_path(), folder)
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_Synchronize.argtypes = ()
    library.espeak_Synchronize.restype = ctypes.c_int
    return library


def _short(data: str, folder: Path) -> str:
    if len(os.fsencode(data)) <= LONGEST_DATA_PATH:
        return data
    link = folder / "data"
    link.symlink_to(data, target_is_directory=True)
    return str(link)
