public import ArgumentParser

/// One of a few words, which are the raw values of its cases.
///
/// The parser has the same for any raw value and any collection of cases; what these are, a program would then find
/// out anew at each start, for every option of the command, in a list of thousands of conformances.
public protocol ChoiceArgument: CaseIterable, ExpressibleByArgument, RawRepresentable
where AllCases == [Self], RawValue == String {}

extension ChoiceArgument {
  /// Creates the value of a word.
  ///
  /// - Parameter argument: The word.
  public init?(argument: String) { self.init(rawValue: argument) }

  /// The word of a default value in the help.
  public var defaultValueDescription: String { rawValue }

  /// The words, in the order of the cases.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }

  /// No more than the words.
  public static var allValueDescriptions: [String: String] { [:] }

  /// The words, for a shell to complete.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
