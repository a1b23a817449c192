package import EventModel
internal import CLibrary

/// The addresses that the system lets the program have. Whoever is refused some in the midst of work cannot go on: threads
/// that cannot be made are waited for without end, and an allocation that fails ends the program. So room is asked for
/// before the work.
package enum AddressSpace {
  /// So much the tables and the articles under work take.
  private static let base = 64 << 20
  /// So much a thread's own part of the heap may take.
  private static let arena = 128 << 20
  /// With so much room nobody need save addresses.
  private static let plenty = 1 << 30

  /// Asks for what any work takes, with all the threads that the system may make for it; where there is no plenty, threads
  /// share one heap.
  ///
  /// - Throws: What the operating system refused.
  package static func requireRoom() throws(Diagnostic) {
    let threads = 2 * Processors.count + 2
    // What is not to be read or written takes addresses alone.
    if !hasRoom(for: plenty + threads * (arena + stackSize), protection: PROT_NONE) { shareHeap() }
    let room = base + threads * stackSize
    guard hasRoom(for: room) else { throw refusal(room) }
  }

  /// Says that there is not so much room.
  static func refusal(_ bytes: Int) -> Diagnostic {
    let reason = String(cString: strerror(ENOMEM))
    return Diagnostic(
      "system", "cannot begin: \(reason): there are no \(bytes >> 20) MB of addresses left (ulimit -v)")
  }

  /// Whether so many bytes can be had now.
  static func hasRoom(for bytes: Int) -> Bool {
    bytes == 0 || hasRoom(for: bytes, protection: PROT_READ | PROT_WRITE)
  }

  private static func hasRoom(for bytes: Int, protection: CInt) -> Bool {
    let place = mmap(nil, bytes, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    // C says that it failed by the address -1.
    guard let place, Int(bitPattern: place) != -1 else { return false }
    munmap(place, bytes)
    return true
  }

  /// The size of a thread's stack.
  private static var stackSize: Int {
    var (attributes, size) = (pthread_attr_t(), 0)
    guard pthread_attr_init(&attributes) == 0 else { return 8 << 20 }
    defer { pthread_attr_destroy(&attributes) }
    return pthread_attr_getstacksize(&attributes, &size) == 0 ? size : 8 << 20
  }

  /// Lets all threads share one heap, where the C library gives each its own.
  private static func shareHeap() {
    // Only the GNU library has this, and its module hides it.
    typealias Mallopt = @convention(c) (CInt, CInt) -> CInt
    guard let program = dlopen(nil, RTLD_NOW), let symbol = dlsym(program, "mallopt") else { return }
    let maximalArenas: CInt = -8
    _ = unsafeBitCast(symbol, to: Mallopt.self)(maximalArenas, 1)
  }
}
