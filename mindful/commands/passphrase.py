"""Where commands get passphrases: from a file descriptor, or asked for at the terminal."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator

import click

from mindful.log.errors import LogTrouble
from mindful.wording import _

_OPTION = "--passphrase-fd"
_LONGEST = 65_536
"""Bytes read; more is no passphrase."""


class Passphrases:
    """Gives one passphrase after the other.

    Args:
        descriptor: of a file or pipe that holds one a line; None to ask at the terminal.

    Attributes:
        given: whether they come from a file descriptor.
    """

    def __init__(self, descriptor: int | None = None) -> None:
        self.given = descriptor is not None
        self._descriptor = descriptor
        self._lines: Iterator[str] | None = None

    def current(self) -> str:
        """The passphrase of the log; empty where nobody can be asked, or gives none.

        Raises:
            LogTrouble: ``passphrase-unread``.
        """
        return self._next(_("Passphrase: "))

    def new(self) -> str:
        """A passphrase to be set; at the terminal it is typed twice.

        Raises:
            LogTrouble: ``passphrase-unread``, ``passphrase-empty``, ``passphrase-missing``
                where nobody can be asked, or ``passphrases-differ``.
        """
        asked = self._descriptor is None
        if asked and not sys.stdin.isatty():
            raise LogTrouble("passphrase-missing")
        first = self._next(_("New passphrase: "))
        if not first:
            raise LogTrouble("passphrase-empty")
        if asked and first != self._next(_("The same again: ")):
            raise LogTrouble("passphrases-differ")
        return first

    def _next(self, prompt: str) -> str:
        if self._descriptor is not None:
            if self._lines is None:
                self._lines = iter(_read(self._descriptor).splitlines())
            return next(self._lines, "")
        return getpass.getpass(prompt) if sys.stdin.isatty() else ""


def takes_passphrase(command: click.Command) -> click.Command:
    """Add ``--passphrase-fd`` to a command, or to the group before it."""
    words = _("Read the passphrase of a locked log from this file descriptor.")
    command.params.append(
        click.Option(
            [_OPTION], type=click.IntRange(0), expose_value=False, callback=_take, help=words
        )
    )
    return command


def passphrases_of(context: click.Context) -> Passphrases:
    """Where this run's passphrases come from."""
    found = context.meta.setdefault(_OPTION, Passphrases())  # shared by group and command
    assert isinstance(found, Passphrases)
    return found


def _take(context: click.Context, _parameter: click.Parameter, descriptor: int | None) -> None:
    if descriptor is not None:
        context.meta[_OPTION] = Passphrases(descriptor)


def _read(descriptor: int) -> str:
    try:
        with os.fdopen(os.dup(descriptor), "rb") as file:
            return file.read(_LONGEST).decode("utf-8")
    except (OSError, UnicodeDecodeError):  # its words would show what was read
        raise LogTrouble("passphrase-unread", source=descriptor) from None
