import BenefitsModel

/// The tree of a plan file in which one thing is changed.
struct PlanTree {
  private let plan: Plan
  private(set) var root: YAMLNode
  /// Where what was typed stands: nowhere in a file.
  private let typed = SourceLocation(whole: "")

  init(_ plan: Plan) {
    self.plan = plan
    root = PlanNodes(plan).root
  }

  /// Changes one thing, and returns the items that were spoken of.
  mutating func apply(_ edit: PlanEdit) throws(PlanEditFailure) -> [PlanItem] {
    edit.noun.isPromise ? try applyToPromise(edit) : try applyToThing(edit)
  }

  // MARK: - Things with an identifier

  private mutating func applyToThing(_ edit: PlanEdit) throws(PlanEditFailure) -> [PlanItem] {
    let noun = edit.noun
    var items = root[noun.section]?.items ?? []
    let id = edit.subject.id ?? ""
    let index = items.firstIndex { $0["id"]?.isText(id) ?? false }
    switch edit.act {
    case .add:
      if let index, !id.isEmpty {
        let known = items[index]["id"]?.text ?? id
        throw .faults([
          Fault(
            "there is \(noun.phrase) '\(known)' already",
            hint: "to change it: benefits-cli \(noun.rawValue) edit \(known)")
        ])
      }
      var item = YAMLNode(content: .map([]), place: typed)
      if edit.subject.id != nil { item["id"] = YAMLNode(text: id, place: typed) }
      // A measure without a frequency is told which of its keys are missing.
      if noun == .measure { item["frequency"] = YAMLNode(content: .map([]), place: typed) }
      set(edit, in: &item)
      items.append(item)
    case .edit:
      guard let index else { throw unknown(id, noun, among: items) }
      set(edit, in: &items[index])
    case .retire:
      guard let index else { throw unknown(id, noun, among: items) }
      items.remove(at: index)
    }
    root[noun.section] = items.isEmpty ? nil : YAMLNode(content: .list(items), place: typed)
    return [PlanItem(noun.itemNoun, id)]
  }

