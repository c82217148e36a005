"""How loud a sound is: ITU-R BS.1770-4 loudness and true peak.

Written here because pyloudnorm imports scipy, which takes over a second; the tests hold every
figure against pyloudnorm.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from mindful.audio.clip import Samples

SILENT = -math.inf
"""Loudness and peak of silence."""

CELLS_A_SECOND = 10
CELLS_A_BLOCK = 4
"""A gating block is 400 ms long, and a new one starts every 100 ms."""

_GATE_LUFS = -70.0
_GATE_LU = -10.0
_OFFSET = -0.691
"""BS.1770-4: a 997 Hz sine at 0 dBFS in one channel is then -3.01 LUFS."""

PEAK_REACH = 12
"""Reach of the peak interpolation, in frames on either side: exact to 0.01 dB up to 20 kHz."""

_REGION = 1024
"""Frames looked at together when searching for the highest peak."""


def integrated(samples: Samples, rate: int) -> float:
    """Gated loudness of a whole sound in LUFS; -inf where all of it lies under the gate.

    Args:
        samples: shape ``(frames,)`` or ``(frames, 2)``; finite.
        rate: frames a second.

    A sound shorter than a block of 400 ms counts as one block of its own length.
    """
    return gated(_block_power(samples, rate))


def momentary_max(samples: Samples, rate: int) -> float:
    """Loudness of the loudest 400 ms in LUFS, looked for every 100 ms; -inf for silence.

    Arguments as for `integrated`. A shorter sound is taken with the silence after it.
    """
    block = CELLS_A_BLOCK * rate // CELLS_A_SECOND
    if len(samples) < block:
        rest = np.zeros((block - len(samples), *samples.shape[1:]), np.float32)
        samples = np.concatenate((samples, rest))
    return lufs(float(_block_power(samples, rate).max()))


def true_peak(samples: Samples, rate: int) -> float:
    """Highest level at and between the samples in dBTP; -inf for silence.

    Oversampled four times, and twice from 96 kHz upwards, as BS.1770-4, annex 2, asks for.
    Arguments as for `integrated`.
    """
    if not len(samples):
        return SILENT
    between = peak_filters(4 if rate < 96_000 else 2)
    peak = max(_channel_peak(column, between) for column in samples.reshape(len(samples), -1).T)
    return 20.0 * math.log10(peak) if peak > 0 else SILENT


def gated(power: NDArray[np.float64]) -> float:
    """Loudness in LUFS of gating blocks whose powers are given; -inf where all are too quiet."""
    power = power[power > _power(_GATE_LUFS)]
    if not power.size:
        return SILENT
    gate = float(power.mean()) * 10.0 ** (_GATE_LU / 10.0)
    return lufs(float(power[power > gate].mean()))


def lufs(power: float) -> float:
    """Loudness in LUFS of a K-weighted mean square summed over the channels."""
    return _OFFSET + 10.0 * math.log10(power) if power > 0 else SILENT


def k_weighting(frequencies: NDArray[np.floating], rate: int) -> NDArray[np.complex128]:
    """Complex response of the K-weighting filter at `frequencies` in Hz, at `rate`.

    The two biquads of BS.1770-4, annex 1, moved to any rate through their analogue prototypes:
    B. De Man, "Evaluation of implementations of the EBU R128 loudness measurement", 2018.
    """
    delay = np.exp(-2j * np.pi * np.asarray(frequencies, np.float64) / rate)
    return _head_shelf(delay, rate) * _low_cut(delay, rate)


def _head_shelf(z: NDArray[np.complex128], rate: int) -> NDArray[np.complex128]:
    """The rise of 4 dB above 1.5 kHz that a head causes; `z` is a delay of one frame."""
    k = math.tan(math.pi * 1681.974450955533 / rate)
    q = 0.7071752369554196
    high = 10.0 ** (3.999843853973347 / 20.0)
    band = high**0.4996667741545416 * k / q
    over = (high + band + k * k) + 2 * (k * k - high) * z + (high - band + k * k) * z**2
    return np.asarray(over / _poles(z, k, q))


def _low_cut(z: NDArray[np.complex128], rate: int) -> NDArray[np.complex128]:
    """The high-pass at 38 Hz; a gain of 1.005 above it is the standard's own."""
    k = math.tan(math.pi * 38.13547087602444 / rate)
    q = 0.5003270373238773
    return (1 + k / q + k * k) * (1 - z) ** 2 / _poles(z, k, q)


