"""The data tables of the package: tab-separated, a header line, no quoting."""

from __future__ import annotations

import contextlib
import functools
import gc
from collections.abc import Iterator
from importlib import resources


@functools.cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `transforms/data/<name>`, each by column name."""
    text = (resources.files("transforms") / "data" / name).read_text(encoding="utf-8")
    header, *lines = text.rstrip("\n").split("\n")
    columns = header.split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines)


@contextlib.contextmanager
def without_collection() -> Iterator[None]:
    """Load tables without garbage collection: a quarter of the time goes to it, none is found."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
