internal import EventModel
internal import JSON
internal import Validators

/// The differences as one JSON document: `{"changes": […], "summary": {…}}`, with a line a record.
struct JSONComparisonReport: ComparisonReport {
  private var hasRecords = false

  mutating func begin() -> [UInt8] {
    Array(#"{"changes":["#.utf8)
  }

  mutating func show(_ record: ChangedRecord) -> [UInt8] {
    var json = JSONWriter(appendingTo: Array((hasRecords ? ",\n" : "\n").utf8))
    hasRecords = true
    json.beginObject()
    json.key("record")
    json.string(record.kind.singular)
    json.key("change")
    json.string(record.change.rawValue)
    json.key("old_id")
    Self.append(ChangedRecord.id(record.old).map { .string($0) }, to: &json)
    json.key("id")
    Self.append(ChangedRecord.id(record.new).map { .string($0) }, to: &json)
    json.key("title")
    json.string(record.title)
    json.key("fields")
    json.beginArray()
    for change in record.fields {
      json.beginObject()
      json.key("field")
      json.string(change.field)
      json.key("old")
      Self.append(change.old, to: &json)
      json.key("new")
      Self.append(change.new, to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  mutating func end(_ summary: ComparisonSummary) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (name, figures) in summary.list {
      json.key(name)
      json.beginObject()
      for (member, number) in [
        ("old", figures.old), ("new", figures.new), ("added", figures.added), ("gone", figures.gone),
        ("changed", figures.changed), ("new_id", figures.renamed),
      ] {
        json.key(member)
        json.integer(number)
      }
      json.endObject()
    }
    json.endObject()
    return Array((hasRecords ? "\n]" : "]").utf8) + Array(#","summary":"#.utf8) + json.bytes + Array("}\n".utf8)
  }

  private static func append(_ value: JSONValue?, to json: inout JSONWriter) {
    if let value { json.value(value) } else { json.null() }
  }
}
