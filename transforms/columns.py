"""The columns of the tables: one description, from the record classes, for every warehouse.

Names, order and types are those of the classes; a field's comment is the column's. What a type
alone does not say, that a text is a time or a date, stands here.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import inspect
import io
import tokenize
import types
import typing
from collections.abc import Mapping
from typing import Any

from transforms.records import TABLES


class Kind(str, enum.Enum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    TIMESTAMP = "timestamp"  # RFC 3339 in UTC, to the second
    DATE = "date"  # YYYY-MM-DD
    RECORD = "record"


_KINDS = {str: Kind.TEXT, int: Kind.INTEGER, float: Kind.FLOAT, bool: Kind.BOOLEAN}
_TIMES = {
    **dict.fromkeys("published updated first_seen last_seen finished".split(), Kind.TIMESTAMP),
    "date": Kind.DATE,
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column, or a field of one; a repeated one is a list that may be empty, never null."""

    name: str
    kind: Kind
    repeated: bool
    nullable: bool
    comment: str
    fields: tuple[Column, ...] = ()


@functools.cache
def columns(record: type) -> tuple[Column, ...]:
    """The columns of a record class, in order.

    >>> columns(TABLES["rejects"])[2]  # doctest: +ELLIPSIS
    Column(name='entry', kind=<Kind.INTEGER: 'integer'>, repeated=False, nullable=True, ...)
    """
    hints, said = typing.get_type_hints(record), comments(record)
    names = [field.name for field in dataclasses.fields(record)]
    return tuple(_column(name, hints[name], said[name]) for name in names)


def table_columns(table: str) -> tuple[Column, ...]:
    """The columns of a table, by the table's name."""
    record: type = TABLES[table]
    return columns(record)


def _column(name: str, hint: Any, comment: str) -> Column:
    nullable, repeated = isinstance(hint, types.UnionType), False
    if nullable:
        (hint,) = (arg for arg in typing.get_args(hint) if arg is not type(None))
    if typing.get_origin(hint) is tuple:
        repeated, hint = True, typing.get_args(hint)[0]
    record = dataclasses.is_dataclass(hint)
    return Column(
        name=name,
        kind=Kind.RECORD if record else _TIMES.get(name, _KINDS.get(hint, Kind.TEXT)),
        repeated=repeated,
        nullable=nullable,
        comment=comment,
        fields=columns(hint) if record else (),
    )


@functools.cache
def comments(record: type) -> Mapping[str, str]:
    """What stands behind each field of a record class; KeyError later for one without."""
    found: dict[str, str] = {}
    name = ""
    tokens = tokenize.generate_tokens(io.StringIO(inspect.getsource(record)).readline)
    for token in tokens:
        if token.type == tokenize.COMMENT and name:
            found[name] = token.string.lstrip("# ")
        elif token.type == tokenize.NAME and token.start[1] == 4:
            name = token.string
        elif token.type == tokenize.NEWLINE:
            name = ""
    return found
