"""The pages: pure views, each in a file of its own."""
