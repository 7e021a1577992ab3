extension Schema {
  /// The views of what was promised and what was recorded.
  static let recordViews: [SchemaObject] = [
    view(
      "baseline",
      """
      SELECT s.measure, s.site, s.stratum,
        \(periodLabel("r.first_period", kind: "s.period_kind")) AS first_period,
        \(periodLabel("r.last_period", kind: "s.period_kind")) AS last_period,
        r.value, t.body AS source, r.state, r.validated_by,
        \(dayLabel("r.validated_on")) AS validated_on, r.entry_id AS entry
      FROM baseline_row AS r JOIN series AS s ON s.id = r.series_id
        LEFT JOIN text AS t ON t.hash = r.source_sha256
      WHERE r.retired = 0 AND r.entry_id = (
        SELECT max(n.entry_id) FROM baseline_row AS n
        WHERE n.series_id = r.series_id AND n.ordinal = r.ordinal)
      """),
    view(
      "target",
      """
      SELECT s.measure, s.site, s.stratum, r.ordinal, r.value,
        \(periodLabel("r.from_period", kind: "s.period_kind")) AS from_period,
        \(periodLabel("r.reach_by", kind: "s.period_kind")) AS reach_by,
        \(periodLabel("r.hold_until", kind: "s.period_kind")) AS hold_until,
        r.stretch, r.basis, r.trajectory, r.committed_by,
        \(dayLabel("r.committed_on")) AS committed_on, t.body AS decision, r.entry_id AS entry
      FROM target_row AS r JOIN series AS s ON s.id = r.series_id
        LEFT JOIN text AS t ON t.hash = r.decision_sha256
      WHERE r.retired = 0 AND r.ordinal > 0 AND r.entry_id = (
        SELECT max(n.entry_id) FROM target_row AS n
        WHERE n.series_id = r.series_id AND n.ordinal = r.ordinal)
      """),
    view(
      "guardrail",
      """
      SELECT s.measure, s.site, s.stratum, r.value AS "limit", r.amber, r.entry_id AS entry
      FROM target_row AS r JOIN series AS s ON s.id = r.series_id
      WHERE r.retired = 0 AND r.ordinal = 0 AND r.entry_id = (
        SELECT max(n.entry_id) FROM target_row AS n
        WHERE n.series_id = r.series_id AND n.ordinal = r.ordinal)
      """),
    view(
      "measurement_version",
      """
      SELECT s.measure, s.site, s.stratum,
        \(periodLabel("r.period", kind: "s.period_kind")) AS period,
        \(dayLabel("r.period")) AS first_day,
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
        LEFT JOIN definition AS m ON m.noun = 'measure' AND m.id = s.measure
      """),
    view(
      "measurement",
      """
      SELECT measure, site, stratum, period, first_day, value, unit, number, denominator, state,
        excluded, note, entry, recorded_at, recorded_by
      FROM measurement_version WHERE current AND state <> 'withdrawn'
      """),
    view(
      "log",
      """
      SELECT e.id AS entry, e.recorded_at, e.stated, e.recorded_by,
        coalesce(c.body, '(redacted)') AS command,
        CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS reason,
        e.file_name, e.file_size, e.file_sha256, e.rows_added, e.rows_revised,
        e.rows_unchanged, e.origin, e.tool_version, e.hash
      FROM entry AS e JOIN text AS c ON c.hash = e.command_sha256
        LEFT JOIN text AS t ON t.hash = e.reason_sha256
      """),
  ]
}
