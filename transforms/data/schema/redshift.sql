CREATE TABLE IF NOT EXISTS "articles" (
  "article_id" VARCHAR(65535) NOT NULL,
  "revision" BIGINT NOT NULL,
  "content_hash" VARCHAR(65535) NOT NULL,
  "source_uri" VARCHAR(65535) NOT NULL,
  "source_kind" VARCHAR(65535) NOT NULL,
  "feed_url" VARCHAR(65535),
  "feed_title" VARCHAR(65535),
  "url" VARCHAR(65535),
  "guid" VARCHAR(65535),
  "title" VARCHAR(65535),
  "authors" SUPER NOT NULL,
  "categories" SUPER NOT NULL,
  "published" TIMESTAMPTZ,
  "updated" TIMESTAMPTZ,
  "dateline" SUPER,
  "language" VARCHAR(65535) NOT NULL,
  "language_score" DOUBLE PRECISION NOT NULL,
  "continued" BOOLEAN NOT NULL,
  "text" VARCHAR(65535) NOT NULL,
  "first_seen" TIMESTAMPTZ,
  "last_seen" TIMESTAMPTZ,
  "sightings" BIGINT NOT NULL,
  "run_id" VARCHAR(65535) NOT NULL,
  "schema_version" BIGINT NOT NULL,
  "truncated" BOOLEAN NOT NULL,
  "continues" VARCHAR(65535)
);
COMMENT ON COLUMN "articles"."article_id" IS '32 hex digits, the same for a story in every snapshot and run';
COMMENT ON COLUMN "articles"."revision" IS '1 for the first text seen, +1 for every other one';
COMMENT ON COLUMN "articles"."content_hash" IS 'of title and text, white space folded';
COMMENT ON COLUMN "articles"."source_uri" IS 'the file in which this revision was seen first';
COMMENT ON COLUMN "articles"."source_kind" IS 'rss, rdf, atom, cdf, json_feed or text';
COMMENT ON COLUMN "articles"."feed_url" IS 'the feed''s own address, else its site''s';
COMMENT ON COLUMN "articles"."feed_title" IS 'the feed''s name';
COMMENT ON COLUMN "articles"."url" IS 'canonical: no fragment, no tracking parameters';
COMMENT ON COLUMN "articles"."guid" IS 'as the feed has it';
COMMENT ON COLUMN "articles"."title" IS 'one line of plain text';
COMMENT ON COLUMN "articles"."authors" IS 'as the feed names them';
COMMENT ON COLUMN "articles"."categories" IS 'as the feed names them';
COMMENT ON COLUMN "articles"."published" IS 'as the feed states it; null rather than a guess';
COMMENT ON COLUMN "articles"."updated" IS 'as the feed states it';
COMMENT ON COLUMN "articles"."dateline" IS 'who filed the story where and when, by its first blocks';
COMMENT ON COLUMN "articles"."language" IS 'BCP-47, und where not known';
COMMENT ON COLUMN "articles"."language_score" IS '0 to 1';
COMMENT ON COLUMN "articles"."continued" IS 'a serial marker says that the story goes on';
COMMENT ON COLUMN "articles"."text" IS 'blocks parted by a blank line, the title first; offsets point into it';
COMMENT ON COLUMN "articles"."first_seen" IS 'time of the first snapshot with this text';
COMMENT ON COLUMN "articles"."last_seen" IS 'time of the last snapshot with it';
COMMENT ON COLUMN "articles"."sightings" IS 'in how many places of the input this text stands';
COMMENT ON COLUMN "articles"."run_id" IS 'the run that wrote the row';
COMMENT ON COLUMN "articles"."schema_version" IS 'of the tables';
COMMENT ON COLUMN "articles"."truncated" IS 'the text was too long for a row; the rest is in rejects';
COMMENT ON COLUMN "articles"."continues" IS 'article_id of the part before, where this one goes on a story';

