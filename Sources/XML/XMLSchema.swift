internal import CLibXML2
package import EventModel

/// A compiled W3C XML Schema 1.0, the owner of libxml2's.
package struct XMLSchema: ~Copyable {
  let schema: xmlSchemaPtr
  /// The parsed main document, which the compiled schema refers to.
  private let document: xmlDocPtr
  /// The identity constraints that libxml2 was not given, because they are checked beside it.
  let identities: IdentityTree?

  /// Why a schema cannot be used.
  package struct Failure: Error {
    /// The faults, at least one.
    package let diagnostics: [Diagnostic]
  }

  /// The scheme of addresses under which bundled schemas find each other; nothing on a disk has it.
  private static let scheme = "bundled:///"

  /// Compiles one of a set of schemas that refer to each other by name (`schemaLocation="other.xsd"`), or by an address
  /// that is a name of the set. Neither disk nor network is touched.
  ///
  /// - Throws: The faults of the schemas, among them a reference out of the set.
  package init(named name: String, among files: [(name: String, contents: [UInt8])]) throws(Failure) {
    let find = { (address: String) -> [UInt8]? in
      let name = address.hasPrefix(Self.scheme) ? String(address.dropFirst(Self.scheme.count)) : address
      return files.first { $0.name == name }?.contents
    }
    guard let contents = find(name) else {
      throw Failure(diagnostics: [Diagnostic("xsd-schema-missing", "there is no such schema", file: name)])
    }
    try self.init(contents, address: Self.scheme + name, file: name, resolve: find)
  }

  /// Compiles a schema on disk; it may refer to other files on disk, never to the network.
  ///
  /// - Throws: The faults of the schemas, or that a file cannot be read.
  package init(path: String) throws(Failure) {
    let contents: [UInt8]
    do throws(Diagnostic) {
      contents = try XMLFile.contents(of: path)
    } catch {
      throw Failure(diagnostics: [error])
    }
    try self.init(contents, address: path, file: path) { address in
      let path = address.hasPrefix("file://") ? String(address.dropFirst("file://".count)) : address
      return try? XMLFile.contents(of: path)
    }
  }

  private init(
    _ contents: [UInt8], address: String, file: String, resolve: @escaping (String) -> [UInt8]?
  ) throws(Failure) {
    let log = XMLLog(file: file, limit: 100, resolve: resolve)
    let compiled = log.collect { Self.compile(contents, address, log) }
    guard let compiled else { throw Failure(diagnostics: log.diagnostics) }
    guard log.errors == 0 else {
      xmlSchemaFree(compiled.schema)
      xmlFreeDoc(compiled.document)
      throw Failure(diagnostics: log.diagnostics)
    }
    schema = compiled.schema
    document = compiled.document
    identities = compiled.identities
  }

  private static func compile(
    _ contents: [UInt8], _ address: String, _ log: XMLLog
  ) -> (schema: xmlSchemaPtr, document: xmlDocPtr, identities: IdentityTree?)? {
    guard contents.count <= Int(Int32.max) else {
      log.add("xsd-schema", "the schema is larger than 2 GiB")
      return nil
    }
    let document = contents.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return xmlReadMemory(start, Int32(bytes.count), address, nil, Int32(XML_PARSE_NONET.rawValue))
    }
    guard let document else {
      if log.errors == 0 { log.add("xml-malformed", "the schema is empty") }
      return nil
    }
    if document.pointee.intSubset != nil {
      log.add("xml-doctype", "a document type declaration is refused")
    } else {
      let identities = IdentityReader.take(from: document)
      if let parser = xmlSchemaNewDocParserCtxt(document) {
        defer { xmlSchemaFreeParserCtxt(parser) }
        if let schema = xmlSchemaParse(parser) { return (schema, document, identities) }
      }
      if log.errors == 0 { log.add("xsd-schema", "the schema cannot be compiled") }
    }
    xmlFreeDoc(document)
    return nil
  }

  deinit {
    xmlSchemaFree(schema)
    xmlFreeDoc(document)
  }
}
