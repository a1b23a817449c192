internal import EventModel
internal import JSON

/// What a record says of itself.
struct RecordFields {
  /// The document text in UTF-8, valid.
  var text: [UInt8]
  /// The record's own id.
  var id: String?
  /// The outlet.
  var outlet: String?
  /// The address that it was published at.
  var url: String?
  /// The publication date.
  var published: EDTFDate?

  /// Makes the fields of a record that is nothing but text, valid UTF-8, and perhaps tells its address.
  init(text: [UInt8], url: String? = nil) {
    self.text = text
    self.url = url
  }

  /// Reads a JSON record: an object with `text` and, where known, `id`, `published` (EDTF), `outlet` and `url`, all
  /// strings; null or an empty string is as good as leaving a field out, and fields of other names are passed over.
  ///
  /// - Throws: The parser's faults, `record-not-object`, `record-lacks-text`, `record-field-type`, `record-published`,
  ///   `binary-content` and `mojibake`.
  init(json bytes: [UInt8], _ check: TextCheck, _ letters: LetterModel) throws(Diagnostic) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(bytes)
    } catch {
      // The parser stops at bytes that are not UTF-8; the check names the first of them.
      try check.checkEncoding()
      throw error.diagnostic(file: check.record.path, record: check.record.record)
    }
    guard case .object = value else { throw check.fault("record-not-object", "the record is no JSON object") }
    func field(_ name: String) throws(Diagnostic) -> String? {
      guard let member = value[name], !member.isNull else { return nil }
      guard let text = member.string else {
        throw check.fault("record-field-type", "the field “\(name)” is no string")
      }
      return text.utf8.isEmpty ? nil : text
    }
    guard value["text"] != nil else { throw check.fault("record-lacks-text", "the record has no field “text”") }
    text = Array((try field("text") ?? "").utf8)
    try check.checkText(text, letters)
    id = try field("id")
    outlet = try field("outlet")
    url = try field("url")
    guard let date = try field("published") else { return }
    published = EDTFDate(date)
    guard published != nil else {
      throw check.fault("record-published", "“\(date)” is no EDTF date that can be read")
    }
  }
}
