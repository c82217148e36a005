"""What steers the pages: turns parts of the program into views, and wishes into deeds."""