def _poles(z: NDArray[np.complex128], k: float, q: float) -> NDArray[np.complex128]:
    """The denominator both biquads have: corner `k` (as a tangent), quality `q`."""
    return (1 + k / q + k * k) + 2 * (k * k - 1) * z + (1 - k / q + k * k) * z**2


def _block_power(samples: Samples, rate: int) -> NDArray[np.float64]:
    """Mean square, summed over channels, of every whole gating block of the weighted sound."""
    if not len(samples):
        return np.zeros(1)
    running = np.concatenate(([0.0], np.cumsum(weighted_power(samples, rate), dtype=np.float64)))
    cells = len(samples) * CELLS_A_SECOND // rate
    if cells < CELLS_A_BLOCK:
        return np.array([running[-1] / len(samples)])
    edges = np.arange(cells + 1) * rate // CELLS_A_SECOND
    starts, ends = edges[:-CELLS_A_BLOCK], edges[CELLS_A_BLOCK:]
    return np.asarray((running[ends] - running[starts]) / (ends - starts))


def weighted_power(samples: Samples, rate: int) -> Samples:
    """Square of the K-weighted sound, summed over channels, frame by frame.

    Filtered by overlap-save: in rows of a power of two, each led by a sixth of a second of what
    came before it. The slowest pole has by then died away by over 300 dB.
    """
    lead = rate // 6
    size = 1 << (4 * lead - 1).bit_length()
    step = size - lead
    rows = -(-len(samples) // step)
    response = k_weighting(np.fft.rfftfreq(size, 1.0 / rate), rate).astype(np.complex64)
    total = np.zeros((rows, step), np.float32)
    for column in samples.reshape(len(samples), -1).T:
        padded = np.zeros(lead + rows * step, np.float32)
        padded[lead : lead + len(column)] = column
        for row in range(rows):
            spectrum = np.fft.rfft(padded[row * step : row * step + size])
            weighted = np.fft.irfft(spectrum * response, size)[lead:]
            total[row] += weighted * weighted
    return total.ravel()[: len(samples)]


def _channel_peak(column: Samples, between: Samples) -> float:
    """Highest magnitude of one channel, and of what the filters `between` make of it.

    Only regions whose own samples come within 6 dB of the highest one are oversampled: within a
    region of 20 ms, sound that hides a higher peak between lower samples does not occur.
    """
    regions = -(-len(column) // _REGION)
    padded = np.zeros(regions * _REGION + 2 * PEAK_REACH, np.float32)
    padded[PEAK_REACH : PEAK_REACH + len(column)] = column
    levels = np.abs(padded[PEAK_REACH:-PEAK_REACH]).reshape(regions, _REGION).max(axis=1)
    highest = float(levels.max())
    if highest == 0.0:
        return 0.0
    for region in np.flatnonzero(levels >= highest / 2) * _REGION:
        stretch = padded[region : region + _REGION + 2 * PEAK_REACH]
        for taps in between:
            highest = max(highest, float(np.abs(np.convolve(stretch, taps, "valid")).max()))
    return highest


def peak_filters(times: int) -> Samples:
    """Kaiser-windowed sinc filters that give the sound at each of `times` steps to a sample."""
    steps = np.arange(1, times)[:, None] / times
    distance = np.arange(1 - PEAK_REACH, PEAK_REACH + 1) - steps
    taps = np.sinc(distance) * np.i0(8.0 * np.sqrt(1.0 - (distance / PEAK_REACH) ** 2))
    return np.asarray(taps / taps.sum(axis=1, keepdims=True), np.float32)


def _power(loudness: float) -> float:
    """The inverse of `lufs`."""
    return float(10.0 ** ((loudness - _OFFSET) / 10.0))
