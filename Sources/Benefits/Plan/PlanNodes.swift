import BenefitsModel

/// A plan as the tree that its file is read as.
///
/// Reading the tree gives the plan back, so that what is exported, and what a command changes, goes through
/// the reader of the plan file and its rules.
struct PlanNodes {
  let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  /// The parts of the file; one that holds nothing is left out.
  var root: YAMLNode {
    let top = SourceLocation(whole: "")
    let lists: [(key: String, items: [YAMLNode])] = [
      ("projects", plan.projects.map(project)), ("sites", plan.sites.map(site)),
      ("strata", plan.strata.map(stratum)), ("benefits", plan.benefits.map(benefit)),
      ("measures", plan.measures.map(measure)), ("annotations", plan.annotations.map(annotation)),
      ("assumptions", plan.assumptions.map { thing(PlanItem(.assumption, $0.id), PlanFields($0)) }),
      ("decisions", plan.decisions.map { thing(PlanItem(.decision, $0.id), PlanFields($0)) }),
      ("reviews", plan.reviews.map { thing(PlanItem(.review, $0.id), PlanFields($0)) }),
      ("actions", plan.actions.map { thing(PlanItem(.action, $0.id), PlanFields($0)) }),
      ("waivers", plan.waivers.map(waiver)),
    ]
    var pairs = [
      YAMLPair("programme", programme),
      YAMLPair("calendar", thing(PlanItem(.calendar), PlanFields(plan.calendar))),
      YAMLPair("checks", checks),
    ]
    pairs += lists.filter { !$0.items.isEmpty }.map { list in
      YAMLPair(list.key, YAMLNode(content: .list(list.items), place: top))
    }
    return YAMLNode(content: .map(pairs), place: top)
  }

  // MARK: - Things with an identifier

  private var programme: YAMLNode {
    thing(PlanItem(.programme, plan.programme.id), PlanFields(plan.programme))
  }

  private var checks: YAMLNode {
    let item = PlanItem(.checks)
    let place = SourceLocation(whole: item.description)
    let policy = plan.checks
    func map(_ pairs: [YAMLPair]) -> YAMLNode { YAMLNode(content: .map(pairs), place: place) }
    var defaults: [YAMLPair] = []
    if !policy.consecutive.isEmpty {
      let pairs = policy.consecutive.map { YAMLPair($0.checks.text, String($0.periods), of: item) }
      defaults.append(YAMLPair("consecutive", map(pairs)))
    }
    if policy.sustain != .usual {
      defaults.append(
        YAMLPair(
          "sustain",
          map([
            YAMLPair("m", String(policy.sustain.periods), of: item),
            YAMLPair("n", String(policy.sustain.window), of: item),
          ])))
    }
    if policy.levelPoints != CheckPolicy.usualLevelPoints {
      defaults.append(YAMLPair("level_points", String(policy.levelPoints), of: item))
    }
    var pairs = [YAMLPair("profile", policy.profile.rawValue, of: item)]
    if let failOn = policy.failOn { pairs.append(YAMLPair("fail_on", failOn.rawValue, of: item)) }
    if !defaults.isEmpty { pairs.append(YAMLPair("defaults", map(defaults))) }
    if !policy.rules.isEmpty {
      let rules = policy.rules.map { map(PlanFields($0).pairs(at: place)) }
      pairs.append(YAMLPair("rules", YAMLNode(content: .list(rules), place: place)))
    }
    if let days = policy.waiverMaxDays {
      pairs.append(YAMLPair("waiver_max_days", String(days), of: item))
    }
    return map(pairs)
  }

  private func project(_ project: Project) -> YAMLNode {
    thing(PlanItem(.project, project.id), PlanFields(project))
  }

  private func site(_ site: Site) -> YAMLNode {
    thing(PlanItem(.site, site.id), PlanFields(site))
  }

  private func stratum(_ stratum: Stratum) -> YAMLNode {
    thing(PlanItem(.stratum, stratum.id), PlanFields(stratum))
  }

  private func benefit(_ benefit: Benefit) -> YAMLNode {
    thing(PlanItem(.benefit, benefit.id), PlanFields(benefit))
  }

  private func annotation(_ annotation: Annotation) -> YAMLNode {
    thing(PlanItem(.annotation, annotation.id), PlanFields(annotation))
  }

  private func waiver(_ waiver: Waiver) -> YAMLNode {
    thing(PlanItem(.waiver, waiver.id), PlanFields(waiver))
  }

  private func thing(_ item: PlanItem, _ fields: PlanFields) -> YAMLNode {
    var pairs = fields.pairs(at: SourceLocation(whole: item.description))
    if !item.id.isEmpty { pairs.insert(YAMLPair("id", item.id, of: item), at: 0) }
    return YAMLNode(content: .map(pairs), place: SourceLocation(whole: item.description))
  }

  // MARK: - Measures

