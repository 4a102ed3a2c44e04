-- The SQLite shell: queries, transactions, triggers, errors, sorts.
-- SPDX-License-Identifier: MIT
.headers on
.mode list
.nullvalue NULL
PRAGMA page_size = 1024;
PRAGMA cache_size = 50;
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE, age INT CHECK (age >= 0),
  boss INT REFERENCES person (id) ON DELETE SET NULL, UNIQUE (name));
CREATE TABLE log (n INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT, at TEXT DEFAULT CURRENT_TIMESTAMP);
PRAGMA foreign_keys = ON;
CREATE TRIGGER inserted AFTER INSERT ON person BEGIN INSERT INTO log (what) VALUES ('new ' || new.name); END;
CREATE TRIGGER deleted BEFORE DELETE ON person WHEN old.age > 90 BEGIN SELECT RAISE (ABORT, 'too old to go'); END;
INSERT INTO person VALUES (1, 'Ada', 36, NULL), (2, 'Brian', 80, 1), (3, 'Ken', 81, 1), (4, 'Dennis', 70, 3), (5, 'Grace', 95, NULL);
SELECT * FROM log;
-- Errors.
INSERT INTO person VALUES (6, 'ADA', 1, NULL);
INSERT INTO person VALUES (6, 'X', -1, NULL);
INSERT INTO person VALUES (6, 'Y', 1, 99);
INSERT INTO person VALUES (6, NULL, 1, NULL);
INSERT INTO person VALUES ('six', 'Z', 1, NULL);
DELETE FROM person WHERE id = 5;
SELECT nothing FROM person;
SELECT * FROM nowhere;
SELEC 1;
SELECT 1 +;
SELECT abs (-9223372036854775808);
SELECT json ('{bad');
SELECT zeroblob (1000000000000);
SELECT count (*) FROM person, (SELECT 1) WHERE max (1);
SELECT (SELECT id, name FROM person);
INSERT OR IGNORE INTO person VALUES (1, 'Eve', 5, NULL);
INSERT INTO person VALUES (1, 'Eve', 5, NULL) ON CONFLICT (id) DO UPDATE SET age = age + excluded.age RETURNING id, name, age;
DELETE FROM person WHERE id = 3 RETURNING *;
SELECT * FROM person ORDER BY name DESC;

-- Recursion.
WITH RECURSIVE c (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c WHERE n < 100000) SELECT count (*), sum (n), avg (n) FROM c;
WITH RECURSIVE xaxis (x) AS (VALUES (-2.0) UNION ALL SELECT x + 0.05 FROM xaxis WHERE x < 1.2),
  yaxis (y) AS (VALUES (-1.0) UNION ALL SELECT y + 0.1 FROM yaxis WHERE y < 1.0),
  m (iter, cx, cy, x, y) AS (SELECT 0, x, y, 0.0, 0.0 FROM xaxis, yaxis
    UNION ALL SELECT iter + 1, cx, cy, x * x - y * y + cx, 2.0 * x * y + cy FROM m WHERE (x * x + y * y) < 4.0 AND iter < 28),
  m2 (iter, cx, cy) AS (SELECT max (iter), cx, cy FROM m GROUP BY cx, cy),
  a (t) AS (SELECT group_concat (substr (' .+*#', 1 + min (iter / 7, 4), 1), '') FROM m2 GROUP BY cy)
SELECT group_concat (rtrim (t), char (10)) FROM a;
WITH RECURSIVE input (sud) AS (VALUES ('53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79')),
  digits (z, lp) AS (VALUES ('1', 1) UNION ALL SELECT CAST (lp + 1 AS TEXT), lp + 1 FROM digits WHERE lp < 9),
  x (s, ind) AS (SELECT sud, instr (sud, '.') FROM input UNION ALL
    SELECT substr (s, 1, ind - 1) || z || substr (s, ind + 1), instr (substr (s, 1, ind - 1) || z || substr (s, ind + 1), '.')
    FROM x, digits AS z WHERE ind > 0 AND NOT EXISTS (SELECT 1 FROM digits AS lp
      WHERE z.z = substr (s, ((ind - 1) / 9) * 9 + lp, 1) OR z.z = substr (s, ((ind - 1) % 9) + (lp - 1) * 9 + 1, 1)
         OR z.z = substr (s, (((ind - 1) / 3) % 3) * 3 + ((ind - 1) / 27) * 27 + lp + ((lp - 1) / 3) * 6, 1)))
