-- SQLite's extensions: windows, JSON, full text search, R-trees, archives, backup.
-- SPDX-License-Identifier: MIT
.headers on
.nullvalue NULL
CREATE TABLE sale (region TEXT, day INT, amount REAL);
INSERT INTO sale SELECT substr ('NESW', value % 4 + 1, 1), value / 4, (value * 37) % 101 FROM generate_series (0, 999);
SELECT region, day, amount, sum (amount) OVER w, rank () OVER (PARTITION BY region ORDER BY amount DESC) AS r,
  lag (amount, 2, -1) OVER w, first_value (day) OVER w, nth_value (day, 3) OVER w FROM sale
  WINDOW w AS (PARTITION BY region ORDER BY day ROWS BETWEEN 3 PRECEDING AND 1 FOLLOWING) ORDER BY region, day LIMIT 20;
SELECT region, ntile (4) OVER (ORDER BY amount, region), cume_dist () OVER (ORDER BY amount), percent_rank () OVER (ORDER BY amount),
  dense_rank () OVER (ORDER BY amount), row_number () OVER (ORDER BY amount, day, region) AS n FROM sale ORDER BY n LIMIT 10 OFFSET 500;
SELECT sum (s), max (g) FROM (SELECT sum (amount) FILTER (WHERE day % 2) OVER (ORDER BY amount GROUPS BETWEEN 2 PRECEDING AND CURRENT ROW EXCLUDE TIES) AS s,
  group_concat (region, '') OVER (ORDER BY day RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE GROUP) AS g FROM sale);
SELECT ntile (0) OVER () FROM sale;

SELECT json ('{"a":[1,2.5,"x",null,true,{"b":{"c":[]}}],"u":"\u20ac"}'), json_extract ('{"a":[1,2,{"b":3}]}', '$.a[2].b', '$.a[#-1]');
SELECT fullkey, type, atom, path FROM json_tree ('{"a":[1,2,{"b":3}],"c":{"d":"e"}}');
SELECT key, value FROM json_each ('[10,"x",null,[1]]');
SELECT json_group_array (day), json_group_object (region || day, amount) FROM sale WHERE day < 3;
SELECT json_set ('{"a":1}', '$.b', json ('[1,2]')), json_patch ('{"a":1,"b":2}', '{"a":null,"c":3}'), json_remove ('[1,2,3]', '$[1]'), json_type ('[1]', '$[0]'), '{"x":[7]}' ->> '$.x[0]', '{"x":1}' -> 'x';
SELECT json_valid ('{'), json_valid ('[1]'), json_quote (x'00');
SELECT json_extract ('[1', '$[0]');
WITH RECURSIVE n (i, j) AS (VALUES (0, '1') UNION ALL SELECT i + 1, '[' || j || ']' FROM n WHERE i < 900)
  SELECT max (i), length (json (j)), json_array_length (j) FROM n WHERE i = 900;
SELECT json_valid (printf ('%.*c', 5000, '['));

CREATE VIRTUAL TABLE docs USING fts5 (title, body, tokenize = 'porter unicode61', prefix = '2 3');
WITH w (i, t) AS (VALUES (0, 'running'), (1, 'jumped'), (2, 'the'), (3, 'stack'), (4, 'goroutine'), (5, 'segments'), (6, 'of'), (7, 'memories'), (8, 'Überraschung'), (9, 'queues'), (10, 'thread'))
  INSERT INTO docs SELECT 'doc ' || value, (SELECT group_concat (t, ' ') FROM w WHERE (i * 7 + value * (i + 3)) % 31 < 14) FROM generate_series (1, 2000);
