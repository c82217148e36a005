"""The sit itself: a pure player, and what carries its wishes out."""
