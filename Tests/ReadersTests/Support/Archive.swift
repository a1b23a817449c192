/// Records of web archives for tests.
enum Archive {
  static let page = "<html><body>خبر عاجل</body></html>"

  /// A record with a block; nil for `length` is the true one.
  static func record(
    type: String = "response", contentType: String = "application/http; msgtype=response", fields: String = "",
    length: String? = nil, version: String = "WARC/1.0", _ block: [UInt8]
  ) -> [UInt8] {
    let header = """
      \(version)
      WARC-Type: \(type)
      WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>
      WARC-Date: 2024-05-06T07:08:09Z
      WARC-Target-URI: http://example.org/../../etc/passwd
      Content-Type: \(contentType)
      \(fields)Content-Length: \(length ?? "\(block.count)")


      """
    return lines(header) + block + Array("\r\n\r\n".utf8)
  }

  /// An HTTP message; each of the fields ends in a line feed.
  static func message(
    _ body: [UInt8] = Array(page.utf8), status: String = "200 OK", type: String = "text/html", fields: String = ""
  ) -> [UInt8] {
    lines("HTTP/1.1 \(status)\nContent-Type: \(type)\n\(fields)\n") + body
  }

  /// The message of a page whose text tells it apart.
  static func page(_ number: Int) -> [UInt8] {
    record(message(Array("<p>خبر \(number)</p>".utf8)))
  }

  static func chunks(_ body: [UInt8], size: Int = 7) -> [UInt8] {
    var chunks: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: size) {
      let chunk = body[start..<min(start + size, body.count)]
      chunks += Array("\(String(chunk.count, radix: 16));x=y\r\n".utf8) + chunk + Array("\r\n".utf8)
    }
    return chunks + Array("0\r\n\r\n".utf8)
  }

  private static func lines(_ text: String) -> [UInt8] {
    text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }
}
