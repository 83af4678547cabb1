"""What a user types: refusals with one clear line, exit statuses, help, progress."""

from __future__ import annotations

import io
import json
import pathlib
import re
import subprocess
import sys

import pytest

from pipeline.command import main, parser
from pipeline.engines import choose_engine
from pipeline.report import ShowProgress, summary
from pipeline.settings import Settings, UsageError
from tests.conftest import ROOT, Output
from transforms.progress import Progress, Tally


@pytest.fixture
def story(tmp_path: pathlib.Path) -> str:
    (tmp_path / "a.txt").write_text("Title\n\nA text.", encoding="utf-8")
    return f"{tmp_path}/a.txt"


def _error(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line on standard error."""
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1, lines
    return lines[0]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "no --output given"),
        (["--output", "{out}"], "no --input given"),
        (["--output", "{out}", "--input", "/nowhere/*.xml"], "no file matches"),
        (["--output", "{out}", "--input", "nosuch://x/*"], "--input nosuch://x/*: "),
        (["--output", "{out}", "--input", "{in}", "--shard-bytes", "5"], "--shard-bytes is at"),
        (["--output", "{out}", "--input", "{in}", "--run-id", "../x"], "--run-id '../x'"),
        (["--output", "{out}", "--input", "{in}", "--inptu", "x"], "unknown argument: --inptu"),
        (["--output", "{out}", "--input", "{in}", "--runner", "DaskRunner"], "DaskRunner is ref"),
        (["--output", "{out}", "--input", "{in}", "--streaming"], "--streaming is refused"),
    ],
)
def test_wrong_usage_is_one_clear_line_and_2(
    arguments: list[str],
    message: str,
    story: str,
    tmp_path: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    places = {"in": story, "out": str(tmp_path / "out")}
    assert main(["run", *(argument.format(**places) for argument in arguments)]) == 2
    assert message in _error(capsys)
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written_is_one_clear_line_and_1(
    story: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["run", "--input", story, "--output", str(tmp_path / "file" / "out")]) == 1
    assert "cannot write to" in _error(capsys)


def test_the_same_run_again_has_nothing_to_do(
    story: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["run", "--input", story, "--output", str(tmp_path / "out")]
    assert main(arguments) == 0
    before = Output(tmp_path / "out").shards()
    capsys.readouterr()
    assert main(arguments) == 0
    assert "exists with this input and these settings" in capsys.readouterr().out
    assert Output(tmp_path / "out").shards() == before


def test_the_run_id_is_made_from_input_and_settings() -> None:
    settings = Settings(inputs=("a/*",), output="x")
    same = Settings(inputs=("a/*",), output="elsewhere")
    packed = Settings(inputs=("a/*",), output="x", compression="gzip")
    found = {"a/1": 10, "a/2": 20}
    assert settings.derive_run_id(found) == same.derive_run_id(dict(reversed(found.items())))
    others = [settings.derive_run_id({**found, "a/3": 1}), packed.derive_run_id(found)]
    assert settings.derive_run_id(found) not in others


@pytest.mark.parametrize("runner", ["DaskRunner", "SwitchingDirectRunner"])
def test_engines_that_would_do_wrong_are_refused_with_the_reason(runner: str) -> None:
    with pytest.raises(UsageError, match=runner):
        choose_engine(runner, [])


def test_every_engine_option_reaches_the_workers() -> None:
    options = choose_engine("DirectRunner", ["--direct_num_workers=2", "--job_name=night"])
    assert options.get_all_options()["direct_num_workers"] == 2
    assert options.get_all_options()["job_name"] == "night"


def test_every_flag_has_a_help_text_and_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-m", "pipeline", "run", "--help"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    flags = set(re.findall(r"--[a-z][a-z-]+", shown)) - {"--help"}
    assert flags >= {"--input", "--output", "--run-id", "--compression", "--shard-bytes"}
    assert {flag for flag in flags if flag not in readme} == set()


def test_python_m_pipeline_tells_its_version() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "pipeline", "--version"], cwd=ROOT, check=True, capture_output=True
    ).stdout
    assert re.fullmatch(rb"communique \d+\.\d+\.\d+\n", shown)


def test_no_flag_can_be_abbreviated() -> None:
    known, rest = parser().parse_known_args(["run", "--comp", "gzip"])
    assert (known.compression, rest) == ("none", ["--comp", "gzip"])


def test_progress_is_plain_lines_where_there_is_no_terminal(tmp_path: pathlib.Path) -> None:
    stream = io.StringIO()
    progress = Progress(str(tmp_path))
    with ShowProgress(progress, 3, stream):
        tally = Tally(progress)
        tally.add("files", 3)
        tally.add("articles", 1_200)
        tally.flush()
    assert stream.getvalue() == "read 3 of 3 files, wrote 1,200 articles, 0 s\n"


def test_progress_is_drawn_anew_on_a_terminal(tmp_path: pathlib.Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    with ShowProgress(Progress(str(tmp_path)), 1, stream):
        pass
    assert stream.getvalue() == "\rread 0 of 1 files, wrote 0 articles, 0 s\n"


def test_the_summary_tells_what_came_of_a_run(sample: Output) -> None:
    lines = summary(sample.manifest(), "OUT").splitlines()
    assert lines[0] == (
        "run sample: 58 read from 29 files = 45 written + 10 duplicates + 3 rejected"
    )
    assert lines[1].split()[:3] == ["languages", "en", "14,"]
    assert lines[2].startswith("  segments          paragraph ")
    assert lines[5] == "  rejects           no_text 1, truncated_entry 1, unknown_format 1"
    assert lines[-1] == "  output            OUT"


def test_a_run_tells_its_settings_in_the_manifest(story: str, tmp_path: pathlib.Path) -> None:
    out = str(tmp_path / "out")
    assert main(["run", "--input", story, "--output", out, "--compression", "zstd"]) == 0
    manifest = Output(tmp_path / "out").manifest()
    assert manifest["settings"] == {
        "inputs": [story],
        "compression": "zstd",
        "shard_bytes": 128 << 20,
        "format": "jsonl",
        "partition_by": None,
        "own_actors_sha256": None,
        "since_last": False,
    }
    assert json.dumps(manifest["counts"]["articles_by_language"]) == '{"und": 1}'
