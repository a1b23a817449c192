internal import EventModel

extension Article {
  /// Reads an article back from an export.
  ///
  /// - Throws: `record-form` where a field is not one of the event model.
  init(_ fields: RecordFields) throws(Diagnostic) {
    let published = try fields.require(object: "published")
    self.init(
      id: try fields.require("id") { RecordID($0) }, document: try DocumentInfo(try fields.require(object: "document")),
      segment: try fields.require("segment") { Int($0) }, range: try fields.range(),
      language: try fields.require("language"), headline: fields.text("headline"), deck: fields.text("deck"),
      byline: fields.text("byline"), outlet: fields.text("outlet"), url: fields.text("url"),
      published: Publication(
        date: try published.optional("edtf") { EDTFDate($0) },
        basis: try published.require("basis") { Publication.Basis(rawValue: $0) },
        evidence: try published.list("evidence") { fields throws(Diagnostic) in try Evidence(fields) }),
      paragraphs: try fields.require("paragraphs") { Int($0) }, sentences: try fields.require("sentences") { Int($0) },
      words: try fields.require("words") { Int($0) }, copyOf: try fields.optional("copy_of") { RecordID($0) },
      alsoIn: try fields.list("also_in") { fields throws(Diagnostic) in
        Recurrence(document: try DocumentInfo(fields), segment: try fields.require("segment") { Int($0) })
      },
      text: fields.text("text"),
      removed: try fields.list("removed") { fields throws(Diagnostic) in
        Removal(range: try fields.range(), reason: try fields.require("reason") { Removal.Reason(rawValue: $0) })
      })
  }
}

extension DocumentInfo {
  init(_ fields: RecordFields) throws(Diagnostic) {
    self.init(
      id: try fields.require("id"), path: try fields.require("path"),
      record: try fields.optional("record") { Int($0) }, sha256: try fields.require("sha256"),
      bytes: try fields.require("bytes") { Int($0) }, encoding: try fields.require("encoding"),
      encodingBasis: try fields.require("encoding_basis") { EncodingBasis(rawValue: $0) },
      mediaType: try fields.require("media_type"))
  }
}
