import BenefitsModel

extension PlanReader {
  static let checksKeys = FieldSet(
    phrase: "the part 'checks'", keys: ["profile", "waiver_max_days"],
    laterKeys: ["defaults", "fail_on", "rules"])
  static let waiverKeys = FieldSet(
    phrase: "a waiver",
    keys: [
      "id", "check", "subject", "kind", "reason", "approved_by", "decision", "created", "expires",
    ],
    laterKeys: ["void_if"])

  private enum WaiverKind: String, CaseIterable {
    case accept
  }

  mutating func readChecks(_ root: Fields) -> CheckPolicy {
    guard let node = root.blankableNode("checks"),
      let fields = Fields(node, Self.checksKeys, name: "the part 'checks'", &faults)
    else { return CheckPolicy() }
    places.add(PlanItem(.checks), fields)
    let profile = fields.word("profile", CheckPolicy.Profile.self, &faults) ?? .standard
    let longest = fields.whole("waiver_max_days", in: 1...3660, &faults)
    return CheckPolicy(profile: profile, waiverMaxDays: longest)
  }

  mutating func readWaivers(_ root: Fields, longest: Int?) -> [Waiver] {
    var waivers: [Waiver] = []
    for (index, node) in section(root, "waivers").enumerated() {
      guard
        let fields = Fields(node, Self.waiverKeys, name: name("waiver", node, index), &faults)
      else { continue }
      let id = fields.ownIdentifier(Waiver.self, in: waiverIDs, &faults)
      let check = readCheck(fields)
      let subject = readSubject(fields)
      readWaiverKind(fields)
      let reason = fields.text(
        "reason", required: true, allowsLines: true, hint: "say why the breach is accepted", &faults
      )
      let approvedBy = fields.text(
        "approved_by", required: true, hint: "name the role that accepts it", &faults)
      let decision = fields.text("decision", &faults)
      let created = fields.day("created", required: true, &faults)
      let expires = fields.day(
        "expires", required: true, &faults)
      if let created, let expires { examine(created, expires, longest, fields) }
      guard let id else { continue }
      places.add(PlanItem(.waiver, id), fields)
      guard let check, let subject, let reason, let approvedBy, let created, let expires else {
        continue
      }
      waivers.append(
        Waiver(
          id: id, check: check, subject: subject, reason: reason, approvedBy: approvedBy,
          decision: decision, created: created, expires: expires))
    }
    return waivers
  }

  private mutating func examine(_ created: Day, _ expires: Day, _ longest: Int?, _ fields: Fields) {
    let most = longest ?? CheckPolicy.usualWaiverMaxDays
    if expires <= created {
      faults.append(
        Fault(
          fields.place(of: "expires"),
          "the waiver expires on \(expires), but it is created on \(created); write a later day"))
    } else if created.distance(to: expires) > most {
      faults.append(
        Fault(
          fields.place(of: "expires"),
          "the waiver lasts \(created.distance(to: expires)) days, but at most \(most) are allowed; "
            + "the latest day is \(created.advanced(by: most))",
          hint: "renew it in time, or set checks: {waiver_max_days: …}"))
    }
  }

  private mutating func readWaiverKind(_ fields: Fields) {
    guard let text = fields.text("kind", &faults) else { return }
    if text == "defer" {
      faults.append(
        Fault(
          fields.place(of: "kind"), "the kind 'defer' is not supported in this version",
          hint: "write kind: accept, with a day on which the waiver expires"))
    } else {
      _ = fields.word("kind", WaiverKind.self, &faults)
    }
  }

  /// The identifier of a check: a family and a name.
  private mutating func readCheck(_ fields: Fields) -> String? {
    guard
      let text = fields.text(
        "check", required: true, hint: "the id of the check, as target.met-by-date", &faults)
    else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isName = { (part: Substring) in
      !part.isEmpty && part.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
    }
    guard parts.count == 2, parts.allSatisfy(isName) else {
      faults.append(
        Fault(
          fields.place(of: "check"), "'\(text)' is not the id of a check",
          hint: "a check is called like target.met-by-date"))
      return nil
    }
    return text
  }

  /// What a waiver is for: a measure, a benefit, a project, a site or the programme.
  private mutating func readSubject(_ fields: Fields) -> String? {
    guard let text = fields.text("subject", required: true, &faults) else { return nil }
    if let id = Identifier<Plan>(text) {
      let known: [String?] = [
        measureIDs[Measure.ID(id)]?.text, benefitIDs[Benefit.ID(id)]?.text,
        projectIDs[Project.ID(id)]?.text, siteIDs[Site.ID(id)]?.text,
        programmeID.flatMap { $0 == Programme.ID(id) ? $0.text : nil },
      ]
      if let subject = known.compactMap({ $0 }).first { return subject }
    }
    let candidates =
      measureIDs.ids.map(\.text) + benefitIDs.ids.map(\.text) + projectIDs.ids.map(\.text)
      + siteIDs.ids.map(\.text) + (programmeID.map { [$0.text] } ?? [])
    faults.append(
      Fault(
        fields.place(of: "subject"),
        "there is nothing called '\(text)' in this plan"
          + Suggestion.clause(for: text, in: candidates),
        hint: "a subject is the id of a measure, a benefit, a project, a site or the programme"))
    return nil
  }
}

// MARK: - What only the whole plan shows

extension PlanReader {
  /// Refuses a baseline that already holds some of the change it is to be compared with.
  mutating func examine(_ plan: Plan) {
    for series in plan.commitmentOrder {
      guard let promise = promises[series],
        case .window(let from, let to)? = promise.commitment.baseline?.basis,
        let goLive = plan.goLive(of: series), from.first <= goLive, goLive < to.end
      else { continue }
      let last = Period(to.kind, containing: goLive, yearStart: calendar.yearStarts)
        .advanced(by: -1)
      faults.append(
        Fault(
          promise.windowEndPlace ?? promise.baselinePlace
            ?? SourceLocation(whole: ""),
          "the baseline of \(name(of: series)), \(from) to \(to), holds the go-live on \(goLive)",
          hint: from <= last
            ? "end it before the change: to: \(last)"
            : "choose a window that ends before the change"))
    }
  }
}
