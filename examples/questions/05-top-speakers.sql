-- Who is quoted most, in how many stories, and how many words directly?
SELECT speaker, count(*) AS quotes, count(DISTINCT article_id) AS stories,
       sum(CASE WHEN kind = 'direct' THEN length(words) ELSE 0 END) AS direct_characters
FROM quotes
WHERE speaker IS NOT NULL
GROUP BY speaker
ORDER BY quotes DESC, speaker
LIMIT 20;
