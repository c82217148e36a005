"""The parts of the Journal's page."""
