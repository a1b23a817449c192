internal import EventModel
internal import Exporters
internal import JSON
internal import Validators

extension Bench {
  /// What is read and written again is the same, and then the same bytes for ever.
  func checkJSON(_ bytes: [UInt8]) throws(Breach) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(bytes)
    } catch {
      try hold((0...bytes.count).contains(error.offset), "a fault lies in the text", "\(error)")
      return
    }
    let written = Self.write(value)
    let again = try Self.parse(written)
    if Self.isFinite(value) {
      try hold(Self.isKept(value, again), "a value that is written and read is the same")
    }
    try hold(Self.write(again) == written, "a value that is written twice has the same bytes")
    _ = value.hashValue
  }

  private static func write(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(value)
    return writer.bytes
  }

  private static func parse(_ bytes: [UInt8]) throws(Breach) -> JSONValue {
    do throws(JSONError) {
      return try JSONParser.parse(bytes)
    } catch {
      throw Breach("what is written can be read", error.diagnostic(file: nil).description)
    }
  }

  /// Whether no number is too large for a double, which is written as null.
  private static func isFinite(_ value: JSONValue) -> Bool {
    switch value {
    case .number(let number): number.double.isFinite
    case .array(let elements): elements.allSatisfy(isFinite)
    case .object(let members): members.allSatisfy { isFinite($0.value) }
    case .null, .bool, .string: true
    }
  }

  /// Whether a value came through unchanged; numbers as doubles, which RFC 8785 writes.
  private static func isKept(_ value: JSONValue, _ other: JSONValue) -> Bool {
    switch (value, other) {
    case (.number(let left), .number(let right)): left.double == right.double
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { isKept($0, $1) }
    case (.object(let left), .object(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy { $0.key.utf8.elementsEqual($1.key.utf8) && isKept($0.value, $1.value) }
    default: value == other
    }
  }

  /// The schema in the first line judges the values in the others, with and without reasons, alike.
  func checkJSONSchema(_ bytes: [UInt8]) throws(Breach) {
    let lines = bytes.split(separator: 0x0A).prefix(8)
    guard let first = lines.first, let document = try? JSONParser.parse(first),
      let schema = try? JSONSchema(document, assertsFormats: true)
    else { return }
    for line in lines.dropFirst() {
      guard let value = try? JSONParser.parse(line) else { continue }
      try hold(schema.isValid(value) == schema.faults(in: value).isEmpty, "what is invalid has a fault")
    }
  }

  /// A description gives a format whose files stand apart in its folder; messages are lines that a terminal can show.
  func checkPrograms(_ bytes: [UInt8]) throws(Breach) {
    for message in ProgramMessage.diagnostics(bytes, program: "isnad-export-fuzz") {
      try hold(message.severity != .error, "what a program says is no error")
      try hold(
        ProgramMessage.printable(message.reason).utf8.elementsEqual(message.reason.utf8), "a message is printable",
        message.reason)
    }
    guard let description = try? ProgramDescription(bytes, program: "isnad-export-fuzz") else { return }
    let format = description.format(named: "fuzz")
    try hold(Set(format.files.map(\.name)).count == format.files.count, "resources have names of their own")
    let paths = Set(format.files.map { $0.path.lowercased() })
    try hold(paths.count == format.files.count, "files have paths of their own")
    for file in format.files {
      try hold(
        file.path.hasPrefix("data/fuzz/") && !file.path.utf8.contains(0)
          && !file.path.split(separator: "/", omittingEmptySubsequences: false).contains { $0.isEmpty || $0 == ".." },
        "files lie in the format's folder", file.path)
    }
  }
}
