"""The shape of the code: which way imports point, and what every module keeps to."""

import ast
import os
import pathlib
import subprocess
import sys
from collections.abc import Iterator

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
PACKAGES = ("transforms", "pipeline")
MODULES = sorted(
    path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if path.is_file()
)
BEAM = frozenset(
    "parts reading/read reading/scratch revisions/chunks revisions/dedupe revisions/known "
    "revisions/repetition revisions/series write shards".split()
)
"""Modules of `transforms` that carry the stages; all others must be usable without Beam."""
HOOKS = frozenset(
    # what Beam calls and describes: DoFn, CombineFn, PTransform, PipelineOptions
    "expand setup start_bundle process finish_bundle teardown create_accumulator add_input "
    "merge_accumulators extract_output compact display_data _add_argparse_args".split()
)
LONGEST_MODULE = 320
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def name(path: pathlib.Path) -> str:
    """A module's path below the repository, as it reads in a test's id."""
    return path.relative_to(ROOT).as_posix()


def tree(path: pathlib.Path) -> ast.Module:
    """A module, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"), path.as_posix())


def imports(module: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere in it, in full; relative ones with their dots."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            yield source
            yield from (f"{source}.{alias.name}" for alias in node.names)


def public(body: list[ast.stmt], above: str = "") -> Iterator[tuple[str, Definition]]:
    """Public classes and functions of a module, and the public methods of its public classes."""
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield above + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{above}{node.name}.")


def bases(node: ast.ClassDef) -> set[str]:
    """The last names of a class's bases."""
    return {ast.unparse(base).rpartition(".")[2] for base in node.bases}


def undescribed(module: ast.Module) -> Iterator[str]:
    """What is public and has no docstring, but for the methods that Beam describes."""
    if not ast.get_docstring(module):
        yield "the module"
    of_beam = {
        node.name
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
        and bases(node) & {"DoFn", "CombineFn", "PTransform", "PipelineOptions"}
    }
    for where, node in public(module.body):
        owner, _, method = where.rpartition(".")
        if owner in of_beam and method in HOOKS:
            continue
        if not ast.get_docstring(node):
            yield where


def lambdas_in_expand(module: ast.Module) -> Iterator[int]:
    """Lines of lambdas inside methods called expand."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and node.name == "expand":
            yield from (part.lineno for part in ast.walk(node) if isinstance(part, ast.Lambda))


def test_there_are_modules_to_look_at() -> None:
    found = {name(path) for path in MODULES}
    assert {"transforms/records.py", "pipeline/graph.py"} <= found
    assert {f"transforms/{stage}.py" for stage in BEAM} <= found


def test_logic_imports_without_beam() -> None:
    logic = [
        name(path).removesuffix(".py").replace("/", ".")
        for path in MODULES
        if path.is_relative_to(ROOT / "transforms")
        and path.relative_to(ROOT / "transforms").with_suffix("").as_posix() not in BEAM
    ]
    assert "transforms.analyse" in logic
    code = (
        f"import importlib, sys\nfor name in {logic}: importlib.import_module(name)\n"
        "print([m for m in sys.modules if m == 'apache_beam' or m.startswith('apache_beam.')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stdout.strip()) == (0, "[]"), run.stderr


@pytest.mark.parametrize(
    "path", [path for path in MODULES if "transforms" in name(path).split("/")[0]], ids=name
)
def test_the_stages_know_nothing_of_the_job(path: pathlib.Path) -> None:
    assert [module for module in imports(tree(path)) if module.split(".")[0] == "pipeline"] == []


def test_the_records_import_nothing_of_ours() -> None:
    ours = ("transforms", "pipeline", "tests", "")
    found = set(imports(tree(ROOT / "transforms" / "records.py")))
    assert {module for module in found if module.split(".")[0] in ours} == set()
    roots = {module.split(".")[0] for module in found}
    assert roots <= sys.stdlib_module_names


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_are_absolute(path: pathlib.Path) -> None:
    assert [module for module in imports(tree(path)) if module.startswith(".")] == []


def test_the_modules_import_each_other_in_one_direction_only() -> None:
    known = {name(path).removesuffix(".py").replace("/", ".") for path in MODULES}
    arrows = {
        name(path).removesuffix(".py").replace("/", "."): {
            module for module in imports(tree(path)) if module in known
        }
        for path in MODULES
    }
    assert arrows["transforms.write"] >= {"transforms.analyse", "transforms.records"}
    left = dict(arrows)
    while left:
        free = {module for module, needs in left.items() if not needs & left.keys() - {module}}
        assert free, f"a circle of imports among {sorted(left)}"
        left = {module: needs for module, needs in left.items() if module not in free}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_expand_holds_a_lambda(path: pathlib.Path) -> None:
    assert list(lambdas_in_expand(tree(path))) == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_everything_public_is_described(path: pathlib.Path) -> None:
    assert list(undescribed(tree(path))) == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_is_too_long_to_read(path: pathlib.Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_the_rules_would_find_what_breaks_them() -> None:
    module = ast.parse(
        '"""Doc."""\n'
        "import pipeline.runs\n"
        "from . import records\n"
        "class Stage(beam.PTransform):\n"
        '    """Doc."""\n'
        "    def expand(self, items): return items | beam.Map(lambda x: x)\n"
        "    def helper(self): ...\n"
        "    def _private(self): ...\n"
        "class Plain:\n"
        "    def expand(self): ...\n"
        "def bare(): ...\n"
        "def _hidden(): ...\n"
    )
    assert set(imports(module)) == {"pipeline.runs", ".", "..records"}
    assert list(lambdas_in_expand(module)) == [6]
    assert list(undescribed(module)) == ["Stage.helper", "Plain", "Plain.expand", "bare"]
