internal import EventModel
internal import Exporters
internal import Readers

/// What a user said about the inputs, as the provenance of an export names it.
struct ReadingSummary: Hashable, Sendable {
  /// When articles were published whose metadata does not tell, in EDTF.
  var published: String?
  /// The label of the encoding.
  var encoding: String?
  /// The media type of what does not tell its own.
  var format: String?
  /// Whether articles carry their document's text.
  var keepsText: Bool
  /// The files of what is known of articles one by one, in the order of the user.
  var metadata: [FileDigest] = []
}

extension ReadingSummary {
  /// What the options say.
  init(_ options: ReadingOptions, keepsText: Bool) {
    self.init(
      published: options.published?.description, encoding: options.encoding?.rawValue,
      format: options.format?.rawValue, keepsText: keepsText, metadata: options.metadataFiles)
  }
}

extension ReadingSummary {
  /// Takes in what was said about other inputs: what is not the same for all is said of none.
  ///
  /// - Returns: The names of the options that are not the same.
  mutating func join(_ other: Self) -> [String] {
    for file in other.metadata where !metadata.contains(file) { metadata.append(file) }
    var names: [String] = []
    func join(_ option: WritableKeyPath<Self, String?>, _ name: String) {
      guard self[keyPath: option] != other[keyPath: option] else { return }
      self[keyPath: option] = nil
      names.append(name)
    }
    join(\.published, "--published")
    join(\.encoding, "--encoding")
    join(\.format, "--input-format")
    return names
  }
}
