internal import EventModel
internal import Schemas
internal import Validators
internal import XML

extension Bench {
  /// Tags that are read stand inside each other; what the reader refuses, the validator finds fault with.
  func checkXML(_ bytes: [UInt8]) throws(Breach) {
    var open: [XMLName] = []
    var fault: Diagnostic?
    do throws(Diagnostic) {
      var reader = XMLPullReader(bytes, file: "input.xml")
      while let node = try reader.next() {
        switch node {
        case .start(let tag): open.append(tag.name)
        case .end(let name):
          if open.popLast() != name { fault = Diagnostic("order", "\(name)", file: nil) }
        case .text: if open.isEmpty { fault = Diagnostic("order", "text", file: nil) }
        }
      }
      if !open.isEmpty { fault = Diagnostic("order", "\(open)", file: nil) }
      if let fault { throw fault }
    } catch {
      try hold(error.id != "order", "tags stand inside each other", error.reason)
      fault = error
    }
    guard let schema = try? XMLSchema(named: "dataset.xsd", among: EmbeddedSchemas.files) else {
      throw Breach("the bundled schema can be compiled")
    }
    let faults = schema.validate(bytes, file: "input.xml")
    if let fault { try hold(!faults.isEmpty, "what cannot be read is not valid", fault.description) }
  }

  /// A schema is compiled or refused, without a file or a network.
  func checkXMLSchema(_ bytes: [UInt8]) throws(Breach) {
    do throws(XMLSchema.Failure) {
      let schema = try XMLSchema(named: "input.xsd", among: [(name: "input.xsd", contents: bytes)])
      _ = schema.validate(Array("<a xmlns='urn:a'><b c='1'>x</b></a>".utf8), file: "input.xml")
    } catch {
      try hold(!error.diagnostics.isEmpty, "a schema that is refused has a fault")
    }
  }

  /// The pattern in the first line is tried on the others.
  func checkPattern(_ bytes: [UInt8]) throws(Breach) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(6)
    let text = String(decoding: lines.first ?? [], as: UTF8.self)
    guard let part = try? Pattern(text), let whole = try? Pattern(text, whole: true) else { return }
    for line in lines.dropFirst() {
      let subject = String(decoding: line, as: UTF8.self)
      if whole.matches(subject) { try hold(part.matches(subject), "what matches wholly matches in part", text) }
    }
  }
}
