/// The bytes of one input record as they were stored: a file, or a line of a JSON Lines file without its line ending.
package struct RawRecord: Hashable, Sendable {
  /// The file's path relative to the input root, `/`-separated.
  package var path: String
  /// The 1-based line number in a JSON Lines file, else nil.
  package var record: Int?
  /// The bytes.
  package var bytes: [UInt8]
  /// The format.
  package var mediaType: MediaType

  /// Makes a record.
  package init(path: String, record: Int? = nil, bytes: [UInt8], mediaType: MediaType) {
    self.path = path
    self.record = record
    self.bytes = bytes
    self.mediaType = mediaType
  }
}