SELECT s FROM x WHERE ind = 0;
SELECT 1 WHERE 1 = (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))));

-- Many rows: indexes, sorts that spill, collations, joins.
CREATE TABLE big (a INTEGER PRIMARY KEY, b INT, c TEXT, d REAL, e BLOB);
INSERT INTO big SELECT value, (value * 7919) % 10007, printf ('%08x-%s', (value * 2654435761) % 4294967296,
  substr ('the quick brown fox', value % 15 + 1, 4)), value / 7.0, zeroblob (value % 40) FROM generate_series (1, 30000);
CREATE INDEX big_b ON big (b, c);
CREATE UNIQUE INDEX big_c ON big (c COLLATE RTRIM DESC, a) WHERE a % 2 = 0;
CREATE INDEX big_x ON big (d * 2, length (e));
ANALYZE;
SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY 1, 2;
SELECT a, b, c FROM big ORDER BY substr (c, 5), a DESC LIMIT 5 OFFSET 10000;
SELECT a, c FROM big ORDER BY c || d COLLATE NOCASE DESC LIMIT 5;
SELECT sum (length (c)), count (DISTINCT b), total (d), max (c), min (c), hex (max (e)) FROM big;
SELECT b % 5 AS g, count (*), round (avg (d), 4), group_concat (DISTINCT b % 3) FROM big GROUP BY g HAVING count (*) > 10 ORDER BY 2, 1;
SELECT count (*) FROM big x JOIN big y ON x.b = y.b + 1 WHERE x.a < 5000;
SELECT count (*) FROM big WHERE d * 2 BETWEEN 100 AND 200 AND length (e) > 5;
EXPLAIN QUERY PLAN SELECT * FROM big WHERE b = 7 AND c > '8' ORDER BY c;
PRAGMA threads = 2;
SELECT hex (sha3 (group_concat (c, ''))) FROM (SELECT c FROM big ORDER BY d * b % 17, c);
CREATE INDEX big_threads ON big (c, d, b);
PRAGMA threads = 0;
SELECT column1 FROM (VALUES ('a10'), ('a9'), ('a100'), ('1.50'), ('-3'), ('1.5e1')) ORDER BY column1 COLLATE uint;
SELECT column1 FROM (VALUES ('10'), ('9'), ('-100'), ('1.50'), ('00.2')) ORDER BY column1 COLLATE decimal;

-- Transactions.
BEGIN; UPDATE big SET d = -d, c = upper (c); SAVEPOINT s1; DELETE FROM big WHERE a > 100;
SELECT count (*), total_changes () > 0 FROM big; ROLLBACK TO s1; SELECT count (*), sum (d) < 0 FROM big; RELEASE s1; ROLLBACK;
SELECT count (*), sum (d) > 0 FROM big;
BEGIN; DELETE FROM big WHERE a % 3 = 0; UPDATE big SET e = CAST (c || d AS BLOB) WHERE a % 100 = 1; COMMIT;
COMMIT;
SELECT count (*), changes () FROM big;
PRAGMA integrity_check;
PRAGMA foreign_key_check;
VACUUM;
PRAGMA page_size = 4096; VACUUM;
PRAGMA page_count;
PRAGMA integrity_check;
REINDEX;
PRAGMA quick_check;
PRAGMA journal_mode = MEMORY;

