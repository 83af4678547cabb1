-- Which state demanded how much of which other one, week by week (weeks begin on Monday, UTC)?
SELECT CAST(date_trunc('week', published AT TIME ZONE 'UTC') AS date) AS week,
       issuer, addressee, count(*) AS demands
FROM demand_pairs
WHERE type = 'demand' AND issuer LIKE 'state:%' AND addressee LIKE 'state:%'
GROUP BY 1, 2, 3
ORDER BY week, demands DESC, issuer, addressee;
