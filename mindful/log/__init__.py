"""The local record of sits: one SQLite file, opened in one place."""
