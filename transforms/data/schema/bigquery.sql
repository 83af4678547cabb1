CREATE TABLE IF NOT EXISTS `articles` (
  `article_id` STRING NOT NULL OPTIONS(description='32 hex digits, the same for a story in every snapshot and run'),
  `revision` INT64 NOT NULL OPTIONS(description='1 for the first text seen, +1 for every other one'),
  `content_hash` STRING NOT NULL OPTIONS(description='of title and text, white space folded'),
  `source_uri` STRING NOT NULL OPTIONS(description='the file in which this revision was seen first'),
  `source_kind` STRING NOT NULL OPTIONS(description='rss, rdf, atom, cdf, json_feed or text'),
  `feed_url` STRING OPTIONS(description='the feed\'s own address, else its site\'s'),
  `feed_title` STRING OPTIONS(description='the feed\'s name'),
  `url` STRING OPTIONS(description='canonical: no fragment, no tracking parameters'),
  `guid` STRING OPTIONS(description='as the feed has it'),
  `title` STRING OPTIONS(description='one line of plain text'),
  `authors` ARRAY<STRING> OPTIONS(description='as the feed names them'),
  `categories` ARRAY<STRING> OPTIONS(description='as the feed names them'),
  `published` TIMESTAMP OPTIONS(description='as the feed states it; null rather than a guess'),
  `updated` TIMESTAMP OPTIONS(description='as the feed states it'),
  `dateline` STRUCT<`outlet` STRING OPTIONS(description='who publishes the story'), `agency` STRING OPTIONS(description='the agency that filed it'), `place` STRING OPTIONS(description='where it was filed'), `date` DATE OPTIONS(description='Gregorian'), `date_text` STRING OPTIONS(description='the date as written, in whatever calendar')> OPTIONS(description='who filed the story where and when, by its first blocks'),
  `language` STRING NOT NULL OPTIONS(description='BCP-47, und where not known'),
  `language_score` FLOAT64 NOT NULL OPTIONS(description='0 to 1'),
  `continued` BOOL NOT NULL OPTIONS(description='a serial marker says that the story goes on'),
  `text` STRING NOT NULL OPTIONS(description='blocks parted by a blank line, the title first; offsets point into it'),
  `first_seen` TIMESTAMP OPTIONS(description='time of the first snapshot with this text'),
  `last_seen` TIMESTAMP OPTIONS(description='time of the last snapshot with it'),
  `sightings` INT64 NOT NULL OPTIONS(description='in how many places of the input this text stands'),
  `run_id` STRING NOT NULL OPTIONS(description='the run that wrote the row'),
  `schema_version` INT64 NOT NULL OPTIONS(description='of the tables'),
  `truncated` BOOL NOT NULL OPTIONS(description='the text was too long for a row; the rest is in rejects'),
  `continues` STRING OPTIONS(description='article_id of the part before, where this one goes on a story')
)
PARTITION BY TIMESTAMP_TRUNC(published, MONTH) CLUSTER BY language, article_id;

