"""Where the files lie that ship with Mindful: exercises, fonts, icons, the theme."""

from __future__ import annotations

from pathlib import Path


def asset(*parts: str) -> Path:
    """Path of a shipped file or folder, such as ``asset("theme", "tokens.json")``.

    In the wheel the assets lie inside the package, in a source tree beside it.
    """
    package = Path(__file__).parent
    packed = package / "assets"
    root = packed if packed.is_dir() else package.parent / "assets"
    return root.joinpath(*parts)
