CREATE TABLE IF NOT EXISTS `articles` (
  `article_id` String COMMENT '32 hex digits, the same for a story in every snapshot and run',
  `revision` Int64 COMMENT '1 for the first text seen, +1 for every other one',
  `content_hash` String COMMENT 'of title and text, white space folded',
  `source_uri` String COMMENT 'the file in which this revision was seen first',
  `source_kind` String COMMENT 'rss, rdf, atom, cdf, json_feed or text',
  `feed_url` Nullable(String) COMMENT 'the feed\'s own address, else its site\'s',
  `feed_title` Nullable(String) COMMENT 'the feed\'s name',
  `url` Nullable(String) COMMENT 'canonical: no fragment, no tracking parameters',
  `guid` Nullable(String) COMMENT 'as the feed has it',
  `title` Nullable(String) COMMENT 'one line of plain text',
  `authors` Array(String) COMMENT 'as the feed names them',
  `categories` Array(String) COMMENT 'as the feed names them',
  `published` Nullable(DateTime64(0, 'UTC')) COMMENT 'as the feed states it; null rather than a guess',
  `updated` Nullable(DateTime64(0, 'UTC')) COMMENT 'as the feed states it',
  `dateline` Tuple(`outlet` Nullable(String), `agency` Nullable(String), `place` Nullable(String), `date` Nullable(Date32), `date_text` Nullable(String)) COMMENT 'who filed the story where and when, by its first blocks',
  `language` String COMMENT 'BCP-47, und where not known',
  `language_score` Float64 COMMENT '0 to 1',
  `continued` Bool COMMENT 'a serial marker says that the story goes on',
  `text` String COMMENT 'blocks parted by a blank line, the title first; offsets point into it',
  `first_seen` Nullable(DateTime64(0, 'UTC')) COMMENT 'time of the first snapshot with this text',
  `last_seen` Nullable(DateTime64(0, 'UTC')) COMMENT 'time of the last snapshot with it',
  `sightings` Int64 COMMENT 'in how many places of the input this text stands',
  `run_id` String COMMENT 'the run that wrote the row',
  `schema_version` Int64 COMMENT 'of the tables',
  `truncated` Bool COMMENT 'the text was too long for a row; the rest is in rejects',
  `continues` Nullable(String) COMMENT 'article_id of the part before, where this one goes on a story'
)
ENGINE = MergeTree PARTITION BY run_id ORDER BY (article_id, revision);

CREATE TABLE IF NOT EXISTS `segments` (
  `segment_id` String COMMENT 'article_id, revision and index, joined by -',
  `article_id` String COMMENT 'of its article',
  `revision` Int64 COMMENT 'of its article',
  `index` Int64 COMMENT 'place in the article, from 0',
  `kind` String COMMENT 'title, duplicate_title, dateline, heading, paragraph, bullet, ...',
  `start` Int64 COMMENT 'code point in articles.text',
  `end` Int64 COMMENT 'behind the last code point',
  `text` String COMMENT 'articles.text[start:end]; a bullet\'s has no marker',
  `list` Nullable(Int64) COMMENT 'number of the list in the article, from 1',
  `position` Nullable(Int64) COMMENT 'place in the list, from 1',
  `lead_in` Nullable(Int64) COMMENT 'index of the segment that introduces the list',
  `language` String COMMENT 'BCP-47, und where not known',
  `language_score` Float64 COMMENT '0 to 1',
  `principals` Array(String) COMMENT 'parties mentioned, as state:RUS, in order of first mention',
  `mentions` Array(Tuple(`actor_id` String, `principal` String, `type` String, `role` Nullable(String), `start` Int64, `end` Int64, `text` String, `tagger` String)) COMMENT 'every actor named',
  `quotes` Array(Tuple(`start` Int64, `end` Int64, `kind` String, `speaker` Nullable(String))) COMMENT 'the words that somebody is quoted with',
  `acts` Array(Tuple(`type` String, `plover` Nullable(String), `plover_mode` Nullable(String), `cameo` Nullable(String), `issuers` Array(String), `addressees` Array(String), `modality` String, `cue_start` Nullable(Int64), `cue_end` Nullable(Int64), `inherited` Bool, `rule` String)) COMMENT 'what is demanded, refused, promised ..., by whom and of whom',
  `url` Nullable(String) COMMENT 'the article\'s',
  `published` Nullable(DateTime64(0, 'UTC')) COMMENT 'the article\'s',
  `run_id` String COMMENT 'the run that wrote the row',
  `schema_version` Int64 COMMENT 'of the tables'
)
ENGINE = MergeTree PARTITION BY run_id ORDER BY (article_id, revision, `index`);

CREATE TABLE IF NOT EXISTS `rejects` (
  `stage` String COMMENT 'read (a file), feeds (an entry) or analyse (a text that was cut)',
  `source_uri` String COMMENT 'the file it was read from',
  `entry` Nullable(Int64) COMMENT 'index in its file from 0; null for the whole file',
  `reason` String COMMENT 'one of a closed list',
  `detail` String COMMENT 'for people',
  `payload` String COMMENT 'at most 4,096 bytes of what was rejected',
  `run_id` String COMMENT 'the run that wrote the row',
  `schema_version` Int64 COMMENT 'of the tables'
)
ENGINE = MergeTree PARTITION BY run_id ORDER BY source_uri;

