from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "numpy",
    "sqlite3",
    "sqlcipher3",
    "sqlite_utils",
    "miniaudio",
    "soundfile",
    "soxr",
    "wakepy",
)


def test_the_first_window_loads_nothing_heavy() -> None:
    code = (
        "import sys, mindful.ui.window, mindful.ui.pages.home;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_empty_window_loads_no_page() -> None:
    code = (
        "import sys, mindful.ui.window;"
        "print([name for name in sys.modules if name.startswith('mindful.ui.pages')])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_window_waits_for_nothing_that_only_later_pages_need() -> None:
    later = ("msgspec", "hashlib", "platform", "PySide6.QtNetwork")
    code = f"import sys, mindful.app; print([name for name in {later!r} if name in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
