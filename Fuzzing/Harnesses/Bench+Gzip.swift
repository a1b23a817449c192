internal import Gzip

extension Bench {
  /// More is not inflated in a harness.
  private static let mostBytes = 1 << 20

  /// Bytes that come one by one are inflated as bytes that come together.
  func checkGzip(_ bytes: [UInt8]) throws(Breach) {
    let whole = try Self.inflate(bytes, piece: bytes.count, room: 1 << 12)
    let pieces = try Self.inflate(bytes, piece: 1, room: 13)
    try hold(whole.isWhole == pieces.isWhole, "whether a file is whole does not depend on pieces")
    let length = min(whole.output.count, pieces.output.count)
    try hold(whole.output.prefix(length) == pieces.output.prefix(length), "inflated bytes do not depend on pieces")
    if whole.isWhole { try hold(whole.output == pieces.output, "inflated bytes do not depend on pieces") }
  }

  private static func inflate(
    _ bytes: [UInt8], piece: Int, room: Int
  ) throws(Breach) -> (output: [UInt8], isWhole: Bool) {
    var decoder = GzipDecoder()
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: room)
    var position = 0
    var idle = 0
    while output.count < mostBytes {
      let end = min(bytes.count, position + piece)
      let (used, step) = bytes.withUnsafeBytes { input in
        buffer.withUnsafeMutableBytes {
          decoder.decode(UnsafeRawBufferPointer(rebasing: input[position..<end]), into: $0)
        }
      }
      position += used
      idle = used == 0 ? idle + 1 : 0
      switch step {
      case .filled(let count):
        output += buffer[..<count]
        idle = 0
      case .corrupt: return (output, false)
      case .memberEnd: break
      case .goesOn: if position == bytes.count { return (output, decoder.mayEnd) }
      }
      try hold(idle < 4, "a decoder that does not end goes on")
    }
    return (output, true)
  }
}
