internal import EventModel

/// How much memory an export may take, by and large: what it gathers beyond that waits on the disk. The output does not
/// depend on it.
package struct MemoryLimit: Sendable, Hashable {
  /// The number of bytes.
  package var bytes: Int

  /// 512 MiB.
  package static let standard = Self(bytes: 512 << 20)

  /// What the program takes before it gathers anything: itself, its tables, documents under work and formats.
  private static let base = 128 << 20

  /// Makes a limit.
  package init(bytes: Int) {
    self.bytes = bytes
  }

  /// Reads a number of megabytes, or one with a unit: `512`, `512MB`, `2GB`.
  package init?(_ text: String) {
    let units = [("GB", 30), ("MB", 20), ("G", 30), ("M", 20), ("", 20)]
    guard let (unit, shift) = units.first(where: { text.uppercased().hasSuffix($0.0) }),
      let number = Int(text.dropLast(unit.utf8.count)), (1...1_000_000).contains(number)
    else { return nil }
    bytes = number << shift
  }

  /// As much of it as the system has room for.
  ///
  /// - Throws: What the operating system refused, where there is not even room for what is taken before anything is
  ///   gathered.
  func fitting(room: (Int) -> Bool = AddressSpace.hasRoom) throws(Diagnostic) -> MemoryLimit {
    let least = min(bytes, Self.base)
    var limit = self
    while limit.bytes > least, !room(limit.addresses) { limit.bytes = max(limit.bytes / 2, least) }
    guard room(limit.addresses) else { throw AddressSpace.refusal(limit.addresses) }
    return limit
  }

  /// What is freed leaves holes, and files are read and written through buffers.
  private var addresses: Int { bytes + bytes / 4 }

  /// How much of it what articles give may take: joining them takes about as much again.
  var forArticles: Int { max(bytes - Self.base, 0) / 2 }
}
