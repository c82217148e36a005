"""What can go wrong with sound that is not our fault."""

from __future__ import annotations

from mindful.trouble import Trouble


class SoundTrouble(Trouble):
    """A sound device or file cannot be used. The sit goes on with captions."""
