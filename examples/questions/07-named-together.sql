-- Which two states are named in the same paragraph or bullet most often?
SELECT one.principal AS one, other.principal AS other, count(DISTINCT one.segment_id) AS segments
FROM mentions AS one
JOIN mentions AS other
  ON other.segment_id = one.segment_id AND other.principal > one.principal
WHERE one.principal LIKE 'state:%' AND other.principal LIKE 'state:%'
GROUP BY one.principal, other.principal
ORDER BY segments DESC, one, other
LIMIT 20;
