-- Views of the results of `advise screen`: over the tables `projects`, `findings`, `unknown` and `errors`.

-- How many projects stand where.
CREATE OR REPLACE VIEW standings AS
SELECT standing, count(*) AS projects FROM projects GROUP BY standing;

-- What stops projects: in how many, and in how many of them it is the only thing. COM-01/COM-02: one of them, whatever the answer is.
CREATE OR REPLACE VIEW held_back AS
WITH stops AS (SELECT DISTINCT project, code FROM findings WHERE kind = 'finding' AND severity = 'blocker'
               UNION SELECT id, either FROM projects WHERE verdict = 'hold' AND either IS NOT NULL),
     counted AS (SELECT project, count(*) AS codes FROM stops GROUP BY project)
SELECT code, count(*) AS projects, count(*) FILTER (WHERE codes = 1) AS alone
FROM stops JOIN counted USING (project) JOIN projects ON projects.id = stops.project AND projects.verdict = 'hold'
GROUP BY code ORDER BY 2 DESC, 3 DESC, code;

-- Which answers a verdict waits for: in how many projects, and in how many of them it is the only one.
CREATE OR REPLACE VIEW missing_answers AS
WITH waits AS (SELECT DISTINCT project, fact FROM unknown),
     counted AS (SELECT project, count(*) AS facts FROM waits GROUP BY project)
SELECT fact, count(*) AS projects, count(*) FILTER (WHERE facts = 1) AS alone
FROM waits JOIN counted USING (project) GROUP BY fact ORDER BY 2 DESC, 3 DESC, fact;

-- How often each rule is found, as what, and how grave.
CREATE OR REPLACE VIEW by_code AS
SELECT code, kind, severity, count(DISTINCT project) AS projects
FROM findings GROUP BY code, kind, severity ORDER BY code, kind, severity;

-- Projects on hold with all that stops them, beside each other; COM-01/COM-02 where one of them does, whatever the answer is.
CREATE OR REPLACE VIEW on_hold AS
SELECT p.id, p.name, p.place, coalesce(p.either, string_agg(DISTINCT f.code, ', ' ORDER BY f.code)) AS codes
FROM projects p LEFT JOIN findings f ON f.project = p.id AND f.kind = 'finding' AND f.severity = 'blocker'
WHERE p.verdict = 'hold' GROUP BY p.id, p.name, p.place, p.either ORDER BY p.id;
