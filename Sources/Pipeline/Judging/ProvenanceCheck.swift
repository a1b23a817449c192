internal import Digest
internal import EventModel
internal import Exporters
internal import JSON
internal import Validators

/// Holds `provenance.json` against what an export's folder really has.
struct ProvenanceCheck {
  private let folder: String
  private(set) var faults: [Diagnostic] = []

  /// Checks a folder.
  ///
  /// - Parameter counts: How many records the export has, where they could be counted.
  static func faults(in folder: String, counts: RecordCounts?) -> [Diagnostic] {
    guard let bytes = FileTree.bytes(of: folder + "/" + Provenance.fileName) else { return [] }
    var check = ProvenanceCheck(folder: folder)
    do throws(JSONError) {
      check.run(try JSONParser.parse(bytes), counts)
    } catch {
      return [error.diagnostic(file: Provenance.fileName)]
    }
    return check.faults
  }

  private init(folder: String) {
    self.folder = folder
  }

  private mutating func add(_ id: String, _ pointer: String, _ reason: String) {
    faults.append(Diagnostic(id, "at \(pointer): \(reason)", file: Provenance.fileName))
  }

  private mutating func run(_ document: JSONValue, _ counts: RecordCounts?) {
    if document["tool"]?["version"]?.string == nil {
      add("provenance-malformed", "/tool/version", "must be the version of the tool")
    }
    checkFormats(document["options"]?["formats"])
    if let counts {
      for (name, count) in [
        ("articles", counts.articles), ("entities", counts.entities), ("events", counts.events),
        ("claims", counts.claims ?? (counts.events == 0 ? 0 : nil)),
      ] {
        guard let count else { continue }
        let stated = document["counts"]?[name]?.int
        if stated != count {
          add(
            "provenance-count", "/counts/\(name)",
            "says \(stated.map(String.init) ?? "nothing"), but the export has \(count)")
        }
      }
    }
    for (index, schema) in (document["schemas"]?.array ?? []).enumerated() {
      check(schema, "/schemas/\(index)")
    }
  }

  /// The formats that the options name are those that there are files of.
  private mutating func checkFormats(_ value: JSONValue?) {
    guard let stated = value?.array?.compactMap(\.string) else { return }
    let built = ExporterRegistry.entries.map(\.name)
    let folders = (FileTree.names(in: folder + "/data") ?? []).filter(built.contains)
    for name in built where stated.contains(name) != folders.contains(name) {
      let isStated = stated.contains(name)
      add(
        "provenance-format", "/options/formats",
        isStated ? "\(name) is named, but data/\(name) is not there" : "data/\(name) is there, but \(name) is not named"
      )
    }
  }

  private mutating func check(_ schema: JSONValue, _ pointer: String) {
    guard let path = schema["path"]?.string, let digest = schema["sha256"]?.string, Self.isPlain(path) else {
      add("provenance-malformed", pointer, "must be the path and the SHA-256 of a file")
      return
    }
    guard let bytes = FileTree.bytes(of: folder + "/" + path) else {
      add("provenance-schema", pointer + "/path", "\(path) is not there")
      return
    }
    let found = SHA256Digest.hex(of: bytes)
    if digest != found {
      add("provenance-schema", pointer + "/sha256", "\(path) has the SHA-256 \(found), not \(digest)")
    }
  }

  /// Whether a path stays below the export's schemas.
  private static func isPlain(_ path: String) -> Bool {
    path.hasPrefix("data/") && !path.split(separator: "/").contains("..")
  }
}
