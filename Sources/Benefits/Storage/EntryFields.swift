/// What an entry says of itself, as it is kept and as its hash covers it.
struct EntryFields: Hashable {
  var id: Int
  var recordedAt: String
  var stated: Int
  var origin: String
  var recordedBy: String
  var commandHash: String
  var toolVersion: String
  var reasonHash: String?
  var fileName: String?
  var fileSize: Int?
  var fileHash: String?
  var rowsAdded: Int?
  var rowsRevised: Int?
  var rowsUnchanged: Int?

  /// Returns the hash of the entry, which stands on that of the entry before it.
  func hash(previous: String?, content: String, encodingVersion: Int) -> String {
    var record = CanonicalRecord("entry")
    record.append("encoding_version", encodingVersion)
    record.append("previous_hash", previous)
    record.append("content_hash", content)
    record.append("id", id)
    record.append("recorded_at", recordedAt)
    record.append("stated", stated)
    record.append("origin", origin)
    record.append("recorded_by", recordedBy)
    record.append("command_sha256", commandHash)
    record.append("tool_version", toolVersion)
    record.append("reason_sha256", reasonHash)
    record.append("file_name", fileName)
    record.append("file_size", fileSize)
    record.append("file_sha256", fileHash)
    record.append("rows_added", rowsAdded)
    record.append("rows_revised", rowsRevised)
    record.append("rows_unchanged", rowsUnchanged)
    return record.hash
  }
}
