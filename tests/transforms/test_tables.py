"""The data tables: read by column name, from the package, and refused when a row does not fit."""

import pathlib
import types
from collections.abc import Callable, Iterator

import pytest

from transforms import tables
from transforms.tables import read_table

Lay = Callable[[str], None]


@pytest.fixture
def lay(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lay]:
    """Lays a table of the given content where the package's tables lie."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(tables, "resources", types.SimpleNamespace(files=lambda _: tmp_path))
    yield lambda content: void((tmp_path / "data" / "invented.tsv").write_bytes(content.encode()))
    read_table.cache_clear()


def void(_: object) -> None:
    pass


def test_the_tracking_parameters_are_rows_by_column_name() -> None:
    assert read_table("tracking_parameters.tsv")[0] == {
        "pattern": "utm_*",
        "set_by": "Google Analytics and others",
        "source": "hand",
        "licence": "Apache-2.0",
    }


@pytest.mark.parametrize("name", ["actors.tsv", "names.tsv", "tracking_parameters.tsv"])
def test_every_row_of_a_shipped_table_has_every_column(name: str) -> None:
    rows = read_table(name)
    assert len(rows) > 10
    assert {tuple(row) for row in rows} == {tuple(rows[0])}


def test_a_table_is_read_once() -> None:
    assert read_table("actors.tsv") is read_table("actors.tsv")


def test_cells_are_literal_and_may_be_empty(lay: Lay) -> None:
    lay('id\tname\tnote\na\t"Ab"bas\t\nb\tسلام دنيا\t\\n\n')
    assert read_table("invented.tsv") == (
        {"id": "a", "name": '"Ab"bas', "note": ""},
        {"id": "b", "name": "سلام دنيا", "note": "\\n"},
    )


@pytest.mark.parametrize("row", ["a", "a\tb\tc"])
def test_a_row_with_too_few_or_too_many_cells_is_refused(lay: Lay, row: str) -> None:
    lay(f"id\tname\n{row}\n")
    with pytest.raises(ValueError, match="zip"):
        read_table("invented.tsv")


def test_a_table_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read_table("missing.tsv")
