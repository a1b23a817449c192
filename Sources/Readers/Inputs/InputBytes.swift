internal import EventModel
internal import Gzip

/// The bytes of an input, piece by piece, with gzip compression undone.
///
/// That a file is compressed is told by its first two bytes, which begin no text; of a name that ends in `.gz` it is
/// taken for granted.
struct InputBytes: ~Copyable {
  /// What ``more()`` came to.
  enum Supply {
    /// There are more unread bytes than before.
    case bytes
    /// A member of a gzip file is at its end, and its sum is right; another may follow.
    case memberEnd
    /// The input is at its end.
    case end
  }

  /// How many times its compressed size a gzip member may come to, once it is large.
  static let largestRatio = 256
  private static let pieceSize = 1 << 18

  private let input: InputFile
  private var file: ReadOnlyFile
  /// The inflated size in bytes from which a member's ratio is judged.
  private let ratioFloor: Int
  private var decoder: GzipDecoder?
  private var hasEnded = false
  private var owesMemberEnd = false

  // Of a compressed file, the bytes as stored.
  private var stored: [UInt8]
  private var storedUnread = 0..<0
  /// Where in the file ``stored`` ends, in bytes from 0.
  private var storedEnd = 0
  /// Where in the file the gzip member begins from which the next bytes come, in bytes from 0.
  private(set) var member = 0
  private var memberInflated = 0

  /// The bytes, of which ``unread`` were not taken yet.
  private(set) var buffer: [UInt8] = []
  private(set) var unread = 0..<0
  /// The offset of the first unread byte in the inflated content, in bytes from 0.
  private(set) var offset = 0

  /// The farthest place of the file that was reached, in bytes from 0.
  private var farthest = 0
  /// How many bytes were gone back in all.
  private var reread = 0

  /// Opens an input and reads its first bytes.
  ///
  /// - Parameters:
  ///   - limit: The largest record in bytes.
  ///   - pieceSize: How many bytes are asked of the file at a time.
  /// - Throws: `input-missing` or `input-unreadable`.
  init(_ input: InputFile, limit: Int, pieceSize: Int = pieceSize) throws(Diagnostic) {
    var file = try ReadOnlyFile(input.location)
    var first = [UInt8](repeating: 0, count: max(pieceSize, 2))
    var count = 0
    while count < 2 {
      let more = try file.read(into: &first, from: count)
      if more == 0 { break }
      count += more
    }
    let isCompressed = first[..<count].starts(with: [0x1F, 0x8B]) || Self.isNamedCompressed(input.path)
    let (floor, isTooLarge) = limit.multipliedReportingOverflow(by: 16)
    self.input = input
    self.file = file
    ratioFloor = isTooLarge ? Int.max : floor
    decoder = isCompressed ? GzipDecoder() : nil
    stored = isCompressed ? first : []
    storedUnread = 0..<(isCompressed ? count : 0)
    storedEnd = storedUnread.upperBound
    buffer = isCompressed ? [UInt8](repeating: 0, count: first.count) : first
    unread = 0..<(isCompressed ? 0 : count)
    farthest = count
  }

  private static func isNamedCompressed(_ path: String) -> Bool {
    ASCII.lowercased(path.utf8.suffix(3)) == ".gz"
  }

  /// Whether the input is compressed.
  var isCompressed: Bool { decoder != nil }

  /// The digest of what was read, where that is all.
  var digest: StreamDigest? { file.digest }

  /// What the file was when it was opened; nil for a stream.
  var state: FileState? { file.state }

  /// Whether somebody wrote into the file since it was opened.
  var isChanged: Bool { file.isChanged }

  /// Where a record that begins with the next byte is to be found: of a compressed archive the place of its gzip member
  /// in the file, as archives' indexes have it, else ``offset``.
  var place: Int { decoder == nil ? offset : member }

  /// Takes unread bytes.
  mutating func take(_ count: Int) {
    unread = (unread.lowerBound + count)..<unread.upperBound
    offset += count
  }

