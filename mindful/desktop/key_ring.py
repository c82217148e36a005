"""The operating system's keyring: it may hold the log's key, where the person wishes it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from mindful.trouble import Trouble

_SERVICE = "mindful"


class KeyRing:
    """One entry of the keyring, for one log. Its library is loaded when it is first asked.

    The keyring is another program: whatever goes wrong in it, the passphrase opens the log.

    Args:
        log: the log's file, by which the entry is known.
    """

    def __init__(self, log: Path) -> None:
        self._name = str(log)

    def get(self) -> str:
        """What it holds; empty where there is nothing, or no keyring."""
        import keyring

        try:
            return keyring.get_password(_SERVICE, self._name) or ""
        except Exception:  # noqa: BLE001 - see the class
            return ""

    def put(self, key: str) -> None:
        """Have it hold a key.

        Raises:
            Trouble: ``keyring-missing``.
        """
        import keyring

        try:
            keyring.set_password(_SERVICE, self._name, key)
        except Exception:  # noqa: BLE001 - see the class; nothing of the key goes with it
            raise Trouble("keyring-missing") from None

    def forget(self) -> None:
        """Remove the entry, where there is one."""
        import keyring

        with contextlib.suppress(Exception):  # see the class
            keyring.delete_password(_SERVICE, self._name)
