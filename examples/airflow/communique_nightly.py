"""A DAG for Airflow 3: every night run, verify, load. Copy it to the folder of DAGs.

communique stays in an environment of its own, so that its pins and Airflow's never meet; the Beam
provider's operator would need Beam in Airflow's. Settings are environment variables of the workers:
COMMUNIQUE (the command), COMMUNIQUE_ARCHIVE (a pattern in which %s is the day), COMMUNIQUE_OUTPUT
and COMMUNIQUE_WAREHOUSE. Back-fill: `airflow backfill create --dag-id communique_nightly ...`.
"""

from __future__ import annotations

import datetime

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import dag

DAY = "{{ macros.ds_add((dag_run.logical_date or dag_run.run_after) | ds, -1) }}"
"""The day before the night, in UTC."""
RUN = """
set -eu
pattern=$(printf '%s' "$COMMUNIQUE_ARCHIVE" | sed "s/%s/$DAY/g")
"$COMMUNIQUE" run --input "$pattern" --output "$COMMUNIQUE_OUTPUT" --run-id "night-$DAY" \\
    --since-last --max-reject-rate "${COMMUNIQUE_MAX_REJECT_RATE:-0.2}"
"""
LOAD = '"$COMMUNIQUE" load "$COMMUNIQUE_OUTPUT" --to "$COMMUNIQUE_WAREHOUSE" --run-id "night-$DAY"'


@dag(
    schedule="15 3 * * *",
    start_date=datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc),
    catchup=False,
    max_active_runs=1,  # ClickHouse and DuckDB take one load at a time
    default_args={"retries": 2, "retry_delay": datetime.timedelta(minutes=15)},
    tags=["communique"],
    doc_md=__doc__,
)
def communique_nightly() -> None:
    """Each task is safe to repeat: a run that exists is left as it is, and loaded once."""
    environment = {"env": {"DAY": DAY}, "append_env": True}
    run = BashOperator(task_id="run", bash_command=RUN, **environment)
    verify = BashOperator(
        task_id="verify", bash_command='"$COMMUNIQUE" verify "$COMMUNIQUE_OUTPUT"', **environment
    )
    load = BashOperator(task_id="load", bash_command=LOAD, **environment)
    run >> verify >> load


communique_nightly()
