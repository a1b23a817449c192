internal import CLibXML2

/// What holds for every use of libxml2 in the process.
enum XMLLibrary {
  /// Starts libxml2 and takes away its ways to files and the network, once.
  static let prepare: Void = {
    xmlInitParser()
    // Otherwise made by the first schema that is compiled, and made wrong where two threads compile one at once.
    xmlSchemaInitTypes()
    xmlSetExternalEntityLoader(load)
  }()

  /// Answers every wish of libxml2 to open something: a document that the running call is allowed to see, else nothing.
  ///
  /// A parser that has an input already is inside a document and wants an entity or a DTD: never.
  private static let load: xmlExternalEntityLoader = { address, _, parser in
    guard let address, let parser, parser.pointee.input == nil, let log = XMLLog.current else { return nil }
    let name = String(cString: address)
    guard let bytes = log.resolve(name), bytes.count <= Int(Int32.max) else {
      log.add("xsd-schema-missing", "the schema refers to \(name), which is not at hand")
      return nil
    }
    guard !hasDoctype(bytes) else {
      log.add("xml-doctype", "a document type declaration is refused", file: name)
      return nil
    }
    return bytes.withUnsafeBytes { isnad_new_memory_input(parser, $0.baseAddress, Int32($0.count), address) }
  }

  /// Whether a document has a document type declaration before its root element. Bytes that cannot be parsed have none;
  /// whoever reads them next says what is wrong.
  static func hasDoctype(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let reader = xmlReaderForMemory(start, Int32(buffer.count), nil, nil, options) else { return false }
      defer { xmlFreeTextReader(reader) }
      while xmlTextReaderRead(reader) == 1 {
        switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_DOCUMENT_TYPE.rawValue: return true
        case XML_READER_TYPE_ELEMENT.rawValue: return false
        default: continue
        }
      }
      return false
    }
  }
}
