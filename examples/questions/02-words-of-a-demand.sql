-- What did Moscow demand of NATO, in which words, in which story?
SELECT published, cue, text, title, url, inherited, rule
FROM demand_pairs
WHERE type = 'demand' AND issuer = 'state:RUS' AND addressee = 'igo:NATO'
ORDER BY published, segment_id;
