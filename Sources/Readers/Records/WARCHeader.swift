internal import EventModel

/// What the header of a record of a web archive says.
struct WARCHeader {
  /// Its fields.
  let fields: HeaderFields
  /// The record's type, such as `response`.
  let type: String
  /// The size of its block in bytes.
  let length: Int

  /// What is wrong with a header.
  enum Fault: Error {
    case length(String)
    case malformed(String)
  }

  /// Reads the fields.
  init(_ fields: HeaderFields) throws(Fault) {
    self.fields = fields
    guard !fields.hasBadLine else { throw .malformed("a line of the record's header is no field") }
    guard let type = fields["warc-type"] else { throw .malformed("the record's header has no WARC-Type") }
    self.type = ASCII.lowercased(type)
    guard let length = fields["content-length"] else {
      throw .length("the record's header has no Content-Length")
    }
    guard let number = ASCII.number(length[...]) else {
      throw .length("the record's Content-Length is no number of bytes")
    }
    self.length = number
  }

  /// WARC-Target-URI, without the brackets that some programs put around it.
  var url: String? {
    fields["warc-target-uri"].map { String(decoding: Self.withoutBrackets($0), as: UTF8.self) }
  }

  /// WARC-Record-ID without brackets and `urn:uuid:`.
  var id: String? {
    guard let value = fields["warc-record-id"] else { return nil }
    let id = Self.withoutBrackets(value)
    let prefix = "urn:uuid:"
    let isUUID = ASCII.lowercased(id.prefix(prefix.utf8.count)) == prefix
    let text = String(decoding: isUUID ? id.dropFirst(prefix.utf8.count) : id, as: UTF8.self)
    return text.isEmpty ? nil : text
  }

  /// The day of WARC-Date, which is in UTC.
  var date: CivilDay? {
    guard let value = fields["warc-date"], value.count >= 10 else { return nil }
    return CivilDay(iso: String(decoding: value[..<10], as: UTF8.self))
  }

  /// Whether the record is one of several that a long one was cut into.
  var isSegment: Bool { fields["warc-segment-number"] != nil }

  private static func withoutBrackets(_ value: [UInt8]) -> ArraySlice<UInt8> {
    let isBracketed = value.count >= 2 && value.first == UInt8(ascii: "<") && value.last == UInt8(ascii: ">")
    return isBracketed ? value[1..<value.count - 1] : value[...]
  }
}
