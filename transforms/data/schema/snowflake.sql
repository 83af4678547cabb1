CREATE TABLE IF NOT EXISTS "ARTICLES" (
  "ARTICLE_ID" VARCHAR NOT NULL COMMENT '32 hex digits, the same for a story in every snapshot and run',
  "REVISION" INTEGER NOT NULL COMMENT '1 for the first text seen, +1 for every other one',
  "CONTENT_HASH" VARCHAR NOT NULL COMMENT 'of title and text, white space folded',
  "SOURCE_URI" VARCHAR NOT NULL COMMENT 'the file in which this revision was seen first',
  "SOURCE_KIND" VARCHAR NOT NULL COMMENT 'rss, rdf, atom, cdf, json_feed or text',
  "FEED_URL" VARCHAR COMMENT 'the feed\'s own address, else its site\'s',
  "FEED_TITLE" VARCHAR COMMENT 'the feed\'s name',
  "URL" VARCHAR COMMENT 'canonical: no fragment, no tracking parameters',
  "GUID" VARCHAR COMMENT 'as the feed has it',
  "TITLE" VARCHAR COMMENT 'one line of plain text',
  "AUTHORS" ARRAY NOT NULL COMMENT 'as the feed names them',
  "CATEGORIES" ARRAY NOT NULL COMMENT 'as the feed names them',
  "PUBLISHED" TIMESTAMP_TZ COMMENT 'as the feed states it; null rather than a guess',
  "UPDATED" TIMESTAMP_TZ COMMENT 'as the feed states it',
  "DATELINE" VARIANT COMMENT 'who filed the story where and when, by its first blocks',
  "LANGUAGE" VARCHAR NOT NULL COMMENT 'BCP-47, und where not known',
  "LANGUAGE_SCORE" FLOAT NOT NULL COMMENT '0 to 1',
  "CONTINUED" BOOLEAN NOT NULL COMMENT 'a serial marker says that the story goes on',
  "TEXT" VARCHAR NOT NULL COMMENT 'blocks parted by a blank line, the title first; offsets point into it',
  "FIRST_SEEN" TIMESTAMP_TZ COMMENT 'time of the first snapshot with this text',
  "LAST_SEEN" TIMESTAMP_TZ COMMENT 'time of the last snapshot with it',
  "SIGHTINGS" INTEGER NOT NULL COMMENT 'in how many places of the input this text stands',
  "RUN_ID" VARCHAR NOT NULL COMMENT 'the run that wrote the row',
  "SCHEMA_VERSION" INTEGER NOT NULL COMMENT 'of the tables',
  "TRUNCATED" BOOLEAN NOT NULL COMMENT 'the text was too long for a row; the rest is in rejects',
  "CONTINUES" VARCHAR COMMENT 'article_id of the part before, where this one goes on a story'
);

CREATE TABLE IF NOT EXISTS "SEGMENTS" (
  "SEGMENT_ID" VARCHAR NOT NULL COMMENT 'article_id, revision and index, joined by -',
  "ARTICLE_ID" VARCHAR NOT NULL COMMENT 'of its article',
  "REVISION" INTEGER NOT NULL COMMENT 'of its article',
  "INDEX" INTEGER NOT NULL COMMENT 'place in the article, from 0',
  "KIND" VARCHAR NOT NULL COMMENT 'title, duplicate_title, dateline, heading, paragraph, bullet, ...',
  "START" INTEGER NOT NULL COMMENT 'code point in articles.text',
  "END" INTEGER NOT NULL COMMENT 'behind the last code point',
  "TEXT" VARCHAR NOT NULL COMMENT 'articles.text[start:end]; a bullet\'s has no marker',
  "LIST" INTEGER COMMENT 'number of the list in the article, from 1',
  "POSITION" INTEGER COMMENT 'place in the list, from 1',
  "LEAD_IN" INTEGER COMMENT 'index of the segment that introduces the list',
  "LANGUAGE" VARCHAR NOT NULL COMMENT 'BCP-47, und where not known',
  "LANGUAGE_SCORE" FLOAT NOT NULL COMMENT '0 to 1',
  "PRINCIPALS" ARRAY NOT NULL COMMENT 'parties mentioned, as state:RUS, in order of first mention',
  "MENTIONS" ARRAY NOT NULL COMMENT 'every actor named',
  "QUOTES" ARRAY NOT NULL COMMENT 'the words that somebody is quoted with',
  "ACTS" ARRAY NOT NULL COMMENT 'what is demanded, refused, promised ..., by whom and of whom',
  "URL" VARCHAR COMMENT 'the article\'s',
  "PUBLISHED" TIMESTAMP_TZ COMMENT 'the article\'s',
  "RUN_ID" VARCHAR NOT NULL COMMENT 'the run that wrote the row',
  "SCHEMA_VERSION" INTEGER NOT NULL COMMENT 'of the tables'
);

