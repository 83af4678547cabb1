-- Which demands were refused by whom they were made to, within a week?
SELECT d.issuer, d.addressee, d.published AS demanded, r.published AS refused,
       d.text AS demand, r.text AS refusal
FROM demand_pairs AS d
JOIN demand_pairs AS r
  ON r.issuer = d.addressee AND r.addressee = d.issuer
 AND r.published >= d.published AND r.published < d.published + INTERVAL '7 days'
WHERE d.type = 'demand' AND r.type = 'refusal'
ORDER BY demanded, refused, d.segment_id, r.segment_id;
