"""How a voice worker is started, from a source tree, an installed package or a frozen app."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

WORKER_SWITCH = "--voice-worker"
"""First argument by which a frozen app is told to be a worker instead."""


def worker_command(module: str) -> tuple[str, ...]:
    """The command that starts `module` as a worker; what `main` takes is yet to follow."""
    if getattr(sys, "frozen", False):
        return (sys.executable, WORKER_SWITCH, module)
    # -P: a file in the current folder named like one of our imports must not be run instead.
    return (sys.executable, "-P", "-m", module)


def is_worker(arguments: Sequence[str]) -> bool:
    """Whether the app was started to be a worker. Args: what follows the program's name."""
    return tuple(arguments[:1]) == (WORKER_SWITCH,)


def be_worker(arguments: Sequence[str]) -> None:
    """Be the worker that `arguments` name, until the parent is gone.

    A frozen app's entry point calls this before it imports anything large.
    """
    module, *rest = arguments[1:]
    if not module.startswith(("mindful.voice.", "mindful.rendering_worker")):
        raise ValueError(module)
    importlib.import_module(module).main(*rest)
