import BenefitsModel

/// Where the parts of a report stand, and how one page links to another.
struct ReportLayout: Sendable {
  /// A page of the report.
  enum Page: Hashable, Sendable {
    /// Everything in one file.
    case whole
    /// The first page of a folder.
    case index
    /// The page of a benefit.
    case benefit(Benefit.ID)
    /// The page of the measures that belong to no benefit.
    case otherMeasures

    /// The path in the folder of the report.
    var path: String {
      switch self {
      case .whole, .index: "index.html"
      case .benefit(let id): "benefits/\(id.folded).html"
      case .otherMeasures: "measures.html"
      }
    }
  }

  /// Something that is linked to.
  enum Target: Hashable, Sendable {
    /// A section of the first page.
    case section(String)
    /// A benefit.
    case benefit(Benefit.ID)
    /// A measure.
    case measure(Measure.ID)
    /// The numbers behind the chart of a measure.
    case data(Measure.ID)

    /// The `id` of its heading.
    var anchor: String {
      switch self {
      case .section(let name): name
      case .benefit(let id): "benefit-\(id.folded)"
      case .measure(let id): "measure-\(id.folded)"
      case .data(let id): "data-\(id.folded)"
      }
    }
  }

  /// The page that links.
  let page: Page
  /// The benefit with which each measure is shown.
  let homes: [Measure.ID: Benefit.ID]

  init(page: Page, plan: Plan) {
    self.page = page
    homes = ReportLayout.homes(in: plan)
  }

  private init(page: Page, homes: [Measure.ID: Benefit.ID]) {
    self.page = page
    self.homes = homes
  }

  /// The same parts seen from another page.
  func seen(from page: Page) -> ReportLayout { ReportLayout(page: page, homes: homes) }

  /// The value of an `href` that leads to something.
  func link(to target: Target) -> String {
    let home = home(of: target)
    guard home != page else { return "#\(target.anchor)" }
    let isTop = if case .benefit(let id) = target { home == .benefit(id) } else { false }
    let fragment = isTop ? "" : "#\(target.anchor)"
    return upwards + home.path + fragment
  }

  /// What leads from the page to the folder of the report.
  var upwards: String { if case .benefit = page { "../" } else { "" } }

  private func home(of target: Target) -> Page {
    guard page != .whole else { return .whole }
    switch target {
    case .section: return .index
    case .benefit(let id): return .benefit(id)
    case .measure(let id), .data(let id): return homes[id].map(Page.benefit) ?? .otherMeasures
    }
  }

  /// A measure of several benefits is shown with the first of them.
  private static func homes(in plan: Plan) -> [Measure.ID: Benefit.ID] {
    let known = Set(plan.benefits.map(\.id))
    var homes: [Measure.ID: Benefit.ID] = [:]
    for measure in plan.measures {
      homes[measure.id] = (measure.benefits + measure.guards).first(where: known.contains)
    }
    return homes
  }
}
