"""Which language a text and its segments are in."""
