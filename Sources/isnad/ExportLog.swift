internal import ArgumentParser
internal import EventModel
internal import Pipeline

/// What an export says on standard error while it runs and at its end.
///
/// On a terminal, one line is drawn again and again that tells how far the export has come.
final class ExportLog {
  /// For whom messages are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json

    /// Tells of a fault, warning or note.
    func say(_ fault: Diagnostic) {
      switch self {
      case .text: Console.say(fault)
      case .json: Console.say(bytes: JSONMessages.line(fault))
      }
    }
  }

  private let format: Format
  private let isQuiet: Bool
  /// How many bytes there are to read, where that is known.
  private let total: Int?
  private let style = TerminalStyle(of: Console.errors)
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var next: ContinuousClock.Instant
  private var isDrawn = false

  /// Makes a log.
  ///
  /// - Parameter inputs: What will be read.
  init(_ format: Format, isQuiet: Bool, inputs: [String]) {
    self.format = format
    self.isQuiet = isQuiet
    total = format == .text && !isQuiet && style.isTerminal ? InputSize.bytes(at: inputs) : nil
    start = clock.now
    next = start + .milliseconds(500)
  }

  /// Tells of a fault, warning or note.
  func say(_ fault: Diagnostic) {
    clear()
    format.say(fault)
  }

  /// Tells how far the reading has come, as often as somebody can look.
  func say(_ progress: ExtractionProgress) {
    guard !isQuiet, format == .json || style.isTerminal, clock.now >= next else { return }
    switch format {
    case .text:
      next = clock.now + .milliseconds(200)
      Console.say(bytes: Array(("\r" + line(progress) + "\u{1B}[K").utf8))
      isDrawn = true
    case .json:
      next = clock.now + .seconds(1)
      Console.say(bytes: JSONMessages.line(progress))
    }
  }

  /// Tells what the export came to.
  func say(_ report: ExportReport) {
    clear()
    guard !isQuiet else { return }
    switch format {
    case .text: Console.say(report.rows)
    case .json: Console.say(bytes: JSONMessages.line(report))
    }
  }

  /// Takes the line of the progress away.
  func clear() {
    if isDrawn { Console.say(bytes: Array("\r\u{1B}[K".utf8)) }
    isDrawn = false
  }

  private func line(_ progress: ExtractionProgress) -> String {
    let seconds = (clock.now - start) / .seconds(1)
    let rate = Int(Double(progress.bytes) / seconds / 10_000)
    let cents = rate % 100
    var parts = [
      counted(progress.documents, "document"), "\(rate / 100).\(cents < 10 ? "0" : "")\(cents) MB/s",
      counted(progress.events, "event"),
    ]
    if progress.faults > 0 { parts.append(style(.error, counted(progress.faults, "fault"))) }
    if let total, total > 0, progress.bytes > 0 {
      let share = min(1, Double(progress.bytes) / Double(total))
      parts.append("\(Int(share * 100)) %")
      parts.append("\(Int((seconds / share - seconds).rounded(.up))) s left")
    }
    return parts.joined(separator: ", ")
  }
}
