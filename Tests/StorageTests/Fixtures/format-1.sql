PRAGMA page_size = 8192;
PRAGMA application_id = 1111838278;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE text (
  hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  body TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB
    '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  stated INTEGER NOT NULL CHECK (stated IN (0, 1)),
  origin TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  command_sha256 TEXT NOT NULL REFERENCES text (hash) ON DELETE RESTRICT ON UPDATE RESTRICT,
  tool_version TEXT NOT NULL,
  reason_sha256 TEXT REFERENCES text (hash) ON DELETE RESTRICT ON UPDATE RESTRICT,
  file_name TEXT,
  file_size INTEGER CHECK (file_size >= 0),
  file_sha256 TEXT CHECK (length(file_sha256) = 64 AND file_sha256 NOT GLOB '*[^0-9a-f]*'),
  rows_added INTEGER CHECK (rows_added >= 0),
  rows_revised INTEGER CHECK (rows_revised >= 0),
  rows_unchanged INTEGER CHECK (rows_unchanged >= 0),
  encoding_version INTEGER,
  content_hash TEXT CHECK (length(content_hash) = 64 AND content_hash NOT GLOB '*[^0-9a-f]*'),
  previous_hash TEXT CHECK (length(previous_hash) = 64 AND previous_hash NOT GLOB '*[^0-9a-f]*'),
  hash TEXT CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  CHECK ((file_name IS NULL) = (file_size IS NULL)),
  CHECK ((file_name IS NULL) = (file_sha256 IS NULL)),
  CHECK ((rows_added IS NULL) = (rows_revised IS NULL)),
  CHECK ((rows_added IS NULL) = (rows_unchanged IS NULL))
) STRICT;
CREATE TABLE series (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  measure TEXT NOT NULL COLLATE NOCASE CHECK (measure <> ''),
  site TEXT NOT NULL COLLATE NOCASE CHECK (site <> ''),
  stratum TEXT NOT NULL COLLATE NOCASE CHECK (stratum <> ''),
  period_kind TEXT NOT NULL
    CHECK (period_kind IN ('day', 'week', 'month', 'quarter', 'year')),
  UNIQUE (measure, site, stratum)
) STRICT;
CREATE TABLE definition_row (
  noun TEXT NOT NULL CHECK (noun IN ('action', 'annotation', 'assumption', 'benefit', 'calendar',
    'decision', 'measure', 'policy', 'programme', 'project', 'review', 'site', 'stratum',
    'waiver')),
  id TEXT NOT NULL COLLATE NOCASE CHECK (id <> ''),
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ordinal INTEGER NOT NULL,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  body TEXT CHECK (body GLOB '{*}'),
  PRIMARY KEY (noun, id, entry_id),
  CHECK ((retired = 1) = (body IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE baseline_row (
  series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  first_period INTEGER CHECK (first_period BETWEEN -25567 AND 84005),
  last_period INTEGER CHECK (last_period BETWEEN -25567 AND 84005),
  value REAL CHECK (value BETWEEN -1e15 AND 1e15),
  source_sha256 TEXT REFERENCES text (hash) ON DELETE RESTRICT ON UPDATE RESTRICT,
  state TEXT CHECK (state IN ('provisional', 'validated')),
  validated_by TEXT,
  validated_on INTEGER CHECK (validated_on BETWEEN -25567 AND 84005),
  PRIMARY KEY (series_id, ordinal, entry_id),
  CHECK ((retired = 1) = (state IS NULL)),
  CHECK ((first_period IS NULL) = (last_period IS NULL)),
  CHECK ((value IS NULL) = (source_sha256 IS NULL)),
  CHECK (retired = (first_period IS NULL AND value IS NULL)),
  CHECK (first_period IS NULL OR value IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE target_row (
  series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  value REAL CHECK (value BETWEEN -1e15 AND 1e15),
  amber REAL CHECK (amber BETWEEN -1e15 AND 1e15),
  stretch REAL CHECK (stretch BETWEEN -1e15 AND 1e15),
  basis TEXT CHECK (basis IN ('level', 'to-date')),
  from_period INTEGER CHECK (from_period BETWEEN -25567 AND 84005),
  reach_by INTEGER CHECK (reach_by BETWEEN -25567 AND 84005),
  hold_until INTEGER CHECK (hold_until BETWEEN -25567 AND 84005),
  trajectory TEXT CHECK (trajectory GLOB '{*}'),
  committed_by TEXT,
  committed_on INTEGER CHECK (committed_on BETWEEN -25567 AND 84005),
  decision_sha256 TEXT REFERENCES text (hash) ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY (series_id, ordinal, entry_id),
  CHECK ((retired = 1) = (value IS NULL)),
  CHECK ((basis IS NULL) = (reach_by IS NULL)),
  CHECK ((basis IS NULL) = (retired = 1 OR ordinal = 0)),
  CHECK (amber IS NULL OR ordinal = 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE measurement_row (
  series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  period INTEGER NOT NULL CHECK (period BETWEEN -25567 AND 84005),
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  number REAL CHECK (number BETWEEN -1e15 AND 1e15),
  denominator REAL CHECK (denominator BETWEEN 0 AND 1e15),
  flags INTEGER NOT NULL CHECK (flags BETWEEN 0 AND 15 AND flags & 7 <= 4),
  note_sha256 TEXT REFERENCES text (hash) ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY (series_id, period, entry_id),
  CHECK (number IS NOT NULL OR flags & 7 >= 3)
) STRICT, WITHOUT ROWID;
CREATE TABLE redaction_row (
  hash TEXT NOT NULL REFERENCES text (hash) ON DELETE RESTRICT ON UPDATE RESTRICT,
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY (hash, entry_id)
) STRICT, WITHOUT ROWID;
INSERT INTO text VALUES ('00dfb98fbee5dd51db12f852aaf0d84773caec7149b80265df4b83d1ba7c5091', 'A visit averts an admission');
INSERT INTO text VALUES ('031947aeb26f31fe8fc0d7caa2c608836414df8e4b61e6b25e5acf12ad2ed3fb', 'On course, but late');
INSERT INTO text VALUES ('07ec4c988890e05da030eb57ca5c3cdf02f7a08d3f083b0b7fd5cc0123383aa3', 'System change');
INSERT INTO text VALUES ('0b20fe61b598166f788fb42b527fb2095da9a7ae982aa179955fb8829f7e0a56', 'Relieve the caseload');
INSERT INTO text VALUES ('16dcaa923f16b449fb2089fd7f135465339cc1e6638c8e5fcf7f143d60f4a0d3', 'Returns');
INSERT INTO text VALUES ('3e18f0b0858e01b276f3c69cfea88daea1cc84507c3a1b4842612c5e9e26bace', 'Accept the slip');
INSERT INTO text VALUES ('4ff7e030f35bcbbb5a88abde413aff26c4755f2da08d5da2f112b7e3ee565afd', 'System migration');
INSERT INTO text VALUES ('537ee1b20fa9db2a2ae6c4c5ef83588d5cc793a529cf60d3a2cc3efb7a4a9869', '2022/23 audit');
INSERT INTO text VALUES ('5f9448796e7c6852ad9858fa9000776f8079f6c037270c7276dd9a33f6cde82f', 'Staff stay');
INSERT INTO text VALUES ('7eebaef7876e993fc6283f5858cb9440dfe00fa7e7b02954e88fcd5ec7c564d6', 'D-017');
INSERT INTO text VALUES ('861feb1c109ac9e657ccb713b1b6763322bb198e8715c1ed6d9fdfa7fb74760a', 'New steady state');
INSERT INTO text VALUES ('8b1028fee87b6ff49956384eeae5a84bb830ef77545b4d57db51683c97c4d223', 'Count again');
INSERT INTO text VALUES ('964a0cb261bd2a4f2818e8ed69842580e88176c243903cccaa45d10459276190', 'Board, 3 June 2024');
INSERT INTO text VALUES ('9e07faf9731203082440eaecb783caa042dc9e85cf65cbcb7199d394c881ce5d', 'benefits-cli test');
INSERT INTO text VALUES ('bb54068aea85faa7e487530083366be9962390af822e4c71ef1aca7033c83e66', 'init');
INSERT INTO text VALUES ('c97e6a95bcd0833756e07a338ad81149be8bbfe8367b9b8da93c21d8b1b6c858', 'Board, 2 May 2024');
INSERT INTO text VALUES ('cc1b4c8daad22e40cc6165404b7896376212193223579da8ad41b8d10ae64b44', NULL);
INSERT INTO text VALUES ('d06b8a6778b443f8b8c8ac08d3891dc800810845f86c44e41c2c413a7b5a1e9c', 'Never came');
INSERT INTO text VALUES ('dc76f5e8e7f2b6d094a2f49a272d43db347f0993933af0ee190c436e97878e45', 'Audit of 120 visits');
INSERT INTO text VALUES ('dc96f19bdd13ff2990f9f3a6484a4778800e0bd78574460933096144a100c179', 'Crisis team live in Alderwick');
INSERT INTO text VALUES ('e6fdff0f9c90aea9398b3d7c741c39eaf993974e944abc02525cd379886b23c4', 'plan apply');
INSERT INTO text VALUES ('eaec807a282f3b749da979332e7455c9613c7089efa2b4969bbc38693eec19bf', 'Two teams – é');
INSERT INTO entry VALUES (1, '2026-01-01T09:00:00Z', 0, 'test', 'Analyst', 'bb54068aea85faa7e487530083366be9962390af822e4c71ef1aca7033c83e66', '0.1.0', NULL, NULL, NULL, NULL, 0, 0, 0, 1, '978fd17dfaaf4c18285cacb88f8d80fcda74de04762ebb6f5b1c0d35579f41fc', NULL, '7a7ea10cc8eb07b9a977ba0c0390ee61ce6e45865e85cdda519253ba0e009086');
INSERT INTO entry VALUES (2, '2026-01-01T10:00:00Z', 0, 'test', 'Analyst', 'e6fdff0f9c90aea9398b3d7c741c39eaf993974e944abc02525cd379886b23c4', '0.1.0', NULL, NULL, NULL, NULL, 34, 0, 0, 1, '8cb1f839164c5ce4085d32469911fbc4ef66cc8f92dc9c70dfd47258294858d3', '7a7ea10cc8eb07b9a977ba0c0390ee61ce6e45865e85cdda519253ba0e009086', 'b81bb4c915bc9495f873b6d4d2e0c960f1e6f56901e7da10973205b8e1b63df2');
INSERT INTO entry VALUES (3, '2026-05-01T12:00:00Z', 1, 'test', 'Analyst', '9e07faf9731203082440eaecb783caa042dc9e85cf65cbcb7199d394c881ce5d', '0.1.0', '16dcaa923f16b449fb2089fd7f135465339cc1e6638c8e5fcf7f143d60f4a0d3', 'returns.csv', 1, '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', 4, 0, 0, 1, '2f9834ba85a2afc37da2e83e470874a917ce7d1312c975af82c897e4716c71ea', 'b81bb4c915bc9495f873b6d4d2e0c960f1e6f56901e7da10973205b8e1b63df2', 'c2bbd0e67bb5ec99f60e023e9f4865eb54c4d8c656a26f2b7afdf3b994f40367');
INSERT INTO entry VALUES (4, '2026-05-02T12:00:00Z', 0, 'test', 'Analyst', '9e07faf9731203082440eaecb783caa042dc9e85cf65cbcb7199d394c881ce5d', '0.1.0', 'cc1b4c8daad22e40cc6165404b7896376212193223579da8ad41b8d10ae64b44', NULL, NULL, NULL, 0, 1, 0, 1, '2aea2d763e3b414d85a0a9bc133fb8fc23b14d8cf8bb976577d40ace23d8a5be', 'c2bbd0e67bb5ec99f60e023e9f4865eb54c4d8c656a26f2b7afdf3b994f40367', 'cf9ce368866ffe337621acba8a5b1109e78efb976fadc380092325da3a0fb195');
INSERT INTO entry VALUES (5, '2026-05-03T12:00:00Z', 0, 'test', 'Analyst', '9e07faf9731203082440eaecb783caa042dc9e85cf65cbcb7199d394c881ce5d', '0.1.0', NULL, NULL, NULL, NULL, 0, 1, 0, 1, '2f501e0b9a1ca6823e4b3ed154583f75449dafc864092ec884d57bf53a1251bb', 'cf9ce368866ffe337621acba8a5b1109e78efb976fadc380092325da3a0fb195', '6e69d6c5db7f3a16e22cd00c77a6081b430f2db9d8fa21adc803aa11ae50c7ab');
INSERT INTO entry VALUES (6, '2026-05-04T12:00:00Z', 0, 'test', 'Analyst', '9e07faf9731203082440eaecb783caa042dc9e85cf65cbcb7199d394c881ce5d', '0.1.0', NULL, NULL, NULL, NULL, 0, 1, 0, 1, '9a091ee9d2161f89e0f56362c62bd1bee224345b3504606b9d4efe4b37326fde', '6e69d6c5db7f3a16e22cd00c77a6081b430f2db9d8fa21adc803aa11ae50c7ab', '890b19fc5311dad61abf89acbf1d898309dbbe4d072c951a4ed63d8e2dd2f729');
INSERT INTO entry VALUES (7, '2026-05-05T12:00:00Z', 0, 'test', 'Analyst', '9e07faf9731203082440eaecb783caa042dc9e85cf65cbcb7199d394c881ce5d', '0.1.0', NULL, NULL, NULL, NULL, 0, 1, 0, 1, '30401f35d6a746056e1889986f9b145a7f1dbfb8549e130eede001a39fd7c6c9', '890b19fc5311dad61abf89acbf1d898309dbbe4d072c951a4ed63d8e2dd2f729', 'dd9e6655be72c34a7b4df769a989f68cdd653ff3ef652bd1076bbd277bcb1358');
INSERT INTO series VALUES (1, 'HF-M01', 'alderwick', 'fifth-1', 'month');
INSERT INTO series VALUES (2, 'HF-M01', 'home-first', 'all', 'month');
INSERT INTO series VALUES (3, 'HF-M08', 'home-first', 'all', 'quarter');
INSERT INTO series VALUES (4, 'HF-M14', 'home-first', 'all', 'year');
INSERT INTO definition_row VALUES ('action', 'A-09', 2, 1048576, 0, '{"benefits":["HF-B01"],"done_on":"2026-05-20","due":"2026-05-29","measures":["HF-M01"],"owner":"Community Nursing Lead","raised":"2026-02-20","text_sha256":"0b20fe61b598166f788fb42b527fb2095da9a7ae982aa179955fb8829f7e0a56"}');
INSERT INTO definition_row VALUES ('action', 'A-10', 2, 2097152, 0, '{"due":"2026-06-30","owner":"Analyst","text_sha256":"8b1028fee87b6ff49956384eeae5a84bb830ef77545b4d57db51683c97c4d223"}');
INSERT INTO definition_row VALUES ('annotation', 'a2', 2, 2097152, 0, '{"date":"2024-01-01","kind":"data-issue","text_sha256":"07ec4c988890e05da030eb57ca5c3cdf02f7a08d3f083b0b7fd5cc0123383aa3"}');
INSERT INTO definition_row VALUES ('annotation', 'go-live-1', 2, 1048576, 0, '{"date":"2024-07-01","kind":"go-live","measures":["HF-M01"],"projects":["P1"],"sites":["alderwick"],"text_sha256":"dc96f19bdd13ff2990f9f3a6484a4778800e0bd78574460933096144a100c179"}');
INSERT INTO definition_row VALUES ('assumption', 'A1', 2, 1048576, 0, '{"benefits":["HF-B01"],"evidence_sha256":"dc76f5e8e7f2b6d094a2f49a272d43db347f0993933af0ee190c436e97878e45","state":"supported","tested_on":"2025-02-01","text_sha256":"00dfb98fbee5dd51db12f852aaf0d84773caec7149b80265df4b83d1ba7c5091"}');
INSERT INTO definition_row VALUES ('assumption', 'A2', 2, 2097152, 0, '{"benefits":["HF-B03"],"state":"untested","text_sha256":"5f9448796e7c6852ad9858fa9000776f8079f6c037270c7276dd9a33f6cde82f"}');
INSERT INTO definition_row VALUES ('benefit', 'HF-B01', 2, 1048576, 0, '{"aim":"patient-experience","bau_owner":"Director of Operations","class":"non-cash-releasing","first_benefit":"2024-10-01","hand_over":"2026-04-01","lifecycle":"realising","owner":"Community Nursing Lead","project":"P1","tags":["frailty"],"title":"Faster crisis response","tolerance":{"amber":5,"red":12.5},"weight":2}');
INSERT INTO definition_row VALUES ('benefit', 'HF-B03', 2, 2097152, 0, '{"aim":"cost-efficiency","disbenefit":true,"lifecycle":"closed","project":"P2","reason_sha256":"d06b8a6778b443f8b8c8ac08d3891dc800810845f86c44e41c2c413a7b5a1e9c","title":"Travel","weight":1}');
INSERT INTO definition_row VALUES ('calendar', 'calendar', 2, 1048576, 0, '{"holidays":"england","year_starts":"april"}');
INSERT INTO definition_row VALUES ('decision', 'D-017', 2, 1048576, 0, '{"benefits":["HF-B01"],"body":"Programme Board","date":"2026-01-15","measures":["HF-M08"],"text_sha256":"3e18f0b0858e01b276f3c69cfea88daea1cc84507c3a1b4842612c5e9e26bace"}');
INSERT INTO definition_row VALUES ('measure', 'HF-M01', 2, 1048576, 0, '{"aggregation":"ratio","benefits":["HF-B01"],"decimals":1,"definition":"Seen within 2 hours, \"of all\" referrals / month","definition_from":"2025-04","definition_version":"2","direction":"higher","equity_gap":3,"expected":{"from":40},"frequency":{"every":"month","final_days":60,"from":"2023-04","grace_days":3,"lag_working_days":15},"kind":"proportion","multiply":100,"owner":"Data Intelligence Lead","phases":[{"from":"2025-04","reason_sha256":"861feb1c109ac9e657ccb713b1b6763322bb198e8715c1ed6d9fdfa7fb74760a"},{"from":"2025-10"}],"possible":{"from":0,"to":100},"role":"outcome","seasonal":true,"source":"Crisis system","suppress_below":5,"tags":["frailty","Winter"],"title":"Crisis referrals seen within 2 hours","tolerance":2.5,"unit":"%"}');
INSERT INTO definition_row VALUES ('measure', 'HF-M08', 2, 2097152, 0, '{"aggregation":"ratio","benefits":["HF-B03"],"decimals":1,"direction":"lower","frequency":{"every":"quarter","from":"2023/24-Q1","interval":2},"guards":["HF-B01"],"kind":"proportion","multiply":100,"role":"balancing","title":"Readmissions within 30 days","unit":"%"}');
INSERT INTO definition_row VALUES ('measure', 'HF-M14', 2, 3145728, 0, '{"aggregation":"sum","decimals":2,"direction":"higher","frequency":{"every":"year","from":"2023/24"},"kind":"value","multiply":1,"role":"outcome","title":"Savings","unit":"£k"}');
INSERT INTO definition_row VALUES ('policy', 'policy', 2, 1048576, 0, '{"profile":"board","waiver_max_days":60}');
INSERT INTO definition_row VALUES ('programme', 'home-first', 2, 1048576, 0, '{"purpose":"Older people are helped quickly at home","title":"Home First"}');
INSERT INTO definition_row VALUES ('project', 'P1', 2, 1048576, 0, '{"go_live":"2024-07-01","owner":"Community Nursing Lead","title":"Urgent Community Response"}');
INSERT INTO definition_row VALUES ('project', 'P2', 2, 2097152, 0, '{"title":"Second"}');
INSERT INTO definition_row VALUES ('review', 'R-1', 2, 1048576, 0, '{"benefits":["HF-B01"],"body":"Programme Board","date":"2026-01-29","decision_sha256":"7eebaef7876e993fc6283f5858cb9440dfe00fa7e7b02954e88fcd5ec7c564d6","narrative_sha256":"031947aeb26f31fe8fc0d7caa2c608836414df8e4b61e6b25e5acf12ad2ed3fb","next_due":"2026-04-30"}');
INSERT INTO definition_row VALUES ('review', 'R-2', 2, 2097152, 0, '{"body":"Programme Board","date":"2026-04-30","kind":"sustainability"}');
INSERT INTO definition_row VALUES ('site', 'alderwick', 2, 1048576, 0, '{"go_live":"2024-07-01","parent":"home-first","title":"Alderwick"}');
INSERT INTO definition_row VALUES ('site', 'brackenmere', 2, 2097152, 0, '{"title":"Brackenmere"}');
INSERT INTO definition_row VALUES ('stratum', 'fifth-1', 2, 1048576, 0, '{"title":"Most deprived fifth"}');
INSERT INTO definition_row VALUES ('stratum', 'fifth-5', 2, 2097152, 0, '{"title":"Least deprived fifth"}');
INSERT INTO definition_row VALUES ('waiver', 'w1', 2, 1048576, 0, '{"approved_by":"Chief Operating Officer","check":"data.overdue","created":"2024-05-02","decision_sha256":"c97e6a95bcd0833756e07a338ad81149be8bbfe8367b9b8da93c21d8b1b6c858","expires":"2024-08-31","reason_sha256":"4ff7e030f35bcbbb5a88abde413aff26c4755f2da08d5da2f112b7e3ee565afd","subject":"HF-M08"}');
INSERT INTO baseline_row VALUES (1, 1, 2, 0, 19448, 19783, NULL, NULL, 'provisional', NULL, NULL);
INSERT INTO baseline_row VALUES (2, 1, 2, 0, 19448, 19783, NULL, NULL, 'validated', 'Head of Performance', 19853);
INSERT INTO baseline_row VALUES (3, 1, 2, 0, NULL, NULL, 13.1, '537ee1b20fa9db2a2ae6c4c5ef83588d5cc793a529cf60d3a2cc3efb7a4a9869', 'provisional', NULL, NULL);
INSERT INTO baseline_row VALUES (4, 1, 2, 0, 19448, 19448, NULL, NULL, 'provisional', NULL, NULL);
INSERT INTO target_row VALUES (1, 1, 2, 0, 80.0, NULL, NULL, 'level', NULL, 20148, NULL, '{"from":"2024-07","shape":"s-curve"}', NULL, NULL, NULL);
INSERT INTO target_row VALUES (2, 1, 2, 0, 70.0, NULL, NULL, 'level', NULL, 19967, NULL, '{"shape":"step"}', NULL, NULL, NULL);
INSERT INTO target_row VALUES (2, 2, 2, 0, 85.0, NULL, 90.5, 'level', 19997, 20148, 20878, '{"shape":"table","values":{"2024-10":72.25,"2024-11":0.30000000000000004}}', 'Chief Operating Officer', 19754, '964a0cb261bd2a4f2818e8ed69842580e88176c243903cccaa45d10459276190');
INSERT INTO target_row VALUES (3, 0, 2, 0, 14.5, 14.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO target_row VALUES (4, 0, 2, 0, -10.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO target_row VALUES (4, 1, 2, 0, 400.0, NULL, NULL, 'to-date', NULL, 20544, NULL, '{"shape":"linear"}', NULL, NULL, NULL);
INSERT INTO measurement_row VALUES (2, 20089, 3, 0.1, 7.0, 0, NULL);
INSERT INTO measurement_row VALUES (2, 20089, 4, NULL, NULL, 4, NULL);
INSERT INTO measurement_row VALUES (2, 20120, 3, 1.1, 7.0, 1, 'eaec807a282f3b749da979332e7455c9613c7089efa2b4969bbc38693eec19bf');
INSERT INTO measurement_row VALUES (2, 20120, 5, 1.1, 7.0, 9, 'eaec807a282f3b749da979332e7455c9613c7089efa2b4969bbc38693eec19bf');
INSERT INTO measurement_row VALUES (2, 20120, 6, 1.1, 7.0, 1, 'eaec807a282f3b749da979332e7455c9613c7089efa2b4969bbc38693eec19bf');
INSERT INTO measurement_row VALUES (2, 20148, 3, 2.1, 7.0, 2, NULL);
INSERT INTO measurement_row VALUES (2, 20179, 3, NULL, 7.0, 3, NULL);
INSERT INTO redaction_row VALUES ('cc1b4c8daad22e40cc6165404b7896376212193223579da8ad41b8d10ae64b44', 7);
CREATE TRIGGER definition_row_refuses_update BEFORE UPDATE ON definition_row
BEGIN SELECT RAISE(ABORT, 'rows of definition_row are never changed or deleted'); END;
CREATE TRIGGER definition_row_refuses_delete BEFORE DELETE ON definition_row
BEGIN SELECT RAISE(ABORT, 'rows of definition_row are never changed or deleted'); END;
CREATE TRIGGER baseline_row_refuses_update BEFORE UPDATE ON baseline_row
BEGIN SELECT RAISE(ABORT, 'rows of baseline_row are never changed or deleted'); END;
CREATE TRIGGER baseline_row_refuses_delete BEFORE DELETE ON baseline_row
BEGIN SELECT RAISE(ABORT, 'rows of baseline_row are never changed or deleted'); END;
CREATE TRIGGER target_row_refuses_update BEFORE UPDATE ON target_row
BEGIN SELECT RAISE(ABORT, 'rows of target_row are never changed or deleted'); END;
CREATE TRIGGER target_row_refuses_delete BEFORE DELETE ON target_row
BEGIN SELECT RAISE(ABORT, 'rows of target_row are never changed or deleted'); END;
CREATE TRIGGER measurement_row_refuses_update BEFORE UPDATE ON measurement_row
BEGIN SELECT RAISE(ABORT, 'rows of measurement_row are never changed or deleted'); END;
CREATE TRIGGER measurement_row_refuses_delete BEFORE DELETE ON measurement_row
BEGIN SELECT RAISE(ABORT, 'rows of measurement_row are never changed or deleted'); END;
CREATE TRIGGER redaction_row_refuses_update BEFORE UPDATE ON redaction_row
BEGIN SELECT RAISE(ABORT, 'rows of redaction_row are never changed or deleted'); END;
CREATE TRIGGER redaction_row_refuses_delete BEFORE DELETE ON redaction_row
BEGIN SELECT RAISE(ABORT, 'rows of redaction_row are never changed or deleted'); END;
CREATE TRIGGER series_refuses_update BEFORE UPDATE ON series
BEGIN SELECT RAISE(ABORT, 'rows of series are never changed or deleted'); END;
CREATE TRIGGER series_refuses_delete BEFORE DELETE ON series
BEGIN SELECT RAISE(ABORT, 'rows of series are never changed or deleted'); END;
CREATE TRIGGER text_refuses_delete BEFORE DELETE ON text
BEGIN SELECT RAISE(ABORT, 'rows of text are never changed or deleted'); END;
CREATE TRIGGER entry_refuses_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'rows of entry are never changed or deleted'); END;
CREATE TRIGGER text_is_only_redacted BEFORE UPDATE ON text
WHEN NEW.hash IS NOT OLD.hash OR NEW.body IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a text is never changed, only redacted'); END;
CREATE TRIGGER entry_is_sealed_once BEFORE UPDATE ON entry
WHEN OLD.rows_added IS NOT NULL OR NEW.rows_added IS NULL OR NEW.id IS NOT OLD.id
  OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.stated IS NOT OLD.stated
  OR NEW.origin IS NOT OLD.origin OR NEW.recorded_by IS NOT OLD.recorded_by
  OR NEW.command_sha256 IS NOT OLD.command_sha256
  OR NEW.tool_version IS NOT OLD.tool_version
  OR NEW.reason_sha256 IS NOT OLD.reason_sha256
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entry_follows_the_last BEFORE INSERT ON entry
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM entry)
  OR NEW.recorded_at < (SELECT recorded_at FROM entry WHERE id = NEW.id - 1)
BEGIN SELECT RAISE(ABORT, 'an entry follows the last one in number and in time'); END;
CREATE VIEW definition AS
SELECT noun, id, ordinal, body, entry_id AS entry
FROM definition_row AS r
WHERE retired = 0 AND entry_id = (
  SELECT max(n.entry_id) FROM definition_row AS n WHERE n.noun = r.noun AND n.id = r.id);
CREATE VIEW programme AS
SELECT id, body ->> 'title' AS title, body ->> 'purpose' AS purpose, entry
FROM definition WHERE noun = 'programme';
CREATE VIEW calendar AS
SELECT body ->> 'year_starts' AS year_starts, body ->> 'holidays' AS holidays, entry
FROM definition WHERE noun = 'calendar';
CREATE VIEW policy AS
SELECT body ->> 'profile' AS profile, body ->> 'waiver_max_days' AS waiver_max_days, entry
FROM definition WHERE noun = 'policy';
CREATE VIEW project AS
SELECT id, body ->> 'title' AS title, body ->> 'owner' AS owner,
  body ->> 'go_live' AS go_live, entry
FROM definition WHERE noun = 'project' ORDER BY ordinal, id;
CREATE VIEW site AS
SELECT id, body ->> 'title' AS title, body ->> 'parent' AS parent,
  body ->> 'go_live' AS go_live, entry
FROM definition WHERE noun = 'site' ORDER BY ordinal, id;
CREATE VIEW stratum AS
SELECT id, body ->> 'title' AS title, entry
FROM definition WHERE noun = 'stratum' ORDER BY ordinal, id;
CREATE VIEW benefit AS
SELECT d.id, d.body ->> 'title' AS title, d.body ->> 'aim' AS aim,
  d.body ->> 'project' AS project, d.body ->> 'owner' AS owner,
  d.body ->> 'lifecycle' AS lifecycle, d.body ->> 'class' AS class,
  d.body ->> 'first_benefit' AS first_benefit, d.body ->> 'weight' AS weight,
  coalesce(d.body ->> 'disbenefit', 0) AS disbenefit, t.body AS reason,
  d.body ->> '$.tolerance.amber' AS tolerance_amber,
  d.body ->> '$.tolerance.red' AS tolerance_red, d.body ->> 'hand_over' AS hand_over,
  d.body ->> 'bau_owner' AS bau_owner,
  (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.tags')) AS tags, d.entry
FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'reason_sha256'
WHERE d.noun = 'benefit' ORDER BY d.ordinal, d.id;
CREATE VIEW measure AS
SELECT id, body ->> 'title' AS title, body ->> 'role' AS role, body ->> 'kind' AS kind,
  body ->> 'unit' AS unit, body ->> 'multiply' AS multiply,
  body ->> 'decimals' AS decimals, body ->> 'direction' AS direction,
  body ->> 'aggregation' AS aggregation,
  body ->> '$.frequency.every' AS frequency,
  coalesce(body ->> '$.frequency.interval', 1) AS "interval",
  body ->> '$.frequency.from' AS first_period,
  coalesce(body ->> '$.frequency.lag_working_days', 0) AS lag_working_days,
  coalesce(body ->> '$.frequency.grace_days', 0) AS grace_days,
  body ->> '$.frequency.final_days' AS final_days,
  (SELECT group_concat(value, ', ') FROM json_each(body, '$.benefits')) AS benefits,
  (SELECT group_concat(value, ', ') FROM json_each(body, '$.guards')) AS guards,
  body ->> 'definition' AS definition, body ->> 'definition_version' AS definition_version,
  body ->> 'definition_from' AS definition_from, body ->> 'source' AS source,
  body ->> 'owner' AS owner, body ->> 'suppress_below' AS suppress_below,
  body ->> '$.possible.from' AS possible_from, body ->> '$.possible.to' AS possible_to,
  body ->> '$.expected.from' AS expected_from, body ->> '$.expected.to' AS expected_to,
  body ->> 'tolerance' AS tolerance, body ->> 'equity_gap' AS equity_gap,
  coalesce(body ->> 'seasonal', 0) AS seasonal,
  (SELECT group_concat(value, ', ') FROM json_each(body, '$.tags')) AS tags, entry
FROM definition WHERE noun = 'measure' ORDER BY ordinal, id;
CREATE VIEW annotation AS
SELECT d.id, d.body ->> 'date' AS date, d.body ->> 'kind' AS kind,
  CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS text,
  (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.projects')) AS projects,
  (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.measures')) AS measures,
  (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.sites')) AS sites, d.entry
FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'text_sha256'
WHERE d.noun = 'annotation' ORDER BY d.body ->> 'date', d.ordinal, d.id;
CREATE VIEW waiver AS
SELECT d.id, d.body ->> 'check' AS "check", d.body ->> 'subject' AS subject,
  CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS reason,
  d.body ->> 'approved_by' AS approved_by, s.body AS decision,
  d.body ->> 'created' AS created, d.body ->> 'expires' AS expires, d.entry
FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'reason_sha256'
  LEFT JOIN text AS s ON s.hash = d.body ->> 'decision_sha256'
WHERE d.noun = 'waiver' ORDER BY d.ordinal, d.id;
CREATE VIEW assumption AS
SELECT d.id, CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS text,
  (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.benefits')) AS benefits,
  d.body ->> 'state' AS state, d.body ->> 'tested_on' AS tested_on,
  CASE WHEN v.hash IS NOT NULL THEN coalesce(v.body, '(redacted)') END AS evidence, d.entry
FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'text_sha256'
  LEFT JOIN text AS v ON v.hash = d.body ->> 'evidence_sha256'
WHERE d.noun = 'assumption' ORDER BY d.ordinal, d.id;
CREATE VIEW decision AS
SELECT d.id, d.body ->> 'date' AS date, d.body ->> 'body' AS body,
  CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS text,
  (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.benefits')) AS benefits,
  (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.measures')) AS measures, d.entry
FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'text_sha256'
WHERE d.noun = 'decision' ORDER BY d.body ->> 'date', d.ordinal, d.id;
CREATE VIEW review AS
SELECT d.id, d.body ->> 'date' AS date, d.body ->> 'body' AS body,
  coalesce(d.body ->> 'kind', 'review') AS kind,
  (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.benefits')) AS benefits,
  CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS decision,
  CASE WHEN v.hash IS NOT NULL THEN coalesce(v.body, '(redacted)') END AS narrative,
  d.body ->> 'next_due' AS next_due, d.entry
FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'decision_sha256'
  LEFT JOIN text AS v ON v.hash = d.body ->> 'narrative_sha256'
WHERE d.noun = 'review' ORDER BY d.body ->> 'date', d.ordinal, d.id;
CREATE VIEW action AS
SELECT d.id, CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS text,
  d.body ->> 'owner' AS owner, d.body ->> 'raised' AS raised, d.body ->> 'due' AS due,
  d.body ->> 'done_on' AS done_on,
  (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.benefits')) AS benefits,
  (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.measures')) AS measures, d.entry
FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'text_sha256'
WHERE d.noun = 'action' ORDER BY d.body ->> 'due', d.ordinal, d.id;
CREATE VIEW baseline AS
SELECT s.measure, s.site, s.stratum,
  CASE s.period_kind || (SELECT year_starts FROM calendar)
    WHEN 'quarterapril'
      THEN strftime('%Y', r.first_period * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.first_period * 86400, 'unixepoch', '-3 months') + 1) % 100) || '-Q' || ((strftime('%m', r.first_period * 86400, 'unixepoch', '-3 months') + 2) / 3)
    WHEN 'quarterjanuary'
      THEN strftime('%Y-Q', r.first_period * 86400, 'unixepoch') || ((strftime('%m', r.first_period * 86400, 'unixepoch') + 2) / 3)
    WHEN 'yearapril' THEN strftime('%Y', r.first_period * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.first_period * 86400, 'unixepoch', '-3 months') + 1) % 100)
    WHEN 'yearjanuary' THEN strftime('%Y', r.first_period * 86400, 'unixepoch')
    ELSE CASE s.period_kind
      WHEN 'month' THEN strftime('%Y-%m', r.first_period * 86400, 'unixepoch')
      WHEN 'week' THEN strftime('%Y', (r.first_period + 3) * 86400, 'unixepoch')
        || printf('-W%02d', (strftime('%j', (r.first_period + 3) * 86400, 'unixepoch') - 1) / 7 + 1)
      ELSE date(r.first_period * 86400, 'unixepoch')
    END
  END AS first_period,
  CASE s.period_kind || (SELECT year_starts FROM calendar)
    WHEN 'quarterapril'
      THEN strftime('%Y', r.last_period * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.last_period * 86400, 'unixepoch', '-3 months') + 1) % 100) || '-Q' || ((strftime('%m', r.last_period * 86400, 'unixepoch', '-3 months') + 2) / 3)
    WHEN 'quarterjanuary'
      THEN strftime('%Y-Q', r.last_period * 86400, 'unixepoch') || ((strftime('%m', r.last_period * 86400, 'unixepoch') + 2) / 3)
    WHEN 'yearapril' THEN strftime('%Y', r.last_period * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.last_period * 86400, 'unixepoch', '-3 months') + 1) % 100)
    WHEN 'yearjanuary' THEN strftime('%Y', r.last_period * 86400, 'unixepoch')
    ELSE CASE s.period_kind
      WHEN 'month' THEN strftime('%Y-%m', r.last_period * 86400, 'unixepoch')
      WHEN 'week' THEN strftime('%Y', (r.last_period + 3) * 86400, 'unixepoch')
        || printf('-W%02d', (strftime('%j', (r.last_period + 3) * 86400, 'unixepoch') - 1) / 7 + 1)
      ELSE date(r.last_period * 86400, 'unixepoch')
    END
  END AS last_period,
  r.value, t.body AS source, r.state, r.validated_by,
  date(r.validated_on * 86400, 'unixepoch') AS validated_on, r.entry_id AS entry
FROM baseline_row AS r JOIN series AS s ON s.id = r.series_id
  LEFT JOIN text AS t ON t.hash = r.source_sha256
WHERE r.retired = 0 AND r.entry_id = (
  SELECT max(n.entry_id) FROM baseline_row AS n
  WHERE n.series_id = r.series_id AND n.ordinal = r.ordinal);
CREATE VIEW target AS
SELECT s.measure, s.site, s.stratum, r.ordinal, r.value,
  CASE s.period_kind || (SELECT year_starts FROM calendar)
    WHEN 'quarterapril'
      THEN strftime('%Y', r.from_period * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.from_period * 86400, 'unixepoch', '-3 months') + 1) % 100) || '-Q' || ((strftime('%m', r.from_period * 86400, 'unixepoch', '-3 months') + 2) / 3)
    WHEN 'quarterjanuary'
      THEN strftime('%Y-Q', r.from_period * 86400, 'unixepoch') || ((strftime('%m', r.from_period * 86400, 'unixepoch') + 2) / 3)
    WHEN 'yearapril' THEN strftime('%Y', r.from_period * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.from_period * 86400, 'unixepoch', '-3 months') + 1) % 100)
    WHEN 'yearjanuary' THEN strftime('%Y', r.from_period * 86400, 'unixepoch')
    ELSE CASE s.period_kind
      WHEN 'month' THEN strftime('%Y-%m', r.from_period * 86400, 'unixepoch')
      WHEN 'week' THEN strftime('%Y', (r.from_period + 3) * 86400, 'unixepoch')
        || printf('-W%02d', (strftime('%j', (r.from_period + 3) * 86400, 'unixepoch') - 1) / 7 + 1)
      ELSE date(r.from_period * 86400, 'unixepoch')
    END
  END AS from_period,
  CASE s.period_kind || (SELECT year_starts FROM calendar)
    WHEN 'quarterapril'
      THEN strftime('%Y', r.reach_by * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.reach_by * 86400, 'unixepoch', '-3 months') + 1) % 100) || '-Q' || ((strftime('%m', r.reach_by * 86400, 'unixepoch', '-3 months') + 2) / 3)
    WHEN 'quarterjanuary'
      THEN strftime('%Y-Q', r.reach_by * 86400, 'unixepoch') || ((strftime('%m', r.reach_by * 86400, 'unixepoch') + 2) / 3)
    WHEN 'yearapril' THEN strftime('%Y', r.reach_by * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.reach_by * 86400, 'unixepoch', '-3 months') + 1) % 100)
    WHEN 'yearjanuary' THEN strftime('%Y', r.reach_by * 86400, 'unixepoch')
    ELSE CASE s.period_kind
      WHEN 'month' THEN strftime('%Y-%m', r.reach_by * 86400, 'unixepoch')
      WHEN 'week' THEN strftime('%Y', (r.reach_by + 3) * 86400, 'unixepoch')
        || printf('-W%02d', (strftime('%j', (r.reach_by + 3) * 86400, 'unixepoch') - 1) / 7 + 1)
      ELSE date(r.reach_by * 86400, 'unixepoch')
    END
  END AS reach_by,
  CASE s.period_kind || (SELECT year_starts FROM calendar)
    WHEN 'quarterapril'
      THEN strftime('%Y', r.hold_until * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.hold_until * 86400, 'unixepoch', '-3 months') + 1) % 100) || '-Q' || ((strftime('%m', r.hold_until * 86400, 'unixepoch', '-3 months') + 2) / 3)
    WHEN 'quarterjanuary'
      THEN strftime('%Y-Q', r.hold_until * 86400, 'unixepoch') || ((strftime('%m', r.hold_until * 86400, 'unixepoch') + 2) / 3)
    WHEN 'yearapril' THEN strftime('%Y', r.hold_until * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.hold_until * 86400, 'unixepoch', '-3 months') + 1) % 100)
    WHEN 'yearjanuary' THEN strftime('%Y', r.hold_until * 86400, 'unixepoch')
    ELSE CASE s.period_kind
      WHEN 'month' THEN strftime('%Y-%m', r.hold_until * 86400, 'unixepoch')
      WHEN 'week' THEN strftime('%Y', (r.hold_until + 3) * 86400, 'unixepoch')
        || printf('-W%02d', (strftime('%j', (r.hold_until + 3) * 86400, 'unixepoch') - 1) / 7 + 1)
      ELSE date(r.hold_until * 86400, 'unixepoch')
    END
  END AS hold_until,
  r.stretch, r.basis, r.trajectory, r.committed_by,
  date(r.committed_on * 86400, 'unixepoch') AS committed_on, t.body AS decision, r.entry_id AS entry
