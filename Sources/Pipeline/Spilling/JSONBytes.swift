internal import EventModel
internal import JSON

/// JSON that the program wrote for itself.
enum JSONBytes {
  /// The value that bytes tell of.
  ///
  /// - Throws: A diagnostic where somebody else changed them.
  static func value(_ bytes: [UInt8]) throws(Diagnostic) -> JSONValue {
    do {
      return try JSONParser.parse(bytes)
    } catch {
      throw error.diagnostic(file: nil, record: nil)
    }
  }
}
