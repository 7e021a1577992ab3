extension Schema {
  /// The views: what is current, with readable dates, for anybody who opens the file.
  ///
  /// They are for people: the programs read the tables, and distrust everything that a file brings along.
  static let views: [SchemaObject] = definitionViews + governanceViews + recordViews

  static func view(_ name: String, _ select: String) -> SchemaObject {
    SchemaObject(type: "view", name: name, sql: "CREATE VIEW \(name) AS\n\(select)")
  }

  /// The views of what the plan defines.
  private static let definitionViews: [SchemaObject] = [
    view(
      "definition",
      """
      SELECT noun, id, ordinal, body, entry_id AS entry
      FROM definition_row AS r
      WHERE retired = 0 AND entry_id = (
        SELECT max(n.entry_id) FROM definition_row AS n WHERE n.noun = r.noun AND n.id = r.id)
      """),
    view(
      "programme",
      """
      SELECT id, body ->> 'title' AS title, body ->> 'purpose' AS purpose, entry
      FROM definition WHERE noun = 'programme'
      """),
    view(
      "calendar",
      """
      SELECT body ->> 'year_starts' AS year_starts, body ->> 'holidays' AS holidays, entry
      FROM definition WHERE noun = 'calendar'
      """),
    view(
      "policy",
      """
      SELECT body ->> 'profile' AS profile, body ->> 'waiver_max_days' AS waiver_max_days, entry
      FROM definition WHERE noun = 'policy'
      """),
    view(
      "project",
      """
      SELECT id, body ->> 'title' AS title, body ->> 'owner' AS owner,
        body ->> 'go_live' AS go_live, entry
      FROM definition WHERE noun = 'project' ORDER BY ordinal, id
      """),
    view(
      "site",
      """
      SELECT id, body ->> 'title' AS title, body ->> 'parent' AS parent,
        body ->> 'go_live' AS go_live, entry
      FROM definition WHERE noun = 'site' ORDER BY ordinal, id
      """),
    view(
      "stratum",
      """
      SELECT id, body ->> 'title' AS title, entry
      FROM definition WHERE noun = 'stratum' ORDER BY ordinal, id
      """),
    view(
      "benefit",
      """
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
      WHERE d.noun = 'benefit' ORDER BY d.ordinal, d.id
      """),
    view(
      "measure",
      """
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
      FROM definition WHERE noun = 'measure' ORDER BY ordinal, id
      """),
    view(
      "annotation",
      """
      SELECT d.id, d.body ->> 'date' AS date, d.body ->> 'kind' AS kind,
        CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS text,
        (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.projects')) AS projects,
        (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.measures')) AS measures,
        (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.sites')) AS sites, d.entry
      FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'text_sha256'
      WHERE d.noun = 'annotation' ORDER BY d.body ->> 'date', d.ordinal, d.id
      """),
    view(
      "waiver",
      """
      SELECT d.id, d.body ->> 'check' AS "check", d.body ->> 'subject' AS subject,
        CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS reason,
        d.body ->> 'approved_by' AS approved_by, s.body AS decision,
        d.body ->> 'created' AS created, d.body ->> 'expires' AS expires, d.entry
      FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'reason_sha256'
        LEFT JOIN text AS s ON s.hash = d.body ->> 'decision_sha256'
      WHERE d.noun = 'waiver' ORDER BY d.ordinal, d.id
      """),
  ]
}
