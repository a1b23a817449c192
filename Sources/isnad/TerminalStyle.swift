internal import Pipeline
internal import CLibrary

/// How text stands out on a terminal; anywhere else it stays as it is.
struct TerminalStyle {
  /// What text is marked as.
  enum Mark: String {
    case strong = "1"
    case faint = "2"
    case error = "1;31"
    case warning = "1;33"
    case matched = "1;36"
  }

  /// Whether the stream is a terminal that can draw a line again.
  let isTerminal: Bool
  /// Whether text stands out.
  let isOn: Bool

  /// The style of a stream: plain where it is no terminal, or a dumb one, or where NO_COLOR asks for it
  /// (https://no-color.org).
  init(of descriptor: Int32) {
    isTerminal = isatty(descriptor) == 1 && ProcessEnvironment["TERM"] != "dumb"
    isOn = isTerminal && ProcessEnvironment["NO_COLOR"] == nil
  }

  /// The text, marked.
  func callAsFunction(_ mark: Mark, _ text: String) -> String {
    isOn ? "\u{1B}[\(mark.rawValue)m\(text)\u{1B}[0m" : text
  }
}
