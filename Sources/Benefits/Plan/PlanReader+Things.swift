import BenefitsModel

// MARK: - Programme and calendar

extension PlanReader {
  static let programmeKeys = FieldSet(phrase: "a programme", keys: ["id", "title", "purpose"])
  static let calendarKeys = FieldSet(phrase: "a calendar", keys: ["holidays", "year_starts"])

  mutating func readProgramme(_ root: Fields) -> Programme? {
    root.require(
      "programme", &faults, hint: "write programme: {id: my-programme, title: My programme}")
    guard let node = root.node("programme", &faults),
      let fields = Fields(node, Self.programmeKeys, name: "the programme", &faults)
    else { return nil }
    fields.require("id", &faults)
    if let node = fields.node("id", &faults) {
      programmeID = Fields.identifier(node, called: "id", Programme.self, &faults)
    }
    let title = fields.text("title", required: true, &faults)
    let purpose = fields.text("purpose", allowsLines: true, &faults)
    guard let programmeID, let title else { return nil }
    places.add(PlanItem(.programme, programmeID), fields)
    return Programme(id: programmeID, title: title, purpose: purpose)
  }

  mutating func readCalendar(_ root: Fields) {
    guard let node = root.blankableNode("calendar"),
      let fields = Fields(node, Self.calendarKeys, name: "the calendar", &faults)
    else { return }
    places.add(PlanItem(.calendar), fields)
    calendar.holidays = fields.word("holidays", Holidays.self, &faults) ?? .none
    calendar.yearStarts = fields.word("year_starts", YearStart.self, &faults) ?? .april
  }
}

// MARK: - Projects, sites and strata

extension PlanReader {
  static let projectKeys = FieldSet(phrase: "a project", keys: ["id", "title", "owner", "go_live"])
  static let siteKeys = FieldSet(phrase: "a site", keys: ["id", "title", "parent", "go_live"])
  static let stratumKeys = FieldSet(phrase: "a stratum", keys: ["id", "title"])

  mutating func readProjects(_ root: Fields) -> [Project] {
    var projects: [Project] = []
    for (index, node) in section(root, "projects").enumerated() {
      guard
        let fields = Fields(
          node, Self.projectKeys, name: name("project", node, index), &faults)
      else { continue }
      let id = fields.ownIdentifier(Project.self, in: projectIDs, &faults)
      let title = fields.text("title", required: true, &faults)
      let owner = fields.text("owner", &faults)
      let goLive = fields.day("go_live", &faults)
      guard let id else { continue }
      places.add(PlanItem(.project, id), fields)
      projects.append(Project(id: id, title: title ?? id.text, owner: owner, goLive: goLive))
    }
    return projects
  }

  mutating func readSites(_ root: Fields) -> [Site] {
    var sites: [Site] = []
    var parents: [Site.ID: (id: Site.ID, place: SourceLocation)] = [:]
    for (index, node) in section(root, "sites").enumerated() {
      if case .text = node.content {
        guard let id = bareIdentifier(node, in: siteIDs, of: "site") else { continue }
        places.add(PlanItem(.site, id), at: node.place)
        sites.append(Site(id: id, title: id.text))
        continue
      }
      guard
        let fields = Fields(node, Self.siteKeys, name: name("site", node, index), &faults)
      else { continue }
      let id = fields.ownIdentifier(Site.self, in: siteIDs, &faults)
      let title = fields.text("title", &faults)
      let parent = fields.node("parent", &faults).flatMap { site($0, called: "parent") }
      let goLive = fields.day("go_live", &faults)
      guard let id else { continue }
      places.add(PlanItem(.site, id), fields)
      if let parent { parents[id] = (parent, fields.place(of: "parent")) }
      sites.append(Site(id: id, title: title ?? id.text, parent: parent, goLive: goLive))
    }
    refuseCircles(of: sites, parents: parents)
    return sites
  }

