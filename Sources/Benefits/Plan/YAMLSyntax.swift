import BenefitsModel

/// Says in plain words why a text is not YAML.
///
/// The cases are the problems that the scanner and the parser of libYAML 0.2.5 name.
struct YAMLSyntax {
  private let text: SourceText
  private let found: YAMLProblem

  /// The fault that a problem of the parser stands for.
  static func fault(for problem: YAMLProblem, in text: SourceText) -> Fault {
    YAMLSyntax(text: text, found: problem).fault
  }

  /// The fault of a text that begins with a character that means something else in YAML.
  static func misplacedStart(at mark: SourceText.Mark, in text: SourceText) -> Fault {
    guard let scalar = text.scalar(at: mark), scalar != "\t" else { return tab(at: mark, in: text) }
    return Fault(
      text.location(mark), "a text cannot begin with '\(scalar)'",
      hint: "put the whole text in quotes: \"\(scalar)…\"")
  }

  private static func tab(at mark: SourceText.Mark, in text: SourceText) -> Fault {
    Fault(text.location(mark), "a tab stands here; indent with spaces")
  }

  private var mark: SourceText.Mark { found.mark }
  private var place: SourceLocation { text.location(mark) }

  /// Where that began which could not be read to its end.
  private var opening: SourceLocation { found.context.map { text.location($0.mark) } ?? place }

  private var fault: Fault {
    switch found.problem {
    case "mapping values are not allowed in this context": misplacedColon
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context":
      misplaced
    case "could not find expected ':'":
      Fault(
        opening, "this is neither 'key: value' nor an item of a list",
        hint: "write a ':' and a space behind the key; indent the second line of a long text")
    case "found character that cannot start any token": Self.misplacedStart(at: mark, in: text)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      Self.tab(at: mark, in: text)
    case "did not find expected ',' or '}'": unclosed("{", "}")
    case "did not find expected ',' or ']'": unclosed("[", "]")
    case "did not find expected node content":
      text.isEnd(mark)
        ? Fault(
          place, "the file ends before a '[' or a '{' is closed", hint: "close it with ']' or '}'")
        : Fault(place, "a value is expected here", hint: "write one, or \"\" for an empty text")
    case "found unexpected end of stream", "found unexpected document indicator":
      Fault(
        opening, "the quotation mark here is never closed", hint: "close it, or leave it out")
    case "did not find expected <document start>":
      Fault(place, "a second document begins here; a plan file holds one")
    case let problem where problem.hasPrefix("Maximum nesting level"):
      Fault(
        place,
        "this is nested more than \(YAMLReader.greatestDepth) levels deep; a plan is flat")
    default: faultByContext
    }
  }

  /// The faults that are told apart by what was being read rather than by what was missing.
  private var faultByContext: Fault {
    let problem = found.problem
    let context = found.context?.text ?? ""
    let isAbout = { (words: String...) in words.contains { context.contains($0) } }
    if isAbout("alias", "anchor") || isAbout("a tag"), !isAbout("directive") {
      return Self.misplacedStart(at: found.context?.mark ?? mark, in: text)
    }
    if problem == "found undefined tag handle" { return Self.misplacedStart(at: mark, in: text) }
    if isAbout("quoted scalar") {
      return Fault(
        place, "a '\\' in double quotes is followed by something that has no meaning",
        hint: "write '\\\\' for a '\\', or use single quotes")
    }
    if isAbout("block scalar") {
      return Fault(
        place, "behind '|' or '>' a text begins on the next line",
        hint: "put a text with such a character in quotes")
    }
    if isAbout("directive") || problem.contains("directive")
      || problem == "found incompatible YAML document"
    {
      return Fault(opening, "a line cannot begin with '%'", hint: "leave this line out")
    }
    return Fault(
      place, "this is not readable YAML (\(context.isEmpty ? "" : context + ": ")\(problem))")
  }

  private var misplacedColon: Fault {
    if text.before(mark).contains(": ") {
      return Fault(
        place, "a second ': ' in one line", hint: "put a text that has ': ' in it in quotes")
    }
    return Fault(
      place, "this key does not fit what stands above",
      hint: "begin the keys of one thing in the same column; put a long text in quotes")
  }

  private var misplaced: Fault {
    if let scalar = text.scalar(at: mark), scalar == "]" || scalar == "}" {
      return Fault(place, "this '\(scalar)' closes nothing", hint: "leave it out")
    }
    if !text.before(mark).allSatisfy({ $0 == " " || $0 == "-" }) {
      return Fault(
        place, "nothing may stand here, behind a quotation mark, ']' or '}' that closes a value",
        hint: "put the whole text in quotes")
    }
    return Fault(
      place,
      "this does not fit what stands above"
        + (found.context == nil
          ? "" : " (begun at line \(opening.line), column \(opening.column))"),
      hint: "begin the keys of one thing, and the '-' of one list, in the same column")
  }

  private func unclosed(_ open: String, _ close: String) -> Fault {
    Fault(
      place,
      "',' or '\(close)' is expected here, for the '\(open)' at line \(opening.line), "
        + "column \(opening.column)",
      hint:
        "put a ',' between two values, a '\(close)' behind the last, and quotes around a text that has them"
    )
  }

}
