"""What can go wrong with a voice that is not our fault."""

from __future__ import annotations

from mindful.trouble import Trouble


class VoiceTrouble(Trouble):
    """A voice could not be found, started or made to speak. Captions carry on."""
