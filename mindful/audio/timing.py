"""How far the sound of a sit is rendered ahead, and how long its device is waited for."""

from __future__ import annotations

from mindful.audio.output import RATE

BLOCK = 2_400
"""Frames rendered at a time: 50 ms."""

AHEAD = 36_000
"""Frames kept ready beyond what the card has asked for: 0.75 s."""

AT_FIRST = 60_000
"""Frames ready before the card asks: some ask twice at once, for 0.5 s each."""

PUMP_SECONDS = 0.1
"""How often the pump looks."""

OPEN_SECONDS = 1.0
"""How long a device may take to start before time passes without it."""

STALL_SECONDS = 2.0
"""Without a request for so long, the device is dead."""

RETRY_SECONDS = 3.0
"""How often a dead device is tried again."""

HANG_SECONDS, MOST = 4.0, 4
"""After how long another device is tried beside one that does not open, and how many so soon.

Four seconds, and the next one's first half second, are less than the five in which sound is back.
"""

LEAVE_SECONDS = 5.0
"""How long devices may take to be let go when all ends."""

LEAD_IN = RATE // 20
"""Silent frames before frame 0: the first 10 ms may be swallowed (measured on PulseAudio's null
sink), and with them the attack of the opening strike. The sit begins when they are over."""
