"""What can go wrong with the record that is not our fault."""

from __future__ import annotations

from mindful.trouble import Trouble


class LogTrouble(Trouble):
    """The log cannot be opened, read or written. What was kept before is safe unless said."""
