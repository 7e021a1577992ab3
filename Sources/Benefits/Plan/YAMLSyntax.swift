import BenefitsModel
import Yams

/// Says in plain words why a text is not YAML.
enum YAMLSyntax {
  static func fault(for error: any Error, in text: SourceText) -> Fault {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      return fault(
        problem, at: SourceText.Mark(line: mark.line, column: mark.column),
        context: context.map {
          ($0.text, SourceText.Mark(line: $0.mark.line, column: $0.mark.column))
        }, in: text)
    default:
      return Fault(
        SourceLocation(file: text.file, line: 1, column: 1), "the file cannot be read as YAML")
    }
  }

  private static func fault(
    _ problem: String, at mark: SourceText.Mark,
    context: (text: String, mark: SourceText.Mark)?, in text: SourceText
  ) -> Fault {
    let place = text.location(mark)
    let opening = context.map { text.location($0.mark) }
    let quote = "put a text that has such a character in quotes, as \"%\""
    switch problem {
    case "mapping values are not allowed in this context":
      return Fault(
        place, "a second ': ' in one line, or a key that is indented too far",
        hint: "put a text that has ': ' in it in quotes; begin keys of one thing in one column")
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context",
      "block mapping entries are not allowed in this context",
      "mapping keys are not allowed in this context":
      return Fault(
        place,
        "this does not fit what stands above"
          + (opening.map { " (begun at line \($0.line), column \($0.column))" } ?? ""),
        hint: "begin the keys of one thing, and the '-' of one list, in the same column")
    case "could not find expected ':'":
      return Fault(
        opening ?? place, "this is neither 'key: value' nor an item of a list",
        hint: "write a ':' and a space behind the key; indent the second line of a long text")
    case "found character that cannot start any token":
      return characterFault(text.scalar(at: mark), at: place, hint: quote)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected",
      "found a tab character that violate intendation",
      "found a tab character where an intendation space is expected":
      return characterFault("\t", at: place, hint: quote)
    case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
      let (open, close) = problem.hasSuffix("'}'") ? ("{", "}") : ("[", "]")
      return Fault(
        place,
        "',' or '\(close)' is expected here"
          + (opening.map { ", for the '\(open)' at line \($0.line), column \($0.column)" } ?? ""),
        hint: "close the '\(open)', or put a text that has ',' or '\(close)' in it in quotes")
    case "did not find expected node content":
      return text.isEnd(mark)
        ? Fault(
          place, "the file ends before a '[' or a '{' is closed",
          hint: "close it with ']' or '}'")
        : Fault(place, "a value is expected here", hint: quote)
    case "found unexpected end of stream":
      return Fault(
        opening ?? place, "the quotation mark here is never closed",
        hint: "close it, or leave it out")
    case "found unexpected document indicator":
      return Fault(opening ?? place, "the quotation mark here is never closed")
    case "found undefined alias":
      return Fault(
        place, "a text that begins with '*' must stand in quotes",
        hint: "a plan file repeats nothing by name")
    case "but found another document":
      return Fault(place, "a second document begins here; a plan file holds one")
    case _ where problem.hasPrefix("Maximum nesting level"):
      return Fault(
        place,
        "this is nested more than \(YAMLReader.greatestDepth) levels deep; a plan is flat")
    case _
    where context?.text == "while scanning an alias" || context?.text == "while scanning an anchor":
      return characterFault(
        text.scalar(at: context?.mark ?? mark), at: opening ?? place, hint: quote)
    case _ where context?.text.hasPrefix("while parsing a tag") == true,
      _ where context?.text.hasPrefix("while scanning a tag") == true:
      return characterFault("!", at: opening ?? place, hint: quote)
    case _ where context?.text.hasPrefix("while parsing a quoted scalar") == true,
      _ where context?.text.hasPrefix("while scanning a quoted scalar") == true,
      _ where context?.text.hasPrefix("while scanning a double-quoted") == true:
      return Fault(
        place, "a '\\' in double quotes is followed by something that has no meaning",
        hint: "write '\\\\' for a '\\', or use single quotes")
    default:
      let during = context.map { "\($0.text): " } ?? ""
      return Fault(place, "this is not readable YAML (\(during)\(problem))")
    }
  }

  private static func characterFault(
    _ scalar: Unicode.Scalar?, at place: SourceLocation, hint: String
  ) -> Fault {
    guard let scalar, scalar != "\t" else {
      return Fault(place, "a tab stands here; indent with spaces")
    }
    return Fault(place, "a text cannot begin with '\(scalar)'", hint: hint)
  }
}
