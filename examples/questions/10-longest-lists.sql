-- Which stories hold the longest lists of points, and what introduces them?
SELECT a.title, lead.text AS introduced_by, count(*) AS points
FROM current_articles AS a
JOIN segments AS s
  ON s.article_id = a.article_id AND s.revision = a.revision AND s.run_id = a.run_id
LEFT JOIN segments AS lead
  ON lead.article_id = s.article_id AND lead.revision = s.revision AND lead.run_id = s.run_id
 AND lead."index" = s.lead_in
WHERE s.kind = 'bullet'
GROUP BY a.article_id, a.revision, a.title, s.list, lead.text
ORDER BY points DESC, a.title, introduced_by
LIMIT 20;
