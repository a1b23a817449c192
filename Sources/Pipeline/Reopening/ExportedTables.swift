internal import Digest
internal import Exporters
internal import JSON
internal import Lexicon

/// The tables that an export was made with, as its provenance names them.
struct ExportedTables {
  private let digests: [String: String]

  /// Reads the provenance of an export; nil where it has none.
  init?(folder: String) {
    guard let bytes = FileTree.bytes(of: folder + "/" + Provenance.fileName),
      let tables = try? JSONParser.parse(bytes)["tables"]?.array
    else { return nil }
    digests = Dictionary(
      tables.compactMap { table in
        table["path"]?.string.flatMap { path in table["sha256"]?.string.map { (path, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether they have the same names and bytes as those of a lexicon.
  func areThose(of lexicon: Lexicon) -> Bool {
    let known = lexicon.sources.map { (key: $0.name, value: SHA256Digest.hex(of: $0.contents)) }
    return digests == Dictionary(known, uniquingKeysWith: { first, _ in first })
  }
}
