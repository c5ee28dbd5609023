-- The figures, as one statement: what a report of this program prints, for whoever keeps the files in a database.
-- indberetning: one row for each line of the leaders' files (skema, periode, omraade, n, spoergsmaal, svar, antal).
-- indikator: one row for each question of each skema; k is the length of a list whose counts sum to n, 0 for all others.
-- A list's counts are put right with the public n, each skema by itself; then the skemas are added; small rows go last.
-- Plain SQL: runs on SQLite, DuckDB, PostgreSQL and Spark. The share is antal over personer (a11: over personer and the four counts).
-- For areas add omraade to the last SELECT and GROUP BY.
WITH raa AS (
    SELECT skema, periode, omraade, spoergsmaal, svar, COUNT(*) AS l, SUM(n) AS personer, SUM(antal) AS c
    FROM indberetning
    GROUP BY skema, periode, omraade, spoergsmaal, svar
), rettet AS (
    SELECT raa.periode, raa.omraade, raa.spoergsmaal, raa.svar, raa.l, raa.personer,
           raa.c - CASE WHEN i.k = 0 THEN 0.0
                        ELSE (SUM(raa.c) OVER (PARTITION BY raa.skema, raa.periode, raa.omraade, raa.spoergsmaal) - raa.personer) * 1.0 / i.k
                   END AS antal
    FROM raa
    JOIN indikator i ON i.skema = raa.skema AND i.spoergsmaal = raa.spoergsmaal
)
SELECT periode, spoergsmaal, svar, SUM(l) AS batcher, SUM(personer) AS personer, SUM(antal) AS antal
FROM rettet
GROUP BY periode, spoergsmaal, svar
HAVING SUM(l) >= 3 AND SUM(personer) >= 20
