CREATE TABLE IF NOT EXISTS `articles` (
  `article_id` STRING NOT NULL COMMENT '32 hex digits, the same for a story in every snapshot and run',
  `revision` BIGINT NOT NULL COMMENT '1 for the first text seen, +1 for every other one',
  `content_hash` STRING NOT NULL COMMENT 'of title and text, white space folded',
  `source_uri` STRING NOT NULL COMMENT 'the file in which this revision was seen first',
  `source_kind` STRING NOT NULL COMMENT 'rss, rdf, atom, cdf, json_feed or text',
  `feed_url` STRING COMMENT 'the feed\'s own address, else its site\'s',
  `feed_title` STRING COMMENT 'the feed\'s name',
  `url` STRING COMMENT 'canonical: no fragment, no tracking parameters',
  `guid` STRING COMMENT 'as the feed has it',
  `title` STRING COMMENT 'one line of plain text',
  `authors` ARRAY<STRING> NOT NULL COMMENT 'as the feed names them',
  `categories` ARRAY<STRING> NOT NULL COMMENT 'as the feed names them',
  `published` TIMESTAMP COMMENT 'as the feed states it; null rather than a guess',
  `updated` TIMESTAMP COMMENT 'as the feed states it',
  `dateline` STRUCT<`outlet`: STRING COMMENT 'who publishes the story', `agency`: STRING COMMENT 'the agency that filed it', `place`: STRING COMMENT 'where it was filed', `date`: DATE COMMENT 'Gregorian', `date_text`: STRING COMMENT 'the date as written, in whatever calendar'> COMMENT 'who filed the story where and when, by its first blocks',
  `language` STRING NOT NULL COMMENT 'BCP-47, und where not known',
  `language_score` DOUBLE NOT NULL COMMENT '0 to 1',
  `continued` BOOLEAN NOT NULL COMMENT 'a serial marker says that the story goes on',
  `text` STRING NOT NULL COMMENT 'blocks parted by a blank line, the title first; offsets point into it',
  `first_seen` TIMESTAMP COMMENT 'time of the first snapshot with this text',
  `last_seen` TIMESTAMP COMMENT 'time of the last snapshot with it',
  `sightings` BIGINT NOT NULL COMMENT 'in how many places of the input this text stands',
  `run_id` STRING NOT NULL COMMENT 'the run that wrote the row',
  `schema_version` BIGINT NOT NULL COMMENT 'of the tables',
  `truncated` BOOLEAN NOT NULL COMMENT 'the text was too long for a row; the rest is in rejects',
  `continues` STRING COMMENT 'article_id of the part before, where this one goes on a story'
);

CREATE TABLE IF NOT EXISTS `segments` (
  `segment_id` STRING NOT NULL COMMENT 'article_id, revision and index, joined by -',
  `article_id` STRING NOT NULL COMMENT 'of its article',
  `revision` BIGINT NOT NULL COMMENT 'of its article',
  `index` BIGINT NOT NULL COMMENT 'place in the article, from 0',
  `kind` STRING NOT NULL COMMENT 'title, duplicate_title, dateline, heading, paragraph, bullet, ...',
  `start` BIGINT NOT NULL COMMENT 'code point in articles.text',
  `end` BIGINT NOT NULL COMMENT 'behind the last code point',
  `text` STRING NOT NULL COMMENT 'articles.text[start:end]; a bullet\'s has no marker',
  `list` BIGINT COMMENT 'number of the list in the article, from 1',
  `position` BIGINT COMMENT 'place in the list, from 1',
  `lead_in` BIGINT COMMENT 'index of the segment that introduces the list',
  `language` STRING NOT NULL COMMENT 'BCP-47, und where not known',
  `language_score` DOUBLE NOT NULL COMMENT '0 to 1',
  `principals` ARRAY<STRING> NOT NULL COMMENT 'parties mentioned, as state:RUS, in order of first mention',
  `mentions` ARRAY<STRUCT<`actor_id`: STRING COMMENT 'as person:Q58217, or the principal itself', `principal`: STRING COMMENT 'whom the actor stands for, as state:RUS', `type`: STRING COMMENT 'state, territory, igo, gov_body, armed_group, party, person ...', `role`: STRING COMMENT 'the office, as foreign minister', `start`: BIGINT COMMENT 'code point in articles.text', `end`: BIGINT COMMENT 'behind the last code point', `text`: STRING COMMENT 'the words themselves', `tagger`: STRING COMMENT 'the stage and rule that found it'>> NOT NULL COMMENT 'every actor named',
  `quotes` ARRAY<STRUCT<`start`: BIGINT COMMENT 'code point in articles.text', `end`: BIGINT COMMENT 'behind the last code point', `kind`: STRING COMMENT 'direct or indirect', `speaker`: STRING COMMENT 'actor_id of who is quoted; null where the text does not say'>> NOT NULL COMMENT 'the words that somebody is quoted with',
  `acts` ARRAY<STRUCT<`type`: STRING COMMENT 'demand, appeal, refusal, threat, accusation, denial or promise', `plover`: STRING COMMENT 'code of the PLOVER ontology', `plover_mode`: STRING COMMENT 'PLOVER\'s mode of that code, where it has one', `cameo`: STRING COMMENT 'code of the CAMEO ontology', `issuers`: ARRAY<STRING> COMMENT 'principals who speak', `addressees`: ARRAY<STRING> COMMENT 'principals who are spoken to', `modality`: STRING COMMENT 'asserted, conditional, negated, future, reported or question', `cue_start`: BIGINT COMMENT 'code point in articles.text of the words that tell it', `cue_end`: BIGINT COMMENT 'behind their last code point', `inherited`: BOOLEAN COMMENT 'issuer or addressee come from the lead-in', `rule`: STRING COMMENT 'the rule that found it'>> NOT NULL COMMENT 'what is demanded, refused, promised ..., by whom and of whom',
  `url` STRING COMMENT 'the article\'s',
  `published` TIMESTAMP COMMENT 'the article\'s',
  `run_id` STRING NOT NULL COMMENT 'the run that wrote the row',
  `schema_version` BIGINT NOT NULL COMMENT 'of the tables'
);

