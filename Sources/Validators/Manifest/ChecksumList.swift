internal import EventModel
internal import JSON

/// A list of files with their SHA-256, as BagIt's manifests and `sha256sum` have it.
struct ChecksumList {
  struct Entry {
    var path: String
    var sha256: String
    /// The line that says so, from 1.
    var line: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var faults: [Diagnostic] = []
  private var paths: Set<JSONKey> = []

  /// Reads a list; paths that lead out of the folder, and paths listed twice, are faults and not among the entries.
  init(_ bytes: [UInt8], name: String) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      let number = index + 1
      guard let entry = Self.entry(line, number) else {
        faults.append(
          Diagnostic("bag-manifest-line", "must be a SHA-256 in hexadecimal and a path", file: name, line: number))
        continue
      }
      guard SafePath.isSafe(entry.path) else {
        faults.append(
          Diagnostic("bag-unsafe-path", "the path \(entry.path) leads out of the bag", file: name, line: number))
        continue
      }
      guard paths.insert(JSONKey(entry.path)).inserted else {
        faults.append(Diagnostic("bag-duplicate", "\(entry.path) is listed already", file: name, line: number))
        continue
      }
      entries.append(entry)
    }
  }

  /// Whether a path is listed.
  func contains(_ path: String) -> Bool {
    paths.contains(JSONKey(path))
  }

  private static func entry(_ line: ArraySlice<UInt8>, _ number: Int) -> Entry? {
    let line = line.last == 0x0D ? line.dropLast() : line
    let digest = line.prefix(64)
    guard digest.count == 64, digest.allSatisfy(isHexadecimal) else { return nil }
    var rest = line.dropFirst(64)
    guard rest.first == 0x20 || rest.first == 0x09 else { return nil }
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    // sha256sum marks binary reading with an asterisk.
    if rest.first == UInt8(ascii: "*") { rest = rest.dropFirst() }
    guard let path = String(validating: unescaped(rest), as: UTF8.self), !path.isEmpty else { return nil }
    return Entry(path: path, sha256: String(decoding: digest, as: UTF8.self).lowercased(), line: number)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// Undoes the three escapes of RFC 8493: line feed, carriage return, percent sign.
  private static func unescaped(_ path: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var rest = path
    while let first = rest.first {
      let escape = String(decoding: rest.prefix(3), as: UTF8.self).uppercased()
      let byte: UInt8? = ["%0A": 0x0A, "%0D": 0x0D, "%25": 0x25][escape]
      plain.append(byte ?? first)
      rest = rest.dropFirst(byte == nil ? 1 : 3)
    }
    return plain
  }
}
