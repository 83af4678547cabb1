"""The README shows what is true: its example, and the way to load that it calls tested."""

from __future__ import annotations

import re

import duckdb

from tests.conftest import ROOT, Output

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_rows_that_the_readme_shows_are_the_samples(sample: Output) -> None:
    shown = []
    for line in re.findall(r"^\| (\d+ \| .*) \|$", README, re.MULTILINE):
        index, kind, number, position, lead_in, principals, text = line.split("|")
        shown.append((index, kind, number, position, lead_in, principals, text.rstrip(" .")))
    rows = [row for row in sample.rows("segments") if "norway-cod-terms" in (row["url"] or "")]
    assert len(shown) == len(rows) == 8
    for line, row in zip(shown, rows, strict=True):
        values = [row["index"], row["kind"], row["list"], row["position"], row["lead_in"]]
        assert [cell.strip() for cell in line[:5]] == [
            "" if value is None else str(value) for value in values
        ]
        assert line[5].strip() == ", ".join(row["principals"])
        assert row["text"].startswith(line[6].strip())


def test_duckdb_reads_the_folder_as_the_readme_says(sample: Output) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
    rows = duckdb.execute(query.replace("out/", f"{sample.path}/")).fetchall()
    assert dict(rows) == sample.manifest()["counts"]["articles_by_language"]