CREATE TABLE IF NOT EXISTS "REJECTS" (
  "STAGE" VARCHAR NOT NULL COMMENT 'read (a file), feeds (an entry) or analyse (a text that was cut)',
  "SOURCE_URI" VARCHAR NOT NULL COMMENT 'the file it was read from',
  "ENTRY" INTEGER COMMENT 'index in its file from 0; null for the whole file',
  "REASON" VARCHAR NOT NULL COMMENT 'one of a closed list',
  "DETAIL" VARCHAR NOT NULL COMMENT 'for people',
  "PAYLOAD" VARCHAR NOT NULL COMMENT 'at most 4,096 bytes of what was rejected',
  "RUN_ID" VARCHAR NOT NULL COMMENT 'the run that wrote the row',
  "SCHEMA_VERSION" INTEGER NOT NULL COMMENT 'of the tables'
);

CREATE TABLE IF NOT EXISTS "SIGHTINGS" (
  "ARTICLE_ID" VARCHAR NOT NULL COMMENT 'as in articles',
  "REVISION" INTEGER NOT NULL COMMENT 'as in articles',
  "CONTENT_HASH" VARCHAR NOT NULL COMMENT 'of title and text, white space folded',
  "FIRST_SEEN" TIMESTAMP_TZ COMMENT 'time of the first snapshot with this text, in any run so far',
  "LAST_SEEN" TIMESTAMP_TZ COMMENT 'time of the last one',
  "SIGHTINGS" INTEGER NOT NULL COMMENT 'in how many places of all input so far this text stands',
  "RUN_ID" VARCHAR NOT NULL COMMENT 'the run that saw it and wrote the row',
  "SCHEMA_VERSION" INTEGER NOT NULL COMMENT 'of the tables'
);

CREATE TABLE IF NOT EXISTS "_LOADS" (
  "RUN_ID" VARCHAR NOT NULL COMMENT 'the run',
  "FINISHED" TIMESTAMP_TZ NOT NULL COMMENT 'when the run was published',
  "ARTICLES" INTEGER NOT NULL COMMENT 'its rows of articles',
  "SEGMENTS" INTEGER NOT NULL COMMENT 'its rows of segments',
  "REJECTS" INTEGER NOT NULL COMMENT 'its rows of rejects',
  "SIGHTINGS" INTEGER NOT NULL COMMENT 'its rows of sightings',
  "SCHEMA_VERSION" INTEGER NOT NULL COMMENT 'of the tables'
);

CREATE OR REPLACE VIEW current_articles AS
SELECT "ARTICLE_ID", "REVISION", "CONTENT_HASH", "SOURCE_URI", "SOURCE_KIND", "FEED_URL", "FEED_TITLE", "URL", "GUID", "TITLE", "AUTHORS", "CATEGORIES", "PUBLISHED", "UPDATED", "DATELINE", "LANGUAGE", "LANGUAGE_SCORE", "CONTINUED", "TEXT", "FIRST_SEEN", "LAST_SEEN", "SIGHTINGS", "RUN_ID", "SCHEMA_VERSION", "TRUNCATED", "CONTINUES"
FROM (
  SELECT a.*, ROW_NUMBER() OVER (PARTITION BY a.article_id, a.revision ORDER BY l.finished DESC, l.run_id DESC) AS place
  FROM articles AS a JOIN _loads AS l ON l.run_id = a.run_id
) AS placed
WHERE place = 1;

CREATE OR REPLACE VIEW current_sightings AS
SELECT s.article_id, s.content_hash, MIN(s.first_seen) AS first_seen, MAX(s.last_seen) AS last_seen,
  MAX(s.sightings) AS sightings
FROM sightings AS s JOIN _loads AS l ON l.run_id = s.run_id
GROUP BY s.article_id, s.content_hash;

