DROP TABLE IF EXISTS articles_loading;
CREATE TABLE articles_loading AS articles;
INSERT INTO articles_loading FROM INFILE '/OUT/articles/run=RUN_ID/part-00000.jsonl'
  SETTINGS input_format_null_as_default = 1, date_time_input_format = 'best_effort' FORMAT JSONEachRow;
ALTER TABLE articles REPLACE PARTITION 'RUN_ID' FROM articles_loading;
DROP TABLE articles_loading;
DROP TABLE IF EXISTS segments_loading;
CREATE TABLE segments_loading AS segments;
INSERT INTO segments_loading FROM INFILE '/OUT/segments/run=RUN_ID/part-00000.jsonl'
  SETTINGS input_format_null_as_default = 1, date_time_input_format = 'best_effort' FORMAT JSONEachRow;
ALTER TABLE segments REPLACE PARTITION 'RUN_ID' FROM segments_loading;
DROP TABLE segments_loading;
DROP TABLE IF EXISTS rejects_loading;
CREATE TABLE rejects_loading AS rejects;
INSERT INTO rejects_loading FROM INFILE '/OUT/rejects/run=RUN_ID/part-00000.jsonl'
  SETTINGS input_format_null_as_default = 1, date_time_input_format = 'best_effort' FORMAT JSONEachRow;
ALTER TABLE rejects REPLACE PARTITION 'RUN_ID' FROM rejects_loading;
DROP TABLE rejects_loading;
DROP TABLE IF EXISTS sightings_loading;
CREATE TABLE sightings_loading AS sightings;
INSERT INTO sightings_loading FROM INFILE '/OUT/sightings/run=RUN_ID/part-00000.jsonl'
  SETTINGS input_format_null_as_default = 1, date_time_input_format = 'best_effort' FORMAT JSONEachRow;
ALTER TABLE sightings REPLACE PARTITION 'RUN_ID' FROM sightings_loading;
DROP TABLE sightings_loading;
DELETE FROM `_loads` WHERE run_id = 'RUN_ID';
INSERT INTO `_loads` (`run_id`, `finished`, `articles`, `segments`, `rejects`, `sightings`, `schema_version`)
VALUES ('RUN_ID', '2026-01-01T00:00:00Z', 1, 1, 1, 1, 1);
