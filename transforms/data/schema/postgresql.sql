CREATE TABLE IF NOT EXISTS "articles" (
  "article_id" text NOT NULL,
  "revision" bigint NOT NULL,
  "content_hash" text NOT NULL,
  "source_uri" text NOT NULL,
  "source_kind" text NOT NULL,
  "feed_url" text,
  "feed_title" text,
  "url" text,
  "guid" text,
  "title" text,
  "authors" text[] NOT NULL,
  "categories" text[] NOT NULL,
  "published" timestamptz,
  "updated" timestamptz,
  "dateline" jsonb,
  "language" text NOT NULL,
  "language_score" double precision NOT NULL,
  "continued" boolean NOT NULL,
  "text" text NOT NULL,
  "first_seen" timestamptz,
  "last_seen" timestamptz,
  "sightings" bigint NOT NULL,
  "run_id" text NOT NULL,
  "schema_version" bigint NOT NULL,
  "truncated" boolean NOT NULL,
  "continues" text
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
  "segment_id" text NOT NULL,
  "article_id" text NOT NULL,
  "revision" bigint NOT NULL,
  "index" bigint NOT NULL,
  "kind" text NOT NULL,
  "start" bigint NOT NULL,
  "end" bigint NOT NULL,
  "text" text NOT NULL,
  "list" bigint,
  "position" bigint,
  "lead_in" bigint,
  "language" text NOT NULL,
  "language_score" double precision NOT NULL,
  "principals" text[] NOT NULL,
  "mentions" jsonb NOT NULL,
  "quotes" jsonb NOT NULL,
  "acts" jsonb NOT NULL,
  "url" text,
  "published" timestamptz,
  "run_id" text NOT NULL,
  "schema_version" bigint NOT NULL
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
  "stage" text NOT NULL,
  "source_uri" text NOT NULL,
  "entry" bigint,
  "reason" text NOT NULL,
  "detail" text NOT NULL,
  "payload" text NOT NULL,
  "run_id" text NOT NULL,
  "schema_version" bigint NOT NULL
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
  "article_id" text NOT NULL,
  "revision" bigint NOT NULL,
  "content_hash" text NOT NULL,
  "first_seen" timestamptz,
  "last_seen" timestamptz,
  "sightings" bigint NOT NULL,
  "run_id" text NOT NULL,
  "schema_version" bigint NOT NULL
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
  "run_id" text NOT NULL,
  "finished" timestamptz NOT NULL,
  "articles" bigint NOT NULL,
  "segments" bigint NOT NULL,
  "rejects" bigint NOT NULL,
  "sightings" bigint NOT NULL,
  "schema_version" bigint NOT NULL
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
  ARRAY_TO_STRING(act."issuers", ' ') AS "issuer",
  ARRAY_TO_STRING(act."addressees", ' ') AS "addressee",
  act."type" AS "type",
  act."plover" AS "plover",
  act."plover_mode" AS "plover_mode",
  act."cameo" AS "cameo",
  act."modality" AS "modality",
  act."inherited" AS "inherited",
  s."text" AS "text",
  a.title AS "title",
  a.url AS "url",
  s.language AS "language",
  substr(a."text", (act."cue_start" + 1)::int, (act."cue_end" - act."cue_start")::int) AS "cue",
  act."rule" AS "rule",
  s.article_id AS "article_id",
  s.revision AS "revision",
  s.segment_id AS "segment_id"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN LATERAL jsonb_to_recordset(s."acts") AS act("type" text, "plover" text, "plover_mode" text, "cameo" text, "issuers" text[], "addressees" text[], "modality" text, "cue_start" bigint, "cue_end" bigint, "inherited" boolean, "rule" text);

CREATE OR REPLACE VIEW demand_pairs AS
SELECT acts."published", one_issuer.one AS issuer, one_addressee.one AS addressee, acts."type", acts."plover", acts."plover_mode", acts."cameo", acts."modality", acts."inherited", acts."text", acts."title", acts."url", acts."language", acts."cue", acts."rule", acts."article_id", acts."revision", acts."segment_id"
FROM (
SELECT
  a.published AS "published",
  act."issuers" AS "issuer",
  act."addressees" AS "addressee",
  act."type" AS "type",
  act."plover" AS "plover",
  act."plover_mode" AS "plover_mode",
  act."cameo" AS "cameo",
  act."modality" AS "modality",
  act."inherited" AS "inherited",
  s."text" AS "text",
  a.title AS "title",
  a.url AS "url",
  s.language AS "language",
  substr(a."text", (act."cue_start" + 1)::int, (act."cue_end" - act."cue_start")::int) AS "cue",
  act."rule" AS "rule",
  s.article_id AS "article_id",
  s.revision AS "revision",
  s.segment_id AS "segment_id"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN LATERAL jsonb_to_recordset(s."acts") AS act("type" text, "plover" text, "plover_mode" text, "cameo" text, "issuers" text[], "addressees" text[], "modality" text, "cue_start" bigint, "cue_end" bigint, "inherited" boolean, "rule" text)
) AS acts
LEFT JOIN LATERAL unnest(acts."issuer") AS one_issuer(one) ON TRUE
LEFT JOIN LATERAL unnest(acts."addressee") AS one_addressee(one) ON TRUE;

CREATE OR REPLACE VIEW mentions AS
SELECT
  a.published AS "published",
  mention."actor_id" AS "actor_id",
  mention."principal" AS "principal",
  mention."type" AS "type",
  mention."role" AS "role",
  mention."start" AS "start",
  mention."end" AS "end",
  mention."text" AS "text",
  mention."tagger" AS "tagger",
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
CROSS JOIN LATERAL jsonb_to_recordset(s."mentions") AS mention("actor_id" text, "principal" text, "type" text, "role" text, "start" bigint, "end" bigint, "text" text, "tagger" text);

CREATE OR REPLACE VIEW quotes AS
SELECT
  a.published AS "published",
  quote."speaker" AS "speaker",
  quote."kind" AS "kind",
  substr(a."text", (quote."start" + 1)::int, (quote."end" - quote."start")::int) AS "words",
  a.title AS "title",
  a.url AS "url",
  s.language AS "language",
  s.article_id AS "article_id",
  s.revision AS "revision",
  s.segment_id AS "segment_id"
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
CROSS JOIN LATERAL jsonb_to_recordset(s."quotes") AS quote("start" bigint, "end" bigint, "kind" text, "speaker" text);
