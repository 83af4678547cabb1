-- Which stories changed after they were published, how often, and how much longer did they get?
SELECT first.article_id, first.title AS title_then, latest.title AS title_now,
       latest.revision AS revisions, length(latest.text) - length(first.text) AS longer
FROM current_articles AS first
JOIN (SELECT article_id, max(revision) AS revision FROM current_articles GROUP BY article_id) AS last
  ON last.article_id = first.article_id
JOIN current_articles AS latest
  ON latest.article_id = last.article_id AND latest.revision = last.revision
WHERE first.revision = 1 AND last.revision > 1
ORDER BY revisions DESC, first.article_id;
