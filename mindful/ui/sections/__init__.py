"""The sections of the Settings page. The page itself is `mindful.ui.pages.settings`."""
