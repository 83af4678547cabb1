#!/usr/bin/env bash
# Set up once, then run the main job here: ./run_local.sh --input 'archive/**/*.xml' --output out
# Without arguments: over the shipped samples, into a new folder below out/.
set -euo pipefail
root=$(cd "$(dirname "$0")" && pwd)
"$root/requirements/setup.sh" run
if [ $# -eq 0 ]; then
    cd "$root"
    set -- --input 'samples/feeds/**' --input 'samples/stories/*.txt' \
        --output "out/sample-$(date -u +%Y%m%dT%H%M%SZ)"
fi
exec "${COMMUNIQUE_VENV:-$root/.venv}/bin/python" -m pipeline run "$@"