CREATE TABLE IF NOT EXISTS "segments" (
  "segment_id" VARCHAR(65535) NOT NULL,
  "article_id" VARCHAR(65535) NOT NULL,
  "revision" BIGINT NOT NULL,
  "index" BIGINT NOT NULL,
  "kind" VARCHAR(65535) NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  "text" VARCHAR(65535) NOT NULL,
  "list" BIGINT,
  "position" BIGINT,
  "lead_in" BIGINT,
  "language" VARCHAR(65535) NOT NULL,
  "language_score" DOUBLE PRECISION NOT NULL,
  "principals" SUPER NOT NULL,
  "mentions" SUPER NOT NULL,
  "quotes" SUPER NOT NULL,
  "acts" SUPER NOT NULL,
  "url" VARCHAR(65535),
  "published" TIMESTAMPTZ,
  "run_id" VARCHAR(65535) NOT NULL,
  "schema_version" BIGINT NOT NULL
);
COMMENT ON COLUMN "segments"."segment_id" IS 'article_id, revision and index, joined by -';
COMMENT ON COLUMN "segments"."article_id" IS 'of its article';
COMMENT ON COLUMN "segments"."revision" IS 'of its article';
COMMENT ON COLUMN "segments"."index" IS 'place in the article, from 0';
COMMENT ON COLUMN "segments"."kind" IS 'title, duplicate_title, dateline, heading, paragraph, bullet, ...';
COMMENT ON COLUMN "segments"."start" IS 'code point in articles.text';
COMMENT ON COLUMN "segments"."end" IS 'behind the last code point';
COMMENT ON COLUMN "segments"."text" IS 'articles.text[start:end]; a bullet''s has no marker';
COMMENT ON COLUMN "segments"."list" IS 'number of the list in the article, from 1';
COMMENT ON COLUMN "segments"."position" IS 'place in the list, from 1';
COMMENT ON COLUMN "segments"."lead_in" IS 'index of the segment that introduces the list';
COMMENT ON COLUMN "segments"."language" IS 'BCP-47, und where not known';
COMMENT ON COLUMN "segments"."language_score" IS '0 to 1';
COMMENT ON COLUMN "segments"."principals" IS 'parties mentioned, as state:RUS, in order of first mention';
COMMENT ON COLUMN "segments"."mentions" IS 'every actor named';
COMMENT ON COLUMN "segments"."quotes" IS 'the words that somebody is quoted with';
COMMENT ON COLUMN "segments"."acts" IS 'what is demanded, refused, promised ..., by whom and of whom';
COMMENT ON COLUMN "segments"."url" IS 'the article''s';
COMMENT ON COLUMN "segments"."published" IS 'the article''s';
COMMENT ON COLUMN "segments"."run_id" IS 'the run that wrote the row';
COMMENT ON COLUMN "segments"."schema_version" IS 'of the tables';

CREATE TABLE IF NOT EXISTS "rejects" (
  "stage" VARCHAR(65535) NOT NULL,
  "source_uri" VARCHAR(65535) NOT NULL,
  "entry" BIGINT,
  "reason" VARCHAR(65535) NOT NULL,
  "detail" VARCHAR(65535) NOT NULL,
  "payload" VARCHAR(65535) NOT NULL,
  "run_id" VARCHAR(65535) NOT NULL,
  "schema_version" BIGINT NOT NULL
);
COMMENT ON COLUMN "rejects"."stage" IS 'read (a file), feeds (an entry) or analyse (a text that was cut)';
COMMENT ON COLUMN "rejects"."source_uri" IS 'the file it was read from';
COMMENT ON COLUMN "rejects"."entry" IS 'index in its file from 0; null for the whole file';
COMMENT ON COLUMN "rejects"."reason" IS 'one of a closed list';
COMMENT ON COLUMN "rejects"."detail" IS 'for people';
COMMENT ON COLUMN "rejects"."payload" IS 'at most 4,096 bytes of what was rejected';
COMMENT ON COLUMN "rejects"."run_id" IS 'the run that wrote the row';
COMMENT ON COLUMN "rejects"."schema_version" IS 'of the tables';

CREATE TABLE IF NOT EXISTS "sightings" (
  "article_id" VARCHAR(65535) NOT NULL,
  "revision" BIGINT NOT NULL,
  "content_hash" VARCHAR(65535) NOT NULL,
  "first_seen" TIMESTAMPTZ,
  "last_seen" TIMESTAMPTZ,
  "sightings" BIGINT NOT NULL,
  "run_id" VARCHAR(65535) NOT NULL,
  "schema_version" BIGINT NOT NULL
);
COMMENT ON COLUMN "sightings"."article_id" IS 'as in articles';
COMMENT ON COLUMN "sightings"."revision" IS 'as in articles';
COMMENT ON COLUMN "sightings"."content_hash" IS 'of title and text, white space folded';
COMMENT ON COLUMN "sightings"."first_seen" IS 'time of the first snapshot with this text, in any run so far';
COMMENT ON COLUMN "sightings"."last_seen" IS 'time of the last one';
COMMENT ON COLUMN "sightings"."sightings" IS 'in how many places of all input so far this text stands';
COMMENT ON COLUMN "sightings"."run_id" IS 'the run that saw it and wrote the row';
COMMENT ON COLUMN "sightings"."schema_version" IS 'of the tables';

CREATE TABLE IF NOT EXISTS "_loads" (
  "run_id" VARCHAR(65535) NOT NULL,
  "finished" TIMESTAMPTZ NOT NULL,
  "articles" BIGINT NOT NULL,
  "segments" BIGINT NOT NULL,
  "rejects" BIGINT NOT NULL,
  "sightings" BIGINT NOT NULL,
  "schema_version" BIGINT NOT NULL
);
COMMENT ON COLUMN "_loads"."run_id" IS 'the run';
COMMENT ON COLUMN "_loads"."finished" IS 'when the run was published';
COMMENT ON COLUMN "_loads"."articles" IS 'its rows of articles';
COMMENT ON COLUMN "_loads"."segments" IS 'its rows of segments';
COMMENT ON COLUMN "_loads"."rejects" IS 'its rows of rejects';
COMMENT ON COLUMN "_loads"."sightings" IS 'its rows of sightings';
COMMENT ON COLUMN "_loads"."schema_version" IS 'of the tables';

