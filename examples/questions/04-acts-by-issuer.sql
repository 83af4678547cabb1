-- Who demands, refuses, threatens, promises ... how often, and how much of it under a condition?
SELECT issuer, type, count(*) AS acts,
       sum(CASE WHEN modality = 'conditional' THEN 1 ELSE 0 END) AS conditional
FROM (SELECT DISTINCT segment_id, issuer, type, modality, cue FROM demand_pairs) AS acts
WHERE issuer IS NOT NULL
GROUP BY issuer, type
ORDER BY acts DESC, issuer, type;