  private func measure(_ measure: Measure) -> YAMLNode {
    let item = PlanItem(.measure, measure.id)
    let place = SourceLocation(whole: item.description)
    var pairs = [YAMLPair("id", measure.id.text, of: item)]
    pairs += PlanFields(measure).pairs(at: place)
    // A measure that counts nothing in particular has an empty unit, which must be said.
    if measure.unit.isEmpty { pairs.append(YAMLPair("unit", "", of: item)) }
    let promised = plan.commitmentOrder.filter { $0.measure == measure.id }
    let baselines = promised.compactMap { series in
      plan.commitments[series]?.baseline.map { node(PlanFields($0), .baseline, series) }
    }
    let targets = promised.flatMap { series in
      (plan.commitments[series]?.targets ?? []).map { target($0, series) }
    }
    let guardrails = promised.compactMap { series in
      plan.commitments[series]?.guardrail.map { node(PlanFields($0), .guardrail, series) }
    }
    for (key, items) in [("baseline", baselines), ("targets", targets), ("guardrail", guardrails)]
    where !items.isEmpty {
      let isAlone = items.count == 1 && key != "targets"
      pairs.append(
        YAMLPair(key, isAlone ? items[0] : YAMLNode(content: .list(items), place: place)))
    }
    if !measure.phases.isEmpty {
      let phases = measure.phases.map { phase in
        YAMLNode(
          content: .map(
            [YAMLPair("from", phase.from.description, of: item)]
              + (phase.reason.map { [YAMLPair("reason", $0, of: item)] } ?? [])), place: place)
      }
      pairs.append(YAMLPair("phases", YAMLNode(content: .list(phases), place: place)))
    }
    return YAMLNode(content: .map(pairs), place: place)
  }

  /// A baseline or a guardrail, with what part of the programme it is for.
  private func node(_ fields: PlanFields, _ noun: PlanItem.Noun, _ series: Series) -> YAMLNode {
    let item = PlanItem(noun, of: series)
    let place = SourceLocation(
      whole: PlanDifference.name(of: item, series, in: plan))
    return YAMLNode(content: .map(fields.pairs(at: place) + part(series, item)), place: place)
  }

  private func target(_ target: Target, _ series: Series) -> YAMLNode {
    let item = PlanItem(.targets, of: series)
    let place = SourceLocation(
      whole: PlanDifference.name(of: item, series, in: plan))
    var pairs = PlanFields(target).pairs(at: place)
    if let trajectory = target.trajectory {
      pairs.append(YAMLPair("trajectory", self.trajectory(trajectory, at: place)))
    }
    return YAMLNode(content: .map(pairs + part(series, item)), place: place)
  }

  private func part(_ series: Series, _ item: PlanItem) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    if series.site != Site.ID(plan.programme.id) {
      pairs.append(YAMLPair("site", series.site.text, of: item))
    }
    if series.stratum != .all { pairs.append(YAMLPair("stratum", series.stratum.text, of: item)) }
    return pairs
  }

  private func trajectory(_ trajectory: Trajectory, at place: SourceLocation) -> YAMLNode {
    func shape(_ name: String, _ from: Period?) -> YAMLNode {
      let shape = YAMLNode(text: name, place: place)
      guard let from else { return shape }
      return YAMLNode(
        content: .map([
          YAMLPair("shape", shape),
          YAMLPair("from", YAMLNode(text: from.description, place: place)),
        ]), place: place)
    }
    switch trajectory {
    case .linear(let from): return shape("linear", from)
    case .step: return shape("step", nil)
    case .sCurve(let from): return shape("s-curve", from)
    case .table(let values):
      return YAMLNode(
        content: .map(
          values.map { planned in
            YAMLPair(
              planned.period.description,
              YAMLNode(text: Numeral.plain(planned.value), place: place))
          }), place: place)
    }
  }
}

// MARK: - Building trees

extension PlanFields {
  /// The fields as the keys of a map, without those that need not be said.
  func pairs(at place: SourceLocation) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    for field in list where !field.isUsual {
      let value = field.node(at: place)
      let path = field.field.split(separator: " ", maxSplits: 1).map(String.init)
      guard path.count == 2 else {
        pairs.append(YAMLPair(field.field, value))
        continue
      }
      // A field of a map inside the map, as `frequency every` or `void_if status`; phases are written by their measure.
      guard ["frequency", "void_if"].contains(path[0]) else { continue }
      if let last = pairs.indices.last, pairs[last].key == path[0],
        case .map(let inner) = pairs[last].value.content
      {
        pairs[last].value.content = .map(inner + [YAMLPair(path[1], value)])
      } else {
        pairs.append(
          YAMLPair(path[0], YAMLNode(content: .map([YAMLPair(path[1], value)]), place: place)))
      }
    }
    return pairs
  }
}

extension PlanFields.Field {
  /// The value as a tree: a list, a map or a text.
  fileprivate func node(at place: SourceLocation) -> YAMLNode {
    if let texts {
      return YAMLNode(content: .list(texts.map { YAMLNode(text: $0, place: place) }), place: place)
    }
    if let inner {
      let pairs = inner.map { YAMLPair($0.key, YAMLNode(text: $0.text, place: place)) }
      return YAMLNode(content: .map(pairs), place: place)
    }
    return YAMLNode(text: value, place: place)
  }
}

extension YAMLNode {
  /// Creates a text, which is never taken for a value that was left out.
  init(text: String, place: SourceLocation) {
    self.init(content: .text(text, isQuoted: true), place: place)
  }
}

extension YAMLPair {
  /// Creates a key at the place of its value.
  init(_ key: String, _ value: YAMLNode) {
    self.init(key: key, keyPlace: value.place, value: value)
  }

  /// Creates a key with a text of a thing.
  init(_ key: String, _ text: String, of item: PlanItem) {
    self.init(key, YAMLNode(text: text, place: SourceLocation(whole: item.description)))
  }
}
