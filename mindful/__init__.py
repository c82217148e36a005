"""Mindful: guided mindfulness and self-compassion at any length, offline and private."""

__version__ = "0.1.0"