CREATE OR REPLACE VIEW demands AS
SELECT
  a.published AS "PUBLISHED",
  REPLACE(TRIM(act.value:"issuers"::ARRAY::VARCHAR, '[]"'), '","', ' ') AS "ISSUER",
  REPLACE(TRIM(act.value:"addressees"::ARRAY::VARCHAR, '[]"'), '","', ' ') AS "ADDRESSEE",
  act.value:"type"::VARCHAR AS "TYPE",
  act.value:"plover"::VARCHAR AS "PLOVER",
  act.value:"plover_mode"::VARCHAR AS "PLOVER_MODE",
  act.value:"cameo"::VARCHAR AS "CAMEO",
  act.value:"modality"::VARCHAR AS "MODALITY",
  act.value:"inherited"::BOOLEAN AS "INHERITED",
  s."TEXT" AS "TEXT",
  a.title AS "TITLE",
  a.url AS "URL",
  s.language AS "LANGUAGE",
  SUBSTR(a."TEXT", act.value:"cue_start"::INTEGER + 1, act.value:"cue_end"::INTEGER - act.value:"cue_start"::INTEGER) AS "CUE",
  act.value:"rule"::VARCHAR AS "RULE",
  s.article_id AS "ARTICLE_ID",
  s.revision AS "REVISION",
  s.segment_id AS "SEGMENT_ID"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN LATERAL FLATTEN(INPUT => s."ACTS") AS act;

CREATE OR REPLACE VIEW demand_pairs AS
SELECT acts."PUBLISHED", one_issuer.value::VARCHAR AS issuer, one_addressee.value::VARCHAR AS addressee, acts."TYPE", acts."PLOVER", acts."PLOVER_MODE", acts."CAMEO", acts."MODALITY", acts."INHERITED", acts."TEXT", acts."TITLE", acts."URL", acts."LANGUAGE", acts."CUE", acts."RULE", acts."ARTICLE_ID", acts."REVISION", acts."SEGMENT_ID"
FROM (
SELECT
  a.published AS "PUBLISHED",
  act.value:"issuers"::ARRAY AS "ISSUER",
  act.value:"addressees"::ARRAY AS "ADDRESSEE",
  act.value:"type"::VARCHAR AS "TYPE",
  act.value:"plover"::VARCHAR AS "PLOVER",
  act.value:"plover_mode"::VARCHAR AS "PLOVER_MODE",
  act.value:"cameo"::VARCHAR AS "CAMEO",
  act.value:"modality"::VARCHAR AS "MODALITY",
  act.value:"inherited"::BOOLEAN AS "INHERITED",
  s."TEXT" AS "TEXT",
  a.title AS "TITLE",
  a.url AS "URL",
  s.language AS "LANGUAGE",
  SUBSTR(a."TEXT", act.value:"cue_start"::INTEGER + 1, act.value:"cue_end"::INTEGER - act.value:"cue_start"::INTEGER) AS "CUE",
  act.value:"rule"::VARCHAR AS "RULE",
  s.article_id AS "ARTICLE_ID",
  s.revision AS "REVISION",
  s.segment_id AS "SEGMENT_ID"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN LATERAL FLATTEN(INPUT => s."ACTS") AS act
) AS acts
CROSS JOIN LATERAL FLATTEN(INPUT => acts."ISSUER", OUTER => TRUE) AS one_issuer
CROSS JOIN LATERAL FLATTEN(INPUT => acts."ADDRESSEE", OUTER => TRUE) AS one_addressee;

CREATE OR REPLACE VIEW mentions AS
SELECT
  a.published AS "PUBLISHED",
  mention.value:"actor_id"::VARCHAR AS "ACTOR_ID",
  mention.value:"principal"::VARCHAR AS "PRINCIPAL",
  mention.value:"type"::VARCHAR AS "TYPE",
  mention.value:"role"::VARCHAR AS "ROLE",
  mention.value:"start"::INTEGER AS "START",
  mention.value:"end"::INTEGER AS "END",
  mention.value:"text"::VARCHAR AS "TEXT",
  mention.value:"tagger"::VARCHAR AS "TAGGER",
  s.kind AS "KIND",
  s."TEXT" AS "SEGMENT_TEXT",
  a.title AS "TITLE",
  a.url AS "URL",
  s.language AS "LANGUAGE",
  s.article_id AS "ARTICLE_ID",
  s.revision AS "REVISION",
  s.segment_id AS "SEGMENT_ID"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN LATERAL FLATTEN(INPUT => s."MENTIONS") AS mention;

CREATE OR REPLACE VIEW quotes AS
SELECT
  a.published AS "PUBLISHED",
  quote.value:"speaker"::VARCHAR AS "SPEAKER",
  quote.value:"kind"::VARCHAR AS "KIND",
  SUBSTR(a."TEXT", quote.value:"start"::INTEGER + 1, quote.value:"end"::INTEGER - quote.value:"start"::INTEGER) AS "WORDS",
  a.title AS "TITLE",
  a.url AS "URL",
  s.language AS "LANGUAGE",
  s.article_id AS "ARTICLE_ID",
  s.revision AS "REVISION",
  s.segment_id AS "SEGMENT_ID"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN LATERAL FLATTEN(INPUT => s."QUOTES") AS quote;