CREATE TABLE IF NOT EXISTS `segments` (
  `segment_id` STRING NOT NULL OPTIONS(description='article_id, revision and index, joined by -'),
  `article_id` STRING NOT NULL OPTIONS(description='of its article'),
  `revision` INT64 NOT NULL OPTIONS(description='of its article'),
  `index` INT64 NOT NULL OPTIONS(description='place in the article, from 0'),
  `kind` STRING NOT NULL OPTIONS(description='title, duplicate_title, dateline, heading, paragraph, bullet, ...'),
  `start` INT64 NOT NULL OPTIONS(description='code point in articles.text'),
  `end` INT64 NOT NULL OPTIONS(description='behind the last code point'),
  `text` STRING NOT NULL OPTIONS(description='articles.text[start:end]; a bullet\'s has no marker'),
  `list` INT64 OPTIONS(description='number of the list in the article, from 1'),
  `position` INT64 OPTIONS(description='place in the list, from 1'),
  `lead_in` INT64 OPTIONS(description='index of the segment that introduces the list'),
  `language` STRING NOT NULL OPTIONS(description='BCP-47, und where not known'),
  `language_score` FLOAT64 NOT NULL OPTIONS(description='0 to 1'),
  `principals` ARRAY<STRING> OPTIONS(description='parties mentioned, as state:RUS, in order of first mention'),
  `mentions` ARRAY<STRUCT<`actor_id` STRING NOT NULL OPTIONS(description='as person:Q58217, or the principal itself'), `principal` STRING NOT NULL OPTIONS(description='whom the actor stands for, as state:RUS'), `type` STRING NOT NULL OPTIONS(description='state, territory, igo, gov_body, armed_group, party, person ...'), `role` STRING OPTIONS(description='the office, as foreign minister'), `start` INT64 NOT NULL OPTIONS(description='code point in articles.text'), `end` INT64 NOT NULL OPTIONS(description='behind the last code point'), `text` STRING NOT NULL OPTIONS(description='the words themselves'), `tagger` STRING NOT NULL OPTIONS(description='the stage and rule that found it')>> OPTIONS(description='every actor named'),
  `quotes` ARRAY<STRUCT<`start` INT64 NOT NULL OPTIONS(description='code point in articles.text'), `end` INT64 NOT NULL OPTIONS(description='behind the last code point'), `kind` STRING NOT NULL OPTIONS(description='direct or indirect'), `speaker` STRING OPTIONS(description='actor_id of who is quoted; null where the text does not say')>> OPTIONS(description='the words that somebody is quoted with'),
  `acts` ARRAY<STRUCT<`type` STRING NOT NULL OPTIONS(description='demand, appeal, refusal, threat, accusation, denial or promise'), `plover` STRING OPTIONS(description='code of the PLOVER ontology'), `plover_mode` STRING OPTIONS(description='PLOVER\'s mode of that code, where it has one'), `cameo` STRING OPTIONS(description='code of the CAMEO ontology'), `issuers` ARRAY<STRING> OPTIONS(description='principals who speak'), `addressees` ARRAY<STRING> OPTIONS(description='principals who are spoken to'), `modality` STRING NOT NULL OPTIONS(description='asserted, conditional, negated, future, reported or question'), `cue_start` INT64 OPTIONS(description='code point in articles.text of the words that tell it'), `cue_end` INT64 OPTIONS(description='behind their last code point'), `inherited` BOOL NOT NULL OPTIONS(description='issuer or addressee come from the lead-in'), `rule` STRING NOT NULL OPTIONS(description='the rule that found it')>> OPTIONS(description='what is demanded, refused, promised ..., by whom and of whom'),
  `url` STRING OPTIONS(description='the article\'s'),
  `published` TIMESTAMP OPTIONS(description='the article\'s'),
  `run_id` STRING NOT NULL OPTIONS(description='the run that wrote the row'),
  `schema_version` INT64 NOT NULL OPTIONS(description='of the tables')
)
PARTITION BY TIMESTAMP_TRUNC(published, MONTH) CLUSTER BY language, article_id;

CREATE TABLE IF NOT EXISTS `rejects` (
  `stage` STRING NOT NULL OPTIONS(description='read (a file), feeds (an entry) or analyse (a text that was cut)'),
  `source_uri` STRING NOT NULL OPTIONS(description='the file it was read from'),
  `entry` INT64 OPTIONS(description='index in its file from 0; null for the whole file'),
  `reason` STRING NOT NULL OPTIONS(description='one of a closed list'),
  `detail` STRING NOT NULL OPTIONS(description='for people'),
  `payload` STRING NOT NULL OPTIONS(description='at most 4,096 bytes of what was rejected'),
  `run_id` STRING NOT NULL OPTIONS(description='the run that wrote the row'),
  `schema_version` INT64 NOT NULL OPTIONS(description='of the tables')
);

CREATE TABLE IF NOT EXISTS `sightings` (
  `article_id` STRING NOT NULL OPTIONS(description='as in articles'),
  `revision` INT64 NOT NULL OPTIONS(description='as in articles'),
  `content_hash` STRING NOT NULL OPTIONS(description='of title and text, white space folded'),
  `first_seen` TIMESTAMP OPTIONS(description='time of the first snapshot with this text, in any run so far'),
  `last_seen` TIMESTAMP OPTIONS(description='time of the last one'),
  `sightings` INT64 NOT NULL OPTIONS(description='in how many places of all input so far this text stands'),
  `run_id` STRING NOT NULL OPTIONS(description='the run that saw it and wrote the row'),
  `schema_version` INT64 NOT NULL OPTIONS(description='of the tables')
);

CREATE TABLE IF NOT EXISTS `_loads` (
  `run_id` STRING NOT NULL OPTIONS(description='the run'),
  `finished` TIMESTAMP NOT NULL OPTIONS(description='when the run was published'),
  `articles` INT64 NOT NULL OPTIONS(description='its rows of articles'),
  `segments` INT64 NOT NULL OPTIONS(description='its rows of segments'),
  `rejects` INT64 NOT NULL OPTIONS(description='its rows of rejects'),
  `sightings` INT64 NOT NULL OPTIONS(description='its rows of sightings'),
  `schema_version` INT64 NOT NULL OPTIONS(description='of the tables')
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
  ARRAY_TO_STRING(act.`issuers`, ' ') AS `issuer`,
  ARRAY_TO_STRING(act.`addressees`, ' ') AS `addressee`,
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
CROSS JOIN UNNEST(s.`acts`) AS act;

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
CROSS JOIN UNNEST(s.`acts`) AS act
) AS acts
LEFT JOIN UNNEST(acts.`issuer`) AS one_issuer
LEFT JOIN UNNEST(acts.`addressee`) AS one_addressee;

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
CROSS JOIN UNNEST(s.`mentions`) AS mention;

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
CROSS JOIN UNNEST(s.`quotes`) AS quote;
