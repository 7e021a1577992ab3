import CYAML

/// One thing that is found in a YAML text: a scalar, an alias, or where something begins or ends.
struct YAMLEvent {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case scalar(String, isPlain: Bool)
    case alias(String)
    case listStart
    case listEnd
    case mapStart
    case mapEnd
  }

  var kind: Kind
  var mark: SourceText.Mark
  /// The name that `&` gives it.
  var anchor: String?
  /// The tag that `!` gives it, resolved.
  var tag: String?
}

/// Why a text is not YAML, in the words of libYAML.
struct YAMLProblem: Error {
  var problem: String
  var mark: SourceText.Mark
  var context: (text: String, mark: SourceText.Mark)?
}

/// Reads a YAML text event by event, with libYAML.
///
/// The parser keeps its own stack, so that nesting costs no calls, and expands nothing, so that aliases of
/// aliases cost nothing either.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) throws(YAMLProblem) {
    parser = .allocate(capacity: 1)
    bytes = .allocate(capacity: text.utf8.count)
    _ = bytes.initialize(from: text.utf8)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.initialize(to: yaml_parser_t())
      throw problem
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next event.
  func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    let mark = SourceText.Mark(event.start_mark)
    let data = event.data
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, mark: mark)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, mark: mark)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias(String(data.alias.anchor) ?? ""), mark: mark)
    case YAML_SCALAR_EVENT:
      let text = String(
        decoding: UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length),
        as: UTF8.self)
      return YAMLEvent(
        kind: .scalar(text, isPlain: data.scalar.style == YAML_PLAIN_SCALAR_STYLE), mark: mark,
        anchor: String(data.scalar.anchor), tag: String(data.scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      return YAMLEvent(
        kind: .listStart, mark: mark, anchor: String(data.sequence_start.anchor),
        tag: String(data.sequence_start.tag))
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .listEnd, mark: mark)
    case YAML_MAPPING_START_EVENT:
      return YAMLEvent(
        kind: .mapStart, mark: mark, anchor: String(data.mapping_start.anchor),
        tag: String(data.mapping_start.tag))
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mapEnd, mark: mark)
    case YAML_STREAM_START_EVENT: return YAMLEvent(kind: .streamStart, mark: mark)
    // Behind the end of the text libYAML gives events of no type.
    default: return YAMLEvent(kind: .streamEnd, mark: mark)
    }
  }

  private var problem: YAMLProblem {
    let found = parser.pointee
    return YAMLProblem(
      problem: found.problem.map { String(cString: $0) } ?? "no memory is left",
      mark: SourceText.Mark(found.problem_mark),
      context: found.context.map { (String(cString: $0), SourceText.Mark(found.context_mark)) })
  }
}

extension SourceText.Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line + 1, column: mark.column + 1)
  }
}

extension String {
  fileprivate init?(_ bytes: UnsafeMutablePointer<yaml_char_t>?) {
    guard let bytes else { return nil }
    self.init(cString: bytes)
  }
}