CREATE OR REPLACE VIEW current_articles AS
SELECT "article_id", "revision", "content_hash", "source_uri", "source_kind", "feed_url", "feed_title", "url", "guid", "title", "authors", "categories", "published", "updated", "dateline", "language", "language_score", "continued", "text", "first_seen", "last_seen", "sightings", "run_id", "schema_version", "truncated", "continues"
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
  a.published AS "published",
  REPLACE(BTRIM(JSON_SERIALIZE(act."issuers"), '[]"'), '","', ' ') AS "issuer",
  REPLACE(BTRIM(JSON_SERIALIZE(act."addressees"), '[]"'), '","', ' ') AS "addressee",
  act."type"::VARCHAR(65535) AS "type",
  act."plover"::VARCHAR(65535) AS "plover",
  act."plover_mode"::VARCHAR(65535) AS "plover_mode",
  act."cameo"::VARCHAR(65535) AS "cameo",
  act."modality"::VARCHAR(65535) AS "modality",
  act."inherited"::BOOLEAN AS "inherited",
  s."text" AS "text",
  a.title AS "title",
  a.url AS "url",
  s.language AS "language",
  SUBSTRING(a."text", (act."cue_start"::BIGINT + 1)::INT, (act."cue_end"::BIGINT - act."cue_start"::BIGINT)::INT) AS "cue",
  act."rule"::VARCHAR(65535) AS "rule",
  s.article_id AS "article_id",
  s.revision AS "revision",
  s.segment_id AS "segment_id"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN s."acts" AS act;

CREATE OR REPLACE VIEW demand_pairs AS
SELECT acts."published", one_issuer::VARCHAR(65535) AS issuer, one_addressee::VARCHAR(65535) AS addressee, acts."type", acts."plover", acts."plover_mode", acts."cameo", acts."modality", acts."inherited", acts."text", acts."title", acts."url", acts."language", acts."cue", acts."rule", acts."article_id", acts."revision", acts."segment_id"
FROM (
SELECT
  a.published AS "published",
  act."issuers" AS "issuer",
  act."addressees" AS "addressee",
  act."type"::VARCHAR(65535) AS "type",
  act."plover"::VARCHAR(65535) AS "plover",
  act."plover_mode"::VARCHAR(65535) AS "plover_mode",
  act."cameo"::VARCHAR(65535) AS "cameo",
  act."modality"::VARCHAR(65535) AS "modality",
  act."inherited"::BOOLEAN AS "inherited",
  s."text" AS "text",
  a.title AS "title",
  a.url AS "url",
  s.language AS "language",
  SUBSTRING(a."text", (act."cue_start"::BIGINT + 1)::INT, (act."cue_end"::BIGINT - act."cue_start"::BIGINT)::INT) AS "cue",
  act."rule"::VARCHAR(65535) AS "rule",
  s.article_id AS "article_id",
  s.revision AS "revision",
  s.segment_id AS "segment_id"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN s."acts" AS act
) AS acts
LEFT JOIN acts."issuer" AS one_issuer ON TRUE
LEFT JOIN acts."addressee" AS one_addressee ON TRUE;

CREATE OR REPLACE VIEW mentions AS
SELECT
  a.published AS "published",
  mention."actor_id"::VARCHAR(65535) AS "actor_id",
  mention."principal"::VARCHAR(65535) AS "principal",
  mention."type"::VARCHAR(65535) AS "type",
  mention."role"::VARCHAR(65535) AS "role",
  mention."start"::BIGINT AS "start",
  mention."end"::BIGINT AS "end",
  mention."text"::VARCHAR(65535) AS "text",
  mention."tagger"::VARCHAR(65535) AS "tagger",
  s.kind AS "kind",
  s."text" AS "segment_text",
  a.title AS "title",
  a.url AS "url",
  s.language AS "language",
  s.article_id AS "article_id",
  s.revision AS "revision",
  s.segment_id AS "segment_id"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN s."mentions" AS mention;

CREATE OR REPLACE VIEW quotes AS
SELECT
  a.published AS "published",
  quote."speaker"::VARCHAR(65535) AS "speaker",
  quote."kind"::VARCHAR(65535) AS "kind",
  SUBSTRING(a."text", (quote."start"::BIGINT + 1)::INT, (quote."end"::BIGINT - quote."start"::BIGINT)::INT) AS "words",
  a.title AS "title",
  a.url AS "url",
  s.language AS "language",
  s.article_id AS "article_id",
  s.revision AS "revision",
  s.segment_id AS "segment_id"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN s."quotes" AS quote;
