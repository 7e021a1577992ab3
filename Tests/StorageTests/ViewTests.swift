import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct ViewTests {
  private func make(_ path: String) throws {
    var store = try Synthetic.store(path, plan: try Synthetic.fullPlan())
    let series = try Synthetic.series("HF-M01", at: "alderwick")
    let period = try Synthetic.period("2025-01")
    for (moment, measurement) in [
      ("2026-05-01T12:00:00Z", Measurement(period: period, number: 30, denominator: 40)),
      (
        "2026-05-02T12:00:00Z",
        Measurement(
          period: period, number: 31, denominator: 40, state: .provisional, isExcluded: true,
          note: "Counted again")
      ),
    ] {
      _ = try store.record(try Synthetic.draft(moment, reason: "Corrected")) {
        try $0.write(measurement, to: series)
      }
    }
    let withdrawn = Measurement(period: period.advanced(by: 1), number: 1, denominator: 0)
    _ = try store.record(try Synthetic.draft("2026-05-03T12:00:00Z")) {
      try $0.write(withdrawn, to: series)
    }
    _ = try store.record(try Synthetic.draft("2026-05-04T12:00:00Z")) {
      try $0.write(
        Measurement(period: withdrawn.period, number: nil, state: .withdrawn), to: series)
    }
  }

  private func rows(_ sql: String) throws -> [[String?]] {
    let folder = TemporaryFolder()
    try make(folder.file())
    return try RawDatabase(folder.file()).rows(sql)
  }

  @Test func measurementShowsWhatIsCurrent() throws {
    #expect(
      try rows("SELECT * FROM measurement") == [
        [
          "HF-M01", "alderwick", "all", "2025-01", "2025-01-01", "77.5", "%", "31.0", "40.0",
          "provisional", "1", "Counted again", "4", "2026-05-02T12:00:00Z", "Analyst",
        ]
      ])
  }

  @Test func measurementVersionShowsEverything() throws {
    #expect(
      try rows(
        """
        SELECT period, value, state, excluded, entry, current FROM measurement_version
        ORDER BY period, entry
        """) == [
          ["2025-01", "75.0", "final", "0", "3", "0"],
          ["2025-01", "77.5", "provisional", "1", "4", "1"],
          ["2025-02", nil, "final", "0", "5", "0"], ["2025-02", nil, "withdrawn", "0", "6", "1"],
        ])
  }

  @Test func theViewsOfDefinitionsShowTheirColumns() throws {
    #expect(
      try rows("SELECT * FROM programme")
        == [["home-first", "Home First", "Older people are helped quickly at home", "2"]])
    #expect(try rows("SELECT * FROM calendar") == [["april", "england", "2"]])
    #expect(try rows("SELECT * FROM policy") == [["board", "60", "2"]])
    #expect(
      try rows("SELECT * FROM project")
        == [
          ["P1", "Urgent Community Response", "Community Nursing Lead", "2024-07-01", "2"],
          ["P2", "Second", nil, nil, "2"],
        ])
    #expect(
      try rows("SELECT * FROM site")
        == [
          ["alderwick", "Alderwick", "home-first", "2024-07-01", "2"],
          ["brackenmere", "Brackenmere", nil, nil, "2"],
        ])
    #expect(
      try rows("SELECT * FROM stratum")
        == [
          ["fifth-1", "Most deprived fifth", "2"], ["fifth-5", "Least deprived fifth", "2"],
        ])
    #expect(
      try rows("SELECT * FROM benefit")
        == [
          [
            "HF-B01", "Faster crisis response", "patient-experience", "P1",
            "Community Nursing Lead", "realising", "non-cash-releasing", "2024-10-01", "2", "0",
            nil, "5", "12.5", "2026-04-01", "Director of Operations", "frailty", "2",
          ],
          [
            "HF-B03", "Travel", "cost-efficiency", "P2", nil, "closed", nil, nil, "1", "1",
            "Never came", nil, nil, nil, nil, nil, "2",
          ],
        ])
    #expect(
      try rows("SELECT * FROM measure WHERE id = 'hf-m01'")
        == [
          [
            "HF-M01", "Crisis referrals seen within 2 hours", "outcome", "proportion", "%", "100",
            "1", "higher", "ratio", "month", "1", "2023-04", "15", "3", "60",
            "HF-B01", nil, "Seen within 2 hours, \"of all\" referrals / month", "2", "2025-04",
            "Crisis system", "Data Intelligence Lead", "5", "0", "100", "40", nil, "2.5", "3", "1",
            "frailty, Winter", "2",
          ]
        ])
    #expect(
      try rows("SELECT id, \"interval\", first_period, guards FROM measure WHERE id = 'HF-M08'")
        == [["HF-M08", "2", "2023/24-Q1", "HF-B01"]])
    #expect(
      try rows("SELECT * FROM annotation")
        == [
          ["a2", "2024-01-01", "data-issue", "System change", nil, nil, nil, "2"],
          [
            "go-live-1", "2024-07-01", "go-live", "Crisis team live in Alderwick", "P1", "HF-M01",
            "alderwick", "2",
          ],
        ])
    #expect(
      try rows("SELECT * FROM assumption")
        == [
          [
            "A1", "A visit averts an admission", "HF-B01", "supported", "2025-02-01",
            "Audit of 120 visits", "2",
          ], ["A2", "Staff stay", "HF-B03", "untested", nil, nil, "2"],
        ])
    #expect(
      try rows("SELECT * FROM decision")
        == [
          [
            "D-017", "2026-01-15", "Programme Board", "Accept the slip", "HF-B01", "HF-M08", "2",
          ]
        ])
    #expect(
      try rows("SELECT * FROM review")
        == [
          [
            "R-1", "2026-01-29", "Programme Board", "review", "HF-B01", "D-017",
            "On course, but late",
            "2026-04-30", "2",
          ], ["R-2", "2026-04-30", "Programme Board", "sustainability", nil, nil, nil, nil, "2"],
        ])
    #expect(
      try rows("SELECT * FROM \"action\"")
        == [
          [
            "A-09", "Relieve the caseload", "Community Nursing Lead", "2026-02-20", "2026-05-29",
            "2026-05-20", "HF-B01", "HF-M01", "2",
          ], ["A-10", "Count again", "Analyst", nil, "2026-06-30", nil, nil, nil, "2"],
        ])
    #expect(
      try rows("SELECT * FROM waiver")
        == [
          [
            "w1", "data.overdue", "HF-M08", "System migration", "Chief Operating Officer",
            "Board, 2 May 2024", "2024-05-02", "2024-08-31", "2",
          ]
        ])
  }

  @Test func theViewsOfPromisesShowPeriodsByName() throws {
    #expect(
      try rows("SELECT * FROM baseline ORDER BY measure, site")
        == [
          [
            "HF-M01", "alderwick", "fifth-1", "2023-04", "2024-03", nil, nil, "provisional", nil,
            nil, "2",
          ],
          [
            "HF-M01", "home-first", "all", "2023-04", "2024-03", nil, nil, "validated",
            "Head of Performance", "2024-05-10", "2",
          ],
          ["HF-M08", "home-first", "all", nil, nil, "13.1", "2022/23 audit", "provisional"]
            + [nil, nil, "2"],
          ["HF-M14", "home-first", "all", "2023/24", "2023/24", nil, nil, "provisional"]
            + [nil, nil, "2"],
        ])
    #expect(
      try rows(
        """
        SELECT measure, site, ordinal, value, from_period, reach_by, hold_until, stretch, basis,
          trajectory ->> 'shape', committed_by, committed_on, decision
        FROM target ORDER BY measure, site, ordinal
        """)
        == [
          ["HF-M01", "alderwick", "1", "80.0", nil, "2025-03", nil, nil, "level", "s-curve"]
            + [nil, nil, nil],
          ["HF-M01", "home-first", "1", "70.0", nil, "2024-09", nil, nil, "level", "step"]
            + [nil, nil, nil],
          [
            "HF-M01", "home-first", "2", "85.0", "2024-10", "2025-03", "2027-03", "90.5", "level",
            "table", "Chief Operating Officer", "2024-02-01", "Board, 3 June 2024",
          ],
          ["HF-M14", "home-first", "1", "400.0", nil, "2026/27", nil, nil, "to-date", "linear"]
            + [nil, nil, nil],
        ])
    #expect(
      try rows("SELECT measure, \"limit\", amber FROM guardrail ORDER BY measure")
        == [["HF-M08", "14.5", "14.0"], ["HF-M14", "-10.0", nil]])
  }

  @Test func logSaysWhoDidWhat() throws {
    #expect(
      try rows(
        """
        SELECT entry, recorded_at, recorded_by, command, reason, rows_added, rows_revised FROM log
        WHERE entry IN (1, 4) ORDER BY entry
        """) == [
          ["1", "2026-01-01T09:00:00Z", "Analyst", "init", nil, "0", "0"],
          ["4", "2026-05-02T12:00:00Z", "Analyst", "benefits-cli test", "Corrected", "0", "1"],
        ])
  }

  /// The labels of SQL are those of the model, over every kind, all of 300 years.
  @Test(arguments: [YearStart.april, .january])
  func labelsAreThoseOfTheModel(yearStart: YearStart) throws {
    let folder = TemporaryFolder()
    var plan = try Synthetic.smallPlan()
    plan.calendar.yearStarts = yearStart
    plan.measures.removeAll()
    _ = try Synthetic.store(folder.file(), plan: plan)
    let raw = try RawDatabase(folder.file())
    try raw.run("PRAGMA foreign_keys = OFF")
    var labels = [String]()
    for (offset, kind) in PeriodKind.allCases.enumerated() {
      try raw.run(
        "INSERT INTO series VALUES (\(offset + 1), 'M', 's\(offset)', 'all', '\(kind.rawValue)')")
      let first = Period(
        kind, containing: try Synthetic.day("1900-04-02"), yearStart: yearStart)
      let last = Period(
        kind, containing: try Synthetic.day("2199-12-29"), yearStart: yearStart)
      // Every period of the long kinds; days and weeks with a step that meets every weekday and month.
      let step = kind == .day ? 37 : kind == .week ? 3 : 1
      var values = [String]()
      for period in stride(from: first, through: last, by: step) {
        values.append("(\(offset + 1), \(period.first.epochDay), 2, 1, NULL, 0, NULL)")
        labels.append(period.description)
      }
      try raw.run("INSERT INTO measurement_row VALUES " + values.joined(separator: ","))
    }
    let found = try raw.rows(
      "SELECT period FROM measurement_version ORDER BY site, first_day")
    #expect(found.map { $0[0] } == labels)
    #expect(labels.count > 12_000)
  }
}
