package import EventModel
internal import JSON
internal import XML

/// The records of an XML data set, in the shape of JSON Lines.
///
/// Attributes and elements become members of their names; an element that holds nothing but text becomes a string; the
/// elements that hold lists become arrays.
package struct XMLRecords: DatasetRecordSource, ~Copyable {
  private var reader: XMLPullReader
  private var kind: DatasetRecord.Kind?

  /// The path of the document below an export's folder.
  package static let path = "data/xml/dataset.xml"

  /// The elements that hold lists. In a claim, `evidence` is a single quotation: it has attributes.
  private static let lists: Set<String> = [
    "aliases", "also_in", "chain", "claims", "evidence", "participants", "removed", "surface", "topics",
  ]

  /// Opens the document of an export's folder.
  package init(folder: String) throws(Diagnostic) {
    reader = try XMLPullReader(path: folder + "/" + Self.path, file: Self.path)
  }

  /// The file that the records come from.
  package var file: String {
    Self.path
  }

  /// The next record; nil at the end.
  package mutating func next() throws(Diagnostic) -> DatasetRecord? {
    while let node = try reader.next() {
      guard case .start(let tag) = node else { continue }
      if let kind, tag.name.local == kind.singular {
        let line = reader.line
        return DatasetRecord(kind: kind, value: try value(of: tag), line: line)
      }
      if let next = DatasetRecord.Kind(rawValue: tag.name.local) {
        kind = next
      } else if tag.name.local != "dataset" {
        throw Diagnostic(
          "parity-element", "the element \(tag.name.local) is not expected", file: file, line: reader.line)
      }
    }
    return nil
  }

  /// Reads the rest of an element.
  private mutating func value(of tag: XMLTag) throws(Diagnostic) -> JSONValue {
    var members: [JSONMember] = []
    for attribute in tag.attributes where attribute.name.namespace == nil {
      members.append(JSONMember(key: attribute.name.local, value: .string(attribute.value)))
    }
    let isList = members.isEmpty && Self.lists.contains(tag.name.local)
    var elements: [JSONValue] = []
    var text = ""
    while let node = try reader.next() {
      switch node {
      case .start(let inner):
        let value = try value(of: inner)
        if isList {
          elements.append(value)
        } else {
          members.append(JSONMember(key: inner.name.local, value: value))
        }
      case .text(let piece): text += piece
      case .end:
        if isList { return .array(elements) }
        return members.isEmpty ? .string(text) : .object(members)
      }
    }
    throw Diagnostic("xml-malformed", "the element \(tag.name.local) has no end", file: file, line: reader.line)
  }
}
