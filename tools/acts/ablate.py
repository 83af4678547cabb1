"""Which conditions of the acts' modules earn nothing on our own annotated texts.

    PYTHONPATH=. .venv/bin/python tools/acts/ablate.py judge clause [--least 1]

Each condition of the modules is dropped in turn (an `if`, an operand of `and` and `or`, a filter of
a comprehension), the acts of all texts of `tests/quality` are found again, and what changes is
printed: the texts, and the types of acts that are right and wrong more or less than before. A
condition that changes fewer texts than `--least` is one to take out, with its words in the tables,
unless it keeps hostile text from crashing or from costing quadratic time.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import json
import pathlib
import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tests.quality.test_acts import HERE, LANGUAGES, sentences
from transforms.actors.lexicon import lexicon
from transforms.acts.find import find_acts
from transforms.language.detect import Language, detect, detect_segments
from transforms.quotes.find import find_quotes
from transforms.records import Act, Passage, Quote
from transforms.segments.anatomy import read_anatomy
from transforms.segments.split import split_article
from transforms.text import fold, read_story
from transforms.wording import read_passages

ARTICLES = ("act_articles", "heldout_acts", "heldout_lists")


class Text(NamedTuple):
    """What acts are found in; told: the types of acts that a reader sees in each passage."""

    passages: Sequence[Passage]
    quotes: Sequence[Sequence[Quote]]
    told: Sequence[frozenset[str]]


class Outcome(NamedTuple):
    """The acts found in a text, and how many of their types are right and wrong."""

    acts: Sequence[tuple[Act, ...]]
    right: int
    wrong: int


class Condition(NamedTuple):
    """A condition of a function, by its place among the nodes of it."""

    function: str
    node: int
    operand: int
    line: int
    text: str


def conditions(source: str) -> Iterator[Condition]:
    """The conditions of a module, function by function; operand: which of several, else -1."""
    for name, function in functions(ast.parse(source)):
        for number, node in enumerate(ast.walk(function)):
            if isinstance(node, ast.If):
                yield Condition(name, number, -1, node.lineno, f"if {ast.unparse(node.test)}")
            elif isinstance(node, ast.BoolOp | ast.comprehension):
                for operand, part in enumerate(_parts(node)):
                    yield Condition(name, number, operand, part.lineno, ast.unparse(part))


def functions(tree: ast.AST, outer: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions and methods of a module, by their names with that of their class."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield outer + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{node.name}.")


def without(source: str, condition: Condition) -> str:
    """A module without one of its conditions."""
    tree = ast.parse(source)
    function = dict(functions(tree))[condition.function]
    node = list(ast.walk(function))[condition.node]
    if isinstance(node, ast.If):
        node.test = ast.Constant(value=False)
    elif isinstance(node, ast.comprehension):
        del node.ifs[condition.operand]
    elif isinstance(node, ast.BoolOp):
        node.values[condition.operand] = ast.Constant(value=isinstance(node.op, ast.And))
    return ast.unparse(tree)


def _parts(node: ast.BoolOp | ast.comprehension) -> list[ast.expr]:
    return node.values if isinstance(node, ast.BoolOp) else node.ifs


def read(text: str, language: str | None, told: Mapping[str, frozenset[str]]) -> Text:
    """A text as acts are found in it; told: the types of acts of each of its segments, folded."""
    entry = read_story(text, "text")
    spans = split_article(entry.text, entry.blocks)
    article = Language(language, 1.0) if language else detect(entry.text)
    anatomy = read_anatomy(entry.text, spans, article.tag, None, frozenset(), "")
    parts = [entry.text[span.start : span.end] for span in anatomy.spans]
    tags = [article] * len(parts) if language else detect_segments(parts, article)
    passages = read_passages(entry.text, anatomy, tags, article, lexicon())
    types = [told.get(fold(passage.text), frozenset[str]()) for passage in passages]
    return Text(passages, find_quotes(passages), types)


def texts() -> Iterator[Text]:
    """The annotated sentences and articles of `tests/quality`."""
    for language in LANGUAGES:
        for text, acts in sentences(language):
            yield read(text, language, {fold(text): frozenset(act.type for act in acts)})
    for path in sorted(path for folder in ARTICLES for path in (HERE / folder).glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        told = {
            fold(one["text"]): frozenset(act["type"] for act in one.get("acts", []))
            for one in article["segments"]
        }
        yield read(article["text"], None, told)


def outcome(text: Text) -> Outcome:
    """What is found in a text."""
    found = find_acts(text.passages, text.quotes)
    types = [{act.type for act in acts} for acts in found]
    right = sum(len(got & told) for got, told in zip(types, text.told, strict=True))
    return Outcome(found, right, sum(map(len, types)) - right)


def code_of(code: types.CodeType, function: str) -> types.CodeType:
    """The code of a function or method within that of a module."""
    for name in function.split("."):
        code = next(
            one for one in code.co_consts if isinstance(one, types.CodeType) and one.co_name == name
        )
    return code


def function_of(module: types.ModuleType, name: str) -> types.FunctionType:
    """The function of a module, or the method of a class of it, without what wraps it."""
    place: Any = module
    for part in name.split("."):
        place = inspect.getattr_static(place, part)
    unwrapped = inspect.unwrap(getattr(place, "fget", place))
    if not isinstance(unwrapped, types.FunctionType):
        raise TypeError(f"{name} is no function")
    return unwrapped


def main() -> int:
    """Print the conditions of some modules that change fewer texts than asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("modules", nargs="+")
    parser.add_argument("--least", type=int, default=1)
    options = parser.parse_args()
    known = list(texts())
    before = [outcome(text) for text in known]
    for name in options.modules:
        module = importlib.import_module(f"transforms.acts.{name}")
        source = pathlib.Path(str(module.__file__)).read_text(encoding="utf-8")
        for condition in conditions(source):
            function = function_of(module, condition.function)
            kept = function.__code__
            function.__code__ = code_of(
                compile(without(source, condition), name, "exec"), condition.function
            )
            try:
                after = [outcome(text) for text in known]
            except Exception as error:  # it keeps something from crashing
                print(f"{name}:{condition.line} {condition.text}: {type(error).__name__}")
                continue
            finally:
                function.__code__ = kept
            changed = sum(one.acts != new.acts for one, new in zip(before, after, strict=True))
            if changed < options.least:
                right = sum(one.right for one in after) - sum(one.right for one in before)
                wrong = sum(one.wrong for one in after) - sum(one.wrong for one in before)
                print(f"{name}:{condition.line} {condition.text}: {changed}, {right:+}, {wrong:+}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
