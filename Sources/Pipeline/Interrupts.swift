internal import Dispatch
internal import EventModel
internal import Spill
internal import Synchronization
internal import CLibrary

/// A signal ended what the program did.
package struct Interruption: Error {
  /// The number of the signal.
  package var signal: Int32

  /// The exit code of a program that a signal ended, by the custom of shells.
  package var exitCode: Int32 { 128 + signal }
}

/// Does something that Control-C, a request to end or a closed terminal cancels, so that it can still clean up after
/// itself. Whoever asks a second time does not wait for that.
///
/// A full disk or a limit on the size of files is an error of the write that meets it, and a reader of messages who went
/// away is none.
///
/// - Throws: What `body` throws; ``Interruption`` where it was interrupted.
package func untilInterrupted<Value: Sendable>(
  _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  for number in [SIGXFSZ, SIGPIPE] { signal(number, SIG_IGN) }
  // Every signal is heard before the work begins: until then it ends the program, which has nothing to clean up.
  let pipe = SignalPipe.ends
  for number in [SIGINT, SIGTERM, SIGHUP] where pipe.reading >= 0 {
    let previous = signal(number) { SignalPipe.tell($0) }
    // `nohup` asks that a closed terminal is no reason to end.
    if number == SIGHUP, isIgnored(previous) { signal(number, SIG_IGN) }
  }
  let task = Task { try await body() }
  let caught = CaughtSignal()
  let source = pipe.reading < 0 ? nil : DispatchSource.makeReadSource(fileDescriptor: pipe.reading, queue: .global())
  source?.setEventHandler {
    guard let number = SignalPipe.next() else { return }
    if caught.take(number) { task.cancel() } else { _exit(128 + number) }
  }
  source?.resume()
  defer { source?.cancel() }
  do {
    return try await task.value
  } catch is CancellationError {
    throw Interruption(signal: caught.number)
  } catch let fault as Diagnostic where fault.id == Cancellation.id {
    throw Interruption(signal: caught.number)
  }
}

/// The way from the handler of a signal, which may do next to nothing, to those who can act on it.
private enum SignalPipe {
  /// Both ends, which stay open as long as the program runs; -1 where the system has no more descriptors.
  static let ends: (reading: Int32, writing: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (-1, -1) }
    // A program that is started must not keep the pipe open, and a handler must never wait.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }()

  /// Tells of a signal; only what a handler may call.
  static func tell(_ number: Int32) {
    let saved = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(ends.writing, &byte, 1)
    errno = saved
  }

  /// The next signal that was told of, waiting for one where there is none.
  static func next() -> Int32? {
    var byte: UInt8 = 0
    return read(ends.reading, &byte, 1) == 1 ? Int32(byte) : nil
  }
}

/// The first signal that came.
private final class CaughtSignal: Sendable {
  private let first = Atomic<Int32>(0)

  /// Notes a signal; false where there was one before.
  func take(_ number: Int32) -> Bool {
    first.compareExchange(expected: 0, desired: number, ordering: .sequentiallyConsistent).exchanged
  }

  /// Its number.
  var number: Int32 { first.load(ordering: .sequentiallyConsistent) }
}

/// Whether a signal's disposition is to be ignored; C compares it with the number 1.
private func isIgnored<Handler>(_ handler: Handler) -> Bool {
  withUnsafeBytes(of: handler) { bytes in
    bytes.count == MemoryLayout<Int>.size && bytes.loadUnaligned(as: Int.self) == 1
  }
}
