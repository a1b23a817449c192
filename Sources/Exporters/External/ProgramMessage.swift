package import EventModel
internal import JSON

/// What a program says on standard error: JSON Lines, or anything else, which is taken for a warning.
///
/// ```json
/// {"level": "note", "event_id": "evt-00000000000000ff", "message": "the place has no coordinates"}
/// ```
package enum ProgramMessage {
  /// How many messages of one run are handed on.
  package static let limit = 20
  /// How many bytes of a message are.
  static let lengthLimit = 500

  /// Turns standard error into diagnostics: warnings and notes, never errors, which only exit codes are.
  ///
  /// - Parameters:
  ///   - bytes: What was said, perhaps cut.
  ///   - program: The name of the program.
  /// - Returns: At most ``limit`` messages, and a note that tells how many more there were.
  package static func diagnostics(_ bytes: [UInt8], program: String) -> [Diagnostic] {
    let lines = bytes.split(separator: 0x0A).filter { line in line.contains { $0 > 0x20 } }
    var messages = lines.prefix(limit).map { message(Array($0), program: program) }
    if lines.count > limit {
      messages.append(
        Diagnostic("program-message", "\(lines.count - limit) more messages", severity: .note, file: program))
    }
    return messages
  }

  private static func message(_ line: [UInt8], program: String) -> Diagnostic {
    func diagnostic(_ text: String, _ severity: Diagnostic.Severity) -> Diagnostic {
      Diagnostic("program-message", printable(text), severity: severity, file: program)
    }
    let parsed = Result { () throws(JSONError) in try JSONParser.parse(line, depthLimit: 16) }
    guard case .success(let value) = parsed, let text = value["message"]?.string else {
      return diagnostic(String(decoding: line, as: UTF8.self), .warning)
    }
    let event = value["event_id"]?.string.map { $0 + ": " } ?? ""
    return diagnostic(event + text, value["level"]?.string == "note" ? .note : .warning)
  }

  /// A text on one line, without anything that steers a terminal or turns the direction of other text, and not too long.
  package static func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        result.unicodeScalars.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
      if result.utf8.count > lengthLimit { return result + "…" }
    }
    return result
  }
}
