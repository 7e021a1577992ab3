public import BenefitsAnalytics
public import BenefitsChecks
import BenefitsModel

/// The state of a programme on one page of Markdown, for a mail or a pull request.
///
/// It says what the HTML report says, in the same words and order: what needs attention, each benefit with its
/// status and sentence, what is overdue, and what it was made from.
public struct MarkdownSummary: Sendable {
  private let content: ReportContent

  /// Creates a summary.
  ///
  /// - Parameters:
  ///   - assessor: What was known, and the day that the summary is made for.
  ///   - records: What the ledger tells of entries and changes.
  ///   - checks: A run of the checks on the same day; the plan's own profile when none is given.
  ///   - options: The organisation and the stamp; colours have no place in Markdown.
  ///   - tool: The program and its version.
  public init(
    _ assessor: Assessor, records: ReportRecords = ReportRecords(), checks: CheckRun? = nil,
    options: ReportOptions = ReportOptions(), tool: String
  ) {
    content = ReportContent(
      assessor, checks: checks ?? .told(by: assessor, history: records.history), records: records,
      options: options, tool: tool)
  }

  /// The summary in CommonMark with the tables of GitHub, in UTF-8 with line feeds.
  public var markdown: String {
    [heading, attention, aims, benefits, overdue, footer].compactMap(\.self)
      .joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    let organisation = content.options.organisation.map { "\(MarkdownText.escaped($0)): " } ?? ""
    let stamp = content.options.stamp.map { " (\(MarkdownText.escaped($0)))" } ?? ""
    return "# \(organisation)\(MarkdownText.escaped(content.plan.programme.title))\n\n"
      + "Benefits on \(content.day)\(stamp)"
  }

  private var attention: String {
    let section = AttentionSection(content)
    let ranked = section.ranked
    guard !ranked.isEmpty else {
      return "## What needs attention\n\nNothing: no promise is broken, and no value is overdue."
    }
    var text = "## What needs attention\n"
    for (place, entry) in ranked.prefix(AttentionSection.longest).enumerated() {
      text += "\n\(place + 1). **\(MarkdownText.escaped(entry.measure.title))**, "
      let sentence = content.assessed(entry).assessment.sentence
      text += "\(entry.status.title). \(MarkdownText.escaped(sentence))"
    }
    if let rest = section.restText {
      let names = section.listedRest.map {
        "\(MarkdownText.escaped($0.measure.title)), \($0.status.title)"
      }
      text += "\n\n\(rest)" + (names.isEmpty ? "." : ": " + names.joined(separator: "; ") + ".")
    }
    if let waived = section.waived { text += "\n\n" + MarkdownText.escaped(waived) }
    return text
  }

  private var aims: String {
    var text = "## Four aims\n\n| Aim | Benefits | Realised |\n| --- | ---: | --- |"
    for aim in Aim.allCases {
      let benefits = content.plan.benefits.filter { $0.aim == aim }
      let rollUp = RollUp(benefits.compactMap { content.benefits[$0.id] })
      let share = rollUp.realised.map { "\(Numeral.fixed($0, decimals: 0))%, " } ?? ""
      text += "\n| \(aim.title) | \(benefits.count) | "
      text += benefits.isEmpty ? "no benefit counts towards this aim" : share + rollUp.coverage
      text += " |"
    }
    return text
  }

  private var benefits: String? {
    guard !content.plan.benefits.isEmpty else { return nil }
    var text = "## Benefits\n\n| Benefit | Status | Realised | Owner |\n| --- | --- | ---: | --- |"
    for benefit in content.plan.benefits {
      guard let assessment = content.benefits[benefit.id] else { continue }
      let isFlagged = !content.flaggedGuardrails(of: benefit.id).isEmpty
      let realised = assessment.realised.map { Numeral.fixed($0, decimals: 0) + "%" } ?? .none
      let owner = benefit.owner ?? content.plan.project(benefit.project)?.owner
      text += "\n| \(MarkdownText.escaped(benefit.title)) "
      text += "(\(MarkdownText.escaped(benefit.id.text))) | \(assessment.status.title)"
      text += (isFlagged ? ", guardrail breached" : "")
      text += (assessment.waiver.map { ", waived until \($0.expires.spoken)" } ?? "")
      text += " | \(realised) | \(owner.map(MarkdownText.escaped) ?? "none named") |"
    }
    return text
  }

  private var overdue: String? {
    let late = content.measures.filter { !$0.overdue.isEmpty }
    guard !late.isEmpty else { return nil }
    return "## Overdue\n\n"
      + late.map { entry in
        let periods = entry.overdue.map(\.spoken).joined(separator: ", ")
        let role = entry.measure.owner.map { ", of the \(MarkdownText.escaped($0))" } ?? ""
        return "- \(MarkdownText.escaped(entry.measure.title)): \(periods)\(role)"
      }.joined(separator: "\n")
  }

  private var footer: String {
    let snapshot = content.snapshot
    let hash = snapshot.headHash.map { ", ledger head `\($0)`" } ?? ""
    return
      "---\n\nMade by \(MarkdownText.escaped(content.tool)) from entry \(snapshot.entry), recorded "
      + "\(snapshot.recordedAt.day.spoken)\(hash). \(content.checks.counts.total.of("check")): "
      + "\(content.checks.counts.text)."
  }
}

/// Text that Markdown shows as it is.
enum MarkdownText {
  /// Escapes what would be markup, a link, a mention or a cell of a table.
  ///
  /// Every ASCII punctuation character may be escaped with a backslash (CommonMark 0.31.2, 2.4); marks of HTML are
  /// written as entities, since some readers of Markdown obey HTML behind a backslash.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      // A zero-width joiner of words keeps a mention from being one; it is not shown.
      case "@": out += "@\u{2060}"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "!", "$":
        out += "\\"
        out.unicodeScalars.append(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return broken(out)
  }

  /// An address is not made a link where its scheme is broken, and a line does not begin a list.
  private static func broken(_ text: String) -> String {
    var text = text
    for scheme in ["://", "www."] {
      text = text.split(separator: scheme, omittingEmptySubsequences: false)
        .joined(separator: scheme == "://" ? ":\u{2060}//" : "www\u{2060}.")
    }
    return text
  }
}
