internal import CLibXML2
package import EventModel
internal import CLibrary

/// A reader that steps through a document when asked: no tree, no entities, no document type declaration, no network.
///
///     var reader = XMLPullReader(Array("<a x='1'>b</a>".utf8), file: "a.xml")
///     while let node = try reader.next() { print(node) }
package struct XMLPullReader: ~Copyable {
  private let reader: xmlTextReaderPtr?
  private let descriptor: Int32?
  /// What the reader reads from, where it reads from memory.
  private let bytes: UnsafeMutableRawBufferPointer?
  private let file: String
  private let log: XMLLog
  /// The name of the empty element whose end is to be told next.
  private var pendingEnd: XMLName?

  private static let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue)

  /// Opens a file.
  ///
  /// - Throws: That it cannot be read.
  package init(path: String, file: String? = nil) throws(Diagnostic) {
    XMLLibrary.prepare
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw XMLFile.unreadable(file ?? path) }
    self.file = file ?? path
    log = XMLLog(file: self.file, limit: 1)
    descriptor = opened
    bytes = nil
    reader = xmlReaderForFd(opened, nil, nil, Self.options)
    report()
  }

  /// Reads a copy of bytes, at most 2 GiB.
  package init(_ contents: [UInt8], file: String) {
    XMLLibrary.prepare
    self.file = file
    log = XMLLog(file: file, limit: 1)
    descriptor = nil
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: contents.count, alignment: 1)
    copy.copyBytes(from: contents)
    bytes = copy
    let start = copy.baseAddress?.assumingMemoryBound(to: CChar.self)
    reader = Int32(exactly: copy.count).flatMap { xmlReaderForMemory(start, $0, nil, nil, Self.options) }
    report()
  }

  private func report() {
    guard let reader else { return }
    let context = Unmanaged.passUnretained(log).toOpaque()
    xmlTextReaderSetStructuredErrorHandler(reader, XMLLog.report, context)
  }

  deinit {
    if let reader { xmlFreeTextReader(reader) }
    if let descriptor { close(descriptor) }
    bytes?.deallocate()
  }

  /// The line that the reader is in, from 1.
  package var line: Int {
    reader.map { Int(xmlTextReaderGetParserLineNumber($0)) } ?? 1
  }

  /// The next start tag, text or end tag; nil at the end. Comments and processing instructions are passed over.
  ///
  /// - Throws: Where the document is not well-formed, or has a document type declaration.
  package mutating func next() throws(Diagnostic) -> XMLNode? {
    guard let reader else { throw Diagnostic("xml-unreadable", "no memory for a parser", file: file) }
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while true {
      let result = xmlTextReaderRead(reader)
      if let fault = log.diagnostics.first(where: { $0.severity == .error }) { throw fault }
      guard result >= 0 else { throw Diagnostic("xml-malformed", "not well-formed", file: file, line: line) }
      guard result == 1 else { return nil }
      switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        let name = Self.name(reader)
        if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
        return .start(XMLTag(name: name, attributes: Self.attributes(reader)))
      case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(Self.name(reader))
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue, XML_READER_TYPE_WHITESPACE.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
        return .text(Self.string(xmlTextReaderConstValue(reader)) ?? "")
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue:
        throw Diagnostic("xml-doctype", "a document type declaration is refused", file: file, line: line)
      case XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
        throw Diagnostic("xml-entity", "a reference to an entity is refused", file: file, line: line)
      default: continue
      }
    }
  }

  private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private static func name(_ reader: xmlTextReaderPtr) -> XMLName {
    XMLName(
      string(xmlTextReaderConstLocalName(reader)) ?? "", namespace: string(xmlTextReaderConstNamespaceUri(reader)))
  }

  private static func attributes(_ reader: xmlTextReaderPtr) -> [XMLAttribute] {
    var attributes: [XMLAttribute] = []
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      guard xmlTextReaderIsNamespaceDecl(reader) != 1 else { continue }
      attributes.append(
        XMLAttribute(name: name(reader), value: string(xmlTextReaderConstValue(reader)) ?? ""))
    }
    xmlTextReaderMoveToElement(reader)
    return attributes
  }
}
