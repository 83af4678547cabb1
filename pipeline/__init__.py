"""The job: its command, its settings, its graph, the engines that run it, and its runs."""

import logging

__version__ = "0.1.0"


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a message tells anything: Beam, once imported, warns of extras nobody asked for."""
    return "apitools not found" not in record.getMessage()


logging.getLogger().addFilter(_is_news)
