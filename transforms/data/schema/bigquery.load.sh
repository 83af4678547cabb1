bq load --replace --source_format=NEWLINE_DELIMITED_JSON --schema=articles.bigquery.json PROJECT:DATASET.articles_loading 'gs://BUCKET/OUT/articles/run=RUN_ID/*.jsonl'
bq load --replace --source_format=NEWLINE_DELIMITED_JSON --schema=segments.bigquery.json PROJECT:DATASET.segments_loading 'gs://BUCKET/OUT/segments/run=RUN_ID/*.jsonl'
bq load --replace --source_format=NEWLINE_DELIMITED_JSON --schema=rejects.bigquery.json PROJECT:DATASET.rejects_loading 'gs://BUCKET/OUT/rejects/run=RUN_ID/*.jsonl'
bq load --replace --source_format=NEWLINE_DELIMITED_JSON --schema=sightings.bigquery.json PROJECT:DATASET.sightings_loading 'gs://BUCKET/OUT/sightings/run=RUN_ID/*.jsonl'
bq query --use_legacy_sql=false --dataset_id=PROJECT:DATASET <<'SQL'
BEGIN TRANSACTION;
DELETE FROM `articles` WHERE run_id = 'RUN_ID';
INSERT INTO articles (`article_id`, `revision`, `content_hash`, `source_uri`, `source_kind`, `feed_url`, `feed_title`, `url`, `guid`, `title`, `authors`, `categories`, `published`, `updated`, `dateline`, `language`, `language_score`, `continued`, `text`, `first_seen`, `last_seen`, `sightings`, `run_id`, `schema_version`, `truncated`, `continues`)
SELECT `article_id`, `revision`, `content_hash`, `source_uri`, `source_kind`, `feed_url`, `feed_title`, `url`, `guid`, `title`, `authors`, `categories`, `published`, `updated`, `dateline`, `language`, `language_score`, `continued`, `text`, `first_seen`, `last_seen`, `sightings`, `run_id`, `schema_version`, `truncated`, `continues` FROM articles_loading;
DELETE FROM `segments` WHERE run_id = 'RUN_ID';
INSERT INTO segments (`segment_id`, `article_id`, `revision`, `index`, `kind`, `start`, `end`, `text`, `list`, `position`, `lead_in`, `language`, `language_score`, `principals`, `mentions`, `quotes`, `acts`, `url`, `published`, `run_id`, `schema_version`)
SELECT `segment_id`, `article_id`, `revision`, `index`, `kind`, `start`, `end`, `text`, `list`, `position`, `lead_in`, `language`, `language_score`, `principals`, `mentions`, `quotes`, `acts`, `url`, `published`, `run_id`, `schema_version` FROM segments_loading;
DELETE FROM `rejects` WHERE run_id = 'RUN_ID';
INSERT INTO rejects (`stage`, `source_uri`, `entry`, `reason`, `detail`, `payload`, `run_id`, `schema_version`)
SELECT `stage`, `source_uri`, `entry`, `reason`, `detail`, `payload`, `run_id`, `schema_version` FROM rejects_loading;
DELETE FROM `sightings` WHERE run_id = 'RUN_ID';
INSERT INTO sightings (`article_id`, `revision`, `content_hash`, `first_seen`, `last_seen`, `sightings`, `run_id`, `schema_version`)
SELECT `article_id`, `revision`, `content_hash`, `first_seen`, `last_seen`, `sightings`, `run_id`, `schema_version` FROM sightings_loading;
DELETE FROM `_loads` WHERE run_id = 'RUN_ID';
INSERT INTO `_loads` (`run_id`, `finished`, `articles`, `segments`, `rejects`, `sightings`, `schema_version`)
VALUES ('RUN_ID', '2026-01-01T00:00:00Z', 1, 1, 1, 1, 1);
COMMIT TRANSACTION;
SQL
