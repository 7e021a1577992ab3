import BenefitsAnalytics
import BenefitsModel

/// The four aims with the benefits that count towards each.
struct AimsSection {
  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  var tiles: [ReportFields] {
    Aim.allCases.map { aim in
      let benefits = content.plan.benefits.filter { $0.aim == aim }
      return [
        "anchor": .text("aim-\(aim.rawValue)"),
        "title": .text(aim.title),
        "isEmpty": .flag(benefits.isEmpty),
        "hasBenefits": .flag(!benefits.isEmpty),
        "count": .text(count(benefits)),
        "realised": .text(realised(benefits)),
        "benefits": .list(benefits.map(item)),
      ]
    }
  }

  private func count(_ benefits: [Benefit]) -> String? {
    guard !benefits.isEmpty else { return nil }
    let worse = benefits.count(where: \.isDisbenefit)
    let better = benefits.count - worse
    var parts: [String] = []
    if better > 0 { parts.append(better.of("benefit")) }
    if worse > 0 { parts.append(worse.of("disbenefit")) }
    return parts.joined(separator: ", ")
  }

  /// The roll-up of the aim, never without how much of it is known.
  private func realised(_ benefits: [Benefit]) -> String? {
    let rollUp = RollUp(benefits.compactMap { content.benefits[$0.id] })
    guard rollUp.total > 0 else { return nil }
    let share = rollUp.realised.map { "\(Numeral.fixed($0, decimals: 0))% realised; " } ?? ""
    return (share + rollUp.coverage).capitalisedFirst
  }

  private func item(_ benefit: Benefit) -> ReportFields {
    let status = content.benefits[benefit.id]?.status ?? .notDefined
    let isGuardBreached = !content.flaggedGuardrails(of: benefit.id).isEmpty
    return [
      "link": .text(content.layout.link(to: .benefit(benefit.id))),
      "title": .text(benefit.title),
      "mark": .markup(StatusMark(status).svg),
      "status": .text(status.title + (isGuardBreached ? ", guardrail breached" : "")),
    ]
  }
}
