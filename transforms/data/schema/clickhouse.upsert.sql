DELETE FROM segments WHERE (article_id, revision) IN (SELECT article_id, revision FROM articles_loading);
INSERT INTO segments (`segment_id`, `article_id`, `revision`, `index`, `kind`, `start`, `end`, `text`, `list`, `position`, `lead_in`, `language`, `language_score`, `principals`, `mentions`, `quotes`, `acts`, `url`, `published`, `run_id`, `schema_version`)
SELECT `segment_id`, `article_id`, `revision`, `index`, `kind`, `start`, `end`, `text`, `list`, `position`, `lead_in`, `language`, `language_score`, `principals`, `mentions`, `quotes`, `acts`, `url`, `published`, `run_id`, `schema_version` FROM segments_loading;
DELETE FROM articles WHERE (article_id, revision) IN (SELECT article_id, revision FROM articles_loading);
INSERT INTO articles (`article_id`, `revision`, `content_hash`, `source_uri`, `source_kind`, `feed_url`, `feed_title`, `url`, `guid`, `title`, `authors`, `categories`, `published`, `updated`, `dateline`, `language`, `language_score`, `continued`, `text`, `first_seen`, `last_seen`, `sightings`, `run_id`, `schema_version`, `truncated`, `continues`)
SELECT `article_id`, `revision`, `content_hash`, `source_uri`, `source_kind`, `feed_url`, `feed_title`, `url`, `guid`, `title`, `authors`, `categories`, `published`, `updated`, `dateline`, `language`, `language_score`, `continued`, `text`, `first_seen`, `last_seen`, `sightings`, `run_id`, `schema_version`, `truncated`, `continues` FROM articles_loading;
INSERT INTO sightings_loading (`article_id`, `revision`, `content_hash`, `first_seen`, `last_seen`, `sightings`, `run_id`, `schema_version`)
SELECT `article_id`, `revision`, `content_hash`, `first_seen`, `last_seen`, `sightings`, `run_id`, `schema_version` FROM sightings WHERE (article_id, content_hash) IN (SELECT article_id, content_hash FROM sightings_loading);
DELETE FROM sightings WHERE (article_id, content_hash) IN (SELECT article_id, content_hash FROM sightings_loading);
INSERT INTO sightings (`article_id`, `revision`, `content_hash`, `first_seen`, `last_seen`, `sightings`, `run_id`, `schema_version`)
SELECT article_id, argMax(revision, sightings), content_hash, min(first_seen), max(last_seen), max(sightings), argMax(run_id, sightings), argMax(schema_version, sightings)
FROM sightings_loading GROUP BY article_id, content_hash;
