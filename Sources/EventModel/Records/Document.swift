/// Where an article came from: one input record (a file, or one line of a JSON Lines file).
public struct DocumentInfo: Hashable, Sendable {
  /// Why the bytes were decoded as they were.
  public enum EncodingBasis: String, Sendable, CaseIterable {
    case option
    case byteOrderMark = "byte-order-mark"
    case declared
    case detected
    case fallback = "default"
  }

  /// The record's own id, else the file name without extension.
  public var id: String
  /// The path relative to the input root, `/`-separated.
  public var path: String
  /// The record's 1-based line number in a JSON Lines file, else nil.
  public var record: Int?
  /// The lower-case hexadecimal SHA-256 of the raw bytes of the record.
  public var sha256: String
  /// The number of raw bytes of the record.
  public var bytes: Int
  /// The encoding that the bytes were decoded from, in lower case, such as `utf-8`.
  public var encoding: String
  /// Why that encoding was chosen.
  public var encodingBasis: EncodingBasis
  /// The media type, such as `text/plain`.
  public var mediaType: String

  /// Makes a description.
  public init(
    id: String, path: String, record: Int?, sha256: String, bytes: Int, encoding: String,
    encodingBasis: EncodingBasis = .detected, mediaType: String
  ) {
    self.id = id
    self.path = path
    self.record = record
    self.sha256 = sha256
    self.bytes = bytes
    self.encoding = encoding
    self.encodingBasis = encodingBasis
    self.mediaType = mediaType
  }
}

/// Where the very same article was met again.
public struct Recurrence: Hashable, Sendable {
  /// The other input record.
  public var document: DocumentInfo
  /// The 1-based position inside that document.
  public var segment: Int

  /// Makes a recurrence.
  public init(document: DocumentInfo, segment: Int) {
    self.document = document
    self.segment = segment
  }
}
