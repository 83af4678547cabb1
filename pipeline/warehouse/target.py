"""What a load needs of a warehouse, whichever it is."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from pipeline.warehouse.published import PublishedRun


class LoadError(Exception):
    """A load that failed; nothing of its run is in the warehouse's views. One clear line."""


class Target(Protocol):
    """A warehouse that is open."""

    def prepare(self) -> None:
        """Create the tables and views that are not there yet."""

    def loaded(self) -> dict[str, str]:
        """When the runs that stand in it were finished, by id, as the manifests have it."""

    def load(self, run: PublishedRun) -> dict[str, int]:
        """Load a run; the rows of each table that then have its id.

        Raises:
            LoadError: where these are not the manifest's; nothing of the run is then there.
        """

    def close(self) -> None:
        """Let it go."""


def check(run: PublishedRun, table: str, found: int) -> int:
    """The count itself, if it is the manifest's.

    Raises:
        LoadError: otherwise.
    """
    if found != run.rows(table):
        raise LoadError(
            f"run {run.run_id}: {found:,} rows of {table} arrived, the manifest has "
            f"{run.rows(table):,}; nothing of it was loaded"
        )
    return found


def finished_by_id(rows: Iterable[Sequence[Any]]) -> dict[str, str]:
    """What `loaded` gives, from rows of a run's id and time; a time without a zone is UTC."""
    utc = datetime.timezone.utc
    return {
        run_id: (time if time.tzinfo else time.replace(tzinfo=utc))
        .astimezone(utc)
        .strftime("%Y-%m-%dT%H:%M:%SZ")
        for run_id, time in rows
    }


@contextlib.contextmanager
def faults(*kinds: type[Exception]) -> Iterator[None]:
    """A driver's exceptions as ours, in one line."""
    try:
        yield
    except kinds as error:
        lines = [line for line in str(error).splitlines() if line.strip()]
        raise LoadError(lines[0] if lines else type(error).__name__) from error
