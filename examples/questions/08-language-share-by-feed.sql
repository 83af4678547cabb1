-- What share of each feed's stories is in which language?
SELECT coalesce(feed_title, '(plain text)') AS feed, language, count(*) AS stories,
       round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY coalesce(feed_title, '(plain text)')), 1)
         AS percent
FROM current_articles
WHERE revision = 1
GROUP BY 1, 2
ORDER BY feed, stories DESC, language;
