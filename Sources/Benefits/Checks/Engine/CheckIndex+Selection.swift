import BenefitsModel

extension CheckIndex {
  /// Returns whether a subject is meant by a selection.
  func isSelected(_ subject: CheckSubject, by selection: CheckSelection) -> Bool {
    let measure = subject.measure.flatMap { measures[$0] }
    let behind = benefitsBehind(subject, measure)
    return selection.matches { word in
      switch word {
      case .programme: [subject.programme.text]
      case .project: ([subject.project].compactMap { $0 } + behind.map(\.project)).map(\.text)
      case .benefit: behind.map(\.id.text)
      case .measure: [subject.measure?.text].compactMap { $0 }
      case .aim: behind.map(\.aim.rawValue)
      case .role: [subject.role?.rawValue].compactMap { $0 }
      case .valueClass: behind.compactMap { $0.valueClass?.rawValue }
      case .owner:
        [measure?.owner].compactMap { $0 }
          + behind.compactMap { $0.owner ?? projects[$0.project]?.owner }
          + (behind.isEmpty ? [subject.project.flatMap { projects[$0]?.owner }] : [])
          .compactMap { $0 }
      case .tag: behind.flatMap(\.tags) + (measure?.tags ?? [])
      }
    }
  }

  /// The benefits that a subject is, shows or guards.
  private func benefitsBehind(_ subject: CheckSubject, _ measure: Measure?) -> [Benefit] {
    guard let measure else { return [subject.benefit.flatMap { benefits[$0] }].compactMap { $0 } }
    return benefitsBehind(measure)
  }

  /// The benefits that a measure shows, then those that it guards.
  func benefitsBehind(_ measure: Measure) -> [Benefit] {
    (measure.benefits + measure.guards.filter { !measure.benefits.contains($0) })
      .compactMap { benefits[$0] }
  }
}
