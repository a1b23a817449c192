internal import EventModel
internal import CLibrary

/// Some whole lines of a file.
struct LineBlock: Sendable {
  /// The lines with their line feeds; the last line of a file may have none.
  var bytes: [UInt8]
  /// The number of the first line, from 1.
  var firstLine: Int

  /// Calls `body` with each line, without its line feed, and its number from 1.
  func forEachLine(_ body: (ArraySlice<UInt8>, Int) -> Void) {
    var start = 0
    var line = firstLine
    while start < bytes.count {
      let end = Self.lineFeed(in: bytes, from: start) ?? bytes.count
      body(bytes[start..<end], line)
      start = end + 1
      line += 1
    }
  }

  /// The number of line feeds.
  var lineFeeds: Int {
    bytes.withUnsafeBufferPointer { buffer in
      // Plain enough to be done many bytes at a time.
      var count = 0
      for byte in buffer { count &+= byte == 0x0A ? 1 : 0 }
      return count
    }
  }

  private static func lineFeed(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress, let found = memchr(base + start, 0x0A, buffer.count - start) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
  }
}

/// Reads a file in blocks of whole lines, so that memory does not grow with the file.
struct LineBlockReader: ~Copyable {
  private let file: ByteFile
  private let blockSize: Int
  private let lineLimit: Int
  private var rest: [UInt8] = []
  private var nextLine = 1

  /// Opens a file; blocks have about `blockSize` bytes, and no line may have more than `lineLimit`.
  init(path: String, name: String, blockSize: Int = 1 << 20, lineLimit: Int = 1 << 28) throws(Diagnostic) {
    file = try ByteFile(path: path, name: name)
    self.blockSize = blockSize
    self.lineLimit = lineLimit
  }

  /// The next lines; nil at the end.
  mutating func next() throws(Diagnostic) -> LineBlock? {
    while true {
      let piece = try file.piece(blockSize)
      if piece.isEmpty {
        guard !rest.isEmpty else { return nil }
        defer { rest = [] }
        return LineBlock(bytes: rest, firstLine: nextLine)
      }
      guard let last = piece.lastIndex(of: 0x0A) else {
        rest += piece
        guard rest.count <= lineLimit else {
          throw Diagnostic(
            "line-too-long", "the line has more than \(lineLimit) bytes", file: file.name, line: nextLine)
        }
        continue
      }
      let block = LineBlock(bytes: rest + piece[...last], firstLine: nextLine)
      rest = Array(piece[(last + 1)...])
      nextLine += block.lineFeeds
      return block
    }
  }
}
