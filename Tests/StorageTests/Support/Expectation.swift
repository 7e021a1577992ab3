import BenefitsModel
import BenefitsStorage
import Testing

/// Returns the error that an action ends with.
func storeError(
  _ action: () throws -> Void, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> StoreError {
  try #require(throws: StoreError.self, sourceLocation: sourceLocation) { try action() }
}

/// Returns the reason for which a file is refused.
func reason(
  opening path: String, for access: Store.Access = .read, timeout: Int = 0,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> StoreError.Reason {
  try storeError(
    { _ = try Store.open(at: path, for: access, timeout: timeout) },
    sourceLocation: sourceLocation
  ).reason
}
