public import BenefitsModel

/// One thing of a plan that is added, changed or retired without a plan file, in the words of the file.
public struct PlanEdit: Hashable, Sendable {
  /// What is done to the thing.
  public enum Act: String, Hashable, Sendable {
    /// It is put behind the others of its noun.
    case add
    /// Some of its keys get other values, or none.
    case edit
    /// It is taken out of the plan in force.
    case retire
  }

  /// Which thing it is.
  public struct Subject: Hashable, Sendable {
    /// The identifier, for a promise that of its measure; `nil` for an annotation that gets one by itself.
    public var id: String?
    /// The site that was promised for; `nil` for the whole programme.
    public var site: String?
    /// The stratum that was promised for; `nil` for everybody.
    public var stratum: String?
    /// The reach-by period that tells a target from others of its series.
    public var reachBy: String?

    /// Creates a subject.
    ///
    /// - Parameters:
    ///   - id: The identifier; for a promise, that of its measure.
    ///   - site: The site that was promised for.
    ///   - stratum: The stratum that was promised for.
    ///   - reachBy: The reach-by period that tells a target from others of its series.
    public init(
      id: String?, site: String? = nil, stratum: String? = nil, reachBy: String? = nil
    ) {
      self.id = id
      self.site = site
      self.stratum = stratum
      self.reachBy = reachBy
    }
  }

  /// A key of the plan file with what it is to say; several texts are the items of a list.
  public struct Value: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The texts as they were typed.
    public var texts: [String]

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - texts: The texts as they were typed.
    public init(_ key: String, _ texts: [String]) {
      self.key = key
      self.texts = texts
    }
  }

  /// What kind of thing it is.
  public var noun: PlanNoun
  /// What is done to it.
  public var act: Act
  /// Which one it is.
  public var subject: Subject
  /// The keys with their new values.
  public var values: [Value]
  /// The keys that are taken out.
  public var cleared: [String]
  /// The decision that allows a change of what was promised.
  public var decision: String?

  /// Creates an edit.
  ///
  /// - Parameters:
  ///   - act: What is done to it.
  ///   - noun: What kind of thing it is.
  ///   - subject: Which one it is.
  ///   - values: The keys with their new values.
  ///   - cleared: The keys that are taken out.
  ///   - decision: The decision that allows a change of what was promised.
  public init(
    _ act: Act, _ noun: PlanNoun, _ subject: Subject, values: [Value] = [],
    cleared: [String] = [], decision: String? = nil
  ) {
    self.noun = noun
    self.act = act
    self.subject = subject
    self.values = values
    self.cleared = cleared
    self.decision = decision
  }

  /// Returns the plan with the change, read by the rules of the plan file.
  ///
  /// - Parameters:
  ///   - plan: The plan in force.
  ///   - checks: The checks that the plan may name; any when there is none.
  /// - Returns: The changed plan, and what was retired with it.
  /// - Throws: `PlanEditFailure` with everything that is wrong with the change.
  public func applied(
    to plan: Plan, checks: CheckRegister? = nil
  ) throws(PlanEditFailure) -> EditedPlan {
    var tree = PlanTree(plan)
    let subject = try tree.apply(self)
    var reader = PlanReader()
    reader.register = checks
    let edited = reader.read(tree.root)
    var faults = reader.faults
    if !faults.isEmpty {
      // What was wrong before is no fault of this change.
      var before = PlanReader()
      before.register = checks
      _ = before.read(PlanNodes(plan).root)
      let standing = Set(before.faults)
      faults.removeAll { standing.contains($0) }
    }
    guard let edited, faults.isEmpty else { throw .faults(faults) }
    return EditedPlan(
      edit: self, former: plan, plan: edited, subject: subject, places: reader.places)
  }
}

/// Why a plan cannot be changed as asked.
public enum PlanEditFailure: Error, Hashable, Sendable {
  /// There is no such thing in the plan.
  case unknown(Fault)
  /// The changed plan would break rules.
  case faults([Fault])
}

/// A plan in which one thing was changed.
public struct EditedPlan: Hashable, Sendable {
  let edit: PlanEdit
  let former: Plan
  /// The plan with the change.
  public let plan: Plan
  /// The items that were spoken of, where the noun has an identifier or belongs to a series.
  let subject: [PlanItem]
  let places: PlanPlaces

  /// What differs from the plan before.
  public var difference: PlanDifference { PlanDifference(from: former, to: plan) }

  /// What the change adds, changes and retires, as lines.
  public var lines: [String] {
    retired.isEmpty ? difference.changes.flatMap(\.lines) : difference.lines(retiring: true)
  }

  /// What is taken out of the plan in force.
  public var retired: [PlanItem] {
    guard edit.act == .retire else { return [] }
    return difference.absent.filter { item in
      if subject.contains(item) { return true }
      guard edit.noun == .measure, [.baseline, .targets, .guardrail].contains(item.noun),
        let id = edit.subject.id
      else { return false }
      return former.commitments.keys.contains {
        $0.measure.text.asciiLowercased() == id.asciiLowercased()
          && PlanItem(item.noun, of: $0) == item
      }
    }
  }

  private static let decisionHint = "name the decision that allows it with --decision"

  /// Returns what may not be changed, or not without a decision.
  ///
  /// - Parameter asOf: The day of the change.
  /// - Returns: The faults, empty when the change may be recorded.
  public func faults(asOf: Day) -> [Fault] {
    guard edit.act == .retire else {
      return difference.faults(asOf: asOf, places: places).map { fault in
        let asksForDecision = fault.hint?.hasPrefix("add decision:") ?? false
        return Fault(
          fault.message, hint: asksForDecision ? Self.decisionHint : fault.hint)
      }
    }
    guard edit.noun == .baseline || edit.noun == .target, edit.decision == nil else { return [] }
    return former.commitments.keys.compactMap { series -> Fault? in
      let item = PlanItem(edit.noun.itemNoun, of: series)
      guard subject.contains(item), let goLive = former.goLive(of: series), goLive <= asOf else {
        return nil
      }
      return Fault(
        "\(PlanDifference.name(of: item, series, in: former)): what was promised is taken out after "
          + "the go-live on \(goLive), which needs a decision",
        hint: Self.decisionHint)
    }
  }
}
