#!/usr/bin/env bash
# One night, for cron or systemd: run, verify, load. Safe to repeat: what is done is not done again,
# and what a kill left undone is finished. A night builds on those before it.
#
#   COMMUNIQUE=/opt/communique/.venv/bin/communique ARCHIVE='/archive/%s/**/*.xml' OUTPUT=/data/out \
#   WAREHOUSE=duckdb:////data/news.duckdb METRICS=/var/lib/node_exporter nightly.sh [YYYY-MM-DD]
#
# %s in ARCHIVE stands for the day, which is yesterday in UTC if none is given. METRICS may be absent.
# Exit status: 0 done, 1 something failed, 2 wrong usage (as communique's own).
set -euo pipefail
day=${1:-$(date -u -d yesterday +%F)}
run=night-$day
# two at a time would stage and verify for nothing
exec 9>"$OUTPUT.lock"
flock -n 9 || { echo "nightly.sh: another one is at work on $OUTPUT" >&2; exit 1; }

"$COMMUNIQUE" run --input "${ARCHIVE//%s/$day}" --output "$OUTPUT" --run-id "$run" --since-last \
    --max-reject-rate "${MAX_REJECT_RATE:-0.2}"
"$COMMUNIQUE" verify "$OUTPUT"
"$COMMUNIQUE" load "$OUTPUT" --to "$WAREHOUSE"
if [ -n "${METRICS:-}" ] && [ -e "$OUTPUT/_runs/$run/metrics.prom" ]; then
    # a whole file or none: Prometheus may read at any moment
    cp "$OUTPUT/_runs/$run/metrics.prom" "$METRICS/communique.prom.new"
    mv "$METRICS/communique.prom.new" "$METRICS/communique.prom"
fi
