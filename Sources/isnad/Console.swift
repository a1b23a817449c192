internal import ArgumentParser
internal import EventModel
internal import Pipeline
internal import CLibrary

/// Standard output and standard error: results go to the one, everything about them to the other.
enum Console {
  /// Prints bytes on standard output. Where they do not arrive, the program ends: results are all that it was asked for.
  static func output(_ bytes: [UInt8]) {
    guard !send(bytes, to: STDOUT_FILENO) else { return }
    let code = errno
    // A reader who has seen enough need not be told.
    if code != EPIPE {
      say(Diagnostic("system", "cannot write to standard output: " + String(cString: strerror(code))))
    }
    exit(ExitCode.badData.rawValue)
  }

  /// Prints a line on standard output, as ``output(_:)-([UInt8])`` does.
  static func output(_ line: String) {
    output(Array((line + "\n").utf8))
  }

  /// Prints a line on standard error.
  static func say(_ line: String) {
    send(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  /// The descriptor of standard error.
  static let errors = STDERR_FILENO

  /// Prints bytes on standard error.
  static func say(bytes: [UInt8]) {
    send(bytes, to: STDERR_FILENO)
  }

  /// Prints a fault, warning or note on standard error.
  static func say(_ fault: Diagnostic) {
    let mark: TerminalStyle.Mark =
      switch fault.severity {
      case .error: .error
      case .warning: .warning
      case .note: .faint
      }
    let style = TerminalStyle(of: STDERR_FILENO)
    say(fault.description { style(mark, $0) })
  }

  /// Prints an explanation on standard output: the words that decided are coloured on a terminal, else in brackets.
  static func output(_ explanation: Explanation) {
    let style = TerminalStyle(of: STDOUT_FILENO)
    let lines = explanation.lines { style.isOn ? style(.matched, $0) : "[" + $0 + "]" }
    for line in lines { output(line) }
  }

  /// Prints the summary of an export on standard error, as a table.
  static func say(_ rows: [ExportReport.Row]) {
    let style = TerminalStyle(of: STDERR_FILENO)
    let labels = rows.map(\.label.count).max() ?? 0
    let digits = rows.map { "\($0.count)".count }.max() ?? 0
    for row in rows {
      let count = "\(row.count)"
      let gap = String(repeating: " ", count: labels - row.label.count + 2 + digits - count.count)
      say(row.label + gap + style(.strong, count) + (row.remark.isEmpty ? "" : "  " + style(.faint, row.remark)))
    }
  }

  /// Runs a command's body; a fault that it throws is printed and becomes the exit code.
  ///
  /// - Parameters:
  ///   - code: The exit code of a fault.
  ///   - report: Prints the fault.
  static func run(
    orExit code: ExitCode, report: (Diagnostic) -> Void = { say($0) }, _ body: () async throws -> Void
  ) async throws {
    do {
      try await body()
    } catch let fault as Diagnostic {
      report(fault)
      throw code
    } catch let interruption as Interruption {
      say("interrupted: nothing was changed")
      throw ExitCode(interruption.exitCode)
    }
  }

  /// Runs the part of a command that needs nothing but tables and schemas; its faults have an exit code of their own.
  ///
  /// - Parameter code: The exit code of a fault.
  static func loading<Value>(
    orExit code: ExitCode = .badTables, _ body: () throws(Diagnostic) -> Value
  ) throws -> Value {
    do throws(Diagnostic) {
      return try body()
    } catch {
      say(error)
      throw code
    }
  }

  @discardableResult
  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

extension ExitCode {
  /// Something is wrong with somebody's data.
  static let badData = ExitCode(1)
  /// Something is wrong with tables or schemas.
  static let badTables = ExitCode(2)
}
