internal import CLibXML2
internal import EventModel

/// What libxml2 reports during one call, as diagnostics.
///
/// libxml2 hands errors to a function with a context pointer, per thread; a log is that context for the length of a
/// call, which must not suspend.
final class XMLLog {
  private(set) var diagnostics: [Diagnostic] = []
  /// The number of errors, kept or not.
  private(set) var errors = 0
  /// The number of errors that were not kept.
  private(set) var omitted = 0
  /// Whether reading was ended before the document was.
  var isCutShort = false
  /// The parser of the running call, which knows the column.
  var parser: xmlParserCtxtPtr?
  /// Finds the bytes of a schema that another one includes or imports, by its address.
  let resolve: (String) -> [UInt8]?
  private let file: String
  private let limit: Int

  /// Makes an empty log that names `file` and keeps the first `limit` diagnostics.
  init(file: String, limit: Int, resolve: @escaping (String) -> [UInt8]? = { _ in nil }) {
    self.file = file
    self.limit = limit
    self.resolve = resolve
  }

  /// Runs calls of libxml2 on this thread with their reports going here.
  func collect<Result: ~Copyable>(_ body: () -> Result) -> Result {
    XMLLibrary.prepare
    let function = isnad_structured_error_function()
    let context = isnad_structured_error_context()
    xmlSetStructuredErrorFunc(Unmanaged.passUnretained(self).toOpaque(), Self.report)
    defer {
      xmlSetStructuredErrorFunc(context, function)
      parser = nil
    }
    return withExtendedLifetime(self) { body() }
  }

  /// The log that the running call on this thread reports to.
  static var current: XMLLog? {
    guard let context = isnad_structured_error_context(),
      let function = isnad_structured_error_function(),
      unsafeBitCast(function, to: Int.self) == unsafeBitCast(report, to: Int.self)
    else { return nil }
    return Unmanaged<XMLLog>.fromOpaque(context).takeUnretainedValue()
  }

  /// The function that libxml2 calls.
  static let report: xmlStructuredErrorFunc = { context, error in
    guard let context, let error else { return }
    Unmanaged<XMLLog>.fromOpaque(context).takeUnretainedValue().add(error.pointee)
  }

  /// Adds a fault that we found ourselves.
  func add(_ id: String, _ reason: String, file: String? = nil, line: Int? = nil, column: Int? = nil) {
    errors += 1
    guard diagnostics.count < limit else {
      omitted += 1
      return
    }
    diagnostics.append(Diagnostic(id, reason, file: file ?? self.file, line: line, column: column))
  }

  private func add(_ error: xmlError) {
    let isWarning = error.level == XML_ERR_WARNING
    if !isWarning { errors += 1 }
    guard diagnostics.count < limit else {
      omitted += isWarning ? 0 : 1
      return
    }
    let line = Int(error.line)
    var column: Int?
    if let input = parser?.pointee.input, Int(input.pointee.line) == line {
      column = Int(input.pointee.col)
    } else if error.domain == Int32(XML_FROM_PARSER.rawValue) || error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
      column = Int(error.int2)
    }
    diagnostics.append(
      Diagnostic(
        XMLErrorID.name(domain: error.domain, code: error.code), Self.sentence(error.message),
        severity: isWarning ? .warning : .error, file: file, line: line > 0 ? line : nil,
        column: column.flatMap { $0 > 0 ? $0 : nil }))
  }

  /// A message of libxml2 without its line feed and full stop.
  private static func sentence(_ message: UnsafePointer<CChar>?) -> String {
    guard let message else { return "the XML is not right" }
    var bytes = Array(String(cString: message).utf8)
    while let last = bytes.last, [0x0A, 0x20, UInt8(ascii: ".")].contains(last) { bytes.removeLast() }
    for index in bytes.indices where bytes[index] == 0x0A { bytes[index] = 0x20 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