  /// Reads more bytes behind those that are unread.
  ///
  /// - Throws: `input-unreadable`; `gzip-corrupt`, `gzip-truncated` and, for a member that is out of all proportion,
  ///   `record-too-large`, each with the byte of the file, from 0. Behind these three, ``findMember()`` goes on.
  mutating func more() throws(Diagnostic) -> Supply {
    if owesMemberEnd {
      guard unread.isEmpty else { return .memberEnd }
      owesMemberEnd = false
      return .memberEnd
    }
    if hasEnded { return .end }
    makeRoom()
    guard decoder == nil else { return try inflateMore() }
    let count = try file.read(into: &buffer, from: unread.upperBound)
    if count == 0 {
      hasEnded = true
      return .end
    }
    unread = unread.lowerBound..<unread.upperBound + count
    farthest = max(farthest, offset + unread.count)
    return .bytes
  }

  /// Moves the unread bytes to the front, so that there is room behind them.
  private mutating func makeRoom() {
    guard unread.upperBound == buffer.count || unread.isEmpty else { return }
    if unread.lowerBound == 0, unread.upperBound == buffer.count {
      buffer += [UInt8](repeating: 0, count: buffer.count)
    } else {
      buffer.replaceSubrange(0..<unread.count, with: Array(buffer[unread]))
      unread = 0..<unread.count
    }
  }
}

// MARK: - Compression
extension InputBytes {
  private var storedOffset: Int { storedEnd - storedUnread.count }

  private mutating func inflateMore() throws(Diagnostic) -> Supply {
    while true {
      if storedUnread.isEmpty {
        let count = try file.read(into: &stored)
        storedUnread = 0..<count
        storedEnd += count
        farthest = max(farthest, storedEnd)
        if count == 0 {
          hasEnded = true
          if decoder?.mayEnd != false { return .end }
          throw gzipFault("gzip-truncated", "the gzip stream is cut short", at: storedEnd)
        }
      }
      if decoder?.isInsideMember == false {
        (member, memberInflated) = (storedOffset, 0)
      }
      let (used, step) = Self.decode(stored, storedUnread, &decoder, into: &buffer, from: unread.upperBound)
      storedUnread = storedUnread.lowerBound + used..<storedUnread.upperBound
      switch step {
      case .goesOn: continue
      case .memberEnd:
        owesMemberEnd = !unread.isEmpty
        return .memberEnd
      case .corrupt: throw gzipFault("gzip-corrupt", "this is no sound gzip stream", at: storedOffset)
      case .filled(let count):
        unread = unread.lowerBound..<unread.upperBound + count
        memberInflated += count
        if memberInflated > ratioFloor, memberInflated / Self.largestRatio > storedOffset - member {
          throw gzipFault(
            "record-too-large", "the gzip stream comes to more than \(Self.largestRatio) times its size", at: member)
        }
        return .bytes
      }
    }
  }

  private static func decode(
    _ stored: [UInt8], _ range: Range<Int>, _ decoder: inout GzipDecoder?, into buffer: inout [UInt8], from start: Int
  ) -> (used: Int, step: GzipDecoder.Step) {
    stored.withUnsafeBytes { source in
      buffer.withUnsafeMutableBytes { target in
        decoder?.decode(
          UnsafeRawBufferPointer(rebasing: source[range]),
          into: UnsafeMutableRawBufferPointer(rebasing: target[start...])) ?? (0, .corrupt)
      }
    }
  }

  private func gzipFault(_ id: String, _ reason: String, at byte: Int) -> Diagnostic {
    Diagnostic(id, reason, file: input.path, byte: byte)
  }

  /// Behind a fault of the compression: drops what is unread, and goes to the next gzip member behind the beginning of
  /// the damaged one whose content begins as told.
  ///
  /// - Returns: Whether there is one; else the input is at its end.
  /// - Throws: `input-unreadable`.
  mutating func findMember(beginningWith prefix: [UInt8]) throws(Diagnostic) -> Bool {
    guard decoder != nil else { return false }
    var start = member + 1
    while true {
      goBackStored(to: start)
      guard try findMagic() else { return false }
      start = storedOffset
      decoder?.reset()
      (unread, owesMemberEnd) = (0..<0, false)
      do throws(Diagnostic) {
        while unread.count < prefix.count, case .bytes = try more() {}
        if buffer[unread].starts(with: prefix) { return true }
      } catch {
        if error.id == "input-unreadable" { throw error }
      }
      hasEnded = false
      start += 1
    }
  }

