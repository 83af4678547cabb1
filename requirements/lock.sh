#!/usr/bin/env bash
# Resolve the lock files anew, for every supported Python and platform. Needs uv.
set -euo pipefail
cd "$(dirname "$0")/.."
compile() {
    uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-annotate \
        --no-emit-index-url --custom-compile-command requirements/lock.sh "$@"
}
compile requirements/build.in --output-file requirements/build.lock
compile setup.py requirements/build.in --output-file requirements/run.lock
compile setup.py requirements/build.in requirements/test.in --constraint requirements/run.lock \
    --output-file requirements/test.lock
compile tools/actors/requirements.in --output-file tools/actors/requirements.txt
compile setup.py requirements/build.in requirements/test.in requirements/warehouse.in \
    --constraint requirements/test.lock --output-file requirements/warehouse.lock
compile requirements/airflow.in --output-file requirements/airflow.lock
