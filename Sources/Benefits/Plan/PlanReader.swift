import BenefitsModel

/// Turns a YAML file into a plan, collecting every fault on the way.
struct PlanReader {
  static let sections = FieldSet(
    phrase: "a plan",
    keys: [
      "programme", "calendar", "projects", "sites", "strata", "benefits", "measures",
      "annotations", "assumptions", "decisions", "reviews", "actions", "checks", "waivers",
      "exported",
    ],
    laterKeys: ["costs", "map", "stakeholders"])

  /// The checks that a policy and waivers may name; any where nobody said which there are.
  var register: CheckRegister?
  var faults: [Fault] = []
  var places = PlanPlaces()
  /// From which state of a database the file was written.
  var exported: PlanExport?

  var programmeID: Programme.ID?
  var calendar = WorkingCalendar()
  var projectIDs = Register<Project>()
  var siteIDs = Register<Site>()
  var stratumIDs = Register<Stratum>()
  var benefitIDs = Register<Benefit>()
  var measureIDs = Register<Measure>()
  var annotationIDs = Register<Annotation>()
  var assumptionIDs = Register<Assumption>()
  var decisionIDs = Register<Decision>()
  var reviewIDs = Register<Review>()
  var actionIDs = Register<Action>()
  var waiverIDs = Register<Waiver>()
  /// What was promised of each series, with the places that later checks point to.
  var promises: [Series: Promise] = [:]

  /// Reads a whole file; `nil`, with faults, where there is no plan in it.
  mutating func read(_ text: String, file: String) -> Plan? {
    var reader = YAMLReader(text, file: file)
    let root = reader.read()
    faults += reader.faults
    let top = SourceLocation(file: file, line: 1, column: 1)
    guard let root, !root.isBlank else {
      if faults.isEmpty {
        faults.append(
          Fault(
            top, "the plan file is empty", hint: "'benefits-cli plan new' writes one to start from")
        )
      }
      return nil
    }
    return read(root)
  }

  /// Reads a whole plan; `nil`, with faults, where there is none.
  mutating func read(_ root: YAMLNode) -> Plan? {
    guard let fields = Fields(root, Self.sections, name: "the plan", &faults) else { return nil }

    let programme = readProgramme(fields)
    readExport(fields)
    readCalendar(fields)
    define(fields)
    let projects = readProjects(fields)
    let sites = readSites(fields)
    let strata = readStrata(fields)
    let benefits = readBenefits(fields)
    let measures = readMeasures(fields)
    let annotations = readAnnotations(fields)
    let assumptions = readAssumptions(fields)
    let decisions = readDecisions(fields)
    let reviews = readReviews(fields)
    let actions = readActions(fields)
    let checks = readChecks(fields)
    let waivers = readWaivers(fields, longest: checks.waiverMaxDays)
    guard let programme else { return nil }

    let plan = Plan(
      programme: programme, calendar: calendar, projects: projects, sites: sites, strata: strata,
      benefits: benefits, measures: measures,
      commitments: promises.mapValues(\.commitment).filter { !$0.value.isEmpty },
      annotations: annotations, assumptions: assumptions, decisions: decisions, reviews: reviews,
      actions: actions, checks: checks, waivers: waivers)
    examine(plan)
    return plan
  }

  /// Takes in all identifiers, so that a thing may be referred to before it is defined.
  private mutating func define(_ fields: Fields) {
    projectIDs = Register(items(fields, "projects"), of: "project", &faults)
    siteIDs = Register(items(fields, "sites"), of: "site", &faults)
    stratumIDs = Register(items(fields, "strata"), of: "stratum", &faults)
    benefitIDs = Register(items(fields, "benefits"), of: "benefit", &faults)
    measureIDs = Register(items(fields, "measures"), of: "measure", &faults)
    annotationIDs = Register(items(fields, "annotations"), of: "annotation", &faults)
    assumptionIDs = Register(items(fields, "assumptions"), of: "assumption", &faults)
    decisionIDs = Register(items(fields, "decisions"), of: "decision", &faults)
    reviewIDs = Register(items(fields, "reviews"), of: "review", &faults)
    actionIDs = Register(items(fields, "actions"), of: "action", &faults)
    waiverIDs = Register(items(fields, "waivers"), of: "waiver", &faults)
    if let programmeID, let place = siteIDs.place(of: Site.ID(programmeID)) {
      faults.append(
        Fault(
          place, "'\(programmeID)' is the programme, which is a site by itself already",
          hint: "leave this site out, or give it an id of its own"))
    }
    if let place = stratumIDs.place(of: .all) {
      faults.append(
        Fault(
          place, "the stratum 'all' stands for everybody and is there already",
          hint: "leave it out, or give this stratum an id of its own"))
    }
  }

  /// The items of a section, without a fault for a section that has a wrong shape.
  private func items(_ fields: Fields, _ key: String) -> [YAMLNode] {
    var ignored: [Fault] = []
    guard let node = fields.node(key, &ignored), case .list(let items) = node.content else {
      return []
    }
    return items
  }

  /// The items of a section.
  mutating func section(_ fields: Fields, _ key: String) -> [YAMLNode] {
    // A section that was begun and left empty is an empty section.
    guard fields.has(key), let node = fields.blankableNode(key) else { return [] }
    guard case .list(let items) = node.content else {
      faults.append(
        Fault(
          node.place, "'\(key)' is \(node.shape), but a list is expected",
          hint: "begin each item with '- '"))
      return []
    }
    return items
  }

  /// The name of an item for messages, by its identifier or else by its place in the list.
  func name(_ noun: String, _ node: YAMLNode, _ index: Int) -> String {
    if case .map(let pairs) = node.content,
      let pair = pairs.first(where: { $0.key == "id" }),
      case .text(let text, _) = pair.value.content, Identifier<Plan>(text) != nil
    {
      return "\(noun) \(text)"
    }
    return "\(noun) number \(index + 1)"
  }
}

/// What was promised of a series while it is being read.
struct Promise {
  var commitment = Commitment()
  /// Where the baseline stands, and the end of its window.
  var baselinePlace: SourceLocation?
  var windowEndPlace: SourceLocation?
  /// The targets with their places, in the order of the file.
  var targets: [(target: Target, place: SourceLocation, valuePlace: SourceLocation)] = []
}
