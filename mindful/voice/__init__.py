"""Text in, clip out. Engines run in worker processes and never open a sound device."""
