CREATE STAGE IF NOT EXISTS communique;
CREATE OR REPLACE TEMPORARY TABLE loading (line VARIANT);
PUT 'file:///OUT/articles/run=RUN_ID/*' @communique/articles/RUN_ID AUTO_COMPRESS = FALSE OVERWRITE = TRUE;
PUT 'file:///OUT/segments/run=RUN_ID/*' @communique/segments/RUN_ID AUTO_COMPRESS = FALSE OVERWRITE = TRUE;
PUT 'file:///OUT/rejects/run=RUN_ID/*' @communique/rejects/RUN_ID AUTO_COMPRESS = FALSE OVERWRITE = TRUE;
PUT 'file:///OUT/sightings/run=RUN_ID/*' @communique/sightings/RUN_ID AUTO_COMPRESS = FALSE OVERWRITE = TRUE;
BEGIN;
DELETE FROM "ARTICLES" WHERE run_id = 'RUN_ID';
DELETE FROM loading;
COPY INTO loading FROM @communique/articles/RUN_ID/ FILE_FORMAT = (TYPE = JSON COMPRESSION = AUTO)
  ON_ERROR = ABORT_STATEMENT FORCE = TRUE;
INSERT INTO articles ("ARTICLE_ID", "REVISION", "CONTENT_HASH", "SOURCE_URI", "SOURCE_KIND", "FEED_URL", "FEED_TITLE", "URL", "GUID", "TITLE", "AUTHORS", "CATEGORIES", "PUBLISHED", "UPDATED", "DATELINE", "LANGUAGE", "LANGUAGE_SCORE", "CONTINUED", "TEXT", "FIRST_SEEN", "LAST_SEEN", "SIGHTINGS", "RUN_ID", "SCHEMA_VERSION", "TRUNCATED", "CONTINUES")
SELECT line:"article_id"::VARCHAR, line:"revision"::INTEGER, line:"content_hash"::VARCHAR, line:"source_uri"::VARCHAR, line:"source_kind"::VARCHAR, line:"feed_url"::VARCHAR, line:"feed_title"::VARCHAR, line:"url"::VARCHAR, line:"guid"::VARCHAR, line:"title"::VARCHAR, line:"authors"::ARRAY, line:"categories"::ARRAY, line:"published"::TIMESTAMP_TZ, line:"updated"::TIMESTAMP_TZ, STRIP_NULL_VALUE(line:"dateline"), line:"language"::VARCHAR, line:"language_score"::FLOAT, line:"continued"::BOOLEAN, line:"text"::VARCHAR, line:"first_seen"::TIMESTAMP_TZ, line:"last_seen"::TIMESTAMP_TZ, line:"sightings"::INTEGER, line:"run_id"::VARCHAR, line:"schema_version"::INTEGER, line:"truncated"::BOOLEAN, line:"continues"::VARCHAR FROM loading;
DELETE FROM "SEGMENTS" WHERE run_id = 'RUN_ID';
DELETE FROM loading;
COPY INTO loading FROM @communique/segments/RUN_ID/ FILE_FORMAT = (TYPE = JSON COMPRESSION = AUTO)
  ON_ERROR = ABORT_STATEMENT FORCE = TRUE;
INSERT INTO segments ("SEGMENT_ID", "ARTICLE_ID", "REVISION", "INDEX", "KIND", "START", "END", "TEXT", "LIST", "POSITION", "LEAD_IN", "LANGUAGE", "LANGUAGE_SCORE", "PRINCIPALS", "MENTIONS", "QUOTES", "ACTS", "URL", "PUBLISHED", "RUN_ID", "SCHEMA_VERSION")
SELECT line:"segment_id"::VARCHAR, line:"article_id"::VARCHAR, line:"revision"::INTEGER, line:"index"::INTEGER, line:"kind"::VARCHAR, line:"start"::INTEGER, line:"end"::INTEGER, line:"text"::VARCHAR, line:"list"::INTEGER, line:"position"::INTEGER, line:"lead_in"::INTEGER, line:"language"::VARCHAR, line:"language_score"::FLOAT, line:"principals"::ARRAY, line:"mentions"::ARRAY, line:"quotes"::ARRAY, line:"acts"::ARRAY, line:"url"::VARCHAR, line:"published"::TIMESTAMP_TZ, line:"run_id"::VARCHAR, line:"schema_version"::INTEGER FROM loading;
DELETE FROM "REJECTS" WHERE run_id = 'RUN_ID';
DELETE FROM loading;
COPY INTO loading FROM @communique/rejects/RUN_ID/ FILE_FORMAT = (TYPE = JSON COMPRESSION = AUTO)
  ON_ERROR = ABORT_STATEMENT FORCE = TRUE;
INSERT INTO rejects ("STAGE", "SOURCE_URI", "ENTRY", "REASON", "DETAIL", "PAYLOAD", "RUN_ID", "SCHEMA_VERSION")
SELECT line:"stage"::VARCHAR, line:"source_uri"::VARCHAR, line:"entry"::INTEGER, line:"reason"::VARCHAR, line:"detail"::VARCHAR, line:"payload"::VARCHAR, line:"run_id"::VARCHAR, line:"schema_version"::INTEGER FROM loading;
DELETE FROM "SIGHTINGS" WHERE run_id = 'RUN_ID';
DELETE FROM loading;
COPY INTO loading FROM @communique/sightings/RUN_ID/ FILE_FORMAT = (TYPE = JSON COMPRESSION = AUTO)
  ON_ERROR = ABORT_STATEMENT FORCE = TRUE;
INSERT INTO sightings ("ARTICLE_ID", "REVISION", "CONTENT_HASH", "FIRST_SEEN", "LAST_SEEN", "SIGHTINGS", "RUN_ID", "SCHEMA_VERSION")
SELECT line:"article_id"::VARCHAR, line:"revision"::INTEGER, line:"content_hash"::VARCHAR, line:"first_seen"::TIMESTAMP_TZ, line:"last_seen"::TIMESTAMP_TZ, line:"sightings"::INTEGER, line:"run_id"::VARCHAR, line:"schema_version"::INTEGER FROM loading;
DELETE FROM "_LOADS" WHERE run_id = 'RUN_ID';
INSERT INTO "_LOADS" ("RUN_ID", "FINISHED", "ARTICLES", "SEGMENTS", "REJECTS", "SIGHTINGS", "SCHEMA_VERSION")
VALUES ('RUN_ID', '2026-01-01T00:00:00Z', 1, 1, 1, 1, 1);
COMMIT;
REMOVE @communique/articles/RUN_ID;
REMOVE @communique/segments/RUN_ID;
REMOVE @communique/rejects/RUN_ID;
REMOVE @communique/sightings/RUN_ID;
