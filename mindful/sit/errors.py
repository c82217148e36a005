"""What can go wrong with a sit that is not our fault."""

from __future__ import annotations

from mindful.trouble import Trouble


class SitTrouble(Trouble):
    """A sit cannot begin or go on as asked."""
