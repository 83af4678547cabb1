-- Which parties are named in most stories of each language?
SELECT language, principal, stories
FROM (
  SELECT language, principal, count(DISTINCT article_id) AS stories,
         row_number() OVER (
           PARTITION BY language ORDER BY count(DISTINCT article_id) DESC, principal
         ) AS place
  FROM mentions
  GROUP BY language, principal
) AS placed
WHERE place <= 3
ORDER BY language, place;
