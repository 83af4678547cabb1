"""verify finds each kind of fault that an output can have, and none in a sound one."""

from __future__ import annotations

import hashlib
import json
import pathlib
import shutil
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.command import main
from pipeline.verify import MOST_FAULTS, verify
from tests.conftest import Output

Rows = list[dict[str, Any]]


@pytest.fixture
def copy(sample: Output, tmp_path: pathlib.Path) -> pathlib.Path:
    """A sound output that a test may spoil."""
    shutil.copytree(sample.path, tmp_path / "out")
    return tmp_path / "out"


def _shard(out: pathlib.Path, table: str) -> pathlib.Path:
    (path,) = out.glob(f"{table}/run=sample/part-*")
    return path


def _rewrite(out: pathlib.Path, table: str, change: Callable[[Rows], Rows | None]) -> None:
    """Change a table's rows, and the manifest's checksum with them: only the rows are at fault."""
    path = _shard(out, table)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
    rows = change(rows) or rows
    _replace(out, table, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def _replace(out: pathlib.Path, table: str, text: str) -> None:
    _shard(out, table).write_text(text, encoding="utf-8")
    data = text.encode("utf-8")
    path = out / "_runs" / "sample" / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    (part,) = manifest["tables"][table]
    part |= {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    path.write_text(json.dumps(manifest), encoding="utf-8")


def test_a_sound_output_has_no_fault(copy: pathlib.Path) -> None:
    report = verify(str(copy))
    assert (report.runs, report.faults) == (1, ())
    assert report.rows == 45 + 387 + 3 + 45


def test_a_changed_byte_is_found_by_its_checksum(copy: pathlib.Path) -> None:
    path = _shard(copy, "articles")
    path.write_bytes(path.read_bytes().replace(b"Norway", b"Norwai", 1))
    assert verify(str(copy)).faults[0] == (
        "articles/run=sample/part-00000.jsonl: bytes or sha256 are not the manifest's"
    )


def test_a_missing_shard_is_found(copy: pathlib.Path) -> None:
    _shard(copy, "segments").unlink()
    assert any("segments/run=sample/part-00000.jsonl" in f for f in verify(str(copy)).faults)


def test_a_foreign_file_is_found(copy: pathlib.Path) -> None:
    (copy / "segments" / "run=sample" / "part-00001.jsonl").write_text("", encoding="utf-8")
    assert verify(str(copy)).faults == ("segments/run=sample: part-00001.jsonl is in no manifest",)


def _bad_offset(rows: Rows) -> None:
    rows[3]["start"] += 1


def _bad_mention(rows: Rows) -> None:
    row = next(row for row in rows if row["mentions"])
    row["mentions"][0]["end"] += 1


def _bad_principals(rows: Rows) -> None:
    next(row for row in rows if row["principals"])["principals"].append("state:ATA")


def _unknown_kind(rows: Rows) -> None:
    rows[0]["kind"] = "slogan"


def _missing_key(rows: Rows) -> None:
    del rows[0]["quotes"]


def _wrong_type(rows: Rows) -> None:
    rows[0]["language_score"] = "high"


def _wrong_order(rows: Rows) -> Rows:
    return [dict(reversed(rows[0].items())), *rows[1:]]


def _other_run(rows: Rows) -> None:
    rows[0]["run_id"] = "other"


def _orphan(rows: Rows) -> None:
    rows[-1]["article_id"] = "0" * 32


def _lost_row(rows: Rows) -> Rows:
    return rows[:-1]


def _bad_lead_in(rows: Rows) -> None:
    row = next(row for row in rows if row["lead_in"] is not None)
    row["lead_in"] = row["index"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (_bad_offset, "text is not articles.text[start:end]"),
        (_bad_mention, "text is not articles.text[start:end]"),
        (_bad_principals, "principals are not those of the mentions, in order"),
        (_unknown_kind, "data.kind must be one of"),
        (_missing_key, "data must contain"),
        (_wrong_type, "data.language_score must be number"),
        (_wrong_order, "keys are not in schema order"),
        (_other_run, "another run's id"),
        (_orphan, "its article is not in the run"),
        (_lost_row, "386 rows, 387 in the manifest"),
        (_bad_lead_in, "lead_in is no earlier segment"),
    ],
)
def test_each_fault_of_a_segment_is_named_with_its_place(
    copy: pathlib.Path, change: Callable[[Rows], Rows | None], fault: str
) -> None:
    _rewrite(copy, "segments", change)
    faults = verify(str(copy)).faults
    assert any(fault in found and "segments/run=sample/" in found for found in faults), faults


def _twice(rows: Rows) -> Rows:
    return [rows[0], *rows]


def _other_reason(rows: Rows) -> None:
    rows[0]["reason"] = "empty"


def test_a_repeated_article_is_found(copy: pathlib.Path) -> None:
    _rewrite(copy, "articles", _twice)
    assert any("a second row of this article" in fault for fault in verify(str(copy)).faults)


def test_rejects_that_are_not_the_manifests_are_found(copy: pathlib.Path) -> None:
    _rewrite(copy, "rejects", _other_reason)
    assert verify(str(copy)).faults == ("run sample: rejects by reason are not the manifest's",)


@pytest.mark.parametrize("line", ["{", "[]", '{"a": NaN}', "x" * 1_000_001, '"\\ud800"'])
def test_a_line_that_is_no_row_is_found(copy: pathlib.Path, line: str) -> None:
    _replace(copy, "rejects", line + "\n")
    assert any("rejects/run=sample/part-00000.jsonl:1: " in f for f in verify(str(copy)).faults)


def test_counts_that_do_not_reconcile_are_found(copy: pathlib.Path) -> None:
    path = copy / "_runs" / "sample" / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["counts"]["duplicates"] += 1
    path.write_text(json.dumps(manifest), encoding="utf-8")
    assert verify(str(copy)).faults == (
        "run sample: read is not revisions + duplicates + rejected",
    )


def test_a_compressed_shard_that_is_cut_short_is_found(
    run: Callable[..., Output], tmp_path: pathlib.Path
) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nA text.", encoding="utf-8")
    for kind in ("gzip", "zstd"):
        out = run(kind, "--input", f"{tmp_path}/a.txt", "--compression", kind).path
        (path,) = out.glob("articles/run=*/part-*")
        path.write_bytes(path.read_bytes()[:-10])
        assert len(verify(str(out)).faults) >= 2


def test_only_the_first_ten_faults_are_named(copy: pathlib.Path) -> None:
    def spoil(rows: Rows) -> None:
        for row in rows:
            row["kind"] = "slogan"

    _rewrite(copy, "segments", spoil)
    assert len(verify(str(copy)).faults) == MOST_FAULTS


def test_the_command_prints_the_faults_and_exits_with_1(
    copy: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(copy)]) == 0
    assert capsys.readouterr().out == f"{copy}: 1 runs, 480 rows, no fault\n"
    _rewrite(copy, "segments", _bad_offset)
    assert main(["verify", str(copy)]) == 1
    assert "articles.text[start:end]" in capsys.readouterr().err


def test_a_folder_without_a_run_is_a_fault(tmp_path: pathlib.Path) -> None:
    assert verify(str(tmp_path)).faults == (f"{tmp_path}: no run has a manifest here",)


def _swap_first_two(rows: Rows) -> Rows:
    return [rows[1], rows[0], *rows[2:]]


def _count_one_more(rows: Rows) -> Rows:
    rows[0]["sightings"] += 1
    return rows


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (_swap_first_two, "not in order of article and revision"),
        (_count_one_more, "1 articles that sightings does not have so"),
    ],
)
def test_sightings_that_do_not_fit_are_found(
    copy: pathlib.Path, change: Callable[[Rows], Rows], fault: str
) -> None:
    _rewrite(copy, "sightings", change)
    assert fault in " ".join(verify(str(copy)).faults)