CREATE TABLE IF NOT EXISTS `rejects` (
  `stage` STRING NOT NULL COMMENT 'read (a file), feeds (an entry) or analyse (a text that was cut)',
  `source_uri` STRING NOT NULL COMMENT 'the file it was read from',
  `entry` BIGINT COMMENT 'index in its file from 0; null for the whole file',
  `reason` STRING NOT NULL COMMENT 'one of a closed list',
  `detail` STRING NOT NULL COMMENT 'for people',
  `payload` STRING NOT NULL COMMENT 'at most 4,096 bytes of what was rejected',
  `run_id` STRING NOT NULL COMMENT 'the run that wrote the row',
  `schema_version` BIGINT NOT NULL COMMENT 'of the tables'
);

CREATE TABLE IF NOT EXISTS `sightings` (
  `article_id` STRING NOT NULL COMMENT 'as in articles',
  `revision` BIGINT NOT NULL COMMENT 'as in articles',
  `content_hash` STRING NOT NULL COMMENT 'of title and text, white space folded',
  `first_seen` TIMESTAMP COMMENT 'time of the first snapshot with this text, in any run so far',
  `last_seen` TIMESTAMP COMMENT 'time of the last one',
  `sightings` BIGINT NOT NULL COMMENT 'in how many places of all input so far this text stands',
  `run_id` STRING NOT NULL COMMENT 'the run that saw it and wrote the row',
  `schema_version` BIGINT NOT NULL COMMENT 'of the tables'
);

CREATE TABLE IF NOT EXISTS `_loads` (
  `run_id` STRING NOT NULL COMMENT 'the run',
  `finished` TIMESTAMP NOT NULL COMMENT 'when the run was published',
  `articles` BIGINT NOT NULL COMMENT 'its rows of articles',
  `segments` BIGINT NOT NULL COMMENT 'its rows of segments',
  `rejects` BIGINT NOT NULL COMMENT 'its rows of rejects',
  `sightings` BIGINT NOT NULL COMMENT 'its rows of sightings',
  `schema_version` BIGINT NOT NULL COMMENT 'of the tables'
);

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
  ARRAY_JOIN(act.`issuers`, ' ') AS `issuer`,
  ARRAY_JOIN(act.`addressees`, ' ') AS `addressee`,
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
  SUBSTR(a.`text`, act.`cue_start` + 1, act.`cue_end` - act.`cue_start`) AS `cue`,
  act.`rule` AS `rule`,
  s.article_id AS `article_id`,
  s.revision AS `revision`,
  s.segment_id AS `segment_id`
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
LATERAL VIEW EXPLODE(s.`acts`) act_ AS act;

CREATE OR REPLACE VIEW demand_pairs AS
SELECT acts.`published`, one_issuer AS issuer, one_addressee AS addressee, acts.`type`, acts.`plover`, acts.`plover_mode`, acts.`cameo`, acts.`modality`, acts.`inherited`, acts.`text`, acts.`title`, acts.`url`, acts.`language`, acts.`cue`, acts.`rule`, acts.`article_id`, acts.`revision`, acts.`segment_id`
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
  SUBSTR(a.`text`, act.`cue_start` + 1, act.`cue_end` - act.`cue_start`) AS `cue`,
  act.`rule` AS `rule`,
  s.article_id AS `article_id`,
  s.revision AS `revision`,
  s.segment_id AS `segment_id`
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
LATERAL VIEW EXPLODE(s.`acts`) act_ AS act
) AS acts
LATERAL VIEW OUTER EXPLODE(acts.`issuer`) one_issuer_ AS one_issuer
LATERAL VIEW OUTER EXPLODE(acts.`addressee`) one_addressee_ AS one_addressee;

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
LATERAL VIEW EXPLODE(s.`mentions`) mention_ AS mention;

CREATE OR REPLACE VIEW quotes AS
SELECT
  a.published AS `published`,
  quote.`speaker` AS `speaker`,
  quote.`kind` AS `kind`,
  SUBSTR(a.`text`, quote.`start` + 1, quote.`end` - quote.`start`) AS `words`,
  a.title AS `title`,
  a.url AS `url`,
  s.language AS `language`,
  s.article_id AS `article_id`,
  s.revision AS `revision`,
  s.segment_id AS `segment_id`
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
LATERAL VIEW EXPLODE(s.`quotes`) quote_ AS quote;
