"""The README shows what is true: its example, and the way to load that it calls tested."""

from __future__ import annotations

import re
from typing import Any

import duckdb

from tests.conftest import ROOT, Output

README = (ROOT / "README.md").read_text(encoding="utf-8")


def acts_of(row: dict[str, Any]) -> str:
    """A segment's acts as the table of the README tells them."""
    told: dict[str, list[str]] = {}
    for act in row["acts"]:
        of = f" of {', '.join(act['addressees'])}" if act["addressees"] else ""
        bare = ", inherited" if act["cue_start"] is None else ""
        told.setdefault(f"by {', '.join(act['issuers'])}{of}{bare}", []).append(act["type"])
    return "; ".join(f"{', '.join(types)} {parties}" for parties, types in told.items())


def test_the_rows_that_the_readme_shows_are_the_samples(sample: Output) -> None:
    shown = re.findall(r"^\| (\d+ \| .*) \|$", README, re.MULTILINE)
    rows = [row for row in sample.rows("segments") if "norway-cod-terms" in (row["url"] or "")]
    assert len(shown) == len(rows) == 8
    for line, row in zip(shown, rows, strict=True):
        index, kind, number, lead_in, principals, acts, text = (c.strip() for c in line.split("|"))
        values = [row["index"], row["kind"], row["list"], row["lead_in"]]
        assert [index, kind, number, lead_in] == ["" if v is None else str(v) for v in values]
        assert principals == ", ".join(row["principals"])
        assert acts == acts_of(row)
        assert row["text"].startswith(text.rstrip(" ."))


def test_duckdb_reads_the_folder_as_the_readme_says(sample: Output) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
    rows = duckdb.execute(query.replace("out/", f"{sample.path}/")).fetchall()
    assert dict(rows) == sample.manifest()["counts"]["articles_by_language"]
