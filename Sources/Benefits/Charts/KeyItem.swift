/// An entry of the key under a chart: a sign and the words for it.
struct KeyItem: Hashable {
  /// The sign.
  enum Sign: Hashable {
    case mark(PlacedMark.Shape, PlacedMark.Filling, ColourRole)
    case line(Paint)
    case band
    case revised
    case bracket
  }

  var sign: Sign
  var words: String

  init(_ sign: Sign, _ words: String) {
    self.sign = sign
    self.words = words
  }

  /// The room that the sign takes.
  var signWidth: Double {
    switch sign {
    case .mark: 10
    case .revised, .bracket: 14
    case .line, .band: 24
    }
  }
}
