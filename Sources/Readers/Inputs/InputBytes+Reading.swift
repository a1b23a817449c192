internal import EventModel

extension InputBytes {
  /// Why no more bytes were taken.
  enum Stop {
    /// What was asked for is complete.
    case complete
    /// As many bytes were taken as were allowed.
    case full
    /// A member of a gzip file is at its end.
    case memberEnd
    /// The input is at its end.
    case end
  }

  /// The next bytes, which stay unread; fewer where the input, or the gzip member of the first of them, ends.
  ///
  /// - Throws: What ``more()`` throws.
  mutating func peek(_ count: Int) throws(Diagnostic) -> ArraySlice<UInt8> {
    loop: while unread.count < count {
      switch try more() {
      case .bytes: continue
      case .memberEnd where unread.isEmpty: continue
      case .memberEnd, .end: break loop
      }
    }
    return buffer[unread].prefix(count)
  }

  /// Takes the bytes up to and with the next line feed, at most some number of them, and appends them to an array.
  ///
  /// - Throws: What ``more()`` throws.
  mutating func takeLine(atMost limit: Int, to bytes: inout [UInt8]) throws(Diagnostic) -> Stop {
    var left = limit
    while left > 0 {
      if unread.isEmpty, let stop = try supply() { return stop }
      let range = unread.prefix(left)
      if let end = ByteSearch.first(UInt8(ascii: "\n"), in: buffer, range) {
        append(range.lowerBound..<end + 1, to: &bytes)
        take(end + 1 - range.lowerBound)
        return .complete
      }
      append(range, to: &bytes)
      take(range.count)
      left -= range.count
    }
    return .full
  }

  /// Passes over the bytes up to and with the next line feed.
  ///
  /// - Throws: What ``more()`` throws.
  mutating func skipLine() throws(Diagnostic) -> Stop {
    while true {
      if unread.isEmpty, let stop = try supply() { return stop }
      if let end = ByteSearch.first(UInt8(ascii: "\n"), in: buffer, unread) {
        take(end + 1 - unread.lowerBound)
        return .complete
      }
      take(unread.count)
    }
  }

  /// Takes some number of bytes and appends them to an array.
  ///
  /// - Throws: What ``more()`` throws.
  mutating func take(_ count: Int, to bytes: inout [UInt8]) throws(Diagnostic) -> Stop {
    var left = count
    while left > 0 {
      if unread.isEmpty, let stop = try supply() { return stop }
      let range = unread.prefix(left)
      append(range, to: &bytes)
      take(range.count)
      left -= range.count
    }
    return .complete
  }

  /// Passes over some number of bytes.
  ///
  /// - Throws: What ``more()`` throws.
  mutating func skip(_ count: Int) throws(Diagnostic) -> Stop {
    if count > unread.count + Self.worthSeeking, offset <= Int.max - count, skip(to: offset + count) {
      return .complete
    }
    var left = count
    while left > 0 {
      if unread.isEmpty, let stop = try supply() { return stop }
      let step = min(left, unread.count)
      take(step)
      left -= step
    }
    return .complete
  }

  /// How many bytes must be passed over before going on in the file is better than reading on.
  private static var worthSeeking: Int { 1 << 20 }

  /// More bytes, or why there are none.
  private mutating func supply() throws(Diagnostic) -> Stop? {
    switch try more() {
    case .bytes: nil
    case .memberEnd: .memberEnd
    case .end: .end
    }
  }

  private func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: buffer[range])
  }
}
