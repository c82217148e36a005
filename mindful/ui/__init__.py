"""The window. Only this folder, `desktop/` and `app.py` know Qt."""
