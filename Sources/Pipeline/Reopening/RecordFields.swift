internal import EventModel
internal import JSON
internal import Validators

/// The fields of a record as an export has it, read back.
///
/// Formats that know texts only may write numbers and truth values as such, and leave out what is null.
struct RecordFields {
  private let value: JSONValue
  /// What the record is called in messages.
  private let title: String

  init(_ value: JSONValue, title: String) {
    self.value = value
    self.title = title
  }

  /// A text, or nil.
  func text(_ name: String) -> String? {
    value[name].flatMap { $0.isNull ? nil : $0.plainText }
  }

  /// A text that must be there.
  func require(_ name: String) throws(Diagnostic) -> String {
    guard let text = text(name) else { throw fault(name) }
    return text
  }

  /// A value that must be there, made of a text.
  func require<Value>(_ name: String, _ make: (String) -> Value?) throws(Diagnostic) -> Value {
    guard let value = make(try require(name)) else { throw fault(name) }
    return value
  }

  /// A value that may be null, made of a text.
  func optional<Value>(_ name: String, _ make: (String) -> Value?) throws(Diagnostic) -> Value? {
    guard let text = text(name) else { return nil }
    guard let value = make(text) else { throw fault(name) }
    return value
  }

  /// A truth value.
  func isTrue(_ name: String) -> Bool {
    text(name) == "true"
  }

  /// A list of texts.
  func texts(_ name: String) -> [String] {
    (value[name]?.array ?? []).map(\.plainText)
  }

  /// A list of values, each made of a text.
  func values<Value>(_ name: String, _ make: (String) -> Value?) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for text in texts(name) {
      guard let value = make(text) else { throw fault(name) }
      values.append(value)
    }
    return values
  }

  /// An object; nil where it is null.
  func fields(_ name: String) -> RecordFields? {
    guard let member = value[name], case .object = member else { return nil }
    return RecordFields(member, title: title)
  }

  /// An object that must be there.
  func require(object name: String) throws(Diagnostic) -> RecordFields {
    guard let fields = fields(name) else { throw fault(name) }
    return fields
  }

  /// A list of objects, each made into a value.
  func list<Value>(
    _ name: String, _ make: (RecordFields) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for element in value[name]?.array ?? [] { values.append(try make(RecordFields(element, title: title))) }
    return values
  }

  /// The stretch that `start` and `end` tell of, in code points.
  func range() throws(Diagnostic) -> Range<Int> {
    let (start, end) = (try require("start") { Int($0) }, try require("end") { Int($0) })
    guard start <= end else { throw fault("end") }
    return start..<end
  }

  /// What is wrong with a field that is not what it should be.
  func fault(_ name: String) -> Diagnostic {
    Diagnostic("record-form", "\(title) has no “\(name)” that the event model knows: is the export whole?")
  }
}
