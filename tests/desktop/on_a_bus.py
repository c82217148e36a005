"""Lead a locked log through the keyring that the session bus has, and print what came of it.

Run by `test_key_ring.py` on a bus of its own, where a keyring's daemon is started first.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import secretstorage

from mindful.desktop.key_ring import KeyRing
from mindful.erasing import erase
from mindful.log.key import Key
from mindful.log.log import Log
from mindful.log.sealing import change_key
from mindful.parts import Parts
from mindful.paths import Paths, find_paths
from mindful.trouble import Trouble
from tests.log.aids import Hands, keep_sits

KEY = Key(bytes(range(32)), b"salt of the file")


def main(folder: Path) -> None:
    """Print one document of JSON: what was seen, by what was done before."""
    unlock = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
    subprocess.run(unlock, input=b"the session's", check=True, capture_output=True)
    one, two = _locked(folder / "one"), _locked(folder / "two")
    seen: dict[str, object] = {"nothing kept": KeyRing(one.log).get(), "opened": _is_open(one)}
    for paths in (one, two):
        KeyRing(paths.log).put(KEY.to_text())
    seen["opened with what is kept"] = _is_open(one)
    erase(one, KeyRing(one.log))
    seen["kept of an erased log"] = KeyRing(one.log).get()
    seen["another opened"] = _is_open(two)
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()
    seen["opened while the keyring is locked"] = _is_open(two)
    try:
        KeyRing(two.log).put("a key")
    except Trouble as trouble:
        seen["put while it is locked"] = trouble.code
    json.dump(seen, sys.stdout)


def _locked(folder: Path) -> Paths:
    paths = find_paths(folder)
    with closing(Log(paths.log, Hands())) as log:
        keep_sits(log, Hands(), 4)
    change_key(paths.log, None, KEY)
    return paths


def _is_open(paths: Paths) -> bool:
    parts = Parts(paths)
    parts.remember(open_unasked=True)
    try:
        return not parts.desk.is_locked_now()
    finally:
        parts.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