-- Types and functions.
SELECT typeof (1), typeof (1.0), typeof ('1'), typeof (x'01'), typeof (NULL), 1 + '2', '3x' * 2, 7 / 2, 7 / 2.0, -7 % 3, 1 / 0;
SELECT printf ('%d|%5d|%-5d|%05d|%+d|%x|%o|%c|%s|%q|%Q|%w|%,d|%.3f|%e|%g|%!.15g|%%', 1, 2, 3, 4, 5, 255, 8, 'c', 's', 'q''q', 'Q''Q', 'w"w', 1234567, 1.0 / 3, 12345.678, 1e100, 0.1);
SELECT format ('%.50f|%300s|', 1e10 / 3, 'right') AS f, length (printf ('%.*c', 5000, 'x'));
SELECT quote (x'00ff'), hex ('abc'), unhex, 1 FROM (SELECT 1 AS unhex);
SELECT substr ('hello', -3, 2), instr ('hello', 'll'), replace ('banana', 'an', '<>'), trim ('  x '), ltrim ('xxy', 'x'), upper ('aé'), unicode ('€'), char (97, 8364);
SELECT like ('%a_c%', 'xxabcxx'), 'abc' GLOB '[a-b]*', 'a%c' LIKE 'a\%c' ESCAPE '\', 'foobar' REGEXP 'o+b', 'x' IN ('y', 'x', NULL), NULL IS NULL;
SELECT date ('2024-02-29', '+1 year'), julianday ('2000-01-01'), strftime ('%Y-%j %H:%M:%f %w %s', '2023-07-04 12:34:56.789'), datetime (1e9, 'unixepoch'), time ('12:00', '-90 minutes');
SELECT date ('now'), CURRENT_DATE;
SELECT round (sin (1), 10), round (exp (2.5), 10), round (pow (2, 0.5), 10), ceil (1.2), log2 (8), degrees (pi ()), 9007199254740993, 1e308 * 10, -1e308 * 10, 0.1 + 0.2;
SELECT coalesce (NULL, 2), iif (1 > 2, 'a', 'b'), nullif (1, 1), CASE 5 WHEN 4 THEN 'four' WHEN 5 THEN 'five' END, max (1, 'a', 2.5), CAST ('12abc' AS INT), CAST (3.9 AS INT);
SELECT decimal_mul ('1.23456789012345678901234567890', '9.8765432109876543210'), decimal_sum (column1) FROM (VALUES ('0.1'), ('0.2'));
SELECT length (zeroblob (500000)), length (hex (randomblob (1000))), sum (9223372036854775807) FROM (SELECT 1);
SELECT sum (column1) FROM (VALUES (9223372036854775807), (1));

-- Views, generated columns, strict and rowid-less tables, UPSERT, ALTER.
CREATE VIEW v AS SELECT name, age FROM person WHERE age > 50;
CREATE TRIGGER v_insert INSTEAD OF INSERT ON v BEGIN INSERT INTO person (name, age) VALUES (new.name, new.age); END;
INSERT INTO v VALUES ('Viewed', 66);
SELECT * FROM v ORDER BY 1;
CREATE TABLE gen (a INT, b INT AS (a * 2) STORED, c TEXT AS ('c' || b)); INSERT INTO gen (a) VALUES (1), (2); SELECT * FROM gen;
CREATE TABLE st (a INT, b TEXT, c ANY) STRICT; INSERT INTO st VALUES (1, 2, x'03'); INSERT INTO st VALUES ('x', 1, 1); SELECT *, typeof (b) FROM st;
CREATE TABLE wr (k TEXT, n INT, PRIMARY KEY (k, n)) WITHOUT ROWID; INSERT INTO wr SELECT 'k' || value % 10, value FROM generate_series (1, 1000); SELECT k, sum (n) FROM wr GROUP BY k ORDER BY 2 DESC LIMIT 3;
ALTER TABLE person RENAME COLUMN age TO years;
ALTER TABLE person ADD COLUMN extra DEFAULT 'x'; ALTER TABLE gen DROP COLUMN c; ALTER TABLE st RENAME COLUMN c TO d; ALTER TABLE wr RENAME TO wr2;
SELECT sql FROM sqlite_schema ORDER BY name;
ATTACH ':memory:' AS other; CREATE TABLE other.t AS SELECT * FROM person; SELECT count (*) FROM other.t; DETACH other;
.mode box
SELECT * FROM person;
.mode json
SELECT * FROM person;
.mode insert person
SELECT * FROM person;
.mode list
.schema person
.dump log
.tables
.stats off
.indexes big
.nonsense
.import no-such-file x
.parameter set :p 42
SELECT :p, ?1;
.selftest
.sha3sum
