#!/usr/bin/env bash
# ruff, mypy and pytest in the environment that the lock file names; arguments go to pytest, which runs
# a file of tests on each core (-n 0: all in one process).
set -euo pipefail
cd "$(dirname "$0")/.."
requirements/setup.sh test
bin=${COMMUNIQUE_VENV:-.venv}/bin
"$bin/ruff" check .
"$bin/ruff" format --check .
"$bin/mypy"
exec "$bin/python" -m pytest -n auto --dist loadfile "$@"
