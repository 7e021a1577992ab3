import BenefitsChecks
import BenefitsModel
import BenefitsPlan
import BenefitsStorage
import BenefitsTerminal

/// What every command does that changes one thing of the plan.
struct PlanEditing {
  var recording: Recording
  var asOf: Day

  /// Changes the plan in force and says what changed.
  func run(_ edit: PlanEdit, in session: inout Session) throws {
    var store = try recording.open(in: session)
    let recorded = try recording.record(in: &store, session, reason: reason(of: edit)) {
      writer throws in
      let plan = try writer.planInForce()
      let edited: EditedPlan
      do throws(PlanEditFailure) {
        edited = try edit.applied(to: plan, checks: CheckVocabulary.register)
      } catch {
        throw edit.act == .retire
          ? Self.failure(retiring: edit, error) : Self.failure(error, of: edit.noun)
      }
      let faults = edited.faults(asOf: asOf)
      guard faults.isEmpty else { throw Self.failure(.faults(faults), of: edit.noun) }
      _ = try writer.apply(edited.plan, retiring: edited.retired)
      return edited
    }
    for line in recorded.result.lines { try session.print(line) }
    let name = "plan"
    if recording.writing.dryRun {
      try session.print("\(name): would be changed (dry run: nothing was recorded)")
    } else if let entry = recorded.entry {
      try session.print("\(name): changed (entry \(entry.id))")
      try recording.hintAtRole(store, in: &session)
    } else {
      try session.print("\(name): nothing to change: it says this already")
    }
  }

  /// The reason of the entry; a decision that no row keeps stands before it.
  private func reason(of edit: PlanEdit) -> String? {
    guard let decision = edit.decision, edit.act == .retire || edit.noun == .baseline else {
      return recording.writing.reason
    }
    return "decision \(decision)" + (recording.writing.reason.map { ": \($0)" } ?? "")
  }

  /// The failure with all that is wrong, in the words of the options.
  static func failure(_ error: PlanEditFailure, of noun: PlanNoun) -> CommandFailure {
    switch error {
    case .unknown(let fault):
      return CommandFailure(.notFound, fault.message, hints: fault.hint.map { [$0] } ?? [])
    case .faults(let faults):
      let faults = faults.map { inOptions($0, of: noun) }
      if let only = faults.first, faults.count == 1 {
        return CommandFailure(
          .wrongInput, only.line, hints: only.hint.map { [$0] } ?? [])
      }
      return CommandFailure(
        .wrongInput, "\(counted(faults.count, "problem")); nothing was recorded", faults: faults)
    }
  }

  /// The failure of retiring what others refer to.
  private static func failure(retiring edit: PlanEdit, _ error: PlanEditFailure) -> CommandFailure {
    guard case .faults(let faults) = error, !edit.noun.isPromise else {
      return failure(error, of: edit.noun)
    }
    var names: [String] = []
    for fault in faults where !names.contains(fault.location.file) {
      names.append(fault.location.file)
    }
    let name = "\(edit.noun.rawValue) '\(edit.subject.id ?? "")'"
    return CommandFailure(
      .wrongInput,
      "\(name) cannot be retired while \(names.joined(separator: ", ")) "
        + (names.count == 1 ? "refers to it" : "refer to it"),
      hints: ["change or retire what refers to it first"])
  }

  /// A fault with the names of options where it has those of keys.
  private static func inOptions(_ fault: Fault, of noun: PlanNoun) -> Fault {
    var fault = fault
    // A message that names the thing itself needs no name before it.
    if fault.message.hasPrefix(fault.location.file) { fault.location = SourceLocation(whole: "") }
    guard fault.location.file.isEmpty else { return fault }
    for key in noun.keys + ["reason", "decision"] {
      let quoted = "'\(key)'"
      if fault.message.hasPrefix(quoted) {
        fault.message = "--\(key.optionName)" + fault.message.dropFirst(quoted.count)
      }
      let missing = " has no \(quoted)"
      if fault.message.hasSuffix(missing) {
        fault.message = fault.message.dropLast(quoted.count) + "--\(key.optionName)"
      }
    }
    return fault
  }
}