CREATE TABLE IF NOT EXISTS `sightings` (
  `article_id` String COMMENT 'as in articles',
  `revision` Int64 COMMENT 'as in articles',
  `content_hash` String COMMENT 'of title and text, white space folded',
  `first_seen` Nullable(DateTime64(0, 'UTC')) COMMENT 'time of the first snapshot with this text, in any run so far',
  `last_seen` Nullable(DateTime64(0, 'UTC')) COMMENT 'time of the last one',
  `sightings` Int64 COMMENT 'in how many places of all input so far this text stands',
  `run_id` String COMMENT 'the run that saw it and wrote the row',
  `schema_version` Int64 COMMENT 'of the tables'
)
ENGINE = MergeTree PARTITION BY run_id ORDER BY (article_id, revision);

CREATE TABLE IF NOT EXISTS `_loads` (
  `run_id` String COMMENT 'the run',
  `finished` DateTime64(0, 'UTC') COMMENT 'when the run was published',
  `articles` Int64 COMMENT 'its rows of articles',
  `segments` Int64 COMMENT 'its rows of segments',
  `rejects` Int64 COMMENT 'its rows of rejects',
  `sightings` Int64 COMMENT 'its rows of sightings',
  `schema_version` Int64 COMMENT 'of the tables'
)
ENGINE = MergeTree PARTITION BY run_id ORDER BY run_id;

CREATE OR REPLACE VIEW current_articles AS
SELECT `article_id`, `revision`, `content_hash`, `source_uri`, `source_kind`, `feed_url`, `feed_title`, `url`, `guid`, `title`, `authors`, `categories`, `published`, `updated`, `dateline`, `language`, `language_score`, `continued`, `text`, `first_seen`, `last_seen`, `sightings`, `run_id`, `schema_version`, `truncated`, `continues`
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
  a.published AS `published`,
  arrayStringConcat(act.`issuers`, ' ') AS `issuer`,
  arrayStringConcat(act.`addressees`, ' ') AS `addressee`,
  act.`type` AS `type`,
  act.`plover` AS `plover`,
  act.`plover_mode` AS `plover_mode`,
  act.`cameo` AS `cameo`,
  act.`modality` AS `modality`,
  act.`inherited` AS `inherited`,
  s.`text` AS `text`,
  a.title AS `title`,
  a.url AS `url`,
  s.language AS `language`,
  substringUTF8(a.`text`, act.`cue_start` + 1, act.`cue_end` - act.`cue_start`) AS `cue`,
  act.`rule` AS `rule`,
  s.article_id AS `article_id`,
  s.revision AS `revision`,
  s.segment_id AS `segment_id`
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
ARRAY JOIN s.`acts` AS act;

CREATE OR REPLACE VIEW demand_pairs AS
SELECT acts.`published`, arrayJoin(emptyArrayToSingle(CAST(acts.`issuer` AS Array(Nullable(String))))) AS issuer, arrayJoin(emptyArrayToSingle(CAST(acts.`addressee` AS Array(Nullable(String))))) AS addressee, acts.`type`, acts.`plover`, acts.`plover_mode`, acts.`cameo`, acts.`modality`, acts.`inherited`, acts.`text`, acts.`title`, acts.`url`, acts.`language`, acts.`cue`, acts.`rule`, acts.`article_id`, acts.`revision`, acts.`segment_id`
FROM (
SELECT
  a.published AS `published`,
  act.`issuers` AS `issuer`,
  act.`addressees` AS `addressee`,
  act.`type` AS `type`,
  act.`plover` AS `plover`,
  act.`plover_mode` AS `plover_mode`,
  act.`cameo` AS `cameo`,
  act.`modality` AS `modality`,
  act.`inherited` AS `inherited`,
  s.`text` AS `text`,
  a.title AS `title`,
  a.url AS `url`,
  s.language AS `language`,
  substringUTF8(a.`text`, act.`cue_start` + 1, act.`cue_end` - act.`cue_start`) AS `cue`,
  act.`rule` AS `rule`,
  s.article_id AS `article_id`,
  s.revision AS `revision`,
  s.segment_id AS `segment_id`
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
ARRAY JOIN s.`acts` AS act
) AS acts;

CREATE OR REPLACE VIEW mentions AS
SELECT
  a.published AS `published`,
  mention.`actor_id` AS `actor_id`,
  mention.`principal` AS `principal`,
  mention.`type` AS `type`,
  mention.`role` AS `role`,
  mention.`start` AS `start`,
  mention.`end` AS `end`,
  mention.`text` AS `text`,
  mention.`tagger` AS `tagger`,
  s.kind AS `kind`,
  s.`text` AS `segment_text`,
  a.title AS `title`,
  a.url AS `url`,
  s.language AS `language`,
  s.article_id AS `article_id`,
  s.revision AS `revision`,
  s.segment_id AS `segment_id`
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
ARRAY JOIN s.`mentions` AS mention;

CREATE OR REPLACE VIEW quotes AS
SELECT
  a.published AS `published`,
  quote.`speaker` AS `speaker`,
  quote.`kind` AS `kind`,
  substringUTF8(a.`text`, quote.`start` + 1, quote.`end` - quote.`start`) AS `words`,
  a.title AS `title`,
  a.url AS `url`,
  s.language AS `language`,
  s.article_id AS `article_id`,
  s.revision AS `revision`,
  s.segment_id AS `segment_id`
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
ARRAY JOIN s.`quotes` AS quote;
