import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The measures of a plan on the command line.
enum MeasureNoun: EditableNoun {
  typealias NewSubject = ThingArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.measure
  static let abstract = "Measures: what is counted."
  static let columns = ["id", "title", "role", "kind", "unit", "direction", "every", "owner"]

  /// The keys of a measure as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("The name for headings.", valueName: "text"))
    var title: String?
    @Option(
      help: ArgumentHelp("The benefits that it shows; several with commas.", valueName: "ids"))
    var benefits: [String] = []
    @Option(
      help: ArgumentHelp("The benefits that it guards; several with commas.", valueName: "ids"))
    var guards: [String] = []
    @Option(
      help: ArgumentHelp("outcome, process, balancing, adoption or context.", valueName: "role"))
    var role: String?
    @Option(
      help: ArgumentHelp(
        "value, proportion, rate, count or event; it never changes.", valueName: "kind"))
    var kind: String?
    @Option(
      help: ArgumentHelp(
        "The unit of the shown value, as \"%\" or days; \"\" for none.", valueName: "unit"))
    var unit: String?
    @Option(
      help: ArgumentHelp(
        "What a proportion or a rate is multiplied by to be shown.", valueName: "number"))
    var multiply: String?
    @Option(help: ArgumentHelp("The decimals of the shown value, 0 to 6.", valueName: "number"))
    var decimals: String?
    @Option(help: ArgumentHelp("higher or lower is better, or stable.", valueName: "direction"))
    var direction: String?
    @Option(help: ArgumentHelp("sum, ratio, mean or last.", valueName: "rule"))
    var aggregation: String?
    @Option(help: ArgumentHelp("The operational definition.", valueName: "text"))
    var definition: String?
    @Option(help: ArgumentHelp("The version of the definition, as 2.", valueName: "version"))
    var definitionVersion: String?
    @Option(
      help: ArgumentHelp("The first period that is counted by this version.", valueName: "period"))
    var definitionFrom: String?
    @Option(help: ArgumentHelp("Where the values come from.", valueName: "text"))
    var source: String?
    @Option(help: ArgumentHelp("The role that provides the values.", valueName: "role"))
    var owner: String?
    @Option(
      help: ArgumentHelp(
        "How often it is taken: day, week, month, quarter, year, or 2 months.", valueName: "period")
    )
    var every: String?
    @Option(help: ArgumentHelp("The first period that is taken.", valueName: "period"))
    var from: String?
    @Option(
      help: ArgumentHelp(
        "The working days after a period until its value is due.", valueName: "number"))
    var lagWorkingDays: String?
    @Option(help: ArgumentHelp("The days after that until it is overdue.", valueName: "number"))
    var graceDays: String?
    @Option(
      help: ArgumentHelp(
        "The days after that by which a provisional value is to be final.", valueName: "number"))
    var finalDays: String?
    @Option(help: ArgumentHelp("The smallest denominator that may be shown.", valueName: "number"))
    var suppressBelow: String?
    @Option(
      help: ArgumentHelp("The values that there can be, as from=0,to=100.", valueName: "range"))
    var possible: String?
    @Option(
      help: ArgumentHelp(
        "The values that would surprise nobody, as from=40,to=95.", valueName: "range"))
    var expected: String?
    @Option(
      help: ArgumentHelp(
        "How much worse than the baseline the level may be before that is a failure.",
        valueName: "number"))
    var tolerance: String?
    @Option(help: ArgumentHelp("How far its strata may lie apart.", valueName: "number"))
    var equityGap: String?
    @Option(
      help: ArgumentHelp("true where the values follow the seasons.", valueName: "true|false"))
    var seasonal: String?
    @Option(
      help: ArgumentHelp(
        "A place that the change did not reach, for comparison.", valueName: "site"))
    var comparisonSite: String?
    @Option(
      help: ArgumentHelp(
        "A group that the change did not reach, for comparison.", valueName: "stratum"))
    var comparisonStratum: String?
    @Option(
      help: ArgumentHelp(
        "A later span with a centre line of its own, as 2025-04=\"New system\"; repeat it for several.",
        valueName: "period=reason"))
    var phases: [String] = []
    @Option(help: ArgumentHelp("Words that select it; several with commas.", valueName: "words"))
    var tags: [String] = []

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list([
        "title": title, "role": role, "kind": kind, "unit": unit, "multiply": multiply,
        "decimals": decimals, "direction": direction, "aggregation": aggregation,
        "definition": definition, "definition_version": definitionVersion,
        "definition_from": definitionFrom, "source": source, "owner": owner, "every": every,
        "from": from,
        "lag_working_days": lagWorkingDays, "grace_days": graceDays,
        "final_days": finalDays, "suppress_below": suppressBelow, "possible": possible,
        "expected": expected, "tolerance": tolerance, "equity_gap": equityGap,
        "seasonal": seasonal,
        "comparison_site": comparisonSite, "comparison_stratum": comparisonStratum,
      ])
        + [("benefits", benefits), ("guards", guards), ("phases", phases), ("tags", tags)]
        .filter { !$0.1.isEmpty }
    }
  }

  static func remarks(on verb: NounVerb) -> String {
    switch verb {
    case .add: "A baseline, targets and a guardrail are added with commands of their own."
    default: ""
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"M6 --title Complaints --kind count --unit complaints --direction lower --every month --from 2025-04"#,
        #"M7 --title "Seen at home" --kind proportion --unit "%" --direction higher --benefits B1,B2 --every quarter --from 2025/26-Q1"#,
      ]
    case .edit:
      [
        #"M5 --lag-working-days 15 --grace-days 5"#,
        #"M1 --possible from=0,to=100 --expected from=40 --tolerance 2.5"#,
        #"M1 --phases 2025-01="New triage" --phases 2025-09="Second team""#,
        #"M2 --clear definition --dry-run"#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"M1"#,
        #"M1 --known-at 2025-06-01"#,
      ]
    case .retire:
      [
        #"M3 --reason "Counted in M2""#,
        #"M3 --dry-run"#,
      ]
    }
  }
}
