BEGIN;
DELETE FROM "articles" WHERE run_id = 'RUN_ID';
COPY articles ("article_id", "revision", "content_hash", "source_uri", "source_kind", "feed_url", "feed_title", "url", "guid", "title", "authors", "categories", "published", "updated", "dateline", "language", "language_score", "continued", "text", "first_seen", "last_seen", "sightings", "run_id", "schema_version", "truncated", "continues")
FROM 's3://BUCKET/OUT/articles/run=RUN_ID/' IAM_ROLE DEFAULT FORMAT JSON 'auto' TIMEFORMAT 'auto' TRUNCATECOLUMNS;
DELETE FROM "segments" WHERE run_id = 'RUN_ID';
COPY segments ("segment_id", "article_id", "revision", "index", "kind", "start", "end", "text", "list", "position", "lead_in", "language", "language_score", "principals", "mentions", "quotes", "acts", "url", "published", "run_id", "schema_version")
FROM 's3://BUCKET/OUT/segments/run=RUN_ID/' IAM_ROLE DEFAULT FORMAT JSON 'auto' TIMEFORMAT 'auto' TRUNCATECOLUMNS;
DELETE FROM "rejects" WHERE run_id = 'RUN_ID';
COPY rejects ("stage", "source_uri", "entry", "reason", "detail", "payload", "run_id", "schema_version")
FROM 's3://BUCKET/OUT/rejects/run=RUN_ID/' IAM_ROLE DEFAULT FORMAT JSON 'auto' TIMEFORMAT 'auto' TRUNCATECOLUMNS;
DELETE FROM "sightings" WHERE run_id = 'RUN_ID';
COPY sightings ("article_id", "revision", "content_hash", "first_seen", "last_seen", "sightings", "run_id", "schema_version")
FROM 's3://BUCKET/OUT/sightings/run=RUN_ID/' IAM_ROLE DEFAULT FORMAT JSON 'auto' TIMEFORMAT 'auto' TRUNCATECOLUMNS;
DELETE FROM "_loads" WHERE run_id = 'RUN_ID';
INSERT INTO "_loads" ("run_id", "finished", "articles", "segments", "rejects", "sightings", "schema_version")
VALUES ('RUN_ID', '2026-01-01T00:00:00Z', 1, 1, 1, 1, 1);
COMMIT;
