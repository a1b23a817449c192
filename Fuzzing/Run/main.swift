internal import CLibFuzzer
internal import CLibrary
internal import EventModel
internal import FuzzHarnesses

// Runs libFuzzer on one harness: `ISNAD_FUZZ_TARGET=json isnad-fuzz CORPUS`. A law that is broken ends the program as a
// crash does, so that libFuzzer keeps the input.

private func complain(_ text: String) {
  let line = Array(("isnad-fuzz: " + text + "\n").utf8)
  _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

private enum Shared {
  static let bench = Result { () throws(Diagnostic) in try Bench() }
  static let harness = getenv("ISNAD_FUZZ_TARGET").flatMap { Harness(rawValue: String(cString: $0)) }
}

guard Shared.harness != nil, case .success = Shared.bench else {
  complain("ISNAD_FUZZ_TARGET must be one of " + Harness.allCases.map(\.rawValue).joined(separator: " "))
  exit(64)
}

private let run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt = { data, count in
  guard let harness = Shared.harness, case .success(let bench) = Shared.bench else { return -1 }
  do throws(Breach) {
    try bench.check(harness, Array(UnsafeBufferPointer(start: data, count: count)))
  } catch {
    complain("broken law: \(error)")
    abort()
  }
  return 0
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  withUnsafeMutablePointer(to: &count) { count in
    withUnsafeMutablePointer(to: &arguments) { LLVMFuzzerRunDriver(count, $0, run) }
  })
