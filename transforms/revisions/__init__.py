"""Which story an entry is, which of its texts are new, and what many stories share."""