  /// A site cannot be a part of itself, however many sites lie between.
  private mutating func refuseCircles(
    of sites: [Site], parents: [Site.ID: (id: Site.ID, place: SourceLocation)]
  ) {
    var settled: Set<Site.ID> = []
    for site in sites {
      var path: [Site.ID] = []
      var next: Site.ID? = site.id
      while let id = next, !settled.contains(id) {
        if path.contains(id) {
          if let place = parents[id]?.place {
            faults.append(
              Fault(
                place,
                "site '\(id)' is a part of itself: "
                  + (path.drop { $0 != id } + [id]).map(\.text).joined(separator: " in ")))
          }
          break
        }
        path.append(id)
        next = parents[id]?.id
      }
      settled.formUnion(path)
    }
  }

  mutating func readStrata(_ root: Fields) -> [Stratum] {
    var strata: [Stratum] = []
    for (index, node) in section(root, "strata").enumerated() {
      if case .text = node.content {
        guard let id = bareIdentifier(node, in: stratumIDs, of: "stratum") else { continue }
        places.add(PlanItem(.stratum, id), at: node.place)
        strata.append(Stratum(id: id, title: id.text))
        continue
      }
      guard
        let fields = Fields(
          node, Self.stratumKeys, name: name("stratum", node, index), &faults)
      else { continue }
      let id = fields.ownIdentifier(Stratum.self, in: stratumIDs, &faults)
      let title = fields.text("title", &faults)
      guard let id else { continue }
      places.add(PlanItem(.stratum, id), fields)
      strata.append(Stratum(id: id, title: title ?? id.text))
    }
    return strata
  }

  /// Reads an item of a list that is nothing but an identifier.
  private mutating func bareIdentifier<Noun>(
    _ node: YAMLNode, in register: Register<Noun>, of noun: String
  ) -> Identifier<Noun>? {
    if node.isBlank {
      faults.append(Fault(node.place, "this \(noun) is empty"))
      return nil
    }
    guard let id = Fields.identifier(node, called: "id", Noun.self, &faults),
      register.isFirst(id, at: node.place)
    else { return nil }
    return id
  }

  /// Looks up a site, or the programme, which stands for all of them.
  mutating func site(_ node: YAMLNode, called key: String) -> Site.ID? {
    guard let id = Fields.identifier(node, called: key, Site.self, &faults) else { return nil }
    if let programmeID, Site.ID(programmeID) == id { return Site.ID(programmeID) }
    if let known = siteIDs[id] { return known }
    if stratumIDs[Stratum.ID(id)] != nil {
      faults.append(
        Fault(
          node.place, "'\(id)' is a stratum, not a site",
          hint: "a site is where, a stratum is for whom"))
    } else {
      faults.append(siteIDs.unknown(id, of: "site", at: node.place))
    }
    return nil
  }

  /// Looks up a stratum, or `all`, which stands for everybody.
  mutating func stratum(_ node: YAMLNode, called key: String) -> Stratum.ID? {
    guard let id = Fields.identifier(node, called: key, Stratum.self, &faults) else { return nil }
    if id == .all { return .all }
    if let known = stratumIDs[id] { return known }
    if siteIDs[Site.ID(id)] != nil {
      faults.append(
        Fault(
          node.place, "'\(id)' is a site, not a stratum",
          hint: "a site is where, a stratum is for whom"))
    } else {
      faults.append(stratumIDs.unknown(id, of: "stratum", at: node.place))
    }
    return nil
  }
}

// MARK: - Benefits and annotations

extension PlanReader {
  static let benefitKeys = FieldSet(
    phrase: "a benefit",
    keys: [
      "id", "title", "aim", "project", "owner", "lifecycle", "class", "first_benefit", "weight",
      "disbenefit", "reason", "tolerance", "hand_over", "bau_owner", "tags",
    ],
    laterKeys: ["attribution", "overlap", "stakeholders", "value"])
  static let annotationKeys = FieldSet(
    phrase: "an annotation",
    keys: ["id", "date", "kind", "projects", "measures", "sites", "text"])

