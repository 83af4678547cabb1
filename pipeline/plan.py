"""What a run is to do, given what there is: nothing, a new run, or the same one again."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.inputs import is_same_input, not_yet_read
from pipeline.ledger import open_ledger
from pipeline.runs import built_on, newest_line, next_number, read_manifests
from pipeline.settings import Settings, UsageError
from transforms.reading.read import Found
from transforms.revisions.known import Known


@dataclasses.dataclass(frozen=True)
class Task:
    """A run to be made: its files, its name, its place in the order of runs, and its base.

    since: the runs that it builds on, and known what these have seen; none where it stands alone.
    """

    settings: Settings
    found: Sequence[Found]
    run_id: str
    number: int
    since: tuple[str, ...]
    known: Known


def plan(
    settings: Settings, found: Sequence[Found], run_id: str | None, replace: bool
) -> Task | str:
    """The run to be made; or, where there is nothing to do, a line that says so.

    Raises:
        UsageError: where the run exists with other input or settings and is not to be replaced,
            or is to be replaced and others build on it.
        RunError: where a run that this one builds on is gone.
    """
    manifests = read_manifests(settings.output)
    before = manifests.get(run_id or "")
    since: tuple[str, ...] = ()
    if settings.since_last:
        since = tuple(before.get("since", ())) if before else newest_line(manifests)
    known = open_ledger(settings.output, manifests, since)
    left = not_yet_read(found, known.inputs) if since else list(found)
    if not left and not before:
        return f"nothing to do: run {since[-1]} and those before it have read all of the input"
    if run_id is None:
        run_id = settings.derive_run_id({file.uri: file.bytes for file in left}, since)
        before = manifests.get(run_id)
    if before and not replace:
        if _is_same(settings, left, before):
            return f"nothing to do: run {run_id} exists with this input and these settings"
        raise UsageError(
            f"run {run_id} exists in {settings.output} with other input or settings; "
            "--replace makes it anew, another --run-id a second one"
        )
    later = built_on(manifests, run_id)
    if before and later:
        raise UsageError(f"run {run_id} cannot be replaced: run {later[0]} builds on it")
    number = before.get("number", 0) if before else next_number(manifests)
    return Task(settings, left, run_id, number, since, known)


def _is_same(settings: Settings, found: Sequence[Found], before: Mapping[str, Any]) -> bool:
    stated = {**before["settings"], "inputs": None}
    return stated == {**settings.as_json(), "inputs": None} and is_same_input(found, before)
