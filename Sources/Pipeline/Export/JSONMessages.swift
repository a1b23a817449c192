package import EventModel
internal import JSON

/// What an export says, for machines: one JSON object a line.
package enum JSONMessages {
  /// A fault, warning or note, with the facts that it has.
  package static func line(_ fault: Diagnostic) -> [UInt8] {
    let numbers = [
      ("line", fault.line), ("column", fault.column), ("record", fault.record), ("byte", fault.byte),
    ]
    let texts = [("file", fault.file), ("key", fault.key), ("rule", fault.rule)]
    return object { json in
      for (name, text) in [("severity", fault.severity.rawValue), ("id", fault.id), ("reason", fault.reason)] {
        json.key(name)
        json.string(text)
      }
      for case (let name, let text?) in texts {
        json.key(name)
        json.string(text)
      }
      for case (let name, let number?) in numbers {
        json.key(name)
        json.integer(number)
      }
    }
  }

  /// How far the reading has come.
  package static func line(_ progress: ExtractionProgress) -> [UInt8] {
    line(
      "progress",
      [
        ("documents", progress.documents), ("bytes", progress.bytes), ("events", progress.events),
        ("faults", progress.faults),
      ])
  }

  /// What an export came to.
  package static func line(_ report: ExportReport) -> [UInt8] {
    line(
      "summary",
      [
        ("articles", report.articles), ("events", report.events), ("contested", report.contested),
        ("undated", report.undated), ("claims", report.claims), ("rejected_triggers", report.rejected),
        ("faults", report.faults), ("files", report.files),
      ])
  }

  private static func line(_ name: String, _ figures: [(name: String, value: Int)]) -> [UInt8] {
    object { json in
      json.key(name)
      json.beginObject()
      for figure in figures {
        json.key(figure.name)
        json.integer(figure.value)
      }
      json.endObject()
    }
  }

  private static func object(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    write(&json)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
