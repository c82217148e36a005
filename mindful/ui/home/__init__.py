"""The parts of Home. The page itself is `mindful.ui.pages.home`."""
