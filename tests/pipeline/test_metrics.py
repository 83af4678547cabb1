"""The metrics file: every line is Prometheus's, every value the manifest's."""

from __future__ import annotations

import re

import pytest

from pipeline.metrics import metrics, reject_rate
from tests.conftest import Output

SAMPLE = re.compile(r'(communique_[a-z_]+)(?:\{([a-z]+)="((?:[^"\\]|\\.)*)"\})? ([0-9.e+-]+)')


def read(text: str) -> dict[tuple[str, str], float]:
    """Values by name and label."""
    found = {}
    described = set()
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            described.add(line.split()[2])
        elif not line.startswith("# HELP "):
            match = SAMPLE.fullmatch(line)
            assert match, line
            assert match[1] in described
            found[match[1].removeprefix("communique_"), match[3] or ""] = float(match[4])
    return found


def test_the_file_beside_the_manifest_tells_its_counts(sample: Output) -> None:
    (path,) = sample.path.glob("_runs/*/metrics.prom")
    manifest = sample.manifest()
    text = path.read_text(encoding="utf-8")
    assert text == metrics(manifest)
    found = read(text)
    assert found["read", ""] == 58
    assert found["reject_rate", ""] == pytest.approx(3 / 58)
    assert found["rejected_by_reason", "no_text"] == 1
    assert found["articles_by_language", "ar"] == manifest["counts"]["articles_by_language"]["ar"]
    assert found["table_rows", "segments"] == len(sample.rows("segments"))
    assert found["table_bytes", "rejects"] == manifest["tables"]["rejects"][0]["bytes"]


def test_times_are_seconds_and_labels_are_escaped(sample: Output) -> None:
    manifest = sample.manifest()
    manifest["started"], manifest["finished"] = "1970-01-01T00:00:10Z", "1970-01-01T00:01:00Z"
    manifest["counts"]["acts_by_type"] = {'a"b\\c\n': 3}
    found = read(metrics(manifest))
    assert (found["finished_timestamp_seconds", ""], found["duration_seconds", ""]) == (60, 50)
    assert found["acts_by_type", r"a\"b\\c\n"] == 3


def test_nothing_read_is_no_rate() -> None:
    assert reject_rate({"read": 0, "rejected": 0}) == 0.0
