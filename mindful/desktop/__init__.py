"""What the computer around the app offers: staying awake, one instance at a time."""
