internal import EventModel

/// Numbers in a file, eight bytes each.
final class NumberFile: Sendable {
  private let file: SpillFile

  init(in folder: String) throws(Diagnostic) {
    file = try SpillFile(in: folder)
  }

  var count: Int { file.count / 8 }

  func append(_ number: UInt64) throws(Diagnostic) {
    try withUnsafeBytes(of: number) { bytes throws(Diagnostic) in _ = try file.append(bytes) }
  }

  func numbers(_ range: Range<Int>) throws(Diagnostic) -> [UInt64] {
    let bytes = try file.bytes(range.lowerBound * 8..<range.upperBound * 8)
    return bytes.withUnsafeBytes { bytes in
      range.indices.map { bytes.loadUnaligned(fromByteOffset: ($0 - range.lowerBound) * 8, as: UInt64.self) }
    }
  }
}
