internal import EventModel
internal import Exporters

/// Runs a program again and again, each time in a folder of its own, and says what came of it.
struct ProgramBench {
  let program: ExportProgram
  let format: ExportFormat
  let seconds: Int?
  let folder: String
  /// How many processes lived on after a run, at most.
  private(set) var survivors = 0
  /// How many bytes the last run was sent.
  private var sent = 0
  private var runs = 0

  init(program: ExportProgram, format: ExportFormat, seconds: Int?, folder: String) {
    self.program = program
    self.format = format
    self.seconds = seconds
    self.folder = folder
  }

  /// What a program did wrong with a data set, or nil.
  mutating func fault(on dataset: Dataset) throws(Diagnostic) -> String? {
    let input = try write(dataset)
    return try attempt(input, allowsNothing: dataset.events.isEmpty).fault
  }

  /// What a program did wrong with a stream, or nil.
  mutating func fault(onLines lines: [[UInt8]]) throws(Diagnostic) -> String? {
    try attempt(write(lines), allowsNothing: false).fault
  }

  /// Why a program did not refuse one of several streams, or nil where it refused all.
  mutating func refusal(ofEach streams: [[[UInt8]]]) throws(Diagnostic) -> String? {
    for lines in streams {
      if let reason = try refusal(of: lines) { return reason }
    }
    return nil
  }

  /// Why a program did not refuse a stream as it must, or nil where it did: with an exit code from 1 to 3.
  mutating func refusal(of lines: [[UInt8]], arguments: [String] = []) throws(Diagnostic) -> String? {
    let input = try write(lines)
    let (ending, _) = try start(run(), arguments, input)
    switch ending {
    case .exited(1...3): return nil
    case .exited(let code): return "it ended with the exit code \(code)"
    case .signalled(let number): return "it was ended by signal \(number)"
    case .stopped(let reason): return reason
    }
  }

  /// How a program's files differ from one run to another in other surroundings, or nil.
  mutating func difference(on datasets: [Dataset]) throws(Diagnostic) -> String? {
    for dataset in datasets {
      let input = try write(dataset)
      let first = try attempt(input, allowsNothing: false)
      for surroundings in [ProgramRun.Surroundings.plain, .other] {
        let second = try attempt(input, surroundings, allowsNothing: false)
        guard let one = first.files, let two = second.files else { return first.fault ?? second.fault }
        do throws(Diagnostic) {
          try one.compare(with: two)
        } catch {
          let place = surroundings == .plain ? "" : ", in another time zone and locale"
          return error.reason + place + (error.byte.map { ": from byte \($0)" } ?? "")
        }
      }
    }
    return nil
  }

  /// How fast the last run was.
  func speed(since start: ContinuousClock.Instant) -> String {
    let (seconds, fraction) = (ContinuousClock.now - start).components
    let milliseconds = max(1, Int(seconds) * 1000 + Int(fraction / 1_000_000_000_000_000))
    return "\(sent / 1_000_000) MB at \(sent / milliseconds / 1000) MB/s"
  }

  /// The lines of the stream of a data set.
  func lines(of dataset: Dataset) throws(Diagnostic) -> [[UInt8]] {
    var stream = RecordStream(for: program.name, moment: nil)
    var output = OutputBuffers(count: 1)
    stream.export(dataset, header: ExportHeader(dataset), to: &output)
    return output[0].bytes.split(separator: 0x0A).map { Array($0) }
  }

  // MARK: - Runs

  private mutating func run(_ surroundings: ProgramRun.Surroundings = .plain) -> ProgramRun {
    runs += 1
    return ProgramRun(
      program: program, folder: folder + "/run-\(runs)", limits: ProgramLimits(input: sent, seconds: seconds),
      surroundings: surroundings)
  }

  private mutating func start(
    _ run: ProgramRun, _ arguments: [String], _ input: String
  ) throws(Diagnostic) -> (ending: ChildProcess.Ending, messages: [Diagnostic]) {
    let (ending, messages, others) = try run.start(arguments, input: input)
    if case .exited = ending { survivors = max(survivors, others) }
    return (ending, messages)
  }

  private mutating func attempt(
    _ input: String, _ surroundings: ProgramRun.Surroundings = .plain, allowsNothing: Bool
  ) throws(Diagnostic) -> (files: ProgramFiles?, fault: String?) {
    let run = run(surroundings)
    let (ending, messages) = try start(run, [], input)
    if let fault = run.fault(of: ending, messages) { return (nil, fault.reason) }
    do throws(Diagnostic) {
      let files = try ProgramFiles(of: run, format: format, allowsNothing: allowsNothing)
      try files.checkText()
      return (files, nil)
    } catch {
      return (nil, error.reason)
    }
  }

  private mutating func write(_ dataset: Dataset) throws(Diagnostic) -> String {
    runs += 1
    let stream = RecordStream(for: program.name, moment: nil)
    let (files, _) = try FormatWriter.write(dataset, with: stream, into: folder + "/in-\(runs)")
    sent = files.reduce(0) { $0 + $1.digest.bytes }
    return folder + "/in-\(runs)/" + RecordStream.fileName
  }

  private mutating func write(_ lines: [[UInt8]]) throws(Diagnostic) -> String {
    runs += 1
    let bytes: [UInt8] = lines.flatMap { $0 + [0x0A] as [UInt8] }
    sent = bytes.count
    var files = try HashedFiles(in: folder, names: ["in-\(runs)"])
    try files.write(bytes, to: 0)
    _ = try files.finish()
    return folder + "/in-\(runs)"
  }
}