  private func unknown(
    _ id: String, _ noun: PlanNoun, among items: [YAMLNode]
  ) -> PlanEditFailure {
    let ids = items.compactMap { $0["id"]?.text }
    let near = Suggestion.clause(for: id, in: ids)
    let list = ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? ", …" : "")
    return .unknown(
      Fault(
        "there is no \(noun.rawValue) '\(id)' in the plan\(near)",
        hint: near.isEmpty
          ? (ids.isEmpty ? "the plan has no \(noun.rawValue) yet" : "the plan has \(list)") : nil))
  }

  // MARK: - Promises

  private mutating func applyToPromise(_ edit: PlanEdit) throws(PlanEditFailure) -> [PlanItem] {
    let id = edit.subject.id ?? ""
    var measures = root["measures"]?.items ?? []
    guard let index = measures.firstIndex(where: { $0["id"]?.isText(id) ?? false }),
      let name = Measure.ID(id), let measure = plan.measure(name)
    else { throw unknown(id, .measure, among: measures) }
    var promises = measures[index][edit.noun.section]?.items ?? []
    let site = edit.subject.site.flatMap {
      $0.asciiLowercased() == plan.programme.id.folded ? nil : $0
    }
    let stratum = edit.subject.stratum.flatMap {
      $0.asciiLowercased() == Stratum.ID.all.folded ? nil : $0
    }
    let isPart = { (node: YAMLNode) in
      (node["site"].map { $0.isText(site ?? "") } ?? (site == nil))
        && (node["stratum"].map { $0.isText(stratum ?? "") } ?? (stratum == nil))
    }
    let part =
      measure.id.text + (site.map { " at \($0)" } ?? "") + (stratum.map { " for \($0)" } ?? "")
    if edit.act == .add {
      if edit.noun != .target, promises.contains(where: isPart) {
        throw .faults([
          Fault(
            "there is \(edit.noun.phrase) of \(part) already",
            hint: "to change it: benefits-cli \(edit.noun.rawValue) edit \(measure.id)")
        ])
      }
      var promise = YAMLNode(content: .map([]), place: typed)
      set(edit, in: &promise)
      if let site { promise["site"] = YAMLNode(text: site, place: typed) }
      if let stratum { promise["stratum"] = YAMLNode(text: stratum, place: typed) }
      promises.append(promise)
    } else {
      let place = try place(of: edit, among: promises, measure: measure, part: part, isPart)
      if edit.act == .edit {
        set(edit, in: &promises[place])
      } else {
        promises.remove(at: place)
      }
    }
    measures[index][edit.noun.section] =
      promises.isEmpty
      ? nil : YAMLNode(content: .list(promises), place: measures[index].place)
    if edit.noun == .baseline, edit.act != .retire, let decision = edit.decision {
      // A baseline is compared with by its targets, which hold the decision that moved it.
      let targets = (measures[index]["targets"]?.items ?? []).map { target in
        var target = target
        if isPart(target) { target["decision"] = YAMLNode(text: decision, place: typed) }
        return target
      }
      if !targets.isEmpty {
        measures[index]["targets"] = YAMLNode(
          content: .list(targets), place: measures[index].place)
      }
    }
    root["measures"] = YAMLNode(content: .list(measures), place: typed)
    let series = Series(
      measure: measure.id, site: site.flatMap { Site.ID($0) } ?? Site.ID(plan.programme.id),
      stratum: stratum.flatMap { Stratum.ID($0) } ?? .all)
    return [PlanItem(edit.noun.itemNoun, of: series)]
  }

  /// The place in the list of the promise that is meant.
  private func place(
    of edit: PlanEdit, among promises: [YAMLNode], measure: Measure, part: String,
    _ isPart: (YAMLNode) -> Bool
  ) throws(PlanEditFailure) -> Int {
    var places = promises.indices.filter { isPart(promises[$0]) }
    let noun = edit.noun.rawValue
    guard !places.isEmpty else {
      let others = promises.map { node in
        measure.id.text + (node["site"]?.text.map { " --site \($0)" } ?? "")
          + (node["stratum"]?.text.map { " --stratum \($0)" } ?? "")
      }
      throw .unknown(
        Fault(
          "there is no \(noun) of \(part)",
          hint: others.isEmpty
            ? "to add one: benefits-cli \(noun) add \(measure.id)"
            : "there is \(edit.noun.phrase) of \(Set(others).sorted().joined(separator: ", "))"))
    }
    guard edit.noun == .target else { return places[0] }
    let periods = places.compactMap { promises[$0]["reach_by"]?.text }
    if let text = edit.subject.reachBy {
      let reader = PeriodReader(
        kind: measure.frequency.kind, yearStart: plan.calendar.yearStarts)
      let wanted: String
      do {
        wanted = try reader.readEnclosing(text).description
      } catch {
        throw .faults([Fault("\(Fields.words(of: error))")])
      }
      places.removeAll { promises[$0]["reach_by"]?.text != wanted }
      guard !places.isEmpty else {
        throw .unknown(
          Fault(
            "there is no target of \(part) by \(wanted)",
            hint: "there is one by \(periods.joined(separator: ", by "))"))
      }
    }
    guard places.count == 1 else {
      throw .faults([
        Fault(
          "\(part) has \(places.count) targets" + (edit.subject.reachBy == nil ? "" : " by then"),
          hint: edit.subject.reachBy == nil
            ? "say which by its period: benefits-cli target \(edit.act.rawValue) \(measure.id) "
              + (periods.first ?? "")
            : "change them in the plan file: benefits-cli plan export")
      ])
    }
    return places[0]
  }

  // MARK: - Looking up

  /// The things that a subject names: one, or all promises of a series.
  func nodes(
    of noun: PlanNoun, _ subject: PlanEdit.Subject
  ) throws(PlanEditFailure) -> [YAMLNode] {
    let id = subject.id ?? ""
    guard noun.isPromise else {
      let items = root[noun.section]?.items ?? []
      guard let item = items.first(where: { $0["id"]?.isText(id) ?? false }) else {
        throw unknown(id, noun, among: items)
      }
      return [item]
    }
    let measures = root["measures"]?.items ?? []
    guard let node = measures.first(where: { $0["id"]?.isText(id) ?? false }) else {
      throw unknown(id, .measure, among: measures)
    }
    return (node[noun.section]?.items ?? []).filter { promise in
      (subject.site.map { promise["site"]?.isText($0) ?? ($0 == plan.programme.id.text) } ?? true)
        && (subject.stratum.map { promise["stratum"]?.isText($0) ?? ($0 == "all") } ?? true)
        && (subject.reachBy.map { promise["reach_by"]?.isText($0) ?? false } ?? true)
    }
  }

  // MARK: - Values

  private func set(_ edit: PlanEdit, in node: inout YAMLNode) {
    for key in edit.cleared {
      if let outer = edit.noun.innerKeys(of: key), var inner = node[outer] {
        inner[key] = nil
        node[outer] = inner
      } else {
        node[key] = nil
      }
    }
    if edit.noun == .baseline {
      // A window takes the place of a stated value, and the other way round.
      let keys = Set(edit.values.map(\.key))
      if !keys.isDisjoint(with: ["from", "to"]) { (node["value"], node["source"]) = (nil, nil) }
      if !keys.isDisjoint(with: ["value", "source"]) { (node["from"], node["to"]) = (nil, nil) }
    }
    for value in edit.values {
      if let outer = edit.noun.innerKeys(of: value.key) {
        var inner = node[outer] ?? YAMLNode(content: .map([]), place: typed)
        inner[value.key] = self.value(value)
        node[outer] = inner
      } else {
        node[value.key] = self.value(value)
      }
    }
    if edit.noun == .target, let decision = edit.decision {
      node["decision"] = YAMLNode(text: decision, place: typed)
    }
  }

  /// What was typed as the tree that the plan file would have for it.
  private func value(_ value: PlanEdit.Value) -> YAMLNode {
    let text = { (text: String) in YAMLNode(text: text, place: typed) }
    if PlanNoun.listKeys.contains(value.key) {
      let ids = value.texts.flatMap { $0.split(separator: ",") }.map { String($0).trimmed() }
      return YAMLNode(content: .list(ids.filter { !$0.isEmpty }.map(text)), place: typed)
    }
    switch value.key {
    case "phases":
      let phases = value.texts.map { typedText -> YAMLNode in
        let parts = typedText.split(separator: "=", maxSplits: 1).map { String($0).trimmed() }
        guard parts.count == 2 else { return text(typedText) }
        return YAMLNode(
          content: .map([YAMLPair("from", text(parts[0])), YAMLPair("reason", text(parts[1]))]),
          place: typed)
      }
      return YAMLNode(content: .list(phases), place: typed)
    // A measure's tolerance is a number, which has no '=' in it.
    case "trajectory", "possible", "expected", "tolerance":
      let parts = value.texts.flatMap { $0.split(separator: ",") }
        .map { $0.split(separator: "=", maxSplits: 1).map { String($0).trimmed() } }
      guard parts.allSatisfy({ $0.count == 2 }), !parts.isEmpty else {
        return text(value.texts.joined(separator: ","))
      }
      return YAMLNode(
        content: .map(parts.map { YAMLPair($0[0], text($0[1])) }), place: typed)
    default: return text(value.texts.last ?? "")
    }
  }
}

// MARK: - Reaching into a tree

extension YAMLNode {
  /// The value of a key of a map.
  subscript(key: String) -> YAMLNode? {
    get {
      guard case .map(let pairs) = content else { return nil }
      return pairs.first { $0.key == key }?.value
    }
    set {
      guard case .map(var pairs) = content else { return }
      let index = pairs.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): pairs[index] = YAMLPair(key, value)
      case (let index?, nil): pairs.remove(at: index)
      case (nil, let value?): pairs.append(YAMLPair(key, value))
      case (nil, nil): return
      }
      content = .map(pairs)
    }
  }

  /// The items of a list; what is no list is its only item.
  var items: [YAMLNode] {
    if case .list(let items) = content { items } else { [self] }
  }

  /// The text, where it is one.
  var text: String? {
    if case .text(let text, _) = content { text } else { nil }
  }

  /// Whether it is a text, ignoring ASCII case as identifiers do.
  func isText(_ other: String) -> Bool { text?.asciiLowercased() == other.asciiLowercased() }
}
