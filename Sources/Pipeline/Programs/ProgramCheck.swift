package import EventModel
internal import Exporters

/// Tries a program on everything that it may meet, and tells which laws of the protocol it keeps. For its author.
package struct ProgramCheck: Sendable {
  /// What a program must do, in the order in which it is tried.
  package enum Law: String, Sendable, CaseIterable {
    case describe
    case usage
    case small
    case empty
    case hostile
    case large
    case later
    case noHeader = "no-header"
    case noEnd = "no-end"
    case wrongCount = "wrong-count"
    case otherVersion = "other-version"
    case sameBytes = "same-bytes"
    case alone
  }

  /// What was found of one law.
  package struct Finding: Sendable, Hashable {
    /// The law.
    package var law: Law
    /// What the program did wrong; nil where it kept the law.
    package var fault: String?
    /// What else there is to say, such as how fast it was.
    package var remark: String?

    /// One or two lines for people: the law, and where it is broken, what to do.
    package var description: String {
      let name = law.rawValue + String(repeating: " ", count: max(1, 14 - law.rawValue.utf8.count))
      guard let fault else { return "ok    " + name + law.rule + (remark.map { " (" + $0 + ")" } ?? "") }
      return "FAIL  " + name + fault + "\n      " + String(repeating: " ", count: 14) + law.advice
    }
  }

  private let program: ExportProgram
  private let events: Int
  private let seconds: Int?

  /// Makes a check.
  ///
  /// - Parameters:
  ///   - events: How many events the large data set has.
  ///   - seconds: How long a run may take; nil for a time that grows with the data.
  package init(_ program: ExportProgram, events: Int = 20_000, seconds: Int? = nil) {
    self.program = program
    self.events = events
    self.seconds = seconds
  }

  /// Tries everything.
  ///
  /// - Parameter report: Is told of each law as soon as it was tried.
  /// - Returns: How many laws are broken; of a program that cannot describe itself, no other law is tried.
  /// - Throws: What the operating system refused.
  package func run(report: (Finding) -> Void) throws(Diagnostic) -> Int {
    let place = try TemporaryPlace()
    var broken = 0
    func tell(_ law: Law, _ fault: String?, _ remark: String? = nil) {
      if fault != nil { broken += 1 }
      report(Finding(law: law, fault: fault, remark: remark))
    }
    let format: ExportFormat
    do throws(Diagnostic) {
      format = try ProgramRunner.describe(program).format
    } catch {
      tell(.describe, error.reason)
      return broken
    }
    tell(.describe, nil, format.files.map(\.path).joined(separator: ", "))
    var bench = ProgramBench(program: program, format: format, seconds: seconds, folder: place.path)
    let lines = try bench.lines(of: ConformanceData.small)
    tell(.usage, try bench.refusal(of: lines, arguments: ["--no-such-option"]))
    tell(.small, try bench.fault(on: ConformanceData.small))
    tell(.empty, try bench.fault(on: ConformanceData.empty))
    tell(.hostile, try bench.fault(on: ConformanceData.hostile))
    let start = ContinuousClock.now
    let fault = try bench.fault(on: ConformanceData.large(events: events))
    tell(.large, fault, bench.speed(since: start))

    tell(.later, try bench.fault(onLines: Self.withLaterLines(lines)))
    tell(.noHeader, try bench.refusal(ofEach: [[], Array(lines.dropFirst())]))
    tell(.noEnd, try bench.refusal(ofEach: [Array(lines.dropLast()), Array(lines.prefix(3))]))
    let fewer = Array(lines.dropLast(2) + lines.suffix(1))
    let more = Array(lines.dropLast() + lines.suffix(2))
    tell(.wrongCount, try bench.refusal(ofEach: [fewer, more]))
    tell(.otherVersion, try bench.refusal(of: [Self.ofOtherVersion(lines[0])] + lines.dropFirst()))
    tell(.sameBytes, try bench.difference(on: [ConformanceData.small, ConformanceData.hostile]))
    let survivors = bench.survivors
    tell(.alone, survivors == 0 ? nil : "\(survivors) of its processes lived on when it had ended")
    return broken
  }

  /// Puts a type and keys into a stream that version 1 does not have.
  private static func withLaterLines(_ lines: [[UInt8]]) -> [[UInt8]] {
    let other = Array(#"{"type":"LATER","record":{"id":"later-1"}}"#.utf8)
    return lines.flatMap { line in [Array(#"{"later":[1],"#.utf8) + line.dropFirst(), other] }.dropLast()
  }

  private static func ofOtherVersion(_ header: [UInt8]) -> [UInt8] {
    Array(String(decoding: header, as: UTF8.self).replacing("\"protocol\":1,", with: "\"protocol\":2,").utf8)
  }
}

extension ProgramCheck.Law {
  /// What the law says.
  var rule: String {
    switch self {
    case .describe: "--describe says what it writes"
    case .usage: "other arguments are refused"
    case .small: "it writes three records of each kind"
    case .empty: "it writes no records"
    case .hostile: "it writes any text"
    case .large: "it writes many records"
    case .later: "types and keys that it does not know are passed over"
    case .noHeader: "a stream without a header is refused"
    case .noEnd: "a stream that was cut is refused"
    case .wrongCount: "a stream with another number of events than its end says is refused"
    case .otherVersion: "another version of the protocol is refused"
    case .sameBytes: "the same records give the same bytes"
    case .alone: "no process of it lives on"
    }
  }

  /// What an author can do where the law is broken.
  var advice: String {
    switch self {
    case .describe:
      #"Print {"protocol": [1], "summary": …, "files": [{"path": …, "title": …, "media_type": …}]}, and exit with 0."#
    case .usage: "With any arguments but --describe, exit with 2."
    case .small: "Read all lines up to END, write every file that --describe names, and exit with 0."
    case .empty: "HEADER may be followed by END at once: write the files even so, and exit with 0."
    case .hostile:
      "Texts may be empty, very long, and hold any character: escape what the format needs escaped, as UTF-8."
    case .large: "Write while you read, and keep no more than you need."
    case .later: "Look at the types and keys that you know, and pass over all others."
    case .noHeader: "Where the first line is no HEADER, or there is none, exit with 3."
    case .noEnd: "Where standard input ends without END, exit with 3."
    case .wrongCount: "Count the events; where END has another number, exit with 3."
    case .otherVersion: "Where the HEADER's protocol is none that you know, exit with 3."
    case .sameBytes:
      "Use no clock, random number, time zone, locale or path, and sort what comes from a set or a hash table."
    case .alone: "Wait for the processes that you start."
    }
  }
}
