"""The bodies that ring: at which frequencies, how strongly and for how long.

Ratios of bowls, handbell and wood block are measured ones, as collected in the Csound manual
("Modal Frequency Ratios"): bowls of 180, 152 and 140 mm after O. Inácio, L. Henrique, J. Antunes,
"The Dynamics of Tibetan Singing Bowls", Acta Acustica 92 (2006); a bowl's last mode carries its
series on. Those of the gong are set out to be as dense and as uneven as a tam-tam's. Pitches,
levels and decays are a design, not a measurement.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Mode:
    """One way in which a body rings.

    Attributes:
        ratio: its frequency, as a multiple of the body's.
        level: amplitude at a firm strike, against the other modes.
        seconds: time in which it falls by 60 dB.
        beat: Hz between the two tones it is split into.
        swell: seconds in which what it lacks at the strike falls by 60 dB; 0 for at once.
    """

    ratio: float
    level: float
    seconds: float
    beat: float
    swell: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Body:
    """Something to strike.

    Attributes:
        hertz: frequency of its lowest mode.
        modes: the lowest first.
        width: radians of phase between the ears at the highest mode.
        darkening: how much softness takes from high modes: a power of the strike's strength for
            each octave.
        contact: amplitude of the mallet's noise, against the peak of the ringing.
        contact_hertz: frequency above which that noise falls off.
        contact_seconds: time constant of its decay.
    """

    hertz: float
    modes: tuple[Mode, ...]
    width: float = 0.7
    darkening: float = 0.9
    contact: float = 0.06
    contact_hertz: float = 700.0
    contact_seconds: float = 0.012


LOW_BOWL = Body(
    hertz=110.0,
    modes=(
        Mode(1.0, 1.0, 26.0, 0.35),
        Mode(2.77828, 0.62, 18.0, 0.55),
        Mode(5.18099, 0.34, 12.0, 0.85),
        Mode(8.16289, 0.15, 8.0, 1.2),
        Mode(11.66063, 0.07, 6.0, 1.6),
        Mode(15.63801, 0.035, 4.5, 2.0),
        Mode(19.99, 0.018, 3.5, 2.5),
        Mode(24.8, 0.009, 2.5, 3.0),
    ),
    contact_hertz=450.0,
)

MID_BOWL = Body(
    hertz=196.0,
    modes=(
        Mode(1.0, 1.0, 21.0, 0.45),
        Mode(2.66242, 0.5, 14.0, 0.7),
        Mode(4.83757, 0.26, 9.0, 1.0),
        Mode(7.51592, 0.12, 6.5, 1.4),
        Mode(10.64012, 0.055, 5.0, 1.8),
        Mode(14.21019, 0.027, 3.8, 2.2),
        Mode(18.14027, 0.013, 3.0, 2.7),
        Mode(22.5, 0.007, 2.3, 3.2),
    ),
)

HIGH_BOWL = Body(
    hertz=392.0,
    modes=(
        Mode(1.0, 1.0, 15.0, 0.6),
        Mode(2.76515, 0.4, 9.5, 0.95),
        Mode(5.12121, 0.17, 6.0, 1.4),
        Mode(7.80681, 0.07, 4.2, 1.9),
        Mode(10.78409, 0.03, 3.0, 2.4),
        Mode(14.1, 0.014, 2.3, 3.0),
    ),
    contact_hertz=1_100.0,
)

SMALL_BELL = Body(
    hertz=1_046.5,
    modes=(
        Mode(1.0, 1.0, 7.0, 1.99),
        Mode(1.79367, 0.3, 4.2, 7.6),
        Mode(2.5202, 0.42, 4.6, 2.3),
        Mode(2.9907, 0.2, 3.2, 3.5),
        Mode(3.78552, 0.16, 2.6, 4.0),
        Mode(4.5689, 0.1, 2.0, 6.8),
        Mode(5.02965, 0.07, 1.6, 5.0),
        Mode(6.07599, 0.04, 1.2, 6.0),
    ),
    darkening=0.7,
    contact=0.04,
    contact_hertz=3_000.0,
    contact_seconds=0.005,
)

WOOD_BLOCK = Body(
    hertz=620.0,
    modes=(
        Mode(1.0, 1.0, 0.22, 0.0),
        Mode(1.68306, 0.5, 0.15, 0.0),
        Mode(2.03607, 0.35, 0.12, 0.0),
        Mode(3.40109, 0.16, 0.08, 0.0),
    ),
    width=0.3,
    contact=0.3,
    contact_hertz=1_200.0,
    contact_seconds=0.006,
)

GONG = Body(
    hertz=80.0,
    modes=(
        Mode(1.0, 1.0, 24.0, 0.25),
        Mode(1.52, 0.7, 22.0, 0.4),
        Mode(2.09, 0.6, 19.0, 0.55),
        Mode(2.71, 0.5, 17.0, 0.7),
        Mode(3.33, 0.42, 15.0, 0.85, 0.9),
        Mode(4.12, 0.4, 13.0, 1.0, 1.3),
        Mode(4.87, 0.36, 11.5, 1.2, 1.7),
        Mode(5.93, 0.32, 10.0, 1.5, 2.1),
        Mode(6.71, 0.28, 9.0, 1.7, 2.4),
        Mode(7.88, 0.25, 8.0, 2.1, 2.7),
        Mode(9.17, 0.21, 7.0, 2.5, 3.0),
        Mode(10.63, 0.18, 6.0, 2.9, 3.2),
        Mode(12.4, 0.14, 5.2, 3.3, 3.4),
        Mode(14.7, 0.11, 4.5, 3.9, 3.6),
        Mode(17.3, 0.08, 3.9, 4.5, 3.6),
        Mode(20.9, 0.055, 3.3, 5.2, 3.6),
    ),
    width=1.1,
    contact=0.09,
    contact_hertz=220.0,
    contact_seconds=0.02,
)

BODIES = MappingProxyType(
    {
        "low-bowl": LOW_BOWL,
        "mid-bowl": MID_BOWL,
        "high-bowl": HIGH_BOWL,
        "small-bell": SMALL_BELL,
        "wood-block": WOOD_BLOCK,
        "gong": GONG,
    }
)
"""Every bell by its name."""
