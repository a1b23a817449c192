internal import Digest
internal import EventModel
internal import Exporters
internal import JSON
internal import Readers

/// What an export is made of: the records, and what its provenance tells of where they came from.
struct ExportMaterial {
  /// All records.
  var dataset: any DatasetRecords
  /// How many triggers gave no event.
  var rejected: Int
  /// How many inputs or records of them could not be read.
  var faults: Int
  /// How the inputs were read.
  var reading: ReadingSummary
  /// The inputs, in any order.
  var inputs: [FileDigest]

  /// There is nothing to export.
  static let missing = Diagnostic("no-articles", "no article was read: nothing is exported")

  /// How many records of each kind there are, for the provenance.
  func members(of counts: DatasetCounts) -> [JSONTree.Member] {
    [
      JSONTree.Member("articles", .integer(counts.articles)),
      JSONTree.Member("entities", .integer(counts.entities)),
      JSONTree.Member("events", .integer(counts.events)),
      JSONTree.Member("claims", .integer(counts.claims)),
      JSONTree.Member("rejected_triggers", .integer(rejected)),
      JSONTree.Member("faults", .integer(faults)),
    ]
  }
}

extension FileDigest {
  /// The digest of an input that was read.
  init(_ input: OpenedInput) throws(Diagnostic) {
    if let digest = input.digest {
      self.init(path: input.file.path, bytes: digest.bytes, sha256: digest.sha256)
    } else {
      let location = input.file.location
      try self.init(path: input.file.path, contentsOf: location)
      guard FileState(path: location) == input.state else { throw OpenedInput.changed(location) }
    }
  }

  /// The digest of a file on the disk.
  init(path: String, contentsOf location: String) throws(Diagnostic) {
    var (hasher, count) = (SHA256Hasher(), 0)
    let isRead = FileTree.read(location) { piece in
      hasher.update(Array(piece))
      count += piece.count
    }
    guard isRead else { throw .system("cannot read", file: location) }
    self.init(path: path, bytes: count, sha256: SHA256Digest.hex(digest: hasher.finish()))
  }
}
