internal import EventModel
internal import JSON

/// How ids, days and numbers are printed in every format, without a string for each.
enum Literal {
  /// Appends an id, such as `evt-00000000000000ff`.
  static func append(_ id: RecordID, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: id.kind.rawValue.utf8)
    bytes.append(0x2D)
    var shift: UInt64 = 60
    while true {
      let digit = UInt8(truncatingIfNeeded: id.bits >> shift) & 0x0F
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      if shift == 0 { return }
      shift -= 4
    }
  }

  /// Appends an ISO day, such as `2022-11-14`.
  static func append(_ day: CivilDay, to bytes: inout [UInt8]) {
    let (year, month, dayOfMonth) = day.components
    guard (1000...9999).contains(year) else {
      bytes.append(contentsOf: day.description.utf8)
      return
    }
    JSONWriter.append(integer: year, to: &bytes)
    for number in [month, dayOfMonth] {
      bytes.append(0x2D)
      if number < 10 { bytes.append(0x30) }
      JSONWriter.append(integer: number, to: &bytes)
    }
  }

  /// Appends an integer.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    JSONWriter.append(integer: number, to: &bytes)
  }

  /// Appends `true` or `false`.
  static func append(_ value: Bool, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
  }
}

extension String {
  /// Lends the UTF-8 bytes of the text.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}
