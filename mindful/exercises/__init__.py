"""Exercises as text, and the timeline that a length makes of them. No sound, no screen."""
