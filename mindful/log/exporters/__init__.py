"""The log in other shapes: everything as JSON, sits as a table."""
