internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

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
  let task = Task { try await body() }
  let caught = CaughtSignal()
  for number in [SIGXFSZ, SIGPIPE] { signal(number, SIG_IGN) }
  let sources = [SIGINT, SIGTERM, SIGHUP].compactMap { number -> (any DispatchSourceSignal)? in
    // Without this, the signal ends the program before anybody is told.
    let previous = signal(number, SIG_IGN)
    // `nohup` asks that a closed terminal is no reason to end.
    if number == SIGHUP, isIgnored(previous) { return nil }
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      if caught.take(number) { task.cancel() } else { _exit(128 + number) }
    }
    source.resume()
    return source
  }
  defer { sources.forEach { $0.cancel() } }
  do {
    return try await task.value
  } catch is CancellationError {
    throw Interruption(signal: caught.number)
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
