"""The graph: wiring only. Three passes, and only positions and hashes between them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import apache_beam as beam

from pipeline.settings import Settings
from transforms.progress import Progress
from transforms.reading.read import CHUNKS, FILES, ReadLists, ScanFiles
from transforms.revisions.dedupe import RESULTS, REVISIONS, ChooseRevisions
from transforms.revisions.known import Known
from transforms.write import CollectResults, WriteParts, WriteShards


@dataclasses.dataclass(frozen=True)
class Staging:
    """Where a run keeps what is not published yet: folders, and the file that ends it."""

    lists: str
    scratch: str
    parts: str
    results: str


def build(
    pipeline: beam.Pipeline,
    settings: Settings,
    run_id: str,
    staging: Staging,
    progress: Progress,
    lists: Sequence[str],
    known: Known,
) -> None:
    """Add the whole job to a pipeline; what it writes lies in the staging folder.

    lists: files that name the input. known: what the runs before have seen, if it is to count.
    """
    scanned = (
        pipeline
        | "Lists" >> beam.Create(lists)
        | "ReadLists" >> ReadLists()
        | "ScanFiles" >> ScanFiles(staging.scratch, progress, known.inputs)
    )
    shape = settings.shape
    chosen = scanned[CHUNKS] | "ChooseRevisions" >> ChooseRevisions(
        run_id, staging.scratch, shape.slice_bytes, known
    )
    written = {"revisions": chosen[REVISIONS], "files": scanned[FILES]} | (
        "WriteShards" >> WriteShards(run_id, staging.scratch, shape, progress, settings.own_actors)
    )
    shards = (written, chosen[RESULTS]) | "Results" >> beam.Flatten()
    parts = shards | "WriteParts" >> WriteParts(staging.parts, shape)
    _ = {"shards": shards, "parts": parts} | "CollectResults" >> CollectResults(staging.results)
