internal import CLibXML2
package import EventModel
internal import CLibrary

extension XMLSchema {
  /// Validates a document in memory while it is parsed.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - file: The name that diagnostics give it.
  ///   - limit: How many diagnostics are kept.
  /// - Returns: The faults, none for a valid document. Lines are from 1; columns are from 1, in characters, and stand
  ///   where the parser was when the fault was seen, most often the end of a tag.
  package borrowing func validate(_ bytes: [UInt8], file: String, limit: Int = 100) -> [Diagnostic] {
    bytes.withUnsafeBytes { buffer in
      let source = MemorySource(buffer)
      defer { withExtendedLifetime(source) {} }
      return findings(file: file, limit: limit) {
        xmlParserInputBufferCreateIO(
          MemorySource.read, nil, Unmanaged.passUnretained(source).toOpaque(), XML_CHAR_ENCODING_NONE)
      }.diagnostics
    }
  }

  /// Validates a file of any size while it is read; memory grows with the schema's keys only.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - file: The name that diagnostics give it; the path where there is none.
  ///   - limit: How many diagnostics are kept.
  /// - Returns: The faults, none for a valid document.
  package borrowing func validate(path: String, file: String? = nil, limit: Int = 100) -> [Diagnostic] {
    findings(path: path, file: file, limit: limit).diagnostics
  }

  /// The same, and how many faults there are beyond the limit.
  package borrowing func findings(
    path: String, file: String? = nil, limit: Int = 100
  ) -> (diagnostics: [Diagnostic], omitted: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return ([XMLFile.unreadable(file ?? path)], 0) }
    // Reading ends, and closing happens, with the buffer.
    return findings(file: file ?? path, limit: limit) {
      let buffer = xmlParserInputBufferCreateFd(descriptor, XML_CHAR_ENCODING_NONE)
      if let buffer {
        // The descriptor is the context of the reading function; this closes it, which libxml2 leaves to its callers.
        buffer.pointee.closecallback = { context in close(Int32(truncatingIfNeeded: Int(bitPattern: context))) }
      } else {
        close(descriptor)
      }
      return buffer
    }
  }

  private borrowing func findings(
    file: String, limit: Int, _ makeInput: () -> xmlParserInputBufferPtr?
  ) -> (diagnostics: [Diagnostic], omitted: Int) {
    let log = XMLLog(file: file, limit: limit)
    let schema = self.schema
    let identities = self.identities
    return log.collect {
      guard let context = xmlSchemaNewValidCtxt(schema), let input = makeInput() else {
        return ([Diagnostic("xml-unreadable", "no memory for a parser", file: file)], 0)
      }
      defer { xmlSchemaFreeValidCtxt(context) }
      let run = ValidationRun(context: context, log: log, identities: identities.map { IdentityRun($0) })
      var handler = ValidationRun.handler
      let result = xmlSchemaValidateStream(
        context, input, XML_CHAR_ENCODING_NONE, &handler, Unmanaged.passUnretained(run).toOpaque())
      // Of what is not well-formed, or not read to its end, nobody knows what it refers to.
      if result >= 0, !log.isCutShort { run.identities?.finish(log) }
      if result != 0, log.errors == 0 { log.add("xsd-invalid", "the document is not valid") }
      return (log.diagnostics, log.omitted)
    }
  }
}

/// Bytes handed out piece by piece. (An input over static memory reads past its end where no zero byte follows.)
private final class MemorySource {
  private var rest: Slice<UnsafeRawBufferPointer>

  init(_ bytes: UnsafeRawBufferPointer) {
    rest = bytes[...]
  }

  static let read: xmlInputReadCallback = { context, target, capacity in
    guard let context, let target, capacity > 0 else { return 0 }
    let source = Unmanaged<MemorySource>.fromOpaque(context).takeUnretainedValue()
    let piece = source.rest.prefix(Int(capacity))
    UnsafeMutableRawBufferPointer(start: target, count: piece.count).copyBytes(from: piece)
    source.rest = source.rest.dropFirst(piece.count)
    return Int32(piece.count)
  }
}

/// What our SAX handler needs to know during one validation.
private final class ValidationRun {
  let context: xmlSchemaValidCtxtPtr
  let log: XMLLog
  var identities: IdentityRun?
  private var depth = 0

  /// How many elements may be open at once; libxml2's own limit is off, because it limits the length of texts too.
  private static let depthLimit = 256

  init(context: xmlSchemaValidCtxtPtr, log: XMLLog, identities: IdentityRun?) {
    self.context = context
    self.log = log
    self.identities = identities
  }

  /// A handler that sets the parser up and stops it at a document type declaration: an attribute default of an internal
  /// subset could make an invalid document valid.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startDocument = { context in ValidationRun.of(context)?.start() }
    handler.internalSubset = { context, _, _, _ in ValidationRun.of(context)?.refuseDoctype() }
    handler.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      ValidationRun.of(context)?.start(name, namespace, attributes, Int(count))
    }
    handler.endElementNs = { context, _, _, _ in ValidationRun.of(context)?.end() }
    return handler
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> ValidationRun? {
    context.map { Unmanaged<ValidationRun>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start() {
    guard let parser = xmlSchemaValidCtxtGetParserCtxt(context) else { return }
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue))
    log.parser = parser
  }

  private func refuseDoctype() {
    stop("xml-doctype", "a document type declaration is refused")
  }

  private func stop(_ id: String, _ reason: String) {
    guard let parser = log.parser else { return }
    let place = Self.place(parser)
    log.add(id, reason, line: place.line, column: place.column)
    log.isCutShort = true
    xmlStopParser(parser)
  }

  private static func place(_ parser: xmlParserCtxtPtr?) -> (line: Int, column: Int) {
    guard let input = parser?.pointee.input else { return (1, 1) }
    return (Int(input.pointee.line), Int(input.pointee.col))
  }

  private func start(
    _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) {
    depth += 1
    guard depth <= Self.depthLimit else {
      if !log.isCutShort { stop("xml-too-deep", "more than \(Self.depthLimit) elements are inside each other") }
      return
    }
    let parser = log.parser
    identities?.start(name, namespace, attributes, count, log) { Self.place(parser) }
  }

  private func end() {
    depth -= 1
    identities?.end()
  }
}
