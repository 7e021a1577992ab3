public import BenefitsModel

/// One thing of a plan with its keys, to be listed or shown.
public struct PlanThing: Hashable, Sendable {
  /// A key of the plan file with what it says.
  public struct Field: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value in the words of the plan file.
    public var value: String

    init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// The keys in the order of the reference, with what goes without saying too.
  public var fields: [Field]

  init(_ fields: [Field], _ more: PlanFields) {
    let told = more.list.filter { !$0.field.hasPrefix("phase ") }.map { field in
      Field(field.field.split(separator: " ").last.map(String.init) ?? "", field.value)
    }
    self.fields = fields + told
  }

  /// Returns what a key says.
  ///
  /// - Parameter key: The key.
  /// - Returns: `nil` when it says nothing.
  public subscript(key: String) -> String? { fields.first { $0.key == key }?.value }
}

extension PlanThing {
  /// Returns the keys of a baseline with what they say.
  ///
  /// - Parameter baseline: The baseline.
  /// - Returns: The keys in the order of the reference.
  public static func fields(of baseline: Baseline) -> [Field] {
    PlanThing([], PlanFields(baseline)).fields
  }

  /// Returns the keys of a target with what they say.
  ///
  /// - Parameter target: The target.
  /// - Returns: The keys in the order of the reference.
  public static func fields(of target: Target) -> [Field] {
    var labelled = PlanFields()
    labelled.add(target, as: "")
    let trajectory = labelled.list.filter { $0.field.hasPrefix("trajectory") }.map { field in
      field.field.hasPrefix("trajectory, ")
        ? field.value
        : "\(field.field.split(whereSeparator: { $0 == " " || $0 == "," })[1]): \(field.value)"
    }
    return PlanThing([], PlanFields(target)).fields
      + (trajectory.isEmpty ? [] : [Field("trajectory", trajectory.joined(separator: ", "))])
  }

  /// Returns the keys of a guardrail with what they say.
  ///
  /// - Parameter guardrail: The guardrail.
  /// - Returns: The keys in the order of the reference.
  public static func fields(of guardrail: Guardrail) -> [Field] {
    PlanThing([], PlanFields(guardrail)).fields
  }
}

extension Plan {
  /// Returns the things of one noun in the order of the plan.
  ///
  /// - Parameter noun: The noun.
  /// - Returns: The things; a promise begins with its measure, site and stratum.
  public func things(of noun: PlanNoun) -> [PlanThing] {
    func list<Thing: Identifiable>(
      _ things: [Thing], _ fields: (Thing) -> PlanFields
    )
      -> [PlanThing] where Thing.ID == Identifier<Thing>
    {
      things.map { PlanThing([.init("id", $0.id.text)], fields($0)) }
    }
    return switch noun {
    case .project: list(projects) { PlanFields($0) }
    case .site: list(sites) { PlanFields($0) }
    case .stratum: list(strata) { PlanFields($0) }
    case .benefit: list(benefits) { PlanFields($0) }
    case .measure: list(measures) { PlanFields($0) }
    case .annotation: list(annotations) { PlanFields($0) }
    case .assumption: list(assumptions) { PlanFields($0) }
    case .decision: list(decisions) { PlanFields($0) }
    case .review: list(reviews) { PlanFields($0) }
    case .action: list(actions) { PlanFields($0) }
    case .waiver: list(waivers) { PlanFields($0) }
    case .baseline: promises { [$0.baseline.map { PlanFields($0) }] }
    case .target: promises { $0.targets.map { PlanFields($0 as Target) } }
    case .guardrail: promises { [$0.guardrail.map { PlanFields($0) }] }
    }
  }

  private func promises(_ fields: (Commitment) -> [PlanFields?]) -> [PlanThing] {
    commitmentOrder.flatMap { series in
      fields(commitments[series] ?? Commitment()).compactMap { fields in
        fields.map {
          PlanThing(
            [
              .init("measure", series.measure.text), .init("site", series.site.text),
              .init("stratum", series.stratum.text),
            ], $0)
        }
      }
    }
  }

  /// Returns things as the plan file writes them.
  ///
  /// - Parameters:
  ///   - noun: The noun.
  ///   - subject: Which one, or the promises of which series.
  /// - Returns: The texts, empty when nothing was promised.
  /// - Throws: `PlanEditFailure` when there is no such thing.
  public func texts(
    of noun: PlanNoun, _ subject: PlanEdit.Subject
  ) throws(PlanEditFailure) -> [String] {
    try PlanTree(self).nodes(of: noun, subject).map { node in
      guard case .map(let pairs) = node.content else { return "" }
      var writer = YAMLWriter()
      writer.write(pairs)
      return writer.text
    }
  }
}