  mutating func readBenefits(_ root: Fields) -> [Benefit] {
    var benefits: [Benefit] = []
    for (index, node) in section(root, "benefits").enumerated() {
      guard
        let fields = Fields(
          node, Self.benefitKeys, name: name("benefit", node, index), &faults)
      else { continue }
      let id = fields.ownIdentifier(Benefit.self, in: benefitIDs, &faults)
      let title = fields.text("title", required: true, &faults)
      let aim = fields.word("aim", Aim.self, required: true, &faults) { Aim(name: $0) }
      let project = fields.reference(
        "project", to: projectIDs, of: "project", required: true, &faults)
      let owner = fields.text("owner", &faults)
      let lifecycle = fields.word("lifecycle", Lifecycle.self, &faults) ?? .planned
      let valueClass = fields.word("class", BenefitClass.self, &faults)
      let first = fields.firstDay("first_benefit", calendar.yearStarts, &faults)
      let weight = fields.positive("weight", &faults) ?? 1
      let isDisbenefit = fields.flag("disbenefit", &faults) ?? false
      let reason = fields.text("reason", allowsLines: true, &faults)
      let tolerance = readTolerance(of: fields)
      let handOver = fields.day("hand_over", &faults)
      let bauOwner = fields.text("bau_owner", &faults)
      let tags = readTags(fields)
      if lifecycle == .closed || lifecycle == .superseded {
        fields.require(
          "reason", &faults, hint: "say why it was \(lifecycle.rawValue), in a sentence")
      }
      guard let id else { continue }
      places.add(PlanItem(.benefit, id), fields)
      guard let title, let aim, let project else { continue }
      benefits.append(
        Benefit(
          id: id, title: title, aim: aim, project: project, owner: owner, lifecycle: lifecycle,
          valueClass: valueClass, firstBenefit: first, weight: weight,
          isDisbenefit: isDisbenefit, reason: reason, tolerance: tolerance, handOver: handOver,
          bauOwner: bauOwner, tags: tags))
    }
    return benefits
  }

  mutating func readAnnotations(_ root: Fields) -> [Annotation] {
    var annotations: [Annotation] = []
    var taken = Set(annotationIDs.ids)
    for (index, node) in section(root, "annotations").enumerated() {
      guard
        let fields = Fields(
          node, Self.annotationKeys, name: name("annotation", node, index), &faults)
      else { continue }
      let hasID = fields.has("id")
      let given =
        hasID ? fields.ownIdentifier(Annotation.self, in: annotationIDs, &faults) : nil
      let date = fields.firstDay("date", required: true, calendar.yearStarts, &faults)
      let kind = fields.word("kind", Annotation.Kind.self, required: true, &faults)
      let text = fields.text("text", required: true, allowsLines: true, &faults)
      let projects = fields.references("projects", to: projectIDs, of: "project", &faults)
      let measures = fields.references("measures", to: measureIDs, of: "measure", &faults)
      let sites = fields.list("sites", &faults).compactMap { site($0, called: "sites") }
      guard let date, let kind, let text else { continue }
      guard let id = given ?? (hasID ? nil : Self.makeID(date, kind, &taken)) else { continue }
      places.add(PlanItem(.annotation, id), fields)
      annotations.append(
        Annotation(
          id: id, date: date, kind: kind, text: text, projects: projects, measures: measures,
          sites: sites))
    }
    return annotations
  }

  /// Makes an identifier that stays the same while annotations of other days come and go.
  private static func makeID(
    _ date: Day, _ kind: Annotation.Kind, _ taken: inout Set<Annotation.ID>
  ) -> Annotation.ID? {
    var counter = 1
    while true {
      let text = "\(date)-\(kind.rawValue)" + (counter == 1 ? "" : "-\(counter)")
      guard let id = Annotation.ID(text) else { return nil }
      if taken.insert(id).inserted { return id }
      counter += 1
    }
  }
}
