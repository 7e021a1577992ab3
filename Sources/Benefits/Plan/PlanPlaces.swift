public import BenefitsModel

/// Where each thing of a plan stands in its file, for faults that only show against what was there before.
public struct PlanPlaces: Hashable, Sendable {
  private struct Key: Hashable {
    var item: PlanItem
    var field: String?
  }

  private var places: [Key: SourceLocation] = [:]

  init() {}

  /// Returns the place of a thing.
  ///
  /// - Parameter item: The thing.
  /// - Returns: `nil` when the file does not speak of it.
  public func location(of item: PlanItem) -> SourceLocation? { places[Key(item: item)] }

  /// The place of one field's value, or of the thing where the field was not written.
  func location(of item: PlanItem, _ field: String) -> SourceLocation? {
    places[Key(item: item, field: field)] ?? location(of: item)
  }

  mutating func add(_ item: PlanItem, at place: SourceLocation, field: String? = nil) {
    places[Key(item: item, field: field)] = place
  }

  /// Takes in a map and the values that were written in it.
  mutating func add(_ item: PlanItem, _ fields: Fields) {
    add(item, at: fields.place)
    for key in fields.set.keys where fields.has(key) {
      add(item, at: fields.place(of: key), field: key)
    }
  }
}
