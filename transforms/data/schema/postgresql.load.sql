BEGIN;
CREATE TEMP TABLE loading (row jsonb) ON COMMIT DROP;
DELETE FROM "articles" WHERE run_id = 'RUN_ID';
\copy loading FROM PROGRAM 'cat /OUT/articles/run=RUN_ID/part-00000.jsonl' (FORMAT csv, QUOTE e'\x01', DELIMITER e'\x02')
INSERT INTO articles ("article_id", "revision", "content_hash", "source_uri", "source_kind", "feed_url", "feed_title", "url", "guid", "title", "authors", "categories", "published", "updated", "dateline", "language", "language_score", "continued", "text", "first_seen", "last_seen", "sightings", "run_id", "schema_version", "truncated", "continues")
SELECT r."article_id", r."revision", r."content_hash", r."source_uri", r."source_kind", r."feed_url", r."feed_title", r."url", r."guid", r."title", r."authors", r."categories", r."published", r."updated", r."dateline", r."language", r."language_score", r."continued", r."text", r."first_seen", r."last_seen", r."sightings", r."run_id", r."schema_version", r."truncated", r."continues" FROM loading, jsonb_populate_record(NULL::articles, loading.row) AS r;
TRUNCATE loading;
DELETE FROM "segments" WHERE run_id = 'RUN_ID';
\copy loading FROM PROGRAM 'cat /OUT/segments/run=RUN_ID/part-00000.jsonl' (FORMAT csv, QUOTE e'\x01', DELIMITER e'\x02')
INSERT INTO segments ("segment_id", "article_id", "revision", "index", "kind", "start", "end", "text", "list", "position", "lead_in", "language", "language_score", "principals", "mentions", "quotes", "acts", "url", "published", "run_id", "schema_version")
SELECT r."segment_id", r."article_id", r."revision", r."index", r."kind", r."start", r."end", r."text", r."list", r."position", r."lead_in", r."language", r."language_score", r."principals", r."mentions", r."quotes", r."acts", r."url", r."published", r."run_id", r."schema_version" FROM loading, jsonb_populate_record(NULL::segments, loading.row) AS r;
TRUNCATE loading;
DELETE FROM "rejects" WHERE run_id = 'RUN_ID';
\copy loading FROM PROGRAM 'cat /OUT/rejects/run=RUN_ID/part-00000.jsonl' (FORMAT csv, QUOTE e'\x01', DELIMITER e'\x02')
INSERT INTO rejects ("stage", "source_uri", "entry", "reason", "detail", "payload", "run_id", "schema_version")
SELECT r."stage", r."source_uri", r."entry", r."reason", r."detail", r."payload", r."run_id", r."schema_version" FROM loading, jsonb_populate_record(NULL::rejects, loading.row) AS r;
TRUNCATE loading;
DELETE FROM "sightings" WHERE run_id = 'RUN_ID';
\copy loading FROM PROGRAM 'cat /OUT/sightings/run=RUN_ID/part-00000.jsonl' (FORMAT csv, QUOTE e'\x01', DELIMITER e'\x02')
INSERT INTO sightings ("article_id", "revision", "content_hash", "first_seen", "last_seen", "sightings", "run_id", "schema_version")
SELECT r."article_id", r."revision", r."content_hash", r."first_seen", r."last_seen", r."sightings", r."run_id", r."schema_version" FROM loading, jsonb_populate_record(NULL::sightings, loading.row) AS r;
TRUNCATE loading;
DELETE FROM "_loads" WHERE run_id = 'RUN_ID';
INSERT INTO "_loads" ("run_id", "finished", "articles", "segments", "rejects", "sightings", "schema_version")
VALUES ('RUN_ID', '2026-01-01T00:00:00Z', 1, 1, 1, 1, 1);
COMMIT;
