"""Where Mindful keeps its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mindful.trouble import Trouble


@dataclass(frozen=True, kw_only=True)
class Paths:
    """The folders Mindful writes to, and nothing outside them.

    Attributes:
        data: the log and the person's own exercises.
        config: settings that hold nothing private.
        cache: clips of built-in lines, which can be made again.
    """

    data: Path
    config: Path
    cache: Path

    @property
    def log(self) -> Path:
        """The log's file."""
        return self.data / "mindful.db"

    @property
    def settings(self) -> Path:
        """The settings' file."""
        return self.config / "settings.json"

    @property
    def exercises(self) -> Path:
        """The person's own exercises."""
        return self.data / "exercises"

    @property
    def reports(self) -> Path:
        """Reports of mistakes of ours."""
        return self.data / "reports"

    @property
    def measures(self) -> Path:
        """How exactly the last sits were played."""
        return self.data / "measures.json"

    @property
    def clips(self) -> Path:
        """Spoken lines made before."""
        return self.cache / "clips"

    @property
    def models(self) -> Path:
        """The natural voice's network, joined from its packages."""
        return self.cache / "models"


def find_paths(data_dir: Path | None) -> Paths:
    """The platform's folders, or everything under `data_dir`."""
    if data_dir is not None:
        root = data_dir.expanduser().absolute()
        return Paths(data=root, config=root, cache=root / "cache")
    from platformdirs import PlatformDirs  # late: only here

    dirs = PlatformDirs("mindful", appauthor=False)
    return Paths(
        data=Path(dirs.user_data_dir),
        config=Path(dirs.user_config_dir),
        cache=Path(dirs.user_cache_dir),
    )


def private_folder(folder: Path) -> None:
    """Make `folder` and see that only the person can enter it.

    Raises:
        Trouble: ``folder-unusable`` with ``path``.
    """
    try:
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        for place in reversed(missing):  # `parents` would leave those above open to others
            place.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(exist_ok=True)  # a file in its place is told
        folder.chmod(0o700)
    except OSError as error:
        raise Trouble("folder-unusable", path=str(folder)) from error


def at_home(path: Path, home: Path) -> str:
    """A path that does not tell the person's name: the home folder is "~"."""
    inside = path.is_relative_to(home)
    return f"~/{path.relative_to(home).as_posix()}" if inside else str(path)
