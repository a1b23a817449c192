internal import EventModel

/// Reads the pages of a web archive (WARC 1.0 and 1.1, ISO 28500), record by record.
///
/// Pages are the HTML of `response` records with the status 200 and of `resource` records; other records are passed over.
/// Behind a record that is damaged, reading goes on at the next line that begins a record.
struct WARCReader {
  private let path: String
  private let limit: Int
  /// The number of the record that was found last, from 1.
  private(set) var number = 0
  /// Where that record begins.
  private(set) var position = 0
  /// Whether the next record must be searched for.
  private var isLost = false
  /// Whether the damage was in the compression.
  private var hasLostMember = false

  /// The largest header in bytes.
  private static let largestHeader = 1 << 20
  private static let magic = Array("WARC/".utf8)

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - path: The file's path, for records and messages.
  ///   - limit: The largest page in bytes, as it is stored and with its encodings undone.
  init(path: String, limit: Int) {
    self.path = path
    self.limit = limit
  }

  /// The next page, or nil at the end of the archive. A record that is damaged is thrown, once; the next call goes on.
  ///
  /// - Throws: `warc-header`, `warc-version`, `warc-length`, `warc-truncated`, `warc-segment`, `http-header`,
  ///   `http-encoding`, `record-too-large`, `gzip-corrupt`, `gzip-truncated` or `input-unreadable`, with the record's
  ///   number and the byte of the file.
  mutating func next(from input: inout InputBytes) throws(Diagnostic) -> RawRecord? {
    while true {
      guard try findRecord(&input) else { return nil }
      let found: (header: WARCHeader, page: WARCPage)?
      do throws(Diagnostic) {
        found = try readRecord(&input)
      } catch {
        throw lost(error)
      }
      if let found { return try record(found.header, found.page) }
    }
  }

  /// Goes to the beginning of the next record and counts it.
  private mutating func findRecord(_ input: inout InputBytes) throws(Diagnostic) -> Bool {
    do throws(Diagnostic) {
      if hasLostMember {
        (hasLostMember, isLost) = (false, false)
        guard try input.findMember(beginningWith: Self.magic) else { return false }
      }
      if isLost {
        guard try findBeginning(&input) else { return false }
        isLost = false
      }
      while try skipLineEnds(&input) == .memberEnd {}
      guard !(try input.peek(1)).isEmpty else { return false }
      number += 1
      position = input.place
      return true
    } catch {
      // What follows in a damaged member belongs to the record that was thrown.
      let isKnown = isLost && input.isCompressed && input.place == position && error.id != "input-unreadable"
      if !isKnown {
        number += 1
        position = input.place
      }
      let fault = lost(error)
      if isKnown { return try findRecord(&input) }
      throw fault
    }
  }

  /// Goes to the next line that begins a record.
  private func findBeginning(_ input: inout InputBytes) throws(Diagnostic) -> Bool {
    while true {
      let bytes = try input.peek(Self.magic.count + 2)
      if bytes.starts(with: Self.magic + Array("1.".utf8)) { return true }
      switch try input.skipLine() {
      case .complete, .memberEnd, .full: continue
      case .end: return false
      }
    }
  }

  /// Passes over carriage returns and line feeds.
  private func skipLineEnds(_ input: inout InputBytes) throws(Diagnostic) -> InputBytes.Stop {
    while true {
      if input.unread.isEmpty {
        switch try input.more() {
        case .bytes: continue
        case .memberEnd: return .memberEnd
        case .end: return .end
        }
      }
      let byte = input.buffer[input.unread.lowerBound]
      guard byte == 0x0D || byte == 0x0A else { return .complete }
      input.take(1)
    }
  }

  // MARK: - A record

  /// Reads a record to its end; nil for one that is no page.
  private func readRecord(
    _ input: inout InputBytes
  ) throws(Diagnostic) -> (header: WARCHeader, page: WARCPage)? {
    let header = try readHeader(&input)
    let start = input.offset
    var block = WARCBlock(length: header.length)
    let (page, stop): (WARCPage?, InputBytes.Stop)
    do throws(WARCBlock.Fault) {
      page = try block.readPage(header, &input, limit: limit)
      stop = try block.finish(&input)
    } catch {
      switch error {
      case .input(let fault): throw fault
      case .header: throw fault("http-header", "the header of the page does not end")
      case .tooLarge: throw fault("record-too-large", "the record is larger than \(limit) bytes")
      }
    }
    guard stop == .complete else {
      let taken = input.offset - start
      goBack(&input, to: start, block.held(with: page), isAtMemberEnd: stop == .memberEnd)
      throw stop == .memberEnd
        ? fault("warc-length", "the record's gzip member ends after \(taken) of its \(header.length) bytes")
        : fault("warc-truncated", "the record is cut short after \(taken) of its \(header.length) bytes")
    }
    if !(try isAtBorder(&input)) {
      goBack(&input, to: start, block.held(with: page), isAtMemberEnd: false)
      throw fault("warc-length", "the record does not end after its \(header.length) bytes")
    }
    return page.map { (header, $0) }
  }

