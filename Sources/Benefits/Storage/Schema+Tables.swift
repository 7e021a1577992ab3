extension Schema {
  /// The tables; `docs/database.md` says what each column holds.
  static let tables: [SchemaObject] = [
    table("text", text), table("entry", entry), table("series", series),
    table("definition_row", definitionRow), table("baseline_row", baselineRow),
    table("target_row", targetRow), table("measurement_row", measurementRow),
    table("redaction_row", redactionRow),
  ]

  private static func table(_ name: String, _ sql: String) -> SchemaObject {
    SchemaObject(type: "table", name: name, sql: sql)
  }

  /// Free texts by their SHA-256, so that one can be blanked and everything else still agrees.
  private static let text = """
    CREATE TABLE text (
      hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
      body TEXT
    ) STRICT, WITHOUT ROWID
    """

  /// One row for each command that wrote something.
  private static let entry = """
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
    ) STRICT
    """

  /// The dictionary that keeps measurements small.
  private static let series = """
    CREATE TABLE series (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
      measure TEXT NOT NULL COLLATE NOCASE CHECK (measure <> ''),
      site TEXT NOT NULL COLLATE NOCASE CHECK (site <> ''),
      stratum TEXT NOT NULL COLLATE NOCASE CHECK (stratum <> ''),
      period_kind TEXT NOT NULL
        CHECK (period_kind IN ('day', 'week', 'month', 'quarter', 'year')),
      UNIQUE (measure, site, stratum)
    ) STRICT
    """

  /// What has an identifier, as one JSON body each.
  ///
  /// SQLite 3.40 refuses its own `json_valid()` in a schema that is not trusted, as ours is not to us.
  private static let definitionRow = """
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
    ) STRICT, WITHOUT ROWID
    """

  /// Baselines: a window of periods or a stated value.
  private static let baselineRow = """
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
    ) STRICT, WITHOUT ROWID
    """

  /// Targets by ordinal from 1; ordinal 0 is the guardrail.
  private static let targetRow = """
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
    ) STRICT, WITHOUT ROWID
    """

  /// Every number ever recorded, in the order in which series are read.
  private static let measurementRow = """
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
    ) STRICT, WITHOUT ROWID
    """

  /// Which texts were blanked, so that a blank one without a row here is known to be somebody else's work.
  private static let redactionRow = """
    CREATE TABLE redaction_row (
      hash TEXT NOT NULL REFERENCES text (hash) ON DELETE RESTRICT ON UPDATE RESTRICT,
      entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
      PRIMARY KEY (hash, entry_id)
    ) STRICT, WITHOUT ROWID
    """
}
