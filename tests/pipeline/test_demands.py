"""`communique demands OUT`: each act once, filters, and three ways to write them."""

from __future__ import annotations

import csv
import io
import json
import pathlib
from collections.abc import Callable

import pytest

from pipeline.command import main
from pipeline.demands import Demand, Filter, demands, formatted
from tests.conftest import Output

STORIES = {
    "one.txt": 'Iran rejects the offer\n\nIran rejected the American offer, "in full", on Monday.',
    "two.txt": "Terms for Oslo\n\nNorway's demands to the European Union are:\n\n"
    "- a cut in the quota\n- an end to trawling at night\n\nThe talks go on on Friday.",
}


@pytest.fixture
def out(tmp_path: pathlib.Path, run: Callable[..., Output]) -> str:
    """An output of two stories."""
    for name, text in STORIES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(run("out", "--input", str(tmp_path / "*.txt"), "--run-id", "r").path)


def test_every_act_of_the_segments_is_one_row(sample: Output) -> None:
    acts = [
        (segment["segment_id"], act["type"], " ".join(act["issuers"]), " ".join(act["addressees"]))
        for segment in sample.rows("segments")
        for act in segment["acts"]
    ]
    found = demands(str(sample.path), Filter())
    assert [(d.segment_id, d.type, d.issuer, d.addressee) for d in found] == acts
    assert len(acts) == sum(sample.manifest()["counts"]["acts_by_type"].values()) > 50


def test_a_row_tells_article_cue_and_rule(out: str) -> None:
    wanted = Filter(issuers=frozenset({"state:IRN"}), addressees=frozenset({"state:USA"}))
    (row,) = demands(out, wanted)
    assert (row.issuer, row.addressee, row.type) == ("state:IRN", "state:USA", "refusal")
    assert row.title == "Iran rejects the offer"
    assert row.cue == "rejected"
    assert row.rule.startswith("acts-1:verb:")


def test_inherited_items_have_no_cue_of_their_own(out: str) -> None:
    items = [d for d in demands(out, Filter()) if d.inherited]
    assert [(d.issuer, d.addressee, d.type, d.cue) for d in items] == [
        ("state:NOR", "igo:EU", "demand", None)
    ] * 2


DEMAND = Demand(
    published="2022-02-18T10:00:00Z",
    issuer="state:FRA state:DEU",
    addressee="state:RUS",
    type="appeal",
    plover="REQUEST",
    plover_mode=None,
    cameo="020",
    modality="asserted",
    inherited=False,
    text='one, "two"\nthree',
    title=None,
    url=None,
    language="en",
    cue="urged",
    rule="acts-1:verb:urge",
    article_id="a" * 32,
    revision=1,
    segment_id="a-1-1",
)


@pytest.mark.parametrize(
    ("wanted", "takes"),
    [
        (Filter(), True),
        (Filter(issuers=frozenset({"state:DEU"})), True),
        (Filter(issuers=frozenset({"state:RUS"})), False),
        (Filter(addressees=frozenset({"state:RUS"}), types=frozenset({"appeal"})), True),
        (Filter(types=frozenset({"demand"})), False),
        (Filter(languages=frozenset({"ar"})), False),
        (Filter(since="2022-02-18", until="2022-02-18"), True),
        (Filter(since="2022-02-19"), False),
        (Filter(until="2022-02-17"), False),
    ],
)
def test_filters(wanted: Filter, takes: bool) -> None:
    assert wanted.takes(DEMAND) is takes


def test_csv_and_jsonl_hold_the_same_values() -> None:
    (read,) = csv.DictReader(io.StringIO("\n".join(formatted([DEMAND], "csv"))))
    (line,) = formatted([DEMAND], "jsonl")
    written = json.loads(line)
    assert list(read) == list(written)
    assert read["text"] == written["text"] == DEMAND.text
    assert (read["title"], written["title"]) == ("", None)
    assert (read["inherited"], written["inherited"]) == ("false", False)


def test_the_command_prints_what_is_asked_for(out: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demands", out, "--issuer", "state:NOR", "--type", "demand,refusal"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["published", "issuer", "addressee", "type", "text"]
    assert any("a cut in the quota" in line for line in lines)
    assert not any("American" in line for line in lines)


@pytest.mark.parametrize(
    "arguments", [["--type", "wish"], ["--since", "yesterday"], ["--format", "xml"]]
)
def test_wrong_usage_is_2(out: str, arguments: list[str]) -> None:
    try:
        status = main(["demands", out, *arguments])
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    assert status == 2


def test_an_output_without_runs_is_2(tmp_path: pathlib.Path) -> None:
    assert main(["demands", str(tmp_path)]) == 2
