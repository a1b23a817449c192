internal import Gzip

/// Undoes the encodings in which the body of an HTTP message travels.
///
/// An encoding that the header names and the body does not have is passed over, as some archives keep the header and
/// store the body decoded.
struct HTTPBody {
  /// What is wrong with a body.
  enum Fault: Error {
    case chunks
    case unknownCoding(String)
    case tooLarge
    case corrupt
    case truncated
  }

  /// The largest body in bytes.
  let limit: Int

  /// The body as it was before its transfer.
  func decoded(_ body: [UInt8], _ fields: HeaderFields) throws(Fault) -> [UInt8] {
    var body = body
    // The last coding was applied last.
    let (transfer, content) = (fields.list("transfer-encoding"), fields.list("content-encoding"))
    // Nobody compresses more often, but some bytes inflate to themselves.
    guard transfer.count + content.count <= 4 else { throw .unknownCoding("one of many") }
    for coding in transfer.reversed() {
      body = coding == "chunked" ? try Self.joined(body) : try undo(coding, body)
    }
    for coding in content.reversed() { body = try undo(coding, body) }
    return body
  }

  private func undo(_ coding: String, _ body: [UInt8]) throws(Fault) -> [UInt8] {
    if body.isEmpty { return body }
    switch coding {
    case "identity", "none", "utf-8": return body
    case "gzip", "x-gzip": return body.starts(with: [0x1F, 0x8B]) ? try inflated(body, .gzip) : body
    case "deflate":
      // By the standard this is zlib's wrapping; some servers send none.
      if body.count >= 2, body[0] & 0x0F == 8, (Int(body[0]) << 8 | Int(body[1])) % 31 == 0 {
        return try inflated(body, .zlib)
      }
      return body.first == UInt8(ascii: "<") ? body : try inflated(body, .none)
    default: throw .unknownCoding(coding)
    }
  }

  private func inflated(_ body: [UInt8], _ wrapping: Inflater.Wrapping) throws(Fault) -> [UInt8] {
    var inflater = Inflater(wrapping)
    var page: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var start = 0
    while true {
      let (used, filled, outcome) = body.withUnsafeBytes { source in
        piece.withUnsafeMutableBytes { inflater.inflate(UnsafeRawBufferPointer(rebasing: source[start...]), into: $0) }
      }
      start += used
      page += piece[..<filled]
      if page.count > limit { throw .tooLarge }
      switch outcome {
      case .corrupt: throw .corrupt
      case .unfinished:
        if start == body.count, filled < piece.count { throw .truncated }
      case .finished:
        // Another member of gzip may follow; anything else is no part of the page.
        guard wrapping == .gzip, body[start...].starts(with: [0x1F, 0x8B]) else { return page }
        inflater.reset()
      }
    }
  }

  /// The content of the chunks of a body.
  private static func joined(_ body: [UInt8]) throws(Fault) -> [UInt8] {
    guard let first = chunk(in: body, at: 0) else { return body }
    var joined: [UInt8] = []
    joined.reserveCapacity(body.count)
    var range = first
    while !range.isEmpty {
      guard range.upperBound <= body.count else { throw .chunks }
      joined += body[range]
      var next = range.upperBound
      if next < body.count, body[next] == 0x0D { next += 1 }
      guard next < body.count, body[next] == 0x0A, let chunk = chunk(in: body, at: next + 1) else { throw .chunks }
      range = chunk
    }
    return joined
  }

  /// The content of the chunk whose size stands at an offset, which may reach beyond the body; nil where none does.
  private static func chunk(in body: [UInt8], at start: Int) -> Range<Int>? {
    guard start < body.count, let end = ByteSearch.first(0x0A, in: body, start..<body.count), end - start <= 4096
    else { return nil }
    let size = ASCII.trimmed(body[start..<end].prefix { $0 != UInt8(ascii: ";") })
    guard (1...15).contains(size.count), let number = Int(String(decoding: size, as: UTF8.self), radix: 16),
      number >= 0,
      size.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
    else { return nil }
    let (upper, isTooLarge) = (end + 1).addingReportingOverflow(number)
    return isTooLarge ? nil : end + 1..<upper
  }
}
