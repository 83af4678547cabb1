#!/usr/bin/env bash
# Set up .venv from a lock file: requirements/setup.sh run|test. Does nothing where that is done.
# PYTHON names the interpreter; without it the first fit one of python3, python3.14 ... is taken.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=requirements/$1.lock
venv=${COMMUNIQUE_VENV:-.venv}
if cmp -s "$lock" "$venv/.$1.lock" && cmp -s setup.py "$venv/.setup.py"; then exit 0; fi

fit='import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 14))'
python=
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python3.10}; do
    if "$candidate" -c "$fit" >/dev/null 2>&1; then python=$candidate && break; fi
done
if [ -z "$python" ]; then
    found=$("${PYTHON:-python3}" --version 2>&1 | head -n 1) || found="no python3"
    echo "communique needs Python 3.10 to 3.14 with its venv module (on Debian: apt install python3-venv); found: ${found:-nothing}" >&2
    exit 1
fi

echo "setting up $venv from $lock with $("$python" --version), once ..." >&2
if ! "$venv/bin/python" -c "$fit" >/dev/null 2>&1; then rm -rf "$venv" && "$python" -m venv "$venv"; fi
rm -f "$venv"/.*.lock
pip() { "$venv/bin/python" -m pip --quiet --disable-pip-version-check "$@"; }
pip install --require-hashes --no-deps -r requirements/build.lock
# langdetect comes as source only: it is built with the setuptools just installed, not a fresh one
pip install --require-hashes --no-deps --no-build-isolation -r "$lock"
pip install --no-deps --no-build-isolation --editable .
cp setup.py "$venv/.setup.py"
cp requirements/run.lock "$venv/.run.lock" # every lock holds what run.lock holds
cp "$lock" "$venv/.$1.lock"
