"""`explain`, `actors coverage` and `--actors`: what a user reads, and what a bad row says."""

from __future__ import annotations

import json
import pathlib
import subprocess
import sys

import pytest

from pipeline.command import main
from pipeline.explain import isolated

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORY = """Acme Steel asks Norway for a quay

OSLO, March 3 (Norova) - "We want a quay," Norwegian trade minister Ada Example said.

- Norway must open the quay.
- Georgia Steel will pay.
"""
HEADER = "actor_id\ttype\tparent\tlang\tform\tkind\tambiguous\n"


@pytest.fixture
def story(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def table(tmp_path: pathlib.Path, *rows: str) -> str:
    path = tmp_path / "own.tsv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return str(path)


def test_explain_tells_every_mention_its_place_and_its_rule(
    story: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(story)]) == 0
    lines = capsys.readouterr().out.split("\n")
    start = STORY.index("Norwegian")
    assert f"      {start}-{start + 9} {isolated('Norwegian')}: state:NOR" in "\n".join(lines)
    name = STORY.index("Ada Example")
    found = next(line for line in lines if isolated("Ada Example") in line)
    assert found.startswith(f"      {name}-{name + 11} ")
    assert "state:NOR, trade minister by people-1:" in found
    quote = STORY.index("We want")
    assert any(
        line.startswith(f"      {quote}-") and "direct quote of state:NOR" in line for line in lines
    )
    assert "[3] bullet list 1.2 below [1]  " in lines


def test_right_to_left_lines_are_isolated(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ar.txt"
    path.write_text("روسيا تطالب الناتو بضمانات\n\nطالبت موسكو حلف الناتو بضمانات.\n", "utf-8")
    assert main(["explain", str(path)]) == 0
    text = capsys.readouterr().out
    assert isolated("روسيا") in text
    assert text.count("\u2068") + text.count("\u2067") == text.count("\u2069") > 3
    body = [line for line in text.split("\n") if line.startswith("    ") and line[4] != " "]
    assert body
    assert all(line[4] == "\u2067" and line[-1] == "\u2069" for line in body)


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_read_is_wrong_usage(
    name: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.startswith("communique: ")


def test_coverage_is_a_table_of_languages_and_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "coverage"]) == 0
    head, *lines = capsys.readouterr().out.split("\n")
    assert head.split() == ["language", "name", "official", "adjective", "demonym", "capital"]
    assert [line.split()[0] for line in lines[:16]] == (
        "ar de en es fa fr he hi it ja pt ru tr uk ur zh".split()
    )


def test_a_users_actors_are_found_and_theirs_override(
    story: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = table(
        tmp_path,
        "company:acme\tcompany\t\ten\tAcme Steel",
        "person:boss\tperson\tcompany:acme\ten\tAda Example",
        "-\t\t\ten\tNorway",
    )
    assert main(["explain", str(story), "--actors", own]) == 0
    text = capsys.readouterr().out
    assert f"0-10 {isolated('Acme Steel')}: company:acme by names-2:name" in text
    assert f"{isolated('Ada Example')}: person:boss for company:acme" in text
    assert isolated("Norway") not in text


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("acme\tcompany\t\ten\tAcme", "actor_id 'acme' is not like"),
        ("company:acme\t\t\ten\tAcme", "is no known actor and has no type"),
        ("company:acme\tfirm\t\ten\tAcme", "type 'firm' is not one of"),
        ("company:acme\tcompany\tstate:XX\ten\tAcme", "parent 'state:XX' is no known actor"),
        ("company:acme\tcompany\t\teo\tAcme", "lang 'eo' is not one of"),
        ("company:acme\tcompany\t\ten\tA", "form has less than two characters"),
        ("company:acme\tcompany\t\ten\tAcme\tnick", "kind 'nick' is not one of"),
        ("company:acme\tcompany\t\ten\tAcme\tname\tyes", "ambiguous is 0 or 1"),
        ("company:acme\tcompany\t\ten\tAcme\tname\t0\tx", "8 cells for 7 columns"),
    ],
)
def test_a_bad_row_is_named_with_its_line(
    row: str,
    wrong: str,
    story: pathlib.Path,
    tmp_path: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    own = table(tmp_path, "company:good\tcompany\t\t*\tGood Steel", row)
    assert main(["explain", str(story), "--actors", own]) == 2
    error = capsys.readouterr().err
    assert f"line 3: {wrong}" in error or (wrong in error and "line 3" in error)
    assert error.count("\n") == 1


def test_a_header_without_a_needed_column_is_told(
    story: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("actor_id\tform\n", encoding="utf-8")
    assert main(["explain", str(story), "--actors", str(path)]) == 2
    assert "line 1: no lang" in capsys.readouterr().err


def test_a_run_takes_the_users_actors_and_another_name(
    story: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    own = table(tmp_path, "company:acme\tcompany\t\ten\tAcme Steel")
    out = str(tmp_path / "out")
    for more in ([], ["--actors", own]):
        command = ["run", "--input", str(story), "--output", out, *more]
        subprocess.run(
            [sys.executable, "-m", "pipeline", *command], cwd=ROOT, check=True, capture_output=True
        )
    found = {}
    for part in pathlib.Path(out, "segments").glob("run=*/part-*.jsonl"):
        rows = [json.loads(line) for line in part.read_text(encoding="utf-8").splitlines()]
        found[part.parent.name] = rows[0]["principals"]
    assert sorted(found.values()) == [["company:acme", "state:NOR"], ["state:NOR"]]