  private func record(_ header: WARCHeader, _ page: WARCPage) throws(Diagnostic) -> RawRecord {
    if header.isSegment { throw fault("warc-segment", "the record is a part of a page") }
    return RawRecord(
      path: path, record: number, bytes: try decode(page), mediaType: .html, charset: page.charset,
      url: header.url, date: header.date, id: header.id)
  }

  private func readHeader(_ input: inout InputBytes) throws(Diagnostic) -> WARCHeader {
    var line: [UInt8] = []
    var (count, fields, hasVersion) = (0, HeaderFields(), false)
    while true {
      line.removeAll(keepingCapacity: true)
      let stop = try input.takeLine(atMost: Self.largestHeader - count, to: &line)
      count += line.count
      if !hasVersion { try checkVersion(line, isWhole: stop == .complete) }
      switch stop {
      case .complete: break
      case .full: throw fault("warc-header", "the record's header does not end")
      case .memberEnd, .end: throw fault("warc-truncated", "the record is cut short in its header")
      }
      if !hasVersion {
        hasVersion = true
      } else if HeaderFields.isEnd(line) {
        break
      } else {
        fields.add(line: line)
      }
    }
    do throws(WARCHeader.Fault) {
      return try WARCHeader(fields)
    } catch {
      switch error {
      case .length(let reason): throw fault("warc-length", reason)
      case .malformed(let reason): throw fault("warc-header", reason)
      }
    }
  }

  private func checkVersion(_ line: [UInt8], isWhole: Bool) throws(Diagnostic) {
    let text = ASCII.trimmed(line[...])
    guard line.starts(with: Self.magic) || (!isWhole && Self.magic.starts(with: line)) else {
      throw fault("warc-header", "no record of a web archive begins here")
    }
    guard isWhole else { return }
    guard
      text.dropFirst(Self.magic.count).elementsEqual("1.0".utf8)
        || text.dropFirst(Self.magic.count).elementsEqual("1.1".utf8)
    else { throw fault("warc-version", "the record's version of WARC is neither 1.0 nor 1.1") }
  }

  /// Whether a record ends here: another or nothing follows, or at least the two empty lines that the standard asks for.
  private func isAtBorder(_ input: inout InputBytes) throws(Diagnostic) -> Bool {
    let isMarked = try input.peek(5).prefix(4).elementsEqual("\r\n\r\n".utf8)
    let start = input.offset
    guard try skipLineEnds(&input) == .complete else { return true }
    if isMarked, input.offset == start + 4 { return true }
    return try input.peek(Self.magic.count).elementsEqual(Self.magic)
  }

  /// Goes back to where a block begins whose length is wrong: it may hold the beginning of the next record.
  private func goBack(_ input: inout InputBytes, to start: Int, _ held: [UInt8]?, isAtMemberEnd: Bool) {
    if input.canGoBack(to: start) {
      input.goBack(to: start, isAtMemberEnd: isAtMemberEnd)
    } else if let held {
      // Behind the block, in the place of the line ends that were passed over.
      let lineEnds = [UInt8](repeating: 0x0A, count: input.offset - start - held.count)
      input.putBack(held + lineEnds, isAtMemberEnd: isAtMemberEnd)
    }
  }

  private func decode(_ page: WARCPage) throws(Diagnostic) -> [UInt8] {
    do throws(HTTPBody.Fault) {
      return try HTTPBody(limit: limit).decoded(page.body, page.fields)
    } catch {
      throw switch error {
      case .chunks: fault("http-encoding", "the chunks of the page are damaged or cut short")
      case .unknownCoding: fault("http-encoding", "the page's encoding is none of gzip, deflate and chunked")
      case .tooLarge: fault("record-too-large", "the page is larger than \(limit) bytes")
      case .corrupt: fault("gzip-corrupt", "the page is no sound gzip stream")
      case .truncated: fault("gzip-truncated", "the page's gzip stream is cut short")
      }
    }
  }

  // MARK: - Faults

  /// A fault behind which the next record must be searched for.
  private mutating func lost(_ error: Diagnostic) -> Diagnostic {
    isLost = true
    guard error.record == nil else { return error }
    hasLostMember = error.id != "input-unreadable"
    var fault = error
    fault.record = number
    return fault
  }

  /// A fault of the record that was found last.
  private func fault(_ id: String, _ reason: String) -> Diagnostic {
    Diagnostic(id, reason, file: path, record: number, byte: position)
  }
}
