"""The commands of the command line, one file a subject. `cli.py` puts them together."""
