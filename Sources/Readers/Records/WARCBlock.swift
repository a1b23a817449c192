internal import EventModel

/// A page as a web archive stores it.
struct WARCPage {
  /// The header of the HTTP message; empty where the page is stored bare.
  var fields: HeaderFields
  /// The charset that Content-Type declares.
  var charset: String?
  /// The body, its transfer encodings not yet undone.
  var body: [UInt8] = []
}

/// The content of a record of a web archive while it is read.
struct WARCBlock {
  /// Why a block cannot be read.
  enum Fault: Error {
    /// What the input says.
    case input(Diagnostic)
    /// The header of its HTTP message does not end.
    case header
    /// It is a page above the limit.
    case tooLarge
  }

  /// The largest header of an HTTP message in bytes.
  private static let largestHeader = 1 << 20

  /// How many bytes of the block were not taken.
  private var left: Int
  /// Why no more could be taken.
  private var stop: InputBytes.Stop = .complete
  /// The header of the HTTP message, as far as it was taken.
  private var head: [UInt8] = []
  private var wasSkipped = false

  /// Makes a block of which nothing was taken.
  init(length: Int) {
    left = length
  }

  /// Takes the page of a record; nil where it is none, when some of the block may be left.
  mutating func readPage(
    _ header: WARCHeader, _ input: inout InputBytes, limit: Int
  ) throws(Fault) -> WARCPage? {
    var page: WARCPage
    switch header.type {
    case "response":
      guard let fields = try readHTTPHeader(&input), let type = fields.contentType, type.isHTML else { return nil }
      page = WARCPage(fields: fields, charset: type.charset)
    case "resource":
      guard let type = header.fields.contentType, type.isHTML else { return nil }
      page = WARCPage(fields: HeaderFields(), charset: type.charset)
    default: return nil
    }
    guard left <= limit else { throw .tooLarge }
    let start = input.offset
    do throws(Diagnostic) {
      if stop == .complete { stop = try input.take(left, to: &page.body) }
    } catch {
      throw .input(error)
    }
    left -= input.offset - start
    return page
  }

  /// The header of the HTTP message where its status is 200, else nil.
  private mutating func readHTTPHeader(_ input: inout InputBytes) throws(Fault) -> HeaderFields? {
    var fields = HeaderFields()
    var (line, count, isOK) = ([UInt8](), 0, false)
    while left > 0 {
      line.removeAll(keepingCapacity: true)
      guard count < Self.largestHeader else { throw .header }
      do throws(Diagnostic) {
        stop = try input.takeLine(atMost: min(left, Self.largestHeader - count), to: &line)
      } catch {
        throw .input(error)
      }
      left -= line.count
      head += line
      if stop == .full { stop = .complete }
      if count == 0 {
        isOK = Self.isOK(line)
        if !isOK { return nil }
      }
      count += line.count
      if stop != .complete || HeaderFields.isEnd(line) { return fields }
      if count > line.count { fields.add(line: line) }
    }
    if isOK, fields.contentType?.isHTML == true { throw .header }
    return nil
  }

  /// Whether a line is the first of a message with the status 200.
  private static func isOK(_ line: [UInt8]) -> Bool {
    guard line.starts(with: "HTTP/".utf8) else { return false }
    let words = line.split(separator: UInt8(ascii: " "))
    return words.count > 1 && ASCII.trimmed(words[1]).elementsEqual("200".utf8)
  }

  /// The bytes that were taken; nil where some were passed over.
  func held(with page: WARCPage?) -> [UInt8]? {
    wasSkipped ? nil : head + (page?.body ?? [])
  }

  /// Passes over what is left of the block.
  ///
  /// - Returns: Why no more could be taken: the block is complete, or the input or a gzip member ends inside.
  mutating func finish(_ input: inout InputBytes) throws(Fault) -> InputBytes.Stop {
    guard stop == .complete, left > 0 else { return stop }
    wasSkipped = true
    do throws(Diagnostic) {
      stop = try input.skip(left)
    } catch {
      throw .input(error)
    }
    return stop
  }
}
