import BenefitsModel

extension Session {
  /// Reads the plan in force at an entry, or that part of it.
  ///
  /// - Returns: `nil` when no plan had been applied by then.
  func plan(
    upTo ceiling: EntryID, _ extent: PlanExtent = .whole
  ) throws(StoreError) -> Plan? {
    let all = try definitions(upTo: ceiling)
    let extent = extent.available(among: all)
    let rows = all.filter(extent.contains).sorted {
      ($0.ordinal, $0.id.asciiLowercased()) < ($1.ordinal, $1.id.asciiLowercased())
    }
    guard let first = rows.first(where: { $0.noun == .programme && $0.body != nil }),
      let programme = Programme.ID(first.id)
    else { return nil }
    var plan = Plan(programme: Programme(id: programme, title: ""))
    let json = CanonicalJSON()
    do {
      for row in rows { try read(row, into: &plan, with: json) }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.damaged, "'\(path)' is damaged: a definition cannot be read (\(error))")
    }
    if extent == .whole { plan.commitments = try commitments(of: plan, upTo: ceiling) }
    return plan
  }

  private func read(_ row: DefinitionRow, into plan: inout Plan, with json: CanonicalJSON) throws {
    guard let body = row.body else { return }
    switch row.noun {
    case .programme:
      plan.programme = try json.read(ProgrammeBody.self, from: body).programme(row.named())
    case .calendar: plan.calendar = try json.read(CalendarBody.self, from: body).calendar
    case .policy:
      guard let policy = try json.read(PolicyBody.self, from: body).policy else { throw row.damage }
      plan.checks = policy
    case .project:
      plan.projects.append(try json.read(ProjectBody.self, from: body).project(row.named()))
    case .site: plan.sites.append(try json.read(SiteBody.self, from: body).site(row.named()))
    case .stratum:
      plan.strata.append(try json.read(StratumBody.self, from: body).stratum(row.named()))
    case .benefit:
      let read = try json.read(BenefitBody.self, from: body)
      plan.benefits.append(
        read.benefit(try row.named(), texts: try texts(read.texts.compactMap { $0 })))
    case .measure:
      let read = try json.read(MeasureBody.self, from: body)
      let shelf = try texts(read.texts.compactMap { $0 })
      guard let measure = read.measure(try row.named(), texts: shelf) else {
        throw row.damage
      }
      plan.measures.append(measure)
    case .annotation:
      let read = try json.read(AnnotationBody.self, from: body)
      plan.annotations.append(
        read.annotation(try row.named(), texts: try texts(read.texts.compactMap { $0 })))
    case .assumption:
      let read = try json.read(AssumptionBody.self, from: body)
      plan.assumptions.append(
        read.assumption(try row.named(), texts: try texts(read.texts.compactMap { $0 })))
    case .decision:
      let read = try json.read(DecisionBody.self, from: body)
      plan.decisions.append(
        read.decision(try row.named(), texts: try texts(read.texts.compactMap { $0 })))
    case .review:
      let read = try json.read(ReviewBody.self, from: body)
      plan.reviews.append(
        read.review(try row.named(), texts: try texts(read.texts.compactMap { $0 })))
    case .action:
      let read = try json.read(ActionBody.self, from: body)
      plan.actions.append(
        read.action(try row.named(), texts: try texts(read.texts.compactMap { $0 })))
    case .waiver:
      let read = try json.read(WaiverBody.self, from: body)
      plan.waivers.append(
        read.waiver(try row.named(), texts: try texts(read.texts.compactMap { $0 })))
    }
  }
}

extension DefinitionRow {
  /// The error for a body that cannot be what this program wrote.
  fileprivate var damage: StoreError {
    StoreError(.damaged, "the database is damaged: \(noun.rawValue) '\(id)' cannot be read")
  }

  /// Returns the identifier as that of a noun.
  fileprivate func named<Noun>() throws -> Identifier<Noun> {
    guard let identifier = Identifier<Noun>(id) else { throw damage }
    return identifier
  }
}
