"""The graph: wiring only. Three passes, and only positions and hashes between them."""

from __future__ import annotations

import dataclasses

import apache_beam as beam

from pipeline.settings import Settings
from transforms.progress import Progress
from transforms.reading.read import FILES, SIGHTINGS, FindFiles, ScanFiles, expand_pattern
from transforms.revisions.dedupe import ChooseRevisions
from transforms.write import CollectResults, WriteParts, WriteShards


@dataclasses.dataclass(frozen=True)
class Staging:
    """Where a run keeps what is not published yet: folders, and the file that ends it."""

    scratch: str
    parts: str
    results: str


def build(
    pipeline: beam.Pipeline, settings: Settings, run_id: str, staging: Staging, progress: Progress
) -> None:
    """Add the whole job to a pipeline; what it writes lies in the staging folder."""
    patterns = [variant for glob in settings.inputs for variant in expand_pattern(glob)]
    scanned = (
        pipeline
        | "Patterns" >> beam.Create(patterns)
        | "FindFiles" >> FindFiles()
        | "ScanFiles" >> ScanFiles(staging.scratch, progress)
    )
    revisions = scanned[SIGHTINGS] | "ChooseRevisions" >> ChooseRevisions()
    shape = settings.shape
    shards = {
        "revisions": revisions,
        "files": scanned[FILES],
    } | "WriteShards" >> WriteShards(run_id, staging.scratch, shape, progress, settings.own_actors)
    parts = shards | "WriteParts" >> WriteParts(staging.parts, shape)
    _ = {"shards": shards, "parts": parts} | "CollectResults" >> CollectResults(staging.results)
