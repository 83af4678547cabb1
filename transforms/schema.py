"""The JSON Schema of each table, made from the record classes; `python -m
pipeline.warehouse.generate` writes the shipped files, and a test finds any that differs."""

from __future__ import annotations

import dataclasses
import inspect
import json
import pathlib
import types
import typing
from typing import Any

from transforms.columns import comments
from transforms.records import SCHEMA_VERSION, TABLES, Reason

KINDS = "title duplicate_title dateline heading paragraph bullet boilerplate continuation".split()
ACTS = ["demand", "appeal", "refusal", "threat", "accusation", "denial", "promise"]
MODALITIES = ["asserted", "conditional", "negated", "future", "reported", "question"]
_DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TIMESTAMP = rf"^{_DATE}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$"
_RULES: dict[str, dict[str, Any]] = {
    # what a type alone does not say, by "Class.field" or by "field" for every class
    "article_id": {"pattern": "^[0-9a-f]{32}$"},
    "continues": {"pattern": "^[0-9a-f]{32}$"},
    "segment_id": {"pattern": "^[0-9a-f]{32}-[1-9][0-9]*-(0|[1-9][0-9]*)$"},
    "content_hash": {"pattern": "^v[0-9]+:[0-9a-f]{32}$"},
    "language": {"pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"},
    "language_score": {"minimum": 0, "maximum": 1},
    "revision": {"minimum": 1},
    "sightings": {"minimum": 1},
    "schema_version": {"const": SCHEMA_VERSION},
    "start": {"minimum": 0},
    "end": {"minimum": 0},
    "index": {"minimum": 0},
    "position": {"minimum": 1},
    "lead_in": {"minimum": 0},
    "date": {"pattern": f"^{_DATE}$"},
    "list": {"minimum": 1},
    "Segment.kind": {"enum": KINDS},
    "Quote.kind": {"enum": ["direct", "indirect"]},
    "Act.type": {"enum": ACTS},
    "Act.modality": {"enum": MODALITIES},
    "Reject.reason": {"enum": [reason.value for reason in Reason]},
    **{key: {"pattern": _TIMESTAMP} for key in "published updated first_seen last_seen".split()},
}
_JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}
FOLDER = pathlib.Path(__file__).parent / "data" / "schema"


def table_schema(table: str) -> dict[str, Any]:
    """The JSON Schema (draft 7) of a table's rows: every key present, no other one."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"communique {table}, schema version {SCHEMA_VERSION}",
        **_object(TABLES[table]),
    }


def _object(record: type) -> dict[str, Any]:
    hints, said = typing.get_type_hints(record), comments(record)
    names = [field.name for field in dataclasses.fields(record)]
    return {
        "description": inspect.cleandoc(record.__doc__ or ""),
        "type": "object",
        "additionalProperties": False,
        "required": names,
        "properties": {
            name: {"description": said[name], **_value(hints[name], _rule(record.__name__, name))}
            for name in names
        },
    }


def _rule(record: str, field: str) -> dict[str, Any]:
    return _RULES.get(f"{record}.{field}") or _RULES.get(field) or {}


def _value(hint: Any, rule: dict[str, Any]) -> dict[str, Any]:
    if isinstance(hint, types.UnionType):
        (inner,) = (arg for arg in typing.get_args(hint) if arg is not type(None))
        return {"anyOf": [_value(inner, rule), {"type": "null"}]}
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": _value(typing.get_args(hint)[0], rule)}
    if dataclasses.is_dataclass(hint):
        return _object(typing.cast(type, hint))
    return {"type": _JSON_TYPES[hint], **rule}


def schema_text(table: str) -> str:
    """The shipped file's text."""
    return json.dumps(table_schema(table), indent=2) + "\n"