FROM target_row AS r JOIN series AS s ON s.id = r.series_id
  LEFT JOIN text AS t ON t.hash = r.decision_sha256
WHERE r.retired = 0 AND r.ordinal > 0 AND r.entry_id = (
  SELECT max(n.entry_id) FROM target_row AS n
  WHERE n.series_id = r.series_id AND n.ordinal = r.ordinal);
CREATE VIEW guardrail AS
SELECT s.measure, s.site, s.stratum, r.value AS "limit", r.amber, r.entry_id AS entry
FROM target_row AS r JOIN series AS s ON s.id = r.series_id
WHERE r.retired = 0 AND r.ordinal = 0 AND r.entry_id = (
  SELECT max(n.entry_id) FROM target_row AS n
  WHERE n.series_id = r.series_id AND n.ordinal = r.ordinal);
CREATE VIEW measurement_version AS
SELECT s.measure, s.site, s.stratum,
  CASE s.period_kind || (SELECT year_starts FROM calendar)
    WHEN 'quarterapril'
      THEN strftime('%Y', r.period * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.period * 86400, 'unixepoch', '-3 months') + 1) % 100) || '-Q' || ((strftime('%m', r.period * 86400, 'unixepoch', '-3 months') + 2) / 3)
    WHEN 'quarterjanuary'
      THEN strftime('%Y-Q', r.period * 86400, 'unixepoch') || ((strftime('%m', r.period * 86400, 'unixepoch') + 2) / 3)
    WHEN 'yearapril' THEN strftime('%Y', r.period * 86400, 'unixepoch', '-3 months') || printf('/%02d', (strftime('%Y', r.period * 86400, 'unixepoch', '-3 months') + 1) % 100)
    WHEN 'yearjanuary' THEN strftime('%Y', r.period * 86400, 'unixepoch')
    ELSE CASE s.period_kind
      WHEN 'month' THEN strftime('%Y-%m', r.period * 86400, 'unixepoch')
      WHEN 'week' THEN strftime('%Y', (r.period + 3) * 86400, 'unixepoch')
        || printf('-W%02d', (strftime('%j', (r.period + 3) * 86400, 'unixepoch') - 1) / 7 + 1)
      ELSE date(r.period * 86400, 'unixepoch')
    END
  END AS period,
  date(r.period * 86400, 'unixepoch') AS first_day,
  CASE WHEN m.body IS NULL THEN NULL
    WHEN m.body ->> 'kind' IN ('proportion', 'rate')
      THEN r.number / nullif(r.denominator, 0) * (m.body ->> 'multiply')
    ELSE r.number END AS value,
  m.body ->> 'unit' AS unit, r.number, r.denominator,
  CASE r.flags & 7 WHEN 0 THEN 'final' WHEN 1 THEN 'provisional' WHEN 2 THEN 'estimated'
    WHEN 3 THEN 'suppressed' ELSE 'withdrawn' END AS state,
  r.flags >> 3 AS excluded,
  CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS note,
  r.entry_id AS entry, e.recorded_at, e.recorded_by,
  r.entry_id = (SELECT max(n.entry_id) FROM measurement_row AS n
    WHERE n.series_id = r.series_id AND n.period = r.period) AS current
FROM measurement_row AS r JOIN series AS s ON s.id = r.series_id
  JOIN entry AS e ON e.id = r.entry_id
  LEFT JOIN text AS t ON t.hash = r.note_sha256
  LEFT JOIN definition AS m ON m.noun = 'measure' AND m.id = s.measure;
CREATE VIEW measurement AS
SELECT measure, site, stratum, period, first_day, value, unit, number, denominator, state,
  excluded, note, entry, recorded_at, recorded_by
FROM measurement_version WHERE current AND state <> 'withdrawn';
CREATE VIEW log AS
SELECT e.id AS entry, e.recorded_at, e.stated, e.recorded_by,
  coalesce(c.body, '(redacted)') AS command,
  CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS reason,
  e.file_name, e.file_size, e.file_sha256, e.rows_added, e.rows_revised,
  e.rows_unchanged, e.origin, e.tool_version, e.hash
FROM entry AS e JOIN text AS c ON c.hash = e.command_sha256
  LEFT JOIN text AS t ON t.hash = e.reason_sha256;
COMMIT;
