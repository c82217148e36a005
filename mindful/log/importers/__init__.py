"""Other apps' histories, one file a format: pure parsers from what a file holds to records."""
