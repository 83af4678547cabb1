"""The job: its command, its settings, its graph, the engines that run it, and its runs."""

__version__ = "0.1.0"
