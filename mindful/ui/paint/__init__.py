"""Painted pieces: pure painting functions, and the widgets that hold them."""
