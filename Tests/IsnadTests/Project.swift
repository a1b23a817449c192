import Foundation

/// Where the tests find the project and its program.
enum Project {
  /// The project's folder, three levels above this file.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the program, which is built beside the tests.
  static let products: URL = {
    let arguments = CommandLine.arguments
    let option = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] }
    return URL(fileURLWithPath: option ?? arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
  }()

  /// Whether expected output is to be renewed instead of compared.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// Whether a golden export has been recorded, or is about to be: what shows results of the rules is compared then.
  static let hasGolden =
    isRecording
    || FileManager.default.fileExists(atPath: folder.appending(path: "Tests/Golden/seeds").path(percentEncoded: false))

  /// Runs a shell command line with the program on `PATH`.
  static func run(_ command: String, input: String = "", in folder: String) throws -> (
    output: [UInt8], errors: [UInt8], code: Int32
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let own = ProcessInfo.processInfo.environment
    let path = own["PATH"] ?? "/usr/bin:/bin"
    // A program that is built with a sanitizer goes by the options of the tests.
    process.environment = own.filter { $0.key.hasSuffix("SAN_OPTIONS") }
      .merging(["PATH": products.path(percentEncoded: false) + ":" + path, "LC_ALL": "C", "TZ": "UTC"]) { $1 }
    // Files, not pipes: no output is too long for them.
    let scratch = try TemporaryFolder()
    try scratch.write("in", input)
    try scratch.write("out", "")
    try scratch.write("err", "")
    process.standardInput = FileHandle(forReadingAtPath: scratch.path + "/in")
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: scratch.path + "/err")
    try process.run()
    process.waitUntilExit()
    return (scratch.bytes("out"), scratch.bytes("err"), process.terminationStatus)
  }
}
