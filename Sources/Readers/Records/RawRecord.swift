package import EventModel

/// The bytes of one input record: a file, a line of a JSON Lines file without its line ending, or a page of a web archive
/// with the encodings of its transfer undone.
package struct RawRecord: Hashable, Sendable {
  /// The file's path relative to the input root, `/`-separated.
  package var path: String
  /// The 1-based number in a file of records: the line in a JSON Lines file, the place among all records of a web
  /// archive, of whatever type; nil where the file is the record.
  package var record: Int?
  /// The bytes.
  package var bytes: [UInt8]
  /// The format.
  package var mediaType: MediaType
  /// The encoding that the container declares, as it is written there: of a web archive, the `charset` of the page's
  /// Content-Type.
  package var charset: String?
  /// The address that the container tells, as it is written there; it is never opened.
  package var url: String?
  /// The day on which a web archive fetched the page, in UTC.
  package var date: CivilDay?
  /// The id that the container gives the record: of a web archive, WARC-Record-ID without `urn:uuid:` and brackets.
  package var id: String?

  /// Makes a record.
  package init(
    path: String, record: Int? = nil, bytes: [UInt8], mediaType: MediaType, charset: String? = nil,
    url: String? = nil, date: CivilDay? = nil, id: String? = nil
  ) {
    self.path = path
    self.record = record
    self.bytes = bytes
    self.mediaType = mediaType
    self.charset = charset
    self.url = url
    self.date = date
    self.id = id
  }

  /// The 1-based line of the file that is the record; nil where records are no lines.
  package var line: Int? { mediaType == .jsonLines ? record : nil }
}