  /// Goes back in the stored bytes where that can be done and does not cost too much; else stays.
  private mutating func goBackStored(to place: Int) {
    hasEnded = false
    let distance = storedOffset - place
    guard distance > 0 else {
      storedUnread = min(storedUnread.lowerBound - distance, storedUnread.upperBound)..<storedUnread.upperBound
      return
    }
    let bufferStart = storedEnd - storedUnread.upperBound
    guard mayReread(distance) else { return }
    if place >= bufferStart {
      storedUnread = place - bufferStart..<storedUnread.upperBound
    } else {
      guard file.seek(to: place) else { return }
      storedUnread = 0..<0
      storedEnd = place
    }
    reread += distance
  }

  /// Drops stored bytes up to the next that can begin a gzip member: its magic number, DEFLATE, no unknown flags.
  private mutating func findMagic() throws(Diagnostic) -> Bool {
    while true {
      while storedUnread.count < 4 {
        if storedUnread.lowerBound > 0 {
          stored.replaceSubrange(0..<storedUnread.count, with: Array(stored[storedUnread]))
          storedUnread = 0..<storedUnread.count
        }
        if stored.count < 4 { stored += [0, 0] }
        let count = try file.read(into: &stored, from: storedUnread.upperBound)
        if count == 0 {
          (hasEnded, unread) = (true, 0..<0)
          return false
        }
        storedUnread = storedUnread.lowerBound..<storedUnread.upperBound + count
        storedEnd += count
        farthest = max(farthest, storedEnd)
      }
      let last = storedUnread.upperBound - 3
      var index = storedUnread.lowerBound
      while index < last {
        guard let found = ByteSearch.first(0x1F, in: stored, index..<last) else { break }
        if stored[found + 1] == 0x8B, stored[found + 2] == 8, stored[found + 3] & 0xE0 == 0 {
          storedUnread = found..<storedUnread.upperBound
          return true
        }
        index = found + 1
      }
      storedUnread = last..<storedUnread.upperBound
    }
  }
}

// MARK: - Going back
extension InputBytes {
  /// Whether so many bytes may be read again: damage of any kind is read in linear time.
  private func mayReread(_ count: Int) -> Bool { reread + count <= farthest + 64 << 20 }

  /// Puts bytes that were taken before the unread ones, where that does not cost too much.
  ///
  /// - Parameter isAtMemberEnd: Whether a member's end was the last thing seen.
  mutating func putBack(_ bytes: [UInt8], isAtMemberEnd: Bool) {
    guard mayReread(bytes.count) else { return }
    reread += bytes.count
    buffer = bytes + buffer[unread]
    unread = 0..<buffer.count
    offset -= bytes.count
    owesMemberEnd = owesMemberEnd || isAtMemberEnd
  }

  /// Goes on to a place in a file that is not compressed, without reading what is between, where that can be done.
  mutating func skip(to place: Int) -> Bool {
    guard decoder == nil, let size = file.size, place <= size, file.seek(to: place) else { return false }
    (unread, offset, farthest) = (0..<0, place, max(farthest, place))
    return true
  }

  /// Whether ``goBack(to:isAtMemberEnd:)`` can go to an ``offset``, and does not cost too much.
  func canGoBack(to place: Int) -> Bool {
    let distance = offset - place
    let isNear = distance <= unread.lowerBound
    return distance >= 0 && mayReread(distance) && (isNear || (decoder == nil && file.size != nil))
  }

  /// Goes back to an ``offset``, where that can be done.
  ///
  /// - Parameter isAtMemberEnd: Whether a member's end was the last thing seen.
  mutating func goBack(to place: Int, isAtMemberEnd: Bool) {
    let distance = offset - place
    guard canGoBack(to: place) else { return }
    if distance <= unread.lowerBound {
      unread = unread.lowerBound - distance..<unread.upperBound
    } else {
      guard file.seek(to: place) else { return }
      unread = 0..<0
    }
    reread += distance
    offset = place
    owesMemberEnd = owesMemberEnd || isAtMemberEnd
    if decoder == nil { hasEnded = false }
  }

  /// Reads to the end, so that the digest is that of all the file holds.
  mutating func drain() {
    (unread, hasEnded) = (0..<0, true)
    guard file.isHashed else { return }
    do throws(Diagnostic) {
      while try file.read(into: &buffer) > 0 {}
    } catch {}
  }
}
