import BenefitsModel

extension Assessment {
  /// Why the status is what it is, as one plain sentence that can be read aloud.
  public var sentence: String { "\(measure.title): \(status.title)." }
}