SELECT count (*) FROM docs WHERE docs MATCH 'run AND stack NOT queue';
SELECT rowid, highlight (docs, 1, '[', ']'), round (bm25 (docs), 6) FROM docs WHERE docs MATCH 'body : memory NEAR(stack thread, 3)' ORDER BY rank, rowid LIMIT 5;
SELECT rowid, snippet (docs, -1, '<', '>', '...', 3) FROM docs ('gorou* OR "the stack"') ORDER BY rowid LIMIT 5;
SELECT count (*) FROM docs ('uberraschung'), (SELECT 1);
SELECT * FROM docs ('AND');
DELETE FROM docs WHERE rowid % 3 = 0; UPDATE docs SET body = body || ' updated' WHERE rowid < 100;
INSERT INTO docs (docs) VALUES ('optimize'); INSERT INTO docs (docs) VALUES ('integrity-check');
SELECT count (*) FROM docs ('update');
CREATE VIRTUAL TABLE vocab USING fts5vocab (docs, row); SELECT * FROM vocab ORDER BY cnt DESC, term LIMIT 8;
CREATE VIRTUAL TABLE old USING fts4 (a, b, tokenize = porter); INSERT INTO old SELECT title, body FROM docs;
SELECT docid, offsets (old), hex (matchinfo (old)), snippet (old) FROM old WHERE old MATCH 'stack (run OR jump)' LIMIT 10;
INSERT INTO old (old) VALUES ('merge=4,2');

CREATE VIRTUAL TABLE boxes USING rtree (id, x0, x1, y0, y1, +name);
INSERT INTO boxes SELECT value, value % 100, value % 100 + value % 7, value / 100, value / 100 + value % 5, 'box' || value FROM generate_series (1, 5000);
SELECT count (*), sum (id) FROM boxes WHERE x0 > 10 AND x1 < 30 AND y0 >= 5 AND y1 <= 25;
DELETE FROM boxes WHERE id % 4 = 1; UPDATE boxes SET x1 = x1 + 1 WHERE id < 50;
SELECT rtreecheck ('boxes'), count (*) FROM boxes;
INSERT INTO boxes VALUES (1, 5, 4, 0, 0, 'bad');
CREATE VIRTUAL TABLE shapes USING geopoly (name);
INSERT INTO shapes (name, _shape) SELECT 's' || value, geopoly_regular (value % 20, value / 20, 1 + value % 3, 3 + value % 9) FROM generate_series (1, 200);
SELECT count (*), round (sum (geopoly_area (_shape)), 4) FROM shapes WHERE geopoly_overlap (_shape, geopoly_regular (10, 5, 3, 6));

CREATE TABLE packed AS SELECT 'file' || value AS name, printf ('%.*c', value * 50, char (65 + value)) AS data FROM generate_series (1, 20);
SELECT name, length (data), length (sqlar_compress (data)), sqlar_uncompress (sqlar_compress (data), length (data)) = data FROM packed;
SELECT length (zipfile (name, data)) FROM packed;
SELECT name, mode, sz, method, length (data) FROM zipfile ((SELECT zipfile (name, 33188, 1000000000, data) FROM packed)) LIMIT 5;
SELECT writefile ('out.txt', group_concat (data, char (10))) FROM packed;
SELECT length (readfile ('out.txt')), hex (sha3 (readfile ('out.txt')));
.archive --create --file test.sqlar out.txt
.archive --list --file test.sqlar
CREATE TABLE csv (a, b);
.mode csv
.once out.csv
SELECT name, length (data) FROM packed;
.import out.csv csv
SELECT count (*), sum (b) FROM csv;
SELECT name, sum (payload), sum (ncell) FROM dbstat WHERE name IN ('packed', 'sale') GROUP BY name ORDER BY name;
SELECT opcode, count (*) FROM bytecode ('SELECT * FROM sale ORDER BY amount') GROUP BY 1 ORDER BY 1;
EXPLAIN SELECT region, count (*) FROM sale GROUP BY region;
.backup copy.db
.open copy.db
PRAGMA integrity_check;
PRAGMA journal_mode = WAL;
BEGIN; UPDATE sale SET amount = amount + 1; COMMIT;
PRAGMA wal_checkpoint (TRUNCATE);
PRAGMA journal_mode = DELETE;
SELECT sum (amount) FROM sale;
SELECT edit ('x', 'false');
.clone other.db
.shell echo from a child
.system exit 3
.expert
SELECT * FROM sale WHERE amount = 5 AND day > 3;
.quit
