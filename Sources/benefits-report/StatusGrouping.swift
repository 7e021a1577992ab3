import ArgumentParser
import BenefitsTerminal

/// What the rows of a status stand for; the raw values are the words of the command line and of machine output.
enum StatusGrouping: String, ChoiceArgument {
  /// A row a benefit.
  case benefit
  /// A row a project, its benefits rolled up.
  case project
  /// A row for each of the four aims, their benefits rolled up.
  case aim
  /// A row a place, what is measured there rolled up; of chosen measures, a row a series.
  case site
  /// A row a series.
  case measure

  /// What a heading calls the rows.
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
