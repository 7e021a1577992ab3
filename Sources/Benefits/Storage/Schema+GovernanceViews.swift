extension Schema {
  /// The views of what a programme assumes, decides, reviews and is to do.
  static let governanceViews: [SchemaObject] = [
    view(
      "assumption",
      """
      SELECT d.id, CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS text,
        (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.benefits')) AS benefits,
        d.body ->> 'state' AS state, d.body ->> 'tested_on' AS tested_on,
        CASE WHEN v.hash IS NOT NULL THEN coalesce(v.body, '(redacted)') END AS evidence, d.entry
      FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'text_sha256'
        LEFT JOIN text AS v ON v.hash = d.body ->> 'evidence_sha256'
      WHERE d.noun = 'assumption' ORDER BY d.ordinal, d.id
      """),
    view(
      "decision",
      """
      SELECT d.id, d.body ->> 'date' AS date, d.body ->> 'body' AS body,
        CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS text,
        (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.benefits')) AS benefits,
        (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.measures')) AS measures, d.entry
      FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'text_sha256'
      WHERE d.noun = 'decision' ORDER BY d.body ->> 'date', d.ordinal, d.id
      """),
    view(
      "review",
      """
      SELECT d.id, d.body ->> 'date' AS date, d.body ->> 'body' AS body,
        coalesce(d.body ->> 'kind', 'review') AS kind,
        (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.benefits')) AS benefits,
        CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS decision,
        CASE WHEN v.hash IS NOT NULL THEN coalesce(v.body, '(redacted)') END AS narrative,
        d.body ->> 'next_due' AS next_due, d.entry
      FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'decision_sha256'
        LEFT JOIN text AS v ON v.hash = d.body ->> 'narrative_sha256'
      WHERE d.noun = 'review' ORDER BY d.body ->> 'date', d.ordinal, d.id
      """),
    view(
      "action",
      """
      SELECT d.id, CASE WHEN t.hash IS NOT NULL THEN coalesce(t.body, '(redacted)') END AS text,
        d.body ->> 'owner' AS owner, d.body ->> 'raised' AS raised, d.body ->> 'due' AS due,
        d.body ->> 'done_on' AS done_on,
        (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.benefits')) AS benefits,
        (SELECT group_concat(value, ', ') FROM json_each(d.body, '$.measures')) AS measures, d.entry
      FROM definition AS d LEFT JOIN text AS t ON t.hash = d.body ->> 'text_sha256'
      WHERE d.noun = 'action' ORDER BY d.body ->> 'due', d.ordinal, d.id
      """),
  ]
}
