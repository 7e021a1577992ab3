import BenefitsModel

extension PlanReader {
  static let waiverKeys = FieldSet(
    phrase: "a waiver",
    keys: [
      "id", "check", "subject", "kind", "reason", "approved_by", "decision", "created", "expires",
      "void_if", "unknown",
    ])
  static let waiverVoidKeys = FieldSet(phrase: "'void_if'", keys: ["realised_below", "status"])

  mutating func readWaivers(_ root: Fields, longest: Int?) -> [Waiver] {
    var waivers: [Waiver] = []
    for (index, node) in section(root, "waivers").enumerated() {
      guard
        let fields = Fields(node, Self.waiverKeys, name: name("waiver", node, index), &faults)
      else { continue }
      let id = fields.ownIdentifier(Waiver.self, in: waiverIDs, &faults)
      let check = readCheck(fields)
      let subject = readSubject(fields)
      let kind = fields.word("kind", Waiver.Kind.self, &faults) ?? .accept
      let voidIf = readVoid(fields)
      let acceptsUnknown = fields.flag("unknown", &faults) ?? false
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
          id: id, check: check, subject: subject, kind: kind, reason: reason,
          approvedBy: approvedBy, decision: decision, created: created, expires: expires,
          voidIf: voidIf, acceptsUnknown: acceptsUnknown))
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

  /// What ends the waiver before its time.
  private mutating func readVoid(_ root: Fields) -> WaiverVoid {
    guard let node = root.node("void_if", &faults),
      let fields = Fields(node, Self.waiverVoidKeys, name: "'void_if'", &faults)
    else { return WaiverVoid() }
    let words = Status.allCases.map(\.rawValue)
    let statuses = fields.list("status", &faults).compactMap { node -> Status? in
      guard case .text(let text, _) = node.content else {
        faults.append(Fault(node.place, "'status' is \(node.shape), but a status is expected"))
        return nil
      }
      if let status = Status(rawValue: text.trimmed()) { return status }
      let near = Suggestion.clause(for: text, in: words)
      faults.append(
        Fault(
          node.place, "there is no status '\(text)'\(near)",
          hint: near.isEmpty ? "a status is one of \(words.joined(separator: ", "))" : nil))
      return nil
    }
    let condition = WaiverVoid(
      realisedBelow: fields.number("realised_below", &faults), statuses: statuses)
    if case .map(let pairs) = node.content, pairs.isEmpty {
      faults.append(
        Fault(
          node.place, "'void_if' says nothing",
          hint: "write void_if: {realised_below: 55, status: deteriorated}"))
    }
    return condition
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
    if let register, parts.count == 2, register.items(matching: Glob(text)).isEmpty {
      let near = Suggestion.clause(for: text, in: register.items.map(\.id))
      faults.append(
        Fault(
          fields.place(of: "check"), "there is no check '\(text)'\(near)",
          hint: near.isEmpty ? "'benefits-report explain' lists them" : nil))
      return nil
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
