"""Officials and offices that the text itself introduces."""
