"""Clips, levels, bells, ambience, the mixer, and the way to a sound card."""
